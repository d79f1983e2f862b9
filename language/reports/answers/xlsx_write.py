"""What the workbook to fill in says, beside its headings (`headings`) and how each kind is answered (`xlsx_choices`)."""

from language.both import Both

# The workbook is known by these when it comes in again: both are read.
TITLE = Both("Klarsjekk, svar: ", "Klarsjekk, svar: ")
ANSWERS = Both("Svar", "Svar")
GUIDE = Both("Veiledning", "Rettleiing")

ANSWERS_FOOT = Both("{customer} · svar per {day}", "{customer} · svar per {day}")
GUIDE_FOOT = Both("{customer} · veiledning", "{customer} · rettleiing")
FACT = Both(
    "Et tall: {unit}. Det brukes der et spørsmål teller det samme.",
    "Eit tal: {unit}. Det blir brukt der eit spørsmål tel det same.",
)
YES = Both("ja", "ja")

HOW_TO_FILL_IN = Both("Slik fyller du ut", "Slik fyller du ut")
CUSTOMER = Both("Kunde", "Kunde")
CONCERNS = Both("Gjelder", "Gjeld")
MADE = Both("Hentet ut", "Henta ut")
KEY = Both("Nøkkel", "Nøkkel")
# What it is about, what to do.
GUIDANCE = (
    (
        Both("Hvor du skriver", "Kor du skriv"),
        Both(
            "Fyll ut de hvite feltene i arket «Svar». De grå er låst og skal stå som de er.",
            "Fyll ut dei kvite felta i arket «Svar». Dei grå er låste og skal stå som dei er.",
        ),
    ),
    (
        Both("Før du svarer", "Før du svarar"),
        Both(
            "«Forklaring» sier hva som regnes som på plass. «Slik svarer du» har alle nivåene, eller hva tallene teller.",
            "«Forklaring» seier kva som blir rekna som på plass. «Slik svarar du» har alle nivåa, eller kva tala tel.",
        ),
    ),
    (
        Both("Nivå, ja eller nei", "Nivå, ja eller nei"),
        Both("Velg fra listen i feltet «Svar».", "Vel frå lista i feltet «Svar»."),
    ),
    (
        Both("Andel", "Del"),
        Both(
            "Skriv de to tallene i «Antall» og «Av i alt», ikke prosent.",
            "Skriv dei to tala i «Antal» og «Av i alt», ikkje prosent.",
        ),
    ),
    (
        Both("Tabell", "Tabell"),
        Both(
            "Første linje er spørsmålet selv. Deretter kommer én linje per rad. På tomme linjer kan du navngi nye rader.",
            "Første linje er spørsmålet sjølv. Deretter kjem éi linje per rad. På tomme linjer kan du gi nye rader namn.",
        ),
    ),
    (
        Both("Ikke aktuelt", "Ikkje aktuelt"),
        Both(
            "Velg ja og skriv en begrunnelse. La da svaret stå tomt.",
            "Vel ja og skriv ei grunngiving. Lat då svaret stå tomt.",
        ),
    ),
    (
        Both("Vet ikke ennå", "Veit ikkje enno"),
        Both(
            "Velg ja når dere må spørre noen. Spørsmålet er fortsatt ubesvart.",
            "Vel ja når de må spørje nokon. Spørsmålet er framleis utan svar.",
        ),
    ),
    (
        Both("Svart av HPAS", "Svart av HPAS"),
        Both(
            "Noen spørsmål svarer HPAS på. Er dere uenige, skriv hvorfor og deres eget svar. Ellers endres ingenting.",
            "Nokre spørsmål svarar HPAS på. Er de ueinige, skriv kvifor og dykkar eige svar. Elles blir ingenting endra.",
        ),
    ),
    (
        Both("Tomme felt", "Tomme felt"),
        Both(
            "Et tomt svar endrer ingenting. Tom kommentar, dokumentasjon, «Venter på» eller «Vet ikke ennå» fjerner det som stod der.",
            "Eit tomt svar endrar ingenting. Tom kommentar, dokumentasjon, «Ventar på» eller «Veit ikkje enno» fjernar det som stod der.",
        ),
    ),
    (
        Both("Hente inn igjen", "Hente inn igjen"),
        Both(
            "Velg filen under «Filer». Du ser hva som endres før noe lagres.",
            "Vel fila under «Filer». Du ser kva som blir endra før noko blir lagra.",
        ),
    ),
    (
        Both("Endret i mellomtiden", "Endra i mellomtida"),
        Both(
            "Er et svar endret i Klarsjekk etter at filen ble hentet ut, blir det merket. Ingenting går tapt.",
            "Er eit svar endra i Klarsjekk etter at fila blei henta ut, blir det merkt. Ingenting går tapt.",
        ),
    ),
    (
        Both("Formler", "Formlar"),
        Both(
            "Skriv tall og tekst, ikke formler. Filer med formler eller makroer blir avvist.",
            "Skriv tal og tekst, ikkje formlar. Filer med formlar eller makroar blir avviste.",
        ),
    ),
)
