"""Whom HPAS's own answers are for: all customers, a type, a wave or one; and an index of the customers that disagree."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.guards import refuse_changes

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "programme_reach",
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("target", sa.String(64), nullable=False),
        sa.Column("customer_id", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("kind", "target", name="pk_programme_reach"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_programme_reach_customer_id"),
    )
    said = sa.text("field = 'disagrees'")
    op.create_index("ix_answer_disagrees", "answer", ["response_id"], sqlite_where=said, postgresql_where=said)
    refuse_changes(op.get_bind(), "programme_reach")


def downgrade() -> None:
    op.drop_index("ix_answer_disagrees", "answer")
    op.drop_table("programme_reach")
