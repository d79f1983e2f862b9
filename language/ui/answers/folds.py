"""What stands beside an answer: the folds, what is in them, and why we ask."""

from language.both import Both, Words
from scoring.vocabulary import LessonKind

# The keys are those of `ui.answers.folds`.
FOLDS = Words(
    {
        "not_known": (":material/help: Vet ikke ennå", ":material/help: Veit ikkje enno"),
        "wait": (":material/hourglass_top: Venter på", ":material/hourglass_top: Ventar på"),
        "left_out": (":material/do_not_disturb_on: Ikke aktuelt", ":material/do_not_disturb_on: Ikkje aktuelt"),
        "more": (":material/edit_note: Mer om svaret", ":material/edit_note: Meir om svaret"),
        "why": (":material/lightbulb: Hvorfor vi spør", ":material/lightbulb: Kvifor vi spør"),
        "history": (":material/history: Historikk", ":material/history: Historikk"),
        "english": ":material/translate: In English",
    }
)
LESSONS = Words(
    {
        LessonKind.PROBLEM: ("Det gikk galt", "Det gjekk gale"),
        LessonKind.SUCCESS: ("Det virket", "Det verka"),
        LessonKind.ADVICE: "Råd",
        LessonKind.FACT: "Slik var det",
        LessonKind.INFERRED: ("Slik leser vi det", "Slik les vi det"),
    }
)
ABOUT_QUESTION = Both("Om spørsmålet", "Om spørsmålet")
ABOUT_BOTH = Both("Om svaret og spørsmålet", "Om svaret og spørsmålet")
NOT_KNOWN = Both("vet ikke ennå", "veit ikkje enno")
WAITS_FOR = Both("venter på {whom}", "ventar på {whom}")
HAS_COMMENT = Both("kommentar", "kommentar")
HAS_EVIDENCE = Both("dokumentasjon", "dokumentasjon")
NOT_APPLICABLE = Both("Ikke aktuelt for oss fordi", "Ikkje aktuelt for oss fordi")
COMMENT = Both("Kommentar", "Kommentar")
EVIDENCE = Both("Dokumentasjon: lenke, eller hvor den ligger", "Dokumentasjon: lenkje, eller kvar han ligg")
NO_NAMES = Both(
    "Skriv ikke opplysninger om pasienter eller navngitte ansatte her.",
    "Skriv ikkje opplysningar om pasientar eller namngitte tilsette her.",
)
WAITING_ON = Both("Venter på", "Ventar på")
ON_NOBODY = Both("Ingen: vi gjør dette selv", "Ingen: vi gjer dette sjølve")
CLEAR = Both("Fjern svaret", "Fjern svaret")
WHAT_CLEARS = Both(
    "Spørsmålet blir ubesvart igjen. Det gamle svaret blir liggende i historikken.",
    "Spørsmålet blir ståande utan svar igjen. Det gamle svaret blir liggjande i historikken.",
)
PROOF = Both("**Bevis.** {what}", "**Bevis.** {what}")
WHO_KNOWS = Both("**Hvem vet svaret.** {who}.", "**Kven veit svaret.** {who}.")
WHO_DOES = Both("**Hvem gjør jobben.** {who}.", "**Kven gjer jobben.** {who}.")
IF_MISSING = Both(
    "**Hvis det mangler.** {action} Det tar gjerne {days}.", "**Om det manglar.** {action} Det tek gjerne {days}."
)
LESSON = Both("- **{kind}.** {text} (Sluttrapporten {section})", "- **{kind}.** {text} (Sluttrapporten {section})")
FROM_REPORT = Both("(Sluttrapporten {section})", "(Sluttrapporten {section})")
FROM_OTHERS = Both("({title}, styrke {strength})", "({title}, styrke {strength})")
OUR_OWN = Both("(Klarsjekks egen vurdering)", "(Klarsjekk si eiga vurdering)")
