"""What is said of a file that cannot be read: where it is, what is wrong with it, and what to do."""

from language.both import Both

LINE = Both("Linje {line}", "Linje {line}")
FILE = Both("Filen", "Fila")
DID_YOU_MEAN = Both("Mente du «{near}»?", "Meinte du «{near}»?")

Told = tuple[Both, Both]


def told(nb: tuple[str, str], nn: tuple[str, str]) -> Told:
    """What is wrong, and what to do."""
    return Both(nb[0], nn[0]), Both(nb[1], nn[1])


# Note id -> what was passed over.
NOTES = {
    "line_above": Both(
        "Linje {line} står over overskriftene og er ikke lest: «{found}».",
        "Linje {line} står over overskriftene og er ikkje lesen: «{found}».",
    ),
    "column": Both("Kolonnen {found} er ikke lest.", "Kolonnen {found} er ikkje lesen."),
    "columns": Both("Kolonnene {found} er ikke lest.", "Kolonnane {found} er ikkje lesne."),
    "beside": Both(
        "Det som står til høyre for tabellen, er ikke lest.", "Det som står til høgre for tabellen, er ikkje lese."
    ),
    "whole_of_profile": Both(
        "{found} henter tallet i alt fra «Om virksomheten»: det er {all}, ikke {said}.",
        "{found} hentar talet i alt frå «Om verksemda»: det er {all}, ikkje {said}.",
    ),
    "same_line": Both(
        "Linje {line} er lik linje {first}, og er lest én gang.",
        "Linje {line} er lik linje {first}, og er lesen éin gong.",
    ),
    "hpas_answers": Both(
        "Linje {line} svarer på {found}, som HPAS svarer på, og er ikke lest. Er dere uenige, skriv hvorfor.",
        "Linje {line} svarar på {found}, som HPAS svarar på, og er ikkje lesen. Er de ueinige, skriv kvifor.",
    ),
    "former_question": Both(
        "{found} er ikke lenger i skjemaet, og er ikke lest.", "{found} er ikkje lenger i skjemaet, og er ikkje lese."
    ),
    "newer_question": Both(
        "{found} er i en nyere utgave av skjemaet enn den dere svarer på, og er ikke lest.",
        "{found} er i ei nyare utgåve av skjemaet enn den de svarar på, og er ikkje lese.",
    ),
}

# Fault id -> what is wrong with the file or its headings, and what to do. The ids never change: tests name them.
FILES: dict[str, Told] = {
    "too_big": told(
        ("filen er større enn {most} MB", "Sjekk at det er riktig fil."),
        ("fila er større enn {most} MB", "Sjekk at det er rett fil."),
    ),
    "empty_file": told(("filen er tom", "Velg en fil med svar."), ("fila er tom", "Vel ei fil med svar.")),
    "no_lines": told(
        ("filen har overskrifter, men ingen svar", "Velg en fil med minst ett svar."),
        ("fila har overskrifter, men ingen svar", "Vel ei fil med minst eitt svar."),
    ),
    "is_xlsx": told(
        ("dette er en Excel-bok, ikke CSV", "Åpne den i Excel og lagre som «CSV UTF-8»."),
        ("dette er ei Excel-bok, ikkje CSV", "Opne henne i Excel og lagre som «CSV UTF-8»."),
    ),
    "is_xls": told(
        (
            "filen er lagret i det gamle Excel-formatet (.xls)",
            "Åpne den i Excel, velg «Lagre som» og «Excel-arbeidsbok (*.xlsx)».",
        ),
        (
            "fila er lagra i det gamle Excel-formatet (.xls)",
            "Opne henne i Excel, vel «Lagre som» og «Excel-arbeidsbok (*.xlsx)».",
        ),
    ),
    "has_password": told(
        (
            "filen er beskyttet med passord",
            "Åpne den i Excel, fjern passordet under Fil, Info, «Beskytt arbeidsbok», og lagre.",
        ),
        (
            "fila er verna med passord",
            "Opne henne i Excel, fjern passordet under Fil, Info, «Beskytt arbeidsbok», og lagre.",
        ),
    ),
    "is_pdf": told(("dette er en PDF", "Velg CSV-filen med svarene."), ("dette er ein PDF", "Vel CSV-fila med svara.")),
    "is_binary": told(
        ("dette er ikke en tekstfil", "Velg CSV-filen med svarene."),
        ("dette er ikkje ei tekstfil", "Vel CSV-fila med svara."),
    ),
    "utf16": told(
        ("filen er lagret som UTF-16", "Lagre den på nytt som «CSV UTF-8»."),
        ("fila er lagra som UTF-16", "Lagre henne på nytt som «CSV UTF-8»."),
    ),
    "not_utf8": told(
        (
            "{count} har tegn som ikke er UTF-8, den første her («{found}» i eldre tegnsett)",
            "Lagre som «CSV UTF-8» i Excel, eller bekreft at filen bruker eldre tegnsett.",
        ),
        (
            "{count} har teikn som ikkje er UTF-8, den første her («{found}» i eldre teiknsett)",
            "Lagre som «CSV UTF-8» i Excel, eller stadfest at fila brukar eldre teiknsett.",
        ),
    ),
    "mojibake": told(
        (
            "æ, ø og å er blitt til «{found}» i {count}, den første her",
            "Åpne originalen på nytt, velg UTF-8, og lagre som «CSV UTF-8». Bekreft tegnene hvis de er riktige.",
        ),
        (
            "æ, ø og å er blitt til «{found}» i {count}, den første her",
            "Opne originalen på nytt, vel UTF-8, og lagre som «CSV UTF-8». Stadfest teikna om dei er rette.",
        ),
    ),
    "lost_character": told(
        (
            "et tegn har gått tapt («{found}»)",
            "Finn originalen, og skriv tegnet på nytt. Bekreft tegnene hvis de er riktige.",
        ),
        (
            "eit teikn har gått tapt («{found}»)",
            "Finn originalen, og skriv teiknet på nytt. Stadfest teikna om dei er rette.",
        ),
    ),
    "control_character": told(
        ("linjen har et styretegn ({code})", "Slett tegnet, eller skriv teksten på nytt."),
        ("linja har eit styreteikn ({code})", "Slett teiknet, eller skriv teksten på nytt."),
    ),
    "too_many_rows": told(
        ("filen har mer enn {most} linjer", "Fjern det som ikke er svar."),
        ("fila har meir enn {most} linjer", "Fjern det som ikkje er svar."),
    ),
    "too_many_cells_in_file": told(
        ("filen har flere celler enn vi kan lese", "Fjern det som ikke er svar."),
        ("fila har fleire celler enn vi kan lese", "Fjern det som ikkje er svar."),
    ),
    "quote_not_closed": told(
        ("et anførselstegn blir aldri lukket", "Lukk det, eller skriv to hvis det hører til teksten."),
        ("eit hermeteikn blir aldri lukka", "Lukk det, eller skriv to om det høyrer til teksten."),
    ),
    "quote_inside": told(
        ("det står noe rett etter et anførselstegn", "Skriv to anførselstegn hvis det hører til teksten."),
        ("det står noko rett etter eit hermeteikn", "Skriv to hermeteikn om det høyrer til teksten."),
    ),
    "cell_too_large": told(
        ("en celle er for stor", "Kort ned teksten. Et anførselstegn kan også mangle."),
        ("ei celle er for stor", "Kort ned teksten. Eit hermeteikn kan også mangle."),
    ),
    # The headings.
    "header_missing": told(
        ("første linje har ikke overskriftene", "Skriv {expected}."),
        ("første linje har ikkje overskriftene", "Skriv {expected}."),
    ),
    "line_above_headings": told(
        ("linjen har svar, men står over overskriftene", "Flytt den under overskriftene."),
        ("linja har svar, men står over overskriftene", "Flytt henne under overskriftene."),
    ),
    "to_be_read": told(
        (
            "dette er arbeidsboken til å lese og skrive ut, ikke den til å fylle ut",
            "Hent svarene som Excel-fil under «Filer», og fyll ut den.",
        ),
        (
            "dette er arbeidsboka til å lese og skrive ut, ikkje den til å fylle ut",
            "Hent svara som Excel-fil under «Filer», og fyll ut den.",
        ),
    ),
    "unknown_column": told(
        ("kolonnen «{found}» finnes ikke", "Bruk {allowed}."), ("kolonnen «{found}» finst ikkje", "Bruk {allowed}.")
    ),
    "repeated_column": told(
        ("kolonnen står to ganger", "Behold én av dem."), ("kolonnen står to gonger", "Behald éin av dei.")
    ),
    "column_without_heading": told(
        ("kolonne {number} har ingen overskrift", "Skriv overskriften, eller slett kolonnen."),
        ("kolonne {number} har inga overskrift", "Skriv overskrifta, eller slett kolonnen."),
    ),
    "missing_column": told(("kolonnen mangler", "Legg den til."), ("kolonnen manglar", "Legg han til.")),
    "too_few_cells": told(
        ("linjen har {found} celler, ikke {expected}", "Sjekk skilletegn og anførselstegn på linjen."),
        ("linja har {found} celler, ikkje {expected}", "Sjekk skiljeteikn og hermeteikn på linja."),
    ),
    "too_many_cells": told(
        ("linjen har {found} celler, ikke {expected}", "Sett tekst med skilletegn i anførselstegn."),
        ("linja har {found} celler, ikkje {expected}", "Set tekst med skiljeteikn i hermeteikn."),
    ),
}
