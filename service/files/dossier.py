"""The vurderingsfil: everything one customer has said, for HPAS to take in (`service.dossier`)."""

from service.dossier.document import dossier_bytes
from service.dossier.gathering import gather
from service.dossier.opening import MEMBER
from service.files.export import Export, ExportScope
from service.people.permissions import Operation

PACKED_OVER = 1_000_000

DOSSIER = Export(
    id="dossier",
    title="Vurderingsfil",
    about="Alt en kunde har sagt, med historikk, planen, det som er sendt inn, tallene om virksomheten og det som er ført "
    "etter oppstart, slik at HPAS kan hente det inn. Beslutninger begge har skrevet under, er ikke med.",
    named="vurderingsfil",
    operation=Operation.EXPORT_ANSWERS,
    scope=ExportScope.RESPONSE,
    read=lambda ws, wanted: gather(ws, wanted.actor, wanted.customer_id),
    make=lambda found, _wanted: dossier_bytes(found),
    ending="json",
    says_dialect=False,
    packed_as=MEMBER,
    packed_over=PACKED_OVER,
)
