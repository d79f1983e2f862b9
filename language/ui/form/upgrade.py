"""What is said when the questions have been revised since the customer began."""

from language.both import Both

REVISED = Both("Spørsmålene er revidert siden dere begynte", "Spørsmåla er reviderte sidan de byrja")
WHAT_CHANGES = Both(
    "Dere svarer på skjemaet slik det var da dere begynte. Her er det som blir annerledes om dere bytter til det nye. "
    "Svarene følger med. Ingenting blir slettet, og det dere har sendt inn, står som det var.",
    "De svarar på skjemaet slik det var då de byrja. Her er det som blir annleis om de byter til det nye. "
    "Svara følgjer med. Ingenting blir sletta, og det de har sendt inn, står som det var.",
)
ADDED = Both("Nye spørsmål", "Nye spørsmål")
CHANGED = Both("Nytt krav, eller ny måte å svare på", "Nytt krav, eller ny måte å svare på")
UNFIT = Both(
    "Må besvares på nytt, for det gamle svaret passer ikke lenger. Det blir liggende i historikken",
    "Må svarast på på nytt, for det gamle svaret passar ikkje lenger. Det blir liggjande i historikken",
)
REWORDED = Both("Bare ny ordlyd", "Berre ny ordlyd")
REMOVED = Both("Tas ut", "Blir tatt ut")
REPLACING = Both("Et nytt spørsmål for flere eller eldre", "Eit nytt spørsmål for fleire eller eldre")
NO_QUESTIONS = Both(
    "Spørsmålene er de samme. Det er terskler, temaer eller kilder som er endret.",
    "Spørsmåla er dei same. Det er tersklar, tema eller kjelder som er endra.",
)
MOVE = Both("Bytt til det nye skjemaet", "Byt til det nye skjemaet")
MOVED = Both("Dere svarer nå på det nye skjemaet.", "De svarar no på det nye skjemaet.")
IN_PLACE_OF = Both("«{new}» kommer i stedet for {old}", "«{new}» kjem i staden for {old}")
ANSWER_MOVES = Both("Svaret på {old} blir svar på «{new}»", "Svaret på {old} blir svar på «{new}»")
ANSWER_MOVES_AND_LEFT = Both(
    "Svaret på {old} blir svar på «{new}». Det dere svarte på {left}, kan dere fortsatt lese",
    "Svaret på {old} blir svar på «{new}». Det de svarte på {left}, kan de framleis lese",
)
