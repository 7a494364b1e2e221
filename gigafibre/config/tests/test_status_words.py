"""A state has one word: what a list filters by is what its badge says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from gigafibre.kernel.listing import all_listings

#: The badge (`status.json` of the pages) that shows a list's column.
BADGES = {
    ("arrangements", "status"): "arrangement",
    ("background_jobs", "state"): "background",
    ("billing_runs", "state"): "run",
    ("contracts", "status"): "contract",
    ("invoices", "state"): "invoice",
    ("issues", "status"): "issue",
    ("jobs", "status"): "job",
    ("messages", "state"): "message",
    ("planned_changes", "state"): "change",
    ("price_changes", "state"): "price_change",
    ("price_notices", "state"): "price_notice",
    ("quotations", "status"): "quotation",
    ("subscriptions", "state"): "subscription",
    ("suspensions", "state"): "suspension",
    ("taxes", "state"): "tax",
    ("webhook_deliveries", "state"): "delivery",
    ("webhook_endpoints", "state"): "webhook",
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_badge_says_what_the_filter_of_its_list_says(language: str) -> None:
    words = Path(settings.BASE_DIR) / "web/src/shared/i18n" / language / "base/status.json"
    badges: dict[str, Any] = json.loads(words.read_text().replace("'", "’"))
    for (name, column), badge in BADGES.items():
        (options,) = [one.options for one in all_listings()[name].columns if one.name == column]
        assert options, name
        said = {code: badges[badge].get(code) for code in options}
        assert said == {code: option.in_(language) for code, option in options.items()}, name
