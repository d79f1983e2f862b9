"""Streamlit's page and scripts with Norwegian words: `lang`, title, our script, and what its frontend says itself, in bokmål and nynorsk.

Text is replaced in the files as they are sent; the installed package is not touched. A version that says something in
another way does not start: `missing` names it.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path

import streamlit
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

STATIC = Path(streamlit.__file__).parent / "static"
SCRIPTS = "/static/js/"
SCRIPTS_OF_OURS = ("klarsjekk", "together", "fields", "unsaved", "pending")

INDEX = (STATIC / "index.html").read_text(encoding="utf-8")


def _part(pattern: str) -> str:
    """A piece of Streamlit's page whose words or file names change with its version; one that is gone is named by `missing`."""
    found = re.search(pattern, INDEX, re.DOTALL)
    return found[0] if found else pattern


_STYLE, _FRONTEND = _part(r'<link rel="stylesheet"[^>]*>'), _part(r'<script type="module"')
# What one sees until the frontend is here, on a slow line some tens of seconds; the frontend takes it away.
_MEANWHILE = (Path(__file__).parent / "meanwhile.html").read_text(encoding="utf-8")

PAGE = {
    '<html lang="en">': '<html lang="nb">',
    "<title>Streamlit</title>": "<title>Klarsjekk</title>",
    # Before the frontend, which is deferred too, and without holding up the page.
    _FRONTEND: "".join(f'<script defer src="./web/{name}.js"></script>' for name in SCRIPTS_OF_OURS) + _FRONTEND,
    # Nothing is painted before the styles in the head of a page are here.
    _STYLE: "",
    '<div id="root"></div>': f'<div id="root">{_MEANWHILE}</div>{_STYLE}',
    _part(
        "<noscript>.*</noscript>"
    ): "<noscript><p>Slå på JavaScript i nettleseren for å bruke Klarsjekk.</p></noscript>",
}

_OFFLINE = (
    "`Vi når ikke Klarsjekk. Er du på nett? Vi prøver igjen av oss selv, og det du har skrevet, blir stående.`",
    "`Vi når ikkje Klarsjekk. Er du på nett? Vi prøver igjen av oss sjølve, og det du har skrive, blir ståande.`",
)
Said = str | tuple[str, str]

# Each as it stands in the scripts, quotes and all, so that nothing else is hit. ‹…› stands for a name that the build of the
# frontend makes up anew each time; the same name in one text is the same there. Two are bokmål and nynorsk where these
# differ: each is one text in quotes, with the same before it.
WORDS: dict[str, Said] = {
    "`Page not found`": ("`Siden finnes ikke`", "`Sida finst ikkje`"),
    "`The page that you have requested does not seem to exist`": (
        "`Siden du ba om, finnes ikke`",
        "`Sida du bad om, finst ikkje`",
    ),
    "`${‹why›}. Running the app's main page.`": ("`${‹why›}. Du ser startsiden.`", "`${‹why›}. Du ser startsida.`"),
    "`Skip to main content`": ("`Gå til innholdet`", "`Gå til innhaldet`"),
    "`Connection error`": ("`Ingen forbindelse`", "`Ikkje samband`"),
    # These three, and that of a cell below, are bokmål to all: the frontend makes them once, when it is loaded.
    "`Connecting`": "`Kobler til`",
    "`Connecting to Streamlit server`": "`Kobler til Klarsjekk`",
    "`Unable to connect to Streamlit server`": "`Får ikke kontakt med Klarsjekk`",
    "`Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:`,codeBlock:`streamlit run yourscript.py`": _OFFLINE,
    "`Streamlit server is not responding. Are you connected to the internet?`": _OFFLINE,
    "`Connection timed out.`": _OFFLINE,
    "`Connection failed with status ${‹status›}${‹body›?`, and response:`:`.`}`,...‹body›&&{codeBlock:‹body›}": (
        "`Klarsjekk svarer ikke som det skal (${‹status›}). Vi prøver igjen av oss selv.`",
        "`Klarsjekk svarar ikkje som det skal (${‹status›}). Vi prøver igjen av oss sjølve.`",
    ),
    "`Cannot connect to Streamlit (HTTP status: 403).\n\nIf you are trying to access a Streamlit app running on another server, this could be due to the app's [CORS](${‹link›}) settings.`": (
        "`Klarsjekk slipper ikke inn denne nettleseren. Last siden på nytt.`",
        "`Klarsjekk slepp ikkje inn denne nettlesaren. Last sida på nytt.`",
    ),
    "`Connection lost. Please wait for the app to reconnect, then try again.`": (
        "`Forbindelsen er brutt. Vent til den er tilbake, og prøv igjen.`",
        "`Sambandet er brote. Vent til det er tilbake, og prøv igjen.`",
    ),
    "`Please wait...`": "`Vent litt`",
    "`Press Enter to ${‹to›}`": "`Trykk Enter for å lagre`",
    "+Enter to ${‹to›}`": "+Enter for å lagre`",
    "`Press ${": "`Trykk ${",
    " per file`": " per fil`",
    # Folders are not asked for.
    "‹folders›?`Upload directories`:`Upload`": ("`Velg fil`", "`Vel fil`"),
    "`No results`": "`Ingen treff`",
    "`Choose an option`": ("`Velg`", "`Vel`"),
    '"aria-label":`Clear value`': '"aria-label":`Fjern`',
    "label:`Clear selection`": ("label:`Fjern valget`", "label:`Fjern valet`"),
    "label:`Close fullscreen`": "label:`Lukk fullskjerm`",
    "label:`Fullscreen`": "label:`Fullskjerm`",
    "label:`Add row`": "label:`Legg til rad`",
    "label:`Delete row(s)`": "label:`Slett rad`",
    "label:`Search`": "label:`Søk`",
    "`Type to search`": "`Skriv for å søke`",
    "`Previous Result`": ("`Forrige treff`", "`Førre treff`"),
    "`Next Result`": "`Neste treff`",
    "`Close Search`": "`Lukk søket`",
    "label:`Show/hide columns`": ("label:`Velg kolonner`", "label:`Vel kolonnar`"),
    "`Dataframe column menu`": "`Meny for kolonnen`",
    "`Sort ascending`": ("`Sorter stigende`", "`Sorter stigande`"),
    "`Sort descending`": ("`Sorter synkende`", "`Sorter synkande`"),
    "`Statistics`": ("`Nøkkeltall`", "`Nøkkeltal`"),
    "`Autosize`": ("`Tilpass bredden`", "`Tilpass breidda`"),
    "`Pin column`": "`Fest kolonnen`",
    "`Unpin column`": ("`Løsne kolonnen`", "`Løys kolonnen`"),
    "`Hide column`": "`Skjul kolonnen`",
    "`Copy column name`": ("`Kopier navnet på kolonnen`", "`Kopier namnet på kolonnen`"),
    ",‹empty›=`None`;": ",‹empty›=`–`;",
    '"aria-label":`App pages`': '"aria-label":`Sider`',
    '"aria-label":`Sidebar`': '"aria-label":`Sidefelt`',
    "`Navigate to home page`": ("`Gå til startsiden`", "`Gå til startsida`"),
    "`View less`": "`Vis færre`",
    "`View ${‹all›-‹some›} more`": "`Vis ${‹all›-‹some›} til`",
    "`Collapse sidebar`": "`Lukk sidefeltet`",
    "`Expand sidebar`": ("`Åpne sidefeltet`", "`Opne sidefeltet`"),
    '"aria-label":`Notifications`': ('"aria-label":`Meldinger`', '"aria-label":`Meldingar`'),
    '"aria-label":`Main menu`': '"aria-label":`Meny`',
    '"aria-label":`Running...`': '"aria-label":`Arbeider`',
    '"aria-label":`Close`': '"aria-label":`Lukk`',
    '"aria-label":`Open`': ('"aria-label":`Åpne`', '"aria-label":`Opne`'),
    "`Selectbox options`": ("`Valg`", "`Val`"),
    '"aria-label":‹label›=`progress`': '"aria-label":‹label›=`Framdrift`',
    '"aria-label":`file upload`': ('"aria-label":`Velg fil`', '"aria-label":`Vel fil`'),
    "⚠️ Please fill out this cell.": "⚠️ Fyll ut denne cellen.",
    "`Add: ${": "`Legg til: ${",
    "`Add files`": ("`Velg en annen fil`", "`Vel ei anna fil`"),
    "`Drag and drop a file here`": ("`Slipp filen her`", "`Slepp fila her`"),
    "`File must be ${‹size›(‹most›,`b`)} or smaller.`": (
        "`Filen kan være på høyst ${‹size›(‹most›,`b`)}.`",
        "`Fila kan vere på høgst ${‹size›(‹most›,`b`)}.`",
    ),
    "`Upload failed`": ("`Filen kom ikke fram`", "`Fila kom ikkje fram`"),
    "`File type must be ${‹of›.length>1?`one of ${‹of›.join(`, `)}`:‹of›[0]}`": (
        "`Filen må være ${‹of›.join(` eller `)}`",
        "`Fila må vere ${‹of›.join(` eller `)}`",
    ),
    "`${‹file›.type} files are not allowed.`": (
        "`Filen må ha et navn som slutter på csv eller txt.`",
        "`Fila må ha eit namn som sluttar på csv eller txt.`",
    ),
    # Icons in text are an ornament; their English names are not read aloud.
    "role:`img`,ariaLabel:‹name›+` icon`": "ariaHidden:`true`",
}


class Norwegian:
    """ASGI middleware: answers requests for the page and its scripts itself, passes everything else on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        name = _script(scope)
        if name is None:
            await self.app(_unpacked(scope), receive, _translating(send))
            return
        body = translated(name)
        if body is None:
            await self.app(scope, receive, send)
            return
        # A day, not for ever: the name of the file tells its version, not that of our words.
        headers = {"Cache-Control": "public, max-age=86400"}
        await Response(body, media_type="text/javascript", headers=headers)(scope, receive, send)


def _unpacked(scope: Scope) -> Scope:
    """A request for a page asks for it unpacked: what is packed cannot be translated."""
    headers = scope.get("headers", [])
    if not any(name == b"accept" and b"text/html" in held for name, held in headers):
        return scope
    return {**scope, "headers": [(name, held) for name, held in headers if name != b"accept-encoding"]}


def _script(scope: Scope) -> str | None:
    """The name of the script asked for, or `None` when it is something else."""
    if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith(SCRIPTS):
        return None
    name = str(scope["path"])[len(SCRIPTS) :]
    return name if name in scripts() else None


@cache
def scripts() -> frozenset[str]:
    """The names of the scripts the frontend has."""
    return frozenset(path.name for path in (STATIC / "static" / "js").glob("*.js"))


@cache
def translated(name: str) -> bytes | None:
    """A script with our words, or `None` when none of them is in it."""
    text = (STATIC / "static" / "js" / name).read_text(encoding="utf-8")
    found = replaced(text, WORDS)
    return None if found == text else found.encode()


def missing() -> list[str]:
    """What Streamlit no longer says as we have it, one line each; the app must not start half in English."""
    lost = [*unsaid(PAGE, [STATIC / "index.html"]), *unsaid(WORDS, script_files())]
    return [f"web/norwegian.py · Streamlit sier ikke lenger {english!r}. Rett teksten der." for english in lost]


def script_files() -> list[Path]:
    """The frontend's scripts, the shortest first: the longest, of drawings and maps, need seldom be read."""
    return sorted((STATIC / "static" / "js").glob("*.js"), key=lambda path: path.stat().st_size)


def unsaid(texts: Collection[str], files: Iterable[Path]) -> list[str]:
    """Those of the texts that stand in none of the files."""
    left = {english: _pattern(english) for english in texts}
    for path in files:
        if not left:
            break
        said = path.read_bytes()
        left = {english: pattern for english, pattern in left.items() if not pattern.search(said)}
    return list(left)


def replaced(text: str, words: Mapping[str, Said]) -> str:
    """The text with each of our words for what it says in English; the names that ‹…› stands for are kept."""
    said = text.encode()
    for english, norwegian in words.items():
        said = _pattern(english).sub(_filled(_chosen(norwegian)), said)
    return said.decode()


_NAME = re.compile("‹([a-z]+)›")


@cache
def _pattern(english: str) -> re.Pattern[bytes]:
    """What is looked for, with ‹…› as any name a build may make up."""
    parts, seen = _NAME.split(english), set[str]()
    found = ""
    for place, part in enumerate(parts):
        if place % 2 == 0:
            found += re.escape(part)
        else:
            found += f"(?P={part})" if part in seen else rf"(?P<{part}>[\w$]+)"
            seen.add(part)
    return re.compile(found.encode())


def _chosen(norwegian: Said) -> str:
    """Our words as one: of two, each time they are drawn, those of the language the page is in (`web/together.js`)."""
    if isinstance(norwegian, str):
        return norwegian
    nb, nn = norwegian
    before = nb[: nb.index("`")]
    return f"{before}(document.documentElement.lang===`nn`?{nn.removeprefix(before)}:{nb.removeprefix(before)})"


def _filled(norwegian: str) -> bytes:
    """Our words as `re` wants a replacement."""
    return _NAME.sub(r"\\g<\1>", norwegian.replace("\\", r"\\")).encode()


def _translating(send: Send) -> Send:
    """Passes messages on; a page of HTML is held until it is whole, and sent with our words."""
    held: list[dict[str, object]] = []
    body = bytearray()

    async def forward(message: dict[str, object]) -> None:
        if message["type"] == "http.response.start" and _is_page(message):
            held.append(message)
        elif held and message["type"] == "http.response.body":
            body.extend(message.get("body", b""))  # type: ignore[arg-type]
            if not message.get("more_body"):
                await _send_page(send, held[0], bytes(body))
        else:
            await send(message)

    return forward  # type: ignore[return-value]


def _headers(message: dict[str, object]) -> list[tuple[bytes, bytes]]:
    return list(message["headers"])  # type: ignore[call-overload, no-any-return]


def _is_page(message: dict[str, object]) -> bool:
    """HTML that is not packed; a packed one could not be read."""
    headers = dict(_headers(message))
    return headers.get(b"content-type", b"").startswith(b"text/html") and b"content-encoding" not in headers


async def _send_page(send: Send, start: dict[str, object], body: bytes) -> None:
    page = replaced(body.decode("utf-8", "replace"), PAGE).encode()
    kept = [(name, value) for name, value in _headers(start) if name not in (b"content-length", b"etag")]
    await send({**start, "headers": [*kept, (b"content-length", str(len(page)).encode())]})
    await send({"type": "http.response.body", "body": page})
