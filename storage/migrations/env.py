"""Runs the migrations on the connection it is given, inside the caller's transaction. It opens no database itself."""

from alembic import context

from storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
