"""What is said of a key that programs read with."""

from language.both import Both, Words

OFFICE = Both("Kommandolinjen", "Kommandolinja")
# The keys are the states of `service.files.api_tokens`.
STATES = Words(
    {
        "open": ("virker", "verkar"),
        "expired": ("utløpt", "gått ut"),
        "ended": ("stoppet", "stoppa"),
        "maker_gone": (
            "stoppet, fordi den som laget den, ikke lenger er administrator",
            "stoppa, fordi den som laga han, ikkje lenger er administrator",
        ),
        "archived": ("stoppet, fordi kunden er arkivert", "stoppa, fordi kunden er arkivert"),
    }
)
