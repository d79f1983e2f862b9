"""What is said of when the solution is built, tested and taught."""

from language.both import Both

PHASES = Both("Bygging, test og opplæring", "Bygging, test og opplæring")
CORRECTED = Both("Datoene er rettet for dere: {reason}", "Datoane er retta for dykk: {reason}")
CORRECT = Both("Rett datoene for dere", "Rett datoane for dykk")
HOW_TO_CORRECT = Both(
    "HPAS gir datoene for bølgen. Er de andre hos dere, skriv dem her og hvorfor. Tomme felt tar dem tilbake.",
    "HPAS gir datoane for bølgja. Er dei andre hos dykk, skriv dei her og kvifor. Tomme felt tek dei tilbake.",
)
GIVE = Both("Gi datoene for bølgen", "Gi datoane for bølgja")
HOW_TO_GIVE = Both(
    "Datoene gjelder alle i bølgen. En kunde kan rette dem for seg, med en grunn.",
    "Datoane gjeld alle i bølgja. Ein kunde kan rette dei for seg, med ein grunn.",
)
TO_PICTURE = Both("Se når det bygges, testes og læres", "Sjå når det blir bygd, testa og lært")
NOBODY_SAID = Both(
    "Ingen har sagt når løsningen ligger fast, eller når test og opplæring begynner.",
    "Ingen har sagt når løysinga ligg fast, eller når test og opplæring byrjar.",
)
ANEW = Both(
    "{overlaps} Det som er prøvd eller lært på en løsning i bevegelse, må gjøres på nytt. Til da teller ikke siste trinn.",
    "{overlaps} Det som er prøvt eller lært på ei løysing i rørsle, må gjerast på nytt. Til då tel ikkje siste trinn.",
)
LEGEND = Both(
    "Skravert: fasen går mens det fortsatt bygges. Prikket strek: i dag. Hel strek: oppstart.",
    "Skravert: fasen går medan det framleis blir bygd. Prikka strek: i dag. Heil strek: oppstart.",
)
PHASE = Both("Fase", "Fase")
FROM = Both("Fra", "Frå")
TO = Both("Til", "Til")
OVERLAP = Both("Overlapp", "Overlapp")
DESCRIBED = Both(
    "Fasene med dager og hvor lenge de overlapper byggingen", "Fasane med dagar og kor lenge dei overlappar bygginga"
)
WHY_OTHERS = Both("Hvorfor er de andre hos dere?", "Kvifor er dei andre hos dykk?")
SAVE = Both("Lagre datoene", "Lagre datoane")
SAVED = Both("Datoene er lagret.", "Datoane er lagra.")
