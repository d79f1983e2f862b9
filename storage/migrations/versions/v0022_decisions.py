"""Decisions to start or to postpone, with their conditions and the signatures of both sides."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.guards import refuse_changes

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

ID = sa.String(64)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _decision()
    op.create_table(
        "decision_condition",
        sa.Column("decision_id", ID, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(200), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("decision_id", "place", name="pk_decision_condition"),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_decision_condition_decision_id"),
    )
    op.create_table(
        "decision_signature",
        sa.Column("decision_id", ID, nullable=False),
        sa.Column("side", sa.String(16), nullable=False),
        sa.Column("unseen", sa.Integer(), nullable=False),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("decision_id", "side", name="pk_decision_signature"),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_decision_signature_decision_id"),
    )
    refuse_changes(op.get_bind(), "decision", "decision_condition", "decision_signature")


def _decision() -> None:
    op.create_table(
        "decision",
        sa.Column("id", ID, nullable=False),
        sa.Column("response_id", ID, nullable=False),
        sa.Column("customer_id", ID, nullable=False),
        sa.Column("snapshot_id", ID, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("go_live", sa.Date(), nullable=False),
        sa.Column("new_go_live", sa.Date(), nullable=True),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("marker", sa.Integer(), nullable=False),
        sa.Column("head", ID, nullable=False),
        sa.Column("waivers", sa.Text(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("fingerprint", ID, nullable=False),
        sa.Column("numbers", sa.LargeBinary(), nullable=False),
        sa.Column("stood", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
        sa.ForeignKeyConstraint(["response_id"], ["response.id"], name="fk_decision_response_id"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_decision_customer_id"),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshot.id"], name="fk_decision_snapshot_id"),
        sa.ForeignKeyConstraint(["fingerprint"], ["questionnaire_form.fingerprint"], name="fk_decision_fingerprint"),
    )
    op.create_index("ix_decision_customer_id", "decision", ["customer_id"])


def downgrade() -> None:
    for table in ("decision_signature", "decision_condition", "decision"):
        op.drop_table(table)
