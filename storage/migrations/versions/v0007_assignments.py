"""Who is to answer what: the current word on each question, and an append-only history."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
HISTORY = "assignment_event"


def upgrade() -> None:
    op.create_table(
        "assignment",
        *_said(),
        sa.PrimaryKeyConstraint("response_id", "question_id", name="pk_assignment"),
        *_points_at("assignment"),
    )
    op.create_table(
        HISTORY,
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        *_said(),
        *_points_at(HISTORY),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_assignment_event_response_id", HISTORY, ["response_id"])
    _forbid_changes()


def downgrade() -> None:
    op.drop_table(HISTORY)
    op.drop_table("assignment")


def _said() -> list[sa.Column[object]]:
    return [
        sa.Column("response_id", sa.String(64), nullable=False),
        sa.Column("question_id", sa.String(64), nullable=False),
        sa.Column("assignee_member", sa.String(64)),
        sa.Column("assignee_name", sa.String(200)),
        sa.Column("given_by", sa.String(200), nullable=False),
        sa.Column("given_at", MOMENT, nullable=False),
    ]


def _points_at(table: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint(["response_id"], ["response.id"], name=f"fk_{table}_response_id"),
        sa.ForeignKeyConstraint(["assignee_member"], ["member.id"], name=f"fk_{table}_assignee_member"),
    ]


def _forbid_changes() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {HISTORY}_no_{change.lower()} BEFORE {change} ON {HISTORY} "
                f"BEGIN SELECT RAISE(ABORT, '{HISTORY} is append-only'); END"
            )
        return
    op.execute(
        f"CREATE TRIGGER {HISTORY}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {HISTORY} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
