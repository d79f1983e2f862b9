"""What a card of a review says."""

from language.both import Both, Plural, Words
from scoring.review.proposals import Proposed

WHY = Words(
    {
        Proposed.FAILING_STOP: ("stoppkrav som ikke er der det skal være", "stoppkrav som ikkje er der det skal vere"),
        Proposed.STOP: "stoppkrav",
        Proposed.NOT_APPLICABLE: ("merket ikke aktuelt", "merkt ikkje aktuelt"),
        Proposed.CHANGED: ("endret siden sist", "endra sidan sist"),
        Proposed.CONTRADICTION: ("stemmer ikke med et annet svar", "stemmer ikkje med eit anna svar"),
        Proposed.SAMPLE: ("stikkprøve", "stikkprøve"),
    }
)
CUSTOMER_SAYS = Both("Kunden svarer:", "Kunden svarar:")
SAME_AS_BEFORE = Both(
    "Svaret er likt som ved forrige kvalitetssikring.", "Svaret er likt som ved førre kvalitetssikring."
)
AT_LAST_REVIEW = Both("Ved forrige kvalitetssikring:", "Ved førre kvalitetssikring:")
NOT_FILLED_IN = Both("ikke fylt ut", "ikkje fylt ut")
MORE_ROWS = Plural(
    ("· og {n}\u00a0rad til", "· og {n}\u00a0rader til"), ("· og {n}\u00a0rad til", "· og {n}\u00a0rader til")
)
COMMENT = Both("Kommentar: {text}", "Kommentar: {text}")
PROOF = Both("Dokumentasjon: {text}", "Dokumentasjon: {text}")
WHAT_COUNTS = Both("Hva som teller", "Kva som tel")
EXPECTED = Both("**Forventet:** {what}", "**Venta:** {what}")
EVIDENCE = Both("**Bevis:** {what}", "**Bevis:** {what}")
LEVEL = Both("- **Nivå {level}:** {what}", "- **Nivå {level}:** {what}")
AGREES = Both("HPAS er enig", "HPAS er einig")
DISAGREES = Both("HPAS er uenig", "HPAS er ueinig")
CARRIED = Both(" (båret over fra forrige kvalitetssikring)", " (bore over frå førre kvalitetssikring)")
TOGETHER = Both(" (enig samlet, ikke sett på for seg)", " (einig samla, ikkje sett på for seg)")
AGREE = Both("Enig", "Einig")
DISAGREE_OR_REMARK = Both("Uenig, eller med merknad", "Ueinig, eller med merknad")
REASON_OR_REMARK = Both("Begrunnelse eller merknad", "Grunngiving eller merknad")
SAVE_RATING = Both("Lagre vurderingen", "Lagre vurderinga")
AGREE_WITH_REMARK = Both("Enig, med merknaden", "Einig, med merknaden")
