"""What may be wrong with an answers file, in the words of the one who must mend it: where, what, what to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from language import sentence
from reports.answers.csv_write import COLUMNS
from scoring import names
from scoring.typed_values import NotUnderstood

LONGEST_SHOWN = 60


class FileRefused(Exception):
    """A file that cannot be used, with every fault in it at once. Nothing of it is stored.

    Exception
    └── FileRefused             `faults`, sorted by line; `file`, its name where there are several, else ""
    """

    def __init__(self, faults: Iterable["FileFault"], *, file: str = "") -> None:
        self.file = file
        self.faults = tuple(sorted(set(faults), key=lambda f: (f.line, f.question, f.column, f.fault)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


@dataclass(frozen=True, slots=True)
class FileFault:
    """One fault. `line` is 0 when it concerns the whole file; `question` and `column` (its id) are "" when not known.

    `value` is what stood there, short and printable. heading: of the column, where it is none of the answers'.
    """

    line: int
    question: str
    column: str
    fault: str
    value: str
    message: str
    remedy: str
    heading: str = ""

    def __str__(self) -> str:
        where = f"Linje {self.line}" if self.line else "Filen"
        return f"{' '.join(part for part in (where, self.question) if part)}: {self._what(self.heading or _HEADINGS.get(self.column, ''))}"

    def in_file(self, name: str) -> str:
        """The fault as a line for a terminal."""
        place = f"{name}:{self.line}" if self.line else name
        return f"{' '.join(part for part in (place, self.question) if part)} · {self._what(self.column)}"

    def _what(self, column: str) -> str:
        return f"{f'{column}: ' if column else ''}{self.message}. {self.remedy}"


_HEADINGS = {column.id: column.heading for column in COLUMNS}


def fault(
    kind: str,
    line: int = 0,
    *,
    question: str = "",
    column: str = "",
    value: str = "",
    heading: str = "",
    context: Mapping[str, object] = MappingProxyType({}),
) -> FileFault:
    """The fault with its words. `near` in the context is what was probably meant; then that is the remedy."""
    shown = {name: safe(str(text), longest=400) for name, text in context.items()} | {"found": safe(value)}
    message, remedy = (
        words.format(**shown) for words in (WORDS.get(kind) or CUSTOMER_WORDS.get(kind) or BOOK_WORDS[kind])
    )
    remedy = f"Mente du «{near}»?" if (near := shown.get("near")) else remedy
    return FileFault(line, safe(question), column, kind, safe(value), message, remedy, heading)


def fault_text(error: NotUnderstood, found: str) -> str:
    """What is wrong with something that was typed, and what to do, as sentences for the screen."""
    about = fault(error.fault, value=found, context=error.context)
    return sentence(f"{about.message}. {about.remedy}")


def safe(text: str, *, longest: int = LONGEST_SHOWN) -> str:
    """Text from a file, short, on one line and without what could move a cursor."""
    line = " ".join("".join(sign if sign.isprintable() or sign.isspace() else "?" for sign in text[:1_000]).split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or ""."""
    return names.nearest(word, known, cutoff=0.7)


@dataclass(frozen=True, slots=True)
class FileNote:
    """Something of a file that was passed over, and does no harm. `line` is 0 when it concerns the whole file."""

    line: int
    note: str
    message: str


def note(kind: str, line: int, **context: object) -> FileNote:
    shown = {name: safe(str(text), longest=200) for name, text in context.items()}
    return FileNote(line, kind, NOTES[kind].format(line=line, **shown))


# Note id -> what was passed over.
NOTES = {
    "line_above": "Linje {line} står over overskriftene og er ikke lest: «{found}».",
    "column": "Kolonnen {found} er ikke lest.",
    "columns": "Kolonnene {found} er ikke lest.",
    "beside": "Det som står til høyre for tabellen, er ikke lest.",
    "whole_of_profile": "{found} henter tallet i alt fra «Om virksomheten»: det er {all}, ikke {said}.",
    "same_line": "Linje {line} er lik linje {first}, og er lest én gang.",
    "hpas_answers": "Linje {line} svarer på {found}, som HPAS svarer på, og er ikke lest. Er dere uenige, skriv hvorfor.",
    "former_question": "{found} er ikke lenger i skjemaet, og er ikke lest.",
    "newer_question": "{found} er i en nyere utgave av skjemaet enn den dere svarer på, og er ikke lest.",
}

# Fault id -> what is wrong, what to do. The ids never change: tests name them.
WORDS: dict[str, tuple[str, str]] = {
    # The file.
    "too_big": ("filen er større enn {most} MB", "Sjekk at det er riktig fil."),
    "empty_file": ("filen er tom", "Velg en fil med svar."),
    "no_lines": ("filen har overskrifter, men ingen svar", "Velg en fil med minst ett svar."),
    "is_xlsx": ("dette er en Excel-bok, ikke CSV", "Åpne den i Excel og lagre som «CSV UTF-8»."),
    "is_xls": (
        "filen er lagret i det gamle Excel-formatet (.xls)",
        "Åpne den i Excel, velg «Lagre som» og «Excel-arbeidsbok (*.xlsx)».",
    ),
    "has_password": (
        "filen er beskyttet med passord",
        "Åpne den i Excel, fjern passordet under Fil, Info, «Beskytt arbeidsbok», og lagre.",
    ),
    "is_pdf": ("dette er en PDF", "Velg CSV-filen med svarene."),
    "is_binary": ("dette er ikke en tekstfil", "Velg CSV-filen med svarene."),
    "utf16": ("filen er lagret som UTF-16", "Lagre den på nytt som «CSV UTF-8»."),
    "not_utf8": (
        "{count} har tegn som ikke er UTF-8, den første her («{found}» i eldre tegnsett)",
        "Lagre som «CSV UTF-8» i Excel, eller bekreft at filen bruker eldre tegnsett.",
    ),
    "mojibake": (
        "æ, ø og å er blitt til «{found}» i {count}, den første her",
        "Åpne originalen på nytt, velg UTF-8, og lagre som «CSV UTF-8». Bekreft tegnene hvis de er riktige.",
    ),
    "lost_character": (
        "et tegn har gått tapt («{found}»)",
        "Finn originalen, og skriv tegnet på nytt. Bekreft tegnene hvis de er riktige.",
    ),
    "control_character": ("linjen har et styretegn ({code})", "Slett tegnet, eller skriv teksten på nytt."),
    "too_many_rows": ("filen har mer enn {most} linjer", "Fjern det som ikke er svar."),
    "too_many_cells_in_file": ("filen har flere celler enn vi kan lese", "Fjern det som ikke er svar."),
    "quote_not_closed": ("et anførselstegn blir aldri lukket", "Lukk det, eller skriv to hvis det hører til teksten."),
    "quote_inside": ("det står noe rett etter et anførselstegn", "Skriv to anførselstegn hvis det hører til teksten."),
    "cell_too_large": ("en celle er for stor", "Kort ned teksten. Et anførselstegn kan også mangle."),
    # The headings.
    "header_missing": ("første linje har ikke overskriftene", "Skriv {expected}."),
    "line_above_headings": ("linjen har svar, men står over overskriftene", "Flytt den under overskriftene."),
    "to_be_read": (
        "dette er arbeidsboken til å lese og skrive ut, ikke den til å fylle ut",
        "Hent svarene som Excel-fil under «Filer», og fyll ut den.",
    ),
    "unknown_column": ("kolonnen «{found}» finnes ikke", "Bruk {allowed}."),
    "repeated_column": ("kolonnen står to ganger", "Behold én av dem."),
    "column_without_heading": ("kolonne {number} har ingen overskrift", "Skriv overskriften, eller slett kolonnen."),
    "missing_column": ("kolonnen mangler", "Legg den til."),
    "too_few_cells": ("linjen har {found} celler, ikke {expected}", "Sjekk skilletegn og anførselstegn på linjen."),
    "too_many_cells": ("linjen har {found} celler, ikke {expected}", "Sett tekst med skilletegn i anførselstegn."),
    # Which question.
    "no_question": ("linjen sier ikke hvilket spørsmål den svarer på", "Skriv id-en, eller slett linjen."),
    "unknown_question": ("spørsmålet finnes ikke i skjemaet", "Bruk id-en slik den står i skjemaet."),
    "not_a_hard_stop": ("spørsmålet er ikke et stoppkrav", "Slett linjen: det trenger ikke unntak."),
    "not_waivable": ("stoppkravet kan ikke få unntak", "Slett linjen: pasientsikkerheten står på spill."),
    "mangled_id": ("id-en ser ut til å være gjort om av Excel", "Skriv id-en på nytt, med kolonnen som tekst."),
    "other_questionnaire": (
        "ingen av spørsmålene er fra dette skjemaet ({expected})",
        "Velg en fil for samme kundetype.",
    ),
    "repeated_question": ("spørsmålet er også besvart på linje {first}", "Behold én av linjene."),
    # What is answered.
    "value_in_wrong_column": ("«{found}» hører ikke hjemme her", "Skriv svaret i {right}."),
    "not_a_level": ("«{found}» er ikke et nivå", "Skriv 0, 1, 2, 3 eller 4."),
    "not_yes_or_no": ("«{found}» er verken ja eller nei", "Skriv ja eller nei (true eller false)."),
    "not_a_number": ("«{found}» er ikke et tall", "Skriv bare tallet, for eksempel 3,5."),
    "per_cent": ("«{found}» er prosent", "Skriv de to antallene, eller tallet uten prosenttegn."),
    "exponent": ("«{found}» er skrevet med eksponent", "Skriv hele tallet. Excel gjør slik med lange tall."),
    "thousands_or_decimals": ("«{found}» kan leses på to måter", "Skriv {whole} eller {fraction}."),
    "out_of_range": ("«{found}» er utenfor 0 til 1 000 000 000", "Skriv et tall fra 0 og opp."),
    "became_a_day": (
        "«{found}» er en dato eller et klokkeslett; Excel gjør slikt av tall som 3/8 og 3-8",
        "Velg tallformatet «Standard» for cellen, og skriv tallet på nytt.",
    ),
    "more_than_all": ("«{found}» er mer enn de {all} det er i alt", "Rett ett av de to tallene."),
    "unknown_fact": ("opplysningen finnes ikke for denne kundetypen", "Bruk id-en slik den står i profile.yaml."),
    "fact_too_small": ("«{found}» er for lite", "Skriv {least} eller mer, eller la feltet stå tomt."),
    "fact_too_large": ("«{found}» er for mye", "Skriv {most} eller mindre."),
    "not_whole": ("«{found}» er ikke et helt tall", "Skriv et helt tall: her telles det som ikke kan deles opp."),
    "all_not_positive": (
        "antallet i alt kan ikke være «{found}»",
        "Skriv et tall over 0, eller merk som ikke aktuelt.",
    ),
    "not_a_day": ("«{found}» er ikke en dato", "Skriv 2027-02-01 eller 01.02.2027."),
    "no_such_day": ("«{found}» finnes ikke i kalenderen", "Skriv en dato som finnes."),
    "short_year": ("«{found}» har bare to sifre i året", "Skriv året med fire sifre."),
    "day_number": ("«{found}» er Excels tall for en dato", "Vis kolonnen som dato i Excel, og lagre på nytt."),
    "day_two_ways": ("«{found}» kan leses på to måter", "Skriv dagen slik: 01.02.2027."),
    "wrong_weekday": ("«{found}» er en {right}", "Sjekk dagen, eller skriv datoen uten ukedag."),
    "day_out_of_range": ("«{found}» er for langt unna", "Skriv en dato mellom 2000 og 2100."),
    # Rows of a matrix.
    "row_missing": ("linjen har tall, men sier ikke hvilken rad", "Skriv radens navn."),
    "row_not_wanted": ("spørsmålet har ingen rader", "La feltet stå tomt."),
    "unknown_row": ("raden «{found}» finnes ikke", "Bruk {allowed}."),
    "repeated_row": ("raden «{found}» står også på linje {first}", "Behold én av linjene."),
    "row_name_too_long": ("radens navn er {length} tegn", "Kort det ned til {longest}."),
    "row_name_with_break": ("radens navn går over flere linjer", "Skriv navnet på én linje."),
    "too_many_matrix_rows": ("spørsmålet har mer enn {most} rader", "Slå sammen noen av dem."),
    # What else a line says.
    "value_and_not_applicable": ("spørsmålet er både besvart og merket ikke aktuelt", "Behold én av delene."),
    "reason_missing": ("«ikke aktuelt» mangler begrunnelse", "Skriv hvorfor i reason (Begrunnelse)."),
    "reason_alone": (
        "begrunnelsen står uten at noe er merket ikke aktuelt",
        "Skriv ja i not_applicable, eller slett den.",
    ),
    "unknown_waiting_on": ("«{found}» er ingen av dem det kan ventes på", "Bruk {allowed}."),
    "unknown_answered_by": ("«{found}» er ingen som svarer for kunden", "Bruk {allowed}, eller la feltet stå tomt."),
    "disagrees_alone": (
        "HPAS svarer ikke på dette spørsmålet, så det er ingen å være uenig med",
        "Slett teksten i disagrees (Uenig med HPAS fordi).",
    ),
    "text_too_long": ("teksten er {length} tegn", "Kort den ned til {longest}."),
    "two_texts": ("linje {first} sier noe annet for samme spørsmål", "Skriv det på bare én av linjene."),
}

# Of files of customers (`service.people.customer_import`).
CUSTOMER_WORDS: dict[str, tuple[str, str]] = {
    "org_number_length": ("«{found}» er ikke et organisasjonsnummer", "Skriv ni sifre."),
    "org_number_control": (
        "«{found}» kan ikke være et organisasjonsnummer: siste siffer stemmer ikke med de andre",
        "Sjekk det i Brønnøysundregistrene.",
    ),
    "no_name": ("linjen mangler navn", "Skriv navnet på kunden, eller slett linjen."),
    "bad_beds": ("«{found}» er ikke et antall senger", "{why}"),
    "bad_name": ("navnet kan ikke brukes ({why})", "Rett det."),
    "unknown_type": ("«{found}» er ingen kundetype vi har skjema for", "Skriv {allowed}."),
    "not_an_address": ("«{found}» er ikke en e-postadresse", "Skriv den slik: fornavn@kommune.no."),
    "hpas_address": ("«{found}» har tilgang i HPAS", "Bruk adressen til prosjektlederen hos kunden."),
    "same_customer": ("kunden står også på linje {first}", "Behold én av linjene."),
    "name_of_another": ("det finnes alt en kunde av en annen type som heter «{found}»", "Gi den ene et annet navn."),
    "unknown_customer": ("vi finner ikke kunden «{found}»", "Sjekk navnet eller organisasjonsnummeret."),
    "go_live_missing": ("datoen for oppstart mangler", "Skriv den slik: 01.02.2027, eller slett linjen."),
}

# The same for workbooks (`xlsx_read`).
BOOK_WORDS: dict[str, tuple[str, str]] = {
    "damaged_book": ("Excel-boken lar seg ikke lese", "Åpne den i Excel, og lagre den på nytt."),
    "not_a_book": ("dette er ikke en Excel-bok", "Velg en fil som slutter på .xlsx eller .csv."),
    "has_macros": ("Excel-boken har makroer", "Lagre den som .xlsx uten makroer."),
    "unpacks_too_large": ("Excel-boken pakker ut til altfor mye", "Kopier svarene over i en ny fil."),
    "too_many_cells_in_book": ("Excel-boken har flere celler enn vi kan lese", "Kopier svarene over i en ny fil."),
    "too_many_formats": ("Excel-boken har flere celleformater enn vi kan lese", "Kopier svarene over i en ny fil."),
    "takes_too_much": ("Excel-boken krever for mye tid eller minne å lese", "Kopier svarene over i en ny fil."),
    "is_strict": (
        "boken er lagret som «Strict Open XML-regneark»",
        "Velg «Lagre som» og «Excel-arbeidsbok (*.xlsx)».",
    ),
    "is_xlsb": ("boken er lagret som binær Excel-bok (.xlsb)", "Velg «Lagre som» og «Excel-arbeidsbok (*.xlsx)»."),
    "is_ods": ("dette er et OpenDocument-regneark (.ods)", "Velg «Lagre som» og «Excel (.xlsx)»."),
    "formula": ("linjen har en formel", "Skriv tallet eller teksten i stedet."),
    "error_cell": ("cellen viser feilen {found}", "Skriv tallet eller teksten i stedet."),
    "scaled": (
        "cellen viser tallet i tusen («{found}»)",
        "Velg tallformatet «Standard» for cellen, og se over tallet.",
    ),
    "merged": ("cellene {found} er slått sammen", "Del dem, og skriv det som gjelder, i hver celle."),
    "two_responses": (
        "filen har linjer fra flere egenvurderinger",
        "Bruk bare filen som er hentet ut for denne kunden.",
    ),
    "other_response": ("filen er hentet ut for en annen egenvurdering", "Hent ut en ny fil for denne kunden."),
    "other_customer": ("filen er hentet ut for «{found}», ikke «{customer}»", "Hent ut en ny fil for denne kunden."),
}
