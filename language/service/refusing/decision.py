"""What is refused of a decision and its conditions."""

from language.both import Both

FAULTS = {
    "nothing_sent": Both(
        "Ingenting er sendt inn ennå. Send inn egenvurderingen, så kan HPAS se på den og dere beslutte.",
        "Ingenting er sendt inn enno. Send inn eigenvurderinga, så kan HPAS sjå på henne og de avgjere.",
    ),
    "not_reviewed": Both(
        "HPAS er ikke ferdig med det som sist ble sendt inn. Beslutt når det er ferdig vurdert.",
        "HPAS er ikkje ferdig med det som sist blei sendt inn. Avgjer når det er ferdig vurdert.",
    ),
    "decision_form_changed": Both(
        "Spørreskjemaet er byttet siden dere sendte inn. Send inn på nytt før dere beslutter.",
        "Spørjeskjemaet er bytt sidan de sende inn. Send inn på nytt før de avgjer.",
    ),
    "after_go_live": Both(
        "Oppstartsdagen er passert. En beslutning må tas før den.",
        "Oppstartsdagen er passert. Ei avgjerd må takast før han.",
    ),
    "stop_worse_since": Both(
        "Stoppkrav er dårligere nå enn da dere sendte inn: {questions}. Send inn på nytt før dere beslutter.",
        "Stoppkrav er dårlegare no enn då de sende inn: {questions}. Send inn på nytt før de avgjer.",
    ),
    "decision_not_allowed": Both(
        "«{kind}» kan ikke velges slik stoppkravene står. Ingen beslutning kan sette et stoppkrav til side.",
        "«{kind}» kan ikkje veljast slik stoppkrava står. Inga avgjerd kan setje eit stoppkrav til side.",
    ),
    "conditions_missing": Both(
        "Skriv minst ett vilkår, med hvem som har ansvaret, og en frist.",
        "Skriv minst eitt vilkår, med kven som har ansvaret, og ein frist.",
    ),
    "conditions_not_asked": Both(
        "Bare «Start med vilkår» har vilkår. Fjern dem, eller velg den.",
        "Berre «Start med vilkår» har vilkår. Fjern dei, eller vel den.",
    ),
    "condition_incomplete": Both("Vilkår {place}: {wrong}", "Vilkår {place}: {wrong}"),
    "too_many_conditions": Both(
        "Det er for mange vilkår. Du kan ha {most}.", "Det er for mange vilkår. De kan ha {most}."
    ),
    "new_day_not_later": Both(
        "Velg en dag etter oppstarten dere har nå, {go_live}.", "Vel ein dag etter oppstarten de har no, {go_live}."
    ),
    "postpone_reason_missing": Both("Skriv hvorfor oppstarten utsettes.", "Skriv kvifor oppstarten blir utsett."),
    "already_signed": Both(
        "Beslutningen er alt skrevet under for {side}.", "Avgjerda er alt skriven under for {side}."
    ),
    "own_decision": Both(
        "Du har alt skrevet under for den andre siden. En annen må skrive under for {side}.",
        "Du har alt skrive under for den andre sida. Ein annan må skrive under for {side}.",
    ),
    "decision_passed": Both(
        "Det er kommet en nyere beslutning. Se over den, og skriv under der.",
        "Det er komen ei nyare avgjerd. Sjå over henne, og skriv under der.",
    ),
    "decision_fallen": Both(
        "Noe er endret siden forslaget ble laget. Lag et nytt forslag.",
        "Noko er endra sidan forslaget blei laga. Lag eit nytt forslag.",
    ),
    "no_such_condition": Both(
        "Dette vilkåret finnes ikke i beslutningen. Hent siden på nytt.",
        "Dette vilkåret finst ikkje i avgjerda. Hent sida på nytt.",
    ),
    "condition_done_ahead": Both(
        "Dagen har ikke vært ennå. Skriv dagen vilkåret ble oppfylt, eller vent til det er gjort.",
        "Dagen har ikkje vore enno. Skriv dagen vilkåret blei oppfylt, eller vent til det er gjort.",
    ),
    "condition_done_early": Both(
        "Dagen er før vilkåret ble satt, {made}. Sjekk dagen og årstallet.",
        "Dagen er før vilkåret blei sett, {made}. Sjekk dagen og årstalet.",
    ),
    "condition_not_followed": Both(
        "Vilkåret hører til en beslutning som ikke er skrevet under av begge, eller som er erstattet av en "
        "nyere. Det følges ikke opp.",
        "Vilkåret høyrer til ei avgjerd som ikkje er skriven under av begge, eller som er erstatta av ei "
        "nyare. Det blir ikkje følgt opp.",
    ),
    "condition_said_since": Both(
        "Noen har sagt noe annet om vilkår {place} i mellomtiden. Se over det, og lagre på nytt om det trengs.",
        "Nokon har sagt noko anna om vilkår {place} i mellomtida. Sjå over det, og lagre på nytt om det trengst.",
    ),
}
