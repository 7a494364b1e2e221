"""One example per action: a state, and valid input."""

from __future__ import annotations

from typing import Any

from gigafibre.identity.tests.factories import a_user
from gigafibre.kernel.tests.examples import example


@example("identity.set_preferences")
def _preferences() -> dict[str, Any]:
    return {"username": a_user("support").username, "language": "en", "theme": "dark"}
