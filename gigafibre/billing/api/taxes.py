"""What staff and integrations read of taxes: rates by date, accounts, categories; changed by actions."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from ninja import Router

from gigafibre.billing.actions.taxes import FORMS
from gigafibre.billing.queries import taxes
from gigafibre.billing.tax_schemas import TaxSettingsOut
from gigafibre.kernel import clock, settings
from gigafibre.kernel.http import Needs
from gigafibre.kernel.money import plain
from gigafibre.kernel.text import Text

router = Router(tags=["billing"])


@router.get("/taxes", auth=Needs("billing.read"), response=TaxSettingsOut, operation_id="read_taxes")
def read_taxes(request: HttpRequest) -> dict[str, Any]:
    """Return every tax with its rates, the newest first, and every category with what it pays today."""
    registered = settings.get("company.registrations")
    return {
        "taxes": [_tax(row, registered.get(row.code, "")) for row in taxes.taxes()],
        "categories": [asdict(row) | {"name": Text(row.name_fr, row.name_en).in_()} for row in taxes.categories()],
    }


def _tax(row: taxes.TaxRow, registration: str) -> dict[str, Any]:
    today = clock.today()
    rates = [
        asdict(one)
        | {
            "percent": plain(one.rate * 100),
            "now": one.since <= today and (one.until is None or today < one.until),
        }
        for one in row.rates
    ]
    return {
        "code": row.code,
        "name": Text(row.name_fr, row.name_en).in_(),
        "account": row.account,
        "account_name": Text(row.account_fr, row.account_en).in_(),
        "registration": registration,
        "form": FORMS[row.code][0] if row.code in FORMS else "",
        "percent": next((one["percent"] for one in rates if one["now"]), None),
        "rates": rates,
    }
