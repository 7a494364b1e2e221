"""The reference in docs/reference is the code's."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from gigafibre.config import reference
from gigafibre.config.management.commands import reference as command
from gigafibre.kernel.events import all_event_types
from gigafibre.kernel.registry import all_actions


def test_the_reference_is_current() -> None:
    call_command("reference", "--check")


def test_every_verb_and_fact_is_in_it() -> None:
    pages = reference.pages()
    assert [action.name for action in all_actions() if f"### `{action.name}`" not in pages["actions.md"]] == []
    assert [name for name in all_event_types() if f"### `{name}`" not in pages["events.md"]] == []
    assert "| `not_logged_in` | 401 |" in pages["refusals.md"]


def test_a_page_that_drifted_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "pages", lambda: {"actions.md": "something else"})
    with pytest.raises(CommandError, match=r"actions\.md has drifted"):
        call_command("reference", "--check")
    assert (Path(reference.__file__).parents[2] / "docs/reference/actions.md").read_text() != "something else"
