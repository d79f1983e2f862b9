"""What the workbook of one customer says: names of sheets, headings, and the sentences of the overview."""

from language.both import Both

TITLE = Both("Klarsjekk: {customer}", "Klarsjekk: {customer}")
OVERVIEW = Both("Oversikt", "Oversikt")
ANSWERS = Both("Svar", "Svar")
GAPS = Both("Mangler", "Manglar")
ACTIONS = Both("Tiltak", "Tiltak")
WAIVERS = Both("Unntak", "Unntak")
FOOT = Both("{customer} · {sheet}", "{customer} · {sheet}")
NOTHING = Both("Ingenting her ennå.", "Ingenting her enno.")
NOBODY = Both("ingen", "ingen")
YES = Both("ja", "ja")
NO = Both("nei", "nei")

# The overview.
WHY = Both("Hvorfor", "Kvifor")
AHEAD = Both("Veien videre", "Vegen vidare")
INVENTED = Both("Oppdiktet", "Oppdikta")
ORG_NUMBER = Both("Organisasjonsnummer", "Organisasjonsnummer")
CUSTOMER_ID = Both("Kunde-id", "Kunde-id")
CUSTOMER_TYPE = Both("Kundetype", "Kundetype")
AS_OF = Both("Per", "Per")
GO_LIVE = Both("Oppstart", "Oppstart")
LEFT = Both("Igjen", "Igjen")
CONCLUSION = Both("Konklusjon", "Konklusjon")
EARLIEST = Both("Tidligste forsvarlige oppstart", "Tidlegaste forsvarlege oppstart")
STALE = Both("Svar som må bekreftes", "Svar som må stadfestast")
OWN_WORK = Both("Eget arbeid som gjenstår", "Eige arbeid som står igjen")
WAITING_ON_OTHERS = Both("Venter på andre", "Ventar på andre")
CHART = Both("På plass mot forventet", "På plass mot det som er venta")
CHART_DESCRIBED = Both(
    "Søyler: på plass og forventet for alt og hver suksessfaktor, de samme tallene som i tabellen",
    "Søyler: på plass og venta for alt og kvar suksessfaktor, dei same tala som i tabellen",
)
ROW_NOT_APPLICABLE = Both("ikke aktuelt: {reason}", "ikkje aktuelt: {reason}")
WAITS_ON = Both("venter på {who}", "ventar på {who}")
OWN = Both("eget", "eige")
