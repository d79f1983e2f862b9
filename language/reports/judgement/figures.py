"""What a bar of figures says where there is a range and no figure."""

from language.both import Both

BETWEEN = Both("mellom {low} og {high} % på plass", "mellom {low} og {high} % på plass")
BETWEEN_EXPECTED = Both(
    "mellom {low} og {high} % på plass, forventet nå {expected} %",
    "mellom {low} og {high} % på plass, venta no {expected} %",
)
