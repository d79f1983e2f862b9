"""Headings of the workbook to fill in. Both are read; those of the CSV files are in bokmål."""

from language.both import Words

# Column id -> its heading.
HEADINGS = Words(
    {
        "question_id": "Spørsmål-id",
        "title": "Spørsmål",
        "wanted": ("Hva som kreves", "Kva som blir kravd"),
        "help": "Forklaring",
        "how": ("Slik svarer du", "Slik svarar du"),
        "row": "Rad",
        "value": "Svar",
        "done": ("Antall", "Antal"),
        "all": "Av i alt",
        "not_applicable": ("Ikke aktuelt", "Ikkje aktuelt"),
        "reason": ("Begrunnelse", "Grunngiving"),
        "waiting_on": ("Venter på", "Ventar på"),
        "comment": "Kommentar",
        "evidence": "Dokumentasjon",
        "not_known": ("Vet ikke ennå", "Veit ikkje enno"),
        "disagrees": ("Uenig med HPAS fordi", "Ueinig med HPAS fordi"),
        "answered_by": "Svart av",
        "confirmed_on": ("Sist bekreftet", "Sist stadfesta"),
        "customer_id": "Kunde-id",
        "org_number": "Organisasjonsnummer",
        "customer": "Kunde",
        "stamp": "Nøkkel",
    }
)
