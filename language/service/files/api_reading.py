"""What a program is told that may not have what it asks for."""

from language.both import Both

NO_TOKEN = Both(
    "Nøkkelen mangler eller virker ikke. Send den i hodet «Authorization: Bearer NØKKEL». Be en administrator i HPAS om en ny "
    "hvis den ikke virker lenger.",
    "Nøkkelen manglar eller verkar ikkje. Send han i hovudet «Authorization: Bearer NØKKEL». Be ein administrator i HPAS om "
    "ein ny om han ikkje verkar lenger.",
)
NOT_IN_TOKEN = Both(
    "Nøkkelen gjelder ikke denne tabellen. Se {place} for tabellene den gjelder, eller be en administrator i HPAS om en "
    "nøkkel til.",
    "Nøkkelen gjeld ikkje denne tabellen. Sjå {place} for tabellane han gjeld, eller be ein administrator i HPAS om ein "
    "nøkkel til.",
)
NO_SUCH_TABLE = Both(
    "Adressen finnes ikke. Se {place} for tabellene, og skriv for eksempel {place}comparison.csv.",
    "Adressa finst ikkje. Sjå {place} for tabellane, og skriv for eksempel {place}comparison.csv.",
)
NOTHING = Both("ingenting", "ingenting")
