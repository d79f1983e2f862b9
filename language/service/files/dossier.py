"""What the assessment file is called, and what is in it."""

from language.both import Both

DOSSIER = Both("Vurderingsfil", "Vurderingsfil")
ABOUT_DOSSIER = Both(
    "Alt en kunde har sagt, med historikk, planen, det som er sendt inn, tallene om "
    "virksomheten, det som er ført etter oppstart, svarene på «Henger svarene sammen?» og egne "
    "datoer for bygging, test og opplæring, slik at HPAS kan hente det inn. "
    "Beslutninger begge har skrevet under, er ikke med.",
    "Alt ein kunde har sagt, med historikk, planen, det som er sendt inn, tala om verksemda, "
    "det som er ført etter oppstart, svara på «Heng svara saman?» og eigne datoar for bygging, "
    "test og opplæring, slik at HPAS kan hente det inn. Avgjerder begge har "
    "skrive under, er ikkje med.",
)
