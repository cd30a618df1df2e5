"""Rows as JSON and back, by the types of their columns; the same for every database."""

import base64
import uuid
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Date, Enum, LargeBinary, Table, Uuid

from editorial.models.base import Base, Moment
from editorial.models.setting import Setting

# They point forward to rows that point back, or to rows of their own table, which may come after
# them; so they are set when both exist.
LATER = {"comment": ("parent_id",), "dispatch": ("revision_id", "live_revision_id")}
# The columns that name kept files, by digest.
FILES = {
    "picture": ("digest",),
    "source": ("digest", "text_digest", "places_digest", "view_digest"),
}


def tables() -> list[Table]:
    """Every table, each after those it refers to."""
    order = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}
    return sorted(Base.metadata.tables.values(), key=lambda table: order[table.name])


def encode(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """A row as JSON."""
    return {column.name: _encode(row[column.name]) for column in table.columns}


def decode(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """The reverse of ``encode``. Raises KeyError or ValueError on anything else."""
    return {column.name: _decode(column, row[column.name]) for column in table.columns}


def files_of(table: Table, row: dict[str, Any]) -> set[str]:
    """The kept files that a row names."""
    named = {row[column] for column in FILES.get(table.name, ())}
    if table.name == Setting.__tablename__ and row["key"] == "site.wordmark":
        named.add(row["value"].get("digest"))
    return named - {None}


def _encode(value: Any) -> Any:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, uuid.UUID) else value


def _decode(column: Column[Any], value: Any) -> Any:
    kind = column.type
    if value is None:
        return None
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value)
    if isinstance(kind, Moment):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, Uuid):
        return uuid.UUID(value)
    if isinstance(kind, Enum) and kind.enum_class is not None:
        return kind.enum_class(value)
    return value
