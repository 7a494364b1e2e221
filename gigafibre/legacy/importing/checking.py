"""The last phase: the platform's own checks of its books, as each night runs them, over what was brought."""

from __future__ import annotations

from gigafibre.ledger.checks import run_all
from gigafibre.legacy.importing.context import Ctx


def check_the_books(ctx: Ctx) -> None:
    """Run every app's checks; what each found wrong stands in the report, in both languages."""
    results = run_all()
    ctx.report["checks"] = [
        {
            "code": result.code,
            "label": {"fr": result.label.fr, "en": result.label.en},
            "wrong": [{"fr": words.fr, "en": words.en} for words in result.wrong],
        }
        for result in results
    ]
    ctx.count("checks", len(results))
    ctx.count("failed", sum(bool(result.wrong) for result in results))
