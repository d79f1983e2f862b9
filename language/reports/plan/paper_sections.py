"""What the sections of the paper below the proposal say: conditions, patients, people and money, what changed, what is unknown."""

from language.both import Both, Plural
from scoring.portfolio.changes import Direction

NOT_SET = Both("ikke satt", "ikkje sett")
NOBODY = Both("ingen", "ingen")

CONDITIONS = Both("Vilkår og tiltak", "Vilkår og tiltak")
CONDITIONS_HEAD = (
    Both("Vilkår", "Vilkår"),
    Both("Hva som gjenstår", "Kva som står igjen"),
    Both("Eier", "Eigar"),
    Both("Frist", "Frist"),
    Both("Må stå", "Må stå"),
)
LACKING = Plural(
    ("{n}\u00a0vilkår mangler eier eller frist. Det settes før vedtaket.",) * 2,
    ("{n}\u00a0vilkår manglar eigar eller frist. Det blir sett før vedtaket.",) * 2,
)
ABOUT_CONDITIONS = Both(
    "Et stoppkrav må være oppfylt før oppstart. «Må stå» sier hvor lenge før oppstart det senest må være oppfylt.",
    "Eit stoppkrav må vere oppfylt før oppstart. «Må stå» seier kor lenge før oppstart det seinast må vere oppfylt.",
)
NO_CONDITIONS = Both(
    "Ingen stoppkrav er på etterskudd eller haster, og ingen tiltak er åpne.",
    "Ingen stoppkrav er på etterskot eller hastar, og ingen tiltak er opne.",
)
WAITS_ON = Both("venter på {who}", "ventar på {who}")
DAYS_BEFORE = Both("{days} før", "{days} før")
ON_THE_DAY = Both("oppstartsdagen", "oppstartsdagen")
DOING = Both(" Tiltak: {text}", " Tiltak: {text}")
STOP = Both("Stoppkrav: {title}", "Stoppkrav: {title}")
DUE_PASSED = Both("{day}, passert", "{day}, passert")
WAIVER = Both("Unntak: {title}", "Unntak: {title}")
EXPIRES = Both("utløper {day}", "går ut {day}")
UNCONFIRMED = Both("merket ikke aktuelt; HPAS må si seg enig", "merkt ikkje aktuelt; HPAS må seie seg einig")
ACTION = Both("Tiltak: {text}", "Tiltak: {text}")
MORE_STOPS = Both("{n} stoppkrav", "{n} stoppkrav")
MORE_ACTIONS = Both("{n} tiltak", "{n} tiltak")
IN_THE_WORKBOOK = Both("{more} til står i arbeidsboken.", "{more} til står i arbeidsboka.")

PATIENTS = Both("Hva det betyr for pasienter og tjenester", "Kva det har å seie for pasientar og tenester")
LESSON = Both("«{title}»: {text} (kapittel {section})", "«{title}»: {text} (kapittel {section})")
NOTHING_LATE = Both("Ingenting er på etterskudd nå.", "Ingenting er på etterskot no.")
ABOUT_STOPS = Both(
    "Sluttrapporten forteller hva som skjedde ved de første oppstartene. Her står det som gjelder stoppkravene som er "
    "på etterskudd, haster eller mangler svar.",
    "Sluttrapporten fortel kva som hende ved dei første oppstartane. Her står det som gjeld stoppkrava som er "
    "på etterskot, hastar eller manglar svar.",
)
ABOUT_LATE = Both(
    "Sluttrapporten forteller hva som skjedde ved de første oppstartene. Her står det som gjelder det som er på etterskudd.",
    "Sluttrapporten fortel kva som hende ved dei første oppstartane. Her står det som gjeld det som er på etterskot.",
)

PEOPLE_AND_MONEY = Both("Folk og penger", "Folk og pengar")
MORE_STAFFING = Both("{n} til om bemanning står i arbeidsboken.", "{n} til om bemanning står i arbeidsboka.")
COSTS = Both(
    "Klarsjekk spør ikke om kroner. Hva vilkårene, en utsettelse eller en oppstart uten stoppkravene koster, "
    "må regnes ut før vedtaket.",
    "Klarsjekk spør ikkje om kroner. Kva vilkåra, ei utsetjing eller ein oppstart utan stoppkrava kostar, "
    "må reknast ut før vedtaket.",
)
STAFFED = Both(
    "Ingen svar om bemanning er på etterskudd eller haster.", "Ingen svar om bemanning er på etterskot eller hastar."
)
NO_OWNERS = Both(
    "Ingen tiltak er åpne, så ingen har fått ansvar for det som gjenstår.",
    "Ingen tiltak er opne, så ingen har fått ansvar for det som står igjen.",
)
HAS = Both("{name} har {n}", "{name} har {n}")
OTHERS_HAVE = Both("{n} til har resten", "{n} til har resten")
WITHOUT_OWNER = Both("{n} har ingen eier", "{n} har ingen eigar")
OWNERS = Plural(
    ("{n}\u00a0tiltak er åpent: {told}.", "{n}\u00a0tiltak er åpne: {told}."),
    ("{n}\u00a0tiltak er ope: {told}.", "{n}\u00a0tiltak er opne: {told}."),
)
IDLE = Both(
    " Alt som skulle vært på plass eller haster, venter på andre.",
    " Alt som skulle vore på plass eller hastar, ventar på andre.",
)
WE_WAIT_ON = Both("Vi venter på {who}.{idle}", "Vi ventar på {who}.{idle}")

CHANGED = Both("Endret siden sist", "Endra sidan sist")
FIRST_PAPER = Both(
    "Dette er det første grunnlaget, og ingenting er sendt inn til HPAS. Det er ikke noe å sammenligne med.",
    "Dette er det første grunnlaget, og ingenting er sendt inn til HPAS. Det er ikkje noko å samanlikne med.",
)
MOVES = {
    Direction.UP: Plural(("{n} svar er bedre",) * 2, ("{n} svar er betre",) * 2),
    Direction.DOWN: Plural(("{n} svar er dårligere",) * 2, ("{n} svar er dårlegare",) * 2),
    Direction.NEW: Plural(("{n} svar er nytt", "{n} svar er nye"), ("{n} svar er nytt", "{n} svar er nye")),
    Direction.GONE: Plural(("{n} svar er borte",) * 2, ("{n} svar er borte",) * 2),
}
NOTHING_CHANGED = Both("ingen svar er endret", "ingen svar er endra")
SINCE_PAPER = Both("Siden forrige beslutningsgrunnlag {day}: {told}.", "Sidan førre avgjerdsgrunnlag {day}: {told}.")
SINCE_SENT = Both(
    "Siden egenvurderingen ble sendt inn {day}: {told}.", "Sidan eigenvurderinga blei send inn {day}: {told}."
)
MOVED_DATE = Both("Oppstarten var {before}, og er nå {now}.", "Oppstarten var {before}, og er no {now}.")
GONE = Both("{title}: svaret er borte.", "{title}: svaret er borte.")
BETTER = Both(
    "{title}: bedre, fra {before} til {after} av kravet.", "{title}: betre, frå {before} til {after} av kravet."
)
WORSE = Both(
    "{title}: dårligere, fra {before} til {after} av kravet.", "{title}: dårlegare, frå {before} til {after} av kravet."
)

UNKNOWN = Both("Det vi ikke vet", "Det vi ikkje veit")
ANSWERED = Both(
    "{n} av {all} spørsmål som gjelder, er besvart ({share}).", "{n} av {all} spørsmål som gjeld, har svar ({share})."
)
BETWEEN = Both(
    "Med de ubesvarte kan mellom {low} og {high}\u00a0% være på plass.",
    "Med dei som er utan svar, kan mellom {low} og {high}\u00a0% vere på plass.",
)
SILENT_STOPS = Plural(
    ("{n}\u00a0stoppkrav som skulle vært besvart, mangler svar: {named}.",) * 2,
    ("{n}\u00a0stoppkrav som det skulle vore svart på, manglar svar: {named}.",) * 2,
)
SILENT = Plural(
    (
        "{n}\u00a0annet spørsmål som gjelder nå, mangler svar.",
        "{n}\u00a0andre spørsmål som gjelder nå, mangler svar.",
    ),
    (
        "{n}\u00a0anna spørsmål som gjeld no, manglar svar.",
        "{n}\u00a0andre spørsmål som gjeld no, manglar svar.",
    ),
)
LEFT_OUT = Plural(
    ("{n}\u00a0spørsmål er merket ikke aktuelt: {named}.",) * 2,
    (
        "{n}\u00a0spørsmål er merkt ikkje aktuelt: {named}.",
        "{n}\u00a0spørsmål er merkte ikkje aktuelle: {named}.",
    ),
)
OWN_ANSWERS = Both(
    "Tallene bygger på egne svar. Klarsjekk vet ikke mer enn det som er svart.",
    "Tala byggjer på eigne svar. Klarsjekk veit ikkje meir enn det som er svart.",
)
AND_MORE = Both("{named} og {n} til", "{named} og {n} til")

ANSWERED_BY = Both("Hvem har svart når", "Kven har svart når")
NO_ANSWERS = Both("Ingen har svart ennå.", "Ingen har svart enno.")
ANSWERED_BY_HEAD = (
    Both("Hvem som vanligvis vet svaret", "Kven som vanlegvis veit svaret"),
    Both("Svart av", "Svart av"),
    Both("Svar", "Svar"),
    Both("Sist", "Sist"),
)
MORE_PEOPLE = Both("{n} til", "{n} til")
SOME_OF = Both("{n} av {all}", "{n} av {all}")
