"""What is said of customers and go-live dates from a CSV file. The columns of the file are named as the file has them."""

from language.both import Both, Plural

TAKE_IN = Both("Hent inn kunder fra en CSV-fil", "Hent inn kundar frå ei CSV-fil")
ABOUT_CUSTOMERS = Both(
    "Filen har én kunde på hver linje. Kolonnene er «Navn», «Type», «Organisasjonsnummer», «Region», «Gruppe», "
    "«Oppstart», «E-post til prosjektleder» og «Senger». Bare navn og type må være med. Du ser hva som blir lagt til før noe "
    "lagres, og kunder som finnes fra før, blir stående som de er.",
    "Fila har éin kunde på kvar linje. Kolonnene er «Navn», «Type», «Organisasjonsnummer», «Region», «Gruppe», "
    "«Oppstart», «E-post til prosjektleder» og «Senger». Berre namn og type må vere med. Du ser kva som blir lagt til før noko "
    "blir lagra, og kundar som finst frå før, blir ståande som dei er.",
)
ADD = Plural(
    ("Legg til {n}\u00a0kunde", "Legg til {n}\u00a0kunder"),
    ("Legg til {n}\u00a0kunde", "Legg til {n}\u00a0kundar"),
)
MOVE_MANY = Both("Flytt mange oppstarter fra en CSV-fil", "Flytt mange oppstartar frå ei CSV-fil")
ABOUT_DATES = Both(
    "Filen har «Oppstart» og enten «Organisasjonsnummer», «Navn» eller «Kunde-id». Listen over kunder som lastes ned "
    "over, kan endres og hentes inn igjen her.",
    "Fila har «Oppstart» og anten «Organisasjonsnummer», «Navn» eller «Kunde-id». Lista over kundar som de lastar ned "
    "over, kan endrast og hentast inn igjen her.",
)
CSV_FILE = Both("CSV-fil", "CSV-fil")
OLD_LETTERS = Both(
    "Filen er lagret i eldre tegnsett (æ, ø og å ser feil ut ellers)",
    "Fila er lagra i eldre teiknsett (æ, ø og å ser feil ut elles)",
)
CANNOT_BE_USED = Plural(
    (
        "Filen kan ikke brukes. {n}\u00a0feil å rette. Ingenting er lagret.",
        "Filen kan ikke brukes. {n}\u00a0feil å rette. Ingenting er lagret.",
    ),
    (
        "Fila kan ikkje brukast. {n}\u00a0feil å rette. Ingenting er lagra.",
        "Fila kan ikkje brukast. {n}\u00a0feil å rette. Ingenting er lagra.",
    ),
)
ALREADY_THERE = Plural(
    (
        "{n}\u00a0kunde finnes fra før, og blir stående som de er.",
        "{n}\u00a0kunder finnes fra før, og blir stående som de er.",
    ),
    (
        "{n}\u00a0kunde finst frå før, og blir ståande som han er.",
        "{n}\u00a0kundar finst frå før, og blir ståande som dei er.",
    ),
)
LINE = Both("Linje", "Linje")
THERE_AS = Both("Finnes som", "Finst som")
THOSE_THERE = Both("Kunder som finnes fra før", "Kundar som finst frå før")
ARCHIVED = Both("{name} (arkivert)", "{name} (arkivert)")
NOTHING_NEW = Both("Filen legger ikke til noen kunder.", "Fila legg ikkje til nokon kundar.")
WILL_BE_ADDED = Plural(
    ("**{n}\u00a0kunde** blir lagt til:", "**{n}\u00a0kunder** blir lagt til:"),
    ("**{n}\u00a0kunde** blir lagd til:", "**{n}\u00a0kundar** blir lagde til:"),
)
THOSE_ADDED = Both("Kundene som blir lagt til", "Kundane som blir lagde til")
NAME = Both("Navn", "Namn")
ADDING = Both("Legger til kundene …", "Legg til kundane …")
ADDED_SO_FAR = Both("{done} av {all} kunder er lagt til …", "{done} av {all} kundar er lagde til …")
ADDED = Plural(
    ("{n}\u00a0kunde er lagt til.", "{n}\u00a0kunder er lagt til."),
    ("{n}\u00a0kunde er lagd til.", "{n}\u00a0kundar er lagde til."),
)
INVITATIONS_GO = Plural(
    (
        "{n}\u00a0invitasjon går ut neste gang brev blir sendt.",
        "{n}\u00a0invitasjoner går ut neste gang brev blir sendt.",
    ),
    (
        "{n}\u00a0invitasjon går ut neste gong brev blir sende.",
        "{n}\u00a0invitasjonar går ut neste gong brev blir sende.",
    ),
)
TELL_THEM = Plural(
    (
        "{n}\u00a0prosjektleder kan logge inn med adressen i filen. Si fra til dem selv.",
        "{n}\u00a0prosjektledere kan logge inn med adressen i filen. Si fra til dem selv.",
    ),
    (
        "{n}\u00a0prosjektleiar kan logge inn med adressa i fila. Sei frå sjølv.",
        "{n}\u00a0prosjektleiarar kan logge inn med adressa i fila. Sei frå til dei sjølv.",
    ),
)
