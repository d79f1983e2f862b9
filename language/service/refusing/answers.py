"""What is refused of an answer, of a text, and of what HPAS answers for a customer."""

from language.both import Both

FAULTS = {
    "not_none_yet": Both(
        "På dette spørsmålet kan dere ikke svare at ingenting gjelder ennå.",
        "På dette spørsmålet kan de ikkje svare at ingenting gjeld enno.",
    ),
    "wrong_type": Both(
        "Svaret passer ikke til spørsmålet. Velg eller skriv på nytt.",
        "Svaret passar ikkje til spørsmålet. Vel eller skriv på nytt.",
    ),
    "not_a_level": Both("Nivået må være et helt tall fra 0 til 4.", "Nivået må vere eit heilt tal frå 0 til 4."),
    "out_of_range": Both(
        "Tallet må være 0 eller større, og ikke over en milliard.",
        "Talet må vere 0 eller større, og ikkje over ein milliard.",
    ),
    "all_not_positive": Both("Antallet i alt må være større enn 0.", "Talet i alt må vere større enn 0."),
    "more_than_all": Both(
        "Det kan ikke være flere ferdige enn det er i alt ({done} av {all}). Rett ett av tallene.",
        "Det kan ikkje vere fleire ferdige enn det er i alt ({done} av {all}). Rett eitt av tala.",
    ),
    "not_whole": Both(
        "{found} er ikke et helt tall. Her telles det som ikke kan deles opp.",
        "{found} er ikkje eit heilt tal. Her tel de det som ikkje kan delast opp.",
    ),
    "unknown_fact": Both("Opplysningen finnes ikke for denne kunden.", "Opplysninga finst ikkje for denne kunden."),
    "fact_too_small": Both(
        "{found} er for lite. Skriv {least} eller mer, eller la feltet stå tomt.",
        "{found} er for lite. Skriv {least} eller meir, eller la feltet stå tomt.",
    ),
    "fact_too_large": Both(
        "{found} er for mye. Skriv {most} eller mindre.", "{found} er for mykje. Skriv {most} eller mindre."
    ),
    "unknown_row": Both("Raden «{row}» finnes ikke i spørsmålet.", "Rada «{row}» finst ikkje i spørsmålet."),
    "repeated_row": Both(
        "Raden «{row}» står to ganger. Slett den ene eller gi den et annet navn.",
        "Rada «{row}» står to gonger. Slett den eine eller gi henne eit anna namn.",
    ),
    "too_many_rows": Both("Det er for mange rader. Du kan ha {most}.", "Det er for mange rader. De kan ha {most}."),
    "row_without_name": Both(
        "Hver rad må ha et navn på høyst {longest} tegn.", "Kvar rad må ha eit namn på høgst {longest} teikn."
    ),
    "day_out_of_range": Both("Datoen må ligge mellom 2000 og 2100.", "Datoen må liggje mellom 2000 og 2100."),
    "unknown_question": Both(
        "Spørsmålet finnes ikke i dette spørreskjemaet.", "Spørsmålet finst ikkje i dette spørjeskjemaet."
    ),
    "unknown_field": Both("Dette kan ikke lagres på et spørsmål.", "Dette kan ikkje lagrast på eit spørsmål."),
    "unknown_waiting_on": Both("Velg hvem dere venter på fra listen.", "Vel kven de ventar på frå lista."),
    "answered_already": Both(
        "Spørsmålet er besvart. Fjern svaret før du sier at dere ikke vet ennå.",
        "Spørsmålet har svar. Fjern svaret før du seier at de ikkje veit enno.",
    ),
    "reason_missing": Both("Skriv hvorfor spørsmålet ikke er aktuelt.", "Skriv kvifor spørsmålet ikkje er aktuelt."),
    "not_text": Both("Dette må være tekst.", "Dette må vere tekst."),
    "control_character": Both(
        "Tegn nummer {position} ({found}) kan ikke lagres. Slett det, eller skriv teksten på nytt.",
        "Teikn nummer {position} ({found}) kan ikkje lagrast. Slett det, eller skriv teksten på nytt.",
    ),
    "direction_mark": Both(
        "Tegn nummer {position} ({found}) snur skriveretningen og kan ikke stå i et navn. Slett det.",
        "Teikn nummer {position} ({found}) snur skriveretninga og kan ikkje stå i eit namn. Slett det.",
    ),
    "text_too_long": Both(
        "Teksten er på {length} tegn. Du kan bruke {longest}.", "Teksten er på {length} teikn. Du kan bruke {longest}."
    ),
    "unknown_revision": Both("Vi finner ikke dette i historikken.", "Vi finn ikkje dette i historikken."),
    "finding_gone": Both(
        "Svarene er endret siden du åpnet siden. Se over dem på nytt.",
        "Svara er endra sidan du opna sida. Sjå over dei på nytt.",
    ),
    "finding_reason_missing": Both("Skriv hvorfor svarene likevel stemmer.", "Skriv kvifor svara likevel stemmer."),
    "no_programme": Both("HPAS har ikke noe spørreskjema ennå.", "HPAS har ikkje noko spørjeskjema enno."),
    "unknown_reach": Both("Velg hvem svaret gjelder, fra listen.", "Vel kven svaret gjeld, frå lista."),
    "hpas_answers": Both(
        "HPAS svarer på dette spørsmålet. Er dere uenige, skriv hvorfor sammen med deres eget svar.",
        "HPAS svarar på dette spørsmålet. Er de ueinige, skriv kvifor saman med dykkar eige svar.",
    ),
    "not_for_hpas": Both(
        "Bare et spørsmål som HPAS svarer på, kan dere være uenige i.",
        "Berre eit spørsmål som HPAS svarar på, kan de vere ueinige i.",
    ),
}
