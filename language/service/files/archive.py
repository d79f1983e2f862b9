"""What the archive package is called, and what is in it."""

from language.both import Both

ARCHIVE = Both("Arkivpakke", "Arkivpakke")
ABOUT_ARCHIVE = Both(
    "Papirene, svarene og hele historikken til en kunde i én fil, med en liste over innholdet og kontrollsummer.",
    "Papira, svara og heile historikken til ein kunde i éi fil, med ei liste over innhaldet og kontrollsummar.",
)
