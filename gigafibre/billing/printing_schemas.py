"""What printing for paper customers looks like over HTTP."""

from __future__ import annotations

import datetime
from typing import Literal

from ninja import Schema


class NotPrintedOut(Schema):
    """A document that could not be printed, and why."""

    number: str
    reason: str


class PrintFileOut(Schema):
    """A file for the printer: how far it is, what it holds, until when it can be fetched; `size` in bytes."""

    number: str
    state: Literal["making", "ready", "expired"]
    duplex: bool
    again: bool
    documents: int
    done: int
    pages: int | None
    size: int | None
    left_out: list[NotPrintedOut]
    created_at: datetime.datetime
    created_by: str
    ready_at: datetime.datetime | None
    expires_on: datetime.date | None


class PrintingOut(Schema):
    """A run's paper: documents of customers who want paper, those not printed yet, files from the latest."""

    documents: int
    waiting: int
    files: list[PrintFileOut]
