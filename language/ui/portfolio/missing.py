"""What the topics most of them lack are told with."""

from language.both import Both, Plural

TITLE = Both("Mangler hos mange", "Manglar hos mange")
ABOUT = Both(
    "Når mange mangler det samme, ligger hindringen ofte hos oss i HPAS eller hos leverandøren. "
    "Regnet av dem som skulle hatt noe av temaet på plass nå. De som har svart på for lite, er ikke med.",
    "Når mange manglar det same, ligg hindringa ofte hos oss i HPAS eller hos leverandøren. "
    "Rekna av dei som skulle hatt noko av temaet på plass no. Dei som har svart på for lite, er ikkje med.",
)
NOTHING = Both(
    "Ingen av dem mangler noe de skulle hatt på plass nå.", "Ingen av dei manglar noko dei skulle hatt på plass no."
)
LACKS = Both("Mangler hos", "Manglar hos")
SO_MANY_OF = Both("{missing} av {should}", "{missing} av {should}")
DESCRIBED = Both(
    "Temaer etter hvor stor andel av dem som skulle hatt det på plass, som mangler det",
    "Tema etter kor stor del av dei som skulle hatt det på plass, som manglar det",
)
LARGEST = Plural(
    (
        "De {most} største av {n}\u00a0tema. Filen har alle, med alle kundene.",
        "De {most} største av {n}\u00a0temaer. Filen har alle, med alle kundene.",
    ),
    (
        "Dei {most} største av {n}\u00a0tema. Fila har alle, med alle kundane.",
        "Dei {most} største av {n}\u00a0tema. Fila har alle, med alle kundane.",
    ),
)
AND_MORE = Both("{named} og {n} til", "{named} og {n} til")
