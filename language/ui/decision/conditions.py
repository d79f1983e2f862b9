"""What the conditions of a decision say on screen."""

from language.both import Both, Words
from scoring.decision.conditions import ConditionState

STATES = Words(
    {
        ConditionState.DONE: "Oppfylt",
        ConditionState.OVERDUE: "Fristen er gått ut",
        ConditionState.SOON: ("Fristen er nær", "Fristen er nær"),
        ConditionState.OPEN: ("Ikke oppfylt ennå", "Ikkje oppfylt enno"),
    }
)
CONDITIONS = Both("**Vilkår**", "**Vilkår**")
REPLACED = Both(
    "Beslutningen er erstattet av en nyere, så vilkårene følges ikke opp lenger.",
    "Avgjerda er erstatta av ei nyare, så vilkåra blir ikkje følgde opp lenger.",
)
OVERDUE = Both(
    "**{overdue}.** Begge skrev under på dette. Få det gjort, og si fra her.",
    "**{overdue}.** Begge skreiv under på dette. Få det gjort, og sei frå her.",
)
OVERDUE_AND_HOLDS = Both(
    "**{overdue}.** Begge skrev under på dette. Beslutningen gjelder fortsatt, men det den bygger på, er ikke gjort. "
    "Få det gjort, og si fra her.",
    "**{overdue}.** Begge skreiv under på dette. Avgjerda gjeld framleis, men det ho byggjer på, er ikkje gjort. "
    "Få det gjort, og sei frå her.",
)
DUE = Both("Frist {day}", "Frist {day}")
SAID_BEFORE = Both("Vis det som er sagt før om vilkår {number}", "Vis det som er sagt før om vilkår {number}")
SAY_HOW = Both("Si hvordan det går med vilkår {number}", "Sei korleis det går med vilkår {number}")
DAY_DONE = Both("Dagen vilkår {number} ble oppfylt", "Dagen vilkår {number} blei oppfylt")
REMARK = Both("Merknad til vilkår {number} (kan stå tom)", "Merknad til vilkår {number} (kan stå tom)")
IS_DONE = Both("Vilkår {number} er oppfylt", "Vilkår {number} er oppfylt")
IS_NOT_DONE = Both("Vilkår {number} er ikke oppfylt", "Vilkår {number} er ikkje oppfylt")
SAVED_DONE = Both("Det står nå at vilkår {number} er oppfylt.", "Det står no at vilkår {number} er oppfylt.")
SAVED_NOT_DONE = Both(
    "Det står nå at vilkår {number} ikke er oppfylt.", "Det står no at vilkår {number} ikkje er oppfylt."
)
SOON_BRIEFLY = Both(
    "**Vilkår i beslutningen med frist snart:** {conditions}.", "**Vilkår i avgjerda med frist snart:** {conditions}."
)
OVERDUE_BRIEFLY = Both("**{overdue}:** {conditions}. {soon}", "**{overdue}:** {conditions}. {soon}")
WITH_STATE = Both("«{text}», {how}", "«{text}», {how}")
OF_DECISION = Both("Vilkårene i beslutningen", "Vilkåra i avgjerda")
ALL_DONE = Both("Alle vilkårene er oppfylt.", "Alle vilkåra er oppfylte.")
SAY_HOW_THEY_GO = Both("Si hvordan det går med vilkårene", "Sei korleis det går med vilkåra")
