"""What is said of members: who has access, inviting one more, removing and forgetting."""

from language.both import Both, Words

WHO_HAS_ACCESS = Both("Hvem har tilgang", "Kven har tilgang")
WHO_IN_HPAS = Both("Hvem i HPAS har tilgang", "Kven i HPAS har tilgang")
OWN_MACHINE = Both(
    "Ingen logger inn på denne maskinen: den som sitter her, har tilgang til alt.",
    "Ingen loggar inn på denne maskina: den som sit her, har tilgang til alt.",
)
NO_LOGIN = Both(
    "I lokal bruk logger ingen inn. Invitasjoner virker først når innlogging er satt opp.",
    "I lokal bruk loggar ingen inn. Invitasjonar verkar først når innlogging er sett opp.",
)
NOBODY_YET = Both(
    "Ingen ennå. Inviter den første med e-postadressen vedkommende logger inn med.",
    "Ingen enno. Inviter den første med e-postadressa vedkommande loggar inn med.",
)
LAST_SEEN = Both("sist inne {when}", "sist inne {when}")
INVITATION_OVER = Both("invitasjonen er gått ut. Inviter på nytt", "invitasjonen har gått ut. Inviter på nytt")
NEVER_SEEN = Both("har ikke logget inn ennå", "har ikkje logga inn enno")
ENDING = Words(
    {
        "remove": ("Fjern tilgangen", "Fjern tilgangen"),
        "forget": ("Fjern og glem personen", "Fjern og gløym personen"),
    }
)
ARE_YOU_SURE = Both("Er du sikker?", "Er du sikker?")
YES_END = Words(
    {
        "remove": ("Ja, fjern tilgangen", "Ja, fjern tilgangen"),
        "forget": ("Ja, fjern og glem personen", "Ja, fjern og gløym personen"),
    }
)
NO = Both("Nei", "Nei")
REMOVED = Both("Tilgangen er fjernet.", "Tilgangen er fjerna.")
INVITED_AND_SENT = Both("Invitasjonen er lagret og sendt på e-post.", "Invitasjonen er lagra og send på e-post.")
INVITED = Both(
    "Invitasjonen er lagret. Kopier teksten under, og send den selv.",
    "Invitasjonen er lagra. Kopier teksten under, og send han sjølv.",
)
MAIL_SILENT = Both(
    "e-posttjeneren svarte ikke på om den tok imot brevet", "e-posttenaren svara ikkje på om han tok imot brevet"
)
INVITED_NOT_SENT = Both(
    "Invitasjonen er lagret, men brevet er ikke sendt: {why}. Kopier teksten under, og send den selv.",
    "Invitasjonen er lagra, men brevet er ikkje sendt: {why}. Kopier teksten under, og send han sjølv.",
)
INVITE_ONE_MORE = Both("Inviter en til", "Inviter ein til")
EMAIL = Both("E-postadresse", "E-postadresse")
NAME = Both("Navn (kan stå tomt)", "Namn (kan stå tomt)")
ROLE = Both("Rolle", "Rolle")
INVITE = Both("Inviter", "Inviter")
