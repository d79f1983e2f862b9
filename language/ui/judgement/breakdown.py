"""What opening a number says: the sum behind it."""

from language.both import Both, Plural

OVERALL = Both("Samlet", "Samla")
HOW_WORKED_OUT = Both("Slik er tallene regnet ut", "Slik er tala rekna ut")
WHICH = Both("Vis regnestykket for", "Vis reknestykket for")
WORKING_OF = Both("Regnestykket for {group}", "Reknestykket for {group}")
REPLIES = Plural(
    ("{answered} av {n}\u00a0spørsmål som gjelder, er besvart.",) * 2,
    ("{answered} av {n}\u00a0spørsmål som gjeld, har svar.",) * 2,
)
TOO_FEW = Both(
    "{replies} Det er for få til å vise ett tall. Mellom {low} (alt ubesvart teller 0) og {high} (alt ubesvart teller fullt).",
    "{replies} Det er for få til å vise eitt tal. Mellom {low} (alt utan svar tel 0) og {high} (alt utan svar tel fullt).",
)
SUM = Both(
    "{replies} {figure} % på plass = summen av vekt · oppnåelse, delt på summen av vekt for det som er "
    "besvart, ganger 100. Forventet {expected} er det samme for det som skal være på plass nå, over alle "
    "spørsmål som gjelder. Teller alt ubesvart 0, blir det {low} %; teller det fullt, {high}.",
    "{replies} {figure} % på plass = summen av vekt · oppnåing, delt på summen av vekt for det som har "
    "svar, gonger 100. Venta {expected} er det same for det som skal vere på plass no, over alle "
    "spørsmål som gjeld. Tel alt utan svar 0, blir det {low} %; tel det fullt, {high}.",
)
