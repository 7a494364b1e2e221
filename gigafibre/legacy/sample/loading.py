"""Loading a dump folder into a MariaDB server by LOAD DATA LOCAL INFILE of the same files."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import asyncmy
from asyncmy.errors import Error as ServerRefusal

from gigafibre.legacy.schema import Table, tables
from gigafibre.legacy.source.address import ServerAddress
from gigafibre.legacy.source.contract import SourceError

_CONNECTIONS = 2


def load(folder: Path, address: ServerAddress, *, replace: bool, loaded: Callable[[str, int], None]) -> None:
    """Make the database where it is missing and fill every table; `loaded` hears of each table with its rows.

    A database that already holds tables is refused, unless `replace`: then the contract's tables are made anew.
    SourceError in words when the server refuses.
    """
    try:
        asyncio.run(_load(folder, address, replace, loaded))
    except (ServerRefusal, OSError) as error:
        raise SourceError(f"{address.name} cannot be filled: {error}") from error


async def _load(folder: Path, address: ServerAddress, replace: bool, loaded: Callable[[str, int], None]) -> None:
    first = await _connect(address, None)
    name = "`" + address.database.replace("`", "``") + "`"
    async with first.cursor() as cursor:
        await cursor.execute(f"CREATE DATABASE IF NOT EXISTS {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci")
        await cursor.execute("SHOW TABLES FROM " + name)
        present = [row[0] for row in await cursor.fetchall()]
    first.close()
    if present and not replace:
        raise SourceError(
            f"{address.name} already holds {len(present)} tables: nothing was written. "
            "Name another database, or give --replace to make the legacy tables anew."
        )
    # The largest files first, so that the connections finish together.
    waiting = sorted(tables().values(), key=lambda table: (folder / f"{table.name}.txt").stat().st_size)
    await asyncio.gather(*(_work(folder, address, waiting, loaded) for _ in range(_CONNECTIONS)))


async def _work(folder: Path, address: ServerAddress, waiting: list[Table], loaded: Callable[[str, int], None]) -> None:
    connection = await _connect(address, address.database)
    async with connection.cursor() as cursor:
        await cursor.execute("SET SESSION sql_mode = '', unique_checks = 0, foreign_key_checks = 0")
        while waiting:
            table = waiting.pop()
            await cursor.execute(f"DROP TABLE IF EXISTS `{table.name}`")
            await cursor.execute(table.ddl())
            path = str(folder / f"{table.name}.txt").replace("\\", "\\\\").replace("'", "\\'")
            await cursor.execute(f"LOAD DATA LOCAL INFILE '{path}' INTO TABLE `{table.name}` CHARACTER SET utf8mb4")
            loaded(table.name, cursor.rowcount)
            await connection.commit()
    connection.close()


async def _connect(address: ServerAddress, database: str | None) -> Any:
    place: dict[str, Any] = {"unix_socket": address.socket} if address.socket else {}
    if not address.socket:
        place = {"host": address.host, "port": address.port}
    return await asyncmy.connect(
        user=address.user, password=address.password, db=database, charset="utf8mb4", local_infile=True, **place
    )
