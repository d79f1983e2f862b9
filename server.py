"""The web server: Streamlit's own, with headers, Norwegian words and checked downloads. `streamlit run server.py` starts it."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from ui import download_route
from web.headers import Headers
from web.norwegian import Norwegian
from web.script import script
from web.script_errors import tell

# Without this, the first visitor of a new process gets a page by its file name, before app.py has said what pages there are.
PagesManager.uses_pages_directory = False

app = st.App(
    "app.py",
    middleware=[Middleware(Headers), Middleware(Norwegian)],
    routes=[Route("/web/klarsjekk.js", script), Route(download_route.PATH, download_route.download)],
    on_script_error=tell,
)
