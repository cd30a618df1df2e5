"""Runs the migrations on the connection that the caller opened."""

from alembic import context

import editorial.models  # noqa: F401  (registers every table)
from editorial.models.base import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    compare_type=True,
    # Batch mode would rebuild a guarded table without its triggers.
    render_as_batch=False,
)
with context.begin_transaction():
    context.run_migrations()
