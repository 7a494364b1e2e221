"""What staff and integrations read of collections: promises to pay, suspensions."""

from __future__ import annotations

from ninja import Router

from gigafibre.collections.listings import ARRANGEMENTS, SUSPENSIONS
from gigafibre.kernel.listing import serve

router = Router(tags=["collections"])

serve(router, "/arrangements", ARRANGEMENTS)
serve(router, "/suspensions", SUSPENSIONS)
