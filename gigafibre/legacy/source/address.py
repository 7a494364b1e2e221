"""Where a MariaDB database is: `mysql://user:password@host:port/database?socket=/path`."""

from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlparse

from gigafibre.legacy.source.contract import SourceError

SCHEMES = ("mysql://", "mariadb://")


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Host or socket, user and database of a MariaDB server."""

    host: str
    port: int
    socket: str | None
    user: str
    password: str
    database: str

    @property
    def name(self) -> str:
        """The address without its password."""
        place = self.socket or f"{self.host}:{self.port}"
        return f"mysql://{self.user}@{place}/{self.database}"


def parse_address(url: str) -> ServerAddress:
    """Read a `mysql://` address; SourceError when the database or the port is not told."""
    parsed = urlparse(url)
    database = unquote(parsed.path.strip("/"))
    if not database:
        raise SourceError(f"The address names no database: write {SCHEMES[0]}user@host:port/gestionclient.")
    try:
        port = parsed.port or 3306
    except ValueError:
        raise SourceError("The port of the address is not a number.") from None
    socket = parse_qs(parsed.query).get("socket", [None])[0]
    return ServerAddress(
        host=parsed.hostname or "127.0.0.1",
        port=port,
        socket=socket,
        user=unquote(parsed.username or "root"),
        password=unquote(parsed.password or ""),
        database=database,
    )
