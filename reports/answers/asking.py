"""The words one sends to who is to answer: a text to paste into an e-mail, with a link or with a file."""

from collections.abc import Sequence
from datetime import date

from language import NO_BREAK, count, day
from scoring.questionnaire import Question

# Seconds to fill in one field, when what goes into it has been found.
SECONDS_A_FIELD = 20


def minutes(questions: Sequence[Question]) -> str:
    """How long it takes to fill in these, in whole fives: «om lag 20 minutter», «om lag en time»."""
    found = max(5, round(sum(question.inputs for question in questions) * SECONDS_A_FIELD / 60 / 5) * 5)
    return "om lag en time" if 50 <= found <= 70 else f"om lag {count(found, 'minutt', 'minutter')}"


def asking_text(
    questions: Sequence[Question], *, customer: str, go_live: date | None, name: str, link: str | None
) -> str:
    """The e-mail, its subject first. link: the address where they are answered; without one a file goes along."""
    asked = count(len(questions), "spørsmål", "spørsmål")
    starts = f" {day(go_live)}" if go_live else ""
    lines = [
        f"Emne: {asked} til deg om oppstarten av Helseplattformen",
        "",
        f"Hei{f' {name}' if name else ''}.",
        "",
        f"{customer} tar Helseplattformen i bruk{starts}. Du vet svaret på {asked} i egenvurderingen vår. "
        f"Å fylle ut tar {minutes(questions)}. Noe må du kanskje finne fram først.",
        "",
        *_how(link),
        "",
        "Svar det du vet, også når svaret er nei eller null. Det viser hva vi må rekke.",
        "",
        "Dette gjelder:",
        *(f"- {question.id}: {question.title.nb}" for question in questions),
        "",
        "Hilsen",
    ]
    return "\n".join(lines).replace(NO_BREAK, " ")


def _how(link: str | None) -> list[str]:
    if link is None:
        return [
            "Fyll ut de hvite feltene i Excel-filen som ligger ved, og send den tilbake til meg. "
            "Et felt du ikke vet noe om, lar du stå tomt."
        ]
    return ["Svar her. Hvert svar lagres med en gang, så du kan ta det i flere omganger:", link]
