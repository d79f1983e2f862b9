"""What HPAS steers many customers by: organisation number, region, group, who reviews, and whether it is archived.

All may be empty, and what is empty is not said to the chain: rows that stood before say what they said.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("customer", sa.Column("org_number", sa.String(9)))
    op.add_column("customer", sa.Column("region", sa.String(200)))
    op.add_column("customer", sa.Column("group_name", sa.String(200)))
    op.add_column("customer", sa.Column("reviewer", sa.String(64)))
    op.add_column("customer", sa.Column("archived_at", sa.DateTime(timezone=True)))
