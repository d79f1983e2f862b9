"""What is said of a questionnaire that is no longer as it was kept."""

from language.both import Both

KEPT_FORM = Both("spørreskjemaet som er tatt vare på", "spørjeskjemaet som er teke vare på")
