"""What is said of the acts on the customers that are picked in the table."""

from language.both import Both, Plural, Words

# The keys are the acts, most of them by the field they set.
ACTS = Words(
    {
        "move": "Flytt oppstarten",
        "region": ("Sett region", "Set region"),
        "group_name": (
            "Sett gruppe, for eksempel et interkommunalt samarbeid",
            "Set gruppe, til dømes eit interkommunalt samarbeid",
        ),
        "reviewer": ("Sett kvalitetssikrer", "Set kvalitetssikrar"),
        "beds": ("Sett antall senger", "Set talet på senger"),
        "remind": "Minn på å svare",
        "name": ("Endre navn", "Endre namn"),
        "org_number": "Endre organisasjonsnummer",
        "archive": "Arkiver",
    }
)
FIELDS = Words(
    {
        "region": "Region",
        "group_name": "Gruppe",
        "beds": "Senger",
        "name": ("Navn", "Namn"),
        "org_number": "Organisasjonsnummer",
    }
)
HELP = Words(
    {
        "beds": (
            "Rulleplan holder antallet i hver bølge opp mot det HPAS kan følge.",
            "Rulleplan held talet i kvar bølgje opp mot det HPAS kan følgje.",
        ),
        "org_number": ("Ni sifre", "Ni siffer"),
    }
)
EVERY = Both(
    "Gjelder alle {n} som søket finner, ikke bare de som er krysset av",
    "Gjeld alle {n} som søket finn, ikkje berre dei som er kryssa av",
)
PICKED = Plural(
    ("**{n}\u00a0kunde valgt:** {names}", "**{n}\u00a0kunder valgt:** {names}"),
    ("**{n}\u00a0kunde vald:** {names}", "**{n}\u00a0kundar valde:** {names}"),
)
NAMES_AND_MORE = Both("{names} og {n} til", "{names} og {n} til")
WHAT = Both("Hva vil du gjøre?", "Kva vil du gjere?")
CHOOSE = Both("Velg", "Vel")
NEW_DAY = Both("Ny dato for oppstart", "Ny dato for oppstart")
ALL_HAVE_IT = Both("Alle har denne datoen fra før.", "Alle har denne datoen frå før.")
CUSTOMER = Both("Kunde", "Kunde")
FROM = Both("Fra", "Frå")
TO = Both("Til", "Til")
NO_DAY = Both("ingen dato", "ingen dato")
WHO_MOVES = Both("Hvem som flyttes, fra når og til når", "Kven som blir flytta, frå når og til når")
WHY_MOVED = Both("Hvorfor flyttes de?", "Kvifor blir dei flytta?")
SEEN = Both("Kundene ser det der datoen står.", "Kundane ser det der datoen står.")
MOVE = Plural(
    ("Flytt {n}\u00a0kunde", "Flytt {n}\u00a0kunder"),
    ("Flytt {n}\u00a0kunde", "Flytt {n}\u00a0kundar"),
)
MOVED = Plural(
    (
        "{n}\u00a0kunde er flyttet. Alle frister regnes fra den nye datoen.",
        "{n}\u00a0kunder er flyttet. Alle frister regnes fra den nye datoen.",
    ),
    (
        "{n}\u00a0kunde er flytta. Alle fristar blir rekna frå den nye datoen.",
        "{n}\u00a0kundar er flytta. Alle fristar blir rekna frå den nye datoen.",
    ),
)
CHANGED = Plural(
    ("{n}\u00a0kunde er endret.", "{n}\u00a0kunder er endret."),
    ("{n}\u00a0kunde er endra.", "{n}\u00a0kundar er endra."),
)
AS_BEFORE = Both("Alt sto slik fra før.", "Alt stod slik frå før.")
SAVE = Plural(
    ("Lagre for {n}\u00a0kunde", "Lagre for {n}\u00a0kunder"),
    ("Lagre for {n}\u00a0kunde", "Lagre for {n}\u00a0kundar"),
)
NOBODY = Both(
    "Ingen i HPAS er invitert ennå. Inviter dem nederst på siden.",
    "Ingen i HPAS er inviterte enno. Inviter dei nedst på sida.",
)
NONE = Both("Ingen", "Ingen")
REVIEWER = Both("Kvalitetssikrer", "Kvalitetssikrar")
REMIND = Plural(
    ("Minn {n}\u00a0kunde på å svare", "Minn {n}\u00a0kunder på å svare"),
    ("Minn {n}\u00a0kunde på å svare", "Minn {n}\u00a0kundar på å svare"),
)
BEFORE_ARCHIVING = Both(
    "De blir borte fra alle lister, sammenligninger og brev. Alt de har svart, er tatt vare på, og de kan tas tilbake.",
    "Dei blir borte frå alle lister, samanlikningar og brev. Alt dei har svart, er tatt vare på, og dei kan takast tilbake.",
)
ARCHIVE = Plural(
    ("Arkiver {n}\u00a0kunde", "Arkiver {n}\u00a0kunder"),
    ("Arkiver {n}\u00a0kunde", "Arkiver {n}\u00a0kundar"),
)
ARCHIVED = Plural(
    (
        "{n}\u00a0kunde er arkivert. Du finner dem igjen under «Utvalg»: «Arkiverte».",
        "{n}\u00a0kunder er arkivert. Du finner dem igjen under «Utvalg»: «Arkiverte».",
    ),
    (
        "{n}\u00a0kunde er arkivert. Du finn kunden igjen under «Utval»: «Arkiverte».",
        "{n}\u00a0kundar er arkiverte. Du finn dei igjen under «Utval»: «Arkiverte».",
    ),
)
TAKE_BACK = Plural(
    ("Ta tilbake {n}\u00a0kunde", "Ta tilbake {n}\u00a0kunder"),
    ("Ta tilbake {n}\u00a0kunde", "Ta tilbake {n}\u00a0kundar"),
)
TAKEN_BACK = Plural(
    ("{n}\u00a0kunde er tatt tilbake.", "{n}\u00a0kunder er tatt tilbake."),
    ("{n}\u00a0kunde er teken tilbake.", "{n}\u00a0kundar er tekne tilbake."),
)
