"""What is said of a file of customers that cannot be used: what is wrong with it, and what to do."""

from language.reports.answers.file_faults import Told, told

CUSTOMERS: dict[str, Told] = {
    "org_number_length": told(
        ("«{found}» er ikke et organisasjonsnummer", "Skriv ni sifre."),
        ("«{found}» er ikkje eit organisasjonsnummer", "Skriv ni siffer."),
    ),
    "org_number_control": told(
        (
            "«{found}» kan ikke være et organisasjonsnummer: siste siffer stemmer ikke med de andre",
            "Sjekk det i Brønnøysundregistrene.",
        ),
        (
            "«{found}» kan ikkje vere eit organisasjonsnummer: siste siffer stemmer ikkje med dei andre",
            "Sjekk det i Brønnøysundregistra.",
        ),
    ),
    "no_name": told(
        ("linjen mangler navn", "Skriv navnet på kunden, eller slett linjen."),
        ("linja manglar namn", "Skriv namnet på kunden, eller slett linja."),
    ),
    "bad_beds": told(
        ("«{found}» er ikke et antall senger", "{why}"), ("«{found}» er ikkje eit tal på senger", "{why}")
    ),
    "bad_name": told(
        ("navnet kan ikke brukes ({why})", "Rett det."), ("namnet kan ikkje brukast ({why})", "Rett det.")
    ),
    "unknown_type": told(
        ("«{found}» er ingen kundetype vi har skjema for", "Skriv {allowed}."),
        ("«{found}» er ingen kundetype vi har skjema for", "Skriv {allowed}."),
    ),
    "not_an_address": told(
        ("«{found}» er ikke en e-postadresse", "Skriv den slik: fornavn@kommune.no."),
        ("«{found}» er ikkje ei e-postadresse", "Skriv henne slik: fornamn@kommune.no."),
    ),
    "hpas_address": told(
        ("«{found}» har tilgang i HPAS", "Bruk adressen til prosjektlederen hos kunden."),
        ("«{found}» har tilgang i HPAS", "Bruk adressa til prosjektleiaren hos kunden."),
    ),
    "same_customer": told(
        ("kunden står også på linje {first}", "Behold én av linjene."),
        ("kunden står også på linje {first}", "Behald éi av linjene."),
    ),
    "name_of_another": told(
        ("det finnes alt en kunde av en annen type som heter «{found}»", "Gi den ene et annet navn."),
        ("det finst alt ein kunde av ein annan type som heiter «{found}»", "Gi den eine eit anna namn."),
    ),
    "unknown_customer": told(
        ("vi finner ikke kunden «{found}»", "Sjekk navnet eller organisasjonsnummeret."),
        ("vi finn ikkje kunden «{found}»", "Sjekk namnet eller organisasjonsnummeret."),
    ),
    "go_live_missing": told(
        ("datoen for oppstart mangler", "Skriv den slik: 01.02.2027, eller slett linjen."),
        ("datoen for oppstart manglar", "Skriv han slik: 01.02.2027, eller slett linja."),
    ),
}
