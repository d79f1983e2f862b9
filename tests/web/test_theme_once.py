"""The theme each run is told is Streamlit's own, and is put together once."""

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from web.theme_once import keep_theme

SECTIONS = ("theme", *(f"theme.{each.value}" for each in config.CustomThemeCategories))


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sections whose settings were looked through."""
    found: list[str] = []
    real = config.get_options_for_section

    def counted(section: str) -> dict[str, object]:
        found.append(section)
        return real(section)

    monkeypatch.setattr(config, "get_options_for_section", counted)
    # Put back when the test is over.
    monkeypatch.setattr(app_session, "_populate_theme_msg", app_session._populate_theme_msg)
    return found


def told() -> CustomThemeConfig:
    """The theme as Streamlit puts it into the first message of a run."""
    made = CustomThemeConfig()
    for section in SECTIONS:
        part = made
        for name in section.split(".")[1:]:
            part = getattr(part, name)
        app_session._populate_theme_msg(part, section)
    return made


def test_a_run_is_told_the_same_theme_and_the_settings_are_looked_through_once(looked: list[str]) -> None:
    before = told()
    assert before.ByteSize() > 100
    assert before.HasField("light")
    looked.clear()
    keep_theme()
    assert [told() for _ in range(3)] == [before] * 3
    assert sorted(looked) == sorted(SECTIONS)


def test_streamlit_looks_through_them_for_every_run(looked: list[str]) -> None:
    """Red when `web/theme_once.py` is needed no more."""
    told()
    told()
    assert len(looked) == 2 * len(SECTIONS)
