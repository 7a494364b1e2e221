"""What staff and integrations read of taxes: rates by date, accounts, categories; changed by actions."""

from __future__ import annotations

from ninja import Router

from gigafibre.billing.tax_listings import TAX_CATEGORIES, TAXES
from gigafibre.kernel.listing import serve

router = Router(tags=["billing"])

serve(router, "/taxes", TAXES)
serve(router, "/tax-categories", TAX_CATEGORIES)
