"""The form of a dispatch. It checks shape; what may be filed is the workflow's to say."""

import json
import uuid
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from flask_wtf.file import FileField
from wtforms import (
    DateField,
    Field,
    HiddenField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Optional, ValidationError

from editorial.document.markdown import from_markdown, to_markdown
from editorial.document.schema import Doc, to_json
from editorial.document.validate import MAX_TEXT, InvalidDocument
from editorial.drafting.draft import FIRST_URGENCY, LAST_URGENCY, USUAL_URGENCY, Draft, Placing
from editorial.drafting.language import COMMON, language_tag
from editorial.drafting.placing_form import PlacingForm, local
from editorial.drafting.tree import read_tree, salvage
from editorial.drafting.written import keywords_in
from editorial.pipeline.lengths import LONGEST, LONGEST_KEYWORD, MOST_KEYWORDS
from editorial.web.forms import ActForm
from editorial.web.local_time import zones
from editorial.web.typed import one_line, some_lines

OTHER = "other"
URGENCY_WORDS = {FIRST_URGENCY: "1, drop everything", USUAL_URGENCY: "5, usual", LAST_URGENCY: "9"}


def line_feeds(text: str | None) -> str:
    """As typed, with one kind of line end."""
    return (text or "").replace("\r\n", "\n").replace("\r", "\n")


def at_most(most: int) -> Callable[[Any, Field], None]:
    """Refuse what is longer. Unlike ``maxlength`` it cuts nothing off a paste unseen."""

    def check(_form: Any, field: Field) -> None:
        length = len(field.data or "")
        if length > most:
            raise ValidationError(f"At most {most:,} characters; these are {length:,}.")

    return check


class DispatchForm(PlacingForm):
    """Everything about a dispatch. Its body comes from one text area, or as ``document`` from the
    editor in its place, which no page shows as a field. ``tree`` is what the editor opens with,
    None for a text that can't be read."""

    tree: Doc | None = None

    placed_version = HiddenField()
    slugline = StringField("Slugline", [at_most(LONGEST["slugline"])], filters=[one_line])
    headline = StringField("Headline", [at_most(LONGEST["headline"])], filters=[one_line])
    summary = TextAreaField("Summary", [at_most(LONGEST["summary"])], filters=[some_lines])
    dateline_place = StringField(
        "Dateline, place", [at_most(LONGEST["dateline_place"])], filters=[one_line]
    )
    dateline_date = DateField("Dateline, date", [Optional()])
    byline = StringField("Byline", [at_most(LONGEST["byline"])], filters=[one_line])
    body = TextAreaField("Text", [at_most(MAX_TEXT)], filters=[line_feeds])
    document = StringField()
    language = SelectField("Language", choices=[*COMMON.items(), (OTHER, "Another…")], default="en")
    language_other = StringField("Another language", filters=[one_line])
    urgency = SelectField(
        "Urgency",
        coerce=int,
        choices=[(n, URGENCY_WORDS.get(n, str(n))) for n in range(FIRST_URGENCY, LAST_URGENCY + 1)],
        default=USUAL_URGENCY,
    )
    keywords = StringField("Keywords", filters=[one_line])
    ednote = TextAreaField(
        "Note to the editors", [at_most(LONGEST["ednote"])], filters=[some_lines]
    )
    picture = FileField("Picture")
    points_shown = SelectMultipleField(validate_choice=False)
    points_ticked = SelectMultipleField(validate_choice=False)

    def leave_placing(self) -> None:
        """Desk and embargo are not this person's to change."""
        del self.desk, self.embargo_at, self.embargo_zone

    def fill(self, draft: Draft) -> None:
        """Show ``draft``."""
        self.tree = draft.tree
        for name in ("slugline", "headline", "summary", "dateline_place", "dateline_date"):
            self[name].data = getattr(draft, name)
        for name in ("byline", "body", "urgency", "ednote"):
            self[name].data = getattr(draft, name)
        common = draft.language in COMMON
        self.language.data = draft.language if common else OTHER
        self.language_other.data = "" if common else draft.language
        self.keywords.data = ", ".join(draft.keywords)
        if draft.placing is not None and "desk" in self:
            self.desk.data = str(draft.placing.desk_id)
            zone = draft.placing.embargo_zone
            if zone in zones():
                self.embargo_zone.data = zone
            self.embargo_at.data = local(draft.placing)

    def draft(self, standing: Placing | None = None) -> Draft:
        """What was typed; ``standing`` is where the dispatch is. Raises InvalidDocument."""
        return Draft(
            headline=self.headline.data or "",
            summary=self.summary.data or "",
            dateline_place=self.dateline_place.data or "",
            dateline_date=self.dateline_date.data,
            byline=self.byline.data or "",
            language=self._tag() or "en",
            body=self.body.data or "",
            tree=read_tree(self.document.data) if self.document.data else None,
            slugline=self.slugline.data or "",
            urgency=self.urgency.data,
            keywords=self._words(),
            ednote=self.ednote.data or "",
            placing=self.placing(standing) if "desk" in self else None,
        )

    def points(self, field: str) -> set[uuid.UUID]:
        """The ids in ``points_shown`` or ``points_ticked``; a mangled one is none."""
        found = set()
        for text in self[field].data or ():
            with suppress(ValueError):
                found.add(uuid.UUID(text))
        return found

    @property
    def seen_placed(self) -> int | None:
        """The dispatch's version as the page showed it."""
        text = self.placed_version.data or ""
        return int(text) if text.isdecimal() and len(text) < 10 else None

    def show_version(self, version: int) -> None:
        """Name the dispatch's version where the one that was sent proved stale."""
        self.placed_version.data = self.placed_version.data or str(version)

    @property
    def tree_json(self) -> str:
        """What the editor opens with."""
        assert self.tree is not None
        return json.dumps(to_json(self.tree), ensure_ascii=False)

    def keep_text(self) -> None:
        """After a refusal: the text that was sent, for the editor and for the text area."""
        try:
            if self.document.data:
                self.tree = read_tree(self.document.data)
                self.body.data = to_markdown(self.tree)
            else:
                self.tree = from_markdown(self.body.data or "")
        except InvalidDocument:
            self.tree = None
            if self.document.data:
                self.body.data = salvage(self.document.data)

    def refuse(self, invalid: InvalidDocument) -> None:
        """Show what is wrong with the text beside its field."""
        name = invalid.path.split(".")[0]
        field = self[name] if name in self and name != "language" else self.body
        field.errors = [*field.errors, invalid.sentence]

    def validate_keywords(self, _field: Field) -> None:
        """Few and short."""
        words = self._words()
        if len(words) > MOST_KEYWORDS:
            raise ValidationError(f"At most {MOST_KEYWORDS} keywords; these are {len(words)}.")
        if long := next((word for word in words if len(word) > LONGEST_KEYWORD), None):
            raise ValidationError(f"“{long}” is longer than {LONGEST_KEYWORD} characters.")

    def validate_language_other(self, _field: Field) -> None:
        """A tag by the book."""
        if self.language.data == OTHER and self._tag() is None:
            raise ValidationError("Write a language tag, such as “sq” or “sr-Latn” (BCP 47).")

    def _tag(self) -> str | None:
        if self.language.data != OTHER:
            return str(self.language.data)
        return language_tag(self.language_other.data or "")

    def _words(self) -> tuple[str, ...]:
        return keywords_in(self.keywords.data or "")


class AsideForm(ActForm):
    """Letting a text that waits go. Why is asked where its author has left."""

    reason = TextAreaField("Why", validators=[at_most(2000)])


class VersionForm(ActForm):
    """The name of a version; how long it may be is the command's to say."""

    name = StringField("Name of this version", filters=[one_line])
