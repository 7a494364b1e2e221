"""What the documents send a reader to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "gigafibre").glob("*/README.md")])
#: A path from the root of the source, in the machine's type.
PATH = re.compile(r"`((?:gigafibre|web|docs|bench|tests|deploy)/[\w./-]+\.(?:py|md|ts|vue|mjs|sql|json|service|yml))`")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def of_an_app(path: str) -> bool:
    """Say whether a path is meant from an app's own folder, such as its `tests/examples.py`."""
    return any(ROOT.glob(f"gigafibre/*/{path}"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_document_leads_to_what_is_there(document: Path) -> None:
    text = document.read_text()
    lost = [path for path in PATH.findall(text) if not (ROOT / path).exists() and not of_an_app(path)]
    lost += [link for link in LINK.findall(text) if not (document.parent / link).exists()]
    assert lost == []
