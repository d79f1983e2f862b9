"""Whose machine a database is on, where it is for one real customer and nobody logs in; and under which ids HPAS gets files."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "own_machine",
        sa.Column("customer_id", sa.String(64), nullable=False),
        sa.Column("set_up_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_own_machine_customer_id"),
        sa.PrimaryKeyConstraint("customer_id", name="pk_own_machine"),
    )
    op.create_table(
        "dossier_source",
        sa.Column("source_id", sa.String(64), nullable=False),
        sa.Column("customer_id", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_dossier_source_customer_id"),
        sa.PrimaryKeyConstraint("source_id", name="pk_dossier_source"),
    )


def downgrade() -> None:
    op.drop_table("dossier_source")
    op.drop_table("own_machine")
