"""The comparison on screen: heat map, bands, table, what nobody has in place, and who waits for whom."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

import language
from language import AREAS, count, points, short_day
from reports.judgement.figures import Bar, Grid, heat_map
from reports.palette import Palette
from scoring.basis import Basis
from scoring.portfolio.bands import LEAST, bands
from scoring.questionnaire import Catalogue
from scoring.vocabulary import Area, Verdict
from scoring.yardstick import OVERALL
from service.files.answers import ALL_ANSWERS
from service.files.portfolio import COMPARISON
from service.portfolio.comparison import Comparison
from ui import layout
from ui.files import downloads
from ui.portfolio import cell_detail
from ui.portfolio.comparison_choice import BY_AREA, BY_FACTOR, Choice, ComparisonRow, key, verdict_of

# So many rows fit a screen; the rest are on the next pages.
AT_ONCE = 25
# Pixels of the columns of the table: all headings fit the width of the page.
WIDTHS = {
    "Kunde": 128,
    "Oppstart": 88,
    "Dager til": 66,
    "Konklusjon": 136,
    "På plass": 64,
    "Forventet": 74,
    "Svargrad": 66,
    "Stoppkrav": 82,
}


def banner(held: Sequence[ComparisonRow], choice: Choice) -> None:
    if any(row.member.invented for row in held):
        st.caption(":material/science: **Demodata.** Kundene er oppdiktet.")
    at = "slik de står i dag" if choice.cut is None else f"slik de sendte inn nærmest {choice.cut} dager før oppstart"
    where = " der den finnes" if choice.basis is Basis.HPAS else ""
    st.caption(
        f"Kundene {at}, på grunnlag av {language.BASES[choice.basis]}{where}. For få svar vises for seg og rangeres ikke."
    )


def summary(shown: Sequence[ComparisonRow], customers: Comparison, overlap: tuple[int, int]) -> None:
    """How many of each verdict, who has nothing at this cut, and how much the forms have in common."""
    if not shown:
        st.info("Ingen kunder passer til valget. Velg «Alle» for å se flere.")
    counted = [(language.VERDICTS[v], sum(row.compared.verdict is v for row in shown)) for v in Verdict]
    st.markdown(" · ".join(f"**{number}** {name.lower()}" for name, number in counted if number))
    if customers.missing:
        st.caption(
            f"{count(len(customers.missing), 'kunde', 'kunder')} har ikke sendt inn noe nær dette tidspunktet, og er ikke med."
        )
    common, any_of_them = overlap
    if common < any_of_them:
        st.caption(
            f"Skjemaene har {common} av {any_of_them} temaer felles. Tall på tvers av kundetyper bygger på ulike spørsmål."
        )


def columns_of(catalogue: Catalogue, by: str) -> dict[str, str]:
    """Group -> its heading in the heat map."""
    inner = {area.value: AREAS[area] for area in Area} if by == BY_AREA else {f.id: f.id for f in catalogue.factors}
    return {OVERALL: "Alt"} | inner


def titles_of(catalogue: Catalogue, by: str) -> dict[str, str]:
    """The same with what the factor is about."""
    titles = {factor.id: f"{factor.id} {factor.title.nb}" for factor in catalogue.factors}
    return {group: titles.get(group, heading) for group, heading in columns_of(catalogue, by).items()}


def map_of(shown: Sequence[ComparisonRow], catalogue: Catalogue, choice: Choice, colours: Palette) -> None:
    """The heat map: readiness in each cell, ▼ below expected; at most what a screen shows."""
    if not shown:
        return
    st.segmented_control("Kolonner", [BY_FACTOR, BY_AREA], default=BY_FACTOR, required=True, key=key("by"))
    if choice.by != BY_AREA:
        st.caption(" · ".join(f"**{factor.id}** {factor.title.nb}" for factor in catalogue.factors))
    columns = columns_of(catalogue, choice.by)
    page = _page(shown)
    grid = Grid(
        rows=tuple(_label(row) for row in page),
        columns=tuple(columns.values()),
        cells=tuple(tuple(_bar(row, group, name) for group, name in columns.items()) for row in page),
        row_keys=tuple(row.member.customer_id for row in page),
        column_keys=tuple(columns),
    )
    st.caption(
        "Øverst i hver rute: prosent på plass. Under: dager foran (+) eller etter (−) planen. ▼ betyr under det som er "
        "forventet nå. – betyr for få svar. "
        "Klikk på en rute for å se spørsmålene bak den, eller velg den under kartet."
    )
    st.plotly_chart(
        heat_map(grid, colours),
        theme=None,
        config=layout.CLICKED,
        alt=_described(grid),
        key=cell_detail.MAP,
        on_select=cell_detail.clicked,
        selection_mode="points",
    )


def _page(shown: Sequence[ComparisonRow]) -> Sequence[ComparisonRow]:
    pages = -(-len(shown) // AT_ONCE)
    if pages == 1:
        return shown
    number = st.segmented_control(
        f"{count(len(shown), 'kunde', 'kunder')}, {AT_ONCE} om gangen",
        range(1, pages + 1),
        default=1,
        required=True,
        key=key("page"),
    )
    return shown[((number or 1) - 1) * AT_ONCE :][:AT_ONCE]


def _label(row: ComparisonRow) -> str:
    left = row.compared.days_left
    if left is None:
        return row.name
    return f"{row.name} (T−{left})" if left >= 0 else f"{row.name} (T+{-left})"


def _bar(row: ComparisonRow, group: str, name: str) -> Bar | None:
    figures = row.compared.groups.get(group)
    return None if figures is None else Bar(name, figures)


def _described(grid: Grid) -> str:
    return f"Varmekart med {count(len(grid.rows), 'kunde', 'kunder')} og {len(grid.columns)} kolonner. De samme tallene står i tabellen under."


def bands_of(shown: Sequence[ComparisonRow]) -> None:
    """Median and quartiles per customer type, only where there are enough of them."""
    found = bands((row.kind, row.readiness) for row in shown if row.compared.ranked)
    held = {kind: band for kind, band in found.items() if band is not None}
    if not held:
        return
    st.header("Spredning per kundetype", anchor=False)
    for kind, band in held.items():
        st.markdown(
            f"**{kind}** ({count(band.customers, 'kunde', 'kunder')}): midterste er {points(band.median)} % på plass, "
            f"halvparten ligger mellom {points(band.lower)} og {points(band.upper)}."
        )
    st.caption(f"Vises bare der minst {LEAST} kunder har et tall.")


def table(shown: Sequence[ComparisonRow], choice: Choice) -> None:
    """The same customers as a table with verdict and figures."""
    if not shown:
        return
    frame = pd.DataFrame(
        {
            "Kunde": [row.name for row in shown],
            **({} if choice.cut is None else {"Svarene er fra": [_from(row) for row in shown]}),
            "Oppstart": [row.compared.go_live for row in shown],
            "Dager til": [row.compared.days_left for row in shown],
            "Konklusjon": [verdict_of(row) for row in shown],
            "På plass": [points(row.compared.overall.readiness) for row in shown],
            "Forventet": [points(row.compared.overall.expected) for row in shown],
            "Svargrad": [language.percent(row.compared.overall.coverage) for row in shown],
            "Stoppkrav": [len(row.compared.failed_stops) for row in shown],
        }
    )
    st.caption("«Stoppkrav» er hvor mange stoppkrav som svikter uten godkjent unntak.")
    columns = {heading: st.column_config.Column(width=pixels) for heading, pixels in WIDTHS.items()}
    columns["Oppstart"] = st.column_config.DateColumn(format="DD.MM.YYYY", width=WIDTHS["Oppstart"])
    st.dataframe(frame, hide_index=True, width="stretch", column_config=columns, alt="Kundene med konklusjon og tall")


def _from(row: ComparisonRow) -> str:
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


def download(choice: Choice) -> None:
    """The figures of all customers at the cut and on the basis that are chosen."""
    st.header("Ta tallene med deg", anchor=False)
    st.caption(
        "Filene følger tidspunktet og grunnlaget du har valgt over. Alle kundene er med, også de du har filtrert bort."
    )
    downloads.buttons(COMPARISON, cut=choice.cut, basis=choice.basis)
    st.write("Alle svar fra alle kunder, én linje per kunde og spørsmål:")
    downloads.buttons(ALL_ANSWERS, cut=choice.cut, basis=choice.basis)
