"""What HPAS should look at this week: the lists, and the line of each customer on them."""

from language.both import Both, Plural, Words

# The keys are the lists of `service.portfolio.this_week`.
HEADINGS = Words(
    {
        "reviews": ("Sendt inn, venter på dere", "Sendt inn, ventar på dykk"),
        "waivers": ("Unntak som venter på svar", "Unntak som ventar på svar"),
        "to-sign": (
            "Beslutninger som venter på underskrift fra HPAS",
            "Avgjerder som ventar på underskrift frå HPAS",
        ),
        "fallen": ("Beslutninger som ikke gjelder lenger", "Avgjerder som ikkje gjeld lenger"),
        "conditions": ("Vilkår som ikke er oppfylt innen fristen", "Vilkår som ikkje er oppfylte innan fristen"),
        "not-confirmed": (
            "Datoen er passert, og oppstarten er ikke bekreftet",
            "Datoen er passert, og oppstarten er ikkje stadfesta",
        ),
        "outcomes": ("Tall etter oppstart som ikke er ført", "Tal etter oppstart som ikkje er førte"),
        "cuts": ("Passerer snart en frist for innsending", "Passerer snart ein frist for innsending"),
        "failing": (
            "Stoppkrav som svikter, nærmest oppstart først",
            "Stoppkrav som sviktar, nærmast oppstart først",
        ),
        "silent": ("Kunder som er stille", "Kundar som er stille"),
        "never-in": ("Har aldri logget inn", "Har aldri logga inn"),
    }
)
ABOUT = {
    "reviews": Both("Det som har ventet lengst, står først.", "Det som har venta lengst, står først."),
    "waivers": Both("Det som har ventet lengst, står først.", "Det som har venta lengst, står først."),
    "to-sign": Both(
        "Kunden har skrevet under. De som er nærmest oppstart, står først.",
        "Kunden har skrive under. Dei som er nærmast oppstart, står først.",
    ),
    "fallen": Both(
        "Noe er endret siden begge skrev under. De som er nærmest oppstart, står først.",
        "Noko er endra sidan begge skreiv under. Dei som er nærmast oppstart, står først.",
    ),
    "conditions": Both(
        "Begge skrev under på dem. Det som er lengst over fristen, står først.",
        "Begge skreiv under på dei. Det som er lengst over fristen, står først.",
    ),
    "not-confirmed": Both(
        "Spør om de startet. Bekreft dagen, eller sett en ny dato. Til da dømmer vi dem som om de ikke har startet.",
        "Spør om dei starta. Stadfest dagen, eller set ein ny dato. Til då dømmer vi dei som om dei ikkje har starta.",
    ),
    "outcomes": Both(
        "7, 30 og 90 dager etter oppstart. Det som er lengst over tiden, står først.",
        "7, 30 og 90 dagar etter oppstart. Det som er lengst over tida, står først.",
    ),
    "cuts": Both(
        "T−180, T−90, T−60 eller T−30 innen tre uker, og har ikke sendt inn til den.",
        "T−180, T−90, T−60 eller T−30 innan tre veker, og har ikkje sendt inn til han.",
    ),
    "failing": Both("Datoen holder ikke slik det står nå.", "Datoen held ikkje slik det står no."),
    "silent": Both(
        "Har ikke lagret noe på {days} dager eller mer. De som er nærmest oppstart, står først.",
        "Har ikkje lagra noko på {days} dagar eller meir. Dei som er nærmast oppstart, står først.",
    ),
    "never-in": Both(
        "Ingen hos kunden har vært inne, og ingenting er svart. De som er nærmest oppstart, står først.",
        "Ingen hos kunden har vore inne, og ingenting er svart. Dei som er nærmast oppstart, står først.",
    ),
}
LINE = Both("{name}, {said}", "{name}, {said}")
SENT_IN = Both("sendt inn {day}", "sendt inn {day}")
ASKED = Both("spurte {day}: {question}", "spurde {day}: {question}")
SIGNED = Both("har skrevet under, {away}", "har skrive under, {away}")
FALLEN = Both("{decision}, {away}", "{decision}, {away}")
OVERDUE = Both("{days} over fristen: {condition}", "{days} over fristen: {condition}")
OVERDUE_AMONG = Plural(
    (
        "{n}\u00a0vilkår, det eldste {days} over fristen: {condition}",
        "{n}\u00a0vilkår, det eldste {days} over fristen: {condition}",
    ),
    (
        "{n}\u00a0vilkår, det eldste {days} over fristen: {condition}",
        "{n}\u00a0vilkår, det eldste {days} over fristen: {condition}",
    ),
)
NOT_CONFIRMED = Both("oppstarten var satt til {day}, for {ago} siden", "oppstarten var sett til {day}, for {ago} sidan")
FIGURES = Both(
    "{after} dager etter: {answered} av {asked} tall er ført", "{after} dagar etter: {answered} av {asked} tal er førte"
)
FIGURES_LATE = Both(
    "{after} dager etter: {answered} av {asked} tall er ført, {late} over tiden",
    "{after} dagar etter: {answered} av {asked} tal er førte, {late} over tida",
)
CUT_TODAY = Both("passerer T−{cut} i dag", "passerer T−{cut} i dag")
CUT_SOON = Both("passerer T−{cut} om {days}", "passerer T−{cut} om {days}")
FAILING = Plural(
    ("{n}\u00a0stoppkrav, {away}", "{n}\u00a0stoppkrav, {away}"),
    ("{n}\u00a0stoppkrav, {away}", "{n}\u00a0stoppkrav, {away}"),
)
SILENT_SINCE = Both("ikke endret siden {day}, {away}", "ikkje endra sidan {day}, {away}")
SILENT = Both("har ikke svart på noe ennå, {away}", "har ikkje svart på noko enno, {away}")
INVITED = Both("invitert {day}, {away}", "invitert {day}, {away}")
NOBODY_INVITED = Both("ingen er invitert, {away}", "ingen er inviterte, {away}")
NO_DATE = Both("ingen dato for oppstart", "ingen dato for oppstart")
