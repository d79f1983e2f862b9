"""The comparison on screen: choice of cut and basis, filter, heat map, bands, what nobody has, and who waits for whom."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
import streamlit as st

import language
from language import AREAS, CUSTOMER_TYPES, DASH, VERDICTS, WAITING_ON, count, points, short_day
from reports.figures import Bar, Grid, heat_map
from reports.palette import Palette
from scoring.bands import LEAST, bands
from scoring.basis import Basis
from scoring.comparison import Compared
from scoring.cuts import CUTS
from scoring.questionnaire import Catalogue, Question
from scoring.words import Area, Status, Verdict, WaitingOn
from scoring.yardstick import OVERALL
from service.everyone import Everyone, Member
from service.tickets import What
from ui import downloads, layout, session

ALL = "Alle"
TODAY = "I dag"
BY_FACTOR, BY_AREA = "Suksessfaktorer", "Områder"
BASES = {"Kundens svar": Basis.CUSTOMER, "HPAS' vurdering der den finnes": Basis.HPAS}
DISTANCES: dict[str, Callable[[int], bool]] = {
    ALL: lambda _days: True,
    "under 60 dager": lambda days: 0 <= days < 60,
    "60 til 180 dager": lambda days: 60 <= days <= 180,
    "over 180 dager": lambda days: days > 180,
    "har startet": lambda days: days < 0,
}
# So many rows fit a screen; the rest are on the next pages.
AT_ONCE = 25


@dataclass(frozen=True, slots=True)
class Row:
    """One customer with where it stands among `Everyone.members`, and how it is judged."""

    place: int
    member: Member
    compared: Compared

    @property
    def name(self) -> str:
        return self.member.name

    @property
    def kind(self) -> str:
        return CUSTOMER_TYPES[self.member.customer_type].capitalize()

    @property
    def readiness(self) -> float | None:
        return self.compared.overall.readiness if self.compared.ranked else None

    @property
    def distance(self) -> float | None:
        """Readiness less what is expected, in points."""
        expected = self.compared.overall.expected
        return None if self.readiness is None or expected is None else self.readiness - expected


ORDERS: dict[str, Callable[[Row], tuple[object, ...]]] = {
    "Oppstart": lambda row: (row.compared.go_live is None, row.compared.go_live or date.max, row.name),
    "Klarhet": lambda row: (row.readiness is None, row.readiness or 0, row.name),
    "Avstand til forventet": lambda row: (row.distance is None, row.distance or 0, row.name),
    "Navn": lambda row: (row.name,),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reader wants to see. `cut`: days before the go-live, `None` for today."""

    cut: int | None
    basis: Basis
    kind: str
    verdict: str
    wave: str
    distance: str
    order: str
    by: str


def choice() -> Choice:
    """What is chosen in the controls below, as it stands before they are drawn."""
    held = {name: str(session.value(_key(name)) or first) for name, first in _FIRST.items()}
    cut = next((days for days in CUTS if _cut(days) == held["cut"]), None)
    return Choice(
        cut=cut,
        basis=BASES.get(held["basis"], Basis.CUSTOMER),
        kind=held["kind"],
        verdict=held["verdict"],
        wave=held["wave"],
        distance=held["distance"],
        order=held["order"] if held["order"] in ORDERS else next(iter(ORDERS)),
        by=held["by"],
    )


_FIRST = {
    "cut": TODAY,
    "basis": next(iter(BASES)),
    "kind": ALL,
    "verdict": ALL,
    "wave": ALL,
    "distance": ALL,
    "order": next(iter(ORDERS)),
    "by": BY_FACTOR,
}


def _key(name: str) -> str:
    return session.key("compare", name)


def _cut(days: int) -> str:
    return f"T−{days}"


def rows(everyone: Everyone) -> list[Row]:
    judged = everyone.judged.rows()
    return [Row(place, member, judged[place]) for place, member in enumerate(everyone.members)]


def banner(held: Sequence[Row], choice: Choice) -> None:
    if any(row.member.invented for row in held):
        st.caption(":material/science: **Demodata.** Kundene er oppdiktet.")
    at = "slik de står i dag" if choice.cut is None else f"slik de sendte inn nærmest {choice.cut} dager før oppstart"
    st.caption(f"Kundene {at}. For få svar vises for seg og rangeres ikke.")


def controls(held: Sequence[Row]) -> None:
    """Cut and basis first, then the filters."""
    one, two = st.columns(2)
    one.selectbox("Tidspunkt", [TODAY, *(_cut(days) for days in CUTS)], key=_key("cut"))
    two.selectbox("Grunnlag", list(BASES), key=_key("basis"))
    one, two, three = st.columns(3)
    one.selectbox("Kundetype", [ALL, *dict.fromkeys(row.kind for row in held)], key=_key("kind"))
    two.selectbox("Konklusjon", [ALL, *VERDICTS.values()], key=_key("verdict"))
    three.selectbox("Innføringsbølge", [ALL, *_waves(held)], key=_key("wave"))
    one, two = st.columns(2)
    one.selectbox("Avstand til oppstart", list(DISTANCES), key=_key("distance"))
    two.selectbox("Rekkefølge", list(ORDERS), key=_key("order"))


def _waves(held: Sequence[Row]) -> list[str]:
    days = Counter(row.compared.go_live for row in held if row.compared.go_live)
    return [short_day(day) for day in sorted(days) if days[day] > 1]


def filtered(held: Sequence[Row], choice: Choice) -> list[Row]:
    """The customers the reader wants to see, in the order chosen; undecided ones last."""
    kept = sorted((row for row in held if _fits(row, choice)), key=ORDERS[choice.order])
    return [row for row in kept if row.compared.ranked] + [row for row in kept if not row.compared.ranked]


def _fits(row: Row, choice: Choice) -> bool:
    go_live, days = row.compared.go_live, row.compared.days_left
    near = DISTANCES.get(choice.distance, DISTANCES[ALL])
    return (
        choice.kind in (ALL, row.kind)
        and choice.verdict in (ALL, _verdict(row))
        and (choice.wave == ALL or (go_live is not None and short_day(go_live) == choice.wave))
        and (choice.distance == ALL or (days is not None and near(days)))
    )


def _verdict(row: Row) -> str:
    return DASH if row.compared.verdict is None else VERDICTS[row.compared.verdict]


def summary(shown: Sequence[Row], everyone: Everyone, overlap: tuple[int, int]) -> None:
    """How many of each verdict, who has nothing at this cut, and how much the forms have in common."""
    if not shown:
        st.info("Ingen kunder passer til valget. Velg «Alle» for å se flere.")
    counted = [(VERDICTS[v], sum(row.compared.verdict is v for row in shown)) for v in Verdict]
    st.markdown(" · ".join(f"**{number}** {name.lower()}" for name, number in counted if number))
    if everyone.missing:
        st.caption(
            f"{count(len(everyone.missing), 'kunde', 'kunder')} har ikke sendt inn noe nær dette tidspunktet, og er ikke med."
        )
    common, any_of_them = overlap
    if common < any_of_them:
        st.caption(
            f"Skjemaene har {common} av {any_of_them} temaer felles. Tall på tvers av kundetyper bygger på ulike spørsmål."
        )


def _columns(catalogue: Catalogue, by: str) -> dict[str, str]:
    inner = {area.value: AREAS[area] for area in Area} if by == BY_AREA else {f.id: f.id for f in catalogue.factors}
    return {OVERALL: "Alt"} | inner


def map_of(shown: Sequence[Row], catalogue: Catalogue, choice: Choice, colours: Palette) -> None:
    """The heat map: readiness in each cell, ▼ below expected; at most what a screen shows."""
    if not shown:
        return
    st.segmented_control("Kolonner", [BY_FACTOR, BY_AREA], default=BY_FACTOR, required=True, key=_key("by"))
    if choice.by != BY_AREA:
        st.caption(" · ".join(f"**{factor.id}** {factor.title.nb}" for factor in catalogue.factors))
    columns = _columns(catalogue, choice.by)
    page = _page(shown)
    grid = Grid(
        rows=tuple(_label(row) for row in page),
        columns=tuple(columns.values()),
        cells=tuple(tuple(_bar(row, group, name) for group, name in columns.items()) for row in page),
    )
    st.caption("Tallet er klarhet. ▼ betyr under det som er forventet for kunden. – betyr for få svar.")
    st.plotly_chart(heat_map(grid, colours), theme=None, config=layout.STILL, alt=_described(grid), key="map")


def _page(shown: Sequence[Row]) -> Sequence[Row]:
    pages = -(-len(shown) // AT_ONCE)
    if pages == 1:
        return shown
    number = st.segmented_control(
        f"{count(len(shown), 'kunde', 'kunder')}, {AT_ONCE} om gangen",
        range(1, pages + 1),
        default=1,
        required=True,
        key=_key("page"),
    )
    return shown[((number or 1) - 1) * AT_ONCE :][:AT_ONCE]


def _label(row: Row) -> str:
    left = row.compared.days_left
    if left is None:
        return row.name
    return f"{row.name} (T−{left})" if left >= 0 else f"{row.name} (T+{-left})"


def _bar(row: Row, group: str, name: str) -> Bar | None:
    figures = row.compared.groups.get(group)
    return None if figures is None else Bar(name, figures)


def _described(grid: Grid) -> str:
    return f"Varmekart med {count(len(grid.rows), 'kunde', 'kunder')} og {len(grid.columns)} kolonner. De samme tallene står i tabellen under."


def cell(shown: Sequence[Row], everyone: Everyone, catalogue: Catalogue, choice: Choice) -> None:
    """The questions behind one cell."""
    if not shown:
        return
    box = st.expander("Se spørsmålene bak en rute", icon=":material/search:", on_change="rerun", key="cell")
    if not box.open:
        return
    with box:
        names = {row.member.customer_id: row for row in shown}
        who = st.selectbox("Kunde", list(names), format_func=lambda found: names[found].name, key=_key("who"))
        columns = _columns(catalogue, choice.by)
        group = st.selectbox("Kolonne", list(columns), format_func=columns.__getitem__, key=_key("group"))
        frame = _behind(names[who], everyone, group)
        st.dataframe(frame, hide_index=True, width="stretch", alt=f"Spørsmålene bak ruten for {columns[group]}")


def _behind(row: Row, everyone: Everyone, group: str) -> pd.DataFrame:
    form = everyone.judged.yardstick_of(row.place).form
    judged = everyone.judged.attainment(row.place)
    found = [q for q in form.questionnaire.questions if group in (OVERALL, form.factors[q.topic], *q.areas)]
    return pd.DataFrame(
        {
            "Id": [question.id for question in found],
            "Spørsmål": [question.title.nb for question in found],
            "Stoppkrav": ["ja" if question.hard_stop else "" for question in found],
            "Status": [_status(judged[question.id][0]) for question in found],
            "Oppnåelse %": [_percent(judged[question.id][1]) for question in found],
        }
    )


def _status(status: Status | None) -> str:
    return "" if status is None else language.STATUSES[status]


def _percent(share: float | None) -> int | None:
    return None if share is None else round(100 * share)


def bands_of(shown: Sequence[Row]) -> None:
    """Median and quartiles per customer type, only where there are enough of them."""
    found = bands((row.kind, row.readiness) for row in shown if row.compared.ranked)
    held = {kind: band for kind, band in found.items() if band is not None}
    if not held:
        return
    st.header("Spredning per kundetype", anchor=False)
    for kind, band in held.items():
        st.markdown(
            f"**{kind}** ({count(band.customers, 'kunde', 'kunder')}): midterste klarhet {points(band.median)}, "
            f"halvparten ligger mellom {points(band.lower)} og {points(band.upper)}."
        )
    st.caption(f"Vises bare der minst {LEAST} kunder har et tall.")


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
            "Svarene er fra": [_from(row) for row in shown],
        }
    )
    dates = {"Oppstart": st.column_config.DateColumn(format="DD.MM.YYYY")}
    st.dataframe(frame, hide_index=True, width="stretch", column_config=dates, alt="Kundene med konklusjon og tall")


def _from(row: Row) -> str:
    whole = "" if row.member.complete else ", ufullstendig"
    return f"{short_day(row.member.as_of)}{whole}"


def missed(topics: Sequence[str], catalogue: Catalogue) -> None:
    """What nobody has in place: a sign that the hindrance is not the customer's own."""
    st.header("Ingen har dette på plass", anchor=False)
    if not topics:
        st.write("Det er ingen slike temaer blant kundene som vises.")
        return
    st.markdown("Når ingen klarer det, ligger hindringen ofte hos oss i HPAS eller hos leverandøren.")
    st.markdown("\n".join(f"- {catalogue.topics[topic].title.nb}" for topic in topics if topic in catalogue.topics))


def waiting(shown: Sequence[Row], everyone: Everyone) -> None:
    """What HPAS and others owe to whom, and by when."""
    st.header("Kundene venter på", anchor=False)
    of = {row.place: row for row in shown}
    order = list(WaitingOn)
    owed = sorted(
        (
            (on, of[place], _question(everyone, of[place], found))
            for place, found, on in everyone.waiting()
            if place in of
        ),
        key=lambda item: (order.index(item[0]), _by(item[1], item[2])),
    )
    if not owed:
        st.write("Ingen av kundene som vises, har sagt at de venter på noen.")
        return
    frame = pd.DataFrame(
        {
            "Venter på": [language.sentence(WAITING_ON[who]) for who, _, _ in owed],
            "Kunde": [row.name for _, row, _ in owed],
            "Spørsmål": [question.title.nb for _, _, question in owed],
            "Skal være på plass": [_by(row, question) for _, row, question in owed],
        }
    )
    dates = {"Skal være på plass": st.column_config.DateColumn(format="DD.MM.YYYY")}
    st.dataframe(frame, hide_index=True, width="stretch", column_config=dates, alt="Hvem kundene venter på, og til når")


def _question(everyone: Everyone, row: Row, found: str) -> Question:
    return everyone.judged.yardstick_of(row.place).form.questionnaire.by_id[found]


def _by(row: Row, question: Question) -> date:
    return (row.compared.go_live or date.max) - timedelta(days=question.last_step)


def download() -> None:
    st.header("Ta tallene med deg", anchor=False)
    st.caption("Filen har alle kundene slik de står i dag, uansett hva du har valgt over.")
    downloads.buttons(What.COMPARISON)
