"""The transaction under way, as the database numbers it."""

from __future__ import annotations

from django.db import models


class CurrentTransaction(models.Func):
    """The number of the top transaction, as a column's default: by it a preview knows its own rows."""

    template = "(pg_current_xact_id()::text::bigint)"
    output_field = models.BigIntegerField()
