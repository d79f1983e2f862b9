"""What a browser says it is, in three words: enough for its owner to know it again, and no more is kept."""

from language.ui.device import ON

_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def device(said: str | None) -> str:
    """«Firefox på Windows», or what is known of it; "" when nothing is. said: the header User-Agent."""
    text = said or ""
    browser = next((name for mark, name in _BROWSERS if mark in text), "")
    system = next((name for mark, name in _SYSTEMS if mark in text), "")
    return ON(browser=browser, system=system) if browser and system else browser or system
