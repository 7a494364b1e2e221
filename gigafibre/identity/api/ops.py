"""What staff and integrations ask of identity over HTTP."""

from __future__ import annotations

from ninja import Router

from gigafibre.identity.api.account import router as account_router
from gigafibre.identity.api.batches import router as batches_router
from gigafibre.identity.api.entering import router as entering_router
from gigafibre.identity.api.lists import router as lists_router
from gigafibre.identity.api.live import router as live_router
from gigafibre.identity.api.presence import router as presence_router

router = Router(tags=["identity"])
for part in (entering_router, account_router, live_router, presence_router, batches_router, lists_router):
    router.add_router("", part)
