"""What the page Om virksomheten says first."""

from language.both import Both

TITLE = Both("Om virksomheten", "Om verksemda")
ASKED_ONCE = Both(
    "Disse tallene spør vi om én gang. Der et spørsmål teller det samme, hentes tallet i alt herfra. Endrer dere et tall, "
    "blir svarene vurdert på nytt. Det dere har sendt inn, står som det var.",
    "Desse tala spør vi om éin gong. Der eit spørsmål tel det same, blir talet i alt henta herifrå. Endrar de eit tal, "
    "blir svara vurderte på nytt. Det de har sendt inn, står som det var.",
)
