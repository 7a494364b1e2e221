"""A dump folder: per table a `.sql` with its CREATE TABLE and a tab-separated `.txt`."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from gigafibre.legacy.source import tabs
from gigafibre.legacy.source.contract import Row, SourceColumn, SourceError, checked_columns

_COLUMN = re.compile(r"^\s*`(?P<name>[^`]+)`\s+(?P<type>[a-z]+(?:\([^)]*\))?(?: unsigned)?)", re.MULTILINE)
_BLOCK = 1 << 18


class FolderSource:
    """Reads what `mariadb-dump --tab` (or `legacy_sample`) wrote."""

    def __init__(self, folder: Path) -> None:
        """Open a folder; SourceError when there is none or it holds no dump."""
        if not folder.is_dir():
            raise SourceError(f"There is no folder {folder}.")
        self._folder = folder
        self._columns: dict[str, tuple[SourceColumn, ...]] = {}
        if not self.tables():
            raise SourceError(f"The folder {folder} holds no dump: no NAME.sql with its NAME.txt.")

    @property
    def name(self) -> str:
        """The folder's path."""
        return str(self._folder)

    def tables(self) -> list[str]:
        """Names of the tables that have both files."""
        return sorted(path.stem for path in self._folder.glob("*.sql") if path.with_suffix(".txt").exists())

    def columns(self, table: str) -> tuple[SourceColumn, ...]:
        """The columns as the table's `.sql` creates them."""
        if table not in self._columns:
            path = self._folder / f"{table}.sql"
            if not path.exists():
                raise SourceError(f"The folder {self._folder} has no table {table}: {path.name} is missing.")
            found = _COLUMN.finditer(path.read_text(encoding="utf-8", errors="replace"))
            self._columns[table] = tuple(SourceColumn(column["name"], column["type"]) for column in found)
            if not self._columns[table]:
                raise SourceError(f"{path} holds no CREATE TABLE that can be read.")
        return self._columns[table]

    def count(self, table: str) -> int:
        """Count the rows of the `.txt`."""
        return sum(tabs.count_rows(block) for block in self._blocks(table))

    def fingerprint(self, table: str) -> str:
        """Add up the rows as they stand; the `.sql` bears the moment of the dump, so only what it says is told."""
        digest = hashlib.blake2b(repr(self.columns(table)).encode(), digest_size=16)
        with (self._folder / f"{table}.txt").open("rb") as file:
            digest.update(hashlib.file_digest(file, "blake2b").digest())
        return digest.hexdigest()

    def rows(self, table: str, columns: Sequence[str], *, chunk: int = 5_000) -> Iterator[list[Row]]:
        """Stream the rows as Python values."""
        readers = [tabs.reader_of(column.family) for column in checked_columns(self, table, columns)]
        places = self._places(table, columns)
        waiting: list[Row] = []
        for fields in self._fields(table):
            waiting.append(tuple(read(fields[place]) for read, place in zip(readers, places, strict=True)))
            if len(waiting) == chunk:
                yield waiting
                waiting = []
        if waiting:
            yield waiting

    def copy_text(self, table: str, columns: Sequence[str]) -> Iterator[bytes]:
        """Stream the file itself where all columns are asked for in their order, else the fields asked for."""
        checked_columns(self, table, columns)
        if list(columns) == [column.name for column in self.columns(table)]:
            for block in self._blocks(table):
                yield tabs.for_copy(block)
            return
        places = self._places(table, columns)
        lines: list[bytes] = []
        for fields in self._fields(table):
            lines.append(b"\t".join([fields[place] for place in places]) + b"\n")
            if len(lines) == 5_000:
                yield tabs.for_copy(b"".join(lines))
                lines.clear()
        if lines:
            yield tabs.for_copy(b"".join(lines))

    def close(self) -> None:
        """Nothing stays open between two readings."""

    def _places(self, table: str, columns: Sequence[str]) -> list[int]:
        order = [column.name for column in self.columns(table)]
        return [order.index(name) for name in columns]

    def _blocks(self, table: str) -> Iterator[bytes]:
        self.columns(table)
        path = self._folder / f"{table}.txt"
        try:
            with path.open("rb") as file:
                for block in tabs.whole_lines(file, _BLOCK):
                    if not block.endswith(b"\n"):
                        raise SourceError(f"{path} is torn: its last row has no end.")
                    yield block
        except FileNotFoundError:
            raise SourceError(f"The folder {self._folder} has no rows of {table}: {path.name} is missing.") from None

    def _fields(self, table: str) -> Iterator[list[bytes]]:
        width = len(self.columns(table))
        done = 0
        for block in self._blocks(table):
            for fields in tabs.split_rows(block):
                done += 1
                if len(fields) != width:
                    raise SourceError(f"Row {done} of {table}.txt has {len(fields)} fields; the table has {width}.")
                yield fields
