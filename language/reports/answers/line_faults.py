"""What is said of a line of a file that cannot be used: what is wrong with it, and what to do."""

from language.reports.answers.file_faults import Told, told

# Fault id -> what is wrong, what to do. The ids never change: tests name them.
LINES: dict[str, Told] = {
    # Which question.
    "no_question": told(
        ("linjen sier ikke hvilket spørsmål den svarer på", "Skriv id-en, eller slett linjen."),
        ("linja seier ikkje kva spørsmål ho svarar på", "Skriv id-en, eller slett linja."),
    ),
    "unknown_question": told(
        ("spørsmålet finnes ikke i skjemaet", "Bruk id-en slik den står i skjemaet."),
        ("spørsmålet finst ikkje i skjemaet", "Bruk id-en slik han står i skjemaet."),
    ),
    "not_a_hard_stop": told(
        ("spørsmålet er ikke et stoppkrav", "Slett linjen: det trenger ikke unntak."),
        ("spørsmålet er ikkje eit stoppkrav", "Slett linja: det treng ikkje unntak."),
    ),
    "not_waivable": told(
        ("stoppkravet kan ikke få unntak", "Slett linjen: pasientsikkerheten står på spill."),
        ("stoppkravet kan ikkje få unntak", "Slett linja: pasienttryggleiken står på spel."),
    ),
    "mangled_id": told(
        ("id-en ser ut til å være gjort om av Excel", "Skriv id-en på nytt, med kolonnen som tekst."),
        ("id-en ser ut til å vere gjord om av Excel", "Skriv id-en på nytt, med kolonnen som tekst."),
    ),
    "other_questionnaire": told(
        ("ingen av spørsmålene er fra dette skjemaet ({expected})", "Velg en fil for samme kundetype."),
        ("ingen av spørsmåla er frå dette skjemaet ({expected})", "Vel ei fil for same kundetype."),
    ),
    "repeated_question": told(
        ("spørsmålet er også besvart på linje {first}", "Behold én av linjene."),
        ("spørsmålet er også svart på i linje {first}", "Behald éi av linjene."),
    ),
    # What is answered.
    "value_in_wrong_column": told(
        ("«{found}» hører ikke hjemme her", "Skriv svaret i {right}."),
        ("«{found}» høyrer ikkje heime her", "Skriv svaret i {right}."),
    ),
    "not_a_level": told(
        ("«{found}» er ikke et nivå", "Skriv 0, 1, 2, 3 eller 4."),
        ("«{found}» er ikkje eit nivå", "Skriv 0, 1, 2, 3 eller 4."),
    ),
    "not_yes_or_no": told(
        ("«{found}» er verken ja eller nei", "Skriv ja eller nei (true eller false)."),
        ("«{found}» er verken ja eller nei", "Skriv ja eller nei (true eller false)."),
    ),
    "not_a_number": told(
        ("«{found}» er ikke et tall", "Skriv bare tallet, for eksempel 3,5."),
        ("«{found}» er ikkje eit tal", "Skriv berre talet, til dømes 3,5."),
    ),
    "per_cent": told(
        ("«{found}» er prosent", "Skriv de to antallene, eller tallet uten prosenttegn."),
        ("«{found}» er prosent", "Skriv dei to tala, eller talet utan prosentteikn."),
    ),
    "exponent": told(
        ("«{found}» er skrevet med eksponent", "Skriv hele tallet. Excel gjør slik med lange tall."),
        ("«{found}» er skrive med eksponent", "Skriv heile talet. Excel gjer slik med lange tal."),
    ),
    "thousands_or_decimals": told(
        ("«{found}» kan leses på to måter", "Skriv {whole} eller {fraction}."),
        ("«{found}» kan lesast på to måtar", "Skriv {whole} eller {fraction}."),
    ),
    "out_of_range": told(
        ("«{found}» er utenfor 0 til 1 000 000 000", "Skriv et tall fra 0 og opp."),
        ("«{found}» er utanfor 0 til 1 000 000 000", "Skriv eit tal frå 0 og opp."),
    ),
    "became_a_day": told(
        (
            "«{found}» er en dato eller et klokkeslett; Excel gjør slikt av tall som 3/8 og 3-8",
            "Velg tallformatet «Standard» for cellen, og skriv tallet på nytt.",
        ),
        (
            "«{found}» er ein dato eller eit klokkeslett; Excel gjer slikt av tal som 3/8 og 3-8",
            "Vel talformatet «Standard» for cella, og skriv talet på nytt.",
        ),
    ),
    "more_than_all": told(
        ("«{found}» er mer enn de {all} det er i alt", "Rett ett av de to tallene."),
        ("«{found}» er meir enn dei {all} det er i alt", "Rett eitt av dei to tala."),
    ),
    "unknown_fact": told(
        ("opplysningen finnes ikke for denne kundetypen", "Bruk id-en slik den står i profile.yaml."),
        ("opplysninga finst ikkje for denne kundetypen", "Bruk id-en slik han står i profile.yaml."),
    ),
    "fact_too_small": told(
        ("«{found}» er for lite", "Skriv {least} eller mer, eller la feltet stå tomt."),
        ("«{found}» er for lite", "Skriv {least} eller meir, eller lat feltet stå tomt."),
    ),
    "fact_too_large": told(
        ("«{found}» er for mye", "Skriv {most} eller mindre."),
        ("«{found}» er for mykje", "Skriv {most} eller mindre."),
    ),
    "not_whole": told(
        ("«{found}» er ikke et helt tall", "Skriv et helt tall: her telles det som ikke kan deles opp."),
        ("«{found}» er ikkje eit heilt tal", "Skriv eit heilt tal: her blir det talt noko som ikkje kan delast opp."),
    ),
    "all_not_positive": told(
        ("antallet i alt kan ikke være «{found}»", "Skriv et tall over 0, eller merk som ikke aktuelt."),
        ("talet i alt kan ikkje vere «{found}»", "Skriv eit tal over 0, eller merk som ikkje aktuelt."),
    ),
    "not_a_day": told(
        ("«{found}» er ikke en dato", "Skriv 2027-02-01 eller 01.02.2027."),
        ("«{found}» er ikkje ein dato", "Skriv 2027-02-01 eller 01.02.2027."),
    ),
    "no_such_day": told(
        ("«{found}» finnes ikke i kalenderen", "Skriv en dato som finnes."),
        ("«{found}» finst ikkje i kalenderen", "Skriv ein dato som finst."),
    ),
    "short_year": told(
        ("«{found}» har bare to sifre i året", "Skriv året med fire sifre."),
        ("«{found}» har berre to siffer i året", "Skriv året med fire siffer."),
    ),
    "day_number": told(
        ("«{found}» er Excels tall for en dato", "Vis kolonnen som dato i Excel, og lagre på nytt."),
        ("«{found}» er talet Excel har for ein dato", "Vis kolonnen som dato i Excel, og lagre på nytt."),
    ),
    "day_two_ways": told(
        ("«{found}» kan leses på to måter", "Skriv dagen slik: 01.02.2027."),
        ("«{found}» kan lesast på to måtar", "Skriv dagen slik: 01.02.2027."),
    ),
    "wrong_weekday": told(
        ("«{found}» er en {right}", "Sjekk dagen, eller skriv datoen uten ukedag."),
        ("«{found}» er ein {right}", "Sjekk dagen, eller skriv datoen utan vekedag."),
    ),
    "day_out_of_range": told(
        ("«{found}» er for langt unna", "Skriv en dato mellom 2000 og 2100."),
        ("«{found}» er for langt unna", "Skriv ein dato mellom 2000 og 2100."),
    ),
    # Rows of a matrix.
    "row_missing": told(
        ("linjen har tall, men sier ikke hvilken rad", "Skriv radens navn."),
        ("linja har tal, men seier ikkje kva rad", "Skriv namnet på rada."),
    ),
    "row_not_wanted": told(
        ("spørsmålet har ingen rader", "La feltet stå tomt."), ("spørsmålet har ingen rader", "Lat feltet stå tomt.")
    ),
    "unknown_row": told(
        ("raden «{found}» finnes ikke", "Bruk {allowed}."), ("rada «{found}» finst ikkje", "Bruk {allowed}.")
    ),
    "repeated_row": told(
        ("raden «{found}» står også på linje {first}", "Behold én av linjene."),
        ("rada «{found}» står også på linje {first}", "Behald éi av linjene."),
    ),
    "row_name_too_long": told(
        ("radens navn er {length} tegn", "Kort det ned til {longest}."),
        ("namnet på rada er {length} teikn", "Kort det ned til {longest}."),
    ),
    "row_name_with_break": told(
        ("radens navn går over flere linjer", "Skriv navnet på én linje."),
        ("namnet på rada går over fleire linjer", "Skriv namnet på éi linje."),
    ),
    "too_many_matrix_rows": told(
        ("spørsmålet har mer enn {most} rader", "Slå sammen noen av dem."),
        ("spørsmålet har meir enn {most} rader", "Slå saman nokre av dei."),
    ),
    # What else a line says.
    "value_and_not_applicable": told(
        ("spørsmålet er både besvart og merket ikke aktuelt", "Behold én av delene."),
        ("spørsmålet er både svart på og merkt ikkje aktuelt", "Behald éin av delane."),
    ),
    "reason_missing": told(
        ("«ikke aktuelt» mangler begrunnelse", "Skriv hvorfor i reason (Begrunnelse)."),
        ("«ikkje aktuelt» manglar grunngiving", "Skriv kvifor i reason (Grunngiving)."),
    ),
    "reason_alone": told(
        ("begrunnelsen står uten at noe er merket ikke aktuelt", "Skriv ja i not_applicable, eller slett den."),
        ("grunngivinga står utan at noko er merkt ikkje aktuelt", "Skriv ja i not_applicable, eller slett henne."),
    ),
    "unknown_waiting_on": told(
        ("«{found}» er ingen av dem det kan ventes på", "Bruk {allowed}."),
        ("«{found}» er ingen av dei det kan ventast på", "Bruk {allowed}."),
    ),
    "unknown_answered_by": told(
        ("«{found}» er ingen som svarer for kunden", "Bruk {allowed}, eller la feltet stå tomt."),
        ("«{found}» er ingen som svarar for kunden", "Bruk {allowed}, eller lat feltet stå tomt."),
    ),
    "disagrees_alone": told(
        (
            "HPAS svarer ikke på dette spørsmålet, så det er ingen å være uenig med",
            "Slett teksten i disagrees (Uenig med HPAS fordi).",
        ),
        (
            "HPAS svarar ikkje på dette spørsmålet, så det er ingen å vere ueinig med",
            "Slett teksten i disagrees (Ueinig med HPAS fordi).",
        ),
    ),
    "text_too_long": told(
        ("teksten er {length} tegn", "Kort den ned til {longest}."),
        ("teksten er {length} teikn", "Kort han ned til {longest}."),
    ),
    "two_texts": told(
        ("linje {first} sier noe annet for samme spørsmål", "Skriv det på bare én av linjene."),
        ("linje {first} seier noko anna for same spørsmål", "Skriv det på berre éi av linjene."),
    ),
}
