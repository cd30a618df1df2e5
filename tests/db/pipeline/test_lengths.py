"""What no list could take is not filed, however it was typed."""

import pytest

from editorial.pipeline.refusal import Refused
from editorial.workflow.words import Action, Role, State
from tests.newsroom import Newsroom


@pytest.mark.parametrize(
    ("field", "length", "sentence"),
    [
        ("headline", 300, "The headline has 300 characters; at most 200 can be filed."),
        ("summary", 1001, "The summary has 1,001 characters; at most 500 can be filed."),
        ("byline", 201, "The byline has 201 characters; at most 120 can be filed."),
        ("dateline_place", 81, "The dateline’s place has 81 characters; at most 80 can be filed."),
    ],
)
def test_a_field_that_is_too_long_is_not_filed(
    newsroom: Newsroom, field: str, length: int, sentence: str
) -> None:
    author = newsroom.person("Mira Sol", Role.CORRESPONDENT)
    dispatch = newsroom.dispatch(author, **{field: "x" * length})
    with pytest.raises(Refused) as refused:
        newsroom.act(author, Action.FILE, dispatch)
    assert refused.value.reasons == (sentence,)
    assert newsroom.get(dispatch).state is State.DRAFT
    newsroom.write(dispatch, author, "It rained.")
    newsroom.act(author, Action.FILE, dispatch)
    editor = newsroom.person("Eda Lund", Role.EDITOR)
    newsroom.act(editor, Action.CLAIM, dispatch)
    newsroom.write(dispatch, editor, "It rained.", **{field: "x" * length})
    with pytest.raises(Refused, match="can be filed"):
        newsroom.act(editor, Action.REVISE, dispatch)
