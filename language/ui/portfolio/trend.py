"""What the trend of one customer says."""

from language.both import Both, Plural
from scoring.vocabulary import Direction

NO_TREND = Both(
    "Utviklingen vises når datoen for oppstart er bestemt. Etter oppstart vises det som ble sendt inn før den.",
    "Utviklinga kjem fram når datoen for oppstart er bestemt. Etter oppstart ser de det som blei sendt inn før han.",
)
ONLY_TODAY = Both(
    "Her kommer utviklingen når dere har sendt inn vurderinger. Foreløpig vises bare i dag.",
    "Her kjem utviklinga når de har sendt inn vurderingar. Førebels ser de berre i dag.",
)
SPAN = Both("Mulig spenn", "Mogleg spenn")
TODAY = Both("i dag", "i dag")
SENT_IN = Both("sendt inn", "sendt inn")
CHANGED = Both("Endret siden sist", "Endra sidan sist")
NOTHING_SENT = Both(
    "Når dere har sendt inn en vurdering, ser dere her hva som er blitt bedre, dårligere, nytt eller borte.",
    "Når de har sendt inn ei vurdering, ser de her kva som er blitt betre, dårlegare, nytt eller borte.",
)
SINCE_SENT = Both("**Siden dere sendte inn {day}:** {counts}", "**Sidan de sende inn {day}:** {counts}")
SEE_CHANGES = Both("Se hva som er endret", "Sjå kva som er endra")
SINCE = Both("Siden {day}: {counts}", "Sidan {day}: {counts}")
NOTHING_CHANGED = Both("ingenting er endret.", "ingenting er endra.")
COUNTED = {
    Direction.UP: Plural(("{n}\u00a0er bedre", "{n}\u00a0er bedre"), ("{n}\u00a0er betre", "{n}\u00a0er betre")),
    Direction.DOWN: Plural(
        ("{n}\u00a0er dårligere", "{n}\u00a0er dårligere"), ("{n}\u00a0er dårlegare", "{n}\u00a0er dårlegare")
    ),
    Direction.NEW: Plural(("{n}\u00a0nytt svar", "{n}\u00a0nye svar"), ("{n}\u00a0nytt svar", "{n}\u00a0nye svar")),
    Direction.GONE: Plural(
        ("{n}\u00a0svar er borte", "{n}\u00a0svar er borte"), ("{n}\u00a0svar er borte", "{n}\u00a0svar er borte")
    ),
}
BEFORE = Both("Før", "Før")
