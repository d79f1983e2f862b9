"""After the go-live: when a customer truly started, as it was said and corrected, and what happened then."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.guards import refuse_changes

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("customer", sa.Column("started_on", sa.Date(), nullable=True))
    op.create_table(
        "start_said",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=True),
        sa.Column("customer_id", sa.String(64), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_start_said"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_start_said_customer_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "outcome",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=True),
        sa.Column("customer_id", sa.String(64), nullable=False),
        sa.Column("measure_id", sa.String(64), nullable=False),
        sa.Column("days_after", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(16), nullable=False),
        sa.Column("figure", sa.Float(), nullable=True),
        sa.Column("not_known", sa.Boolean(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outcome"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_outcome_customer_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_start_said_customer_id", "start_said", ["customer_id"])
    op.create_index("ix_outcome_customer_id", "outcome", ["customer_id"])
    refuse_changes(op.get_bind(), "start_said", "outcome")


def downgrade() -> None:
    op.drop_table("outcome")
    op.drop_table("start_said")
    op.drop_column("customer", "started_on")
