"""What the back-test says around its figures: how they were made, how to read them, and what they cannot say."""

HEAD = """\
# Tilbakeblikk: hva Klarsjekk ville sagt om oppstartene som har vært

Siden er laget av `python cli.py backtest --write docs/backtest.md` fra `assessments/references/`. Endre svarene der,
ikke her.

## Les dette først

- **Kodingen er vår lesning, gjort etterpå.** Sju oppstarter er svart fra sluttrapporten for Helseplattformen Main
  Project (versjon 1.0, 27. februar 2025), slik vi mener rapporten tilsier. Åtte er svart fra andre offentlige
  tekster, to av dem om Trondheim og St. Olavs hospital på nytt. Verken kundene eller HPAS har svart selv, og ingen av
  dem har sett på kodingen. Hvordan ord er blitt til tall, står i [reglene](backtest-rules.md). De ble skrevet før det
  nye ble kodet.
- **De andre tekstene er lest i utdrag.** Av de fleste er bare begynnelsen lest, og av flere bare en gjengivelse. Hva
  de forteller, står i `assessments/references/texts/`. Det kan stå mer i tekstene.
- **Rapporten er HPAS sin egen.** Den sier mest om HPAS og det felles prosjektet, og lite om hva den enkelte kunden
  hadde på plass. Det prosjektet gjorde samlet, er bare brukt for de første oppstartene, der rapporten selv sier at det
  gjelder. Det rapporten sier om HPAS, er ført på HPAS selv. Noen spørsmål svarer HPAS på for kundene. Der er svaret
  hentet fra HPAS slik det var like lenge før oppstart, og merket «(HPAS)» i listen over alt som er kodet. Er det kodet
  noe eget for kunden, gjelder det.
- **Tekstene har nesten ingen tall.** «For lite» og «ikke godt nok» er kodet som 1 av 2, «enkelte» og «deler av» som 3
  av 4, og «bedre i senere innføringer» som nok. Dette er de mildeste svarene vi mener stemmer med teksten. De er ikke
  målinger.
- **Rapporten har nesten ingen datoer.** For hvert svar står det hvor lenge før oppstart vi regner med at det gjaldt.
  Det rapporten skriver i nåtid i februar 2025, for eksempel om tjenesteavtalen, er i den eldste kodingen brukt for
  alle oppstartene. Etter reglene gjelder nåtid bare når teksten sier at det var slik før.
- **Taushet er ikke et svar.** Der teksten ikke sier noe, står spørsmålet ubesvart.
"""

SIGNALS = """\
## Varslet Klarsjekk de det gikk dårlig for, og bare dem?

Reglene står i [backtest-rules.md](backtest-rules.md). De er skrevet før kodingen, også hvem det gikk dårlig og godt
for. Et varsel er «Datoen holder ikke» på grunn av et svar. «For få svar» er ikke et varsel, og det frikjenner heller
ingen. Hvor lenge før varselet kommer, følger langt på vei av tabellen i reglene over når et svar gjaldt. Det er ikke
målt.

**Les tallene slik.** At de dårlige får varsel, sier lite alene: tekster om en oppstart som gikk galt, forteller om
det som manglet, og tekster om en som gikk godt, forteller om det som var på plass. At de gode ikke får varsel, er for
det meste fordi vi vet for lite om dem. Det som kunne felt Klarsjekk, er falske varsler, varsler på noe annet enn det
som gikk galt, og skader ingen spør om. Alle tre finnes her. Varselet i Cambridge kommer fra ett svar vi har tolket,
om britiske behov, og treffer ikke det som gikk galt. HPAS er ikke med i tellingen. HPAS før oppstartene i 2024 ville
fått varsel, enda de gikk bedre (se «HPAS selv»).
"""

HALF_A_YEAR = """\
## 180 dager før oppstartene i 2022: test, drift og bemanning

I hver rute står spørsmålene som er besvart og på etterskudd. «Kan ikke vites» betyr at tekstene ikke sier noe om
området et halvt år før. Da kan heller ikke noe spørreskjema etterpå si hva svaret ville vært.
"""

HARMS = """\
## Skader tekstene forteller om

Temaene hver skade hører til, ble skrevet før kodingen, i `assessments/references/texts/outcomes.yaml`. «Varslet»
betyr at et stoppkrav med samme tema slo ut 30 dager før eller tidligere. «Besvart uten varsel» er et spørsmål som var
i rute, likevel kom skaden. «Ubesvart» er et spørsmål tekstene ikke gir svar på. «Uten spørsmål» er det vi ikke spør
om. En skade står én gang for hver koding av oppstarten. Om mange brukere samtidig har HPAS fått et spørsmål siden
(PR-0212), men ikke kundene.
"""

AGREEMENT = """\
## Hvor enige de to som kodet, er

Den andre kodet fra de samme tekstene uten å se den første kodingen, kravene eller hvordan det gikk. Den første hadde
skrevet tekstene om fra kildene, og hadde sett noen av kravene i skjemaet før kodingen. Ingen svar er endret etterpå.
Alt annet på siden er regnet av den første kodingen. Kappa er 1 når de er helt enige, og 0 når de ikke er mer enige
enn tilfeldig. Av få svar er tallet usikkert. Taushet er lett å være enige om, fordi tekstene tier om det meste. De to
siste kolonnene har det første varselet etter hver av dem. Den som kodet sluttrapporten på nytt, så ikke den første
kodingen eller kravene, men hadde lest i reglene hvem det gikk dårlig og godt for. Det HPAS svarer for kundene, er
sammenlignet hos HPAS.
"""

ALONE = """\
## Hvor enige de to som koder, er

Ingen har kodet på nytt. Det finnes derfor ikke noe tall på enighet, og alt på siden er én lesning. Den som kodet,
hadde sett noen av kravene i skjemaet før kodingen.
"""

MOVED = """\
## Hva som er annerledes enn i den første utgaven

I den første utgaven var bare de fem kundene med. Da var konklusjonen «Ikke klar» 16 av 30 ganger, «For få svar» 13
ganger og «I rute» én gang. Dette er endret:

- **HPAS svarer på det bare HPAS kan vite.** Kundenes svar på de spørsmålene er tatt ut, og HPAS sitt gjelder. De er
  nesten de samme. Øya legesenter har fått et svar rapporten ikke ga for kontoret alene (FL-0205).
- **Det to parter svarte på sammen, er delt.** Kunden svarer bare for sin del. Der det vi hadde kodet, handlet om HPAS,
  er svaret tatt ut hos kunden. Derfor er færre spørsmål besvart, og færre stoppkrav slår ut.
- **Et trinn som er passert, stopper ikke lenger datoen.** Før holdt det at ett stoppkrav lå etter planen. Nå regner
  vi ut når kravet vanligvis kan være oppfylt, ut fra det som mangler og hvor lang tid arbeidet tar. Datoen holder
  ikke når det blir senere enn den dagen kravet minst må stå. Derfor er Trondheim og St. Olavs hospital ikke stoppet
  et år før oppstart: Hvem som skal se hva i delt journal (KO-0501 og HF-0502), var etter planen, men kunne hentes
  inn. Da er det de mange spørsmålene uten svar som avgjør, og det blir «For få svar».
- **Trinn og marger er satt på nytt.** Trinnene gir nå tid til arbeidet, og hvert stoppkrav sier hvor lenge før
  oppstart det minst må stå. Derfor er antallet stoppkrav i parentes et annet enn før på noen avstander. Hvorfor står
  ved hvert spørsmål.
- **Mer av rapporten er kodet.** 24 svar er lagt til etter reglene: sju for Trondheim, to for Øya legesenter, sju for
  St. Olavs hospital og fire for hvert av de to siste helseforetakene. Flere stoppkrav slår ut, men ingen konklusjon er
  blitt en annen. Om resten av spørsmålene sier rapporten ikke noe om kunden.
- **Åtte oppstarter er kodet fra andre tekster.** De er bare her, ikke i sammenligningen i Klarsjekk.
"""

HPAS = """\
## HPAS selv

HPAS er ikke en kunde, men blir målt med samme målestokk. Her sier rapporten mest. Av {asked} erfaringer som er
hovedgrunnen til et spørsmål i ett av skjemaene, er {of_customers} hovedgrunnen til et spørsmål rapporten lar oss svare
på når vi bare tar det kundene selv svarer på, og {of_all} når HPAS er med.

{table}
Slik må tallene for HPAS leses:

- **De to årene i PR-0601 er rapportens egne.** Rapporten sier at driften burde vært påstartet to år tidligere, og
  spørsmålet krever to år. At det slår ut for de første oppstartene, er derfor ikke et funn. De andre kravene har dager
  Klarsjekk har satt, og de er satt før kodingen. Ingen trinn og marger er flyttet etter at vi så resultatet.
- **Én ting er endret etterpå.** PR-0601 var stoppkrav i det første utkastet. Prøven med oppdiktede svar viste at den
  som fulgte planen, da fikk «Datoen holder ikke» annenhver gang, fordi én dag for sent aldri kan hentes inn. Derfor er
  det ikke stoppkrav lenger, slik det heller ikke er hos kundene. For de første oppstartene ble konklusjonen 365 dager
  før mildere av det, «På etterskudd» i stedet for «Datoen holder ikke».
- **Oppstartene i 2024 ble gjennomført, og rapporten sier at innføringene gikk bedre og bedre.** Likevel sier Klarsjekk
  at datoen ikke holder 180 dager før, på grunn av {late}.
  Kravene er altså strengere enn det som skulle til for å starte, eller så er kodingen for streng: det meste av den
  bygger på hva rapporten skriver i nåtid i februar 2025.
- **Den som har skrevet spørsmålene, hadde lest rapporten.** Derfor treffer de HPAS. Se neste avsnitt.
"""

LIMITS = """\
## Hva dette kan si, og hva det ikke kan si

Det kan vise **at spørsmålene treffer**: det rapporten peker på som svakt, er noe Klarsjekk spør om, og et stoppkrav
slår ut der det skal. Det kan også vise **når** stoppkravet ville slått ut, så langt vi har rett i når svaret gjaldt.

Det kan **ikke** vise at Klarsjekk ville forutsett noe. Spørsmålene er skrevet av noen som hadde lest rapporten, og
de fleste svarene er hentet fra den samme rapporten. Kunden kunne svart annerledes den gangen, og mye ble klart først
etter oppstart. Så få oppstarter er for lite til å regne på treffsikkerhet.

Det kan **ikke** brukes til å rangere kundene. Forskjellen mellom de første og de siste oppstartene er rapportens egen
vurdering, som vi bare har ført inn. «For få svar» er ikke et godt tegn. Det betyr at vi ikke vet.

Rapportens kraftigste funn om drift er at HPAS begynte for sent. Det er ført på HPAS selv. Resten av spørsmålene om
drift i skjemaene til kundene gjelder kundens egen drift, og det sier rapporten ingenting om. De andre tekstene sier
heller ikke noe om den. Derfor kan vi ikke vite hva Klarsjekk ville sagt om egen drift hos noen av kundene.
"""
