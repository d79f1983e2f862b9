"""Members with their invitations and logins, and how go-live dates have moved."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _members()
    _moves()


def downgrade() -> None:
    op.drop_table("go_live_move")
    op.drop_table("member")


def _members() -> None:
    op.create_table(
        "member",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("customer_id", sa.String(64)),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("email", sa.String(320)),
        sa.Column("name", sa.String(200)),
        sa.Column("issuer", sa.String(500)),
        sa.Column("subject", sa.String(500)),
        sa.Column("invited_by", sa.String(200), nullable=False),
        sa.Column("invited_at", MOMENT, nullable=False),
        sa.Column("bound_at", MOMENT),
        sa.Column("last_seen_at", MOMENT),
        sa.Column("removed_by", sa.String(200)),
        sa.Column("removed_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_member"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_member_customer_id"),
    )
    op.create_index("ix_member_issuer_subject", "member", ["issuer", "subject"])
    op.create_index("ix_member_email", "member", ["email"])
    op.create_index("ix_member_customer_id", "member", ["customer_id"])


def _moves() -> None:
    op.create_table(
        "go_live_move",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("customer_id", sa.String(64), nullable=False),
        sa.Column("moved_from", sa.Date()),
        sa.Column("moved_to", sa.Date()),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_go_live_move_customer_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_go_live_move_customer_id", "go_live_move", ["customer_id"])
