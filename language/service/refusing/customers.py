"""What is refused about customers, their people, and the keys that programs read with."""

from language.both import Both

FAULTS = {
    "name_missing": Both("Skriv et navn.", "Skriv eit namn."),
    "line_break_in_name": Both("Skriv navnet på én linje.", "Skriv namnet på éi linje."),
    "name_taken": Both(
        "Det finnes allerede en kunde som heter «{name}».", "Det finst allereie ein kunde som heiter «{name}»."
    ),
    "only_one": Both(
        "Navn og organisasjonsnummer kan bare endres for én kunde om gangen.",
        "Namn og organisasjonsnummer kan berre endrast for éin kunde om gongen.",
    ),
    "org_number_length": Both("Et organisasjonsnummer har ni sifre.", "Eit organisasjonsnummer har ni siffer."),
    "org_number_control": Both(
        "Organisasjonsnummeret stemmer ikke: siste siffer passer ikke til de andre. Sjekk det.",
        "Organisasjonsnummeret stemmer ikkje: siste sifferet passar ikkje til dei andre. Sjekk det.",
    ),
    "org_number_taken": Both(
        "En annen kunde har dette organisasjonsnummeret.", "Ein annan kunde har dette organisasjonsnummeret."
    ),
    "no_such_reviewer": Both(
        "Velg en kvalitetssikrer som har tilgang i HPAS.", "Vel ein kvalitetssikrar som har tilgang i HPAS."
    ),
    "not_beds": Both(
        "Skriv antall senger som et helt tall fra 1 til {most}.",
        "Skriv talet på senger som eit heilt tal frå 1 til {most}.",
    ),
    "no_such_group": Both(
        "Ingen kunder hører til denne gruppen nå. Velg en fra listen.",
        "Ingen kundar høyrer til denne gruppa no. Vel ei frå lista.",
    ),
    "type_not_offered": Both(
        "Vi har ikke noe spørreskjema for denne kundetypen ennå.",
        "Vi har ikkje noko spørjeskjema for denne kundetypen enno.",
    ),
    "role_does_not_fit": Both("Velg en rolle som finnes for denne kunden.", "Vel ei rolle som finst for denne kunden."),
    "not_an_address": Both(
        "Skriv en e-postadresse, for eksempel fornavn@kommune.no.",
        "Skriv ei e-postadresse, for eksempel fornamn@kommune.no.",
    ),
    "already_member": Both(
        "Denne adressen har allerede tilgang eller en invitasjon. Fjern den først hvis rollen skal endres.",
        "Denne adressa har allereie tilgang eller ein invitasjon. Fjern den først om rolla skal endrast.",
    ),
    "not_a_member": Both(
        "Bare den som har tilgang og en e-postadresse, kan knyttes til en ny innlogging.",
        "Berre den som har tilgang og ei e-postadresse, kan knytast til ei ny innlogging.",
    ),
    "not_yourself": Both(
        "Du kan ikke fjerne deg selv. Be en annen om det.", "Du kan ikkje fjerne deg sjølv. Be ein annan om det."
    ),
    "already_set_up": Both(
        "Databasen er alt tatt i bruk. Last siden på nytt.", "Databasen er alt teken i bruk. Last sida på nytt."
    ),
    "real_without_login": Both(
        "Uten innlogging kan bare oppdiktede kunder legges til her. Sett opp innlogging først.",
        "Utan innlogging kan berre oppdikta kundar leggjast til her. Set opp innlogging først.",
    ),
    "mixed_customers": Both(
        "Virkelige og oppdiktede kunder kan ikke stå i samme database. Ingenting er lagt til.",
        "Verkelege og oppdikta kundar kan ikkje stå i same database. Ingenting er lagt til.",
    ),
    "own_machine": Both(
        "Denne databasen er for én virksomhet på egen maskin. Andre kunder hører ikke hjemme her.",
        "Denne databasen er for éi verksemd på eiga maskin. Andre kundar høyrer ikkje heime her.",
    ),
    "real_customers": Both(
        "Databasen har kunder som ikke er oppdiktet. Lag demodata i en egen fil.",
        "Databasen har kundar som ikkje er oppdikta. Lag demodata i ei eiga fil.",
    ),
    "purpose_missing": Both("Skriv hva nøkkelen skal brukes til.", "Skriv kva nøkkelen skal brukast til."),
    "expires_too_late": Both(
        "En nøkkel kan gjelde i høyst {days} dager. Velg en tidligere dato.",
        "Ein nøkkel kan gjelde i høgst {days} dagar. Vel ein tidlegare dato.",
    ),
    "customer_needed": Both(
        "Denne tabellen gjelder én kunde. Legg til «?customer=» og kundens id; id-ene står i tabellen customers.",
        "Denne tabellen gjeld éin kunde. Legg til «?customer=» og id-en til kunden; id-ane står i tabellen customers.",
    ),
    "unknown_parameter": Both(
        "«{name}» kan ikke stå her. Denne tabellen tar: {known}.",
        "«{name}» kan ikkje stå her. Denne tabellen tek: {known}.",
    ),
    "unknown_choice": Both("«{name}» må være en av disse: {known}.", "«{name}» må vere ein av desse: {known}."),
    "unknown_table": Both(
        "Nøkkelen kan ikke gjelde dette: {names}. Velg blant tabellene i listen.",
        "Nøkkelen kan ikkje gjelde dette: {names}. Vel blant tabellane i lista.",
    ),
}
