"""What the page tests share: opening a page as someone, and looking at the database behind the page's back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import count
from pathlib import Path
from random import Random

from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

from scoring.answers import NO_ANSWER, Answer
from scoring.basis import Reach
from scoring.questionnaire import Question
from scoring.vocabulary import AnswerField, ReachKind
from service.answers.responses import Content, ResponseView, open_response
from service.demo.facts import of_the_whole
from service.demo.values import in_route
from service.people.actor import Actor, Role, local_actor
from service.people.customers import CustomerInfo, list_customers
from service.programme.reaches import open_reach
from service.workspace import Workspace
from tests.builders import ADMIN, record
from ui import access

_EDITS = count(1)
ROOT = Path(__file__).resolve().parents[2]
ASSESSMENTS = ROOT / "assessments"
TODAY = date(2026, 11, 23)
DAYS_LEFT = 100
NO_ANSWERS, NO_DATE = "Kommune uten svar", "Kommune uten dato"
OVERVIEW, ANSWER, GAPS, FILES = (f"pages/customer/{name}.py" for name in ("overview", "answer", "gaps", "files"))
COMPARISON, WEEK = "pages/hpas/comparison.py", "pages/hpas/this_week.py"
OWN = "pages/hpas/own.py"
# Who sees customers; who answers for HPAS sees none of what they say.
SEES_CUSTOMERS: list[Role] = [role for role in Role if role is not Role.PROGRAMME]
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
        """Those the customer answers itself."""
        return tuple(each for each in self.view(name).form.questionnaire.questions if each.from_programme is None)

    def someone_else_says(self, name: str, question_id: str, content: Content) -> None:
        """A save from another browser, made without having seen what stands there."""
        field = AnswerField.VALUE
        made = {"base_version": None, "session": "another browser", "edit_no": 1}
        record(self.ws, self.lead(name), self.view(name).response_id, question_id, field, content, **made)  # type: ignore[arg-type]

    def hpas_says(self, name: str, question_id: str, content: Content) -> None:
        """HPAS answers a question of its own for one customer."""
        view = open_reach(self.ws, ADMIN, Reach(ReachKind.CUSTOMER, self.customers[name].id))
        made = {"base_version": None, "session": "hpas", "edit_no": next(_EDITS)}
        record(self.ws, ADMIN, view.response_id, question_id, AnswerField.VALUE, content, **made)  # type: ignore[arg-type]

    def put_in_place(self, name: str, question_id: str) -> None:
        """Answer as one does who moves evenly: the customer, or HPAS where it is HPAS's to answer."""
        go_live = self.customers[name].go_live
        assert go_live is not None
        view = self.view(name)
        question = view.form.questionnaire.by_id[question_id]
        value = in_route(question, Random(1), go_live=go_live, as_of=TODAY)
        value = of_the_whole(question, value, view.facts, up=True)
        if question.from_programme is not None:
            self.hpas_says(name, question.from_programme, value)
            return
        made = {"base_version": None, "session": "even", "edit_no": next(_EDITS)}
        record(self.ws, self.lead(name), view.response_id, question_id, AnswerField.VALUE, value, **made)  # type: ignore[arg-type]

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
