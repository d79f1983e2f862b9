"""Tables of the keys programs read with: who may have what, by the hash of a secret, and what has been noted of their use."""

from sqlalchemy import Column, Date, ForeignKey, String, Table, Text, UniqueConstraint

from storage.tables import HASH, IDENTIFIER, PASSING, STANDING, UtcDateTime, metadata

# What stands here opens nothing: the secret itself is told once, and kept nowhere.
api_token = Table(
    "api_token",
    metadata,
    Column("id", IDENTIFIER, primary_key=True),
    Column("secret_hash", HASH, nullable=False),
    Column("purpose", String(200), nullable=False),
    # Ids of files with a blank between; nothing for all that the key may have.
    Column("tables", Text),
    # Nothing for HPAS's reading of all customers.
    Column("customer_id", IDENTIFIER, ForeignKey("customer.id")),
    Column("made_by", String(200), nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("expires", Date, nullable=False),
    Column("ended_by", String(200)),
    Column("ended_at", UtcDateTime),
    UniqueConstraint("secret_hash"),
    info=STANDING,
)

# When the log last got a line of it, so that it gets one an hour from however many processes. token_id: "" for who has none.
api_use = Table(
    "api_use",
    metadata,
    Column("token_id", IDENTIFIER, primary_key=True),
    Column("thing", String(200), primary_key=True),
    Column("outcome", String(32), primary_key=True),
    Column("used_at", UtcDateTime, nullable=False),
    info=PASSING,
)
