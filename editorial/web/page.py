"""What every template may ask: who is here, what the house is called, which words a state has."""

from typing import Any

from flask import Flask

from editorial.catalogue.words import words_in
from editorial.models.person import Person
from editorial.models.saving import reading
from editorial.models.setting import setting
from editorial.pipeline.roles import desks_of, is_administrator
from editorial.web.signed_in import is_signed_in, person_here
from editorial.workflow.moderation import may_moderate
from editorial.workflow.wording import ACTION_WORDS, ROLE_WORDS, STATE_WORDS
from editorial.workflow.words import Role


def set_page_words(app: Flask) -> None:
    """Names for templates. They are facts; a template computes no permission."""
    # A global, so that macros have it too.
    app.jinja_env.globals["words_in"] = words_in

    @app.context_processor
    def words() -> dict[str, Any]:
        return {
            "agency_name": lambda: setting(reading(), "agency.name"),
            "signed_in": is_signed_in,
            "person_here": person_here,
            "is_administrator_here": lambda: is_signed_in() and is_administrator(person_here()),
            "is_on_a_desk_here": lambda: is_signed_in() and bool(desks_of(person_here())),
            "is_moderator_here": lambda: is_signed_in() and _moderates(person_here()),
            "is_publisher_here": lambda: is_signed_in() and _publishes(person_here()),
            "state_words": STATE_WORDS,
            "action_words": ACTION_WORDS,
            "role_words": ROLE_WORDS,
        }


def _moderates(person: Person) -> bool:
    return any(may_moderate(frozenset({grant.role})) for grant in person.grants)


def _publishes(person: Person) -> bool:
    return any(grant.role is Role.PUBLISHER for grant in person.grants)
