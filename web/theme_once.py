"""The theme is put together once, not at each answer.

Streamlit tells every run of every tab all colours and fonts, and looks through all of its settings for each section of
them: a twelfth of what an answer takes. They are those of `.streamlit/config.toml`, and stay as they are.
"""

from functools import cache

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session


def keep_theme() -> None:
    """From now on each section is what it is the first time."""
    put_together = app_session._populate_theme_msg

    @cache
    def made(section: str) -> CustomThemeConfig:
        found = CustomThemeConfig()
        put_together(found, section)
        return found

    def copied(msg: CustomThemeConfig, section: str = "theme") -> None:
        # A section of which nothing is set is not there, and must not come to be.
        if made(section).ByteSize():
            msg.CopyFrom(made(section))

    app_session._populate_theme_msg = copied
