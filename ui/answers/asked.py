"""What the parts of a question's card share: the response as it was last seen, and the question with its answer."""

from collections.abc import Callable
from dataclasses import dataclass, field

from scoring.answers import NO_ANSWER, Answer
from scoring.judgement import Judgement
from scoring.questionnaire import Question
from scoring.vocabulary import AnswerField
from service.answers.responses import ResponseView
from service.judgement import Circumstances
from ui import access, session
from ui.answers import saving


@dataclass
class Loaded:
    """The response as it was last seen: by the page for each question's first drawing, since then by any of them.

    `known`: plan, exceptions and HPAS's word, as the page has read them.

    `saved` is the response as the last save left it, for the drawing that follows; any other drawing reads it again.
    """

    view: ResponseView
    known: Circumstances
    judgement: Judgement
    drawn: set[str] = field(default_factory=set)
    saved: ResponseView | None = None

    def now(self, question_id: str) -> tuple[ResponseView, Judgement]:
        """The response as this drawing of the question shows it."""
        if question_id in self.drawn:
            self.view, self.saved = self.saved or access.response_again(), None
            self.judgement = access.judged(self.view, self.known)
        self.drawn.add(question_id)
        return self.view, self.judgement

    def save(
        self, question: Question, field: AnswerField, key: str, read: Callable[[], saving.Content | saving.Partly]
    ) -> None:
        """Save what `read` finds in the widget with this key. Called as a widget's callback."""
        self.saved = saving.save(self.view, question, field, key, read)

    def confirm(self, question: Question) -> None:
        """Stand by the answer as it is. Called as a button's callback."""
        self.saved = saving.confirm(self.view, question)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the response it is drawn from. `save` is told the field, the widget's key, and how to read it.

    confirm: stands by the answer as it is.
    """

    question: Question
    view: ResponseView
    locked: bool
    save: Callable[[AnswerField, str, Callable[[], saving.Content | saving.Partly]], None]
    confirm: Callable[[], None]

    @property
    def answer(self) -> Answer:
        return self.view.answers.get(self.question.id, NO_ANSWER)

    def version(self, field: AnswerField) -> int:
        saved = self.view.saved.get((self.question.id, field))
        return saved.version if saved else 0

    def seed(self, field: AnswerField, key: str, content: object) -> None:
        """Give a widget what is stored, and remember which version that was."""
        if session.seed(key, content):
            session.set_base(key, self.version(field))
