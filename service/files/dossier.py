"""The vurderingsfil: everything one customer has said, for HPAS to take in (`service.dossier`)."""

from language.service.files import dossier as words
from service.dossier.document import dossier_bytes
from service.dossier.gathering import gather
from service.dossier.opening import MEMBER
from service.files.export import Export, ExportScope
from service.people.permissions import Operation

PACKED_OVER = 1_000_000

DOSSIER = Export(
    id="dossier",
    title=words.DOSSIER,
    about=words.ABOUT_DOSSIER,
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
