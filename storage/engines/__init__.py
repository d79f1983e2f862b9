"""SQLite and PostgreSQL: addresses, opening, locking, transactions, schema, and what may be wrong."""
