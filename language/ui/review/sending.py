"""What is said of sending in, and of each time it was sent."""

from language.both import Both

SEND_TO_HPAS = Both("Send til HPAS", "Send til HPAS")
NO_DAY = Both(
    "Dere kan sende inn når datoen for oppstart er bestemt. {then}",
    "De kan sende inn når datoen for oppstart er bestemt. {then}",
)
STARTED = Both(
    "Dere har startet, så det er ikke noe å sende inn til oppstarten. Hvordan det gikk, fører dere under «Etter oppstart».",
    "De har starta, så det er ikkje noko å sende inn til oppstarten. Korleis det gjekk, fører de under «Etter oppstart».",
)
ABOUT = Both(
    "Når dere sender inn, fryser vi svarene slik de er nå, så HPAS kan se på dem. Dere kan fortsette å svare mens de ser. "
    "{answered} av {asked} spørsmål er besvart.",
    "Når de sender inn, frys vi svara slik dei er no, så HPAS kan sjå på dei. De kan halde fram med å svare medan HPAS ser. "
    "{answered} av {asked} spørsmål har svar.",
)
STOPS_WITHOUT_ANSWER = Both(
    "{n}\u00a0stoppkrav som gjelder nå, mangler svar:\n{titles}",
    "{n}\u00a0stoppkrav som gjeld no, manglar svar:\n{titles}",
)
ONLY_THE_LEAD = Both(
    "Bare prosjektlederen hos kunden kan sende inn.", "Berre prosjektleiaren hos kunden kan sende inn."
)
SEND_ANYWAY = Both("Send inn likevel, som ufullstendig", "Send inn likevel, som ufullstendig")
SEND_IN = Both("Send inn til HPAS", "Send inn til HPAS")
SENT = Both("Vurderingen er sendt til HPAS.", "Vurderinga er send til HPAS.")
FROZEN = Both(
    "Svarene er frosset slik de er nå. Last ned vurderingsfilen, og send den til HPAS.",
    "Svara er frosne slik dei er no. Last ned vurderingsfila, og send henne til HPAS.",
)
DOSSIER_TO_HPAS = Both("Vurderingsfil til HPAS", "Vurderingsfil til HPAS")
WAITING = Both(
    "Sendt inn {when}, {days} før oppstart: {state}.",
    "Sendt inn {when}, {days} før oppstart: {state}.",
)
TOO_EARLY = Both(
    "Har dere sendt for tidlig, kan dere ta den tilbake til HPAS har begynt å se på den.",
    "Har de sendt for tidleg, kan de ta vurderinga tilbake til HPAS har byrja å sjå på henne.",
)
TAKE_BACK = Both("Ta tilbake", "Ta tilbake")
TAKEN_BACK = Both("Vurderingen er tatt tilbake.", "Vurderinga er teken tilbake.")
SENT_BEFORE = Both("Sendt inn før", "Sendt inn før")
NONE_YET = Both("Ingenting er sendt inn ennå.", "Ingenting er sendt inn enno.")
ASSESSMENT = Both("Vurdering", "Vurdering")
ONE_SENT = Both("{day}, {days} før oppstart: {state}", "{day}, {days} før oppstart: {state}")
ONE_SENT_INCOMPLETE = Both(
    "{day}, {days} før oppstart, ufullstendig: {state}", "{day}, {days} før oppstart, ufullstendig: {state}"
)
LOOKED_AT = Both(
    "HPAS har sett på {answers} og er uenig i {apart}\u00a0av dem.",
    "HPAS har sett på {answers} og er ueinig i {apart}\u00a0av dei.",
)
YOU_ANSWERED = Both("Dere svarte:", "De svara:")
HPAS_THINKS = Both("HPAS mener:", "HPAS meiner:")
