"""What Metode says of how the verdict is reached, and how often it and the forecast hold."""

from language.both import Both, Words
from scoring.vocabulary import Verdict

VERDICT = Both("Konklusjonen", "Konklusjonen")
FIRST_RULE = Both(
    "Den første regelen som stemmer, avgjør. Ingen tall kan gå foran et stoppkrav.",
    "Den første regelen som stemmer, avgjer. Ingen tal kan gå føre eit stoppkrav.",
)
# Each with what it leads to, in their order.
RULES = (
    (
        Verdict.IN_USE,
        Both(
            "Datoen er passert, og kunden har bekreftet at den startet. Da hviler resten.",
            "Datoen er passert, og kunden har stadfesta at han starta. Då kviler resten.",
        ),
    ),
    (
        Verdict.NOT_READY,
        Both(
            "Et stoppkrav som er besvart, rekker ikke datoen og har ikke godkjent unntak.",
            "Eit stoppkrav som har svar, rekk ikkje datoen og har ikkje godkjent unntak.",
        ),
    ),
    (
        Verdict.UNDECIDED,
        Both("For få av spørsmålene som gjelder nå, er besvart.", "For få av spørsmåla som gjeld no, har svar."),
    ),
    (
        Verdict.NOT_READY,
        Both("Et stoppkrav som ikke er besvart, rekker ikke datoen.", "Eit stoppkrav utan svar rekk ikkje datoen."),
    ),
    (
        Verdict.BEHIND,
        Both(
            "Et stoppkrav er på etterskudd, mangler svar eller haster, eller for mye annet er på etterskudd. "
            "Det kan hentes inn.",
            "Eit stoppkrav er på etterskot, manglar svar eller hastar, eller for mykje anna er på etterskot. "
            "Det kan hentast inn.",
        ),
    ),
    (
        Verdict.CONDITIONAL,
        Both(
            "Et unntak er i bruk, eller HPAS har ikke sagt seg enig i at noe ikke er aktuelt.",
            "Eit unntak er i bruk, eller HPAS har ikkje sagt seg einig i at noko ikkje er aktuelt.",
        ),
    ),
    (Verdict.READY, Both("Alt som gjelder dere, er på plass.", "Alt som gjeld dykk, er på plass.")),
    (
        Verdict.ON_TRACK,
        Both(
            "Resten. Det som er på etterskudd, står ved navn.",
            "Resten. Det som er på etterskot, står ved namn.",
        ),
    ),
)
OUT_OF_REACH = Both(
    "Et stoppkrav **rekker ikke datoen** når det som gjenstår, vanligvis tar lenger tid enn dere har, og kravet må stå en tid "
    "før oppstart. Trinnene varsler tidlig. Marginen avgjør. Et **stoppkrav for fasen** har lang margin: det kan ikke tas "
    "igjen med tid alene, for eksempel når arbeidet med drift startet for sent.",
    "Eit stoppkrav **rekk ikkje datoen** når det som står igjen, vanlegvis tek lenger tid enn de har, og kravet må stå ei tid "
    "før oppstart. Trinna varslar tidleg. Marginen avgjer. Eit **stoppkrav for fasen** har lang margin: det kan ikkje takast "
    "igjen med tid åleine, til dømes når arbeidet med drift starta for seint.",
)
DAYS_AHEAD = Both(
    "**Dager etter eller foran planen** sier hvor mye, der konklusjonen sier hva slags. Planen er den som jobber jevnt fra "
    "trinn til trinn. Vi finner dagen på planen der dere er nå, og teller dagene til i dag.",
    "**Dagar etter eller føre planen** seier kor mykje, der konklusjonen seier kva slag. Planen er den som jobbar jamt frå "
    "trinn til trinn. Vi finn dagen på planen der de er no, og tel dagane til i dag.",
)
HOW_OFTEN = Both("Hvor ofte konklusjonen treffer", "Kor ofte konklusjonen treffer")
MADE_CUSTOMERS = Both(
    "Vi har laget tusen kunder av hvert slag for hvert skjema. Hvert spørsmål beveger seg jevnt fra trinn til trinn, så "
    "mange dager foran eller etter planen, med en spredning på to til fire uker mellom spørsmålene. Ingen av dem har lagt "
    "inn tiltak, og da haster mer enn det ellers ville gjort. Tabellen viser hvor mange av hundre som får hver konklusjon. "
    "Slik ser dere hvor mange falske alarmer dere må regne med, og hvor mye som kan gå forbi.",
    "Vi har laga tusen kundar av kvart slag for kvart skjema. Kvart spørsmål flyttar seg jamt frå trinn til trinn, så "
    "mange dagar føre eller etter planen, med ei spreiing på to til fire veker mellom spørsmåla. Ingen av dei har lagt "
    "inn tiltak, og då hastar meir enn det elles ville gjort. Tabellen viser kor mange av hundre som får kvar konklusjon. "
    "Slik ser de kor mange falske alarmar de må rekne med, og kor mykje som kan gå forbi.",
)
FORM = Both("Skjema", "Skjema")
# The keys are the columns of the tables, which the benchmarks write.
VERDICT_COLUMNS = Words(
    {
        "kind": ("Kundene er", "Kundane er"),
        "days": ("Dager til oppstart", "Dagar til oppstart"),
        "failing_stops": ("Stoppkrav som ikke rekker", "Stoppkrav som ikkje rekk"),
        "ahead_days": ("Dager foran planen", "Dagar føre planen"),
    }
)
VERDICT_TABLE = Both(
    "Andel av hver konklusjon for kunder som ligger foran, på og etter planen, på ulike avstander fra oppstart",
    "Delen av kvar konklusjon for kundar som ligg føre, på og etter planen, på ulike avstandar frå oppstart",
)
AS_IT_GOES = Both("Slik det går nå", "Slik det går no")
HOW_FORECAST_IS_MADE = Both(
    "På Utvikling står det når alt er på plass hvis det går som før, alltid som et spenn. Vi begynner med oppstarter som "
    "har vært: hvor mye av planen de rakk per dag. De fire i sluttrapporten kom 6, 12, 24 og 24 måneder etter datoen i "
    "kontrakten. Hver kunde her som har startet, legges til. Så retter vi takten med den kunden selv har holdt. Jo flere "
    "dager med tall og jo jevnere de er, jo mer teller den. Uten tall fra minst tre ulike dager sier vi ingenting.",
    "På Utvikling står det når alt er på plass om det går som før, alltid som eit spenn. Vi byrjar med oppstartar som "
    "har vore: kor mykje av planen dei rakk per dag. Dei fire i sluttrapporten kom 6, 12, 24 og 24 månader etter datoen i "
    "kontrakten. Kvar kunde her som har starta, blir lagd til. Så rettar vi takta med den kunden sjølv har halde. Jo fleire "
    "dagar med tal og jo jamnare dei er, jo meir tel ho. Utan tal frå minst tre ulike dagar seier vi ingenting.",
)
FOUR_OF_FIVE = Both(
    "Spennet skal treffe fire av fem ganger. Det er målt på tusen oppdiktede forløp av hvert slag, der vi vet når alt kom "
    "på plass. Når takten skifter på slutten, treffer det sjeldnere. Det kan ingen lese ut av det som har vært.",
    "Spennet skal treffe fire av fem gonger. Det er målt på tusen oppdikta forløp av kvart slag, der vi veit når alt kom "
    "på plass. Når takta skiftar på slutten, treffer det sjeldnare. Det kan ingen lese ut av det som har vore.",
)
FORECAST_COLUMNS = Words(
    {
        "kind": ("Kunden går", "Kunden går"),
        "days": ("Dager til oppstart", "Dagar til oppstart"),
        "held": ("Dagen traff, av hundre", "Dagen trefte, av hundre"),
        "in_place_held": ("På plass ved oppstart traff, av hundre", "På plass ved oppstart trefte, av hundre"),
        "width_days": ("Midterste bredde, dager", "Midtarste breidd, dagar"),
        "no_last_day": ("Uten siste dag, av hundre", "Utan siste dag, av hundre"),
    }
)
FORECAST_TABLE = Both(
    "Hvor ofte spennet traff, og hvor bredt det var, for hvert slags forløp og avstand fra oppstart",
    "Kor ofte spennet trefte, og kor breitt det var, for kvart slag forløp og avstand frå oppstart",
)
# What is made, as the tables call it.
MADE = Words(
    {
        "30 dager foran planen": ("30 dager foran planen", "30 dagar føre planen"),
        "14 dager foran planen": ("14 dager foran planen", "14 dagar føre planen"),
        "på planen": "på planen",
        "2 uker etter planen": ("2 uker etter planen", "2 veker etter planen"),
        "6 uker etter planen": ("6 uker etter planen", "6 veker etter planen"),
        "står fast på det halve": "står fast på det halve",
        "svarer beste svar på alt": ("svarer beste svar på alt", "svarar beste svar på alt"),
        "merker alt som ikke aktuelt": ("merker alt som ikke aktuelt", "merkjer alt som ikkje aktuelt"),
        "jevn takt, som oppstartene i rapporten": (
            "jevn takt, som oppstartene i rapporten",
            "jamn takt, som oppstartane i rapporten",
        ),
        "jevn takt, som planen": ("jevn takt, som planen", "jamn takt, som planen"),
        "jevn takt, halvparten av planen": ("jevn takt, halvparten av planen", "jamn takt, halvparten av planen"),
        "rykkvis fra måned til måned": ("rykkvis fra måned til måned", "rykkvis frå månad til månad"),
        "en fjerdedel raskere fra 100 dager før": (
            "en fjerdedel raskere fra 100 dager før",
            "ein fjerdedel raskare frå 100 dagar før",
        ),
        "en tredjedel saktere fra 100 dager før": (
            "en tredjedel saktere fra 100 dager før",
            "ein tredjedel saktare frå 100 dagar før",
        ),
    }
)
