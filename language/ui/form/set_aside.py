"""What is said of answers to questions that are asked no more."""

from language.both import Both

GONE = Both("{answers} på spørsmål som ikke stilles lenger", "{answers} på spørsmål som ikkje blir stilte lenger")
NOT_COUNTED = Both(
    "Svarene teller ikke i vurderingen. De blir liggende slik de var.",
    "Svara tel ikkje i vurderinga. Dei blir liggjande slik dei var.",
)
LAST_CHANGED = Both("Sist endret {at}.", "Sist endra {at}.")
ASKED_NOW = Both("Nå spør vi om «{title}».", "No spør vi om «{title}».")
