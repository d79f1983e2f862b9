"""What the files of what many lack and how far they are apart are called, and what is in them."""

from language.both import Both

LACKING = Both("Mangler hos mange", "Manglar hos mange")
ABOUT_LACKING = Both(
    "Temaene kundene mangler, med en linje for hver kunde som mangler det.",
    "Temaa kundane manglar, med ei linje for kvar kunde som manglar det.",
)
SPREAD = Both("Spredning", "Spreiing")
ABOUT_SPREAD = Both(
    "Hvor langt fra hverandre kundene av samme type ligger.", "Kor langt frå kvarandre kundane av same type ligg."
)
