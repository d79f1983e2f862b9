"""What the switch between the customer's word and HPAS's says."""

from language.both import Both

BASIS = Both("Grunnlag", "Grunnlag")
HPAS_WORD = Both(
    "Tallene bygger på HPAS' vurdering der HPAS er uenig og svaret står som det gjorde da. Ellers gjelder kundens svar.",
    "Tala byggjer på HPAS' vurdering der HPAS er ueinig og svaret står som det gjorde då. Elles gjeld svaret til kunden.",
)
