"""The frame of Klarsjekk: page config, who is here, and the navigation that goes with it. Nothing else."""

import streamlit as st

from ui import access, frame


def main() -> None:
    frame.configure()
    try:
        customers = access.customers()
    except access.CannotStart as problem:
        frame.failed(str(problem))
        return
    customer = access.settle(customers)
    if customer is None:
        frame.nobody_yet()
        return

    page = st.navigation(_pages(), position="sidebar")
    frame.switch(customers, customer)
    page.run()


def _pages() -> dict[str, list[st.Page]]:
    ours = [
        st.Page(
            "pages/customer/overview.py",
            title="Oversikt",
            icon=":material/monitoring:",
            url_path="oversikt",
            default=True,
        ),
        st.Page(
            "pages/customer/answer.py", title="Egenvurdering", icon=":material/checklist:", url_path="egenvurdering"
        ),
        st.Page("pages/customer/gaps.py", title="Gap", icon=":material/flag:", url_path="gap"),
        st.Page("pages/customer/files.py", title="Last ned og hent inn", icon=":material/download:", url_path="filer"),
    ]
    hpas = [
        st.Page("pages/hpas/comparison.py", title="Sammenligning", icon=":material/grid_on:", url_path="sammenligning")
    ]
    method = [st.Page("pages/common/method.py", title="Metode", icon=":material/menu_book:", url_path="metode")]
    return {"Kunden": ours} | ({"HPAS": hpas} if frame.is_hpas() else {}) | {"Om Klarsjekk": method}


main()
