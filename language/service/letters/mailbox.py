"""What went wrong with the mail server, for the one who sends."""

from language.both import Both

NO_SUCH_ADDRESS = Both("adressen kan ikke brukes i e-post", "adressa kan ikkje brukast i e-post")
BROKEN = Both("forbindelsen til e-posttjeneren ble brutt", "sambandet med e-posttenaren blei brote")
REFUSED = Both("e-posttjeneren avviste brevet ({code})", "e-posttenaren avviste brevet ({code})")
NO_WORD = Both(
    "e-posttjeneren svarte ikke på om den tok imot brevet", "e-posttenaren svara ikkje på om han tok imot brevet"
)
NOT_TRUSTED = Both(
    "sertifikatet til e-posttjeneren er ikke til å stole på", "sertifikatet til e-posttenaren er ikkje til å lite på"
)
NO_LOGIN = Both(
    "e-posttjeneren tar ikke brukernavnet eller passordet", "e-posttenaren tek ikkje brukarnamnet eller passordet"
)
NOT_OFFERED = Both(
    "e-posttjeneren tilbyr ikke det innstillingene ber om (TLS eller innlogging)",
    "e-posttenaren tilbyr ikkje det innstillingane ber om (TLS eller innlogging)",
)
NO_CONTACT = Both("vi får ikke kontakt med e-posttjeneren", "vi får ikkje kontakt med e-posttenaren")
