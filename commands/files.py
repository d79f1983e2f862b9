"""`import`: answers back in from files; and whose they are, which `export` asks too."""

import argparse
from contextlib import suppress
from datetime import date
from pathlib import Path

from commands.arguments import (
    InputFault,
    Parser,
    add_assessments,
    add_database,
    add_encoding,
    database_url,
    read_file,
)
from language import CUSTOMER_TYPES, count, number, short_day
from reports.answers.file_faults import nearest, safe
from reports.answers.wording import FIELD_NAMES
from scoring.vocabulary import CustomerType, ReachKind
from service.answers.file_import import Effect, Preview, confirm, preview
from service.answers.preview_lines import PreviewLine, preview_lines
from service.dossier.opening import looks_like_one
from service.dossier.taking_in import DossierPreview, preview_dossier, take_in
from service.people.actor import Actor, Role, local_actor
from service.people.customers import CustomerInfo, list_customers
from service.programme.reaches import EVERYONE, Reach, open_reach, reaches
from service.workspace import Workspace, open_workspace

IMPORT = "Vis hva en fil med svar, eller en vurderingsfil, vil endre, og lagre det hvis du ber om det."
ADMIN = local_actor(Role.ADMIN)
# Who runs a command has the database itself in hand, and is no passer-by of local mode.
_OFFICE = Actor("cli", "Kommandolinjen", Role.ADMIN)
_HEADINGS = {Effect.NEW: "Nytt", Effect.CHANGED: "Endres", Effect.CLEARED: "Tømmes"}


def add_import_arguments(command: Parser) -> None:
    command.add_argument(
        "file",
        type=Path,
        metavar="FIL",
        help="filen med svar (CSV eller Excel) eller vurderingsfilen, - for standard inn",
    )
    command.add_argument(
        "--customer", metavar="KUNDE", help="navn eller id; trengs ikke for en vurderingsfil, som sier det selv"
    )
    add_hpas(command)
    command.add_argument("--yes", action="store_true", help="lagre det som vises")
    add_encoding(command)
    add_database(command)
    add_assessments(command)


def add_hpas(command: Parser) -> None:
    command.add_argument(
        "--hpas",
        metavar="HVEM",
        help="svarene til HPAS i stedet for en kundes: alle, en kundetype, dagen en bølge starter, eller en kunde",
    )


def import_answers(options: argparse.Namespace) -> int:
    """Print what would change; with `--yes` store it, all of it or nothing."""
    named = (options.customer or options.hpas) is not None or options.file.suffix in (".json", ".zip")
    data = read_file(options.file) if named else b""
    dossier = looks_like_one(data)
    one_of_the_two(options, needed=not dossier)
    ws = open_workspace(database_url=database_url(options), assessments=options.assessments)
    try:
        if dossier:
            return _take_in(ws, options, data)
        reach = None if options.hpas is None else _reach(ws, options.hpas)
        of = whose(ws, options) if reach is None else open_reach(ws, _OFFICE, reach).customer.id
        actor = local_actor(Role.LEAD, of) if reach is None else _OFFICE
        confirmed = options.encoding_confirmed
        seen = preview(ws, actor, of, data, encoding_confirmed=confirmed)
        print("\n".join(_told(seen)))
        if not options.yes:
            print("Ingenting er lagret. Kjør på nytt med --yes for å lagre." if seen.changes else "")
            return 0
        stored = confirm(ws, actor, of, data, seal=seen.seal, encoding_confirmed=confirmed)
        print(f"Lagret {count(len(stored) + len(seen.facts), 'endring', 'endringer')}.")
        return 0
    finally:
        ws.close()


def _take_in(ws: Workspace, options: argparse.Namespace, data: bytes) -> int:
    """A vurderingsfil, as an administrator of HPAS takes it in."""
    wanted = None if options.customer is None else _customer(ws, options.customer).id
    seen = preview_dossier(ws, _OFFICE, data, customer_id=wanted)
    print("\n".join(_told_of_dossier(seen)))
    if seen.nothing_new:
        return 0
    if not options.yes:
        print("Ingenting er lagret. Kjør på nytt med --yes for å lagre.")
        return 0
    take_in(ws, _OFFICE, data, seal=seen.seal, customer_id=wanted)
    print("Lagret.")
    return 0


def _told_of_dossier(seen: DossierPreview) -> list[str]:
    lines = [
        f"{safe(seen.name)} · {seen.kind} · {seen.customer_id}",
        "Kunden er her fra før." if seen.known else "Kunden er ikke her fra før, og blir lagt til.",
        f"{seen.answered} av {count(seen.asked, 'spørsmål', 'spørsmål')} er besvart i filen.",
        *(safe(note, longest=300) for note in seen.notes),
    ]
    if seen.nothing_new:
        return [*lines, "Filen har ikke noe nytt."]
    many = (seen.lines, seen.actions, seen.waivers, seen.snapshots, seen.facts, seen.outcomes)
    brought = (*many, seen.findings, seen.phases)
    words = (
        "linjer i historikken",
        "tiltak",
        "forslag om unntak",
        "innsendinger",
        "tall om virksomheten",
        "tall etter oppstart",
        "svar på «Henger svarene sammen?»",
        "rettinger av datoene for bygging, test og opplæring",
    )
    lines.append(f"Nytt: {', '.join(f'{number} {word}' for number, word in zip(brought, words, strict=True))}.")
    lines += [f"Startet: {short_day(seen.started_on)}."] if seen.started_on else []
    return lines + [
        f"  {each.question_id} {FIELD_NAMES[each.field]}: {safe(each.before) or '–'} → {safe(each.after) or '–'}"
        for each in seen.changes
    ]


def one_of_the_two(options: argparse.Namespace, *, needed: bool) -> None:
    """Stop with a word on usage unless it is said whose answers are meant, once."""
    if needed and options.customer is None and options.hpas is None:
        options.parser.error("dette mangler: --customer")
    if options.customer is not None and options.hpas is not None:
        options.parser.error("velg --customer eller --hpas, ikke begge")


def whose(ws: Workspace, options: argparse.Namespace) -> str:
    """The id of the customer, or of HPAS's own answers. Raises `InputFault`."""
    if options.hpas is None:
        return _customer(ws, options.customer).id
    reach = _reach(ws, options.hpas)
    kept = next((each.customer_id for each in reaches(ws, ADMIN) if each.reach == reach), None)
    if kept is None:
        raise InputFault("--hpas", f"HPAS har ikke svart for «{safe(options.hpas)}»", "Hent inn svar der først.")
    return kept


def _reach(ws: Workspace, called: str) -> Reach:
    """Whom answers of HPAS's are for, by a word. Raises `InputFault`."""
    word = called.strip().casefold()
    types = {name: kind for kind in CustomerType for name in (kind.value, CUSTOMER_TYPES[kind])}
    if word in ("alle", "all"):
        return EVERYONE
    if word in types:
        return Reach(ReachKind.TYPE, types[word].value)
    with suppress(ValueError):
        return Reach(ReachKind.WAVE, date.fromisoformat(word).isoformat())
    return Reach(ReachKind.CUSTOMER, _customer(ws, called, "--hpas").id)


def _customer(ws: Workspace, called: str, option: str = "--customer") -> CustomerInfo:
    known = list_customers(ws, ADMIN)
    for customer in known:
        if called == customer.id or called.casefold() == customer.name.casefold():
            return customer
    near = nearest(called, [customer.name for customer in known])
    listed = ", ".join(customer.name for customer in known[:10]) or "Ingen er lagt inn ennå"
    raise InputFault(option, f"vi finner ikke «{safe(called)}»", f"Mente du «{near}»?" if near else f"{listed}.")


def _told(seen: Preview) -> list[str]:
    """The preview, as lines."""
    diff = seen.diff
    lines = [seen.view.customer.name, *seen.notes]
    changes = preview_lines(seen)
    for effect, heading in _HEADINGS.items():
        if found := [line for line in changes if line.effect is effect]:
            lines += [f"{heading} ({len(found)}):", *(f"  {_change(line)}" for line in found)]
    lines += [f"Om virksomheten: {each.title}: {_fact(each.before)} → {_fact(each.after)}" for each in seen.facts]
    if not seen.changes:
        lines.append("Filen endrer ingenting.")
    if seen.left:
        ids = ", ".join(dict.fromkeys(change.question_id for change in seen.left))
        lines.append(f"Ikke delt ut til {safe(seen.whose) or 'den filen er laget for'}, og står urørt: {ids}.")
    if diff.unchanged:
        lines.append(f"{count(len(diff.unchanged), 'spørsmål', 'spørsmål')} i filen er som før.")
    if diff.untouched:
        lines.append(f"{count(len(diff.untouched), 'spørsmål', 'spørsmål')} står ikke i filen og blir som de er.")
    return lines


def _fact(value: float | None) -> str:
    return "–" if value is None else number(value, decimals=2)


def _change(line: PreviewLine) -> str:
    row = f" «{safe(line.row)}»" if line.row else ""
    both = " (endret i Klarsjekk etter at filen ble hentet ut)" if line.both else ""
    return f"{line.question_id} {FIELD_NAMES[line.field]}{row}: {safe(line.before) or '–'} → {safe(line.after) or '–'}{both}"
