"""The decision in the paper: what both have signed, whether it still holds, on which conditions, and the signatures."""

from language import ended, sentence
from language.reports.plan import decision_section as words
from reports.plan.customer_report import CustomerReport
from reports.plan.paper_sections import Section


def decided(report: CustomerReport) -> list[Section]:
    """Nothing where nothing is signed."""
    told = report.decision
    if told is None:
        return []
    before = [ended(told.what), *map(ended, told.changed), *([words.REASON(reason=told.reason)] if told.reason else [])]
    conditions = [
        words.CONDITION(text=text.rstrip("."), owner=owner, how=ended(sentence(how)))
        for text, owner, how in told.conditions
    ]
    return [
        Section(
            words.TITLE(),
            before=before,
            items=conditions,
            head=[each() for each in words.HEAD],
            widths=(1, 2.5, 1.5),
            rows=[[each.side, each.by, each.at] for each in told.signatures],
            after=[told.state],
        )
    ]
