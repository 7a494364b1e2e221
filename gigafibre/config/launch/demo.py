"""Whether the demo provider is to be there, and whether it is."""

import json
from pathlib import Path

from django.conf import settings

from gigafibre.config.variables import boolean, text


def demo_wanted() -> bool:
    """Return whether this copy shows the demo provider: by default only in a database of our own."""
    return boolean("GIGAFIBRE_DEMO", otherwise=not text("DATABASE_URL"))


def demo_logins() -> list[dict[str, str]] | None:
    """Return who may log in to the demo (`role`, `email`, `password`), None as long as it isn't loaded."""
    try:
        logins: list[dict[str, str]] = json.loads(_path().read_text())["logins"]
    except FileNotFoundError:
        return None
    return logins


def demo_loaded() -> bool:
    """Return whether the demo provider is in."""
    return _path().exists()


def keep_demo_logins(printed: dict[str, list[dict[str, str]]]) -> None:
    """Note that the demo is in, with the logins that `gigafibre demo --json` printed."""
    draft = _path().with_suffix(".draft")
    draft.touch(mode=0o600)
    draft.write_text(json.dumps({"logins": printed["logins"]}))
    draft.rename(_path())


def _path() -> Path:
    return Path(settings.HOME) / "demo.json"
