"""What was sent in, what became of it, HPAS's ratings, and rows of numbers for comparing many."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
IDENTIFIER = sa.String(64)
APPEND_ONLY = ("snapshot", "snapshot_event", "review_line")


def upgrade() -> None:
    _snapshots()
    _events()
    _reviews()
    _sheets()
    if op.get_bind().dialect.name == "sqlite":
        _forbid_changes_on_sqlite()
    else:
        _forbid_changes_on_postgresql()


def downgrade() -> None:
    for table in ("response_sheet", "review_line", "snapshot_event", "snapshot"):
        op.drop_table(table)


def _snapshots() -> None:
    op.create_table(
        "snapshot",
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("response_id", IDENTIFIER, nullable=False),
        sa.Column("customer_id", IDENTIFIER, nullable=False),
        sa.Column("fingerprint", IDENTIFIER, nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("go_live", sa.Date(), nullable=False),
        sa.Column("days_left", sa.Integer(), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("sent_by", sa.String(200), nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("marker", sa.Integer(), nullable=False),
        sa.Column("numbers", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_snapshot"),
        sa.ForeignKeyConstraint(["response_id"], ["response.id"], name="fk_snapshot_response_id"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_snapshot_customer_id"),
        sa.ForeignKeyConstraint(["fingerprint"], ["questionnaire_form.fingerprint"], name="fk_snapshot_fingerprint"),
    )
    op.create_index("ix_snapshot_response_id", "snapshot", ["response_id"])
    across = ["customer_id", "days_left", "sent_at", "id"]
    op.create_index("ix_snapshot_customer_id_days_left_sent_at_id", "snapshot", across)


def _events() -> None:
    op.create_table(
        "snapshot_event",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("snapshot_id", IDENTIFIER, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("comment", sa.Text()),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshot.id"], name="fk_snapshot_event_snapshot_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_snapshot_event_snapshot_id", "snapshot_event", ["snapshot_id"])


def _reviews() -> None:
    op.create_table(
        "review_line",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("snapshot_id", IDENTIFIER, nullable=False),
        sa.Column("question_id", IDENTIFIER, nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.Column("value", sa.Text()),
        sa.Column("measure", sa.Float(53)),
        sa.Column("reason", sa.Text()),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshot.id"], name="fk_review_line_snapshot_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_review_line_snapshot_id", "review_line", ["snapshot_id"])


def _sheets() -> None:
    op.create_table(
        "response_sheet",
        sa.Column("response_id", IDENTIFIER, nullable=False),
        sa.Column("fingerprint", IDENTIFIER, nullable=False),
        sa.Column("head", sa.String(64), nullable=False),
        sa.Column("numbers", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("response_id", name="pk_response_sheet"),
        sa.ForeignKeyConstraint(["response_id"], ["response.id"], name="fk_response_sheet_response_id"),
    )


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
