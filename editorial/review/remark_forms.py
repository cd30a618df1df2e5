"""The forms of comments, suggestions and points. They check shape and know no rule."""

import uuid

from wtforms import HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from editorial.document.anchor import AROUND
from editorial.models.suggestion import Change
from editorial.review.commenting import Where
from editorial.review.forms import LONGEST_NOTE, PlacedForm
from editorial.web.typed import one_line, some_lines

LONGEST_WORDS = 4000
CHANGES = {
    Change.REPLACE.value: "Other words instead",
    Change.INSERT.value: "More words after them",
    Change.DELETE.value: "Without them",
}


class AboutForm(PlacedForm):
    """What a remark is about; ``before`` is set by the page's script where words were selected."""

    block = SelectField("About", [Optional()], validate_choice=False)
    words = StringField("Which words of it", [Length(max=LONGEST_WORDS)], filters=[one_line])
    before = HiddenField()

    @property
    def where(self) -> Where:
        """The words meant."""
        return Where(
            self.block.data or "", self.words.data or "", (self.before.data or "")[-AROUND:]
        )


class CommentForm(AboutForm):
    """A new comment."""

    note = TextAreaField(
        "Comment",
        [InputRequired("Write what you want to say."), Length(max=LONGEST_NOTE)],
        filters=[some_lines],
    )


class SuggestForm(AboutForm):
    """A new suggestion; ``note`` says why."""

    change = RadioField(
        "Suggest", [InputRequired("Say what you suggest.")], choices=CHANGES, default="replace"
    )
    new = StringField("New words", [Length(max=LONGEST_WORDS)], filters=[one_line])
    note = TextAreaField("Why", [Length(max=LONGEST_NOTE)], filters=[some_lines])


class ReplyForm(PlacedForm):
    """An answer to the comment of the address."""

    note = TextAreaField(
        "Reply",
        [InputRequired("Write what you want to say."), Length(max=LONGEST_NOTE)],
        filters=[some_lines],
    )


class SeveralForm(PlacedForm):
    """One button for all the suggestions that the page showed."""

    which = HiddenField()

    @property
    def ids(self) -> tuple[uuid.UUID, ...]:
        """The suggestions; a mangled id is none."""
        return tuple(key for text in (self.which.data or "").split() if (key := _id(text)))


def _id(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
