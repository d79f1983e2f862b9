"""What is said of a workbook that cannot be read: what is wrong with it, and what to do."""

from language.reports.answers.file_faults import Told, told

BOOKS: dict[str, Told] = {
    "damaged_book": told(
        ("Excel-boken lar seg ikke lese", "Åpne den i Excel, og lagre den på nytt."),
        ("Excel-boka lèt seg ikkje lese", "Opne henne i Excel, og lagre henne på nytt."),
    ),
    "not_a_book": told(
        ("dette er ikke en Excel-bok", "Velg en fil som slutter på .xlsx eller .csv."),
        ("dette er ikkje ei Excel-bok", "Vel ei fil som sluttar på .xlsx eller .csv."),
    ),
    "has_macros": told(
        ("Excel-boken har makroer", "Lagre den som .xlsx uten makroer."),
        ("Excel-boka har makroar", "Lagre henne som .xlsx utan makroar."),
    ),
    "unpacks_too_large": told(
        ("Excel-boken pakker ut til altfor mye", "Kopier svarene over i en ny fil."),
        ("Excel-boka pakkar ut til altfor mykje", "Kopier svara over i ei ny fil."),
    ),
    "too_many_cells_in_book": told(
        ("Excel-boken har flere celler enn vi kan lese", "Kopier svarene over i en ny fil."),
        ("Excel-boka har fleire celler enn vi kan lese", "Kopier svara over i ei ny fil."),
    ),
    "too_many_formats": told(
        ("Excel-boken har flere celleformater enn vi kan lese", "Kopier svarene over i en ny fil."),
        ("Excel-boka har fleire celleformat enn vi kan lese", "Kopier svara over i ei ny fil."),
    ),
    "takes_too_much": told(
        ("Excel-boken krever for mye tid eller minne å lese", "Kopier svarene over i en ny fil."),
        ("Excel-boka krev for mykje tid eller minne å lese", "Kopier svara over i ei ny fil."),
    ),
    "is_strict": told(
        ("boken er lagret som «Strict Open XML-regneark»", "Velg «Lagre som» og «Excel-arbeidsbok (*.xlsx)»."),
        ("boka er lagra som «Strict Open XML-regneark»", "Vel «Lagre som» og «Excel-arbeidsbok (*.xlsx)»."),
    ),
    "is_xlsb": told(
        ("boken er lagret som binær Excel-bok (.xlsb)", "Velg «Lagre som» og «Excel-arbeidsbok (*.xlsx)»."),
        ("boka er lagra som binær Excel-bok (.xlsb)", "Vel «Lagre som» og «Excel-arbeidsbok (*.xlsx)»."),
    ),
    "is_ods": told(
        ("dette er et OpenDocument-regneark (.ods)", "Velg «Lagre som» og «Excel (.xlsx)»."),
        ("dette er eit OpenDocument-rekneark (.ods)", "Vel «Lagre som» og «Excel (.xlsx)»."),
    ),
    "formula": told(
        ("linjen har en formel", "Skriv tallet eller teksten i stedet."),
        ("linja har ein formel", "Skriv talet eller teksten i staden."),
    ),
    "error_cell": told(
        ("cellen viser feilen {found}", "Skriv tallet eller teksten i stedet."),
        ("cella viser feilen {found}", "Skriv talet eller teksten i staden."),
    ),
    "scaled": told(
        (
            "cellen viser tallet i tusen («{found}»)",
            "Velg tallformatet «Standard» for cellen, og se over tallet.",
        ),
        ("cella viser talet i tusen («{found}»)", "Vel talformatet «Standard» for cella, og sjå over talet."),
    ),
    "merged": told(
        ("cellene {found} er slått sammen", "Del dem, og skriv det som gjelder, i hver celle."),
        ("cellene {found} er slått saman", "Del dei, og skriv det som gjeld, i kvar celle."),
    ),
    "two_responses": told(
        ("filen har linjer fra flere egenvurderinger", "Bruk bare filen som er hentet ut for denne kunden."),
        ("fila har linjer frå fleire eigenvurderingar", "Bruk berre fila som er henta ut for denne kunden."),
    ),
    "other_response": told(
        ("filen er hentet ut for en annen egenvurdering", "Hent ut en ny fil for denne kunden."),
        ("fila er henta ut for ei anna eigenvurdering", "Hent ut ei ny fil for denne kunden."),
    ),
    "other_customer": told(
        ("filen er hentet ut for «{found}», ikke «{customer}»", "Hent ut en ny fil for denne kunden."),
        ("fila er henta ut for «{found}», ikkje «{customer}»", "Hent ut ei ny fil for denne kunden."),
    ),
}
