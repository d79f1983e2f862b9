"""What each letter says."""

from language.both import Both, Plural

AUTOMATIC = Both("Brevet er sendt automatisk av Klarsjekk.", "Brevet er sendt automatisk av Klarsjekk.")
SWITCH_OFF = Both(
    "Vil du ikke ha slike brev? Slå dem av på siden «Varsler» i Klarsjekk: {address}",
    "Vil du ikkje ha slike brev? Slå dei av på sida «Varsel» i Klarsjekk: {address}",
)
OPEN_APP = Both("Åpne Klarsjekk", "Opne Klarsjekk")
QUESTIONS = Plural(("{n}\u00a0spørsmål", "{n}\u00a0spørsmål"), ("{n}\u00a0spørsmål", "{n}\u00a0spørsmål"))

# The week of a customer.
WEEK = Both("Uken som kommer: {whose}", "Veka som kjem: {whose}")
NO_DATE = Both(
    "{customer} har ikke fått en dato for oppstart ennå. Da kan vi ikke si hva som haster.",
    "{customer} har ikkje fått ein dato for oppstart enno. Då kan vi ikkje seie kva som hastar.",
)
STARTS = Both("{customer} starter {day}. {away}.", "{customer} startar {day}. {away}.")
ANSWER_MORE = Both(
    "Svar på flere spørsmål, så sier vi hva dere bør gjøre først.",
    "Svar på fleire spørsmål, så seier vi kva de bør gjere først.",
)
YOURS = Both("Spørsmål du selv skal svare på", "Spørsmål du sjølv skal svare på")
CONDITIONS = Both("Vilkår i beslutningen", "Vilkår i avgjerda")
CHANGED = Both("Endret siden forrige mandag", "Endra sidan førre måndag")
FIRST = Both("Dette først", "Dette først")
LATE = Both("Mer som er på etterskudd", "Meir som er på etterskot")
OWED = Both("Dette venter dere på fra andre", "Dette ventar de på frå andre")
SHOULD_HAVE = Both("skulle vært på plass {day}", "skulle vore på plass {day}")
DUE = Both("frist {day}", "frist {day}")
DUE_BEGIN = Both("frist {day}, begynn senest {begin}", "frist {day}, byrj seinast {begin}")

# The week of someone who has been given questions.
WAITS_FOR_YOU = Both("Spørsmål som venter på deg: {customer}", "Spørsmål som ventar på deg: {customer}")
GIVEN = Both(
    "{customer} gjør seg klar til å ta i bruk Helseplattformen, og har gitt deg {given}. "
    "{answered} er besvart. {left} står igjen.",
    "{customer} gjer seg klar til å ta i bruk Helseplattformen, og har gitt deg {given}. "
    "{answered} har svar. {left} står att.",
)
ANSWER_FIRST = Both("Svar på disse først", "Svar på desse først")
ANSWER_IN_APP = Both("Svar i Klarsjekk", "Svar i Klarsjekk")

# The week of HPAS.
NOTHING_WAITS = Both("Ingenting venter på dere denne uken.", "Ingenting ventar på dykk denne veka.")
LOOK_AT = Both("Dette bør dere se på denne uken.", "Dette bør de sjå på denne veka.")

# A reminder by hand. YOU: in the place of the customer's name, in a text to several.
YOU = Both("dere", "dykk")
NUDGE = Both("Klarsjekk venter på svar fra {whose}", "Klarsjekk ventar på svar frå {whose}")
A_WHILE = Both(
    "Det er en stund siden vi så noe nytt fra {whose} i Klarsjekk.",
    "Det er ei stund sidan vi såg noko nytt frå {whose} i Klarsjekk.",
)
ANSWER_NOW = Both(
    "Svar på det dere vet nå. Da ser både dere og vi hva som mangler, mens det ennå er tid til å gjøre noe med det. "
    "Det dere ikke vet, kan dere dele ut til dem som vet det.",
    "Svar på det de veit no. Då ser både de og vi kva som manglar, medan det enno er tid til å gjere noko med det. "
    "Det de ikkje veit, kan de dele ut til dei som veit det.",
)
TELL_HPAS = Both("Stopper noe opp, så si fra til HPAS.", "Stoppar noko opp, så sei frå til HPAS.")
BY_HAND = Both("Brevet er sendt fra HPAS gjennom Klarsjekk.", "Brevet er sendt frå HPAS gjennom Klarsjekk.")

# Deadlines.
NEARING = Both("Frister som nærmer seg: {customers}", "Fristar som nærmar seg: {customers}")
PASSED = Both("Frister som er passert: {customers}", "Fristar som er passerte: {customers}")
TO_KNOW = Both("Her er frister du bør vite om.", "Her er fristar du bør vite om.")
HEADING_NEARING = Both("Nærmer seg", "Nærmar seg")
HEADING_PASSED = Both("Passert", "Passerte")
ACTION = Both("Tiltak: {line}", "Tiltak: {line}")
TODAY = Both("i dag", "i dag")
TOMORROW = Both("i morgen", "i morgon")
IN_DAYS = Both("om {left} dager", "om {left} dagar")
AGO = Both("for {days} siden", "for {days} sidan")

# After the go-live.
STARTED = Both("Startet dere? {customer}", "Starta de? {customer}")
NOT_CONFIRMED = Both(
    "{customer} skulle starte {day}. Ingen har bekreftet at dere gjorde det.",
    "{customer} skulle starte {day}. Ingen har stadfesta at de gjorde det.",
)
WHICH_DAY = Both(
    "Bekreft hvilken dag dere startet. Ble det utsatt, så be HPAS sette en ny dato.",
    "Stadfest kva dag de starta. Blei det utsett, så be HPAS setje ein ny dato.",
)
CONFIRM = Both("Bekreft i Klarsjekk", "Stadfest i Klarsjekk")
DAYS_AFTER = Both("{days} dager etter oppstart: {customer}", "{days} dagar etter oppstart: {customer}")
HOW_IT_WENT = Both(
    "Det er gått {days} dager siden {customer} startet. Nå spør vi hvordan det gikk.",
    "Det har gått {days} dagar sidan {customer} starta. No spør vi korleis det gjekk.",
)
TEN_FIGURES = Both(
    "Det er rundt ti tall. Det dere ikke vet, svarer dere «vet ikke» på. Tallene viser hva som burde vært "
    "sett før oppstart, og hjelper dem som starter etter dere.",
    "Det er rundt ti tal. Det de ikkje veit, svarar de «veit ikkje» på. Tala viser kva som burde vore "
    "sett før oppstart, og hjelper dei som startar etter dykk.",
)
GIVE_FIGURES = Both("Før tallene i Klarsjekk", "Før tala i Klarsjekk")

# An invitation.
INVITED = Both("Du er invitert til Klarsjekk: {whom}", "Du er invitert til Klarsjekk: {whom}")
BY_AND_ROLE = Both(
    "{by} har invitert deg til Klarsjekk for {whom}. Rollen din er {role}.",
    "{by} har invitert deg til Klarsjekk for {whom}. Rolla di er {role}.",
)
AN_ADMIN = Both("En administrator", "Ein administrator")
WHAT_FOR = Both(
    "I Klarsjekk ser dere hva som mangler før dere tar i bruk Helseplattformen, mens det ennå er tid til å gjøre noe.",
    "I Klarsjekk ser de kva som manglar før de tek i bruk Helseplattformen, medan det enno er tid til å gjere noko.",
)
GO_TO = Both(
    "Gå til {app}, og logg inn med jobbkontoen som har adressen {address}. En annen adresse slipper ikke inn.",
    "Gå til {app}, og logg inn med jobbkontoen som har adressa {address}. Ei anna adresse slepp ikkje inn.",
)
GO_WHERE_TOLD = Both(
    "Gå til adressen du får av den som inviterte deg, og logg inn med jobbkontoen som har adressen {address}. "
    "En annen adresse slipper ikke inn.",
    "Gå til adressa du får av den som inviterte deg, og logg inn med jobbkontoen som har adressa {address}. "
    "Ei anna adresse slepp ikkje inn.",
)
LOG_IN = Both("Logg inn i Klarsjekk", "Logg inn i Klarsjekk")
UNKNOWN_TO_YOU = Both(
    "Kjenner du ikke til dette, kan du se bort fra brevet.", "Kjenner du ikkje til dette, kan du sjå bort frå brevet."
)
