"""Tables of people: who belongs to which customer in which role, who is only named, logins, go-live moves, and whose machine it is."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, Text

from storage.tables import FACT, HASH, IDENTIFIER, PASSING, STANDING, UNCHAINED, UtcDateTime, metadata

# A member without a customer works in HPAS. Identity is issuer and subject; until they are known the member is invited.
member = Table(
    "member",
    metadata,
    Column("id", IDENTIFIER, primary_key=True),
    Column("customer_id", IDENTIFIER, ForeignKey("customer.id")),
    Column("role", String(32), nullable=False),
    Column("email", String(320)),
    Column("name", String(200)),
    Column("issuer", String(500)),
    Column("subject", String(500)),
    Column("invited_by", String(200), nullable=False),
    Column("invited_at", UtcDateTime, nullable=False),
    Column("bound_at", UtcDateTime),
    Column("last_seen_at", UtcDateTime, info=UNCHAINED),
    # Mixed into the digests of the chain: when it is gone, they tell nothing of the person any more.
    Column("salt", HASH),
    Column("removed_by", String(200)),
    Column("removed_at", UtcDateTime),
    info=STANDING,
)

go_live_move = Table(
    "go_live_move",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("customer_id", IDENTIFIER, ForeignKey("customer.id"), nullable=False),
    Column("moved_from", Date),
    Column("moved_to", Date),
    Column("actor", String(200), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("reason", Text),
    sqlite_autoincrement=True,
    info=FACT,
)

# Who reviews the customers of a region or a group that have no reviewer of their own; the newest row of each counts.
group_reviewer = Table(
    "group_reviewer",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("kind", String(16), nullable=False),
    Column("name", String(200), nullable=False),
    Column("reviewer", IDENTIFIER),
    Column("actor", String(200), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
    info=FACT,
)

# Someone without access whose name was typed: facts say the mark of it (`storage.people.named`), so the name can go.
named_person = Table(
    "named_person",
    metadata,
    Column("id", IDENTIFIER, primary_key=True),
    Column("customer_id", IDENTIFIER, ForeignKey("customer.id"), nullable=False, index=True),
    Column("name", String(200)),
    Column("salt", HASH),
    info=STANDING,
)

# A login that goes on: whose, since when, when it was last used (to the minute or so), and on what.
open_login = Table(
    "open_login",
    metadata,
    Column("login", HASH, primary_key=True),
    Column("member_id", IDENTIFIER, ForeignKey("member.id"), nullable=False, index=True),
    Column("began_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime, nullable=False),
    Column("device", String(60), nullable=False),
    info=PASSING,
)

# A login by the hash of what tells it from all others, kept until it would have been too old anyway.
ended_login = Table(
    "ended_login",
    metadata,
    Column("login", HASH, primary_key=True),
    Column("ended_at", UtcDateTime, nullable=False),
    info=PASSING,
)

# Written on the first screen alone: a database on a server, with real customers and its login gone, never has it.
own_machine = Table(
    "own_machine",
    metadata,
    Column("customer_id", IDENTIFIER, ForeignKey("customer.id"), primary_key=True),
    Column("set_up_at", UtcDateTime, nullable=False),
    info=FACT,
)

# A customer that HPAS has under an id of its own, by the id it has on its own machine.
dossier_source = Table(
    "dossier_source",
    metadata,
    Column("source_id", IDENTIFIER, primary_key=True),
    Column("customer_id", IDENTIFIER, ForeignKey("customer.id"), nullable=False),
    info=STANDING,
)

Index("ix_member_issuer_subject", member.c.issuer, member.c.subject)
Index("ix_member_email", member.c.email)
Index("ix_member_customer_id", member.c.customer_id)
Index("ix_go_live_move_customer_id", go_live_move.c.customer_id)
