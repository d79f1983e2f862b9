"""What people typed is shown as they typed it, wherever it is shown: nothing is fetched, nothing runs, nothing is dressed up."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Page, Request, Response, expect

from scoring.answers import Matrix, MatrixRow, Share
from scoring.vocabulary import AnswerField, CustomerType
from service.answers.responses import FieldChange, open_response, record_many
from service.people.actor import Actor, Role, local_actor
from service.people.customers import add_customer
from service.people.members import invite
from service.workspace import open_workspace
from tests.chromium import Chromium
from tests.security.browsing import settle
from tests.security.raw_client import Client
from tests.security.serve import Server, app
from tests.security.world import ASSESSMENTS, GO_LIVE, World
from tests.tell import Tell
from ui.portfolio.comparison_choice import AT_ONCE
from ui.portfolio.one_wave import MOST_NAMES
from ui.text import JOINER
from web.headers import content_policy

EVIL = "https://evil.example"
HOSTILE = (
    f"![bilde]({EVIL}/1.png)",
    f"[lenke]({EVIL}/2)",
    f"[![begge]({EVIL}/3.png)]({EVIL}/3)",
    f"<img src={EVIL}/4.png>",
    '<img src=x onerror="window.pwned=1">',
    "<script>window.pwned=2</script>",
    "</script><script>window.pwned=3</script>",
    f"<iframe src={EVIL}/5></iframe>",
    '<svg onload="window.pwned=4">',
    "<style>body{display:none}</style>",
    f"<link rel=stylesheet href={EVIL}/6.css>",
    f"<meta http-equiv=refresh content=0;url={EVIL}/7>",
    f"<base href={EVIL}/8/>",
    f'<a href="{EVIL}/9">klikk</a>',
    '<a href="javascript:window.pwned=5">klikk</a>',
    "[klikk](javascript:window.pwned=6)",
    f"<form action={EVIL}/10><input name=a></form>",
    "<b>fet</b> <i>skrå</i><br>ny linje",
    "**fet** _skrå_ ~~strøket~~ `kode`",
    "# overskrift",
    "- punkt * punkt + punkt",
    "> sitat",
    "| a | b | --- | --- |",
    "$\\frac{1}{2}$ og $$E=mc^2$$",
    ":red[rødt] :blue-background[blått] :rainbow[alt]",
    ":material/delete: :streamlit: :smile:",
    ":red-badge[merke]",
    f"{EVIL}/11 og www.evil.example og http://evil.example",
    "noen@evil.example",
    "-> <- <-> -- >= <= ~=",
    "&lt;b&gt; &amp; &#x3c;script&#x3e;",
    "%3Cscript%3E ../../../../etc/passwd",
    "{{7*7}} ${7*7} <%= 7*7 %> #{7*7}",
    "'; DROP TABLE answer; --",
    '" onmouseover="window.pwned=7',
    "O'Brien «sitat» “bøyde” – tankestrek",
    '=HYPERLINK("https://evil.example";"x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "null",
    "None",
    "å æ ø é ü 日本語 עברית",
    "snudd \u202e gnal \u202c tekst",
    "👩\u200d👩\u200d👧 \u00e9 q\u0308",
    "\\*stjerne\\* \\\\ \\<b\\>",
    "[^1]: fotnote [^1]",
    "~~~\nkode\n~~~".replace("\n", " "),
    '<details open ontoggle="window.pwned=8"><summary>s</summary></details>',
    "<!-- kommentar --> <![CDATA[x]]>",
)
ALL = "\n".join(HOSTILE)
TRUST = "Sykehuset Prøve"
QUESTION, OTHER = "HF-0207", "HF-0203"
# A name may not turn the text around it.
NAMES = tuple(text for text in HOSTILE if "\u202e" not in text)
# So many start on one day that the page names each of them.
WAVES = tuple(GO_LIVE + timedelta(weeks=week) for week in range(1, 1 + -(-len(NAMES) // MOST_NAMES)))
ROWS = tuple(f"{number} {text}" for number, text in enumerate(NAMES))


@dataclass(frozen=True)
class Watched:
    """A tab that notes all it asks for."""

    page: Page
    server: Server
    trust: str
    asked: list[str]

    def open(self, path: str, *, role: str = "admin", **query: str) -> None:
        reply: Response | None = self.page.goto(
            f"{self.server.url}/{path}?{urlencode({'kunde': self.trust, 'rolle': role} | query)}"
        )
        assert reply is not None
        assert reply.headers["content-security-policy"] == content_policy()
        settle(self.page)

    def text(self) -> str:
        return even(
            self.page.locator("[data-testid=stMain]").inner_text()
            + self.page.locator("[data-testid=stSidebar]").inner_text()
        )

    def harmless(self) -> None:
        """Nothing was fetched from elsewhere, ran, or became an element of the page."""
        assert [address for address in self.asked if urlsplit(address).hostname != "127.0.0.1"] == []
        assert self.page.evaluate("window.pwned") is None
        assert (
            self.page.evaluate(
                'document.querySelectorAll(\'[src*="evil.example"],[href*="evil.example"],[href^="javascript"]\').length'
            )
            == 0
        )
        assert self.page.evaluate("getComputedStyle(document.body).display") != "none"
        main = self.page.locator("[data-testid=stMain]")
        expect(main.locator("script, form[action], meta, base, details[ontoggle], .katex")).to_have_count(0)

    def shows_all(self, texts: tuple[str, ...] = HOSTILE) -> None:
        shown = self.text()
        assert [text for text in texts if even(text) not in shown] == []
        self.harmless()


def even(text: str) -> str:
    """Blanks are as the browser sets them; a joiner takes no room."""
    return " ".join(text.replace(JOINER, "").split())


@pytest.fixture(scope="module")
def trust_and_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Server]]:
    folder = tmp_path_factory.mktemp("hostile")
    trust = fill(folder)
    world = World(folder / "klarsjekk.db", {TRUST: trust}, {})
    with app(folder, world, secrets=None) as server:
        yield trust, server
    assert "Traceback" not in server.said()


def fill(folder: Path) -> str:
    """Customers, members, answers and rows with every text; the id of the trust that has them."""
    admin = local_actor(Role.ADMIN)
    with open_workspace(
        database_url=f"sqlite:///{folder / 'klarsjekk.db'}", assessments=ASSESSMENTS, create=True
    ) as ws:
        for number, text in enumerate(NAMES):
            municipality, day = CustomerType.MUNICIPALITY, WAVES[number // MOST_NAMES]
            add_customer(ws, admin, name=text, customer_type=municipality, go_live=day, invented=True)
        kind = CustomerType.HEALTH_TRUST
        trust = add_customer(ws, admin, name=TRUST, customer_type=kind, go_live=GO_LIVE, invented=True)
        for number, text in enumerate(NAMES):
            address = f"m{number}{''.join(text.replace('@', '').split())}@evil.example"
            invite(ws, admin, trust, role=Role.VIEWER, email=address, name=text)
        lead = Actor("someone", "Noen", Role.LEAD, trust)
        rows = Matrix(
            tuple(MatrixRow(row, Share(1.0, 2.0) if n % 2 else Share(1.0, None)) for n, row in enumerate(ROWS))
        )
        changes = [FieldChange(QUESTION, AnswerField.VALUE, rows)]
        changes += [FieldChange(QUESTION, field, ALL) for field in (AnswerField.COMMENT, AnswerField.EVIDENCE)]
        changes += [FieldChange(OTHER, AnswerField.NOT_APPLICABLE, ALL)]
        record_many(ws, lead, open_response(ws, lead, trust).response_id, changes, session="fill", edit_no=1)
    return trust


@pytest.fixture
def tab(chromium: Chromium, trust_and_server: tuple[str, Server]) -> Iterator[Watched]:
    trust, server = trust_and_server
    page, asked, heard = chromium.laptop().new_page(), list[str](), list[str]()
    page.set_viewport_size({"width": 1400, "height": 1000})

    def note(request: Request) -> None:
        if not request.url.startswith(("data:", "blob:")):
            asked.append(request.url)

    page.on("request", note)
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.on("pageerror", lambda error: heard.append(str(error)))
    yield Watched(page, server, trust, asked)
    page.close()
    assert heard == []


def unfolded(tab: Watched, question: str, fold: str = "Mer om svaret", field: str = "Kommentar") -> None:
    tab.page.locator(f".st-key-card-{question}").get_by_role("button", name=fold).click()
    expect(tab.page.locator(f".st-key-card-{question}").get_by_label(field)).to_be_visible()
    settle(tab.page)


def test_comment_evidence_and_reason(tab: Watched) -> None:
    tab.open("egenvurdering", role="lead", tema="F02")
    for question, labels in {
        QUESTION: ("Kommentar", "Dokumentasjon: lenke, eller hvor den ligger"),
        OTHER: ("Ikke aktuelt for oss fordi",),
    }.items():
        unfolded(tab, question, *(() if question == QUESTION else ("Ikke aktuelt", labels[0])))
        for label in labels:
            expect(tab.page.locator(f".st-key-card-{question}").get_by_label(label)).to_have_value(ALL)
    tab.harmless()


def test_what_someone_else_said_meanwhile(tab: Watched) -> None:
    tab.open("egenvurdering", role="lead", tema="F02")
    unfolded(tab, QUESTION)
    with Client(tab.server) as other:
        other.unfold(other.open("egenvurdering", kunde=tab.trust, rolle="lead", tema="F02"), QUESTION)
        seen = other.run(kunde=tab.trust, rolle="lead", tema="F02")
        other.give(seen.of_key(f"comment.{QUESTION}"), string_value=f"Nytt\n{ALL}")
    field = tab.page.locator(f".st-key-card-{QUESTION}").get_by_label("Kommentar")
    field.fill("Mitt")
    field.press("Control+Enter")
    expect(tab.page.get_by_test_id("stAlertContentWarning")).to_contain_text("De hadde svart:")
    settle(tab.page)
    tab.shows_all(("Nytt", *HOSTILE))


def test_names_of_rows_in_what_is_missing(tab: Watched) -> None:
    """The caption under the table names the first three rows that lack a number; the gap page names some more."""
    tab.open("egenvurdering", role="lead", tema="F02")
    tab.shows_all((f"«{ROWS[0]}»", f"«{ROWS[2]}»", f"«{ROWS[4]}»"))
    tab.open("mangler", role="lead")
    assert TRUST in tab.text()
    tab.harmless()


def test_members(tab: Watched) -> None:
    tab.open("tilgang", role="lead")
    tab.shows_all(NAMES)
    assert even(f"m0{NAMES[0]}@evil.example".casefold()) in tab.text().casefold()


@pytest.mark.parametrize(
    "path",
    ["sammenligning", "rulleplan", "denne-uken", "hpas-selv", "utvikling-alle", "kunder", "kvalitetssikring", "logg"],
)
def test_names_of_customers_where_all_are_shown(tab: Watched, path: str) -> None:
    tab.open(path)
    if path == "rulleplan":
        for number, wave in enumerate(WAVES):
            tab.open(path, oppstart=wave.isoformat())
            tab.shows_all(NAMES[number * MOST_NAMES : (number + 1) * MOST_NAMES])
    if path == "sammenligning":
        # The table is a picture; what a screen reader is told of it lies within.
        cells, shown = tab.page.locator(".st-key-map [role=gridcell]"), ""
        for number in range(1, -(-len(NAMES) // AT_ONCE) + 2):
            tab.open(path, side=str(number))
            expect(cells.first).to_be_attached()
            shown += even(" ".join(cells.all_text_contents()))
        assert [text for text in NAMES if even(text) not in shown] == []
    tab.harmless()


@pytest.mark.parametrize("number", [0, 25, 44])
def test_a_name_at_the_top_of_the_page_and_in_the_box(tab: Watched, number: int) -> None:
    with Client(tab.server) as client:
        options = list(client.open("mangler", kunde=tab.trust, rolle="lead").of_key("switch.customer").element.options)
    assert set(NAMES) <= set(options)
    tab.open("mangler", role="lead")
    tab.page.get_by_role("combobox", name="Kunde", exact=True).fill(NAMES[number][:12])
    tab.page.get_by_role("option", name=NAMES[number], exact=True).first.click()
    expect(
        tab.page.locator("[data-testid=stMain] [data-testid=stCaptionContainer]").filter(has_text="kommune ·")
    ).to_be_visible()
    settle(tab.page)
    tab.shows_all((NAMES[number],))


def sheet(rows: list[dict[str, str]]) -> bytes:
    out = io.StringIO()
    columns = [
        "question_id",
        "row",
        "value",
        "done",
        "all",
        "not_applicable",
        "reason",
        "waiting_on",
        "comment",
        "evidence",
    ]
    writer = csv.DictWriter(out, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def uploaded(tab: Watched, data: bytes) -> None:
    tab.open("filer", role="lead")
    tab.page.locator("input[type=file]").first.set_input_files(
        {"name": "<img src=x>.csv", "mimeType": "text/csv", "buffer": data}
    )


def test_a_file_that_is_refused_is_quoted_as_it_stands(tab: Watched) -> None:
    uploaded(tab, sheet([{"question_id": text, "value": text} for text in HOSTILE]))
    expect(tab.page.get_by_text("Filen kan ikke brukes")).to_be_visible()
    settle(tab.page)
    quoted = [text for text in HOSTILE if even(text)[:15] in tab.text()]
    assert len(quoted) > len(HOSTILE) * 0.8
    tab.harmless()


def test_a_file_that_is_previewed(tab: Watched) -> None:
    ids = ["HF-0202", "HF-0203", "HF-0205", "HF-0207", "HF-0208"]
    guarded = [text if text[0] not in "=+-@'|%\"" else f"'{text}" for text in HOSTILE]
    rows = [{"question_id": found, "comment": guarded[n], "evidence": guarded[-n - 1]} for n, found in enumerate(ids)]
    uploaded(tab, sheet(rows))
    expect(tab.page.get_by_role("button", name=re.compile("Lagre .* endring"))).to_be_visible()
    settle(tab.page)
    cells = tab.page.locator("canvas [role=gridcell]")
    expect(cells.filter(has_text=HOSTILE[0]).first).to_have_count(1)
    tab.harmless()


def test_the_number_of_texts(tell: Tell) -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) >= 40
    tell(f"hostile texts: {len(HOSTILE)}")
