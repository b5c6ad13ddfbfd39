"""Run revisions on the connection, and in the transaction, that ``whence.store.schema`` gives."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
