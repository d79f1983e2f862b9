"""What became of a reminder, in words."""

from language.both import Both, Plural

SENT = Plural(
    ("{n}\u00a0brev er sendt.", "{n}\u00a0brev er sendt."), ("{n}\u00a0brev er sendt.", "{n}\u00a0brev er sende.")
)
QUEUED = Plural(
    (
        "{n}\u00a0brev er lagt i kø og sendes ved neste utsending.",
        "{n}\u00a0brev er lagt i kø og sendes ved neste utsending.",
    ),
    (
        "{n}\u00a0brev er lagt i kø og blir sendt ved neste utsending.",
        "{n}\u00a0brev er lagde i kø og blir sende ved neste utsending.",
    ),
)
TOLD = Plural(
    (
        "{n}\u00a0prosjektleder har alt fått en påminnelse i dag.",
        "{n}\u00a0prosjektledere har alt fått en påminnelse i dag.",
    ),
    (
        "{n}\u00a0prosjektleiar har alt fått ei påminning i dag.",
        "{n}\u00a0prosjektleiarar har alt fått ei påminning i dag.",
    ),
)
NOBODY = Both(
    "Ingen prosjektleder å skrive til hos {customers}. Inviter en under «Kunder og tilgang».",
    "Ingen prosjektleiar å skrive til hos {customers}. Inviter ein under «Kundar og tilgang».",
)
FAULT = Both("E-posten gikk ikke: {fault}.", "E-posten gjekk ikkje: {fault}.")
COPY = Both("Kopier teksten under, og send den selv.", "Kopier teksten under, og send han sjølv.")
AND_MORE = Both("{names} og {more} til", "{names} og {more} til")
ADDRESSES = Both("Adressene:", "Adressene:")
