"""The form that switches a desk's gates: shapes only."""

import re
from collections.abc import Callable

from wtforms import BooleanField, Field, RadioField, StringField
from wtforms.validators import Length, ValidationError

from editorial.admin.queries.gates import GateLine
from editorial.web.forms import ActForm
from editorial.web.typed import one_line
from editorial.workflow.gates import WHEN_WORDS, Switch, When
from editorial.workflow.words import Gate

LANGUAGE = re.compile(r"[a-z]{2,3}\Z")
SHOWN = {When.NEVER: "Off", When.SOME: "For some", When.ALWAYS: "For every dispatch"}


class GatesForm(ActForm):
    """The two gates that a desk may switch on."""

    second_editor = BooleanField("A second editor vouches for every dispatch")
    legal = RadioField("Legal reads", choices={w.value: SHOWN[w] for w in WHEN_WORDS})
    languages = StringField("Languages", [Length(max=200)], filters=[one_line])
    keywords = StringField("Keywords", [Length(max=1000)], filters=[one_line])

    def validate_languages(self, field: Field) -> None:
        """Primary subtags of BCP 47."""
        for tag in _listed(field.data, str.lower):
            if not LANGUAGE.match(tag):
                raise ValidationError(f"“{tag}” is no tag of a language; try en, ru, az.")

    @property
    def wanted(self) -> dict[Gate, Switch]:
        """What was chosen."""
        second = When.ALWAYS if self.second_editor.data else When.NEVER
        when = When(self.legal.data)
        return {
            Gate.SECOND_EDITOR: Switch(second),
            Gate.LEGAL: Switch(
                when, _listed(self.languages.data, str.lower), _listed(self.keywords.data, str)
            ),
        }


def shown(line: GateLine) -> dict[str, object]:
    """What the form begins with."""
    legal = line.switch(Gate.LEGAL)
    return {
        "second_editor": line.switch(Gate.SECOND_EDITOR).when is When.ALWAYS,
        "legal": legal.when.value,
        "languages": ", ".join(legal.languages),
        "keywords": ", ".join(legal.keywords),
    }


def _listed(text: str | None, change: Callable[[str], str]) -> tuple[str, ...]:
    """What stands between commas, each once."""
    words = (change(part.strip()) for part in re.split("[,;]", text or ""))
    return tuple(dict.fromkeys(word for word in words if word))
