"""What the assessment file is called, and what is in it."""

from language.both import Both

DOSSIER = Both("Vurderingsfil", "Vurderingsfil")
ABOUT_DOSSIER = Both(
    "Alt en kunde har sagt, med historikk, planen, det som er sendt inn, tallene om "
    "virksomheten og det som er ført etter oppstart, slik at HPAS kan hente det inn. "
    "Beslutninger begge har skrevet under, er ikke med.",
    "Alt ein kunde har sagt, med historikk, planen, det som er sendt inn, tala om verksemda og "
    "det som er ført etter oppstart, slik at HPAS kan hente det inn. Avgjerder begge har "
    "skrive under, er ikkje med.",
)
