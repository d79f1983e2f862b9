"""Customers, kept questionnaires, responses, answers with their revisions, and the audit log."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
APPEND_ONLY = ("answer_revision", "audit_event")


def upgrade() -> None:
    _customers()
    _answers()
    _revisions()
    _audit()
    if op.get_bind().dialect.name == "sqlite":
        _forbid_changes()


def downgrade() -> None:
    for table in ("audit_event", "answer_revision", "answer", "response", "questionnaire_form", "customer"):
        op.drop_table(table)


def _customers() -> None:
    op.create_table(
        "customer",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("customer_type", sa.String(32), nullable=False),
        sa.Column("go_live", sa.Date()),
        sa.Column("invented", sa.Boolean(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_customer"),
    )
    op.create_table(
        "questionnaire_form",
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("customer_type", sa.String(32), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_questionnaire_form"),
    )


def _answers() -> None:
    op.create_table(
        "response",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("customer_id", sa.String(64), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("created_by", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_response"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_response_customer_id"),
        sa.ForeignKeyConstraint(["fingerprint"], ["questionnaire_form.fingerprint"], name="fk_response_fingerprint"),
    )
    op.create_index("ix_response_customer_id", "response", ["customer_id"])
    op.create_table(
        "answer",
        sa.Column("response_id", sa.String(64), nullable=False),
        sa.Column("question_id", sa.String(64), nullable=False),
        sa.Column("field", sa.String(32), nullable=False),
        sa.Column("content", sa.Text()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("session", sa.String(64), nullable=False),
        sa.Column("edit_no", sa.Integer(), nullable=False),
        sa.Column("updated_by", sa.String(200), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("response_id", "question_id", "field", name="pk_answer"),
        sa.ForeignKeyConstraint(["response_id"], ["response.id"], name="fk_answer_response_id"),
    )


def _revisions() -> None:
    op.create_table(
        "answer_revision",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=True),
        sa.Column("response_id", sa.String(64), nullable=False),
        sa.Column("question_id", sa.String(64), nullable=False),
        sa.Column("field", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer()),
        sa.Column("content", sa.Text()),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("session", sa.String(64), nullable=False),
        sa.Column("edit_no", sa.Integer(), nullable=False),
        sa.Column("base_version", sa.Integer()),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_answer_revision"),
        sa.ForeignKeyConstraint(["response_id"], ["response.id"], name="fk_answer_revision_response_id"),
        sa.UniqueConstraint(
            "response_id",
            "question_id",
            "field",
            "version",
            name="uq_answer_revision_response_id_question_id_field_version",
        ),
        sqlite_autoincrement=True,
    )


def _audit() -> None:
    op.create_table(
        "audit_event",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("operation", sa.String(64), nullable=False),
        sa.Column("object", sa.String(200), nullable=False),
        sa.Column("outcome", sa.String(32), nullable=False),
        sa.Column("detail", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_audit_event"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_event_at", "audit_event", ["at"])


def _forbid_changes() -> None:
    for table in APPEND_ONLY:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
