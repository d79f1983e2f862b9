"""In which of the two ways of writing Norwegian a customer is spoken to; where nothing is said it is bokmål."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("customer", sa.Column("language", sa.String(2), nullable=True))


def downgrade() -> None:
    op.drop_column("customer", "language")
