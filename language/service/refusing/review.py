"""What is refused of sending in and of the review."""

from language.both import Both

FAULTS = {
    "go_live_missing": Both(
        "Oppstartsdatoen mangler. Den må være satt før dere sender inn.",
        "Oppstartsdatoen manglar. Han må vere sett før de sender inn.",
    ),
    "due_stops_unanswered": Both(
        "Stoppkrav som gjelder nå, mangler svar: {questions}. Svar på dem, eller send inn som ufullstendig.",
        "Stoppkrav som gjeld no, manglar svar: {questions}. Svar på dei, eller send inn som ufullstendig.",
    ),
    "already_sent": Both(
        "Egenvurderingen er allerede sendt inn, og svarene er endret siden. Åpne den igjen før dere sender "
        "inn på nytt.",
        "Eigenvurderinga er allereie send inn, og svara er endra sidan. Opne henne igjen før de sender inn på nytt.",
    ),
    "already_in_review": Both(
        "HPAS ser på det dere har sendt inn. Dere kan sende inn på nytt når de er ferdige.",
        "HPAS ser på det de har sendt inn. De kan sende inn på nytt når dei er ferdige.",
    ),
    "form_changed": Both(
        "Spørreskjemaet er endret på nytt siden du åpnet siden. Se over hva som er nytt, og prøv igjen.",
        "Spørjeskjemaet er endra på nytt sidan du opna sida. Sjå over kva som er nytt, og prøv igjen.",
    ),
    "form_while_sent": Both(
        "HPAS har egenvurderingen nå. Bytt skjema når den er tilbake, eller åpne den igjen først.",
        "HPAS har eigenvurderinga no. Byt skjema når ho er tilbake, eller opne henne igjen først.",
    ),
    "no_such_move": Both(
        "Dette kan ikke gjøres med vurderingen slik den er nå.", "Dette kan ikkje gjerast med vurderinga slik ho er no."
    ),
    "comment_missing": Both(
        "Skriv en kommentar til kunden om hva som må rettes.", "Skriv ein kommentar til kunden om kva som må rettast."
    ),
    "reopen_reason_missing": Both("Skriv hvorfor vurderingen åpnes igjen.", "Skriv kvifor vurderinga blir opna igjen."),
    "newer_sent": Both(
        "Kunden har sendt inn på nytt siden. Se på den nyeste i stedet.",
        "Kunden har sendt inn på nytt sidan. Sjå på det nyaste i staden.",
    ),
    "not_in_review": Both(
        "Kvalitetssikringen er ikke åpen. Start den før du vurderer svarene.",
        "Kvalitetssikringa er ikkje open. Start henne før du vurderer svara.",
    ),
    "rating_reason_missing": Both(
        "Skriv hvorfor du vurderer svaret annerledes.", "Skriv kvifor du vurderer svaret annleis."
    ),
    "rating_of_hpas": Both(
        "HPAS svarer selv på dette spørsmålet. Endre svaret, eller svar kunden alene, på «HPAS selv».",
        "HPAS svarar sjølv på dette spørsmålet. Endre svaret, eller svar kunden åleine, på «HPAS sjølv».",
    ),
    "rating_with_value": Both(
        "Den som er enig, har ikke et eget svar. Fjern svaret, eller velg uenig.",
        "Den som er einig, har ikkje eit eige svar. Fjern svaret, eller vel ueinig.",
    ),
}
