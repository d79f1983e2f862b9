"""Reading `secrets.toml` for a command."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from commands.arguments import InputFault


def read_secrets(path: Path) -> Mapping[str, Any]:
    """What the file says; nothing when there is none. Raises `InputFault`."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise InputFault(
            str(path), "filen lar seg ikke lese", "Rett filen, eller se at du har lov til å lese den."
        ) from None
