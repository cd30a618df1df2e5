"""Routes whose builders are compiled when they are first asked for.

Werkzeug compiles two functions for each of some two hundred routes when an app is made, a tenth of
a second; tests make thousands of apps and build a handful of addresses with each.
"""

from collections.abc import Callable
from typing import Any

from werkzeug.routing import Rule


class LateRule(Rule):
    """As its base. Should Werkzeug name that method otherwise, routes are just compiled at once."""

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        made: list[Callable[..., tuple[str, str]]] = []

        def build(rule: Rule, **values: Any) -> tuple[str, str]:
            if not made:
                made.append(Rule._compile_builder(self, append_unknown))
            return made[0](rule, **values)

        return build
