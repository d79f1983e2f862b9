"""What the roles customers share are told with."""

from language.both import Both, Plural, Words

# The keys stand in the address.
PARTS = Words({"": ("Oppstartene", "Oppstartane"), "roller": ("Delte roller", "Delte roller")})
OF_WAVE = Both("oppstart {day}", "oppstart {day}")
CONFLICT = Both("{role}, {weeks}, {most} %: {whom}", "{role}, {weeks}, {most} %: {whom}")
ABOUT = Both(
    "Roller i HPAS som flere kunder trenger i de samme ukene, for eksempel opplæringsleder eller testleder. "
    "En rolle er én person: er dere to, skriv to roller. Det som er satt opp, følger oppstarten når den flyttes.",
    "Roller i HPAS som fleire kundar treng i dei same vekene, til dømes opplæringsleiar eller testleiar. "
    "Ei rolle er éin person: er de to, skriv to roller. Det som er sett opp, følgjer oppstarten når han blir flytta.",
)
ADMIN_SETS_UP = Both("En administrator i HPAS setter opp rollene.", "Ein administrator i HPAS set opp rollene.")
TAKE_AWAY = Both("Ta rollene med deg", "Ta rollene med deg")
OVER = Both("Over 100 prosent", "Over 100 prosent")
NONE_OVER = Both(
    "Ingen rolle er satt opp med mer enn 100 prosent i noen uke.",
    "Inga rolle er sett opp med meir enn 100 prosent i noka veke.",
)
ROLE = Both("Rolle", "Rolle")
WEEKS = Both("Uker", "Veker")
AT_MOST = Both("Det meste", "Det meste")
CONFLICTS_DESCRIBED = Both(
    "Roller som er satt opp med mer enn 100 prosent: hvilke uker, hvor mye, og hos hvem",
    "Roller som er sette opp med meir enn 100 prosent: kva veker, kor mykje, og hos kven",
)
LOOK_AT_ONE = Both("Se på én rolle", "Sjå på éi rolle")
SIGNS = Both(
    "Den stiplede linjen er 100 prosent. ▲ er uken med mest. Hver søyle er en uke.",
    "Den stipla linja er 100 prosent. ▲ er veka med mest. Kvar søyle er ei veke.",
)
BOOKED = Both("Det som er satt opp", "Det som er sett opp")
TO = Both("Til", "Til")
BOOKED_DESCRIBED = Both(
    "Rollene som er satt opp: hos hvem, fra når til når, og hvor stor andel",
    "Rollene som er sette opp: hos kven, frå når til når, og kor stor del",
)
NOBODY_STARTS = Both("ingen starter da lenger", "ingen startar då lenger")
LATER = Plural(
    ("flyttet {n}\u00a0dag senere med oppstarten", "flyttet {n}\u00a0dager senere med oppstarten"),
    ("flytta {n}\u00a0dag seinare med oppstarten", "flytta {n}\u00a0dagar seinare med oppstarten"),
)
EARLIER = Plural(
    ("flyttet {n}\u00a0dag tidligere med oppstarten", "flyttet {n}\u00a0dager tidligere med oppstarten"),
    ("flytta {n}\u00a0dag tidlegare med oppstarten", "flytta {n}\u00a0dagar tidlegare med oppstarten"),
)
SAME_PERSON = Both("Samme person hos flere kunder", "Same person hos fleire kundar")
NOBODY_OWNS = Both(
    "Ingen eier tiltak med frist i samme uke hos to kunder eller flere.",
    "Ingen eig tiltak med frist i same veke hos to kundar eller fleire.",
)
NAMES_CAN_BE_ALIKE = Both(
    "Den som eier tiltak med frist i samme uke hos flere kunder. Like navn kan være to personer: bare e-postadressen "
    "er sikker.",
    "Den som eig tiltak med frist i same veke hos fleire kundar. Like namn kan vere to personar: berre e-postadressa "
    "er sikker.",
)
KNOWN_BY = Both("Kjent på", "Kjend på")
THE_ADDRESS = Both("e-postadressen", "e-postadressa")
THE_NAME = Both("navnet", "namnet")
WEEK = Both("Uke", "Veke")
ACTIONS = Both("Tiltak", "Tiltak")
PEOPLE_DESCRIBED = Both(
    "Personer som eier tiltak med frist i samme uke hos flere kunder",
    "Personar som eig tiltak med frist i same veke hos fleire kundar",
)
