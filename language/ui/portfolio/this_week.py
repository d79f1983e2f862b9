"""What the lists of this week are told with."""

from language.both import Both, Plural

NOTHING_WAITS = Both("Ingenting venter på dere denne uken.", "Ingenting ventar på dykk denne veka.")
SHOW_ALL = Both("Vis alle {n}", "Vis alle {n}")
NOTHING_UNDER = Both("Ingenting nå under: {lists}.", "Ingenting no under: {lists}.")
TAKE_AWAY = Both("Ta tallene med deg", "Ta tala med deg")
BACK = Both("Tilbake til alle listene", "Tilbake til alle listene")
HEADING = Both("{title}: {n}", "{title}: {n}")
REMIND = Both("Minn på", "Minn på")
REMIND_ONE = Both("Minn kunden på å svare", "Minn kunden på å svare")
REMIND_ALL = Both("Minn alle {n} på å svare", "Minn alle {n} på å svare")
YES_REMIND = Plural(
    ("Ja, minn {n}\u00a0kunde", "Ja, minn {n}\u00a0kunder"), ("Ja, minn {n}\u00a0kunde", "Ja, minn {n}\u00a0kundar")
)
NO = Both("Nei", "Nei")
