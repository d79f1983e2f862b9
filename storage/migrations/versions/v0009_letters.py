"""Letters that were sent, who will not have them, and secret addresses of calendars."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "letter",
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("about", sa.String(130), nullable=False),
        sa.Column("member_id", sa.String(64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("letter_id", sa.String(64), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("kind", "about", "member_id", "day", name="pk_letter"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_letter_member_id"),
    )
    op.create_index("ix_letter_letter_id", "letter", ["letter_id"])
    op.create_table(
        "letter_choice",
        sa.Column("member_id", sa.String(64), nullable=False),
        sa.Column("off_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("member_id", name="pk_letter_choice"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_letter_choice_member_id"),
    )
    op.create_table(
        "calendar_feed",
        sa.Column("customer_id", sa.String(64), nullable=False),
        sa.Column("secret_hash", sa.String(64), nullable=False),
        sa.Column("made_by", sa.String(200), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("customer_id", name="pk_calendar_feed"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_calendar_feed_customer_id"),
        sa.UniqueConstraint("secret_hash", name="uq_calendar_feed_secret_hash"),
    )


def downgrade() -> None:
    for table in ("calendar_feed", "letter_choice", "letter"):
        op.drop_table(table)
