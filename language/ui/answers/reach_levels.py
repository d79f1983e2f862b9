"""What is said of whom HPAS's own answers are for."""

from language.both import Both, Plural

WHOM = Both("Svarene gjelder", "Svara gjeld")
CUSTOMERS = Plural(("{n}\u00a0kunde", "{n}\u00a0kunder"), ("{n}\u00a0kunde", "{n}\u00a0kundar"))
THE_CUSTOMER = Both("kunden", "kunden")
FOR_ALL = Both(
    "Svarene gjelder {customers}, der dere ikke svarer særskilt for noen av dem.",
    "Svara gjeld {customers}, der de ikkje svarar særskilt for nokon av dei.",
)
FOR_SOME = Both(
    "Svarene her gjelder {customers}, foran det dere svarer for flere. Det dere ikke svarer på her, hentes derfra.",
    "Svara her gjeld {customers}, føre det de svarar for fleire. Det de ikkje svarar på her, blir henta derifrå.",
)
FOR_OTHERS = Both("Svar for andre, og hvem svaret gjelder", "Svar for andre, og kven svaret gjeld")
ASKED_OF_NOBODY = Both(
    "Ingen kunde får svaret på dette. Det teller bare i vurderingen av HPAS selv.",
    "Ingen kunde får svaret på dette. Det tel berre i vurderinga av HPAS sjølv.",
)
GET_IT = Both("{customers} får svaret i sin egenvurdering.", "{customers} får svaret i eigenvurderinga si.")
GIVEN = Both("**{name}**, {day}, {by}: gjelder {customers}", "**{name}**, {day}, {by}: gjeld {customers}")
NONE_NOW = Both("ingen nå", "ingen no")
WITHOUT = Both("{customers} har ikke fått svar.", "{customers} har ikkje fått svar.")
