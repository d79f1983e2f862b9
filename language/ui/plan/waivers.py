"""What approved exceptions say on screen."""

from language.both import Both

RULES = Both(
    "Et unntak lar dere gå videre med et stoppkrav som ikke er oppfylt. Det trenger et tiltak som gjør det forsvarlig, en eier og en "
    "sluttdato, tidligst på oppstartsdagen. HPAS godkjenner. Det faller av seg selv når datoen er passert, når oppstarten "
    "flyttes forbi den, og når svaret endres.",
    "Eit unntak lèt dykk gå vidare med eit stoppkrav som ikkje er oppfylt. Det treng eit tiltak som gjer det forsvarleg, ein eigar og "
    "ein sluttdato, tidlegast på oppstartsdagen. HPAS godkjenner. Det fell av seg sjølv når datoen er passert, når oppstarten "
    "blir flytta forbi han, og når svaret blir endra.",
)
APPROVED = Both("Godkjente unntak", "Godkjende unntak")
ASK_FOR_ONE = Both("Be om et unntak", "Be om eit unntak")
UNTIL = Both("**{title}**, til {day}", "**{title}**, til {day}")
GIVEN_FOR = Both("Gitt for svaret {answer}. Tiltak og eier:", "Gitt for svaret {answer}. Tiltak og eigar:")
HPAS_GROUNDS = Both("HPAS begrunner:", "HPAS grunngir:")
STOP = Both("Stoppkrav", "Stoppkrav")
MEASURE = Both("Hva gjør dere i stedet, så det er forsvarlig?", "Kva gjer de i staden, så det er forsvarleg?")
ANSWERS_FOR_IT = Both("Hvem svarer for det?", "Kven svarar for det?")
HOLDS_UNTIL = Both("Gjelder til og med", "Gjeld til og med")
SEND = Both("Send til HPAS", "Send til HPAS")
SENT = Both("Forslaget er sendt til HPAS.", "Forslaget er sendt til HPAS.")
TAKE_PROPOSAL_BACK = Both("Trekk forslaget", "Trekk forslaget")
BY_CUSTOMER = Both("Trukket av kunden", "Trekt av kunden")
PROPOSAL_TAKEN_BACK = Both("Forslaget er trukket.", "Forslaget er trekt.")
APPROVE = Both("Godkjenn", "Godkjenn")
IS_APPROVED = Both("Unntaket er godkjent.", "Unntaket er godkjent.")
REJECT = Both("Avslå", "Avslå")
IS_REJECTED = Both("Forslaget er avslått.", "Forslaget er avslått.")
UNDO_APPROVAL = Both("Trekk godkjenningen tilbake", "Trekk godkjenninga tilbake")
TAKE_BACK = Both("Trekk tilbake", "Trekk tilbake")
IS_TAKEN_BACK = Both("Godkjenningen er trukket tilbake.", "Godkjenninga er trekt tilbake.")
GROUNDS = Both("Begrunnelse", "Grunngiving")
WAITING = Both("Unntak som venter på svar", "Unntak som ventar på svar")
NONE_WAITING = Both("Ingen forslag venter.", "Ingen forslag ventar.")
OWNER = Both("Eier:", "Eigar:")
