from editorial.document.pairing import bag, likeness, pair


def test_likeness_is_twice_the_shared_words_by_all() -> None:
    assert likeness(bag("a b c d"), bag("A b x y")) == 0.5
    assert likeness(bag("a a b"), bag("a b b")) == 4 / 6
    assert likeness(bag("a"), bag("a")) == 1
    assert likeness(bag("a"), bag("b")) == 0
    assert likeness(bag(""), bag("…")) == 0


def test_blocks_answer_those_they_are_most_like() -> None:
    old = [bag("the vote was held today"), bag("the bridge was closed today")]
    new = [bag("the bridge was closed on Sunday"), bag("the vote was held on Sunday")]
    assert sorted(pair(old, new)) == [(0, 1), (1, 0)]


def test_the_best_pair_comes_first_and_each_block_once() -> None:
    old = [bag("one two three four")]
    new = [bag("one two three nine"), bag("one two three four")]
    assert pair(old, new) == [(0, 1)]


def test_blocks_that_share_less_than_half_stay_alone() -> None:
    assert pair([bag("a b c d e")], [bag("a b x y z")]) == []
    assert pair([bag("a b c d")], [bag("a b x y")]) == [(0, 0)]


def test_of_equal_pairs_the_nearer_wins() -> None:
    assert sorted(pair([bag("a b")] * 3, [bag("a b")] * 3)) == [(0, 0), (1, 1), (2, 2)]


def test_words_that_all_blocks_have_pair_none() -> None:
    common = [bag("the")] * 50
    assert pair(common, common) == []
