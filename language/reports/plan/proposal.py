"""What the paper for who decides says of the proposed decision, the date and the alternatives."""

from language.both import Both, Plural, Words
from scoring.vocabulary import CustomerType, QuestionnaireType

WHO_DECIDES = Words[QuestionnaireType](
    {
        CustomerType.MUNICIPALITY: "kommunedirektøren",
        CustomerType.HEALTH_TRUST: ("administrerende direktør", "administrerande direktør"),
        CustomerType.GP_OFFICE: ("legene ved kontoret", "legane ved kontoret"),
    }
)
MANAGEMENT = Both("ledelsen", "leiinga")
SET_A_DATE = Both("Vi setter en dato for oppstart sammen med HPAS.", "Vi set ein dato for oppstart saman med HPAS.")
AGAIN_WITH_A_DATE = Both(
    "Saken legges fram på nytt når datoen er satt. Først da kan vi si hva som skal være på plass når.",
    "Saka blir lagd fram på nytt når datoen er sett. Først då kan vi seie kva som skal vere på plass når.",
)
CONFIRM_OR_MOVE = Both(
    "Oppstarten var satt til {day}. Bekreft at den er gjennomført, eller sett en ny dato.",
    "Oppstarten var sett til {day}. Stadfest at han er gjennomført, eller set ein ny dato.",
)
HOLD_FOR_NOW = Both(
    "Vi holder oppstarten {day} inntil videre, på vilkårene i denne saken.",
    "Vi held oppstarten {day} inntil vidare, på vilkåra i denne saka.",
)
HOLD_ON_CONDITIONS = Both(
    "Vi holder oppstarten {day}, på vilkårene i denne saken.", "Vi held oppstarten {day}, på vilkåra i denne saka."
)
HOLD = Both("Vi holder oppstarten {day}.", "Vi held oppstarten {day}.")
AGAIN_IF_WORSE = Both(
    "Blir et svar dårligere før oppstarten, legges saken fram på nytt.",
    "Blir eit svar dårlegare før oppstarten, blir saka lagd fram på nytt.",
)
DO_NOT_HOLD = Both("Vi holder ikke oppstarten {day}.", "Vi held ikkje oppstarten {day}.")
NO_DATE_YET = Both(
    "{first} En ny dato kan vi først foreslå når flere av spørsmålene er besvart.",
    "{first} Ein ny dato kan vi først foreslå når fleire av spørsmåla har svar.",
)
ASK_TO_MOVE = Both(
    "{first} Vi ber HPAS om ny oppstart {day} eller senere.", "{first} Vi ber HPAS om ny oppstart {day} eller seinare."
)
CONDITIONS_FOLLOW = Both(
    "Vilkårene i denne saken gjelder for den nye datoen.", "Vilkåra i denne saka gjeld for den nye datoen."
)
AGAIN_WHEN_ANSWERED = Both(
    "Saken legges fram på nytt når HPAS har svart.", "Saka blir lagd fram på nytt når HPAS har svart."
)
NO_STAND = Both("Vi tar ikke stilling til datoen nå.{lacking}", "Vi tek ikkje stilling til datoen no.{lacking}")
LACKING = Plural(
    (" {n}\u00a0spørsmål som gjelder nå, mangler svar.",) * 2, (" {n}\u00a0spørsmål som gjeld no, manglar svar.",) * 2
)
GET_ANSWERS = Both(
    "Prosjektlederen sørger for at spørsmålene blir besvart. Så legges saken fram på nytt.",
    "Prosjektleiaren sørgjer for at spørsmåla får svar. Så blir saka lagd fram på nytt.",
)
AGAIN_IF_LATE = Both(
    "Blir ikke det som er på etterskudd, hentet inn, legges saken fram på nytt.",
    "Blir ikkje det som er på etterskot, henta inn, blir saka lagd fram på nytt.",
)
CATCH_UP = Both(
    "Det som er på etterskudd, kan hentes inn til {day}. Prosjektlederen legger fram en ny vurdering før det.",
    "Det som er på etterskot, kan hentast inn til {day}. Prosjektleiaren legg fram ei ny vurdering før det.",
)
ELSE_MOVE = Both(
    "Er vilkårene ikke i gang da, ber vi HPAS om en ny dato.", "Er vilkåra ikkje i gang då, ber vi HPAS om ein ny dato."
)
NEXT_STOPS = Plural(
    ("Prosjektlederen legger fram en ny vurdering {day}. Da må {n}\u00a0stoppkrav ha nådd neste trinn.",) * 2,
    ("Prosjektleiaren legg fram ei ny vurdering {day}. Då må {n}\u00a0stoppkrav ha nådd neste trinn.",) * 2,
)
NO_DATE = Both("Ingen dato er satt.", "Ingen dato er sett.")
PASSED = Both(
    "{day} er passert. Ingen har bekreftet at oppstarten er gjennomført.",
    "{day} er passert. Ingen har stadfesta at oppstarten er gjennomført.",
)
TOO_FEW_ANSWERS = Both(
    "For få spørsmål er besvart til å si hvilken dato som holder.",
    "For få spørsmål har svar til å seie kva dato som held.",
)
EARLIEST = Both(
    "Tidligste forsvarlige oppstart er {day}, {late} etter datoen som gjelder nå.",
    "Tidlegaste forsvarlege oppstart er {day}, {late} etter datoen som gjeld no.",
)
BARELY_HOLDS = Both("{day} holder så vidt.", "{day} held så vidt.")
HOLDS = Both("{day} holder: stoppkravene kan være på plass i tide.", "{day} held: stoppkrava kan vere på plass i tide.")
KEEP = Both("Holde {day}", "Halde {day}")
KEEP_ON_CONDITIONS = Both("Holde {day} med vilkår", "Halde {day} med vilkår")
MOVE_TO = Both("Flytte til {day} eller senere", "Flytte til {day} eller seinare")
MOVE = Both("Flytte oppstarten", "Flytte oppstarten")
WAIT = Both("Vente til spørsmålene er besvart", "Vente til spørsmåla har svar")
WAIT_MEANS = Both(
    "Da vet vi hva som mangler, og hvilken dato som holder.", "Då veit vi kva som manglar, og kva dato som held."
)
KEEP_IN_VAIN = Plural(
    (
        "{n}\u00a0stoppkrav rekker ikke datoen med vanlig arbeid. Vi starter uten at de er oppfylt, og uten at HPAS har godkjent det.",
    )
    * 2,
    (
        "{n}\u00a0stoppkrav rekk ikkje datoen med vanleg arbeid. Vi startar utan at det er oppfylt, og utan at HPAS har godkjent det.",
        "{n}\u00a0stoppkrav rekk ikkje datoen med vanleg arbeid. Vi startar utan at dei er oppfylte, og utan at HPAS har godkjent det.",
    ),
)
NOBODY_KNOWS = Both(
    "Ingen vet om datoen holder. Det kan vise seg for sent til å flytte den.",
    "Ingen veit om datoen held. Det kan vise seg for seint til å flytte han.",
)
KEEP_IF_CAUGHT_UP = Both(
    "Mulig bare om det som er på etterskudd, blir hentet inn. Uten vilkår har ingen ansvar for at det skjer.",
    "Mogleg berre om det som er på etterskot, blir henta inn. Utan vilkår har ingen ansvar for at det skjer.",
)
NOBODY_RESPONSIBLE = Both(
    "Da sier vi ja uten at noen har ansvar for det som gjenstår.",
    "Då seier vi ja utan at nokon har ansvar for det som står igjen.",
)
STOPS_STAND = Both(
    "Alle stoppkrav er der de skal være nå. {next_stops}", "Alle stoppkrav er der dei skal vere no. {next_stops}"
)
ALL_IN_PLACE = Both("Alt som skal være på plass, er på plass.", "Alt som skal vere på plass, er på plass.")
FASTER_OR_WAIVED = Both(
    "Hvert stoppkrav som ikke rekker datoen, må få en raskere plan eller et unntak som HPAS godkjenner.{never}",
    "Kvart stoppkrav som ikkje rekk datoen, må få ein raskare plan eller eit unntak som HPAS godkjenner.{never}",
)
CONDITIONS_UNKNOWN = Both(
    "Vi vet ikke hvilke vilkår som trengs, før spørsmålene er besvart.",
    "Vi veit ikkje kva vilkår som trengst, før spørsmåla har svar.",
)
EACH_CONDITION = Both(
    "Hvert vilkår får en eier og en frist. Holder de ikke, tas datoen opp igjen.",
    "Kvart vilkår får ein eigar og ein frist. Held dei ikkje, blir datoen teken opp igjen.",
)
NOT_NEEDED = Both(
    "Ikke nødvendig nå: ingen stoppkrav er på etterskudd.", "Ikkje nødvendig no: ingen stoppkrav er på etterskot."
)
NEVER_WAIVED = Both(" Unntak gis ikke for {named}{more}.", " Det blir ikkje gitt unntak for {named}{more}.")
AND_MORE = Both(" og {n} til", " og {n} til")
DATE_UNKNOWN = Both(
    "Vi vet ikke hvilken dato som ville holdt, før flere spørsmål er besvart.",
    "Vi veit ikkje kva dato som ville ha halde, før fleire spørsmål har svar.",
)
MET_BY_THEN = Both(
    "Stoppkravene kan være oppfylt til da med vanlig arbeid. Planer, vakter og opplæring må legges om.",
    "Stoppkrava kan vere oppfylte til då med vanleg arbeid. Planar, vakter og opplæring må leggjast om.",
)
MOVED_FOR_NOTHING = Both(
    "Stoppkravene krever det ikke. Planer, vakter og opplæring må legges om, og det som er lært, må holdes ved like.",
    "Stoppkrava krev det ikkje. Planar, vakter og opplæring må leggjast om, og det som er lært, må haldast ved like.",
)
