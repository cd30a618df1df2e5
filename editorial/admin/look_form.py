"""The form of the site's look: shapes, and whether its colours can be read."""

from collections.abc import Mapping
from typing import Any

from flask_wtf.file import FileField
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, ColorField, Field, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, ValidationError

from editorial.admin.forms import trimmed
from editorial.palette.colour import colour
from editorial.palette.scheme import CHOSEN, LEAST_OF_TEXT, OWN, faults
from editorial.web.forms import ActForm

MOST_LINKS, LONGEST_LINK = 12, 300
SAFE = ("https://", "mailto:")


class LookForm(ActForm):
    """All that the pages of the site have in common."""

    name = StringField(
        "Name of the agency",
        filters=[trimmed],
        validators=[DataRequired("A name that readers will see, please."), Length(max=80)],
    )
    tagline = StringField("Tagline", filters=[trimmed], validators=[Length(max=160)])
    wordmark = FileField("Picture in the place of the name")
    wordmark_inverts = BooleanField("Dark letters: turn them light by night")
    wordmark_away = BooleanField("Take the picture away")
    theme = SelectField("Theme", default="")
    light_paper = ColorField("Paper")
    light_ink = ColorField("Ink")
    light_quiet = ColorField("Quiet words")
    light_accent = ColorField("Links")
    dark_paper = ColorField("Paper")
    dark_ink = ColorField("Ink")
    dark_quiet = ColorField("Quiet words")
    dark_accent = ColorField("Links")
    footer = TextAreaField("Words", filters=[trimmed], validators=[Length(max=600)])
    links = TextAreaField("Links", filters=[trimmed], validators=[Length(max=3000)])

    @property
    def colours(self) -> dict[str, dict[str, str]]:
        """What differs from the house's own; what is no colour is left out."""
        found: dict[str, dict[str, str]] = {}
        for scheme, own in OWN.items():
            for token in CHOSEN:
                try:
                    typed = colour(self[f"{scheme}_{token}"].data or "")
                except ValueError:
                    continue
                if typed != own[token]:
                    found.setdefault(scheme, {})[token] = typed
        return found

    @property
    def unreadable(self) -> tuple[tuple[str, str], ...]:
        """The fields whose colour can't be read, each with a sentence."""
        return tuple(
            (
                f"{fault.scheme}_{fault.ink}",
                f"Too close to the paper: {fault.ratio:.1f} to 1; text needs {LEAST_OF_TEXT} to 1.",
            )
            for fault in faults(self.colours)
        )

    def validate_links(self, field: Field) -> None:
        """A line each: words, a stroke, an address."""
        found = links(field.data)
        if len(found) > MOST_LINKS:
            raise ValidationError(f"At most {MOST_LINKS} links, please.")
        for words, url in found:
            if not words or not _safe(url) or len(words + url) > LONGEST_LINK:
                raise ValidationError(
                    f"“{words or url}” needs its words, a stroke and an address that begins with "
                    "https://, mailto: or a single /, for example: Imprint | /about"
                )

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Shapes first, then what can be read."""
        valid = bool(super().validate(extra_validators))
        for scheme in OWN:
            for token in CHOSEN:
                field = self[f"{scheme}_{token}"]
                try:
                    colour(field.data or "")
                except ValueError:
                    field.errors = [*field.errors, "A colour of six digits, such as #1f4e79."]
                    valid = False
        for name, reason in self.unreadable:
            self[name].errors = [*self[name].errors, reason]
            valid = False
        return valid


def links(typed: str | None) -> list[list[str]]:
    """The words and the address of each line."""
    rows = (line.partition("|") for line in (typed or "").splitlines() if line.strip())
    return [[words.strip(), url.strip()] for words, _stroke, url in rows]


def arranged(asked: "MultiDict[str, str]", usual: list[str]) -> dict[str, list[str]]:
    """The sections in the order of their numbers, and those without a tick; nothing where that is
    the desks' own order."""
    named = [slug for slug in asked.getlist("section") if slug in usual]
    places = {
        slug: asked.get(f"place-{slug}", default=number, type=int)
        for number, slug in enumerate(named, 1)
    }
    order = sorted(named, key=places.__getitem__)
    ticked = set(asked.getlist("shown"))
    return {
        "order": [] if order == usual else order,
        "hidden": [slug for slug in usual if slug in named and slug not in ticked],
    }


def _safe(url: str) -> bool:
    """An address that leads to a page, not to a script."""
    if any(letter.isspace() or not letter.isprintable() for letter in url):
        return False
    return url.startswith(SAFE) or (url.startswith("/") and not url.startswith(("//", "/\\")))
