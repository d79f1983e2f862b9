"""What the small form that plans an action says."""

from language.both import Both

WHAT = Both("Hva skal gjøres?", "Kva skal gjerast?")
WHO = Both("Hvem gjør det?", "Kven gjer det?")
DUE = Both("Frist", "Frist")
PUT_IN = Both("Legg i planen", "Legg i planen")
IS_PUT_IN = Both("Tiltaket er lagt i planen.", "Tiltaket er lagt i planen.")
