"""What the file of shared roles is called, and what is in it."""

from language.both import Both

SHARED_ROLES = Both("Delte roller", "Delte roller")
ABOUT_SHARED_ROLES = Both(
    "Roller og folk som betjener flere kunder: hvem, hvilke dager, og hvor stor del av tiden.",
    "Roller og folk som tener fleire kundar: kven, kva dagar, og kor stor del av tida.",
)
