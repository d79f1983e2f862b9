"""What the paper for the roll-out's steering group says."""

from language.both import Both, Plural

TITLE = Both("Status for utrullingen {day}", "Status for utrullinga {day}")
HEADING = Both("Status for utrullingen", "Status for utrullinga")
FOOTER = Both("Klarsjekk · Status for utrullingen · {day}", "Klarsjekk · Status for utrullinga · {day}")
INVENTED_ALL = Both(
    "Alle kundene er oppdiktet, laget for å vise Klarsjekk. Ingenting her er fra virkelige kunder.",
    "Alle kundane er oppdikta, laga for å vise Klarsjekk. Ingenting her er frå verkelege kundar.",
)
CUSTOMERS = Plural(("{n}\u00a0kunde", "{n}\u00a0kunder"), ("{n}\u00a0kunde", "{n}\u00a0kundar"))
STARTS = Plural(("{n}\u00a0oppstart", "{n}\u00a0oppstarter"), ("{n}\u00a0oppstart", "{n}\u00a0oppstartar"))
STOPS = Plural(("{n}\u00a0stoppkrav", "{n}\u00a0stoppkrav"), ("{n}\u00a0stoppkrav", "{n}\u00a0stoppkrav"))

# Facts at the top.
AS_OF = Both("Per", "Per")
NOT_STARTED = Both("Ikke startet", "Ikkje starta")
STARTED = Both("Har startet", "Har starta")
NEXT_START = Both("Neste oppstart", "Neste oppstart")

# What the group is asked.
ASKED = Both("Dette ber vi styringsgruppen om", "Dette ber vi styringsgruppa om")
NOTHING_ASKED = Both("Ingen vedtak trengs nå.", "Det trengst ingen vedtak no.")
SOON = Both(
    "Ta stilling til oppstarten for {customers} som ikke rekker datoen, og som skal starte innen {until}. Se side 2.",
    "Ta stilling til oppstarten for {customers} som ikkje rekk datoen, og som skal starte innan {until}. Sjå side 2.",
)
SILENT = Both(
    "Be {customers} om svar nå: oppstarten er om under 60 dager, og de har svart på for "
    "lite til at noen vet om datoen holder.",
    "Be {customers} om svar no: oppstarten er om under 60 dagar, og dei har svart på for "
    "lite til at nokon veit om datoen held.",
)
HOLDING = Plural(
    (
        "Sørg for at {n}\u00a0svar fra HPAS kommer: de holder tilbake {stops} hos kundene.",
        "Sørg for at {n}\u00a0svar fra HPAS kommer: de holder tilbake {stops} hos kundene.",
    ),
    (
        "Syt for at {n}\u00a0svar frå HPAS kjem: det held tilbake {stops} hos kundane.",
        "Syt for at {n}\u00a0svar frå HPAS kjem: dei held tilbake {stops} hos kundane.",
    ),
)
CONFLICTS = Plural(
    (
        "Avklar hvem som dekker {n}\u00a0overbooking av roller som flere kunder deler. "
        "Den første er {role}, {weeks}, med {most} prosent.",
        "Avklar hvem som dekker {n}\u00a0overbookinger av roller som flere kunder deler. "
        "Den første er {role}, {weeks}, med {most} prosent.",
    ),
    (
        "Avklar kven som dekkjer {n}\u00a0overbooking av roller som fleire kundar deler. "
        "Den første er {role}, {weeks}, med {most} prosent.",
        "Avklar kven som dekkjer {n}\u00a0overbookingar av roller som fleire kundar deler. "
        "Den første er {role}, {weeks}, med {most} prosent.",
    ),
)
CLOSED = Both(
    "Flytt eller bekreft {starts} i tider der ingen bør starte: {days}.",
    "Flytt eller stadfest {starts} i tider der ingen bør starte: {days}.",
)
TIGHT = Both(
    "Bestem om {starts} kan stå med for kort tid siden forrige eller flere kunder enn HPAS kan følge: {days}.",
    "Avgjer om {starts} kan stå med for kort tid sidan førre eller fleire kundar enn HPAS kan følgje: {days}.",
)
MORE = Both("{more} til", "{more} til")
AND_MORE = Both("og {more} til.", "og {more} til.")

# How the customers stand.
STANDING = Both("Hvordan kundene står", "Korleis kundane står")
VERDICT = Both("Konklusjon", "Konklusjon")
TODAY = Both("I dag", "I dag")
THEN = Both("For en måned siden", "For ein månad sidan")
SINCE = Both("De samme i dag", "Dei same i dag")
NOT_SEEN = Both(
    "Ingen av dem hadde sendt inn noe for en måned siden. Da er det ingen utvikling å vise ennå.",
    "Ingen av dei hadde sendt inn noko for ein månad sidan. Då er det inga utvikling å vise enno.",
)
MOVED = Both(
    "«For en måned siden» er det siste de hadde sendt inn da. {customers} hadde sendt inn: "
    "{better} står bedre i dag, og {worse} dårligere. De andre står likt, eller har svart "
    "på for lite til å si det.",
    "«For ein månad sidan» er det siste dei hadde sendt inn då. {customers} hadde sendt inn: "
    "{better} står betre i dag, og {worse} dårlegare. Dei andre står likt, eller har svart "
    "på for lite til å seie det.",
)

# The go-lives.
WAVES = Both("Oppstartene", "Oppstartane")
TONE_BAD = Both("datoen holder ikke", "datoen held ikkje")
TONE_OPEN = Both("for få svar", "for få svar")
TONE_FAIR = Both("på etterskudd eller med vilkår", "på etterskot eller med vilkår")
TONE_GOOD = Both("i rute eller klar", "i rute eller klar")
PER_MONTH = Both(
    "Kunder per måned, delt etter konklusjon. De samme tallene står i tabellen.",
    "Kundar per månad, delte etter konklusjon. Dei same tala står i tabellen.",
)
PER_START = Both(
    "Kunder per oppstart, delt etter konklusjon. De samme tallene står i tabellen.",
    "Kundar per oppstart, delte etter konklusjon. Dei same tala står i tabellen.",
)
START = Both("Oppstart", "Oppstart")
HOW_MANY = Both("Kunder", "Kundar")
FAILS = Both("Holder ikke", "Held ikkje")
TOO_FEW = Both("For få svar", "For få svar")
HARD_STOPS = Both("Stoppkrav", "Stoppkrav")
DAYS_SINCE = Both("Dager siden forrige", "Dagar sidan førre")
MARKED = Both("Merket", "Merkt")
NO_WAVES = Both("Ingen oppstarter er planlagt.", "Ingen oppstartar er planlagde.")
MORE_WAVES = Both("og {starts} til, den siste {day}.", "og {starts} til, den siste {day}.")

# Who stands worst.
WORST = Both("Hvem som ligger dårligst an, og hvorfor", "Kven som ligg dårlegast an, og kvifor")
CUSTOMER = Both("Kunde", "Kunde")
WHAT_FAILS = Both("Det som svikter", "Det som sviktar")
EARLIEST = Both("Tidligst forsvarlig", "Tidlegast forsvarleg")
NO_STOP_FAILS = Both(
    "Mye er på etterskudd, men ingen stoppkrav svikter.", "Mykje er på etterskot, men ingen stoppkrav sviktar."
)
NOT_KNOWN = Both("ikke kjent", "ikkje kjend")
NOBODY_WORST = Both(
    "Ingen kunder er på etterskudd eller har stoppkrav som ikke rekker datoen.",
    "Ingen kundar er på etterskot eller har stoppkrav som ikkje rekk datoen.",
)
IN_ALL = Both(
    "I alt {customers} rekker ikke datoen. Alle står på Sammenligning i Klarsjekk.",
    "I alt {customers} rekk ikkje datoen. Alle står på Samanlikning i Klarsjekk.",
)

# What HPAS owes.
OWED = Both("Det HPAS selv skylder", "Det HPAS sjølv skuldar")
AWAITED = Both("Svar som kundene venter på", "Svar som kundane ventar på")
WITH = Both("Hos", "Hos")
SHOULD_BE_GIVEN = Both("Skulle vært gitt", "Skulle vore gitt")
LATE = Both("{due}, {days} siden", "{due}, {days} sidan")
WAITS = Plural(
    (
        "{n}\u00a0innsending venter på kvalitetssikring, og {waivers} unntak på svar.",
        "{n}\u00a0innsendinger venter på kvalitetssikring, og {waivers} unntak på svar.",
    ),
    (
        "{n}\u00a0innsending ventar på kvalitetssikring, og {waivers} unntak på svar.",
        "{n}\u00a0innsendingar ventar på kvalitetssikring, og {waivers} unntak på svar.",
    ),
)
NOTHING_OWED = Both(
    "Ingen kunder venter på svar fra HPAS nå. {waits}", "Ingen kundar ventar på svar frå HPAS no. {waits}"
)
MORE_OWED = Both(
    "og {more} til på «HPAS selv» i Klarsjekk. {waits}", "og {more} til på «HPAS sjølv» i Klarsjekk. {waits}"
)

SHARED_ROLES = Both(
    "Roller som flere kunder deler, over 100 prosent", "Roller som fleire kundar deler, over 100 prosent"
)
ROLE = Both("{role}: {most} prosent, {weeks}", "{role}: {most} prosent, {weeks}")
WHAT_IT_IS = Both("Hva tallene er", "Kva tala er")
BASIS = Both(
    "Tallene er regnet av det kundene selv har svart, med godkjente unntak og det HPAS har svart. «Datoen holder ikke» "
    "betyr at minst ett stoppkrav ikke rekker oppstarten. Klarsjekk vet ikke om svarene er riktige.",
    "Tala er rekna av det kundane sjølve har svart, med godkjende unntak og det HPAS har svart. «Datoen held ikkje» "
    "betyr at minst eitt stoppkrav ikkje rekk oppstarten. Klarsjekk veit ikkje om svara er rette.",
)
