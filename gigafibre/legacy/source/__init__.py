"""Reading a legacy database: a MariaDB server or a folder written by `mariadb-dump --tab`, behind one protocol."""

from gigafibre.legacy.source.contract import Picked, Source, SourceColumn, SourceError
from gigafibre.legacy.source.opening import open_source

__all__ = ["Picked", "Source", "SourceColumn", "SourceError", "open_source"]
