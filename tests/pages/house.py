"""What the page tests share: opening a page as someone, and looking at the database behind the page's back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

from scoring.answers import NO_ANSWER, Answer
from scoring.questionnaire import Question
from scoring.vocabulary import AnswerField
from service.answers.responses import Content, ResponseView, open_response
from service.people.actor import Actor, Role, local_actor
from service.people.customers import CustomerInfo, list_customers
from service.workspace import Workspace
from tests.builders import ADMIN, record
from ui import access

ROOT = Path(__file__).resolve().parents[2]
ASSESSMENTS = ROOT / "assessments"
TODAY = date(2026, 11, 23)
DAYS_LEFT = 100
NO_ANSWERS, NO_DATE = "Kommune uten svar", "Kommune uten dato"
OVERVIEW, ANSWER, GAPS, FILES = (f"pages/customer/{name}.py" for name in ("overview", "answer", "gaps", "files"))
COMPARISON, WEEK = "pages/hpas/comparison.py", "pages/hpas/this_week.py"
METHOD, SET_UP = "pages/common/method.py", "pages/common/set_up.py"


@dataclass(frozen=True)
class House:
    """The app's database in a test, with the service for reading it and for being someone else."""

    path: Path

    @property
    def ws(self) -> Workspace:
        """The workspace the app itself has open."""
        return access.workspace()

    @cached_property
    def customers(self) -> Mapping[str, CustomerInfo]:
        return {customer.name: customer for customer in list_customers(self.ws, ADMIN)}

    def lead(self, name: str) -> Actor:
        return local_actor(Role.LEAD, self.customers[name].id)

    def view(self, name: str) -> ResponseView:
        return open_response(self.ws, self.lead(name), self.customers[name].id)

    def answer(self, name: str, question_id: str) -> Answer:
        return self.view(name).answers.get(question_id, NO_ANSWER)

    def questions(self, name: str) -> tuple[Question, ...]:
        return self.view(name).form.questionnaire.questions

    def someone_else_says(self, name: str, question_id: str, content: Content) -> None:
        """A save from another browser, made without having seen what stands there."""
        field = AnswerField.VALUE
        made = {"base_version": None, "session": "another browser", "edit_no": 1}
        record(self.ws, self.lead(name), self.view(name).response_id, question_id, field, content, **made)  # type: ignore[arg-type]

    def open(
        self, page: str = OVERVIEW, *, role: Role = Role.LEAD, customer: str = NO_ANSWERS, **address: str
    ) -> AppTest:
        """The page as someone with this role sees it."""
        return visit(page, kunde=self.customers[customer].id, rolle=role.value, **address)

    def open_question(self, question: Question, *, role: Role = Role.LEAD, customer: str = NO_ANSWERS) -> AppTest:
        """The page of the success factor a question belongs to."""
        factor = self.view(customer).form.factors[question.topic]
        return self.open(ANSWER, role=role, customer=customer, tema=factor)


def visit(page: str = "", **address: str) -> AppTest:
    """The app at a page, or where one lands, opened with these query parameters."""
    app = AppTest.from_file(ROOT / "app.py", default_timeout=30)
    app._bidi_component_manager = components()
    for name, content in address.items():
        app.query_params[name] = content
    app.run()
    first = WEEK if address.get("rolle") in (Role.REVIEWER, Role.ADMIN) else OVERVIEW
    return app if page in ("", first) else app.switch_page(page).run()


@cache
def components() -> BidiComponentManager:
    """The components that are installed, looked up once: AppTest goes through every package for each app it opens."""
    found = BidiComponentManager()
    found.discover_and_register_components(start_file_watching=False)
    return found


def has(app: AppTest, page: str) -> bool:
    """Whether the page is among those this visitor can go to; when it is, the app is there now."""
    try:
        app.switch_page(page)
    except ValueError:
        return False
    app.run()
    return True


def headings(app: AppTest) -> list[str]:
    return [str(element.value) for element in (*app.title, *app.header)]


def words(app: AppTest) -> str:
    """Everything on the page that is text, one element per line."""
    told = (app.title, app.header, app.subheader, app.markdown, app.caption, app.text, app.code)
    boxes = (app.info, app.warning, app.error, app.success)
    return "\n".join(str(element.value) for elements in (*told, *boxes) for element in elements)
