"""What the pieces say that more than one page draws: the figures, the cards of the areas, and the ways on."""

from language.both import Both, Plural, Words

# plotly's own words -> ours.
SAVE = Words(
    {
        "Download plot as a PNG": ("Last ned bildet (PNG)", "Last ned biletet (PNG)"),
        "Download plot": ("Last ned bildet", "Last ned biletet"),
        "Download plot as a SVG": ("Last ned bildet (SVG)", "Last ned biletet (SVG)"),
    }
)
ANSWERED = Both("{answered} av {asked} spørsmål besvart", "{answered} av {asked} spørsmål har svar")
GO_ON = Both("Fortsett egenvurderingen", "Hald fram med eigenvurderinga")
TO_GAPS = Plural(
    ("Se mangelen og hva dere kan gjøre", "Se alle {n} mangler og hva dere kan gjøre"),
    ("Sjå mangelen og kva de kan gjere", "Sjå alle {n} manglar og kva de kan gjere"),
)
EARLIEST = Both("Tidligste forsvarlige oppstart", "Tidlegaste forsvarlege oppstart")
TO_DATES = Both("Se hva som avgjør datoen, og prøv en annen", "Sjå kva som avgjer datoen, og prøv ein annan")
IN_PLACE = Both("På plass", "På plass")
EXPECTED = Both("forventet nå {figure}\u00a0%", "venta no {figure}\u00a0%")
AGAINST_THE_PLAN = Both("Mot planen", "Mot planen")
ON_PLAN = Both("på planen", "på planen")
AHEAD = Both("foran planen", "føre planen")
AFTER = Both("etter planen", "etter planen")
SPREAD = Both("Mulig spenn", "Mogleg spenn")
IF_THE_REST = Both("hvis resten blir 0 eller fullt", "om resten blir 0 eller fullt")
COVERAGE = Both("Svargrad", "Svargrad")
OF = Both("{answered} av {applicable}", "{answered} av {applicable}")
FACTORS = Both("De ti suksessfaktorene", "Dei ti suksessfaktorane")
LEGEND = Both(
    "Smal stripe: på plass nå. Bredt felt: mulig spenn. Loddrett strek: det som er forventet nå. "
    "▼ betyr under det som er forventet.",
    "Smal stripe: på plass no. Breitt felt: mogleg spenn. Loddrett strek: det som er venta no. "
    "▼ betyr under det som er venta.",
)
FIGURES = Both("Tallene", "Tala")
AREAS = Both("Test, drift og bemanning", "Test, drift og bemanning")
WHEN_DATED = Both(
    "Det som mangler, vises når datoen for oppstart er bestemt.",
    "Det som manglar, blir vist når datoen for oppstart er bestemt.",
)
TOO_FEW = Both("For få svar til å si hva som mangler.", "For få svar til å seie kva som manglar.")
NOTHING = Both(
    "Ingenting er på etterskudd, og ingenting haster.",
    "Ingenting er på etterskot, og ingenting hastar.",
)
STOPS_NOW = Plural(
    ("**{n}\u00a0stoppkrav** må tas nå.", "**{n}\u00a0stoppkrav** må tas nå."),
    ("**{n}\u00a0stoppkrav** må takast no.", "**{n}\u00a0stoppkrav** må takast no."),
)
GAPS_NOW = Plural(
    ("**{n}\u00a0mangel** nå, {stops} av dem stoppkrav.", "**{n}\u00a0mangler** nå, {stops} av dem stoppkrav."),
    ("**{n}\u00a0mangel** no, {stops} av dei stoppkrav.", "**{n}\u00a0manglar** no, {stops} av dei stoppkrav."),
)
NONE = Both("ingen", "ingen")
WAITING = Plural(
    ("{n}\u00a0venter på andre.", "{n}\u00a0venter på andre."),
    ("{n}\u00a0ventar på andre.", "{n}\u00a0ventar på andre."),
)
