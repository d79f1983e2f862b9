"""What was said to findings: that someone has looked at one, and why it stands."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.guards import refuse_changes

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "finding_answer",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=True),
        sa.Column("response_id", sa.String(64), nullable=False),
        sa.Column("rule_id", sa.String(64), nullable=False),
        sa.Column("basis", sa.String(64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_finding_answer"),
        sa.ForeignKeyConstraint(["response_id"], ["response.id"], name="fk_finding_answer_response_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_finding_answer_response_id", "finding_answer", ["response_id"])
    refuse_changes(op.get_bind(), "finding_answer")


def downgrade() -> None:
    op.drop_table("finding_answer")
