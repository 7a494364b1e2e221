"""Reading a legacy database: a MariaDB server or a folder written by `mariadb-dump --tab`, behind one protocol."""

from gigafibre.legacy.source.contract import Source, SourceColumn, SourceError
from gigafibre.legacy.source.opening import open_source

__all__ = ["Source", "SourceColumn", "SourceError", "open_source"]
