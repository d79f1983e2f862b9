"""The comparison on screen: filter, heat map, table, what nobody has in place, and who waits for whom."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

import language
from language import AREAS, CUSTOMER_TYPES, DASH, VERDICTS, WAITING_ON, count, points, short_day
from reports.figures import Bar, Grid, heat_map
from reports.palette import Palette
from scoring.comparison import Compared, Entry, shared_topics
from scoring.questionnaire import Catalogue, Question
from scoring.words import Area, Verdict, WaitingOn
from scoring.yardstick import OVERALL
from service.comparison import CustomerAnswers
from service.tickets import What
from ui import access, downloads, layout, session

ALL = "Alle"
BY_FACTOR, BY_AREA = "Suksessfaktorer", "Områder"
ORDERS = {
    "Oppstart": lambda row: (row.compared.go_live is None, row.compared.go_live, row.name),
    "Klarhet": lambda row: (row.readiness is None, row.readiness, row.name),
    "Avstand til forventet": lambda row: (row.distance is None, row.distance, row.name),
    "Navn": lambda row: (row.name,),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One customer with what it said and how it is judged."""

    said: CustomerAnswers
    compared: Compared

    @property
    def name(self) -> str:
        return self.said.customer.name

    @property
    def readiness(self) -> float | None:
        return self.compared.overall.readiness if self.compared.ranked else None

    @property
    def distance(self) -> float | None:
        """Readiness less what is expected, in points."""
        figures = self.compared.overall
        if self.readiness is None or figures.expected is None:
            return None
        return self.readiness - figures.expected


def entries(everyone: Sequence[CustomerAnswers]) -> list[Entry]:
    return [
        Entry(said.customer.id, access.measure(said.form), said.answers, said.customer.go_live) for said in everyone
    ]


def rows(everyone: Sequence[CustomerAnswers], compared: Sequence[Compared]) -> list[Row]:
    return [Row(said, judged) for said, judged in zip(everyone, compared, strict=True)]


def banner(held: Sequence[Row]) -> None:
    if any(row.said.customer.invented for row in held):
        st.caption(":material/science: **Demodata.** Kundene er oppdiktet.")
    st.caption("Grunnlag: kundens egne svar i dag. For få svar rangeres ikke.")


def filtered(held: Sequence[Row]) -> list[Row]:
    """The customers the reader wants to see, in the order chosen; undecided ones last."""
    one, two, three = st.columns(3)
    kinds = [ALL, *dict.fromkeys(CUSTOMER_TYPES[row.said.customer.customer_type].capitalize() for row in held)]
    kind = one.selectbox("Kundetype", kinds, key=session.key("compare", "kind"))
    verdict = two.selectbox("Konklusjon", [ALL, *VERDICTS.values()], key=session.key("compare", "verdict"))
    order = three.selectbox("Rekkefølge", list(ORDERS), key=session.key("compare", "order"))
    kept = [row for row in held if _fits(row, kind, verdict)]
    kept.sort(key=ORDERS[order])
    return [row for row in kept if row.compared.ranked] + [row for row in kept if not row.compared.ranked]


def _fits(row: Row, kind: str, verdict: str) -> bool:
    of_kind = CUSTOMER_TYPES[row.said.customer.customer_type].capitalize()
    return kind in (ALL, of_kind) and (verdict == ALL or verdict == _verdict(row))


def _verdict(row: Row) -> str:
    return DASH if row.compared.verdict is None else VERDICTS[row.compared.verdict]


def summary(shown: Sequence[Row]) -> None:
    """How many of each verdict, and how much the forms have in common."""
    if not shown:
        st.info("Ingen kunder passer til valget. Velg «Alle» for å se flere.")
        return
    counted = [(VERDICTS[v], sum(row.compared.verdict is v for row in shown)) for v in Verdict]
    st.markdown(" · ".join(f"**{number}** {name.lower()}" for name, number in counted if number))
    common, any_of_them = shared_topics(
        {row.said.form.fingerprint: access.measure(row.said.form) for row in shown}.values()
    )
    if common < any_of_them:
        st.caption(
            f"Skjemaene har {common} av {any_of_them} temaer felles. Tall på tvers av kundetyper bygger på ulike spørsmål."
        )


def map_of(shown: Sequence[Row], catalogue: Catalogue, colours: Palette) -> None:
    """The heat map: readiness in each cell, ▼ below expected."""
    if not shown:
        return
    by = st.segmented_control(
        "Kolonner", [BY_FACTOR, BY_AREA], default=BY_FACTOR, required=True, key=session.key("compare", "by")
    )
    columns = {area.value: AREAS[area] for area in Area}
    if by != BY_AREA:
        columns = {factor.id: factor.id for factor in catalogue.factors}
        st.caption(" · ".join(f"**{factor.id}** {factor.title.nb}" for factor in catalogue.factors))
    columns = {OVERALL: "Alt"} | columns
    grid = Grid(
        rows=tuple(_label(row) for row in shown),
        columns=tuple(columns.values()),
        cells=tuple(tuple(_bar(row, group, name) for group, name in columns.items()) for row in shown),
    )
    st.caption("Tallet er klarhet. ▼ betyr under det som er forventet for kunden i dag. – betyr for få svar.")
    st.plotly_chart(
        heat_map(grid, colours),
        theme=None,
        config=layout.STILL | {"staticPlot": False},
        alt=_described(grid),
        key="map",
    )


def _label(row: Row) -> str:
    left = row.compared.days_left
    when = "" if left is None else f" (T{-left:+d})".replace("-", "−")
    return f"{row.name}{when}"


def _bar(row: Row, group: str, name: str) -> Bar | None:
    figures = row.compared.groups.get(group)
    return None if figures is None else Bar(name, figures)


def _described(grid: Grid) -> str:
    return f"Varmekart med {count(len(grid.rows), 'kunde', 'kunder')} og {len(grid.columns)} kolonner. De samme tallene står i tabellen under."


def table(shown: Sequence[Row]) -> None:
    """The same customers as a table with verdict and figures."""
    if not shown:
        return
    frame = pd.DataFrame(
        {
            "Kunde": [row.name for row in shown],
            "Oppstart": [row.compared.go_live for row in shown],
            "Dager til": [row.compared.days_left for row in shown],
            "Konklusjon": [_verdict(row) for row in shown],
            "Klarhet": [points(row.compared.overall.readiness) for row in shown],
            "Forventet": [points(row.compared.overall.expected) for row in shown],
            "Svargrad": [language.percent(row.compared.overall.coverage) for row in shown],
            "Stoppkrav som svikter": [len(row.compared.failed_stops) for row in shown],
            "Sist lagret": [_saved(row) for row in shown],
        }
    )
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        column_config={"Oppstart": st.column_config.DateColumn(format="DD.MM.YYYY")},
        alt="Kundene med konklusjon og tall",
    )


def _saved(row: Row) -> str:
    at = row.said.last_saved_at
    return "aldri" if at is None else short_day(at.astimezone(language.OSLO).date())


def missed(topics: Sequence[str], catalogue: Catalogue) -> None:
    """What nobody has in place: a sign that the hindrance is not the customer's own."""
    st.header("Ingen har dette på plass", anchor=False)
    if not topics:
        st.write("Det er ingen slike temaer blant kundene som vises.")
        return
    st.markdown("Når ingen klarer det, ligger hindringen ofte hos oss i HPAS eller hos leverandøren.")
    st.markdown("\n".join(f"- {catalogue.topics[topic].title.nb}" for topic in topics if topic in catalogue.topics))


def waiting(shown: Sequence[Row]) -> None:
    """What HPAS and others owe to whom."""
    st.header("Kundene venter på", anchor=False)
    owed = [
        (answer.waiting_on, row, row.said.form.questionnaire.by_id[found])
        for row in shown
        for found, answer in row.said.answers.items()
        if answer.waiting_on is not None
    ]
    if not owed:
        st.write("Ingen av kundene som vises, har sagt at de venter på noen.")
        return
    owed.sort(key=lambda item: (list(WaitingOn).index(item[0]), _by(item[1], item[2])))
    frame = pd.DataFrame(
        {
            "Venter på": [language.sentence(WAITING_ON[who]) for who, _, _ in owed],
            "Kunde": [row.name for _, row, _ in owed],
            "Spørsmål": [question.title.nb for _, _, question in owed],
            "Skal være på plass": [_by(row, question) for _, row, question in owed],
        }
    )
    st.dataframe(frame, hide_index=True, width="stretch", alt="Hvem kundene venter på, og når det skal være på plass")


def _by(row: Row, question: Question) -> str:
    if row.compared.go_live is None:
        return DASH
    return (row.compared.go_live - pd.Timedelta(days=question.last_step).to_pytimedelta()).isoformat()


def download() -> None:
    st.header("Ta tallene med deg", anchor=False)
    st.caption("Filen har alle kundene, uansett hva du har valgt over.")
    downloads.buttons(What.COMPARISON)
