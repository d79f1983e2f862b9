"""What was said of the conditions of a decision: whether each is done, on which day, and by whom."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.guards import refuse_changes

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

ID = sa.String(64)


def upgrade() -> None:
    op.create_table(
        "condition_mark",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=True),
        sa.Column("decision_id", ID, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_condition_mark"),
        sa.ForeignKeyConstraint(
            ["decision_id", "place"],
            ["decision_condition.decision_id", "decision_condition.place"],
            name="fk_condition_mark_decision_id",
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_condition_mark_decision_id", "condition_mark", ["decision_id", "place"])
    refuse_changes(op.get_bind(), "condition_mark")


def downgrade() -> None:
    op.drop_table("condition_mark")
