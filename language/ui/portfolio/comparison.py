"""What the comparison of all customers says."""

from language.both import Both, Plural, Words

GROUPINGS = Words({"faktor": ("Suksessfaktorer", "Suksessfaktorar"), "omrade": ("Områder", "Område")})
TODAY = Both(
    "Kundene slik de står i dag, på grunnlag av {basis}{where}. De som har svart på for lite, står sist og rangeres ikke.",
    "Kundane slik dei står i dag, på grunnlag av {basis}{where}. Dei som har svart på for lite, står sist og blir ikkje rangerte.",
)
AT_CUT = Both(
    "Kundene slik de sendte inn nærmest {cut} dager før oppstart, på grunnlag av {basis}{where}. De som har svart på for lite, står sist og rangeres ikke.",
    "Kundane slik dei sende inn nærast {cut} dagar før oppstart, på grunnlag av {basis}{where}. Dei som har svart på for lite, står sist og blir ikkje rangerte.",
)
WHERE_THERE_IS = Both(" der den finnes", " der ho finst")
OPTION = Both("{name} ({many})", "{name} ({many})")
NOBODY_FITS = Both(
    "Ingen kunder passer til valget. Velg «Alle», eller søk etter noe annet, for å se flere.",
    "Ingen kundar passar til valet. Vel «Alle», eller søk etter noko anna, for å sjå fleire.",
)
DECISIONS = Plural(("{n}\u00a0beslutning", "{n}\u00a0beslutninger"), ("{n}\u00a0avgjerd", "{n}\u00a0avgjerder"))
MISSING = Plural(
    (
        "{n}\u00a0kunde har ikke sendt inn noe nær dette tidspunktet, og er ikke med.",
        "{n}\u00a0kunder har ikke sendt inn noe nær dette tidspunktet, og er ikke med.",
    ),
    (
        "{n}\u00a0kunde har ikkje sendt inn noko nær dette tidspunktet, og er ikkje med.",
        "{n}\u00a0kundar har ikkje sendt inn noko nær dette tidspunktet, og er ikkje med.",
    ),
)
TOPICS_SHARED = Both(
    "Skjemaene har {common} av {all} temaer felles. Tall på tvers av kundetyper bygger på ulike spørsmål.",
    "Skjemaa har {common} av {all} tema felles. Tal på tvers av kundetypar byggjer på ulike spørsmål.",
)
COLUMNS = Both("Kolonner", "Kolonnar")
STOP = Both("Stopp", "Stopp")
DAYS_LEFT = Both("Dager til", "Dagar til")
OLD = Both("Gamle svar", "Gamle svar")
ANSWERS_FROM = Both("Svarene er fra", "Svara er frå")
DECISION = Both("Beslutning", "Avgjerd")
FAILS_IN = Both("Stoppkrav svikter i", "Stoppkrav sviktar i")
DESCRIBED = Plural(
    (
        "{n}\u00a0kunde med konklusjon, stoppkrav og dager foran eller etter planen for hver kolonne",
        "{n}\u00a0kunder med konklusjon, stoppkrav og dager foran eller etter planen for hver kolonne",
    ),
    (
        "{n}\u00a0kunde med konklusjon, stoppkrav og dagar føre eller etter planen for kvar kolonne",
        "{n}\u00a0kundar med konklusjon, stoppkrav og dagar føre eller etter planen for kvar kolonne",
    ),
)
LEGEND = Both(
    "«Stopp» er hvor mange stoppkrav som svikter uten godkjent unntak. {stop} står der de svikter. "
    "«{old}» er hvor mange svar kunden må bekrefte, fordi det er lenge siden noen så på dem. "
    "Tallene er dager foran (+) eller etter (−) planen. "
    "{dash} betyr at det ikke kan sies ennå, eller at alt er på plass. Klikk på en rute for å se svarene bak den.",
    "«Stopp» er kor mange stoppkrav som sviktar utan godkjent unntak. {stop} står der dei sviktar. "
    "«{old}» er kor mange svar kunden må stadfeste, fordi det er lenge sidan nokon såg på dei. "
    "Tala er dagar føre (+) eller etter (−) planen. "
    "{dash} betyr at det ikkje kan seiast enno, eller at alt er på plass. Klikk på ei rute for å sjå kva svar som ligg bak.",
)
INCOMPLETE = Both("{day}, ufullstendig", "{day}, ufullstendig")
PREVIOUS = Both("Forrige", "Førre")
NEXT = Both("Neste", "Neste")
PAGE_OF = Plural(
    ("Side, {n}\u00a0kunde i alt", "Side, {n}\u00a0kunder i alt"),
    ("Side, {n}\u00a0kunde i alt", "Side, {n}\u00a0kundar i alt"),
)
PAGE_NAME = Both("{first}–{last} av {all}", "{first}–{last} av {all}")
TAKE_AWAY = Both("Ta tallene med deg", "Ta tala med deg")
FILES_FOLLOW = Both(
    "Filene følger tidspunktet og grunnlaget du har valgt over. Alle kundene er med, også de du har filtrert bort.",
    "Filene følgjer tidspunktet og grunnlaget du har valt over. Alle kundane er med, også dei du har filtrert bort.",
)
