"""The provider's access token is kept nowhere. Streamlit puts it into a cookie, beside the ID token that a logout needs.

Klarsjekk asks the provider for nothing with it; whoever gets hold of the browser could.
"""

from typing import Any

from streamlit.web.server.starlette import starlette_auth_routes

_set = starlette_auth_routes._set_auth_cookie


def keep_no_access_token() -> None:
    """From now on a login sets no cookie with an access token in it."""
    starlette_auth_routes._set_auth_cookie = _without_access_token


async def _without_access_token(response: Any, user_info: dict[str, Any], tokens: dict[str, Any]) -> None:
    await _set(response, user_info, {name: held for name, held in tokens.items() if name != "access_token"})
