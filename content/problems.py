"""Mistakes in the content of `assessments/`, in the words of the one who must mend them: where, what, what to do."""

from collections.abc import Iterable
from dataclasses import dataclass

from scoring import names

LONGEST_SHOWN = 300


class ContentError(Exception):
    """Files that cannot be used, with every problem of every file at once.

    Exception
    └── ContentError            `problems`, sorted by file and line
    """

    def __init__(self, problems: Iterable["Problem"]) -> None:
        self.problems = tuple(sorted(set(problems), key=lambda p: (p.file, p.line, p.question, p.fault, p.field)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. `line` is 0 when it concerns the whole file; `question` and `field` are "" when there is none."""

    file: str
    line: int
    question: str
    fault: str
    field: str
    message: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        where = f"{place} {self.question}" if self.question else place
        what = f"{self.field}: {self.message}" if self.field else self.message
        return _printable(f"{where} · {what}. {self.remedy}")


def problem(
    fault: str,
    file: str,
    line: int = 0,
    *,
    question: str = "",
    field: str = "",
    near: str = "",
    **context: object,
) -> Problem:
    """The problem with its words. `near` is what the author probably meant; then that is the remedy."""
    shown = {name: _shown(value) for name, value in context.items()}
    message, remedy = (sentence.format(**shown) for sentence in WORDS[fault])
    remedy = f"Mente du «{near}»?" if near else remedy
    return Problem(file, line, question, fault, field, message, remedy)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or ""."""
    return names.nearest(word, known, cutoff=0.6)


def _shown(value: object) -> str:
    text = f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def _printable(text: str) -> str:
    """Without what could move the cursor or hide text in a terminal."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)


# Fault id -> what is wrong, what to do. The ids never change: tests and invalid files name them.
WORDS: dict[str, tuple[str, str]] = {
    # The folder and its files.
    "folder_missing": ("mappen finnes ikke", "Oppgi mappen med --assessments."),
    "file_missing": ("filen mangler", "Lag filen. README.md i mappen sier hva den skal inneholde."),
    "unknown_file": ("filen blir ikke lest", "Gi den et av navnene {allowed}, eller fjern den."),
    "no_questionnaire": ("mappen har ingen spørreskjema", "Lag minst ett av {allowed}."),
    "not_a_folder": ("dette er ikke en mappe", "Fjern filen, eller lag en mappe med samme navn."),
    "unknown_ending": ("filen blir ikke lest", "Gi den et navn som slutter på .yaml, eller fjern den."),
    "not_a_file": ("dette er ikke en vanlig fil", "Fjern mappen eller lenken, og legg en fil her."),
    "unreadable": ("filen lar seg ikke lese", "Sjekk at du har lov til å lese den, og at den ikke er i bruk."),
    "file_too_big": ("filen er større enn {most} kB", "Fjern det som ikke hører hjemme her."),
    # The text of a file.
    "utf16": ("filen er lagret som UTF-16", "Lagre filen på nytt som UTF-8."),
    "not_utf8": (
        "linjen har tegn som ikke er UTF-8",
        "Lagre filen på nytt som UTF-8, og se etter at æ, ø og å er hele.",
    ),
    "control_character": ("linjen har et styretegn ({code})", "Slett tegnet, eller skriv linjen på nytt."),
    "hidden_character": ("linjen har et usynlig tegn ({code})", "Slett tegnet, eller skriv linjen på nytt."),
    "hard_space": (
        "linjen har et hardt mellomrom ({code})",
        "Bytt det med et vanlig mellomrom. Det følger ofte med fra Word.",
    ),
    "lost_character": ("et tegn har gått tapt (�)", "Finn originalen, og skriv tegnet på nytt."),
    "conflict_marks": (
        "filen har merker etter en sammenslåing som ikke ble ferdig («{found}»)",
        "Velg hvilken av de to utgavene som gjelder, og slett merkene.",
    ),
    # YAML.
    "empty_file": ("filen er tom", "Skriv innholdet. README.md i mappen viser hvordan."),
    "not_yaml": ("linjen er ikke gyldig YAML", "Se på innrykk, kolon og anførselstegn her og på linjen over."),
    "tab_indent": ("linjen bruker tabulator som innrykk", "Bruk mellomrom."),
    "quote_not_closed": ("teksten mangler anførselstegn til slutt", "Skriv samme anførselstegn etter teksten."),
    "colon_in_text": ("kolon med mellomrom etter deler teksten i to", 'Sett teksten i anførselstegn: "…".'),
    "comma_in_text": ("komma deler teksten i to", 'Sett teksten i anførselstegn: "…".'),
    "sign_needs_quotes": ("teksten begynner med et tegn som betyr noe i YAML", 'Sett teksten i anførselstegn: "…".'),
    "bracket_not_closed": (
        "en klamme eller krøllparentes er ikke lukket",
        "Lukk den, eller sett teksten i anførselstegn.",
    ),
    "cut_by_comment": ("alt etter « #» blir borte", 'Sett teksten i anførselstegn: "…".'),
    "curly_quotes": ("teksten står i krøllete anførselstegn", 'Bruk rette anførselstegn: "…".'),
    "alias": ("«*» henter tekst fra et annet sted", "Skriv teksten helt ut."),
    "anchor": ("«&» setter et merke på teksten", "Fjern merket, eller sett teksten i anførselstegn."),
    "tag": ("«!» sier hvilken type dette er", "Fjern det, eller sett teksten i anførselstegn."),
    "second_document": ("her begynner et nytt dokument", "Fjern linjen med «---». En fil har ett dokument."),
    "too_deep": ("innholdet ligger mer enn {most} nivåer inne", "Gjør det flatere."),
    "too_many_nodes": ("filen har mer enn {most} felt", "Fjern det som ikke hører hjemme her."),
    "scalar_too_long": ("teksten er lengre enn {most} tegn", "Kort den ned."),
    "key_not_text": ("nøkkelen er en liste eller har felt under seg", "Bruk et vanlig ord som nøkkel."),
    "repeated_key": ("«{key}» står her og på linje {first}", "Behold én av dem."),
    "root_not_mapping": ("filen har ikke felt med navn", "Begynn med «navn: verdi», slik README.md viser."),
    # The shape of what is written.
    "missing_field": ("feltet mangler", "Legg det til."),
    "missing_nb": ("teksten mangler på bokmål", "Legg til nb."),
    "text_without_language": ("teksten mangler språk", "Skriv {{nb: …}} rundt teksten."),
    "unknown_key": ("feltet finnes ikke her", "Fjern det, eller bruk et av {allowed}."),
    "unknown_kind": ("«{found}» er ikke en spørsmålstype", "Velg en av {allowed}."),
    "missing_kind": ("spørsmålet mangler type", "Legg til kind: en av {allowed}."),
    "not_a_mapping": ("her skal det stå felt med navn", "Skriv «navn: verdi» på hver sin linje."),
    "not_a_list": ("her skal det stå en liste", "Skriv [a, b], eller én strek per linje."),
    "not_text": ("her skal det stå én verdi, ikke {found}", "Skriv bare verdien."),
    "empty_list": ("listen er tom", "Skriv minst én."),
    "empty_text": ("teksten er tom", "Skriv teksten, eller fjern feltet hvis det kan utelates."),
    "text_too_long": ("teksten er {length} tegn lang", "Kort den ned til {longest}."),
    "title_too_long": ("tittelen er {length} tegn lang", "Kort den ned til {longest}. Resten kan stå i help."),
    "unfinished_text": ("«{found}» er ikke ferdig tekst", "Skriv teksten."),
    "repeated_title": ("{other} har samme tittel", "Gi spørsmålene hver sin tittel."),
    "markup_in_text": ("teksten har formatering («{found}»)", "Skriv ren tekst uten HTML, lenker og formler."),
    "not_a_number": ("«{found}» er ikke et tall", "Skriv tallet med sifre, og punktum foran desimaler."),
    "decimal_comma": ("«{found}» har desimalkomma", "Skriv {remedy}."),
    "not_a_whole_number": ("«{found}» er ikke et helt tall", "Skriv et helt tall."),
    "out_of_range": ("{found} er utenfor {low} til {high}", "Skriv et tall fra {low} til {high}."),
    "not_positive": ("«{found}» kan ikke være en vekt", "Skriv et tall over 0 og høyst 1000."),
    "not_true": ("«{found}» kan ikke kreves", "Skriv true. Et ja/nei-spørsmål kan bare kreve ja."),
    "not_a_date": ("«{found}» er ikke en dato", "Skriv år-måned-dag, for eksempel 2027-02-01."),
    "not_an_identifier": ("«{found}» kan ikke være en id", "Begynn med en bokstav. Bruk bare a–z, tall, - og _."),
    "unknown_choice": ("«{found}» er ikke et valg", "Velg blant {allowed}."),
    "not_understood": ("verdien kan ikke brukes ({found})", "Se i README.md hva feltet skal inneholde."),
    # The question as a whole.
    "no_steps": ("spørsmålet sier ikke når noe skal være på plass", "Skriv minst ett trinn: dager før oppstart: krav."),
    "requirement_is_worst": (
        "kravet er likt det dårligste svaret ({value})",
        "Skriv et krav som skiller godt fra dårlig.",
    ),
    "steps_get_easier": (
        "trinnene blir lettere fram mot oppstart ({earlier} → {later})",
        "Skriv et krav som er likt eller strengere jo nærmere oppstart.",
    ),
    "step_beyond_worst": ("et trinn er dårligere enn worst ({worst})", "Endre trinnet eller worst."),
    "no_time_for_the_work": (
        "fra trinn {earlier} til {later} tar arbeidet vanligvis {work} dager, og det er {days} dager mellom dem",
        "Flytt trinnene fra hverandre, eller rett lead_days til det arbeidet tar.",
    ),
    "date_step_on_another_day": (
        "trinnet {days} dager før krever en dato {value} dager før",
        "Skriv samme antall dager på begge sider.",
    ),
    "margin_without_hard_stop": ("margin_days hører til stoppkrav", "Fjern feltet, eller skriv hard_stop."),
    "margin_beyond_last_step": (
        "marginen på {margin} dager er lengre enn siste trinn ({last})",
        "Skriv høyst {last}, eller flytt siste trinn.",
    ),
    "proves_on_date": (
        "en dato viser når noe ble gjort, og kan ikke prøves på nytt",
        "Ta bort linjen.",
    ),
    "fresh_longer_near": (
        "nær oppstart kan et svar være {days} dager gammelt, og ellers {usual}: fristen skal ikke bli lengre",
        "Skriv høyst {usual}.",
    ),
    "not_before_too_late": (
        "not_before på {days} dager kommer etter siste trinn ({last}) og gjør ingenting",
        "Skriv {last} eller mer, eller fjern feltet.",
    ),
    "waivable_without_hard_stop": ("waivable hører til stoppkrav", "Fjern feltet, eller skriv hard_stop."),
    "repeated_item": ("det samme står to ganger", "Behold én av dem."),
    "level_without_descriptor": ("nivå {missing} mangler beskrivelse", "Beskriv alle nivåene fra 0 til 4."),
    "no_rows": ("matrisen har ingen rader", "Skriv radene, eller customer hvis kunden skal gi dem navn."),
    "sign_says_not_one": (
        "linjen sier ikke nøyaktig én ting om temaet",
        "Skriv én av at_least, less_than og behind: true.",
    ),
    "not_an_outcome_day": ("{found} dager etter oppstart er ingen dag vi spør på", "Velg blant {allowed}."),
    "nobody_could_foresee": (
        "ingen spørsmål til {found} har noen av temaene",
        "Legg til et tema som spørreskjemaet har, eller ta kundetypen bort fra customer_types.",
    ),
    "not_a_day_of_year": (
        "«{found}» er ikke en dag i året",
        "Skriv måned og dag som 12-20. 29. februar finnes ikke hvert år.",
    ),
    "basis_without_ref": ("kilden {source} er ikke oppgitt", "Legg til ref."),
    # Between files.
    "id_is_the_key": ("id-en er alt gitt av nøkkelen", "Fjern feltet."),
    "repeated_id": ("id-en er alt brukt i {other}", "Gi den en ny id. Endre ikke den som er tatt i bruk."),
    "repeated_lesson": ("erfaringen {found} er nevnt to ganger", "Behold én av dem."),
    "unknown_topic": ("temaet «{found}» finnes ikke i topics.yaml", "Velg et som finnes, eller legg det til der."),
    "unknown_lesson": (
        "erfaringen «{found}» finnes ikke i lessons.yaml",
        "Velg en som finnes, eller legg den til der.",
    ),
    "unknown_case": ("oppstarten «{found}» er ikke kodet", "Velg navnet på en fil som finnes."),
    "unknown_factor": ("faktoren «{found}» finnes ikke i factors.yaml", "Velg en av F01 til F10."),
    "unknown_reference": (
        "kilden «{found}» finnes ikke i sources.yaml",
        "Velg en som finnes, eller legg den til der.",
    ),
    "ref_not_a_section": ("«{found}» er ikke et kapittel i rapporten", "Skriv kapittelnummeret, for eksempel 8.1.6."),
    "english_of_nothing": ("HPAS blir ikke spurt om dette", "Ta teksten bort, eller rett id-en."),
    "english_missing": (
        "spørsmålet står ikke på engelsk",
        'Skriv title, help og action, og of: "{mark}".',
    ),
    "english_older": (
        "den norske teksten er endret siden den engelske ble skrevet",
        'Les den engelske på nytt, og sett of: "{mark}".',
    ),
    "nynorsk_of_nothing": ("dette finnes ikke på bokmål", "Ta teksten bort, eller rett navnet."),
    "nynorsk_missing": (
        "dette står ikke på nynorsk: {fields}",
        'Skriv det, og of: "{mark}". Til da vises bokmålet.',
    ),
    "nynorsk_older": (
        "bokmålet er endret siden nynorsken ble skrevet",
        'Les nynorsken på nytt, og sett of: "{mark}". Til da vises bokmålet.',
    ),
    "no_such_section": ("rapporten har ikke noe kapittel «{found}»", "Skriv et kapittel fra innholdsfortegnelsen."),
    "hard_stop_gone": (
        "stoppkravet i det publiserte skjemaet er borte",
        "Sett det tilbake, eller publiser på nytt (python -m tests.content.published) og si hvorfor i basis.",
    ),
    "not_the_ten_factors": (
        "faktorene er ikke F01 til F10 (mangler: {missing}; ukjent: {extra})",
        "Skriv de ti, hver én gang.",
    ),
    "wrong_customer_type": ("«{found}» passer ikke med filnavnet", "Skriv {expected}, eller gi filen nytt navn."),
    "lesson_asked_and_left_out": ("erfaringen {found} er også spurt om i {other}", "Ta den ut ett av stedene."),
    "topic_asked_and_left_out": ("temaet {found} er også spurt om i {other}", "Ta det ut ett av stedene."),
    # Roles: who knows the answers.
    "roles_missing": ("kundetypen har ingen roller", "Skriv hvem som vet svarene på spørsmålene i skjemaet."),
    "unknown_question_of_role": (
        "spørsmålet «{found}» finnes ikke i {other}",
        "Velg et som finnes, eller fjern det fra rollen.",
    ),
    "question_without_role": ("ingen rolle har spørsmålet", "Skriv det hos den rollen som vet svaret."),
    "question_in_two_roles": ("en annen rolle har alt spørsmålet (linje {first})", "La én rolle ha det."),
    # What HPAS answers for the customers.
    "from_programme_unknown": ("spørsmålet «{found}» finnes ikke i programme.yaml", "Velg et som finnes der."),
    "from_programme_here": ("feltet hører til spørsmål kundene får", "Fjern feltet."),
    "from_programme_in_role": ("HPAS svarer på spørsmålet for kundene", "Fjern det fra rollen."),
    "from_programme_no_case": ("«{found}» er ingen oppstart som er svart for HPAS", "Velg en fil for HPAS."),
    "from_programme_not_carried": ("HPAS svarer ikke på spørsmålet for kunden", "Fjern det fra listen."),
    "from_programme_not_hpas": ("svaret hentes fra HPAS, men HPAS er ikke ansvarlig", "Skriv responsible: hpas."),
    "from_programme_other_kind": (
        "{found} har type {theirs}, og dette spørsmålet har {own}",
        "Velg et spørsmål av samme type, eller skriv et nytt i programme.yaml.",
    ),
    "from_programme_other_unit": (
        "{found} svares i «{theirs}», og dette spørsmålet i «{own}»",
        "Skriv samme enhet begge steder.",
    ),
    "from_programme_other_rows": ("{found} har ikke radene {lacking}", "Legg radene til i programme.yaml."),
    # The profile, what takes its whole from it, the short form, and what replaces a question of an earlier edition.
    "unknown_fact": ("opplysningen «{found}» finnes ikke for kundetypen i profile.yaml", "Velg en som finnes der."),
    "facts_never_together": ("ingen kundetype blir spurt om begge opplysningene", "Velg to som gjelder samme type."),
    "from_programme_and_all_from": ("HPAS svarer på spørsmålet, og har ingen «Om virksomheten»", "Fjern feltet."),
    "short_form_of_another_length": (
        "{marked} spørsmål er merket for kortversjonen",
        "Merk fra {least} til {most}, eller ingen.",
    ),
    "basis_without_amount": ("begrunnelsen sier ikke hvorfor det er så mye", "Skriv amount med kilde og tekst."),
    "replaces_still_asked": ("{found} er fortsatt i skjemaet", "Fjern det, eller ta spørsmålet ut."),
    "replaces_unknown": ("{found} har aldri stått i skjemaet for denne kundetypen", "Skriv id-en det hadde."),
    "replaces_other_kind": (
        "{found} hadde type {theirs}, og dette spørsmålet har {own}",
        "Fjern det: svaret kan ikke bli med over.",
    ),
    "replaced_twice": ("{other} erstatter også {found}", "La svaret bli med til ett av dem."),
    "id_used_again": ("id-en sto på et spørsmål som er tatt ut", "Gi spørsmålet en id som aldri er brukt."),
    # Reference cases: the answers of a customer that has started.
    "no_such_questionnaire": ("{found} finnes ikke i mappen", "Lag spørreskjemaet, eller fjern denne filen."),
    "unknown_question": ("spørsmålet «{found}» finnes ikke i {other}", "Velg et som finnes, eller fjern svaret."),
    "not_true_or_false": ("«{found}» er verken ja eller nei", "Skriv true eller false."),
    "value_and_not_applicable": ("svaret har også en verdi", "Behold verdien, eller grunnen til at det ikke gjelder."),
    "more_than_all": ("{done} er mer enn de {all} det er i alt", "Rett ett av de to tallene."),
    "not_whole": ("{found} er ikke et helt tall", "Skriv hele tall, eller sett decimals: true på spørsmålet."),
    "all_not_positive": ("antallet i alt er {found}", "Skriv et tall over 0, eller fjern svaret."),
    "day_out_of_range": ("{found} er ikke mellom 2000 og 2100", "Sjekk årstallet."),
    "unknown_row": ("raden «{row}» finnes ikke i spørsmålet", "Velg blant {allowed}."),
    "row_missing": ("{missing} mangler blant radene", "Skriv alle radene. Ellers teller ikke svaret."),
    "long_name": ("et radnavn er lengre enn {longest} tegn", "Kort det ned."),
    "period_is_empty": (
        "tiden er tom (fra {from_days} til {until_days} dager før oppstart)",
        "Skriv et tall i until_days som er lavere enn from_days.",
    ),
    "planned_before_agreed": (
        "oppstarten er planlagt til dagen den ble avtalt, eller før",
        "Skriv i «agreed» dagen avtalen ble gjort, og i «to» den første avtalte dagen for oppstart.",
    ),
    "answers_overlap": ("to svar på spørsmålet gjelder samtidig", "La dem gjelde hver sin tid, eller behold ett."),
}
