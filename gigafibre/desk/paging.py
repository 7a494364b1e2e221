"""Pages of a table of any size: nobody counts a million rows to look at fifty."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from django.core.paginator import Paginator
from django.db import connection
from django.db.models import QuerySet

if TYPE_CHECKING:
    Paged = Paginator[Any]
else:
    Paged = Paginator

#: Rows that can be leafed through; who looks for another narrows the list.
MOST = 10_000


class Leaves(Paged):
    """Counts up to MOST; `roughly` says how many there may be beyond."""

    @cached_property
    def count(self) -> int:
        """How many rows can be leafed through."""
        return min(self._counted, MOST)

    @cached_property
    def _counted(self) -> int:
        return self._rows.order_by().select_related(None)[: MOST + 1].count()

    @property
    def _rows(self) -> QuerySet[Any]:
        return cast("QuerySet[Any]", self.object_list)

    @property
    def more(self) -> bool:
        """Whether there are more than can be leafed through."""
        return self._counted > MOST

    @cached_property
    def roughly(self) -> int | None:
        """How many rows the whole table has, as the database last estimated it; None for a narrowed list."""
        rows = self._rows
        if not self.more or rows.query.where:
            return None
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT reltuples::bigint FROM pg_class WHERE oid = %s::regclass", [rows.model._meta.db_table]
            )
            return max(int(cursor.fetchone()[0]), MOST)
