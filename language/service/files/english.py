"""What the paper in English is called, and what is in it."""

from language.both import Both

ENGLISH_QUESTIONS = Both("Spørsmålene til HPAS på engelsk", "Spørsmåla til HPAS på engelsk")
ABOUT_ENGLISH_QUESTIONS = Both(
    "Det HPAS blir spurt om, på engelsk, for leverandører som hjelper med å svare. Det norske gjelder.",
    "Det HPAS blir spurt om, på engelsk, for leverandørar som hjelper med å svare. Det norske gjeld.",
)
