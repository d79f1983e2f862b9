"""An action may belong to no question: the column for it may be empty. Every row stays as it was."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

HELD = "action_held"


def upgrade() -> None:
    _let_question_be(empty=True)


def downgrade() -> None:
    """Refused by the database while an action belongs to no question."""
    _let_question_be(empty=False)


def _let_question_be(*, empty: bool) -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.alter_column("action", "question_id", existing_type=sa.String(64), nullable=empty)
        return
    # SQLite changes no column. The new table has the old one's name before a row is put in, so that the history, which
    # points at it, finds each row again; until then nobody asks.
    op.execute("PRAGMA defer_foreign_keys = ON")
    op.execute(f"CREATE TABLE {HELD} AS SELECT * FROM action")
    op.drop_table("action")
    _make(empty=empty)
    op.execute(f"INSERT INTO action SELECT * FROM {HELD}")
    op.drop_table(HELD)


def _make(*, empty: bool) -> None:
    """The table as 0005 made it, but for the one column."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "action",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("response_id", sa.String(64), nullable=False),
        sa.Column("question_id", sa.String(64), nullable=empty),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner_member", sa.String(64)),
        sa.Column("owner_name", sa.String(200)),
        sa.Column("due", sa.Date()),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("done_at", moment),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.String(200), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("updated_by", sa.String(200), nullable=False),
        sa.Column("updated_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_action"),
        sa.ForeignKeyConstraint(["response_id"], ["response.id"], name="fk_action_response_id"),
        sa.ForeignKeyConstraint(["owner_member"], ["member.id"], name="fk_action_owner_member"),
    )
    op.create_index("ix_action_response_id", "action", ["response_id"])
