"""Keys that programs read tables with, and when the log last got a line of their use."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.guards import refuse_removal

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "api_token",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("secret_hash", sa.String(64), nullable=False),
        sa.Column("purpose", sa.String(200), nullable=False),
        sa.Column("tables", sa.Text()),
        sa.Column("customer_id", sa.String(64)),
        sa.Column("made_by", sa.String(200), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("expires", sa.Date(), nullable=False),
        sa.Column("ended_by", sa.String(200)),
        sa.Column("ended_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_api_token"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_api_token_customer_id"),
        sa.UniqueConstraint("secret_hash", name="uq_api_token_secret_hash"),
    )
    op.create_table(
        "api_use",
        sa.Column("token_id", sa.String(64), nullable=False),
        sa.Column("thing", sa.String(200), nullable=False),
        sa.Column("outcome", sa.String(32), nullable=False),
        sa.Column("used_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("token_id", "thing", "outcome", name="pk_api_use"),
    )
    refuse_removal(op.get_bind(), "api_token")


def downgrade() -> None:
    op.drop_table("api_use")
    op.drop_table("api_token")
