"""The paths a reverse proxy lets through, as docs/public-paths.md lists them, are the ones there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from django.urls import URLPattern, URLResolver

from gigafibre.config.urls import urlpatterns

DOCUMENT = Path(__file__).parents[2] / "docs" / "public-paths.md"
#: Behind the guard of the staff, or for the machines around.
OURS = ("api/v1/", "api/field/", "login/", "desk", "healthz", "readyz", "metrics", "^(?!api/")
#: Of every API: what describes it, not what it does.
SHOWN = ("openapi.json", "docs", "")


def routes(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    for one in patterns:
        path = before + str(one.pattern)
        if path.startswith(OURS):
            continue
        if isinstance(one, URLResolver):
            yield from routes(one.url_patterns, path)
        elif path.removeprefix("api/public/") not in SHOWN:
            yield "/" + re.sub(r"<(?:[^:>]+:)?([^>]+)>", r"{\1}", path)


def test_the_public_paths_are_those_of_the_document() -> None:
    told = set(re.findall(r"^\| `(/[^`]*)` \|", DOCUMENT.read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert told == set(routes(urlpatterns))
    assert "/sign/{token}" in told
