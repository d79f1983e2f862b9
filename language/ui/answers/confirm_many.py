"""What is said where many old answers are stood by at once."""

from language.both import Both

READ_THEM = Both(
    "Det er lenge siden noen så på disse svarene. Les dem, og rett det som er blitt annerledes. "
    "Så bekrefter du {answers} med ett klikk.",
    "Det er lenge sidan nokon såg på desse svara. Les dei, og rett det som er blitt annleis. "
    "Så stadfestar du {answers} med eitt klikk.",
)
ALL_SHOWN = Both("{still_true}: {answers} på denne siden", "{still_true}: {answers} på denne sida")
CONFIRMED = Both("{answers} er bekreftet.", "{answers} er stadfesta.")
CHANGED = Both(
    "{answers} er endret av en annen siden du så siden, og er ikke bekreftet. Se på dem igjen.",
    "{answers} er endra av ein annan sidan du såg sida, og er ikkje stadfesta. Sjå på dei igjen.",
)
