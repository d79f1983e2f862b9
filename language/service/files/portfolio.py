"""What the files of all customers side by side are called, and what is in them."""

from language.both import Both

COMPARISON = Both("Sammenligning", "Samanlikning")
ABOUT_COMPARISON = Both(
    "Alle kunder side om side: konklusjon, stoppkrav, tidligste oppstart, svargrad og tallene for hver suksessfaktor.",
    "Alle kundar side om side: konklusjon, stoppkrav, tidlegaste oppstart, svargrad og tala for kvar suksessfaktor.",
)
COMPARISON_LONG = Both("Sammenligning, én linje per tall", "Samanlikning, éi linje per tal")
ABOUT_COMPARISON_LONG = Both(
    "De samme tallene som i sammenligningen, med én linje per kunde og gruppe av spørsmål.",
    "Dei same tala som i samanlikninga, med éi linje per kunde og gruppe av spørsmål.",
)
WAITING = Both("Kundene venter på", "Kundane ventar på")
ABOUT_WAITING = Both(
    "Hvem som skylder hva til hvilken kunde, og når det skal være på plass.",
    "Kven som skuldar kva til kva kunde, og når det skal vere på plass.",
)
COURSE = Both("Utvikling", "Utvikling")
ABOUT_COURSE = Both(
    "Tallene for en kunde hver gang den har sendt inn, og i dag.",
    "Tala for ein kunde kvar gong kunden har sendt inn, og i dag.",
)
COURSES = Both("Utvikling for alle", "Utvikling for alle")
ABOUT_COURSES = Both(
    "Tallene for hver kunde hver gang den har sendt inn, og i dag.",
    "Tala for kvar kunde kvar gong kunden har sendt inn, og i dag.",
)
MOVED = Both("Endret siden sist", "Endra sidan sist")
ABOUT_MOVED = Both(
    "Hvor mange svar hver kunde har endret siden den sendte inn sist.",
    "Kor mange svar kvar kunde har endra sidan kunden sende inn sist.",
)
