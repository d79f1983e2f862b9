"""What is said of an assessment file that is taken in."""

from language.both import Both, Plural

OUTDATED = Both(
    "Noe er endret her siden du så hva filen har. Se over på nytt, og bekreft igjen.",
    "Noko er endra her sidan du såg kva fila har. Sjå over på nytt, og stadfest igjen.",
)
THE_CUSTOMER = Both("kunden", "kunden")
AN_ACTION = Both("et tiltak", "eit tiltak")
A_WAIVER = Both("et unntak", "eit unntak")
WHAT_WAS_SENT = Both("noe som er sendt inn", "noko som er sendt inn")
THE_ASSESSMENT = Both("egenvurderingen", "eigenvurderinga")
INVENTED = Both("oppdiktet", "oppdikta")
REAL = Both("virkelig", "verkeleg")
LINKED = Both(
    "«{name}» er her fra før, uten svar. Filen knyttes til den.",
    "«{name}» er her frå før, utan svar. Fila blir knytt til den kunden.",
)
OTHER_NAME = Both(
    "Kunden heter «{there}» i filen og «{here}» her. Navnet her blir stående.",
    "Kunden heiter «{there}» i fila og «{here}» her. Namnet her blir ståande.",
)
OTHER_DAY = Both(
    "Oppstarten er {there} i filen og {here} her. Datoen her blir stående.",
    "Oppstarten er {there} i fila og {here} her. Datoen her blir ståande.",
)
NO_DATE = Both("ingen dato", "ingen dato")
OTHER_FORM = Both("Kunden har gått over til et annet spørreskjema.", "Kunden har gått over til eit anna spørjeskjema.")
PASSED = Plural(
    (
        "{n}\u00a0endring i filen er eldre enn det som står, og blir bare historikk.",
        "{n}\u00a0endringer i filen er eldre enn det som står, og blir bare historikk.",
    ),
    (
        "{n}\u00a0endring i fila er eldre enn det som står, og blir berre historikk.",
        "{n}\u00a0endringar i fila er eldre enn det som står, og blir berre historikk.",
    ),
)
DECIDED = Plural(
    (
        "{n}\u00a0avgjørelse fra HPAS i filen tas ikke inn. Det som står her, gjelder.",
        "{n}\u00a0avgjørelser fra HPAS i filen tas ikke inn. Det som står her, gjelder.",
    ),
    (
        "{n}\u00a0avgjerd frå HPAS i fila blir ikkje teken inn. Det som står her, gjeld.",
        "{n}\u00a0avgjerder frå HPAS i fila blir ikkje tekne inn. Det som står her, gjeld.",
    ),
)
