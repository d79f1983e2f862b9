"""When someone was last here, so that the first page can say what has changed since."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "visit",
        sa.Column("response_id", sa.String(64), nullable=False),
        sa.Column("reader", sa.String(200), nullable=False),
        sa.Column("since", sa.Integer(), nullable=True),
        sa.Column("since_at", MOMENT, nullable=True),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("read_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("response_id", "reader", name="pk_visit"),
        sa.ForeignKeyConstraint(["response_id"], ["response.id"], name="fk_visit_response_id"),
    )


def downgrade() -> None:
    op.drop_table("visit")
