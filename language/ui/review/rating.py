"""What one review says: what to look at, all the rest in one act, and handing it back."""

from language.both import Both, Words

LISTS = Words(
    {
        "proposed": ("Foreslått", "Foreslått"),
        "unseen": ("Ikke vurdert", "Ikkje vurdert"),
        "all": "Alle",
    }
)
BACK = Both("Tilbake til køen", "Tilbake til køen")
TAKEN_BACK = Both("Kunden har tatt vurderingen tilbake.", "Kunden har tatt vurderinga tilbake.")
ABOUT = Both(
    "{kind}. {state}. Sendt {day}, {days} før oppstart.",
    "{kind}. {state}. Sendt {day}, {days} før oppstart.",
)
ONE_OTHER = Both("{name} (sist kl. {when})", "{name} (sist kl. {when})")
OTHERS = Both("Ser også på denne nå: {who}.", "Ser også på denne no: {who}.")
BEFORE_BEGINNING = Both(
    "Når du begynner, kan kunden ikke lenger ta den tilbake. Det HPAS så på sist, og som er svart likt nå, bæres over.",
    "Når du set i gang, kan kunden ikkje lenger ta vurderinga tilbake. Det HPAS såg på sist, og som er svart likt no, "
    "blir bore over.",
)
BEGIN = Both("Begynn kvalitetssikringen", "Set i gang kvalitetssikringa")
BEGUN = Both("Kvalitetssikringen er begynt.", "Kvalitetssikringa er sett i gang.")
NO_DAY = Both("ingen dato", "ingen dato")
CONCLUSION = Both(
    "**{whose}:** {verdict}, {n}\u00a0stoppkrav rekker ikke", "**{whose}:** {verdict}, {n}\u00a0stoppkrav rekk ikkje"
)
CONCLUSION_AND_READINESS = Both(
    "**{whose}:** {verdict}, {points} % på plass, {n}\u00a0stoppkrav rekker ikke",
    "**{whose}:** {verdict}, {points} % på plass, {n}\u00a0stoppkrav rekk ikkje",
)
APART = Both("Der dere er uenige", "Der de er ueinige")
QUESTION = Both("Spørsmål", "Spørsmål")
CUSTOMER_PERCENT = Both("Kunden %", "Kunden %")
HPAS_PERCENT = Both("HPAS %", "HPAS %")
WEIGHTED_DISTANCE = Both("Avstand · vekt", "Avstand · vekt")
TABLE = Both("Spørsmål med uenighet, størst avstand først", "Spørsmål med usemje, størst avstand først")
NO_QUESTIONS = Both("Ingen spørsmål her.", "Ingen spørsmål her.")
LOOKING_AT = Both("Hva du ser på", "Kva du ser på")
ABOUT_PROPOSED = Both(
    "Foreslått: alle stoppkrav, det som er merket ikke aktuelt, endret siden sist eller ikke stemmer med et annet svar, "
    "og en stikkprøve av resten.",
    "Foreslått: alle stoppkrav, det som er merkt ikkje aktuelt, endra sidan sist eller ikkje stemmer med eit anna svar, "
    "og ei stikkprøve av resten.",
)
AGREE_ON_PAGE = Both("Enig i resten på siden", "Einig i resten på sida")
AGREE_UNCHANGED = Both("Enig i alt annet som er uendret ({n} svar)", "Einig i alt anna som er uendra ({n} svar)")
AGREE_NOT_PROPOSED = Both(
    "Enig i alt annet som ikke er foreslått ({n} svar)", "Einig i alt anna som ikkje er foreslått ({n} svar)"
)
AGREED = Both("HPAS er enig i {answers} til.", "HPAS er einig i {answers} til.")
HAND_BACK = Both("Gi den tilbake", "Gi vurderinga tilbake")
COMMENT = Both("Kommentar til kunden", "Kommentar til kunden")
KNOWN = Both("Jeg vet at {answers} ikke er sett på.", "Eg veit at {answers} ikkje er sett på.")
DONE = Both("Ferdig vurdert", "Ferdig vurdert")
GIVEN_BACK = Both("Vurderingen er gitt tilbake til kunden.", "Vurderinga er gitt tilbake til kunden.")
RETURN = Both("Send tilbake med kommentarer", "Send tilbake med kommentarar")
RETURNED = Both("Vurderingen er sendt tilbake til kunden.", "Vurderinga er send tilbake til kunden.")
WHAT_HAPPENED = Both("Hva som har skjedd", "Kva som har hendt")
OPEN_AGAIN = Both("Åpne kvalitetssikringen igjen", "Opne kvalitetssikringa igjen")
WHY = Both("Hvorfor?", "Kvifor?")
OPEN = Both("Åpne igjen", "Opne igjen")
OPENED_AGAIN = Both("Kvalitetssikringen er åpnet igjen.", "Kvalitetssikringa er opna igjen.")
