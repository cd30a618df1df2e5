import hashlib
import json
from typing import Any

import pytest

from editorial.document.canonical import canonical, digest


def test_the_example_of_rfc_8785_has_the_bytes_given_there() -> None:
    value = {
        "numbers": [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/",
        "literals": [None, True, False],
    }
    assert canonical(value).decode() == (
        '{"literals":[null,true,false],'
        '"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )


def test_keys_are_sorted_by_utf_16() -> None:
    assert canonical({"\ufb33": 1, "\U0001f600": 2, "a": 3}).decode() == (
        '{"a":3,"\U0001f600":2,"\ufb33":1}'
    )


def test_the_digest_is_the_sha_256_of_the_canonical_bytes() -> None:
    assert digest({"b": 1, "a": "é"}) == hashlib.sha256('{"a":"é","b":1}'.encode()).hexdigest()


def test_a_whole_float_is_written_as_the_integer_it_is() -> None:
    assert digest({"level": 2.0}) == digest({"level": 2})


@pytest.mark.parametrize(
    "value", [{1: 2}, {"a": {1, 2}}, float("nan"), float("inf"), 2**53, -(2**53), "\ud800", b"x"]
)
def test_what_json_cannot_carry_is_refused(value: Any) -> None:
    with pytest.raises(ValueError):
        canonical(value)


def test_a_nesting_too_deep_to_walk_is_refused() -> None:
    value: Any = []
    for _ in range(100_000):
        value = [value]
    with pytest.raises(ValueError, match="nested too deeply"):
        canonical(value)


def test_what_json_reads_is_written_back_the_same() -> None:
    text = '{"a":[1,"x",{"b":null}],"c":-5}'
    assert canonical(json.loads(text)).decode() == text
