"""What the line about what has changed since the reader was last here says."""

from language.both import Both

SINCE_LAST = Both("**Siden du var her sist, {moment}:** {counts}", "**Sidan du var her sist, {moment}:** {counts}")
SEE_CHANGES = Both("Se hva som er endret", "Sjå kva som er endra")
