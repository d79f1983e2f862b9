"""The provider's clock may be five minutes before or behind ours; the library takes two."""

from typing import Any

from authlib.integrations.base_client.async_openid import AsyncOpenIDMixin

# Seconds, and some for the way: as `service/people/logins.py` has it.
CLOCKS_DIFFER = 310

_parse = AsyncOpenIDMixin.parse_id_token


def bear_with_other_clocks() -> None:
    """From now on a token that is so much too early or too late is good."""
    AsyncOpenIDMixin.parse_id_token = _parse_patiently


async def _parse_patiently(self: Any, *token: Any, **given: Any) -> Any:
    return await _parse(self, *token, **(given | {"leeway": CLOCKS_DIFFER}))
