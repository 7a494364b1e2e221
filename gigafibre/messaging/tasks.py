"""Handlers that work processes need: what providers told."""

from __future__ import annotations

from gigafibre.messaging import receipts

__all__ = ["receipts"]
