"""How HPAS came to a rating: by looking at the answer, carried over from an earlier review, or together with others."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("review_line", sa.Column("manner", sa.String(16)))
