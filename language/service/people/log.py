"""What the audit log says in words: who, and what more there is to say of an act."""

from language.both import Both, Plural, Words

KEY = Both("Nøkkelen «{purpose}»", "Nøkkelen «{purpose}»")
AND_MORE = Both("og {n} til", "og {n} til")
LOCAL_USER = Both("Lokal bruker ({role})", "Lokal brukar ({role})")
# The keys are actors of the log that are nobody's.
OTHERS = Words(
    {
        "nobody": ("Ukjent, ikke logget inn", "Ukjend, ikkje logga inn"),
        "cli": ("Kommandolinjen", "Kommandolinja"),
        "reminder": ("Klarsjekk selv", "Klarsjekk sjølv"),
        "calendar": ("En kalender", "Ein kalender"),
    }
)
UNKNOWN = Both("Ukjent", "Ukjend")
# The keys stand in the log.
LOG_WORDS = Words(
    {
        "bound": ("for første gang", "for første gong"),
        "on": "på",
        "off": "av",
        "made": ("laget", "laga"),
        "expired": ("utløpt", "gått ut"),
        "maker_gone": ("den som laget den, har ikke tilgang lenger", "den som laga han, har ikkje tilgang lenger"),
        "often": ("for ofte", "for ofte"),
        "ended": ("stoppet", "stoppa"),
        "archived": "arkivert",
        "taken": ("tatt", "teken"),
        "back": ("tilbake", "tilbake"),
        "file": ("fra fil", "frå fil"),
        "proposed": ("foreslått", "foreslått"),
        "signed": ("skrevet under", "skrive under"),
        "customer": ("for kunden", "for kunden"),
        "approved": ("godkjent", "godkjent"),
        "rejected": ("avslått", "avslått"),
        "withdrawn": ("trukket", "trekt"),
        "agrees": ("enig", "einig"),
        "disagrees": ("uenig", "ueinig"),
        "nb": "bokmål",
        "nn": "nynorsk",
    }
)
# The keys are the columns of a customer.
FIELDS = Words(
    {
        "name": ("navn", "namn"),
        "org_number": "organisasjonsnummer",
        "region": "region",
        "group_name": "gruppe",
        "reviewer": ("kvalitetssikrer", "kvalitetssikrar"),
        "beds": "senger",
    }
)
QUESTIONS = Plural(("{n}\u00a0spørsmål", "{n}\u00a0spørsmål"), ("{n}\u00a0spørsmål", "{n}\u00a0spørsmål"))
FROM_TO = Both("fra {before} til {after}", "frå {before} til {after}")
MANY_FROM_TO = Plural(
    ("{n}\u00a0kunde fra {before} til {after}", "{n}\u00a0kunder fra {before} til {after}"),
    ("{n}\u00a0kunde frå {before} til {after}", "{n}\u00a0kundar frå {before} til {after}"),
)
CONDITION_MET = Both("vilkår {condition}: oppfylt {day}", "vilkår {condition}: oppfylt {day}")
CONDITION_NOT_MET = Both("vilkår {condition}: ikke oppfylt", "vilkår {condition}: ikkje oppfylt")
FIELD_FROM_TO = Both("{field} fra {before} til {after}", "{field} frå {before} til {after}")
FOR_GROUP = Both("{what} for «{group}»", "{what} for «{group}»")
BOOKED = Both("{role} {share} % fra {first} til {last}", "{role} {share} % frå {first} til {last}")
BOOKED_FOR_WAVE = Both(
    "{role} {share} % fra {first} til {last}, oppstart {wave}",
    "{role} {share} % frå {first} til {last}, oppstart {wave}",
)
TAKEN_AWAY = Both("tatt bort {what}", "tatt bort {what}")
NOTHING = Both("ingenting", "ingenting")
QUOTED = Both("«{text}»", "«{text}»")
