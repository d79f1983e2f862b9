"""What the page Varsler says of the letter of the week, of letters to oneself, and of the calendar that keeps up."""

from language.both import Both

WEEK = Both("Ukebrevet", "Vekebrevet")
OVER = Both(
    "Dere har startet, og det er ikke mer å minne om.",
    "De har starta, og det er ikkje meir å minne om.",
)
TO_KNOW = Both(
    "Dette bør du vite denne uken. Kopier teksten hvis du vil sende den til andre.",
    "Dette bør du vite denne veka. Kopier teksten om du vil sende han til andre.",
)
TO_YOU = Both("E-post til deg", "E-post til deg")
NO_MAIL = Both(
    "E-post er ikke satt opp her, så Klarsjekk sender ingen brev. Ukebrevet over er det samme.",
    "E-post er ikkje sett opp her, så Klarsjekk sender ingen brev. Vekebrevet over er det same.",
)
NO_MEMBER = Both(
    "Brev går bare til dem som har tilgang med egen innlogging.",
    "Brev går berre til dei som har tilgang med eiga innlogging.",
)
WHEN = Both(
    "Hver mandag får du ukebrevet, og vi minner deg på frister 30, 7 og 1 dag før, og når de er passert.",
    "Kvar måndag får du vekebrevet, og vi minner deg på fristar 30, 7 og 1 dag før, og når dei er passerte.",
)
SEND_ME = Both("Send meg brev", "Send meg brev")
ON = Both("Lagret. Du får brev fra nå av.", "Lagra. Du får brev frå no av.")
OFF = Both("Lagret. Du får ikke flere brev.", "Lagra. Du får ikkje fleire brev.")
CALENDAR = Both("Kalender som følger med", "Kalender som følgjer med")
ABOUT_CALENDAR = Both(
    "Med en egen adresse henter Outlook eller telefonen fristene av seg selv, og de flytter seg når planen endres. "
    "Den som har adressen, kan lese fristene uten å logge inn. Del den bare med dem som skal se dem.",
    "Med ei eiga adresse hentar Outlook eller telefonen fristane av seg sjølv, og dei flyttar seg når planen blir endra. "
    "Den som har adressa, kan lese fristane utan å logge inn. Del ho berre med dei som skal sjå fristane.",
)
MADE = Both(
    "Det finnes en adresse, laget {when}. Vi viser den ikke igjen.",
    "Det finst ei adresse, laga {when}. Vi viser ho ikkje igjen.",
)
LEAD_MAY = Both("Prosjektlederen kan lage en.", "Prosjektleiaren kan lage ei.")
MAKE = Both("Lag adresse", "Lag adresse")
MAKE_NEW = Both("Lag ny adresse (den gamle slutter å virke)", "Lag ny adresse (den gamle sluttar å verke)")
END = Both("Stopp adressen", "Stopp adressa")
ENDED = Both("Adressen virker ikke lenger.", "Adressa verkar ikkje lenger.")
SHOWN_ONCE = Both(
    "Her er adressen. Kopier den nå, den vises bare denne ene gangen.",
    "Her er adressa. Kopier ho no, ho blir vist berre denne eine gongen.",
)
IN_OUTLOOK = Both(
    "I Outlook: «Legg til kalender» og «Abonner fra nettet». Lim inn adressen.",
    "I Outlook: «Legg til kalender» og «Abonner frå nettet». Lim inn adressa.",
)
