"""Guarding the log on PostgreSQL: its owner can't log in, and the newsroom may only add to it."""

from sqlalchemy import Connection, Engine, text

# What the newsroom's role may do with a table that is not like the others.
ONLY_ADDED_TO = (
    "log_entry",
    "revision",
    "revision_author",
    "checkpoint",
    "cosignature",
    "notice",
)
ALLOWED = {
    **dict.fromkeys(ONLY_ADDED_TO, "SELECT, INSERT"),
    "log_words": "SELECT, INSERT, UPDATE (salt, text, erased_at)",
    "log_head": "SELECT, UPDATE",
    "alembic_version": "SELECT",
}
OBJECTS = text(
    "SELECT 'TABLE', quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' "
    "UNION ALL SELECT 'FUNCTION', p.oid::regprocedure::text FROM pg_proc p "
    "JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'public' "
    "AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')"
)
# Roles that can become another, or run programs beside the database.
MAY_DO_ANYTHING = text(
    "SELECT rolname FROM pg_roles WHERE pg_has_role(:role, oid, 'MEMBER') AND (rolsuper "
    "OR rolcreaterole OR rolname IN ('pg_execute_server_program', 'pg_write_server_files')) "
    "ORDER BY rolname = :role DESC LIMIT 1"
)
# Who owns a database can drop what is in it, whoever owns that.
OWNS_DATABASE = text(
    "SELECT datname FROM pg_database "
    "WHERE datname = current_database() AND pg_has_role(:role, datdba, 'MEMBER')"
)
# Also what it may only after SET ROLE.
MAY_STILL = text(
    "SELECT rolname FROM pg_roles WHERE pg_has_role(:role, oid, 'MEMBER') AND "
    "CASE :privilege WHEN 'UPDATE' THEN has_any_column_privilege(oid, :table, 'UPDATE') "
    "ELSE has_table_privilege(oid, :table, :privilege) END LIMIT 1"
)
REWRITING = ("UPDATE", "DELETE", "TRUNCATE", "TRIGGER")


class CanNotGuard(Exception):
    """Why the log can't be guarded from here; the sentence says what to do."""


def guard(engine: Engine, role: str, owner: str) -> None:
    """Give everything to ``owner``, who can't log in, and ``role`` what the newsroom needs.

    ``engine`` connects as one who may do that. Raises CanNotGuard.
    """
    if engine.dialect.name != "postgresql":
        raise CanNotGuard("On SQLite there are no roles; whoever has the file owns the log.")
    quoted = engine.dialect.identifier_preparer.quote
    with engine.begin() as connection:
        _check(connection, role, owner)
        if not _exists(connection, owner):
            connection.execute(text(f"CREATE ROLE {quoted(owner)} NOLOGIN"))
        connection.execute(text(f"ALTER ROLE {quoted(owner)} NOLOGIN"))
        connection.execute(text(f"ALTER SCHEMA public OWNER TO {quoted(owner)}"))
        for kind, name in connection.execute(OBJECTS).all():
            connection.execute(text(f"ALTER {kind} {name} OWNER TO {quoted(owner)}"))
        for statement in (
            "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
            "REVOKE CREATE ON SCHEMA public FROM {0}",
            "GRANT USAGE ON SCHEMA public TO {0}",
            "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {0}",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {0}",
        ):
            connection.execute(text(statement.format(quoted(role))))
        for table, allowed in ALLOWED.items():
            connection.execute(text(f"REVOKE ALL ON {table} FROM {quoted(role)}"))
            connection.execute(text(f"GRANT {allowed} ON {table} TO {quoted(role)}"))
        _check_again(connection, role)


def _check(connection: Connection, role: str, owner: str) -> None:
    if not _exists(connection, role):
        raise CanNotGuard(f"There is no role {role}. Make it: CREATE ROLE {role} LOGIN …")
    if role == connection.execute(text("SELECT current_user")).scalar():
        raise CanNotGuard(
            f"You are connected as {role} itself. Set DATABASE_URL to an administrator of the "
            "database for this command only."
        )
    mighty = connection.scalar(MAY_DO_ANYTHING, {"role": role})
    if mighty is not None:
        by = "" if mighty == role else f", as a member of {mighty}"
        raise CanNotGuard(f"{role} may do anything in this database{by}; take that from it first.")
    database = connection.scalar(OWNS_DATABASE, {"role": role})
    if database is not None:
        raise CanNotGuard(
            f"{role} owns this database and could drop the log. Give it to another first: "
            f"ALTER DATABASE {database} OWNER TO …"
        )
    member = text("SELECT pg_has_role(:role, :owner, 'MEMBER')")
    if _exists(connection, owner) and (
        connection.execute(member, {"role": role, "owner": owner}).scalar()
    ):
        raise CanNotGuard(f"{role} is a member of {owner}; take that from it first.")


def _check_again(connection: Connection, role: str) -> None:
    """What is left to the role by others: roles it is a member of, and grants to everybody."""
    for table, allowed in ALLOWED.items():
        for privilege in REWRITING:
            if privilege in allowed:
                continue
            asked = {"role": role, "table": table, "privilege": privilege}
            by = connection.scalar(MAY_STILL, asked)
            if by is not None:
                raise CanNotGuard(
                    f"{role} may {privilege} {table} still, as {by} may; take that away first."
                )


def _exists(connection: Connection, role: str) -> bool:
    found = text("SELECT 1 FROM pg_roles WHERE rolname = :role")
    return connection.execute(found, {"role": role}).first() is not None
