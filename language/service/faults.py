"""What a service function refuses, by the fault's id; the words of each are in `language.service.refusing`."""

from language.both import Both
from language.service.refusing import answers, customers, decision, dossier, plan, review

NOT_ALLOWED = Both(
    "Vi finner ikke dette, eller du har ikke tilgang til det.",
    "Vi finn ikkje dette, eller du har ikkje tilgang til det.",
)
FAULTS = answers.FAULTS | customers.FAULTS | review.FAULTS | plan.FAULTS | decision.FAULTS | dossier.FAULTS
