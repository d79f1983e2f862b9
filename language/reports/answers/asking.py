"""Words of the e-mail to who is to answer."""

from language.both import Both, Plural

MINUTES = Both("om lag {n}\u00a0minutter", "om lag {n}\u00a0minutt")
AN_HOUR = Both("om lag en time", "om lag ein time")
QUESTIONS = Plural(("{n}\u00a0spørsmål", "{n}\u00a0spørsmål"), ("{n}\u00a0spørsmål", "{n}\u00a0spørsmål"))
SUBJECT = Both(
    "Emne: {asked} til deg om oppstarten av Helseplattformen",
    "Emne: {asked} til deg om oppstarten av Helseplattformen",
)
HELLO = Both("Hei.", "Hei.")
HELLO_TO = Both("Hei {name}.", "Hei {name}.")
ABOUT = Both(
    "{customer} tar Helseplattformen i bruk. Du vet svaret på {asked} i egenvurderingen vår. "
    "Å fylle ut tar {minutes}. Noe må du kanskje finne fram først.",
    "{customer} tek Helseplattformen i bruk. Du veit svaret på {asked} i eigenvurderinga vår. "
    "Å fylle ut tek {minutes}. Noko må du kanskje finne fram først.",
)
ABOUT_DATED = Both(
    "{customer} tar Helseplattformen i bruk {day}. Du vet svaret på {asked} i egenvurderingen vår. "
    "Å fylle ut tar {minutes}. Noe må du kanskje finne fram først.",
    "{customer} tek Helseplattformen i bruk {day}. Du veit svaret på {asked} i eigenvurderinga vår. "
    "Å fylle ut tek {minutes}. Noko må du kanskje finne fram først.",
)
WITH_FILE = Both(
    "Fyll ut de hvite feltene i Excel-filen som ligger ved, og send den tilbake til meg. "
    "Et felt du ikke vet noe om, lar du stå tomt.",
    "Fyll ut dei kvite felta i Excel-fila som ligg ved, og send henne tilbake til meg. "
    "Eit felt du ikkje veit noko om, lèt du stå tomt.",
)
WITH_LINK = Both(
    "Svar her. Hvert svar lagres med en gang, så du kan ta det i flere omganger:",
    "Svar her. Kvart svar blir lagra med ein gong, så du kan ta det i fleire omgangar:",
)
SAY_WHAT_YOU_KNOW = Both(
    "Svar det du vet, også når svaret er nei eller null. Det viser hva vi må rekke.",
    "Svar det du veit, også når svaret er nei eller null. Det viser kva vi må rekke.",
)
THESE = Both("Dette gjelder:", "Dette gjeld:")
REGARDS = Both("Hilsen", "Helsing")
