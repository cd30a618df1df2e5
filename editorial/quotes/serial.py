"""A quotation with its finding as one JSON object, and back."""

from typing import Any

from editorial.quotes.finding import Difference, Finding, Passage
from editorial.quotes.quotation import Part, Quotation


def to_json(quotation: Quotation, finding: Finding) -> dict[str, Any]:
    """The fields of both, side by side; tuples become lists."""
    return {**_fields(quotation), **_fields(finding)}


def from_json(item: dict[str, Any]) -> tuple[Quotation, Finding]:
    """The reverse of ``to_json``. Raises KeyError or TypeError on anything else."""
    given = dict(item)
    given["parts"] = tuple(Part(**part) for part in given["parts"])
    given["passages"] = tuple(Passage(**passage) for passage in given["passages"])
    given["others"] = tuple(Passage(**passage) for passage in given["others"])
    given["differences"] = tuple(Difference(**one) for one in given["differences"])
    quotation_fields = Quotation.__dataclass_fields__
    finding_fields = Finding.__dataclass_fields__
    return (
        Quotation(**{name: given[name] for name in quotation_fields}),
        Finding(**{name: given[name] for name in finding_fields}),
    )


def _fields(one: Any) -> dict[str, Any]:
    return {name: _plain(getattr(one, name)) for name in one.__dataclass_fields__}


def _plain(value: Any) -> Any:
    """Without the deep copies that ``dataclasses.asdict`` makes: this is done at every pause."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return _fields(value) if hasattr(value, "__dataclass_fields__") else value
