"""What the form that gives a question to someone says."""

from language.both import Both

WHO = Both("Hvem skal svare?", "Kven skal svare?")
GIVE = Both("Gi spørsmålet", "Gi spørsmålet")
TAKE_BACK = Both("Ta tilbake fra {name}", "Ta tilbake frå {name}")
NOBODY_CHOSEN = Both("Velg hvem, eller skriv et navn.", "Vel kven, eller skriv eit namn.")
TAKEN_BACK = Both("Spørsmålet er tatt tilbake.", "Spørsmålet er tatt tilbake.")
GIVEN = Both("Spørsmålet er gitt til {name}.", "Spørsmålet er gitt til {name}.")
