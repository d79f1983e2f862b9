"""What is said of the reviewer of a group or region."""

from language.both import Both, Plural, Words

# The keys are the kinds of `service.people.group_reviewers`.
KINDS = Words({"group_name": "Gruppe", "region": "Region"})
TITLE = Both("Kvalitetssikrer for en gruppe eller region", "Kvalitetssikrar for ei gruppe eller ein region")
ABOUT = Both(
    "Den du velger, kvalitetssikrer alle kundene som hører til, også de som kommer senere. En kunde som har sin egen "
    "kvalitetssikrer, beholder den. Gruppen går foran regionen.",
    "Den du vel, kvalitetssikrar alle kundane som høyrer til, også dei som kjem seinare. Ein kunde som har sin eigen "
    "kvalitetssikrar, beheld han. Gruppa går føre regionen.",
)
NO_ACCESS = Both("har ikke tilgang lenger", "har ikkje tilgang lenger")
ONE_GROUP = Plural(
    ("{kind} {name}, {n}\u00a0kunde", "{kind} {name}, {n}\u00a0kunder"),
    ("{kind} {name}, {n}\u00a0kunde", "{kind} {name}, {n}\u00a0kundar"),
)
GROUP_OR_REGION = Both("Gruppe eller region", "Gruppe eller region")
SAVE = Both("Lagre", "Lagre")
SAVED = Both(
    "Kvalitetssikreren er lagret for alle som hører til.", "Kvalitetssikraren er lagra for alle som høyrer til."
)
