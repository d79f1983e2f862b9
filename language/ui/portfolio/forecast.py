"""What the way a customer goes is told with, and where its peers stood."""

from language.both import Both, Plural

AS_IT_GOES = Both("Slik det går nå", "Slik det går no")
EARLIEST = Both(
    "Alt er på plass **tidligst {earliest}**. Takten er for lav til å si en siste dag.",
    "Alt er på plass **tidlegast {earliest}**. Takten er for låg til å seie ein siste dag.",
)
BETWEEN = Both(
    "Det er sannsynlig at alt er på plass **mellom {earliest} og {latest}**.",
    "Det er sannsynleg at alt er på plass **mellom {earliest} og {latest}**.",
)
AT_START = Both(
    "Oppstart er {day}. Da er **mellom {low} og {high} %** på plass.",
    "Oppstart er {day}. Då er **mellom {low} og {high} %** på plass.",
)
CASES = Plural(("{n}\u00a0oppstart", "{n}\u00a0oppstarter"), ("{n}\u00a0oppstart", "{n}\u00a0oppstartar"))
BUILDS_ON = Both(
    "Bygger først på {cases} som har vært, så på takten til kunden selv over "
    "{days} med tall. Slike anslag er laget for å treffe fire av fem ganger. På siden "
    "«Metode» står det hvordan de er laget, og hvor ofte de har truffet.",
    "Byggjer først på {cases} som har vore, så på takten til kunden sjølv over "
    "{days} med tal. Slike anslag er laga for å treffe fire av fem gonger. På sida "
    "«Metode» står det korleis dei er laga, og kor ofte dei har treft.",
)
BRIEFLY_EARLIEST = Both(
    "**Slik det går nå**, er alt trolig på plass tidligst {earliest}. Oppstart er {day}.",
    "**Slik det går no**, er alt truleg på plass tidlegast {earliest}. Oppstart er {day}.",
)
BRIEFLY_BETWEEN = Both(
    "**Slik det går nå**, er alt trolig på plass mellom {earliest} og {latest}. Oppstart er {day}.",
    "**Slik det går no**, er alt truleg på plass mellom {earliest} og {latest}. Oppstart er {day}.",
)
SEE_WHY = Both("Se hva anslaget bygger på", "Sjå kva anslaget byggjer på")
OTHERS = Both("Andre på samme tid", "Andre på same tid")
HALF_OF_THEM = Both(
    "{days} dager før oppstart hadde halvparten i midten **mellom {lower} og "
    "{upper} %** på plass, og den midterste {median} %.{mine}",
    "{days} dagar før oppstart hadde halvparten i midten **mellom {lower} og "
    "{upper} %** på plass, og den midtarste {median} %.{mine}",
)
MINE = Both(" Dere har {figure} % nå.", " De har {figure} % no.")
FROM_OTHERS = Both(
    "Fra det {customers} av samme type ({kind}) "
    "sendte inn. Tallene er avrundet til hele femmere, og nye kunder kommer med seks om gangen. Slik kan ingen lese ut "
    "hva én kunde har svart.",
    "Frå det {customers} av same type ({kind}) "
    "sende inn. Tala er runda av til heile femmarar, og nye kundar kjem med seks om gongen. Slik kan ingen lese ut "
    "kva éin kunde har svart.",
)
