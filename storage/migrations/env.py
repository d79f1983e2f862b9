"""Runs the migrations on the connection it is given, inside the caller's transaction. It opens no database itself."""

from alembic import context

from storage.answers import tables as answer_tables
from storage.decision import tables as decision_tables
from storage.files import tables as file_tables
from storage.letters import tables as letter_tables
from storage.outcomes import tables as outcome_tables
from storage.people import tables as people_tables
from storage.plan import tables as plan_tables
from storage.portfolio import tables as portfolio_tables
from storage.profile import tables as profile_tables
from storage.programme import tables as programme_tables
from storage.review import tables as submission_tables
from storage.tables import metadata
from storage.xray import tables as xray_tables

# The tables of the code are known once the modules that hold them are read.
assert all(
    found.metadata is metadata
    for found in (
        answer_tables.assignment,
        decision_tables.decision,
        file_tables.api_token,
        letter_tables.letter,
        people_tables.member,
        plan_tables.action,
        profile_tables.profile_entry,
        portfolio_tables.shared_role,
        programme_tables.programme_reach,
        submission_tables.snapshot,
        xray_tables.finding_answer,
        outcome_tables.start_said,
    )
)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
