"""What HPAS is asked, in English, for vendors who help it to answer."""

from language.service.files import english as words
from reports.answers.english_paper import EnglishQuestion, english_pdf
from scoring.frozen import mark_of
from service.files.export import Export, ExportScope, Wanted
from service.people.permissions import Operation
from service.workspace import Workspace


def _asked(ws: Workspace, _wanted: Wanted) -> list[EnglishQuestion]:
    """Every question HPAS is asked today, in the order it is asked."""
    form, held = ws.catalogue.programme, ws.english.texts
    found = []
    for question in form.questions if form else ():
        text = held.get(question.id)
        found.append(
            EnglishQuestion(
                question, text, text is not None and text.of != mark_of(question.title, question.help, question.action)
            )
        )
    return found


ENGLISH_QUESTIONS = Export(
    id="english_questions",
    title=words.ENGLISH_QUESTIONS,
    about=words.ABOUT_ENGLISH_QUESTIONS,
    named="hpas-questions-in-english",
    operation=Operation.SEE_PROGRAMME,
    scope=ExportScope.ALL,
    ending="pdf",
    says_dialect=False,
    read=_asked,
    make=lambda asked, wanted: english_pdf(asked, as_of=wanted.as_of),
)
