"""What is refused of dates, actions, waivers, the start and the figures after it."""

from language.both import Both

FAULTS = {
    "wave_moved": Both(
        "Kundene i bølgen er ikke de samme som da du åpnet siden. Se over, og prøv igjen.",
        "Kundane i bølgja er ikkje dei same som då du opna sida. Sjå over, og prøv igjen.",
    ),
    "move_reason_missing": Both("Skriv hvorfor oppstarten flyttes.", "Skriv kvifor oppstarten blir flytta."),
    "phases_reason_missing": Both(
        "Skriv hvorfor datoene er andre for dere enn for bølgen.",
        "Skriv kvifor datoane er andre for dykk enn for bølgja.",
    ),
    "phases_said_since": Both(
        "Noen har lagret andre datoer i mellomtiden ({days}). Det du skrev, står fortsatt. Se over, og lagre "
        "på nytt om dine skal gjelde.",
        "Nokon har lagra andre datoar i mellomtida ({days}). Det du skreiv, står framleis. Sjå over, og "
        "lagre på nytt om dine skal gjelde.",
    ),
    "test_ends_first": Both(
        "Testen kan ikke slutte før den begynner. Rett en av datoene.",
        "Testen kan ikkje slutte før han byrjar. Rett ein av datoane.",
    ),
    "role_name_missing": Both("Skriv hvilken rolle det gjelder.", "Skriv kva rolle det gjeld."),
    "booked_for_nobody": Both(
        "Velg hvem rollen skal brukes hos: én oppstart eller én kunde.",
        "Vel kven rolla skal brukast hos: éin oppstart eller éin kunde.",
    ),
    "no_such_wave": Both(
        "Ingen kunde starter den dagen nå. Velg en oppstart fra listen.",
        "Ingen kunde startar den dagen no. Vel ein oppstart frå lista.",
    ),
    "days_backwards": Both(
        "Siste dag kommer før første dag. Rett en av dem.", "Siste dag kjem før første dag. Rett ein av dei."
    ),
    "booked_too_long": Both(
        "Det er mer enn tre år mellom første og siste dag. Sjekk datoene.",
        "Det er meir enn tre år mellom første og siste dag. Sjekk datoane.",
    ),
    "share_out_of_range": Both(
        "Andelen må være et helt tall fra 1 til 100 prosent.", "Delen må vere eit heilt tal frå 1 til 100 prosent."
    ),
    "same_day": Both("Velg en annen dag enn den de har.", "Vel ein annan dag enn den dei har."),
    "text_missing": Both("Skriv hva som skal gjøres.", "Skriv kva som skal gjerast."),
    "unknown_owner": Both(
        "Velg en som har tilgang hos dere, eller skriv et navn.",
        "Vel ein som har tilgang hos dykk, eller skriv eit namn.",
    ),
    "unknown_status": Both("Velg en status fra listen.", "Vel ein status frå lista."),
    "unknown_action_field": Both("Dette kan ikke lagres på et tiltak.", "Dette kan ikkje lagrast på eit tiltak."),
    "not_a_hard_stop": Both("Bare stoppkrav kan få godkjent unntak.", "Berre stoppkrav kan få godkjent unntak."),
    "not_waivable": Both(
        "Dette stoppkravet kan ikke få unntak, for da står pasientsikkerheten på spill.",
        "Dette stoppkravet kan ikkje få unntak, for då står pasienttryggleiken på spel.",
    ),
    "expires_before_go_live": Both(
        "Unntaket må gjelde til og med oppstarten {go_live}. Velg en senere dato.",
        "Unntaket må gjelde til og med oppstarten {go_live}. Vel ein seinare dato.",
    ),
    "measure_missing": Both("Skriv hva dere gjør i stedet.", "Skriv kva de gjer i staden."),
    "decision_reason_missing": Both("Skriv en begrunnelse.", "Skriv ei grunngiving."),
    "expires_passed": Both("Velg en utløpsdato som ikke er passert.", "Vel ein utløpsdato som ikkje er passert."),
    "already_proposed": Both(
        "Det er alt foreslått et unntak for dette stoppkravet. Trekk det tilbake først.",
        "Det er alt foreslått eit unntak for dette stoppkravet. Trekk det tilbake først.",
    ),
    "not_proposed": Both(
        "Unntaket er alt avgjort eller trukket tilbake. Last siden på nytt.",
        "Unntaket er alt avgjort eller trekt tilbake. Last sida på nytt.",
    ),
    "own_proposal": Both(
        "Du kan ikke avgjøre et unntak du selv har foreslått.",
        "Du kan ikkje avgjere eit unntak du sjølv har foreslått.",
    ),
    "answer_changed": Both(
        "Svaret er endret siden unntaket ble foreslått. Be om et nytt forslag.",
        "Svaret er endra sidan unntaket blei foreslått. Be om eit nytt forslag.",
    ),
    "already_started": Both(
        "{name} har startet. Ta bekreftelsen tilbake under «Etter oppstart» før dere flytter oppstarten.",
        "{name} har starta. Ta stadfestinga tilbake under «Etter oppstart» før de flyttar oppstarten.",
    ),
    "go_live_not_come": Both(
        "Oppstarten kan bekreftes fra dagen den er satt til. Starter dere før, må HPAS flytte datoen først.",
        "Oppstarten kan stadfestast frå dagen han er sett til. Startar de før, må HPAS flytte datoen først.",
    ),
    "start_day_missing": Both("Skriv dagen dere startet.", "Skriv dagen de starta."),
    "start_ahead": Both(
        "Dagen er ikke kommet ennå. Bekreft når dere har startet.",
        "Dagen er ikkje komen enno. Stadfest når de har starta.",
    ),
    "start_too_early": Both(
        "Dagen er mer enn {most} dager før oppstarten som er satt. Sjekk årstallet, eller be HPAS flytte datoen.",
        "Dagen er meir enn {most} dagar før oppstarten som er sett. Sjekk årstalet, eller be HPAS flytte datoen.",
    ),
    "start_reason_missing": Both(
        "Skriv hvorfor det som sto, ikke stemmer.", "Skriv kvifor det som stod, ikkje stemmer."
    ),
    "not_started": Both(
        "Bekreft først at dere har startet, og hvilken dag.", "Stadfest først at de har starta, og kva dag."
    ),
    "no_such_outcome": Both("Dette spør vi ikke om. Last siden på nytt.", "Dette spør vi ikkje om. Last sida på nytt."),
    "outcome_not_due": Both(
        "Tallene {days} dager etter oppstart kan føres når den dagen er kommet.",
        "Tala {days} dagar etter oppstart kan førast når den dagen er komen.",
    ),
    "outcome_known_and_not": Both(
        "«{title}»: skriv et tall eller kryss av for «vet ikke», ikke begge deler.",
        "«{title}»: skriv eit tal eller kryss av for «veit ikkje», ikkje begge delar.",
    ),
    "outcome_not_whole": Both("«{title}»: skriv et helt tall.", "«{title}»: skriv eit heilt tal."),
    "outcome_over_hundred": Both(
        "«{title}»: andelen kan ikke være over 100 prosent.", "«{title}»: delen kan ikkje vere over 100 prosent."
    ),
}
