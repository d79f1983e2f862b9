"""What a service function refuses, in words for the one who asked.

Refused
├── NotAllowed   no such thing, or not yours: the two are told alike
└── BadInput     what was typed or chosen does not fit; `fault` is a stable id, `message` says what to do

`DatabaseProblem` (from storage) is the other thing a page must expect: nothing was saved, and it says why.
"""

from content.problems import ContentError
from language import number
from storage.engines.problems import DatabaseProblem
from storage.plain_text import LONGEST_NAME, LONGEST_TEXT

__all__ = ["LONGEST_NAME", "LONGEST_TEXT", "BadInput", "ContentError", "DatabaseProblem", "NotAllowed", "Refused"]


class Refused(Exception):
    """Nothing was changed. `message` is for the person."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotAllowed(Refused):
    def __init__(self) -> None:
        super().__init__("Vi finner ikke dette, eller du har ikke tilgang til det.")


class BadInput(Refused):
    """`question_id` is the question it concerns, when it concerns one."""

    def __init__(self, fault: str, *, question_id: str | None = None, **context: object) -> None:
        shown = {name: number(held, decimals=2) if isinstance(held, float) else held for name, held in context.items()}
        super().__init__(_MESSAGES[fault].format(**shown))
        self.fault = fault
        self.question_id = question_id
        self.context = context


_MESSAGES = {
    "not_none_yet": "På dette spørsmålet kan dere ikke svare at ingenting gjelder ennå.",
    "wrong_type": "Svaret passer ikke til spørsmålet. Velg eller skriv på nytt.",
    "not_a_level": "Nivået må være et helt tall fra 0 til 4.",
    "out_of_range": "Tallet må være 0 eller større, og ikke over en milliard.",
    "all_not_positive": "Antallet i alt må være større enn 0.",
    "more_than_all": "Det kan ikke være flere ferdige enn det er i alt ({done} av {all}). Rett ett av tallene.",
    "not_whole": "{found} er ikke et helt tall. Her telles det som ikke kan deles opp.",
    "unknown_fact": "Opplysningen finnes ikke for denne kunden.",
    "fact_too_small": "{found} er for lite. Skriv {least} eller mer, eller la feltet stå tomt.",
    "fact_too_large": "{found} er for mye. Skriv {most} eller mindre.",
    "unknown_row": "Raden «{row}» finnes ikke i spørsmålet.",
    "repeated_row": "Raden «{row}» står to ganger. Slett den ene eller gi den et annet navn.",
    "too_many_rows": "Det er for mange rader. Du kan ha {most}.",
    "row_without_name": "Hver rad må ha et navn på høyst {longest} tegn.",
    "day_out_of_range": "Datoen må ligge mellom 2000 og 2100.",
    "unknown_question": "Spørsmålet finnes ikke i dette spørreskjemaet.",
    "unknown_field": "Dette kan ikke lagres på et spørsmål.",
    "unknown_waiting_on": "Velg hvem dere venter på fra listen.",
    "answered_already": "Spørsmålet er besvart. Fjern svaret før du sier at dere ikke vet ennå.",
    "reason_missing": "Skriv hvorfor spørsmålet ikke er aktuelt.",
    "not_text": "Dette må være tekst.",
    "control_character": "Tegn nummer {position} ({found}) kan ikke lagres. Slett det, eller skriv teksten på nytt.",
    "direction_mark": "Tegn nummer {position} ({found}) snur skriveretningen og kan ikke stå i et navn. Slett det.",
    "text_too_long": "Teksten er på {length} tegn. Du kan bruke {longest}.",
    "name_missing": "Skriv et navn.",
    "line_break_in_name": "Skriv navnet på én linje.",
    "name_taken": "Det finnes allerede en kunde som heter «{name}».",
    "only_one": "Navn og organisasjonsnummer kan bare endres for én kunde om gangen.",
    "org_number_length": "Et organisasjonsnummer har ni sifre.",
    "org_number_control": "Organisasjonsnummeret stemmer ikke: siste siffer passer ikke til de andre. Sjekk det.",
    "org_number_taken": "En annen kunde har dette organisasjonsnummeret.",
    "no_such_reviewer": "Velg en kvalitetssikrer som har tilgang i HPAS.",
    "not_beds": "Skriv antall senger som et helt tall fra 1 til {most}.",
    "no_such_group": "Ingen kunder hører til denne gruppen nå. Velg en fra listen.",
    "type_not_offered": "Vi har ikke noe spørreskjema for denne kundetypen ennå.",
    "unknown_revision": "Vi finner ikke dette i historikken.",
    "role_does_not_fit": "Velg en rolle som finnes for denne kunden.",
    "not_an_address": "Skriv en e-postadresse, for eksempel fornavn@kommune.no.",
    "already_member": "Denne adressen har allerede tilgang eller en invitasjon. Fjern den først hvis rollen skal endres.",
    "not_a_member": "Bare den som har tilgang og en e-postadresse, kan knyttes til en ny innlogging.",
    "not_yourself": "Du kan ikke fjerne deg selv. Be en annen om det.",
    "go_live_missing": "Oppstartsdatoen mangler. Den må være satt før dere sender inn.",
    "due_stops_unanswered": "Stoppkrav som gjelder nå, mangler svar: {questions}. Svar på dem, eller send inn som ufullstendig.",
    "already_sent": "Egenvurderingen er allerede sendt inn, og svarene er endret siden. Åpne den igjen før dere sender inn på nytt.",
    "already_in_review": "HPAS ser på det dere har sendt inn. Dere kan sende inn på nytt når de er ferdige.",
    "form_changed": "Spørreskjemaet er endret på nytt siden du åpnet siden. Se over hva som er nytt, og prøv igjen.",
    "form_while_sent": "HPAS har egenvurderingen nå. Bytt skjema når den er tilbake, eller åpne den igjen først.",
    "no_such_move": "Dette kan ikke gjøres med vurderingen slik den er nå.",
    "comment_missing": "Skriv en kommentar til kunden om hva som må rettes.",
    "reopen_reason_missing": "Skriv hvorfor vurderingen åpnes igjen.",
    "wave_moved": "Kundene i bølgen er ikke de samme som da du åpnet siden. Se over, og prøv igjen.",
    "move_reason_missing": "Skriv hvorfor oppstarten flyttes.",
    "phases_reason_missing": "Skriv hvorfor datoene er andre for dere enn for bølgen.",
    "phases_said_since": "Noen har lagret andre datoer i mellomtiden ({days}). Det du skrev, står fortsatt. Se over, og lagre på "
    "nytt om dine skal gjelde.",
    "test_ends_first": "Testen kan ikke slutte før den begynner. Rett en av datoene.",
    "role_name_missing": "Skriv hvilken rolle det gjelder.",
    "booked_for_nobody": "Velg hvem rollen skal brukes hos: én oppstart eller én kunde.",
    "no_such_wave": "Ingen kunde starter den dagen nå. Velg en oppstart fra listen.",
    "days_backwards": "Siste dag kommer før første dag. Rett en av dem.",
    "booked_too_long": "Det er mer enn tre år mellom første og siste dag. Sjekk datoene.",
    "share_out_of_range": "Andelen må være et helt tall fra 1 til 100 prosent.",
    "same_day": "Velg en annen dag enn den de har.",
    "newer_sent": "Kunden har sendt inn på nytt siden. Se på den nyeste i stedet.",
    "not_in_review": "Kvalitetssikringen er ikke åpen. Start den før du vurderer svarene.",
    "rating_reason_missing": "Skriv hvorfor du vurderer svaret annerledes.",
    "rating_of_hpas": "HPAS svarer selv på dette spørsmålet. Endre svaret, eller svar kunden alene, på «HPAS selv».",
    "rating_with_value": "Den som er enig, har ikke et eget svar. Fjern svaret, eller velg uenig.",
    "text_missing": "Skriv hva som skal gjøres.",
    "unknown_owner": "Velg en som har tilgang hos dere, eller skriv et navn.",
    "unknown_status": "Velg en status fra listen.",
    "unknown_action_field": "Dette kan ikke lagres på et tiltak.",
    "not_a_hard_stop": "Bare stoppkrav kan få godkjent unntak.",
    "not_waivable": "Dette stoppkravet kan ikke få unntak, for da står pasientsikkerheten på spill.",
    "expires_before_go_live": "Unntaket må gjelde til og med oppstarten {go_live}. Velg en senere dato.",
    "measure_missing": "Skriv hva dere gjør i stedet.",
    "decision_reason_missing": "Skriv en begrunnelse.",
    "finding_gone": "Svarene er endret siden du åpnet siden. Se over dem på nytt.",
    "finding_reason_missing": "Skriv hvorfor svarene likevel stemmer.",
    "already_started": "{name} har startet. Ta bekreftelsen tilbake under «Etter oppstart» før dere flytter oppstarten.",
    "go_live_not_come": "Oppstarten kan bekreftes fra dagen den er satt til. Starter dere før, må HPAS flytte datoen først.",
    "start_day_missing": "Skriv dagen dere startet.",
    "start_ahead": "Dagen er ikke kommet ennå. Bekreft når dere har startet.",
    "start_too_early": "Dagen er mer enn {most} dager før oppstarten som er satt. Sjekk årstallet, eller be HPAS flytte datoen.",
    "start_reason_missing": "Skriv hvorfor det som sto, ikke stemmer.",
    "not_started": "Bekreft først at dere har startet, og hvilken dag.",
    "no_such_outcome": "Dette spør vi ikke om. Last siden på nytt.",
    "outcome_not_due": "Tallene {days} dager etter oppstart kan føres når den dagen er kommet.",
    "outcome_known_and_not": "«{title}»: skriv et tall eller kryss av for «vet ikke», ikke begge deler.",
    "outcome_not_whole": "«{title}»: skriv et helt tall.",
    "outcome_over_hundred": "«{title}»: andelen kan ikke være over 100 prosent.",
    "expires_passed": "Velg en utløpsdato som ikke er passert.",
    "already_proposed": "Det er alt foreslått et unntak for dette stoppkravet. Trekk det tilbake først.",
    "not_proposed": "Unntaket er alt avgjort eller trukket tilbake. Last siden på nytt.",
    "own_proposal": "Du kan ikke avgjøre et unntak du selv har foreslått.",
    "answer_changed": "Svaret er endret siden unntaket ble foreslått. Be om et nytt forslag.",
    "already_set_up": "Databasen er alt tatt i bruk. Last siden på nytt.",
    "real_without_login": "Uten innlogging kan bare oppdiktede kunder legges til her. Sett opp innlogging først.",
    "mixed_customers": "Virkelige og oppdiktede kunder kan ikke stå i samme database. Ingenting er lagt til.",
    "own_machine": "Denne databasen er for én virksomhet på egen maskin. Andre kunder hører ikke hjemme her.",
    "dossier_too_large": "Filen er større enn {most} MB. Sjekk at det er riktig fil.",
    "dossier_not_one": "Dette er ikke en vurderingsfil. Velg filen slik kunden lastet den ned fra Klarsjekk.",
    "dossier_cut_off": "Filen er kuttet: slutten mangler. Be kunden sende den på nytt.",
    "dossier_newer": "Filen er fra en nyere utgave av Klarsjekk (format {found}, her {known}). Oppgrader Klarsjekk her, og prøv igjen.",
    "dossier_altered": "Filen er endret etter at den ble laget: {where}. Be kunden laste den ned på nytt.",
    "dossier_other_customer": "Filen gjelder «{found}», ikke «{wanted}». Velg filen til riktig kunde.",
    "dossier_other_type": "Filen er fra et {found}, men «{name}» er et {known} her. Sjekk at det er riktig kunde.",
    "dossier_other_response": "Filen er en annen egenvurdering enn den «{name}» har her. Sjekk at det er riktig fil.",
    "dossier_unknown_form": (
        "Filen svarer på et spørreskjema som ikke er kjent her ({found}). Oppgrader Klarsjekk begge steder, be kunden gå over "
        "til de nye spørsmålene, og lag filen på nytt."
    ),
    "dossier_both_written": (
        "Det er svart både her og på kundens maskin, og kunden har gått over til et annet spørreskjema. Bli enige om hvem som "
        "skal gå videre."
    ),
    "dossier_name_taken": (
        "Det finnes alt en kunde som heter «{name}» her, med egne svar eller av en annen type. Gi den ene et annet navn."
    ),
    "dossier_archived": "«{name}» er arkivert her. Ta kunden tilbake under «Kunder og tilgang» først.",
    "dossier_mixed": "Virkelige og oppdiktede kunder kan ikke stå i samme database. Filen er fra en {found} kunde.",
    "dossier_id_taken": "Noe i filen ({where}) tilhører en annen kunde her. Ingenting er hentet inn.",
    "purpose_missing": "Skriv hva nøkkelen skal brukes til.",
    "expires_too_late": "En nøkkel kan gjelde i høyst {days} dager. Velg en tidligere dato.",
    "customer_needed": "Denne tabellen gjelder én kunde. Legg til «?customer=» og kundens id; id-ene står i tabellen customers.",
    "unknown_parameter": "«{name}» kan ikke stå her. Denne tabellen tar: {known}.",
    "unknown_choice": "«{name}» må være en av disse: {known}.",
    "unknown_table": "Nøkkelen kan ikke gjelde dette: {names}. Velg blant tabellene i listen.",
    "no_programme": "HPAS har ikke noe spørreskjema ennå.",
    "unknown_reach": "Velg hvem svaret gjelder, fra listen.",
    "hpas_answers": "HPAS svarer på dette spørsmålet. Er dere uenige, skriv hvorfor sammen med deres eget svar.",
    "not_for_hpas": "Bare et spørsmål som HPAS svarer på, kan dere være uenige i.",
    "nothing_sent": "Ingenting er sendt inn ennå. Send inn egenvurderingen, så kan HPAS se på den og dere beslutte.",
    "not_reviewed": "HPAS er ikke ferdig med det som sist ble sendt inn. Beslutt når det er ferdig vurdert.",
    "decision_form_changed": "Spørreskjemaet er byttet siden dere sendte inn. Send inn på nytt før dere beslutter.",
    "after_go_live": "Oppstartsdagen er passert. En beslutning må tas før den.",
    "stop_worse_since": "Stoppkrav er dårligere nå enn da dere sendte inn: {questions}. Send inn på nytt før dere beslutter.",
    "decision_not_allowed": "«{kind}» kan ikke velges slik stoppkravene står. Ingen beslutning kan sette et stoppkrav til side.",
    "conditions_missing": "Skriv minst ett vilkår, med hvem som har ansvaret, og en frist.",
    "conditions_not_asked": "Bare «Start med vilkår» har vilkår. Fjern dem, eller velg den.",
    "condition_incomplete": "Vilkår {place}: {wrong}",
    "too_many_conditions": "Det er for mange vilkår. Du kan ha {most}.",
    "new_day_not_later": "Velg en dag etter oppstarten dere har nå, {go_live}.",
    "postpone_reason_missing": "Skriv hvorfor oppstarten utsettes.",
    "already_signed": "Beslutningen er alt skrevet under for {side}.",
    "own_decision": "Du har alt skrevet under for den andre siden. En annen må skrive under for {side}.",
    "decision_passed": "Det er kommet en nyere beslutning. Se over den, og skriv under der.",
    "decision_fallen": "Noe er endret siden forslaget ble laget. Lag et nytt forslag.",
    "no_such_condition": "Dette vilkåret finnes ikke i beslutningen. Hent siden på nytt.",
    "condition_done_ahead": "Dagen har ikke vært ennå. Skriv dagen vilkåret ble oppfylt, eller vent til det er gjort.",
    "condition_done_early": "Dagen er før vilkåret ble satt, {made}. Sjekk dagen og årstallet.",
    "condition_not_followed": (
        "Vilkåret hører til en beslutning som ikke er skrevet under av begge, eller som er erstattet av en nyere. Det følges "
        "ikke opp."
    ),
    "condition_said_since": "Noen har sagt noe annet om vilkår {place} i mellomtiden. Se over det, og lagre på nytt om det trengs.",
    "real_customers": "Databasen har kunder som ikke er oppdiktet. Lag demodata i en egen fil.",
}
