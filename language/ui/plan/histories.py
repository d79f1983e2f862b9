"""What the history of an action or of an exception says."""

from language.both import Both, Words
from scoring.waivers import WaiverState

# The keys are the fields of an action of `service.plan.actions`.
FIELDS = Words(
    {
        "text": "tiltak",
        "owner": ("eier", "eigar"),
        "due": "frist",
        "status": "status",
        "note": "notat",
    }
)
STATES = Words(
    {
        WaiverState.PROPOSED: "foreslått",
        WaiverState.APPROVED: "godkjent",
        WaiverState.REJECTED: "avslått",
        WaiverState.WITHDRAWN: ("trukket", "trekt"),
    }
)
OF_ACTION = Both("Historikk for et tiltak", "Historikk for eit tiltak")
CHOOSE = Both("Velg et tiltak", "Vel eit tiltak")
HISTORY = Both("Historikk", "Historikk")
LATE = Both(
    " Kom etter en nyere endring, og ble aldri gjeldende.", " Kom etter ei nyare endring, og kom aldri til å gjelde."
)
QUOTED = Both("«{content}»", "«{content}»")
TAKEN_AWAY = Both("tatt bort", "tatt bort")
