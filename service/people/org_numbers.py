"""Norwegian organisation numbers as people write them: nine digits, the last of which follows from the others."""

import re

from scoring.typed_values import NotUnderstood

_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)
_WRITTEN = re.compile(r"(?:NO)?([0-9]{9})(?:MVA)?", re.IGNORECASE)


def read_org_number(text: str) -> str:
    """The nine digits, of «987 654 325» and «NO 987654325 MVA» too. Raises `NotUnderstood`."""
    found = _WRITTEN.fullmatch(re.sub(r"[\s.\u00a0]", "", text))
    if found is None:
        raise NotUnderstood("org_number_length")
    if control_digit(found[1][:8]) != found[1][8]:
        raise NotUnderstood("org_number_control")
    return found[1]


def control_digit(eight: str) -> str:
    """The ninth digit by modulus 11 (Brønnøysundregistrene, «Om organisasjonsnummeret»); "-" where there is none."""
    left = -sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, eight, strict=True)) % 11
    return "-" if left == 10 else str(left)
