"""When the solution is built, tested and taught, of a wave or of one customer; rows of numbers know how old answers are.

The rows of numbers without days are made again when the app starts.
"""

import sqlalchemy as sa
from alembic import op

from storage.migrations.guards import refuse_changes

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM response_sheet")
    op.create_table(
        "phase_dates",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=True),
        sa.Column("customer_id", sa.String(64), nullable=True),
        sa.Column("go_live", sa.Date(), nullable=True),
        sa.Column("build_stop", sa.Date(), nullable=True),
        sa.Column("test_start", sa.Date(), nullable=True),
        sa.Column("test_end", sa.Date(), nullable=True),
        sa.Column("training_start", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_phase_dates"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_phase_dates_customer_id"),
        sqlite_autoincrement=True,
    )
    refuse_changes(op.get_bind(), "phase_dates")


def downgrade() -> None:
    op.drop_table("phase_dates")
    op.execute("DELETE FROM response_sheet")
