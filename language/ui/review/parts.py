"""What the parts of Kvalitetssikring are called."""

from language.both import Both, Words

PARTS = Words(
    {
        "waiting": ("Venter", "Ventar"),
        "done": "Ferdig vurdert",
        "waivers": "Unntak",
        "apart": ("Uenighet", "Usemje"),
    }
)
WHAT_TO_SEE = Both("Hva du vil se", "Kva du vil sjå")
TAKE_AWAY = Both("Ta vurderingene med deg", "Ta vurderingane med deg")
