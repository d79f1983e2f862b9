"""The web server: Streamlit's own, with headers, Norwegian words and checked downloads. `streamlit run server.py` starts it.

Refuses to start on settings, content or a database it cannot trust.
"""

# ruff: noqa: E402 - the settings come first: a wrong one is told before anything heavy is read
from web import startup
from web.script_errors import keep_messages_out_of_the_log, tell

keep_messages_out_of_the_log()
startup.refuse(startup.problems(startup.settings()))

import gc
import os
from threading import Thread

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from ui import access, health_route, login, session
from ui.files import api_route, download_route
from ui.letters import feed_route
from web import inside, limits, metrics
from web.addresses import Flat
from web.clocks import bear_with_other_clocks
from web.finishing import finish_clicks
from web.headers import Headers
from web.less_in_cookies import keep_no_access_token
from web.log_lines import lines_as_asked
from web.login_failed import LoginFailed
from web.norwegian import Norwegian
from web.packed import Packed
from web.script import script
from web.sockets import send_at_once
from web.tabs import Tabs
from web.theme_once import keep_theme
from web.unnamed import say_no_name
from web.uploads import Uploads, logged_in

# Python's own but for the last, which is 10: with 300 tabs open a full collection holds everyone up for 0.4 s, and there
# was one every ten.
FEW_FULL_COLLECTIONS = (700, 10, 300)

startup.refuse(inside.missing())
NEEDS_LOGIN = login.decide()

# Opens the database now, so that the first visitor does not wait for it.
startup.refuse(access.at_start())

# Without this, the first visitor of a new process gets a page by its file name, before app.py has said what pages there are.
PagesManager.uses_pages_directory = False

send_at_once()
keep_no_access_token()
bear_with_other_clocks()
say_no_name()
keep_theme()
finish_clicks()
limits.quiet()
lines_as_asked(os.environ)

# What is loaded by now stays for good; a full collection need not walk it again while someone waits for an answer.
gc.collect()
gc.freeze()
gc.set_threshold(*FEW_FULL_COLLECTIONS)

if port := os.environ.get(metrics.PORT):
    metrics.serve(int(port), health_route.numbers)

Thread(target=access.read_ahead, daemon=True).start()

app = st.App(
    "app.py",
    middleware=[
        Middleware(metrics.Counted),
        Middleware(
            limits.Sockets,
            most=limits.tabs(limits.open_files()),
            strangers=limits.MOST_STRANGERS,
            known=lambda scope: not NEEDS_LOGIN or logged_in(HTTPConnection(scope).cookies),
        ),
        Middleware(Tabs, header=session.TAB_HEADER),
        Middleware(Headers),
        Middleware(LoginFailed),
        Middleware(Uploads, needs_login=NEEDS_LOGIN),
        Middleware(Flat),
        Middleware(Packed),
        Middleware(Norwegian),
    ],
    routes=[
        Route("/web/{name}.js", script),
        Route(download_route.PATH, download_route.download),
        Route(feed_route.PATH, feed_route.feed),
        Route(api_route.PATH, api_route.api, methods=api_route.METHODS),
        Route(health_route.LIVE, health_route.live),
        Route(health_route.READY, health_route.ready),
    ],
    on_script_error=tell,
)
