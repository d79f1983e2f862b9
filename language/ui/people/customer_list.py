"""What the table of the customers says, with its search and filters."""

from language.both import Both, Plural, Words

ALL = Both("Alle", "Alle")
# The keys stand in the address.
STATES = Words(
    {
        "": "Alle",
        "nyere": ("Ikke gått over til nye spørsmål", "Ikkje gått over til nye spørsmål"),
        "uten-leder": ("Uten prosjektleder", "Utan prosjektleiar"),
        "uten-dato": ("Uten dato for oppstart", "Utan dato for oppstart"),
        "arkivert": "Arkiverte",
    }
)
SEARCH = Both("Søk", "Søk")
SEARCH_IN = Both(
    "Navn, organisasjonsnummer, sted, gruppe eller person", "Namn, organisasjonsnummer, stad, gruppe eller person"
)
SELECTION = Both("Utvalg", "Utval")
NONE_YET = Both("Ingen kunder her. Legg til den første under.", "Ingen kundar her. Legg til den første under.")
NONE_FOUND = Both("Ingen kunder passer til det du søker etter.", "Ingen kundar passar til det du søkjer etter.")
ALL_SHOWN = Plural(
    (
        "{n}\u00a0kunde. Kryss av i tabellen for å gjøre noe med dem.",
        "{n}\u00a0kunder. Kryss av i tabellen for å gjøre noe med dem.",
    ),
    (
        "{n}\u00a0kunde. Kryss av i tabellen for å gjere noko med kunden.",
        "{n}\u00a0kundar. Kryss av i tabellen for å gjere noko med dei.",
    ),
)
SOME_SHOWN = Plural(
    (
        "{n}\u00a0kunde av {all}. Kryss av i tabellen for å gjøre noe med dem.",
        "{n}\u00a0kunder av {all}. Kryss av i tabellen for å gjøre noe med dem.",
    ),
    (
        "{n}\u00a0kunde av {all}. Kryss av i tabellen for å gjere noko med kunden.",
        "{n}\u00a0kundar av {all}. Kryss av i tabellen for å gjere noko med dei.",
    ),
)
TABLE = Both(
    "Kundene med type, sted, oppstart, prosjektleder og siste endring",
    "Kundane med type, stad, oppstart, prosjektleiar og siste endring",
)
# The keys are the kinds of `service.people.group_reviewers`.
THROUGH = Words(
    {"group_name": ("fra gruppen", "frå gruppa"), "region": ("fra regionen", "frå regionen")},
)
CUSTOMER = Both("Kunde", "Kunde")
TYPE = Both("Type", "Type")
REGION = Both("Region", "Region")
GROUP = Both("Gruppe", "Gruppe")
GO_LIVE = Both("Oppstart", "Oppstart")
LEAD = Both("Prosjektleder", "Prosjektleiar")
LAST_CHANGED = Both("Sist endret", "Sist endra")
NEW_QUESTIONS = Both("Nye spørsmål", "Nye spørsmål")
NOT_OVER = Both("ikke gått over", "ikkje gått over")
REVIEWER = Both("Kvalitetssikrer", "Kvalitetssikrar")
ORG_NUMBER = Both("Org.nr.", "Org.nr.")
BEDS = Both("Senger", "Senger")
INVENTED = Both("Oppdiktet", "Oppdikta")
YES = Both("ja", "ja")
