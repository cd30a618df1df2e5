"""Imports only go down, hidden ones too; slices never import each other; one place commits."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "editorial"
# What is only handed out, such as the file that checks a certificate.
STATIC = ROOT / "static"

FLOORS: tuple[tuple[str, ...], ...] = (
    ("workflow", "quotes", "document", "catalogue", "palette", "config"),
    ("models",),
    ("ledger", "outbox", "vault", "archive", "mailing"),
    ("pipeline",),
    ("web", "backup"),
    (
        "accounts",
        "board",
        "budget",
        "drafting",
        "sources",
        "readers",
        "review",
        "publishing",
        "site",
        "history",
        "admin",
        "telling",
        "transparency",
    ),
    ("slices", "app", "cli", "worker", "terminal", "demo", "witness"),
)
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
PURE = frozenset(FLOORS[0])
SLICES = frozenset(FLOORS[5])
# What may be imported where, beside the house's own rooms.
FLASK = {"flask", "flask_login", "flask_wtf", "wtforms", "flask_sqlalchemy"}
FLASK_ABOVE = 4
FLASK_FILES = {"models/database.py", "worker.py"}
SLICE_FILES_WITHOUT_FLASK = ("commands.py", "queries.py", "jobs.py")
OUTSIDE_PURE = {"sqlalchemy", "sqlite3", "socket", "requests", "subprocess", "tempfile", "os"}


def modules() -> list[Path]:
    return sorted(
        path
        for path in ROOT.rglob("*.py")
        if STATIC not in path.parents and (path.parent != ROOT or path.stem in FLOOR_OF)
    )


def room(path: Path) -> str:
    first = path.relative_to(ROOT).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Every module that the file imports, at any depth, under TYPE_CHECKING too."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: write the whole name of what is imported"
            assert node.module is not None
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_of(path: Path) -> set[str]:
    return {
        name.split(".")[1]
        for name in imports(path)
        if name.startswith("editorial.") and name.split(".")[1] in FLOOR_OF
    }


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_down(path: Path) -> None:
    here = room(path)
    for there in rooms_of(path) - {here}:
        assert FLOOR_OF[there] <= FLOOR_OF[here], f"{here} is below {there}"
        if here in PURE | SLICES:
            assert FLOOR_OF[there] < FLOOR_OF[here], f"{here} and {there} don't know each other"


def test_every_room_has_its_floor() -> None:
    rooms = {path.name.removesuffix(".py") for path in ROOT.iterdir()} - {
        "__init__",
        "__pycache__",
        "static",
    }
    assert rooms <= set(FLOOR_OF)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_flask_appears_only_where_requests_are(path: Path) -> None:
    name = str(path.relative_to(ROOT))
    found = {imported.split(".")[0] for imported in imports(path)} & FLASK
    if room(path) in SLICES and path.name in SLICE_FILES_WITHOUT_FLASK:
        assert not found, f"{name} is called from the command line too"
    elif FLOOR_OF[room(path)] < FLASK_ABOVE and name not in FLASK_FILES:
        assert not found


@pytest.mark.parametrize(
    "path",
    [path for path in modules() if room(path) in PURE - {"config"}],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_the_ground_floor_reads_and_writes_nothing(path: Path) -> None:
    assert not {name.split(".")[0] for name in imports(path)} & OUTSIDE_PURE
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not calls & {"open", "print", "input"}


def test_one_place_commits() -> None:
    committing = {
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("*.py")
        if any(
            isinstance(node, ast.Attribute) and node.attr == "commit"
            for node in ast.walk(ast.parse(path.read_text()))
        )
    }
    assert committing == {"models/saving.py"}


def test_only_the_pipeline_and_house_events_append_to_the_log() -> None:
    callers = {
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("*.py")
        if "editorial.ledger.append" in set(imports(path))
    }
    assert callers <= {"pipeline/perform.py", "pipeline/record.py"}


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "misc"])
def test_no_file_is_without_a_subject(name: str) -> None:
    assert not list(ROOT.rglob(f"{name}.py"))
