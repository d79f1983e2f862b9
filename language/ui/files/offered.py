"""What is said of each file a customer can take out, and of those that are not there yet."""

from language.both import Both

TAKE_OUT = Both("Ta med ut", "Ta med ut")
DECISION_BASIS = Both("Beslutningsgrunnlag som PDF", "Avgjerdsgrunnlag som PDF")
FOR_DECISION = Both(
    "Til den som skal si ja eller nei: forslag til vedtak, alternativer, vilkår og dato på to til fire sider.",
    "Til den som skal seie ja eller nei: forslag til vedtak, alternativ, vilkår og dato på to til fire sider.",
)
WORKBOOK = Both("Arbeidsbok for Excel", "Arbeidsbok for Excel")
FOR_MEETINGS = Both(
    "Til møtene i prosjektet: oversikt, svar, mangler, tiltak og unntak, hvert på sitt ark.",
    "Til møta i prosjektet: oversikt, svar, manglar, tiltak og unntak, kvart på sitt ark.",
)
ANSWERS_BOOK = Both("Excel-fil til å fylle ut", "Excel-fil til å fylle ut")
FOR_ANSWERING = Both(
    "Til den som skal svare uten å logge inn. Alle nivåer og forklaringer står i filen. Hent den inn igjen under "
    "«Hent inn svar».",
    "Til den som skal svare utan å logge inn. Alle nivå og forklaringar står i fila. Hent ho inn igjen under "
    "«Hent inn svar».",
)
CALENDAR = Both("Frister til Outlook", "Fristar til Outlook")
FOR_CALENDAR = Both(
    "Til kalenderen: oppstarten, stoppkravene og fristene i planen, slik de er nå.",
    "Til kalenderen: oppstarten, stoppkrava og fristane i planen, slik dei er no.",
)
KEEPS_UP = Both(
    "En adresse som følger med av seg selv, lager dere under «Kalender som følger med».",
    "Ei adresse som følgjer med av seg sjølv, lagar de under «Kalender som følgjer med».",
)
DOSSIER = Both("Vurderingsfil til HPAS", "Vurderingsfil til HPAS")
FOR_HPAS = Both(
    "Til HPAS, når dere bruker Klarsjekk på egen maskin: svarene med historikk, planen, det dere har sendt inn, "
    "tallene om virksomheten og det dere har ført etter oppstart. Beslutninger begge har skrevet under, er ikke med. "
    "Send den gjerne på nytt: da kommer bare det nye med.",
    "Til HPAS, når de brukar Klarsjekk på eiga maskin: svara med historikk, planen, det de har sendt inn, "
    "tala om verksemda og det de har ført etter oppstart. Avgjerder begge har skrive under, er ikkje med. "
    "Send ho gjerne på nytt: då kjem berre det nye med.",
)
ARCHIVE = Both("Arkivpakke", "Arkivpakke")
FOR_ARCHIVE = Both(
    "Til arkivet: papirene, svarene og hele historikken i én fil, med en liste over innholdet og kontrollsummer.",
    "Til arkivet: papira, svara og heile historikken i éi fil, med ei liste over innhaldet og kontrollsummar.",
)
PROGRAMS = Both("Tabeller og filer for programmer", "Tabellar og filer for program")
ANSWERS = Both("Svarene", "Svara")
ABOUT_ANSWERS = Both(
    "Alt dere har svart, med kommentarer og dokumentasjon. Filen kan hentes inn igjen uten at noe går tapt.",
    "Alt de har svart, med kommentarar og dokumentasjon. Fila kan hentast inn igjen utan at noko går tapt.",
)
GAPS = Both("Det som mangler", "Det som manglar")
ABOUT_GAPS = Both(
    "Hva som mangler, når det skulle vært på plass, og hva dere kan gjøre med det.",
    "Kva som manglar, når det skulle vore på plass, og kva de kan gjere med det.",
)
WORK_ITEMS = Both("Tiltakene som oppgaver", "Tiltaka som oppgåver")
ABOUT_WORK_ITEMS = Both(
    "Til den som fører oppgavene i Azure DevOps. Filen hentes inn der.",
    "Til den som fører oppgåvene i Azure DevOps. Fila blir henta inn der.",
)
TO_DEVOPS = Both("Tiltak til Azure DevOps", "Tiltak til Azure DevOps")
NO_ANSWERS = Both(
    "Svarene kan lastes ned når noe er besvart.",
    "Svara kan lastast ned når noko er svart på.",
)
NO_ACTIONS = Both(
    "Tiltakene kan lastes ned når planen har et åpent tiltak.",
    "Tiltaka kan lastast ned når planen har eit ope tiltak.",
)
NO_DATE = Both(
    "Frister til Outlook kan lastes ned når datoen for oppstart er satt.",
    "Fristar til Outlook kan lastast ned når datoen for oppstart er sett.",
)
NO_DATES_LEFT = Both("Ingen frister gjenstår.", "Ingen fristar står att.")
NO_DATE_FOR_GAPS = Both(
    "Listen over det som mangler, kan lastes ned når datoen for oppstart er satt.",
    "Lista over det som manglar, kan lastast ned når datoen for oppstart er sett.",
)
NO_GAPS = Both(
    "Ingenting mangler, så det er ingen liste over det.", "Ingenting manglar, så det er inga liste over det."
)
