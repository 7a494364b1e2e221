"""Which kind of source an address means."""

from pathlib import Path

from gigafibre.legacy.source.address import is_address, parse_address
from gigafibre.legacy.source.contract import Source
from gigafibre.legacy.source.folder import FolderSource
from gigafibre.legacy.source.server import ServerSource


def open_source(address: str) -> Source:
    """Open `mysql://user@host:port/database` or a dump folder; SourceError in words when it cannot be read."""
    if is_address(address):
        return ServerSource(parse_address(address))
    return FolderSource(Path(address).expanduser())
