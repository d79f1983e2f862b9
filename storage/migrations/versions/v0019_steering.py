"""What HPAS steers many customers by: shared roles, the reviewer of a group, how large a customer is, why a date moved.

What is added to a table that stood may be empty, and what is empty is not said to the chain.
"""

import sqlalchemy as sa
from alembic import op

from storage.migrations.guards import refuse_changes

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

ID, WHO, MOMENT = sa.String(64), sa.String(200), sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("customer", sa.Column("beds", sa.Integer()))
    op.add_column("go_live_move", sa.Column("reason", sa.Text()))
    _shared_role()
    _group_reviewer()
    refuse_changes(op.get_bind(), "shared_role", "group_reviewer")


def _shared_role() -> None:
    op.create_table(
        "shared_role",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=True),
        sa.Column("booking_id", ID, nullable=False),
        sa.Column("role", sa.String(200), nullable=False),
        sa.Column("customer_id", ID),
        sa.Column("wave", sa.Date()),
        sa.Column("planned_for", sa.Date()),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("share", sa.Integer(), nullable=False),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.Column("actor", WHO, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_shared_role"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_shared_role_customer_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_shared_role_booking_id", "shared_role", ["booking_id"])


def _group_reviewer() -> None:
    op.create_table(
        "group_reviewer",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("reviewer", ID),
        sa.Column("actor", WHO, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_group_reviewer"),
        sqlite_autoincrement=True,
    )
