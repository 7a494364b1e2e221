"""Shadow billing over HTTP: its days, and the board of what differs."""

from __future__ import annotations

from ninja import Router

from gigafibre.kernel.listing import serve
from gigafibre.legacy.listings import SHADOW_CYCLES, SHADOW_DIFFERENCES

router = Router(tags=["legacy"])
serve(router, "/shadow-cycles", SHADOW_CYCLES)
serve(router, "/shadow-differences", SHADOW_DIFFERENCES)
