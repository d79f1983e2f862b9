"""What the switch between the two languages says."""

from language.both import Both, Language, Words

LABEL = Both("Språk", "Språk")
NAMES = Words({Language.BOKMAL: "Bokmål", Language.NYNORSK: "Nynorsk"})
