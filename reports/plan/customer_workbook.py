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
    said,
    sentence,
)
from language.reports.plan import customer_workbook as words
from reports.answers.csv_write import row_title
from reports.answers.wording import expected_text, missing, share_text, value_text
from reports.judgement.gaps_csv import WHEN
from reports.judgement.verdict_wording import earliest, reason_text
from reports.plan import workbook_columns
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

Rows = Sequence[Sequence[Value]]


def workbook_xlsx(report: CustomerReport) -> bytes:
    """Oversikt, Svar, Mangler, Tiltak and Unntak as the bytes of one workbook."""
    book = Book(words.TITLE(customer=report.customer), report.as_of)
    _overview(book, report)
    answers = [_answer(judged, report) for judged in report.judgement.questions.values()]
    _table(book, report, words.ANSWERS(), workbook_columns.answers(), answers, shares=workbook_columns.SHARES)
    _table(book, report, words.GAPS(), workbook_columns.gaps(), [_gap(gap, report) for gap in by_urgency(report.gaps)])
    _table(
        book,
        report,
        words.ACTIONS(),
        workbook_columns.actions(),
        [_action(each, report) for each in report.plan.actions],
    )
    _table(book, report, words.WAIVERS(), workbook_columns.waivers(), _waivers(report))
    return book.data()


def _table(
    book: Book, report: CustomerReport, name: str, columns: Sequence[Width], rows: Rows, *, shares: Sequence[int] = ()
) -> None:
    """shares: the places of columns that are shown as per cent."""
    sheet = _sheet(book, report, name)
    end = sheet.table(columns, rows)
    if not rows:
        sheet.put(end, 0, words.NOTHING(), italic=True)
    for row, cells in enumerate(rows, start=1):
        for column in shares:
            sheet.put(row, column, cells[column], num_format="0 %")


def _sheet(book: Book, report: CustomerReport, name: str) -> Sheet:
    return book.sheet(name, footer=words.FOOT(customer=report.named, sheet=name))


def _overview(book: Book, report: CustomerReport) -> None:
    sheet, columns = _sheet(book, report, words.OVERVIEW()), workbook_columns.figures()
    sheet.put(0, 0, report.customer, bold=True, font_size=18)
    sheet.worksheet.set_row(0, 26)
    row = 1
    for name, value in _facts(report):
        sheet.put(row, 0, name, bold=True, bg_color=QUIET)
        sheet.wide(row, 1, len(columns) - 1, value, width=_width(columns[1:]))
        row += 1
    row = _sentences(sheet, row + 1, words.WHY(), _reasons(report), columns)
    row = _sentences(sheet, row + 1, words.AHEAD(), _ahead(report), columns)
    _figure_table(sheet, row + 1, _figures(report), columns)
    _chart(book, sheet, row + 1, len(report.figures()), beside=len(columns) + 1)
    sheet.worksheet.fit_to_pages(1, 1)


def _facts(report: CustomerReport) -> list[tuple[str, Value]]:
    judgement = report.judgement
    parted = owed_gaps(report.gaps)
    waiting = [f"{sentence(WAITING_ON[who])}: {work_text(gap_work(gaps))}" for who, gaps in parted.waiting.items()]
    left, earliest = judgement.days_left, judgement.earliest if judgement.enough else None
    invented: list[tuple[str, Value]] = [(words.INVENTED(), INVENTED())] if report.invented else []
    org_number: list[tuple[str, Value]] = [(words.ORG_NUMBER(), report.org_number)] if report.org_number else []
    return [
        *invented,
        *org_number,
        (words.CUSTOMER_ID(), report.customer_id),
        (words.CUSTOMER_TYPE(), sentence(QUESTIONNAIRES[report.form.questionnaire.customer_type])),
        (words.AS_OF(), judgement.as_of),
        (words.GO_LIVE(), judgement.go_live),
        (words.LEFT(), DASH if left is None else days_to(left).replace(NO_BREAK, " ")),
        (words.CONCLUSION(), report.verdict),
        (words.EARLIEST(), earliest.date if earliest else None),
        (words.STALE(), len(judgement.stale)),
        (words.OWN_WORK(), work_text(gap_work(parted.own))),
        (words.WAITING_ON_OTHERS(), "; ".join(waiting) or words.NOBODY()),
    ]


def _reasons(report: CustomerReport) -> list[str]:
    return [
        f"{reason_text(reason)} {', '.join(reason.questions)}".strip().replace(NO_BREAK, " ")
        for reason in report.judgement.reasons
    ]


def _ahead(report: CustomerReport) -> list[str]:
    """The ways to go, and what decides the earliest go-live."""
    return [*(shortest_way_text(way) for way in report.ways), earliest(report.judgement, report.decides)]


def _width(columns: Sequence[Width]) -> float:
    return sum(column.width for column in columns)


def _sentences(sheet: Sheet, row: int, heading: str, sentences: Sequence[str], columns: Sequence[Width]) -> int:
    if not sentences:
        return row
    sheet.put(row, 0, heading, bold=True, font_size=13)
    for number, each in enumerate(sentences, start=row + 1):
        sheet.wide(number, 0, len(columns) - 1, each.replace(NO_BREAK, " "), width=_width(columns))
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


def _figure_table(sheet: Sheet, top: int, figures: Sequence[tuple[str, list[Value]]], columns: Sequence[Width]) -> None:
    """Points as whole numbers, coverage as per cent; the figures themselves are not rounded."""
    sheet.heading(top, columns)
    for row, (name, cells) in enumerate(figures, start=top + 1):
        sheet.put(row, 0, name)
        for column, value in enumerate(cells, start=1):
            form = "0 %" if column == 5 else "0"
            sheet.put(row, column, DASH if value is None else value, num_format=form, align="right")


def _chart(book: Book, sheet: Sheet, top: int, groups: int, *, beside: int) -> None:
    """Readiness beside what is expected, for everything and each factor; to the right of the figures, in column `beside`."""
    chart: Any = book.workbook.add_chart({"type": "bar"})
    last, name = top + groups, words.OVERVIEW()
    for column, colour in ((1, HEAD), (2, "#a8481f")):
        chart.add_series(
            {
                "name": [name, top, column],
                "categories": [name, top + 1, 0, last, 0],
                "values": [name, top + 1, column, last, column],
                "fill": {"color": colour},
                "gap": 60,
            }
        )
    chart.set_title({"name": words.CHART(), "name_font": {"size": 13}})
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"min": 0, "max": 100, "major_gridlines": {"visible": True, "line": {"color": "#c4cfcc"}}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 720, "height": 100 + 40 * groups})
    sheet.worksheet.insert_chart(1, beside, chart, {"description": words.CHART_DESCRIBED()})


def _answer(judged: Judged, report: CustomerReport) -> list[Value]:
    question, answer = judged.question, judged.answer
    last = report.said.get(question.id)
    factor = report.form.factors[question.topic]
    return [
        question.id,
        said(question.title),
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
        moment(last.at).replace(NO_BREAK, " ") if last else None,
        last.by if last else None,
        words.YES() if judged.stale else None,
    ]


def _rows(judged: Judged) -> str | None:
    """The rows of a matrix, one line each, as far as a cell goes."""
    value = judged.answer.value
    if not isinstance(value, Matrix):
        return None
    lines = []
    for row in value.rows:
        told = row.not_applicable and words.ROW_NOT_APPLICABLE(reason=row.not_applicable)
        share = share_text(row.share)
        lines.append(f"{row_title(judged.question, row.row)}: {told or share}".replace(NO_BREAK, " "))
    return _cut("\n".join(lines))


def _gap(gap: Gap, report: CustomerReport) -> list[Value]:
    question, stop = gap.question, gap.hard_stop
    planned = any(each.action.open for each in report.plan.of(question.id))
    return [
        question.id,
        said(question.title),
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
        said(question.action),
        words.YES() if planned else words.NO(),
    ]


def _whose(gap: Gap) -> str:
    waiting = owed_gaps([gap]).waiting
    return words.WAITS_ON(who=WAITING_ON[next(iter(waiting))]) if waiting else words.OWN()


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
