"""What the back-test says around its figures: how they were made, how to read them, and what they cannot say."""

HEAD = """\
# Tilbakeblikk: hva Klarsjekk ville sagt om oppstartene som har vært

Siden er laget av `python cli.py backtest --write docs/backtest.md` fra `assessments/references/`. Endre svarene der,
ikke her.

## Les dette først

- **Kodingen er vår lesning, gjort etterpå.** Vi har lest sluttrapporten for Helseplattformen Main Project (versjon 1.0,
  27. februar 2025) og svart på dagens spørsmål slik vi mener rapporten tilsier. Verken kundene eller HPAS har svart
  selv, og ingen av dem har sett på kodingen.
- **Rapporten er HPAS sin egen.** Den sier mest om HPAS og det felles prosjektet, og lite om hva den enkelte kunden
  hadde på plass. Det prosjektet gjorde samlet, er bare brukt for de første oppstartene, der rapporten selv sier at det
  gjelder. Det rapporten sier om HPAS, er ført på HPAS selv. Noen spørsmål svarer HPAS på for kundene. Der er svaret
  hentet fra HPAS slik det var like lenge før oppstart, og merket «(HPAS)» i listen over alt som er kodet. Er det kodet
  noe eget for kunden, gjelder det.
- **Rapporten har nesten ingen tall.** «For lite» og «ikke godt nok» er kodet som 1 av 2, «enkelte» og «deler av» som
  3 av 4, og «bedre i senere innføringer» som nok. Dette er de mildeste svarene vi mener stemmer med teksten. De er ikke
  målinger. Et nivå er satt så høyt som teksten tillater, men ikke høyere enn kravet.
- **Rapporten har nesten ingen datoer.** For hvert svar står det hvor lenge før oppstart vi regner med at det gjaldt.
  Det rapporten skriver i nåtid i februar 2025, for eksempel om tjenesteavtalen, er brukt for alle oppstartene.
- **Taushet er ikke et svar.** Der rapporten ikke sier noe, står spørsmålet ubesvart.
"""

MOVED = """\
## Hva som er annerledes enn i den første utgaven

I den første utgaven var bare de fem kundene med. Da var konklusjonen «Ikke klar» 16 av 30 ganger, «For få svar» 13
ganger og «I rute» én gang. Dette er endret:

- **HPAS svarer på det bare HPAS kan vite.** Kundenes svar på de spørsmålene er tatt ut, og HPAS sitt gjelder. De er
  nesten de samme. Øya legesenter har fått et svar rapporten ikke ga for kontoret alene (FL-0205).
- **Det to parter svarte på sammen, er delt.** Kunden svarer bare for sin del. Der det vi hadde kodet, handlet om HPAS,
  er svaret tatt ut hos kunden. Derfor er færre spørsmål besvart, og færre stoppkrav slår ut.
- **Et trinn som er passert, stopper ikke lenger datoen.** Før holdt det at ett stoppkrav lå etter planen. Nå regner vi
  ut når kravet vanligvis kan være oppfylt, ut fra det som mangler og hvor lang tid arbeidet tar. Datoen holder ikke når
  det blir senere enn den dagen kravet minst må stå. Derfor er Trondheim og St. Olavs hospital ikke stoppet et år før
  oppstart: Hvem som skal se hva i delt journal (KO-0501 og HF-0502), var etter planen, men kunne hentes inn. Da er det
  de mange spørsmålene uten svar som avgjør, og det blir «For få svar».
- **Trinn og marger er satt på nytt.** Trinnene gir nå tid til arbeidet, og hvert stoppkrav sier hvor lenge før oppstart
  det minst må stå. Derfor er antallet stoppkrav i parentes et annet enn før på noen avstander. Hvorfor står ved hvert
  spørsmål.
- **«Ikke aktuelt» på et stoppkrav er et vilkår.** Det står til HPAS har sagt seg enig. Derfor er Øya legesenter «I rute
  med vilkår» et år før, og ikke «I rute». Ingenting skulle være på plass ennå.
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
svarene er hentet fra den samme rapporten. Kunden kunne svart annerledes den gangen, og mye ble klart først etter
oppstart. Fem oppstarter er for få til å regne på treffsikkerhet.

Det kan **ikke** brukes til å rangere kundene. Forskjellen mellom de første og de siste oppstartene er rapportens egen
vurdering, som vi bare har ført inn. «For få svar» er ikke et godt tegn. Det betyr at vi ikke vet.

Rapportens kraftigste funn om drift er at HPAS begynte for sent. Det er ført på HPAS selv. Resten av
spørsmålene om drift i skjemaene til kundene gjelder kundens egen drift, og det sier rapporten ingenting om. Derfor er
stoppkravene om egen drift og bemanning ubesvarte hos kundene, også for de første oppstartene.
"""
