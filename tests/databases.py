"""Empty migrated databases, a fresh one for each test, on SQLite and on PostgreSQL."""

import shutil
import uuid
from pathlib import Path

from sqlalchemy import create_engine, text

from editorial.models.database import engine_options, teach_sqlite
from editorial.models.migrating import migrate
from tests.postgres import Cluster


class SqliteTemplate:
    """One migrated file, copied for each test."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "template.db"
        url = f"sqlite:///{self.path}"
        engine = create_engine(url, **engine_options(url))
        teach_sqlite(engine)
        migrate(engine)
        with engine.connect() as connection:
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        engine.dispose()

    def fresh(self, folder: Path) -> str:
        """The URL of a copy."""
        path = folder / "editorial.db"
        shutil.copyfile(self.path, path)
        return f"sqlite:///{path}"


class PostgresqlTemplate:
    """One migrated database, cloned for each test."""

    def __init__(self) -> None:
        self.cluster = Cluster()
        self._admin = create_engine(self.cluster.url("postgres"), isolation_level="AUTOCOMMIT")
        self._execute("CREATE DATABASE template_editorial")
        engine = create_engine(self.cluster.url("template_editorial"))
        migrate(engine)
        engine.dispose()

    def fresh(self) -> str:
        """The URL of a clone."""
        name = f"t{uuid.uuid4().hex[:12]}"
        self._execute(f"CREATE DATABASE {name} TEMPLATE template_editorial")
        return self.cluster.url(name)

    def drop(self, url: str) -> None:
        """Remove a clone."""
        self._execute(f"DROP DATABASE IF EXISTS {url.rsplit('/', 1)[1]} WITH (FORCE)")

    def stop(self) -> None:
        """Stop the cluster."""
        self._admin.dispose()
        self.cluster.stop()

    def _execute(self, sql: str) -> None:
        with self._admin.connect() as connection:
            connection.execute(text(sql))
