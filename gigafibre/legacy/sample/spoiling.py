"""Choosing the rows of one table that are to be spoilt: none twice, none of the story's people, all written down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from random import Random

from gigafibre.legacy.sample.planted import Planted
from gigafibre.legacy.sample.records import Record

Fits = Callable[[Record], object]


class Spoiler:
    """Gives out rows of a table at random; each is given once."""

    def __init__(self, rng: Random, planted: Planted, table: str, rows: Iterable[Record]) -> None:
        self._planted, self._table = planted, table
        self._rows = list(rows)
        rng.shuffle(self._rows)
        self.taken: set[object] = set()

    def some(self, kind: str, fits: Fits = bool) -> Iterator[Record]:
        """Give as many fitting rows as the kind is to have, and note each."""
        wanted = self._planted.wanted(kind)
        for row in self._rows if wanted else ():
            if wanted and row["id"] not in self.taken and fits(row):
                wanted -= 1
                self.taken.add(row["id"])
                self._planted.note(kind, self._table, int(row["id"] or 0))
                yield row
