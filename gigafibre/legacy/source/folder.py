"""A dump folder: per table a `.sql` with its CREATE TABLE and a tab-separated `.txt`."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from gigafibre.legacy.source import tabs
from gigafibre.legacy.source.contract import Picked, Row, SourceColumn, SourceError, checked_columns

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
            try:
                found = _COLUMN.finditer(path.read_text(encoding="utf-8", errors="replace"))
            except OSError as error:
                raise SourceError(f"{path} can't be read: {error.strerror}.") from error
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
        path = self._folder / f"{table}.txt"
        try:
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "blake2b").digest())
        except OSError as error:
            raise SourceError(f"{path} can't be read: {error.strerror}.") from error
        return digest.hexdigest()

    def rows(
        self, table: str, columns: Sequence[str], *, chunk: int = 5_000, picked: Picked | None = None
    ) -> Iterator[list[Row]]:
        """Stream the rows as Python values."""
        readers = [tabs.reader_of(column.family) for column in checked_columns(self, table, columns)]
        places = self._places(table, columns)
        waiting: list[Row] = []
        for fields in self._fields(table, picked):
            try:
                waiting.append(tuple(read(fields[place]) for read, place in zip(readers, places, strict=True)))
            except (ValueError, ArithmeticError) as error:
                key = fields[self._places(table, ["id"])[0]].decode(errors="replace")
                raise SourceError(f"Row {key} of {table}.txt holds text where a number is: {error}.") from error
            if len(waiting) == chunk:
                yield waiting
                waiting = []
        if waiting:
            yield waiting

    def copy_text(self, table: str, columns: Sequence[str], picked: Picked | None = None) -> Iterator[bytes]:
        """Stream the file itself where all columns are asked for in their order, else the fields asked for."""
        checked_columns(self, table, columns)
        if picked is None and list(columns) == [column.name for column in self.columns(table)]:
            for block in self._blocks(table):
                yield tabs.for_copy(block)
            return
        places = self._places(table, columns)
        lines: list[bytes] = []
        for fields in self._fields(table, picked):
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
        except OSError as error:
            raise SourceError(f"{path} can't be read: {error.strerror}.") from error

    def _fields(self, table: str, picked: Picked | None = None) -> Iterator[list[bytes]]:
        width = len(self.columns(table))
        wanted = self._picking(table, picked)
        done = 0
        for block in self._blocks(table):
            for fields in tabs.split_rows(block):
                done += 1
                if len(fields) != width:
                    raise SourceError(f"Row {done} of {table}.txt has {len(fields)} fields; the table has {width}.")
                if wanted is None:
                    yield fields
                    continue
                try:
                    if wanted(fields):
                        yield fields
                except ValueError as error:
                    raise SourceError(f"Row {done} of {table}.txt holds text where a number is: {error}.") from error

    def _picking(self, table: str, picked: Picked | None) -> Callable[[list[bytes]], bool] | None:
        """Return what says whether a row is picked; None when all are."""
        if picked is None:
            return None
        [key] = self._places(table, ["id"])
        least = [(place, picked.least[name]) for place, name in self._named(table, picked.least)]
        among = [(place, picked.among[name]) for place, name in self._named(table, picked.among)]

        def wanted(fields: list[bytes]) -> bool:
            return (
                int(fields[key]) > picked.after
                or any(int(fields[place]) >= number for place, number in least)
                or any(int(fields[place]) in numbers for place, numbers in among)
            )

        return wanted

    def _named(self, table: str, names: Iterable[str]) -> Iterator[tuple[int, str]]:
        names = list(names)
        return zip(self._places(table, names), names, strict=True)
