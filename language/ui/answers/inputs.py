"""What stands on the inputs of a question, and what is still missing in an answer that has been begun."""

from language.both import Both, Words

YES_NO = Words({True: "Ja", False: "Nei"})
LEVEL = Both("Nivå {level}", "Nivå {level}")
HOW_MANY = Both("Antall {what}", "Antal {what}")
OF_ALL = Both("Av {what} i alt", "Av {what} i alt")
WHOLE_UNKNOWN = Both("Av {what} i alt: **ikke fylt inn ennå**", "Av {what} i alt: **ikkje fylt inn enno**")
WRITE_IT = Both("Skriv tallet i «Om virksomheten»", "Skriv talet i «Om verksemda»")
OF_SO_MANY = Both("Av **{number}** {what} i alt", "Av **{number}** {what} i alt")
STANDS_THERE = Both("Står i «Om virksomheten»", "Står i «Om verksemda»")
MOVE_IT = Both("Flytt tallet til «Om virksomheten»", "Flytt talet til «Om verksemda»")
DATE = Both("Dato", "Dato")
MORE_THAN_ALL = Both(
    "Det er flere ferdige enn det er i alt. Rett ett av tallene. Svaret teller ikke før det er gjort.",
    "Det er fleire ferdige enn det er i alt. Rett eitt av tala. Svaret tel ikkje før det er gjort.",
)
MORE_THAN_WHOLE = Both(
    "Det er flere ferdige enn det er i alt. Rett ett av tallene her eller i «Om virksomheten». "
    "Svaret teller ikke før det er gjort.",
    "Det er fleire ferdige enn det er i alt. Rett eitt av tala her eller i «Om verksemda». "
    "Svaret tel ikkje før det er gjort.",
)
NO_WHOLE = Both(
    "Tallet i alt mangler i «Om virksomheten». Svaret teller ikke før det er der.",
    "Talet i alt manglar i «Om verksemda». Svaret tel ikkje før det er der.",
)
BOTH_NUMBERS = Both(
    "Skriv begge tallene. Svaret teller ikke før begge er der.",
    "Skriv begge tala. Svaret tel ikkje før begge er der.",
)
FILL_IN = Both(
    "Fyll ut {rows}. Svaret teller når alle radene er fylt ut.",
    "Fyll ut {rows}. Svaret tel når alle radene er fylte ut.",
)
FILL_IN_MORE = Both(
    "Fyll ut {rows} og flere. Svaret teller når alle radene er fylt ut.",
    "Fyll ut {rows} og fleire. Svaret tel når alle radene er fylte ut.",
)
