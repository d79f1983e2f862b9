"""Words of the picture of where HPAS and the customers part."""

from language.both import Plural

# The marks are those of the picture.
LINE = Plural(
    (
        "{own_mark} kunden {own}, {hpas_mark} HPAS {hpas} · avstand {distance} · {n}\u00a0svar",
        "{own_mark} kunden {own}, {hpas_mark} HPAS {hpas} · avstand {distance} · {n}\u00a0svar",
    ),
    (
        "{own_mark} kunden {own}, {hpas_mark} HPAS {hpas} · avstand {distance} · {n}\u00a0svar",
        "{own_mark} kunden {own}, {hpas_mark} HPAS {hpas} · avstand {distance} · {n}\u00a0svar",
    ),
)
