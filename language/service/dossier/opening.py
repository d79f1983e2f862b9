"""Where a file is altered."""

from language.both import Both

BEGINNING = Both("begynnelsen", "byrjinga")
SIGNS = Both("tegnene", "teikna")
CHECKSUM = Both("innholdet passer ikke til kontrollsummen", "innhaldet passar ikkje til kontrollsummen")
FORM = Both("spørreskjemaet", "spørjeskjemaet")
FORM_OF_ANOTHER = Both("spørreskjemaet er for en annen kundetype", "spørjeskjemaet er for ein annan kundetype")
HISTORY_LINE = Both("historikken, linje {number}", "historikken, linje {number}")
END_OF_HISTORY = Both("slutten av historikken", "slutten av historikken")
NOT_ITS_ANSWERS = Both("svarene er ikke dem historikken ender med", "svara er ikkje dei historikken endar med")
ACTION = Both("et tiltak", "eit tiltak")
WAIVER = Both("et unntak", "eit unntak")
TWICE = Both("noe står to ganger", "noko står to gonger")
SENT_IN = Both("det som ble sendt inn {day}", "det som blei sendt inn {day}")
