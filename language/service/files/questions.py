"""What the files of the questions are called, and what is in them."""

from language.both import Both

QUESTIONS = Both("Spørsmålene", "Spørsmåla")
ABOUT_QUESTIONS = Both(
    "Hvert spørsmål med tema, suksessfaktor, områder og vekt, også de som ikke stilles lenger.",
    "Kvart spørsmål med tema, suksessfaktor, område og vekt, også dei som ikkje blir stilte lenger.",
)
QUESTION_LESSONS = Both("Erfaringene bak spørsmålene", "Erfaringane bak spørsmåla")
ABOUT_QUESTION_LESSONS = Both(
    "Én linje per spørsmål og erfaring i sluttrapporten som det bygger på.",
    "Éi linje per spørsmål og erfaring i sluttrapporten som det byggjer på.",
)
