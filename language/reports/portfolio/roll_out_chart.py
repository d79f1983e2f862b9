"""What the picture of the roll-out says, and what speaks against a day."""

from language.both import Both, Plural, Words
from scoring.portfolio.roll_out import DayMark

MARKS = Words(
    {
        DayMark.CLOSED: ("i en tid der ingen bør starte", "i ei tid der ingen bør starte"),
        DayMark.SAME_WEEK: ("samme uke som en annen", "same veke som ein annan"),
        DayMark.TOO_SOON: ("for få dager siden forrige", "for få dagar sidan førre"),
        DayMark.TOO_MANY: ("flere enn HPAS kan følge", "fleire enn HPAS kan følgje"),
        DayMark.TOO_MANY_BEDS: ("flere senger enn HPAS kan følge", "fleire senger enn HPAS kan følgje"),
    }
)
IN_PERIOD = Both("i {period}", "i {period}")
PER_MONTH = Both("Kunder per måned", "Kundar per månad")
PER_START = Both("Kunder per oppstart", "Kundar per oppstart")
START = Both("oppstart", "oppstart")
CUSTOMERS = Both("kunder", "kundar")
DESCRIBED = Both(
    "Tidslinje med {starts} fra {first} til {last}, {customers}. {marked} De samme tallene står i tabellen under.",
    "Tidslinje med {starts} frå {first} til {last}, {customers}. {marked} Dei same tala står i tabellen under.",
)
STARTS = Plural(("{n}\u00a0oppstart", "{n}\u00a0oppstarter"), ("{n}\u00a0oppstart", "{n}\u00a0oppstartar"))
COUNTED = Plural(("{n}\u00a0kunde", "{n}\u00a0kunder"), ("{n}\u00a0kunde", "{n}\u00a0kundar"))
MARKED = Plural(
    ("{n}\u00a0dag er merket.", "{n}\u00a0dager er merket."), ("{n}\u00a0dag er merkt.", "{n}\u00a0dagar er merkte.")
)
