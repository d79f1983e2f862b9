"""What the filters of Egenvurdering are called, by their value in the address; those of an area, as the area is."""

from language.both import Words

NAMES = Words(
    {
        "ubesvart": ("Ubesvarte", "Utan svar"),
        "vet-ikke": ("Vet ikke ennå", "Veit ikkje enno"),
        "haster": ("På etterskudd eller haster", "På etterskot eller hastar"),
        "bekreftes": ("Må bekreftes", "Må stadfestast"),
        "stoppkrav": "Stoppkrav",
        "kort": "Kortversjonen",
        "venter": ("Venter på andre", "Ventar på andre"),
        "endret": ("Endret siden innsending", "Endra sidan innsending"),
        "av-andre": ("Endret av andre etter mitt siste svar", "Endra av andre etter mitt siste svar"),
    }
)
