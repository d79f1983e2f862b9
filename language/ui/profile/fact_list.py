"""What Om virksomheten says of the numbers that are asked once."""

from language.both import Both

GIVEN = Both("{n} av {all} opplysninger er fylt inn", "{n} av {all} opplysningar er fylte inn")
ONLY_READ = Both(
    "Du kan lese opplysningene, men ikke endre dem i denne rollen.",
    "Du kan lese opplysningane, men ikkje endre dei i denne rolla.",
)
USED_BY = Both("Er tallet i alt på {questions}: {titles}.", "Er talet i alt på {questions}: {titles}.")
USED_BY_MORE = Both(
    "Er tallet i alt på {questions}: {titles}; og flere.", "Er talet i alt på {questions}: {titles}; og fleire."
)
HISTORY = Both("Historikk", "Historikk")
HOW_MANY = Both("Antall {what}", "Antal {what}")
GIVEN_BY = Both("{told} ({name}, kl. {clock})", "{told} ({name}, kl. {clock})")
SAVED = Both("Lagret {when}, {name}", "Lagra {when}, {name}")
OTHERS = Both(
    "En annen skrev noe annet mens du hadde siden åpen: {theirs}. Ditt tall gjelder nå.",
    "Ein annan skreiv noko anna medan du hadde sida open: {theirs}. Talet ditt gjeld no.",
)
