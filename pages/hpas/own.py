"""HPAS selv: how ready HPAS is for a wave, what customers wait for, and who does not take HPAS's answers."""

import streamlit as st

from language.pages.hpas import own as words
from scoring.vocabulary import Programme
from service.files.english import ENGLISH_QUESTIONS
from service.programme.course import course_of_hpas
from service.programme.disagreements import disagreements, earlier_answers
from service.programme.own_judgement import judge_programme
from service.programme.reaches import reaches
from service.programme.waiting import awaited
from ui import access, frame, programme
from ui.files import downloads
from ui.judgement import verdict

with access.reading() as (ws, actor):
    whom = reaches(ws, actor)
    wave = programme.chosen_wave(whom, access.today())
    here = judge_programme(ws, actor, whom, wave=wave, as_of=access.today())
    waits = awaited(ws, actor, as_of=access.today())
    apart = disagreements(ws, actor)
    before = earlier_answers(ws, actor)
    course = course_of_hpas(ws, actor, wave=wave, as_of=access.today())

form = ws.form_of(Programme.PROGRAMME)
factors = dict(form.factors) if form else {}

programme.go_on_if_asked()
st.title(words.TITLE(), anchor=False)
programme.wave_box(whom, wave)
if here is None:
    programme.begin()
else:
    frame.how_far(here.view.customer, here.judgement.days_left)
    verdict.box(here.judgement)
    programme.to_answers()
    programme.course(course)
programme.awaited(waits, factors)
programme.disagreements(apart, factors)
programme.earlier(before)
downloads.documents({ENGLISH_QUESTIONS: words.IN_ENGLISH()}, "")
