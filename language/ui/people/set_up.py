"""What the first screen of an empty database says, and the form of one's own customer."""

from language.both import Both

WELCOME = Both(
    "Her ser dere hva som mangler før oppstart, mens det ennå er tid. Velg om dere vil bruke Klarsjekk for deres egen "
    "virksomhet, eller se på et eksempel først.",
    "Her ser de kva som manglar før oppstart, medan det enno er tid. Vel om de vil bruke Klarsjekk for dykkar eiga "
    "verksemd, eller sjå på eit døme først.",
)
OURS = Both("Vår virksomhet", "Verksemda vår")
ABOUT_OURS = Both(
    "Svarene blir liggende på denne maskinen. Ingen logger inn, og bare den som sitter her, kommer til.",
    "Svara blir liggjande på denne maskina. Ingen loggar inn, og berre den som sit her, kjem til.",
)
WHAT_ARE_YOU = Both("Hva er dere?", "Kva er de?")
NAME = Both("Navn på virksomheten", "Namn på verksemda")
GO_LIVE_IF_DECIDED = Both("Dato for oppstart, hvis den er bestemt", "Dato for oppstart, dersom han er bestemt")
BEGIN = Both("Begynn", "Set i gang")
CHOOSE_KIND = Both("Velg hva slags virksomhet dere er.", "Vel kva slags verksemd de er.")
DEMO = Both("Demo", "Demo")
ABOUT_DEMO = Both(
    "Se hvordan det virker med oppdiktede kunder, både som kunde og som HPAS. Vil dere bruke Klarsjekk for dere selv "
    "etterpå, begynner dere med en ny database.",
    "Sjå korleis det verkar med oppdikta kundar, både som kunde og som HPAS. Vil de bruke Klarsjekk for dykk sjølve "
    "etterpå, byrjar de med ein ny database.",
)
OPEN_DEMO = Both("Åpne demoen", "Opne demoen")
MAKING_DEMO = Both("Lager de oppdiktede kundene …", "Lagar dei oppdikta kundane …")
ABOUT_CUSTOMER = Both("Om virksomheten", "Om verksemda")
OWN_NAME = Both("Navn", "Namn")
GO_LIVE = Both("Dato for oppstart", "Dato for oppstart")
SAVE = Both("Lagre", "Lagre")
SAVED = Both(
    "Lagret. Alle frister regnes fra datoen for oppstart.",
    "Lagra. Alle fristar blir rekna frå datoen for oppstart.",
)
