"""Writing a dump folder: per table a `.sql` and a tab-separated `.txt`, as `mariadb-dump --tab` writes them."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from gigafibre.legacy.schema import Table, table, tables
from gigafibre.legacy.source.tabs import escape

SLOT = "\x01"
"""Stands for an amount known only later: what an invoice was paid, what a payment was applied."""
_LINES = 4_000

Value = str | int | float | None


def line(values: Iterable[Value]) -> str:
    """Write one row."""
    return "\t".join([escape(v) if v is None or isinstance(v, str) else str(v) for v in values]) + "\n"


class TableFile:
    """The rows of one table, streamed to its file."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self.rows = 0
        self.last_id = 0
        self._folder = folder
        self._described: Table = table(name)
        self._waiting: list[str] = []
        self._file: BinaryIO = (folder / f"{name}.txt").open("wb")

    def add(self, text: str, rows: int = 1) -> None:
        """Write finished rows."""
        self._waiting.append(text)
        self.rows += rows
        if len(self._waiting) >= _LINES:
            self._flush()

    def row(self, *values: Value) -> None:
        """Write one row, its id first."""
        self.last_id = max(self.last_id, int(values[0] or 0))
        self.add(line(values))

    def fill(self, amounts: list[str]) -> None:
        """Put the amounts known at last into their slots, in the order of the rows."""
        self._flush()
        self._file.close()
        path = self._folder / f"{self.name}.txt"
        draft = path.with_suffix(".part")
        path.rename(draft)
        waiting = iter(amounts)
        slot = SLOT.encode()
        with draft.open("rb") as source, path.open("wb") as target:
            while block := source.read(1 << 20):
                first, *rest = block.split(slot)
                target.write(first + b"".join([next(waiting).encode() + part for part in rest]))
        draft.unlink()
        self._file = path.open("ab")

    def close(self) -> None:
        """Finish the rows and write the table's `.sql`."""
        self._flush()
        self._file.close()
        (self._folder / f"{self.name}.sql").write_text(_sql(self._described, self.last_id + 1), encoding="utf-8")

    def _flush(self) -> None:
        self._file.write("".join(self._waiting).encode())
        self._waiting.clear()


class DumpFolder:
    """All tables of the contract; those that nothing fills stay empty."""

    def __init__(self, folder: Path) -> None:
        self.path = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._tables = {name: TableFile(folder, name) for name in tables()}

    def __getitem__(self, name: str) -> TableFile:
        return self._tables[name]

    def __enter__(self) -> "DumpFolder":
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._tables.values():
            file.close()

    def rows(self) -> dict[str, int]:
        """How many rows each table has."""
        return {name: file.rows for name, file in self._tables.items()}


def clear(folder: Path) -> None:
    """Remove an earlier dump of ours from a folder, and nothing else."""
    for name in tables():
        for ending in (".sql", ".txt", ".part"):
            (folder / f"{name}{ending}").unlink(missing_ok=True)
    (folder / "manifest.json").unlink(missing_ok=True)


def remove(folder: Path) -> None:
    """Remove a whole temporary folder."""
    shutil.rmtree(folder, ignore_errors=True)


def _sql(described: Table, next_id: int) -> str:
    return f"""-- Sample of the legacy database gestionclient, in the form of mariadb-dump --tab.

/*!40101 SET NAMES utf8mb4 */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40101 SET SQL_MODE='' */;

DROP TABLE IF EXISTS `{described.name}`;
{described.ddl(next_id)};
"""
