"""Where a MariaDB database is: `mysql://user:password@host:port/database?socket=/path`."""

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urlparse

from gigafibre.legacy.source.contract import SourceError

_ADDRESS = re.compile(r"\s*(?:mysql|mariadb):|.*://", re.IGNORECASE | re.DOTALL)
_SCHEMES = {"mysql", "mariadb"}


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Host or socket, user and database of a MariaDB server."""

    host: str
    port: int
    socket: str | None
    user: str
    password: str = field(repr=False)
    database: str

    @property
    def name(self) -> str:
        """The address without its password."""
        place = self.socket or f"{self.host}:{self.port}"
        return f"mysql://{self.user}@{place}/{self.database}"


def is_address(source: str) -> bool:
    """Say whether a source is meant as a server's address, readable or not, rather than as a folder."""
    return _ADDRESS.match(source) is not None


def parse_address(url: str) -> ServerAddress:
    """Read a `mysql://` address, its scheme in any case; SourceError, which never repeats it, when it can't be."""
    try:
        parsed = urlparse(url.strip())
        port = parsed.port or 3306
    except ValueError:
        raise SourceError(
            "The port of the address is not a number; special characters of a password are written as % and two digits."
        ) from None
    if parsed.scheme not in _SCHEMES or "://" not in url:
        raise SourceError("The address is none of a MariaDB server: write mysql://user@host:port/gestionclient.")
    database = unquote(parsed.path.strip("/"))
    if not database or {"/", "@"} & set(database):
        raise SourceError("The address names no database: write mysql://user@host:port/gestionclient.")
    socket = parse_qs(parsed.query).get("socket", [None])[0]
    return ServerAddress(
        host=parsed.hostname or "127.0.0.1",
        port=port,
        socket=socket,
        user=unquote(parsed.username or "root"),
        password=unquote(parsed.password or ""),
        database=database,
    )
