"""Last ned og hent inn: everything out, and a filled-in file back after a preview."""

import streamlit as st

from service.files.answers import ANSWERS, ANSWERS_BOOK
from service.files.dossier import DOSSIER
from service.files.judgement import GAPS
from ui import access, frame
from ui.answers import upload
from ui.files import downloads

view = access.response()

left = access.days_left(view)

st.title("Last ned og hent inn", anchor=False)
frame.who(view.customer, left)
st.header("Svarene", anchor=False)
st.write("Alt dere har svart, med kommentarer og dokumentasjon. Filen kan hentes inn igjen uten at noe går tapt.")
downloads.buttons(ANSWERS, view.customer.id)
downloads.documents({ANSWERS_BOOK: "Excel-fil til å fylle ut"}, view.customer.id)
st.header("Det som mangler", anchor=False)
st.write("Hva som mangler, når det skulle vært på plass, og hva dere kan gjøre med det.")
downloads.buttons(GAPS, view.customer.id)
st.header("Alt til HPAS", anchor=False)
st.write(
    "Vurderingsfilen har alt: svarene med historikk, planen og det dere har sendt inn. HPAS henter den inn. Dere kan sende den "
    "på nytt når mer er svart: da kommer bare det nye med."
)
downloads.documents({DOSSIER: "Vurderingsfil til HPAS"}, view.customer.id)
if access.may_answer():
    st.header("Hent inn svar", anchor=False)
    upload.box(view)
