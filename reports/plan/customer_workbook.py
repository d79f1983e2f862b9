"""The workbook of one customer: overview with a chart, answers, gaps, actions and exceptions, to read and to print."""

from collections.abc import Sequence
from typing import Any

from language import (
    AREAS,
    DASH,
    HARD_STOPS,
    INVENTED,
    NO_BREAK,
    QUESTIONNAIRES,
    RESPONSIBLE,
    STATUSES,
    WAITING_ON,
    days_to,
    moment,
    sentence,
)
from reports.answers.csv_write import row_title
from reports.answers.wording import expected_text, missing, share_text, value_text
from reports.judgement.gaps_csv import WHEN
from reports.judgement.verdict_wording import earliest, reason_text
from reports.plan.customer_report import CustomerReport
from reports.plan.plan_wording import (
    ACTION_STATUSES,
    STANDINGS,
    flags_text,
    shortest_way_text,
    work_text,
)
from reports.workbook import HEAD, QUIET, Book, Sheet, Value, Width
from scoring.answers import MOST_ROWS, Matrix
from scoring.gaps import Gap, by_urgency
from scoring.judgement import Figures, Judged
from scoring.owed import gap_work, owed_gaps
from scoring.plan import PlannedAction
from scoring.vocabulary import Area

FIGURES = (
    Width("", 44, wrap=True),
    Width("På plass", 10),
    Width("Forventet", 12),
    Width("Lavest", 12),
    Width("Høyest", 12),
    Width("Svargrad", 12),
    Width("Besvart", 12),
    Width("Aktuelle", 12),
    Width("Dager foran planen", 12),
)
WIDTH = sum(column.width for column in FIGURES)
ANSWERS = (
    Width("Spørsmål-id", 12),
    Width("Spørsmål", 44, wrap=True),
    Width("Suksessfaktor", 24, wrap=True),
    Width("Område", 12),
    Width("Stoppkrav", 12, wrap=True),
    Width("Svar", 28, wrap=True),
    Width("Rader", 34, wrap=True),
    Width("Status", 15),
    Width("Oppnåelse", 11),
    Width("Forventet nå", 11),
    Width("Må være på plass", 13),
    Width("Hva som kreves", 34, wrap=True),
    Width("Venter på", 16),
    Width("Kommentar", 40, wrap=True),
    Width("Dokumentasjon", 30, wrap=True),
    Width("Sist svart", 22),
    Width("Svart av", 20, wrap=True),
    Width("Må bekreftes", 12),
)
GAPS = (
    Width("Spørsmål-id", 12),
    Width("Spørsmål", 44, wrap=True),
    Width("Område", 12),
    Width("Stoppkrav", 12, wrap=True),
    Width("Når", 8),
    Width("Status", 15),
    Width("Hva som mangler", 34, wrap=True),
    Width("Frist", 12),
    Width("Dager på etterskudd", 12),
    Width("Start senest", 12),
    Width("Dager å gå på", 12),
    Width("Eget eller venter", 16),
    Width("Ansvarlig", 14),
    Width("Tiltak", 50, wrap=True),
    Width("Har tiltak", 10),
)
ACTIONS = (
    Width("Spørsmål-id", 12),
    Width("Spørsmål", 40, wrap=True),
    Width("Tiltak", 50, wrap=True),
    Width("Eier", 22, wrap=True),
    Width("Frist", 12),
    Width("Status", 12),
    Width("Må være på plass", 13),
    Width("Se på", 34, wrap=True),
    Width("Notat", 40, wrap=True),
)
WAIVERS = (
    Width("Spørsmål-id", 12),
    Width("Stoppkrav", 44, wrap=True),
    Width("Status", 24),
    Width("Tiltak i stedet", 50, wrap=True),
    Width("Eier", 22, wrap=True),
    Width("Utløper", 12),
    Width("Begrunnelse", 40, wrap=True),
)
Rows = Sequence[Sequence[Value]]


def workbook_xlsx(report: CustomerReport) -> bytes:
    """Oversikt, Svar, Mangler, Tiltak and Unntak as the bytes of one workbook."""
    book = Book(f"Klarsjekk: {report.customer}", report.as_of)
    _overview(book, report)
    _table(book, report, "Svar", ANSWERS, [_answer(judged, report) for judged in report.judgement.questions.values()])
    _table(book, report, "Mangler", GAPS, [_gap(gap, report) for gap in by_urgency(report.gaps)])
    _table(book, report, "Tiltak", ACTIONS, [_action(planned, report) for planned in report.plan.actions])
    _table(book, report, "Unntak", WAIVERS, _waivers(report))
    return book.data()


def _table(book: Book, report: CustomerReport, name: str, columns: Sequence[Width], rows: Rows) -> None:
    sheet = book.sheet(name, footer=f"{report.named} · {name}")
    end = sheet.table(columns, rows)
    if not rows:
        sheet.put(end, 0, "Ingenting her ennå.", italic=True)
    elif name == "Svar":
        for row, cells in enumerate(rows, start=1):
            for column in (8, 9):
                sheet.put(row, column, cells[column], num_format="0 %")


def _overview(book: Book, report: CustomerReport) -> None:
    sheet = book.sheet("Oversikt", footer=f"{report.named} · Oversikt")
    sheet.put(0, 0, report.customer, bold=True, font_size=18)
    sheet.worksheet.set_row(0, 26)
    row = 1
    for name, value in _facts(report):
        sheet.put(row, 0, name, bold=True, bg_color=QUIET)
        sheet.wide(row, 1, len(FIGURES) - 1, value, width=WIDTH - FIGURES[0].width)
        row += 1
    row = _sentences(sheet, row + 1, "Hvorfor", _reasons(report))
    row = _sentences(sheet, row + 1, "Veien videre", _ahead(report))
    _figure_table(sheet, row + 1, _figures(report))
    _chart(book, sheet, row + 1, len(report.figures()))
    sheet.worksheet.fit_to_pages(1, 1)


def _facts(report: CustomerReport) -> list[tuple[str, Value]]:
    judgement = report.judgement
    parted = owed_gaps(report.gaps)
    waiting = [f"{sentence(WAITING_ON[who])}: {work_text(gap_work(gaps))}" for who, gaps in parted.waiting.items()]
    left, earliest = judgement.days_left, judgement.earliest if judgement.enough else None
    invented: list[tuple[str, Value]] = [("Oppdiktet", INVENTED())] if report.invented else []
    org_number: list[tuple[str, Value]] = [("Organisasjonsnummer", report.org_number)] if report.org_number else []
    return [
        *invented,
        *org_number,
        ("Kunde-id", report.customer_id),
        ("Kundetype", sentence(QUESTIONNAIRES[report.form.questionnaire.customer_type])),
        ("Per", judgement.as_of),
        ("Oppstart", judgement.go_live),
        ("Igjen", DASH if left is None else days_to(left).replace(NO_BREAK, " ")),
        ("Konklusjon", report.verdict),
        ("Tidligste forsvarlige oppstart", earliest.date if earliest else None),
        ("Svar som må bekreftes", len(judgement.stale)),
        ("Eget arbeid som gjenstår", work_text(gap_work(parted.own))),
        ("Venter på andre", "; ".join(waiting) or "ingen"),
    ]


def _reasons(report: CustomerReport) -> list[str]:
    return [
        f"{reason_text(reason)} {', '.join(reason.questions)}".strip().replace(NO_BREAK, " ")
        for reason in report.judgement.reasons
    ]


def _ahead(report: CustomerReport) -> list[str]:
    """The ways to go, and what decides the earliest go-live."""
    return [*(shortest_way_text(way) for way in report.ways), earliest(report.judgement, report.decides)]


def _sentences(sheet: Sheet, row: int, heading: str, sentences: Sequence[str]) -> int:
    if not sentences:
        return row
    sheet.put(row, 0, heading, bold=True, font_size=13)
    for number, each in enumerate(sentences, start=row + 1):
        sheet.wide(number, 0, len(FIGURES) - 1, each.replace(NO_BREAK, " "), width=WIDTH)
    return row + 1 + len(sentences)


def _figures(report: CustomerReport) -> list[tuple[str, list[Value]]]:
    areas = [(AREAS[area], report.judgement.areas[area]) for area in Area]
    return [(name, _figure_cells(figures)) for name, figures in [*report.figures(), *areas]]


def _figure_cells(figures: Figures) -> list[Value]:
    points = (figures.readiness, figures.expected, figures.low, figures.high)
    return [
        *map(_plain, points),
        _plain(figures.coverage),
        figures.answered,
        figures.applicable,
        _plain(figures.ahead_days),
    ]


def _plain(figure: float | None) -> float | None:
    """A figure with the digits a spreadsheet keeps; what people have typed is never changed like this."""
    return None if figure is None else float(f"{figure:.15G}")


def _figure_table(sheet: Sheet, top: int, figures: Sequence[tuple[str, list[Value]]]) -> None:
    """Points as whole numbers, coverage as per cent; the figures themselves are not rounded."""
    sheet.heading(top, FIGURES)
    for row, (name, cells) in enumerate(figures, start=top + 1):
        sheet.put(row, 0, name)
        for column, value in enumerate(cells, start=1):
            form = "0 %" if column == 5 else "0"
            sheet.put(row, column, DASH if value is None else value, num_format=form, align="right")


def _chart(book: Book, sheet: Sheet, top: int, groups: int) -> None:
    """Readiness beside what is expected, for everything and each factor; to the right of the figures."""
    chart: Any = book.workbook.add_chart({"type": "bar"})
    last = top + groups
    for column, colour in ((1, HEAD), (2, "#a8481f")):
        chart.add_series(
            {
                "name": ["Oversikt", top, column],
                "categories": ["Oversikt", top + 1, 0, last, 0],
                "values": ["Oversikt", top + 1, column, last, column],
                "fill": {"color": colour},
                "gap": 60,
            }
        )
    chart.set_title({"name": "På plass mot forventet", "name_font": {"size": 13}})
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"min": 0, "max": 100, "major_gridlines": {"visible": True, "line": {"color": "#c4cfcc"}}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 720, "height": 100 + 40 * groups})
    alt = "Søyler: på plass og forventet for alt og hver suksessfaktor, de samme tallene som i tabellen"
    sheet.worksheet.insert_chart(1, len(FIGURES) + 1, chart, {"description": alt})


def _answer(judged: Judged, report: CustomerReport) -> list[Value]:
    question, answer = judged.question, judged.answer
    said = report.said.get(question.id)
    factor = report.form.factors[question.topic]
    return [
        question.id,
        question.title.nb,
        report.factors.get(factor, factor),
        ", ".join(AREAS[area] for area in question.areas),
        HARD_STOPS[question.hard_stop] if question.hard_stop else None,
        value_text(question, answer).replace(NO_BREAK, " "),
        _rows(judged),
        STATUSES[judged.status] if judged.status else None,
        _plain(judged.attainment),
        _plain(judged.expected_attainment),
        judged.due,
        expected_text(question, report.judgement.go_live).replace(NO_BREAK, " "),
        WAITING_ON[answer.waiting_on] if answer.waiting_on else None,
        answer.comment,
        answer.evidence,
        moment(said.at).replace(NO_BREAK, " ") if said else None,
        said.by if said else None,
        "ja" if judged.stale else None,
    ]


def _rows(judged: Judged) -> str | None:
    """The rows of a matrix, one line each, as far as a cell goes."""
    value = judged.answer.value
    if not isinstance(value, Matrix):
        return None
    lines = []
    for row in value.rows:
        said = row.not_applicable and f"ikke aktuelt: {row.not_applicable}"
        share = share_text(row.share)
        lines.append(f"{row_title(judged.question, row.row)}: {said or share}".replace(NO_BREAK, " "))
    return _cut("\n".join(lines))


def _gap(gap: Gap, report: CustomerReport) -> list[Value]:
    question, stop = gap.question, gap.hard_stop
    planned = any(each.action.open for each in report.plan.of(question.id))
    return [
        question.id,
        question.title.nb,
        ", ".join(AREAS[area] for area in question.areas),
        HARD_STOPS[stop] if stop else None,
        WHEN[gap.when],
        STATUSES[gap.status],
        _cut(missing(gap, most_names=MOST_ROWS).replace(NO_BREAK, " ")),
        gap.by,
        gap.days_late,
        gap.start_by,
        gap.slack_days,
        _whose(gap),
        RESPONSIBLE[question.responsible],
        question.action.nb,
        "ja" if planned else "nei",
    ]


def _whose(gap: Gap) -> str:
    waiting = owed_gaps([gap]).waiting
    return f"venter på {WAITING_ON[next(iter(waiting))]}" if waiting else "eget"


def _action(planned: PlannedAction, report: CustomerReport) -> list[Value]:
    action = planned.action
    return [
        action.question_id,
        report.title_of(action.question_id),
        action.text,
        action.owner,
        action.due,
        ACTION_STATUSES[action.status],
        planned.must_be,
        flags_text(planned) or None,
        action.note,
    ]


def _waivers(report: CustomerReport) -> list[list[Value]]:
    return [
        [
            case.question_id,
            report.title_of(case.question_id),
            STANDINGS[standing],
            case.measure,
            case.owner,
            case.expires,
            case.reason,
        ]
        for case, standing in report.waivers
    ]


def _cut(text: str) -> str:
    """As much as a cell holds; the whole is in the file for filling in."""
    return text if len(text) <= MOST_IN_CELL else f"{text[: MOST_IN_CELL - 1]}…"


MOST_IN_CELL = 16_000
