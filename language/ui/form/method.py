"""What Metode says of the questions, the figures, the time and what nobody can know."""

from language.both import Both, Words
from scoring.vocabulary import Status

PURPOSE = Both(
    "Klarsjekk viser hva som mangler før dere tar i bruk et nytt journalsystem, mens det ennå er tid til å gjøre noe med "
    "det. Spørsmålene bygger på sluttrapporten for innføringen av Helseplattformen (HPAS, februar 2025), som trekker fram "
    "ti suksessfaktorer. De første oppstartene kom før løsningen og mottakerne var klare.",
    "Klarsjekk viser kva som manglar før de tek i bruk eit nytt journalsystem, medan det enno er tid til å gjere noko med "
    "det. Spørsmåla byggjer på sluttrapporten for innføringa av Helseplattformen (HPAS, februar 2025), som trekkjer fram "
    "ti suksessfaktorar. Dei første oppstartane kom før løysinga og mottakarane var klare.",
)
WHAT_WE_ASK = Both("Hva vi spør om", "Kva vi spør om")
FORM = Both(
    "**{form}:** {questions}, {stops} av dem stoppkrav. {by_hpas}Utgave {version}.{takes}",
    "**{form}:** {questions}, {stops} av dei stoppkrav. {by_hpas}Utgåve {version}.{takes}",
)
BY_HPAS = Both("HPAS svarer på {n} av spørsmålene. ", "HPAS svarar på {n} av spørsmåla. ")
STEPS = Both(
    "Hvert spørsmål har ett eller flere trinn: hva som skal være på plass så mange dager før oppstart. Trinnene blir aldri "
    "lettere jo nærmere dere kommer. Ubesvart er ubesvart. Det teller ikke som null.",
    "Kvart spørsmål har eitt eller fleire trinn: kva som skal vere på plass så mange dagar før oppstart. Trinna blir aldri "
    "lettare jo nærare de kjem. Eit spørsmål utan svar er utan svar. Det tel ikkje som null.",
)
FIGURES = Both("Tallene", "Tala")
WHAT_FIGURES_ARE = Both(
    "- **Oppnåelse** er hvor langt et svar når mot kravet, fra 0 til 100 %. Nivå 2 av 4 er 50 %. Tre av fire er 75 %.\n"
    "- **Prosent på plass** er snittet av oppnåelsen for det dere har svart på, fra 0 til 100. Et stoppkrav teller som to "
    "spørsmål.\n"
    "- **Mulig spenn** går fra det tallet blir hvis alt ubesvart er 0, til det den blir hvis alt ubesvart er på plass.\n"
    "- **Forventet** er hva tallet ville vært hvis alt var slik det skal være i dag.\n"
    "- **Svargrad** er andelen av spørsmålene som gjelder dere, og som har svar.",
    "- **Oppnåing** er kor langt eit svar når mot kravet, frå 0 til 100 %. Nivå 2 av 4 er 50 %. Tre av fire er 75 %.\n"
    "- **Prosent på plass** er snittet av oppnåinga for det de har svart på, frå 0 til 100. Eit stoppkrav tel som to "
    "spørsmål.\n"
    "- **Mogleg spenn** går frå det talet blir om alt utan svar er 0, til det talet blir om alt utan svar er på plass.\n"
    "- **Venta** er kva talet ville vore om alt var slik det skal vere i dag.\n"
    "- **Svargrad** er delen av spørsmåla som gjeld dykk, og som har svar.",
)
STATUS = Both(
    "**Status** for hvert spørsmål, den første som stemmer:", "**Status** for kvart spørsmål, den første som stemmer:"
)
STATUSES_MEAN = Words(
    {
        Status.NOT_APPLICABLE: (
            "Dere har svart at det ikke gjelder dere, med en grunn.",
            "De har svart at det ikkje gjeld dykk, med ein grunn.",
        ),
        Status.UNANSWERED: (
            "Et trinn gjelder nå, og dere har ikke svart.",
            "Eit trinn gjeld no, og de har ikkje svart.",
        ),
        Status.MET: ("Kravet er nådd.", "Kravet er nådd."),
        Status.BEHIND: (
            "Dere har mindre enn det som skal være på plass nå.",
            "De har mindre enn det som skal vere på plass no.",
        ),
        Status.AT_RISK: (
            "Et trinn som kommer, nås vanligvis ikke i tide lenger.",
            "Eit trinn som kjem, når ein vanlegvis ikkje i tide lenger.",
        ),
        Status.NOT_DUE: ("Ingen trinn gjelder ennå.", "Ingen trinn gjeld enno."),
        Status.ON_TRACK: (
            "Dere har det som skal være på plass nå, og tid til resten.",
            "De har det som skal vere på plass no, og tid til resten.",
        ),
    }
)
LIMIT = Both(
    "**{title}: {value}.** {why} Kilde: {source}.",
    "**{title}: {value}.** {why} Kjelde: {source}.",
)
OLD_ANSWERS = Both("Svar blir gamle", "Svar blir gamle")
MUST_BE_CONFIRMED = Both(
    "Et svar som ingen har stått ved på lenge, **må bekreftes**. Det merkes ved spørsmålet og i lister, og telles i "
    "sammenligningen. «Stemmer fortsatt» bekrefter ett svar eller mange: det blir en linje i historikken, med hvem og når, "
    "og endrer ikke svaret. Til det skjer, teller svaret som før. Nær oppstart teller et stoppkrav med gammelt svar som ikke "
    "besvart, og som ingenting i snittet. Det som er merket ikke aktuelt, blir ikke gammelt, og etter oppstart blir ingen svar "
    "eldre. HPAS sine egne svar blir gamle på samme måte. Noen spørsmål har sin egen frist: det som er vedtatt én gang, "
    "holder lenger, og det som endrer seg fra dag til dag, kortere.",
    "Eit svar som ingen har stått ved på lenge, **må stadfestast**. Det blir merkt ved spørsmålet og i lister, og tel med i "
    "samanlikninga. «Stemmer framleis» stadfestar eitt svar eller mange: det blir ei linje i historikken, med kven og når, "
    "og endrar ikkje svaret. Til det skjer, tel svaret som før. Nær oppstart tel eit stoppkrav med gammalt svar som utan "
    "svar, og som ingenting i snittet. Det som er merkt ikkje aktuelt, blir ikkje gammalt, og etter oppstart blir ingen svar "
    "eldre. HPAS sine eigne svar blir gamle på same måten. Nokre spørsmål har sin eigen frist: det som er vedtatt éin gong, "
    "held lenger, og det som endrar seg frå dag til dag, kortare.",
)
MOVING = Both("En løsning i bevegelse", "Ei løysing i rørsle")
PROVES_NOTHING = Both(
    "Den som tester eller lærer noe som fortsatt bygges, har ikke bevist noe om det de skal starte med. HPAS gir tre datoer "
    "for hver bølge: byggestopp, test og opplæring. Kunden kan rette dem for seg, med en grunn. Begynner test eller "
    "opplæring før byggestopp, eller er svaret gitt før byggestopp, er det **prøvd på en løsning i bevegelse**. Da teller "
    "ikke siste trinn, for det må gjøres på nytt, og resten teller høyst som forventet. Når det er gjort på nytt, rettes "
    "datoen, og svarene teller igjen. Det gjelder spørsmålene om test og opplæring som er merket for det.",
    "Den som testar eller lærer noko som framleis blir bygd, har ikkje bevist noko om det dei skal starte med. HPAS gir tre "
    "datoar for kvar bølgje: byggjestopp, test og opplæring. Kunden kan rette dei for seg, med ein grunn. Byrjar test eller "
    "opplæring før byggjestopp, eller er svaret gitt før byggjestopp, er det **prøvt på ei løysing i rørsle**. Då tel "
    "ikkje siste trinn, for det må gjerast på nytt, og resten tel høgst som venta. Når det er gjort på nytt, blir "
    "datoen retta, og svara tel igjen. Det gjeld spørsmåla om test og opplæring som er merkte for det.",
)
SLACK = Both("Tid å gå på", "Tid å gå på")
ONE_CLOCK = Both(
    "Alt om tid bygger på ett regnestykke. Det som gjenstår til et trinn, tar sin del av tiden hele arbeidet vanligvis tar. "
    "Halvparten igjen av noe som tar 60 dager, er 30 dager. Har et tiltak en frist som ikke er passert, er det ferdig da i "
    "stedet. **Tid å gå på** er dagene fra det vanligvis er ferdig, til trinnet er der. **Start senest** er trinnet minus "
    "arbeidet. Er det ingen tid å gå på igjen, haster det.",
    "Alt om tid byggjer på eitt reknestykke. Det som står igjen til eit trinn, tek sin del av tida heile arbeidet vanlegvis "
    "tek. Halvparten igjen av noko som tek 60 dagar, er 30 dagar. Har eit tiltak ein frist som ikkje er passert, er det "
    "ferdig då i staden. **Tid å gå på** er dagane frå det vanlegvis er ferdig, til trinnet er der. **Start seinast** er "
    "trinnet minus arbeidet. Er det inga tid å gå på igjen, hastar det.",
)
FACTORS = Both("De ti suksessfaktorene", "Dei ti suksessfaktorane")
FACTOR = Both(
    "**{number}. {title}.** {summary} (Sluttrapporten {section})",
    "**{number}. {title}.** {summary} (Sluttrapporten {section})",
)
UNKNOWN = Both("Hva Klarsjekk ikke vet", "Kva Klarsjekk ikkje veit")
WHAT_IS_UNKNOWN = Both(
    "- Om svarene stemmer. Det er deres egen vurdering til HPAS har sett på den.\n"
    "- Hvor god løsningen er. Klarsjekk spør om det er prøvd og bekreftet, ikke om det er godt.\n"
    "- Om dere blir ferdige. Datoene bygger på det arbeidet vanligvis tar, ikke på hvem dere har og hva annet de gjør.\n"
    "- Det rapporten tier om. Superbrukere, generalprøve og hjelp på gulvet står ikke i den. Der vi spør likevel, står det "
    "en annen kilde.",
    "- Om svara stemmer. Det er dykkar eiga vurdering til HPAS har sett på henne.\n"
    "- Kor god løysinga er. Klarsjekk spør om det er prøvt og stadfesta, ikkje om det er godt.\n"
    "- Om de blir ferdige. Datoane byggjer på det arbeidet vanlegvis tek, ikkje på kven de har og kva anna dei gjer.\n"
    "- Det rapporten teier om. Superbrukarar, generalprøve og hjelp på golvet står ikkje der. Der vi spør likevel, står det "
    "ei anna kjelde.",
)
MADE_OF = Both(
    "Bibliotekene Klarsjekk bygger på, ble sist låst {day}.", "Biblioteka Klarsjekk byggjer på, blei sist låste {day}."
)
SOURCES = Both("Hvor trinnene kommer fra", "Kvar trinna kjem frå")
HOW_STRONG = Both(
    "Rapporten sier hva som gikk galt, men oppgir nesten ingen grenser. Derfor står det ved hvert spørsmål om trinnet er "
    "hentet fra rapporten, fra andre programmer eller er Klarsjekks eget valg. Styrke A er revisjon, tilsyn, forskning eller "
    "offentlige programmer. B er foretak, leverandører og fagpresse. C er maler fra fagmiljøer.",
    "Rapporten seier kva som gjekk gale, men gir nesten ingen grenser. Derfor står det ved kvart spørsmål om trinnet er "
    "henta frå rapporten, frå andre program eller er Klarsjekk sitt eige val. Styrke A er revisjon, tilsyn, forsking eller "
    "offentlege program. B er føretak, leverandørar og fagpresse. C er malar frå fagmiljø.",
)
ID = Both("Id", "Id")
QUESTION = Both("Spørsmål", "Spørsmål")
STEPS_OF_IT = Both("Trinn (dager før: krav)", "Trinn (dagar før: krav)")
WHAT = Both("Hva", "Kva")
SOURCE = Both("Kilde", "Kjelde")
WHERE = Both("Hvor", "Kvar")
STRENGTH = Both("Styrke", "Styrke")
WHY = Both("Begrunnelse", "Grunngiving")
STEPS_TABLE = Both(
    "Trinnene for hvert spørsmål, med kilde og begrunnelse", "Trinna for kvart spørsmål, med kjelde og grunngiving"
)
