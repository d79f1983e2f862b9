"""What the files of the go-lives are called, and what is in them."""

from language.both import Both

WAVES = Both("Oppstartene", "Oppstartane")
ABOUT_WAVES = Both(
    "Hver dag noen starter, med hvor mange det er, hva som svikter, og når alle kan starte forsvarlig.",
    "Kvar dag nokon startar, med kor mange det er, kva som sviktar, og når alle kan starte forsvarleg.",
)
WAVE_MEMBERS = Both("Hvem som starter når", "Kven som startar når")
ABOUT_WAVE_MEMBERS = Both("Én linje per oppstart og kunde.", "Éi linje per oppstart og kunde.")
WAVE_STOPS = Both("Stoppkrav som svikter i hver oppstart", "Stoppkrav som sviktar i kvar oppstart")
ABOUT_WAVE_STOPS = Both(
    "Én linje per oppstart, kunde og stoppkrav som ikke er oppfylt.",
    "Éi linje per oppstart, kunde og stoppkrav som ikkje er oppfylt.",
)
MOVES = Both("Flyttede oppstarter", "Flytta oppstartar")
ABOUT_MOVES = Both(
    "Hver gang en oppstart er flyttet, fra når til når, av hvem og hvorfor.",
    "Kvar gong ein oppstart er flytta, frå når til når, av kven og kvifor.",
)
