"""What a customer says of itself once, and what shares take their whole from."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.guards import refuse_changes

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "profile_entry",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=True),
        sa.Column("customer_id", sa.String(64), nullable=False),
        sa.Column("fact_id", sa.String(64), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_profile_entry"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_profile_entry_customer_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_profile_entry_customer_id", "profile_entry", ["customer_id"])
    refuse_changes(op.get_bind(), "profile_entry")


def downgrade() -> None:
    op.drop_table("profile_entry")
