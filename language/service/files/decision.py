"""What the files of decisions are called, and what is in them."""

from language.both import Both

DECISIONS = Both("Beslutninger", "Avgjerder")
ABOUT_DECISIONS = Both(
    "Det som er besluttet om oppstarten, om det gjelder, og hvem som har skrevet under. Én linje per vilkår.",
    "Det som er avgjort om oppstarten, om det gjeld, og kven som har skrive under. Éi linje per vilkår.",
)
ALL_DECISIONS = Both("Beslutninger hos alle", "Avgjerder hos alle")
ABOUT_ALL_DECISIONS = Both(
    "Det alle kunder har besluttet, om det gjelder, og hvem som har skrevet under. Én linje per vilkår.",
    "Det alle kundar har avgjort, om det gjeld, og kven som har skrive under. Éi linje per vilkår.",
)
