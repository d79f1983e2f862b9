"""What is said of what the plan lacks, and of making actions."""

from language.both import Both, Plural

WORKBOOK = Both("Arbeidsbok for Excel", "Arbeidsbok for Excel")
DECISION_BASIS = Both("Beslutningsgrunnlag som PDF", "Avgjerdsgrunnlag som PDF")
CALENDAR = Both("Frister til Outlook", "Fristar til Outlook")
WORK_ITEMS = Both("Tiltak til Azure DevOps", "Tiltak til Azure DevOps")
ALL_PLANNED = Both(
    "Alt som mangler nå, har tiltak med eier og frist.", "Alt som manglar no, har tiltak med eigar og frist."
)
ALL_WHOLE = Both("Tiltakene har eier og frist.", "Tiltaka har eigar og frist.")
ANSWER_AGAIN = Plural(
    (
        "Tiltak er gjort for {n}\u00a0spørsmål som ikke er besvart på nytt. Svar på dem igjen under «Egenvurdering». "
        "Et tiltak endrer aldri et svar av seg selv.",
    )
    * 2,
    (
        "Det er gjort tiltak for {n}\u00a0spørsmål som ikkje har fått svar på nytt. Svar på dei igjen under «Eigenvurdering». "
        "Eit tiltak endrar aldri eit svar av seg sjølv.",
    )
    * 2,
)
EMPTY_NO_DATE = Both(
    "Planen er tom. Når datoen for oppstart er bestemt, foreslår vi tiltak. Egne tiltak kan dere skrive nå.",
    "Planen er tom. Når datoen for oppstart er bestemt, foreslår vi tiltak. Eigne tiltak kan de skrive no.",
)
EMPTY_TOO_FEW = Both(
    "Planen er tom. Når flere spørsmål er besvart, foreslår vi tiltak. Egne tiltak kan dere skrive nå.",
    "Planen er tom. Når fleire spørsmål har svar, foreslår vi tiltak. Eigne tiltak kan de skrive no.",
)
EMPTY = Both(
    "Planen er tom. Begynn med det som er uten tiltak, under.",
    "Planen er tom. Byrja med det som er utan tiltak, under.",
)
OVERDUE = Plural(("{n}\u00a0tiltak er forsinket",) * 2, ("{n}\u00a0tiltak er forseinka",) * 2)
UNOWNED = Plural(("{n}\u00a0tiltak mangler eier",) * 2, ("{n}\u00a0tiltak manglar eigar",) * 2)
UNDATED = Plural(("{n}\u00a0tiltak mangler frist",) * 2, ("{n}\u00a0tiltak manglar frist",) * 2)
TOO_LATE = Plural(("{n}\u00a0tiltak blir for sent",) * 2, ("{n}\u00a0tiltak blir for seint",) * 2)
WITHOUT_ACTION = Plural(
    ("{n}\u00a0mangel har ikke tiltak", "{n}\u00a0mangler har ikke tiltak"),
    ("{n}\u00a0mangel har ikkje tiltak", "{n}\u00a0manglar har ikkje tiltak"),
)
ONLY_WAITS = Both(
    "Alt som gjenstår nå, venter på andre. Dere står ikke stille, dere venter.",
    "Alt som står att no, ventar på andre. De står ikkje stille, de ventar.",
)
MAKE_FOR_STOPS = Plural(("Lag tiltak for {n}\u00a0stoppkrav",) * 2, ("Lag tiltak for {n}\u00a0stoppkrav",) * 2)
OWN_ACTION = Both("Nytt eget tiltak", "Nytt eige tiltak")
MADE = Plural(
    ("{n}\u00a0tiltak er lagt i planen. Sett eier og frist.",) * 2,
    ("{n}\u00a0tiltak er lagt i planen. Set eigar og frist.", "{n}\u00a0tiltak er lagde i planen. Set eigar og frist."),
)
TAKE_AWAY = Both("Ta planen med deg", "Ta planen med deg")
WHAT_IS_IN_IT = Both(
    "Arbeidsboken har oversikt, svar, mangler, tiltak og unntak. Beslutningsgrunnlaget er noen sider til styringsgruppen.",
    "Arbeidsboka har oversikt, svar, manglar, tiltak og unntak. Avgjerdsgrunnlaget er nokre sider til styringsgruppa.",
)
