"""What has changed in a week, as its letter tells it."""

from language.both import Both

ACTION_DONE = Both("Tiltak gjort: {action}", "Tiltak gjort: {action}")
ANSWERED = Both("Svart på: {title}", "Svart på: {title}")
MOVED = Both("Oppstarten er flyttet til {day}", "Oppstarten er flytta til {day}")
DATE_GONE = Both("Datoen for oppstart er tatt bort", "Datoen for oppstart er teken bort")
