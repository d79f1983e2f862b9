"""What HPAS is told of those who have started, and of whether the topics had foreseen it."""

from language.both import Both, Plural

STARTED_ONES = Both("De som har startet", "Dei som har starta")
NONE_STARTED = Both(
    "Ingen kunde har bekreftet at den har startet. Når noen gjør det, står de her med det som ble sagt "
    "før oppstart, og det som skjedde etter.",
    "Ingen kunde har stadfesta at han har starta. Når nokon gjer det, står dei her med det som blei sagt "
    "før oppstart, og det som hende etter.",
)
SUMMARY = Plural(
    (
        "{n}\u00a0kunde har startet. {warned} av dem startet selv om datoen ikke holdt, "
        "eller for lite var svart. Hos {listened} av disse gikk noe galt: de burde ha lyttet.",
        "{n}\u00a0kunder har startet. {warned} av dem startet selv om datoen ikke holdt, "
        "eller for lite var svart. Hos {listened} av disse gikk noe galt: de burde ha lyttet.",
    ),
    (
        "{n}\u00a0kunde har starta. {warned} av dei starta sjølv om datoen ikkje heldt, "
        "eller for lite var svart. Hos {listened} av desse gjekk noko gale: dei burde ha lytta.",
        "{n}\u00a0kundar har starta. {warned} av dei starta sjølv om datoen ikkje heldt, "
        "eller for lite var svart. Hos {listened} av desse gjekk noko gale: dei burde ha lytta.",
    ),
)
CUSTOMER = Both("Kunde", "Kunde")
AFTERWARDS = Both("Etterpå", "Etterpå")
WENT_WRONG = Both("Gikk galt", "Gjekk gale")
VERDICT_THEN = Both("Konklusjon den dagen", "Konklusjon den dagen")
FAILED_STOPS = Both("Stoppkrav som sviktet", "Stoppkrav som svikta")
READINESS = Both("På plass (%)", "På plass (%)")
STARTED = Both("Startet", "Starta")
TYPE = Both("Type", "Type")
ANSWERS_FROM = Both("Svarene er fra", "Svara er frå")
DESCRIBED = Both(
    "Kundene som har startet, med konklusjonen den dagen de startet, og hva som gikk galt etterpå",
    "Kundane som har starta, med konklusjonen den dagen dei starta, og kva som gjekk gale etterpå",
)
WHAT_IT_RESTS_ON = Both(
    "Konklusjonen er av svarene kunden sendte inn sist før oppstart, når de var høyst tre uker gamle, ellers av det "
    "den hadde svart den dagen. «Gikk galt» er målinger over grensen, av dem som har et tall.",
    "Konklusjonen er av svara kunden sende inn sist før oppstart, når dei var høgst tre veker gamle, elles av det "
    "han hadde svart den dagen. «Gjekk gale» er målingar over grensa, av dei som har eit tal.",
)
NO_FIGURES = Both("ingen tall ennå", "ingen tal enno")
SHOULD_HAVE_LISTENED = Both("burde ha lyttet", "burde ha lytta")
WARNED_WENT_WELL = Both("varslet, gikk bra", "varsla, gjekk bra")
NOT_WARNED_WENT_WRONG = Both("ikke varslet, gikk galt", "ikkje varsla, gjekk gale")
WENT_WELL = Both("gikk bra", "gjekk bra")
SOME_OF = Both("{wrong} av {known}", "{wrong} av {known}")
OPEN_ONE = Both("Åpne en på siden", "Opne ein på sida")
CHOOSE = Both("Velg en kunde", "Vel ein kunde")
GO_TO = Both("Gå til {name}", "Gå til {name}")
DID_IT_FORESEE = Both("Traff varslene?", "Trefte varsla?")
HOW_FORESEEN = Both(
    "Et tema varsler når noe i det ikke var på plass den dagen kunden startet. Det gikk galt når en måling som temaet "
    "burde ha sett komme, var over grensen. Ingen krav endres av seg selv: tabellen sier hva tallene taler for.",
    "Eit tema varslar når noko i det ikkje var på plass den dagen kunden starta. Det gjekk gale når ei måling som temaet "
    "burde ha sett komme, var over grensa. Ingen krav endrar seg av seg sjølve: tabellen seier kva tala talar for.",
)
HIDDEN = Both(
    "Tabellen vises når minst {least} kunder har ført tall. Nå har {given} gjort det. Med færre kunne en "
    "kjenne igjen den enkelte kunden, og tilfeldigheter ville se ut som en regel.",
    "Tabellen blir vist når minst {least} kundar har ført tal. No har {given} gjort det. Med færre kunne ein "
    "kjenne att den einskilde kunden, og tilfelle ville sjå ut som ein regel.",
)
TOPIC = Both("Tema", "Tema")
SPEAKS_FOR = Both("Taler for", "Talar for")
FORESAW = Both("Så det komme", "Såg det komme")
CRIED_WOLF = Both("Ropte ulv", "Ropte ulv")
MISSED = Both("Så det ikke", "Såg det ikkje")
CALM = Both("Rolig", "Roleg")
UNKNOWN = Both("Ukjent", "Ukjent")
FORESEEN_DESCRIBED = Both(
    "Temaene med hvor ofte de så det komme, ropte ulv, ikke så det, eller var rolige, og hva det taler for",
    "Temaa med kor ofte dei såg det komme, ropte ulv, ikkje såg det, eller var rolege, og kva det talar for",
)
LEGEND = Both(
    "«Så det komme»: varslet, og det gikk galt. «Ropte ulv»: varslet, og det gikk bra. «Så det ikke»: varslet ikke, og det "
    "gikk galt. «Rolig»: ingen av delene. Metoden står i dokumentasjonen av tallene.",
    "«Såg det komme»: varsla, og det gjekk gale. «Ropte ulv»: varsla, og det gjekk bra. «Såg det ikkje»: varsla ikkje, og det "
    "gjekk gale. «Roleg»: ingen av delane. Metoden står i dokumentasjonen av tala.",
)
TAKE_AWAY = Both("Ta tallene med deg", "Ta tala med deg")
FILE_OF_STARTED = Both("Kundene som har startet:", "Kundane som har starta:")
FILE_OF_ALL = Both("Alle tall etter oppstart:", "Alle tal etter oppstart:")
FILE_OF_FORESEEN = Both("Traff varslene:", "Trefte varsla:")
