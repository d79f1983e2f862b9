"""What setting an owner on several actions says."""

from language.both import Both

OF_SEVERAL = Both("Sett eier på flere", "Set eigar på fleire")
ACTIONS = Both("Tiltak", "Tiltak")
CHOOSE = Both("Velg tiltak", "Vel tiltak")
SET_OWNER = Both("Sett eier", "Set eigar")
IS_SET = Both("Eieren er satt.", "Eigaren er sett.")
NOBODY = Both("Velg hvem, eller skriv et navn.", "Vel kven, eller skriv eit namn.")
NOTHING = Both("Velg minst ett tiltak.", "Vel minst eitt tiltak.")
