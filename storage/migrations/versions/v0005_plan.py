"""Actions and waivers, each with an append-only history."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
APPEND_ONLY = ("action_revision", "waiver_event")


def upgrade() -> None:
    _actions()
    _waivers()
    if op.get_bind().dialect.name == "sqlite":
        _forbid_changes_on_sqlite()
    else:
        _forbid_changes_on_postgresql()


def downgrade() -> None:
    for table in ("waiver_event", "waiver", "action_revision", "action"):
        op.drop_table(table)


def _actions() -> None:
    op.create_table(
        "action",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("response_id", sa.String(64), nullable=False),
        sa.Column("question_id", sa.String(64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner_member", sa.String(64)),
        sa.Column("owner_name", sa.String(200)),
        sa.Column("due", sa.Date()),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("done_at", MOMENT),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.String(200), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(200), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_action"),
        sa.ForeignKeyConstraint(["response_id"], ["response.id"], name="fk_action_response_id"),
        sa.ForeignKeyConstraint(["owner_member"], ["member.id"], name="fk_action_owner_member"),
    )
    op.create_index("ix_action_response_id", "action", ["response_id"])
    op.create_table(
        "action_revision",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=True),
        sa.Column("action_id", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer()),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("session", sa.String(64), nullable=False),
        sa.Column("edit_no", sa.Integer(), nullable=False),
        sa.Column("base_version", sa.Integer()),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_action_revision"),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name="fk_action_revision_action_id"),
        sa.UniqueConstraint("action_id", "version", name="uq_action_revision_action_id_version"),
        sqlite_autoincrement=True,
    )


def _waivers() -> None:
    op.create_table(
        "waiver",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("response_id", sa.String(64), nullable=False),
        sa.Column("question_id", sa.String(64), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("expires", sa.Date(), nullable=False),
        sa.Column("given_for", sa.Text()),
        sa.Column("proposed_by", sa.String(200), nullable=False),
        sa.Column("proposed_at", MOMENT, nullable=False),
        sa.Column("decided_by", sa.String(200)),
        sa.Column("decided_at", MOMENT),
        sa.Column("reason", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_waiver"),
        sa.ForeignKeyConstraint(["response_id"], ["response.id"], name="fk_waiver_response_id"),
    )
    op.create_index("ix_waiver_response_id", "waiver", ["response_id"])
    op.create_table(
        "waiver_event",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=True),
        sa.Column("waiver_id", sa.String(64), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("reason", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_waiver_event"),
        sa.ForeignKeyConstraint(["waiver_id"], ["waiver.id"], name="fk_waiver_event_waiver_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_waiver_event_waiver_id", "waiver_event", ["waiver_id"])


def _forbid_changes_on_sqlite() -> None:
    for table in APPEND_ONLY:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def _forbid_changes_on_postgresql() -> None:
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
