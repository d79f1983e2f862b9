"""What the picture of a shared role says."""

from language.both import Both, Plural

OTHERS = Both("andre", "andre")
TITLE = Both("Prosent av rollen, uke for uke", "Prosent av rolla, veke for veke")
PERCENT = Both("prosent", "prosent")
HOVER = Both(
    "uken %{{x|%d.%m.%Y}}: %{{y}} % {name}<extra></extra>", "veka %{{x|%d.%m.%Y}}: %{{y}} % {name}<extra></extra>"
)
WEEKS = Plural(("{n}\u00a0uke", "{n}\u00a0uker"), ("{n}\u00a0veke", "{n}\u00a0veker"))
DESCRIBED = Both("{role} uke for uke fra {first} til {last}.", "{role} veke for veke frå {first} til {last}.")
NONE_OVER = Both("Ingen uke er over {whole} prosent.", "Inga veke er over {whole} prosent.")
OVER = Both(
    "{weeks} er over {whole} prosent. Mest er {most} prosent i uken fra {day}.",
    "{weeks} er over {whole} prosent. Mest er {most} prosent i veka frå {day}.",
)
WEEK = Both("uke {week} {year}", "veke {week} {year}")
WEEK_SPAN = Both("uke {week} til {last_week} {last_year}", "veke {week} til {last_week} {last_year}")
WEEK_SPAN_YEARS = Both(
    "uke {week} {year} til {last_week} {last_year}", "veke {week} {year} til {last_week} {last_year}"
)
