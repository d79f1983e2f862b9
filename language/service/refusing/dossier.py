"""What is refused of an assessment file."""

from language.both import Both

FAULTS = {
    "dossier_too_large": Both(
        "Filen er større enn {most} MB. Sjekk at det er riktig fil.",
        "Fila er større enn {most} MB. Sjekk at det er rett fil.",
    ),
    "dossier_not_one": Both(
        "Dette er ikke en vurderingsfil. Velg filen slik kunden lastet den ned fra Klarsjekk.",
        "Dette er ikkje ei vurderingsfil. Vel fila slik kunden lasta henne ned frå Klarsjekk.",
    ),
    "dossier_cut_off": Both(
        "Filen er kuttet: slutten mangler. Be kunden sende den på nytt.",
        "Fila er kutta: slutten manglar. Be kunden sende henne på nytt.",
    ),
    "dossier_newer": Both(
        "Filen er fra en nyere utgave av Klarsjekk (format {found}, her {known}). Oppgrader Klarsjekk her, "
        "og prøv igjen.",
        "Fila er frå ei nyare utgåve av Klarsjekk (format {found}, her {known}). Oppgrader Klarsjekk her, og "
        "prøv igjen.",
    ),
    "dossier_altered": Both(
        "Filen er endret etter at den ble laget: {where}. Be kunden laste den ned på nytt.",
        "Fila er endra etter at ho blei laga: {where}. Be kunden laste henne ned på nytt.",
    ),
    "dossier_other_customer": Both(
        "Filen gjelder «{found}», ikke «{wanted}». Velg filen til riktig kunde.",
        "Fila gjeld «{found}», ikkje «{wanted}». Vel fila til rett kunde.",
    ),
    "dossier_other_type": Both(
        "Filen er fra et {found}, men «{name}» er et {known} her. Sjekk at det er riktig kunde.",
        "Fila er av kundetypen {found}, men «{name}» er av kundetypen {known} her. Sjekk at det er rett kunde.",
    ),
    "dossier_other_response": Both(
        "Filen er en annen egenvurdering enn den «{name}» har her. Sjekk at det er riktig fil.",
        "Fila er ei anna eigenvurdering enn den «{name}» har her. Sjekk at det er rett fil.",
    ),
    "dossier_unknown_form": Both(
        "Filen svarer på et spørreskjema som ikke er kjent her ({found}). Oppgrader Klarsjekk begge steder, "
        "be kunden gå over til de nye spørsmålene, og lag filen på nytt.",
        "Fila svarar på eit spørjeskjema som ikkje er kjent her ({found}). Oppgrader Klarsjekk begge stader, "
        "be kunden gå over til dei nye spørsmåla, og lag fila på nytt.",
    ),
    "dossier_both_written": Both(
        "Det er svart både her og på kundens maskin, og kunden har gått over til et annet spørreskjema. Bli "
        "enige om hvem som skal gå videre.",
        "Det er svart både her og på maskina til kunden, og kunden har gått over til eit anna spørjeskjema. "
        "Bli einige om kven som skal gå vidare.",
    ),
    "dossier_name_taken": Both(
        "Det finnes alt en kunde som heter «{name}» her, med egne svar eller av en annen type. Gi den ene et "
        "annet navn.",
        "Det finst alt ein kunde som heiter «{name}» her, med eigne svar eller av ein annan type. Gi den "
        "eine eit anna namn.",
    ),
    "dossier_archived": Both(
        "«{name}» er arkivert her. Ta kunden tilbake under «Kunder og tilgang» først.",
        "«{name}» er arkivert her. Ta kunden tilbake under «Kundar og tilgang» først.",
    ),
    "dossier_mixed": Both(
        "Virkelige og oppdiktede kunder kan ikke stå i samme database. Filen er fra en {found} kunde.",
        "Verkelege og oppdikta kundar kan ikkje stå i same database. Fila er frå ein {found} kunde.",
    ),
    "dossier_id_taken": Both(
        "Noe i filen ({where}) tilhører en annen kunde her. Ingenting er hentet inn.",
        "Noko i fila ({where}) høyrer til ein annan kunde her. Ingenting er henta inn.",
    ),
}
