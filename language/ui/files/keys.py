"""What the page of keys for programs says, and the query Power BI is given."""

from language.both import Both

# Power Query, the same in Power BI and Excel.
_QUERY = """let
    Kilde = Csv.Document(
        Web.Contents("{address}", [
            RelativePath = "api/v1/comparison.csv",
            Query = [basis = "hpas"],
            Headers = [Authorization = "Bearer LIM INN NØKKELEN HER"]
        ]),
        [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]
    ),
    MedNavn = Table.PromoteHeaders(Kilde, [PromoteAllScalars = true]),
    Tomme = Table.ReplaceValue(MedNavn, "", null, Replacer.ReplaceValue, Table.ColumnNames(MedNavn)),
    MedTyper = Table.TransformColumnTypes(
        Tomme, {{{{"go_live", type date}}, {{"failing_stops", Int64.Type}}}}, "en-US"
    )
in
    MedTyper"""
QUERY = Both(_QUERY, _QUERY.replace("Kilde", "Kjelde").replace("MedNavn", "MedNamn").replace("MedTyper", "MedTypar"))
ABOUT = Both(
    "Power BI, Excel og skript kan hente tabellene i Klarsjekk av seg selv. De viser en nøkkel som du lager her, for ett "
    "formål. En nøkkel kan bare lese. Den som har den, ser tallene uten å logge inn.",
    "Power BI, Excel og skript kan hente tabellane i Klarsjekk av seg sjølve. Dei viser ein nøkkel som du lagar her, for "
    "eitt føremål. Ein nøkkel kan berre lese. Den som har han, ser tala utan å logge inn.",
)
HOW = Both("Slik henter du tallene i Power BI og Excel", "Slik hentar du tala i Power BI og Excel")
STEPS = Both(
    "1. Velg *Hent data* og *Tom spørring*, og åpne *Avansert redigering*.\n"
    "2. Lim inn teksten under. Bytt ut nøkkelen, og *comparison* med tabellen du vil ha.\n"
    "3. Velg *Anonym* når programmet spør om pålogging: nøkkelen står i spørringen.",
    "1. Vel *Hent data* og *Tom spørring*, og opne *Avansert redigering*.\n"
    "2. Lim inn teksten under. Byt ut nøkkelen, og *comparison* med tabellen du vil ha.\n"
    "3. Vel *Anonym* når programmet spør om pålogging: nøkkelen står i spørjinga.",
)
WHERE_LISTED = Both(
    "Alle tabellene, med felter og typer, står på denne adressen når nøkkelen er med:",
    "Alle tabellane, med felt og typar, står på denne adressa når nøkkelen er med:",
)
GOOD = Both("Nøkler som virker", "Nøklar som verkar")
NONE = Both("Ingen ennå.", "Ingen enno.")
USED = Both("sist brukt {when}", "sist brukt {when}")
UNUSED = Both("ikke brukt ennå", "ikkje brukt enno")
TOLD = Both(
    "{whose} · gjelder til og med {until} · laget av {by} {made} · {used}",
    "{whose} · gjeld til og med {until} · laga av {by} {made} · {used}",
)
EVERY_CUSTOMER = Both("Alle kunder", "Alle kundar")
EVERY_TABLE = Both("Alle tabeller", "Alle tabellar")
ALL_TABLES = Both("alle tabeller", "alle tabellar")
END = Both("Stopp nøkkelen", "Stopp nøkkelen")
SURE = Both(
    "Programmene som bruker nøkkelen, får ikke flere tall. Er du sikker?",
    "Programma som brukar nøkkelen, får ikkje fleire tal. Er du sikker?",
)
YES_END = Both("Ja, stopp nøkkelen", "Ja, stopp nøkkelen")
NO = Both("Nei", "Nei")
ENDED = Both("Nøkkelen virker ikke lenger.", "Nøkkelen verkar ikkje lenger.")
MAKE_ONE = Both("Lag en nøkkel", "Lag ein nøkkel")
WHOSE = Both("Hvem tallene gjelder", "Kven tala gjeld")
PURPOSE = Both("Hva nøkkelen skal brukes til", "Kva nøkkelen skal brukast til")
SUCH_AS = Both("Rapporten til styringsgruppen i Power BI", "Rapporten til styringsgruppa i Power BI")
TABLES = Both("Tabeller", "Tabellar")
UNTIL = Both("Gjelder til og med (høyst {days})", "Gjeld til og med (høgst {days})")
MAKE = Both("Lag nøkkelen", "Lag nøkkelen")
MADE = Both(
    "Nøkkelen er laget. Kopier den nå, den vises bare denne ene gangen.",
    "Nøkkelen er laga. Kopier han no, han blir vist berre denne eine gongen.",
)
OVER = Both("Nøkler som ikke virker lenger ({amount})", "Nøklar som ikkje verkar lenger ({amount})")
STATE = Both("Tilstand: {state}.", "Tilstand: {state}.")
NEWEST = Both(
    "De {amount} nyeste vises. Resten står i loggen.", "Dei {amount} nyaste blir viste. Resten står i loggen."
)
