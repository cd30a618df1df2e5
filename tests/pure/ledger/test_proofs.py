"""Proofs against the published vectors of the certificate-transparency projects, and against
RFC 6962's own definition, computed the slow way."""

import base64
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.ledger.proofs import consistency, inclusion, is_consistent, is_included
from editorial.ledger.tree import EMPTY_ROOT, leaf_hash, root_of
from tests.pure.ledger.test_tree import INPUTS

LEAVES = [leaf_hash(bytes.fromhex(text)) for text in INPUTS]
A = "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4="
B = "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc="
C = "DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o="
D = "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA="
E = "a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ="
F = "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms="
LEAF_0 = "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0="
LEAF_1 = "lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c="
ROOT_2 = "+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU="
# github.com/transparency-dev/merkle, testdata/consistency/*/happy-path.json and
# testdata/inclusion/*/happy-path.json. Its other files spoil these; so does ``spoilt`` below.
CONSISTENCY = [
    (1, 8, [LEAF_1, A, E]),
    (6, 8, [C, D, B]),
    (2, 5, [A, F]),
    (6, 7, [C, "sIaT7C5yFZcTBkHoIR5+7cy0wmQTlj7ubB4u0W/7Gl8=", B]),
]
INCLUSION: list[tuple[int, int, list[str]]] = [
    (0, 1, []),
    (0, 8, [LEAF_1, A, E]),
    (5, 8, [F, D, B]),
    (2, 3, [ROOT_2]),
    (1, 5, [LEAF_0, A, F]),
]


def decoded(proof: list[str]) -> list[bytes]:
    return [base64.b64decode(text) for text in proof]


def roots(leaves: list[bytes]) -> Any:
    return lambda start, end: root_of(leaves[start:end])


@pytest.mark.parametrize(("old", "new", "proof"), CONSISTENCY)
def test_the_published_consistency_proofs_come_out(old: int, new: int, proof: list[str]) -> None:
    assert consistency(old, new, roots(LEAVES)) == decoded(proof)
    before, after = root_of(LEAVES[:old]), root_of(LEAVES[:new])
    assert is_consistent(old, new, before, after, decoded(proof))


@pytest.mark.parametrize(("index", "size", "proof"), INCLUSION)
def test_the_published_inclusion_proofs_come_out(index: int, size: int, proof: list[str]) -> None:
    assert inclusion(index, size, roots(LEAVES)) == decoded(proof)
    assert is_included(index, size, LEAVES[index], root_of(LEAVES[:size]), decoded(proof))


def spoilt(proof: list[bytes], roots_: list[bytes]) -> list[list[bytes]]:
    """The ways in which those projects spoil a proof: each must be refused."""
    other = bytes(32)
    ways = [[*proof, b""], [*proof, other], [other, *proof], [b"", *proof]]
    ways += [[*proof, root] for root in roots_] + [[root, *proof] for root in roots_]
    for place, hash_ in enumerate(proof):
        for bit in range(0, 256, 37):
            flipped = bytearray(hash_)
            flipped[bit // 8] ^= 1 << bit % 8
            ways.append([*proof[:place], bytes(flipped), *proof[place + 1 :]])
        ways.append([*proof[:place], *proof[place + 1 :]])
    return ways


@pytest.mark.parametrize(("old", "new"), [(old, new) for old, new, _ in CONSISTENCY])
def test_a_spoilt_consistency_proof_is_refused(old: int, new: int) -> None:
    before, after = root_of(LEAVES[:old]), root_of(LEAVES[:new])
    proof = consistency(old, new, roots(LEAVES))
    for way in spoilt(proof, [before, after]):
        assert not is_consistent(old, new, before, after, way)
    for sizes in ((old - 1, new), (old + 1, new), (old ^ 2, new), (old, new * 2), (old, new // 2)):
        assert not is_consistent(*sizes, before, after, proof)
    assert not is_consistent(old, new, after, before, proof)
    assert not is_consistent(old, new, before, bytes(32), proof)
    assert not is_consistent(old, new, bytes(32), after, proof)


@pytest.mark.parametrize(("index", "size"), [(index, size) for index, size, _ in INCLUSION[1:]])
def test_a_spoilt_inclusion_proof_is_refused(index: int, size: int) -> None:
    root = root_of(LEAVES[:size])
    proof = inclusion(index, size, roots(LEAVES))
    for way in spoilt(proof, [root]):
        assert not is_included(index, size, LEAVES[index], root, way)
    for place, whole in ((index - 1, size), (index + 1, size), (index ^ 2, size)):
        assert not is_included(place, whole, LEAVES[index], root, proof)
    for whole in (size * 2, size // 2):
        assert not is_included(index, whole, LEAVES[index], root, proof)
    assert not is_included(index, size, bytes(32), root, proof)
    assert not is_included(index, size, LEAVES[index], bytes(32), proof)


@given(st.integers(1, 70), st.data())
def test_every_leaf_can_be_proved_and_no_other_in_its_place(size: int, data: Any) -> None:
    leaves = [leaf_hash(bytes([number])) for number in range(size)]
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion(index, size, roots(leaves))
    root = root_of(leaves)
    assert is_included(index, size, leaves[index], root, proof)
    for other in range(size):
        assert is_included(other, size, leaves[index], root, proof) is (other == index)


@given(st.integers(0, 70), st.integers(0, 70), st.integers(0, 69))
def test_growing_can_be_proved_and_rewriting_can_not(one: int, two: int, place: int) -> None:
    old, new = sorted((one, two))
    leaves = [leaf_hash(bytes([number])) for number in range(new)]
    proof = consistency(old, new, roots(leaves))
    assert is_consistent(old, new, root_of(leaves[:old]), root_of(leaves), proof)
    if place < old:
        rewritten = leaves.copy()
        rewritten[place] = leaf_hash(b"another history")
        forged = consistency(old, new, roots(rewritten))
        before, after = root_of(leaves[:old]), root_of(rewritten)
        assert not is_consistent(old, new, before, after, forged)
        assert not is_consistent(old, new, before, after, proof)


def test_what_is_not_in_the_tree_has_no_proof() -> None:
    with pytest.raises(ValueError, match="no leaf 8"):
        inclusion(8, 8, roots(LEAVES))
    with pytest.raises(ValueError, match="does not begin"):
        consistency(9, 8, roots(LEAVES))
    assert is_consistent(0, 8, EMPTY_ROOT, root_of(LEAVES), [])
    assert not is_consistent(0, 8, bytes(32), root_of(LEAVES), [])
