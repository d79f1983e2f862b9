"""What is said of a go-live that was moved."""

from language.both import Both, Plural

TIMES = Plural(
    ("Datoen er flyttet {n}\u00a0gang", "Datoen er flyttet {n}\u00a0ganger"),
    ("Datoen er flytta {n}\u00a0gong", "Datoen er flytta {n}\u00a0gonger"),
)
MOVED = Both(
    "{on}: Oppstarten er flyttet fra {was} til {to}.{why}", "{on}: Oppstarten er flytta frå {was} til {to}.{why}"
)
TAKEN_AWAY = Both("{on}: Oppstarten er tatt bort.{why}", "{on}: Oppstarten er teken bort.{why}")
WHY = Both(" Begrunnelse: «{reason}»", " Grunngiving: «{reason}»")
NO_DATE = Both("ingen dato", "ingen dato")
