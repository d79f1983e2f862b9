"""The words of the method page: what is asked, how it is judged, and what nobody can read out of it."""

import pandas as pd
import streamlit as st

import language
from language import CUSTOMER_TYPES, SOURCES, STATUSES, VERDICTS, count, percent
from scoring.questionnaire import Catalogue, Method, Threshold
from scoring.vocabulary import Source, Status, Verdict

SECONDS_PER_INPUT = 20


def purpose() -> None:
    st.markdown(
        "Klarsjekk viser hva som mangler før dere tar i bruk et nytt journalsystem, mens det ennå er tid til å gjøre noe med "
        "det. Spørsmålene bygger på sluttrapporten for innføringen av Helseplattformen (HPAS, februar 2025), som trekker fram "
        "ti suksessfaktorer. De første oppstartene kom før løsningen og mottakerne var klare."
    )


def questions(catalogue: Catalogue) -> None:
    st.header("Hva vi spør om", anchor=False)
    for kind, asked in catalogue.questionnaires.items():
        inputs = sum(question.inputs for question in asked.questions)
        minutes = round(inputs * SECONDS_PER_INPUT / 60 / 5) * 5
        stops = sum(question.hard_stop is not None for question in asked.questions)
        st.markdown(
            f"**{CUSTOMER_TYPES[kind].capitalize()}:** {count(len(asked.questions), 'spørsmål', 'spørsmål')}, {stops} av dem stoppkrav. "
            f"{count(inputs, 'felt', 'felt')} å fylle ut, om lag {minutes} minutter i alt. Utgave {asked.version}."
        )
    st.markdown(
        "Hvert spørsmål har ett eller flere trinn: hva som skal være på plass så mange dager før oppstart. Trinnene blir aldri "
        "lettere jo nærmere dere kommer. Ubesvart er ubesvart. Det teller ikke som null."
    )


def figures(method: Method) -> None:
    st.header("Tallene", anchor=False)
    st.markdown(
        "- **Oppnåelse** er hvor langt et svar når mot kravet, fra 0 til 100 %. Nivå 2 av 4 er 50 %. Tre av fire er 75 %.\n"
        "- **Klarhet** er snittet av oppnåelsen for det dere har svart på, vektet, fra 0 til 100.\n"
        "- **Mulig spenn** går fra det klarheten blir hvis alt ubesvart er 0, til det den blir hvis alt ubesvart er på plass.\n"
        "- **Forventet** er hva klarheten ville vært hvis alt var slik det skal være i dag.\n"
        "- **Svargrad** er andelen av spørsmålene som gjelder dere, og som har svar."
    )
    for threshold in (method.readiness_coverage, method.verdict_coverage):
        _threshold(threshold)
    st.markdown("**Status** for hvert spørsmål, den første som stemmer:")
    meanings = {
        Status.NOT_APPLICABLE: "Dere har svart at det ikke gjelder dere, med en grunn.",
        Status.UNANSWERED: "Et trinn gjelder nå, og dere har ikke svart.",
        Status.NOT_DUE: "Ingen trinn gjelder ennå.",
        Status.MET: "Kravet er nådd.",
        Status.ON_TRACK: "Dere har det som skal være på plass nå.",
        Status.BEHIND: "Dere har mindre enn det som skal være på plass nå.",
    }
    st.markdown("\n".join(f"- **{language.sentence(STATUSES[status])}.** {text}" for status, text in meanings.items()))


def _threshold(threshold: Threshold) -> None:
    st.markdown(
        f"**{threshold.title.nb}: {percent(threshold.value)}.** {threshold.basis.nb} "
        f"Kilde: {SOURCES[threshold.basis.source]}{' ' + threshold.basis.ref if threshold.basis.ref else ''}."
    )


def verdicts() -> None:
    st.header("Konklusjonen", anchor=False)
    st.markdown("Den første regelen som stemmer, avgjør. Ingen tall kan gå foran et stoppkrav.")
    rules = [
        (Verdict.NOT_READY, "Et stoppkrav er besvart og holder ikke, og har ikke godkjent unntak."),
        (Verdict.UNDECIDED, "For få av spørsmålene som gjelder nå, er besvart."),
        (Verdict.NOT_READY, "Et stoppkrav som gjelder nå, mangler svar."),
        (Verdict.CONDITIONAL, "Noe er på etterskudd eller mangler svar, eller et unntak er i bruk."),
        (Verdict.READY, "Alt som gjelder dere, er på plass."),
        (Verdict.ON_TRACK, "Alt som skal være på plass nå, er på plass."),
    ]
    st.markdown("\n".join(f"{n}. **{VERDICTS[verdict]}.** {text}" for n, (verdict, text) in enumerate(rules, 1)))
    st.markdown(
        "Et **stoppkrav for fasen** kan ikke tas igjen med tid alene når datoen er passert, for eksempel når arbeidet med drift "
        "startet for sent. Da må HPAS godkjenne et tiltak, eller datoen må flyttes."
    )


def factors(catalogue: Catalogue) -> None:
    st.header("De ti suksessfaktorene", anchor=False)
    for factor in catalogue.factors:
        st.markdown(
            f"**{int(factor.id[1:])}. {factor.title.nb}.** {factor.summary.nb} (Sluttrapporten {factor.section})"
        )


def sources(catalogue: Catalogue) -> None:
    st.header("Hvor trinnene kommer fra", anchor=False)
    st.markdown(
        "Rapporten sier hva som gikk galt, men oppgir nesten ingen grenser. Derfor står det ved hvert spørsmål om trinnet er "
        "hentet fra rapporten, fra andre programmer eller er Klarsjekks eget valg. Styrke A er revisjon, tilsyn, forskning eller "
        "offentlige programmer. B er foretak, leverandører og fagpresse. C er maler fra fagmiljøer."
    )
    rows = [
        (kind, question, question.basis)
        for kind, asked in catalogue.questionnaires.items()
        for question in asked.questions
        if question.basis is not None
    ]
    names = {identifier: publication.title.nb for identifier, publication in catalogue.sources.items()}
    table = pd.DataFrame(
        {
            "Id": [question.id for _, question, _ in rows],
            "Spørsmål": [question.title.nb for _, question, _ in rows],
            "Trinn (dager før: krav)": [_steps(question.steps) for _, question, _ in rows],
            "Kilde": [SOURCES[basis.source] for _, _, basis in rows],
            "Hvor": [names.get(basis.ref or "", basis.ref or "") for _, _, basis in rows],
            "Styrke": [
                catalogue.sources[basis.ref or ""].strength if basis.source is Source.BENCHMARK else ""
                for _, _, basis in rows
            ],
            "Begrunnelse": [basis.nb for _, _, basis in rows],
        }
    )
    st.dataframe(table, hide_index=True, width="stretch", alt="Trinnene for hvert spørsmål, med kilde og begrunnelse")


def _steps(steps: dict[int, float]) -> str:
    return " · ".join(f"{days}: {language.number(value, decimals=2)}" for days, value in steps.items())


def unknown() -> None:
    st.header("Hva Klarsjekk ikke vet", anchor=False)
    st.markdown(
        "- Om svarene stemmer. Det er deres egen vurdering til HPAS har sett på den.\n"
        "- Hvor god løsningen er. Klarsjekk spør om det er prøvd og bekreftet, ikke om det er godt.\n"
        "- Om dere blir ferdige. Datoene bygger på vanlig ledetid, ikke på hvem dere har og hva annet de gjør.\n"
        "- Det rapporten tier om. Superbrukere, generalprøve og hjelp på gulvet står ikke i den. Der vi spør likevel, står det "
        "en annen kilde."
    )
