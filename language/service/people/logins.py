"""Why someone is not let in, in words for them."""

from language.both import Both

NO_MEMBERSHIP = Both(
    "Du er logget inn, men ingen har gitt deg tilgang til Klarsjekk. Be prosjektlederen hos kunden eller HPAS om en "
    "invitasjon til e-postadressen du logger inn med.",
    "Du er logga inn, men ingen har gitt deg tilgang til Klarsjekk. Be prosjektleiaren hos kunden eller HPAS om ein "
    "invitasjon til e-postadressa du loggar inn med.",
)
INVITATION_OVER = Both(
    "Invitasjonen din er mer enn {days} dager gammel, og gjelder ikke lenger. Be den som inviterte deg, om en ny.",
    "Invitasjonen din er meir enn {days} dagar gammal, og gjeld ikkje lenger. Be den som inviterte deg, om ein ny.",
)
LOGIN_TOO_OLD = Both(
    "Innloggingen er mer enn tolv timer gammel. Logg inn på nytt.",
    "Innlogginga er meir enn tolv timar gammal. Logg inn på nytt.",
)
LOGIN_UNUSED = Both(
    "Du har ikke brukt Klarsjekk på {minutes} minutter. Logg inn på nytt.",
    "Du har ikkje brukt Klarsjekk på {minutes} minutt. Logg inn på nytt.",
)
LOGIN_TOO_WEAK = Both(
    "Du må logge inn sikrere for å bruke rollen din i Klarsjekk. Logg ut, og logg inn igjen med to trinn, for eksempel en "
    "kode på telefonen.",
    "Du må logge inn tryggare for å bruke rolla di i Klarsjekk. Logg ut, og logg inn igjen med to trinn, for eksempel ein "
    "kode på telefonen.",
)
LOGIN_ENDED = Both(
    "Du er logget ut. Logg inn på nytt for å gå videre.", "Du er logga ut. Logg inn på nytt for å gå vidare."
)
MEMBER = Both("Medlem", "Medlem")
