"""What the history of an answer says."""

from language.both import Both, Words

# The keys are the kinds of revision that are stored.
KINDS = Words(
    {
        "import": ("hentet inn fra fil", "henta inn frå fil"),
        "restore": ("tatt tilbake", "tatt tilbake"),
        "conflict": (
            "skrevet over det en annen nettopp hadde svart",
            "skrive over det ein annan nettopp hadde svart",
        ),
        "superseded": (
            "kom etter et nyere svar, og ble aldri gjeldende",
            "kom etter eit nyare svar, og blei aldri gjeldande",
        ),
        "form": ("endret da spørreskjemaet ble nytt", "endra då spørjeskjemaet blei nytt"),
        "confirm": ("stemmer fortsatt", "stemmer framleis"),
        "profile": (
            "tallet i alt kom fra «Om virksomheten»",
            "talet i alt kom frå «Om verksemda»",
        ),
    }
)
NOBODY_YET = Both("Ingen har svart på dette ennå.", "Ingen har svart på dette enno.")
OLDER_EDITION = Both("svar på en eldre utgave av spørsmålet", "svar på ei eldre utgåve av spørsmålet")
TAKE_BACK = Both("Ta tilbake", "Ta tilbake")
WHAT_COMES_BACK = Both(
    "Feltet blir slik igjen. Det som står der nå, blir liggende i historikken.",
    "Feltet blir slik igjen. Det som står der no, blir liggjande i historikken.",
)
