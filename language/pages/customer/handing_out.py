"""What the page Fordeling says first."""

from language.both import Both

TITLE = Both("Fordeling", "Fordeling")
HOW = Both(
    "Gi spørsmålene til dem som vet svaret, en hel rolle om gangen. Velg en som har tilgang, eller skriv navnet på en "
    "annen. Et nytt valg gjelder hele rollen.",
    "Gi spørsmåla til dei som veit svaret, ei heil rolle om gongen. Vel ein som har tilgang, eller skriv namnet på ein "
    "annan. Eit nytt val gjeld heile rolla.",
)
