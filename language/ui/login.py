"""What those who log people in are called."""

from language.both import Words

PROVIDERS = Words({"idporten": "ID-porten", "entra": "Entra ID (jobbkonto)"})
