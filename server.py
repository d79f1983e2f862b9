"""The web server: Streamlit's own, with what it says in English said in Norwegian. `streamlit run server.py` starts it."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from web.norwegian import Norwegian
from web.script import script

# Without this, the first visitor of a new process gets a page by its file name, before app.py has said what pages there are.
PagesManager.uses_pages_directory = False

app = st.App("app.py", middleware=[Middleware(Norwegian)], routes=[Route("/web/klarsjekk.js", script)])
