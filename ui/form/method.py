"""The words of the method page: what is asked, how it is judged, and what nobody can read out of it."""

from datetime import date
from pathlib import Path

import pandas as pd
import streamlit as st

import language
from language import BASIS_PARTS, CUSTOMER_TYPES, SOURCES, STATUSES, VERDICTS, count, percent
from reports.palette import palette
from reports.plan.slack_picture import DESCRIBED, slack_picture
from scoring.frozen import FreshLimits, Method, Threshold
from scoring.questionnaire import Catalogue
from scoring.vocabulary import Source, Status, Verdict
from ui import layout

# Made by `python -m benchmarks.verdicts --write`.
LOCKED_ON = Path(__file__).parents[2] / "requirements" / "locked-on"
VERDICT_TABLE = Path(__file__).parents[1] / "assets" / "verdicts.csv"
# Made by `python -m benchmarks.forecasts --write`.
FORECAST_TABLE = Path(__file__).parents[1] / "assets" / "forecasts.csv"


def purpose() -> None:
    st.markdown(
        "Klarsjekk viser hva som mangler før dere tar i bruk et nytt journalsystem, mens det ennå er tid til å gjøre noe med "
        "det. Spørsmålene bygger på sluttrapporten for innføringen av Helseplattformen (HPAS, februar 2025), som trekker fram "
        "ti suksessfaktorer. De første oppstartene kom før løsningen og mottakerne var klare."
    )


def questions(catalogue: Catalogue) -> None:
    st.header("Hva vi spør om", anchor=False)
    for kind, asked in catalogue.questionnaires.items():
        carried = len(asked.carried)
        own = f"HPAS svarer på {carried} av spørsmålene. " if carried else ""
        takes = f" {asked.takes.nb}" if asked.takes else ""
        stops = sum(question.hard_stop is not None for question in asked.questions)
        st.markdown(
            f"**{CUSTOMER_TYPES[kind].capitalize()}:** {count(len(asked.questions), 'spørsmål', 'spørsmål')}, {stops} av dem stoppkrav. "
            f"{own}Utgave {asked.version}.{takes}"
        )
    st.markdown(
        "Hvert spørsmål har ett eller flere trinn: hva som skal være på plass så mange dager før oppstart. Trinnene blir aldri "
        "lettere jo nærmere dere kommer. Ubesvart er ubesvart. Det teller ikke som null."
    )


def figures(method: Method) -> None:
    st.header("Tallene", anchor=False)
    st.markdown(
        "- **Oppnåelse** er hvor langt et svar når mot kravet, fra 0 til 100 %. Nivå 2 av 4 er 50 %. Tre av fire er 75 %.\n"
        "- **Prosent på plass** er snittet av oppnåelsen for det dere har svart på, vektet, fra 0 til 100.\n"
        "- **Mulig spenn** går fra det tallet blir hvis alt ubesvart er 0, til det den blir hvis alt ubesvart er på plass.\n"
        "- **Forventet** er hva tallet ville vært hvis alt var slik det skal være i dag.\n"
        "- **Svargrad** er andelen av spørsmålene som gjelder dere, og som har svar."
    )
    for threshold in (
        method.readiness_coverage,
        method.verdict_coverage,
        method.behind_share,
        method.not_applicable_share,
    ):
        _threshold(threshold)
    st.markdown("**Status** for hvert spørsmål, den første som stemmer:")
    meanings = {
        Status.NOT_APPLICABLE: "Dere har svart at det ikke gjelder dere, med en grunn.",
        Status.UNANSWERED: "Et trinn gjelder nå, og dere har ikke svart.",
        Status.MET: "Kravet er nådd.",
        Status.BEHIND: "Dere har mindre enn det som skal være på plass nå.",
        Status.AT_RISK: "Et trinn som kommer, nås vanligvis ikke i tide lenger.",
        Status.NOT_DUE: "Ingen trinn gjelder ennå.",
        Status.ON_TRACK: "Dere har det som skal være på plass nå, og tid til resten.",
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
        (Verdict.IN_USE, "Datoen er passert, og kunden har bekreftet at den startet. Da hviler resten."),
        (Verdict.NOT_READY, "Et stoppkrav som er besvart, rekker ikke datoen og har ikke godkjent unntak."),
        (Verdict.UNDECIDED, "For få av spørsmålene som gjelder nå, er besvart."),
        (Verdict.NOT_READY, "Et stoppkrav som ikke er besvart, rekker ikke datoen."),
        (
            Verdict.BEHIND,
            "Et stoppkrav er på etterskudd, mangler svar eller haster, eller for mye annet er på etterskudd. Det kan hentes inn.",
        ),
        (Verdict.CONDITIONAL, "Et unntak er i bruk, eller HPAS har ikke sagt seg enig i at noe ikke er aktuelt."),
        (Verdict.READY, "Alt som gjelder dere, er på plass."),
        (Verdict.ON_TRACK, "Resten. Det som er på etterskudd, står ved navn."),
    ]
    st.markdown("\n".join(f"{n}. **{VERDICTS[verdict]}.** {text}" for n, (verdict, text) in enumerate(rules, 1)))
    st.markdown(
        "Et stoppkrav **rekker ikke datoen** når det som gjenstår, vanligvis tar lenger tid enn dere har, og kravet må stå en tid "
        "før oppstart. Trinnene varsler tidlig. Marginen avgjør. Et **stoppkrav for fasen** har lang margin: det kan ikke tas "
        "igjen med tid alene, for eksempel når arbeidet med drift startet for sent."
    )
    st.markdown(
        "**Dager etter eller foran planen** sier hvor mye, der konklusjonen sier hva slags. Planen er den som jobber jevnt fra "
        "trinn til trinn. Vi finner dagen på planen der dere er nå, og teller dagene til i dag."
    )


def freshness(limits: FreshLimits | None) -> None:
    """How long an answer holds before someone must stand by it again."""
    if limits is None:
        return
    st.header("Svar blir gamle", anchor=False)
    st.markdown(
        "Et svar som ingen har stått ved på lenge, **må bekreftes**. Det merkes ved spørsmålet og i lister, og telles i "
        "sammenligningen. «Stemmer fortsatt» bekrefter ett svar eller mange: det blir en linje i historikken, med hvem og når, "
        "og endrer ikke svaret. Til det skjer, teller svaret som før. Nær oppstart teller et stoppkrav med gammelt svar som ikke "
        "besvart, og som ingenting i snittet. Det som er merket ikke aktuelt, blir ikke gammelt, og etter oppstart blir ingen svar "
        "eldre. HPAS sine egne svar blir gamle på samme måte. Noen spørsmål har sin egen frist: det som er vedtatt én gang, "
        "holder lenger, og det som endrer seg fra dag til dag, kortere."
    )
    for limit in (limits.usual, limits.near, limits.near_from, limits.stops_from):
        source = f"{SOURCES[limit.basis.source]}{' ' + limit.basis.ref if limit.basis.ref else ''}"
        st.markdown(f"**{limit.title.nb}: {limit.value}.** {limit.basis.nb} Kilde: {source}.")


def moving_solution() -> None:
    """What counts less while the solution is being built."""
    st.header("En løsning i bevegelse", anchor=False)
    st.markdown(
        "Den som tester eller lærer noe som fortsatt bygges, har ikke bevist noe om det de skal starte med. HPAS gir tre datoer "
        "for hver bølge: byggestopp, test og opplæring. Kunden kan rette dem for seg, med en grunn. Begynner test eller "
        "opplæring før byggestopp, eller er svaret gitt før byggestopp, er det **prøvd på en løsning i bevegelse**. Da teller "
        "ikke siste trinn, for det må gjøres på nytt, og resten teller høyst som forventet. Når det er gjort på nytt, rettes "
        "datoen, og svarene teller igjen. Det gjelder spørsmålene om test og opplæring som er merket for det."
    )


def one_clock() -> None:
    """How the days left, the work left and the steps hang together."""
    st.header("Tid å gå på", anchor=False)
    st.markdown(
        "Alt om tid bygger på ett regnestykke. Det som gjenstår til et trinn, tar sin del av tiden hele arbeidet vanligvis tar. "
        "Halvparten igjen av noe som tar 60 dager, er 30 dager. Har et tiltak en frist som ikke er passert, er det ferdig da i "
        "stedet. **Tid å gå på** er dagene fra det vanligvis er ferdig, til trinnet er der. **Start senest** er trinnet minus "
        "arbeidet. Er det ingen tid å gå på igjen, haster det."
    )
    colours = palette(dark=layout.dark())
    st.plotly_chart(slack_picture(colours), theme=None, config=layout.STILL, alt=DESCRIBED, key="slack")


def how_often() -> None:
    """How often the verdict cries wolf, and how often it misses: of made customers, by kind and distance."""
    st.header("Hvor ofte konklusjonen treffer", anchor=False)
    st.markdown(
        "Vi har laget tusen kunder av hvert slag for hvert skjema. Hvert spørsmål beveger seg jevnt fra trinn til trinn, så "
        "mange dager foran eller etter planen, med en spredning på to til fire uker mellom spørsmålene. Ingen av dem har lagt "
        "inn tiltak, og da haster mer enn det ellers ville gjort. Tabellen viser hvor mange av hundre som får hver konklusjon. "
        "Slik ser dere hvor mange falske alarmer dere må regne med, og hvor mye som kan gå forbi."
    )
    table = pd.read_csv(VERDICT_TABLE)
    kinds = {kind.value: name.capitalize() for kind, name in CUSTOMER_TYPES.items()}
    chosen = st.segmented_control("Skjema", list(kinds.values()), default=next(iter(kinds.values())), required=True)
    shown = table[table["customer_type"].map(kinds) == chosen].drop(columns="customer_type")
    names = {"kind": "Kundene er", "days": "Dager til oppstart", "failing_stops": "Stoppkrav som ikke rekker"}
    names |= {verdict.value: word for verdict, word in VERDICTS.items()} | {"ahead_days": "Dager foran planen"}
    alt = "Andel av hver konklusjon for kunder som ligger foran, på og etter planen, på ulike avstander fra oppstart"
    st.dataframe(shown.rename(columns=names), hide_index=True, width="stretch", alt=alt)


def where_one_lands() -> None:
    """How «Slik det går nå» is made, and how often it held: of made histories with known ends."""
    st.header("Slik det går nå", anchor=False)
    st.markdown(
        "På Utvikling står det når alt er på plass hvis det går som før, alltid som et spenn. Vi begynner med oppstarter som "
        "har vært: hvor mye av planen de rakk per dag. De fire i sluttrapporten kom 6, 12, 24 og 24 måneder etter datoen i "
        "kontrakten. Hver kunde her som har startet, legges til. Så retter vi takten med den kunden selv har holdt. Jo flere "
        "dager med tall og jo jevnere de er, jo mer teller den. Uten tall fra minst tre ulike dager sier vi ingenting."
    )
    st.markdown(
        "Spennet skal treffe fire av fem ganger. Det er målt på tusen oppdiktede forløp av hvert slag, der vi vet når alt kom "
        "på plass. Når takten skifter på slutten, treffer det sjeldnere. Det kan ingen lese ut av det som har vært."
    )
    names = {"kind": "Kunden går", "days": "Dager til oppstart", "held": "Dagen traff, av hundre"}
    names |= {"in_place_held": "På plass ved oppstart traff, av hundre"}
    names |= {"width_days": "Midterste bredde, dager", "no_last_day": "Uten siste dag, av hundre"}
    alt = "Hvor ofte spennet traff, og hvor bredt det var, for hvert slags forløp og avstand fra oppstart"
    st.dataframe(pd.read_csv(FORECAST_TABLE).rename(columns=names), hide_index=True, width="stretch", alt=alt)


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
        (BASIS_PARTS[part], question, basis)
        for asked in catalogue.questionnaires.values()
        for question in asked.questions
        for part, basis in question.grounds.items()
    ]
    names = {identifier: publication.title.nb for identifier, publication in catalogue.sources.items()}
    table = pd.DataFrame(
        {
            "Id": [question.id for _, question, _ in rows],
            "Spørsmål": [question.title.nb for _, question, _ in rows],
            "Trinn (dager før: krav)": [_steps(question.steps) for _, question, _ in rows],
            "Hva": [part for part, _, _ in rows],
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
        "- Om dere blir ferdige. Datoene bygger på det arbeidet vanligvis tar, ikke på hvem dere har og hva annet de gjør.\n"
        "- Det rapporten tier om. Superbrukere, generalprøve og hjelp på gulvet står ikke i den. Der vi spør likevel, står det "
        "en annen kilde."
    )


def made_of() -> None:
    """When the versions of the libraries were last settled."""
    locked = date.fromisoformat(LOCKED_ON.read_text(encoding="utf-8").strip())
    st.caption(f"Bibliotekene Klarsjekk bygger på, ble sist låst {language.day(locked)}.")
