"""Reading a legacy database from a server and from a dump folder."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigafibre.legacy.schema import table
from gigafibre.legacy.source import SourceError, open_source, tabs
from gigafibre.legacy.source.address import parse_address
from gigafibre.legacy.tests.mariadb import PrivateMariaDB

AWKWARD = [
    "",
    "a\tb",
    "line\nline",
    "back\\slash",
    "\\N",
    "\\.",
    "é–œ",
    "cr\rlf\r\n",
    "nul\0",
    "\\\n",
    "\\\\",
    "\\\t\\",
]
texts = st.text(st.sampled_from("ab\\\t\n\r\0Né"), max_size=12)


@given(st.lists(st.lists(st.none() | texts, min_size=3, max_size=3), min_size=1), st.integers(1, 40))
def test_what_is_written_as_tabs_is_read_back(rows: list[list[str | None]], block: int) -> None:
    dump = "".join("\t".join(map(tabs.escape, row)) + "\n" for row in rows)
    blocks = list(tabs.whole_lines(BytesIO(dump.encode()), block))
    assert sum(map(tabs.count_rows, blocks)) == len(rows)
    fields = [row for part in blocks for row in tabs.split_rows(part)]
    read = [[None if (raw := tabs.unescape(field)) is None else raw.decode() for field in row] for row in fields]
    assert read == rows


def a_dump(folder: Path, memos: list[str | None]) -> Path:
    described = table("account_memo")
    (folder / "account_memo.sql").write_text(described.ddl() + ";\n", encoding="utf-8")
    rows = [f"{n}\t{n}\t0\t{tabs.escape(m)}\t0\n" for n, m in enumerate(memos, 1)]
    (folder / "account_memo.txt").write_text("".join(rows), encoding="utf-8", newline="")
    return folder


def test_a_folder_gives_values_and_copy_text(tmp_path: Path) -> None:
    source = open_source(str(a_dump(tmp_path, ["a\tb\r", None, "x\0\\0"])))
    assert source.tables() == ["account_memo"]
    assert source.count("account_memo") == 3
    assert list(source.rows("account_memo", ["memo", "id"], chunk=2)) == [[("a\tb\r", 1), (None, 2)], [("x\0\\0", 3)]]
    assert b"".join(source.copy_text("account_memo", ["id", "memo"])) == b"1\ta\\\tb\\r\n2\t\\N\n3\tx\\\\0\n"


def test_numbers_keep_their_kind(tmp_path: Path) -> None:
    described = table("product_cat")
    (tmp_path / "tax.sql").write_text(table("tax").ddl(), encoding="utf-8")
    (tmp_path / "tax.txt").write_text("1\tTPS\t5.0000\t2310\n", encoding="utf-8")
    assert described.volume == 34
    [[row]] = list(open_source(str(tmp_path)).rows("tax", ["id", "rate", "name"]))
    assert row == (1, Decimal("5.0000"), "TPS")
    assert isinstance(row[1], Decimal)


def test_a_torn_or_misshapen_dump_is_refused_in_words(tmp_path: Path) -> None:
    source = open_source(str(a_dump(tmp_path, ["whole"])))
    (tmp_path / "account_memo.txt").write_text("1\t1\t0\tcut", encoding="utf-8")
    with pytest.raises(SourceError, match="torn"):
        list(source.rows("account_memo", ["id"]))
    (tmp_path / "account_memo.txt").write_text("1\t1\t0\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"Row 1 of account_memo\.txt has 3 fields; the table has 5"):
        list(source.rows("account_memo", ["id"]))
    with pytest.raises(SourceError, match="has no column nickname"):
        list(source.rows("account_memo", ["nickname"]))
    with pytest.raises(SourceError, match="has no table ticket"):
        source.columns("ticket")
    with pytest.raises(SourceError, match="no folder"):
        open_source(str(tmp_path / "nowhere"))


def test_an_address_tells_where_the_server_is_and_hides_the_password() -> None:
    address = parse_address("mysql://ann:p%40ss@db.example:3307/gestionclient")
    assert (address.host, address.port, address.user, address.password) == ("db.example", 3307, "ann", "p@ss")
    assert address.name == "mysql://ann@db.example:3307/gestionclient"
    with pytest.raises(SourceError, match="names no database"):
        parse_address("mysql://ann@db.example")


def test_server_and_folder_tell_the_same(mariadb: PrivateMariaDB) -> None:
    mariadb.sql("CREATE DATABASE awkward")
    mariadb.sql(table("account_memo").ddl(), "awkward")
    values = ", ".join(f"(7, X'{text.encode().hex()}')" for text in AWKWARD)
    mariadb.sql(f"INSERT INTO account_memo (account_id, memo) VALUES (8, NULL), {values}", "awkward")
    dump = mariadb.folder / "awkward"
    dump.mkdir()
    dump.chmod(0o777)
    mariadb.client(f"--tab={dump}", "awkward", program="mariadb-dump")
    server, folder = open_source(mariadb.url("awkward")), open_source(str(dump))
    names = table("account_memo").names
    assert server.columns("account_memo") == folder.columns("account_memo")
    assert list(server.rows("account_memo", names)) == list(folder.rows("account_memo", names))
    assert [row[3] for part in server.rows("account_memo", names) for row in part] == [None, *AWKWARD]
    assert server.count("account_memo") == folder.count("account_memo") == len(AWKWARD) + 1
    assert fields_of_copy(b"".join(server.copy_text("account_memo", names))) == fields_of_copy(
        b"".join(folder.copy_text("account_memo", names))
    )
    server.close()


def test_a_fingerprint_tells_that_a_row_changed_and_keeps_to_the_snapshot(
    mariadb: PrivateMariaDB, tmp_path: Path
) -> None:
    mariadb.sql("CREATE DATABASE marked")
    mariadb.sql(table("account_memo").ddl(), "marked")
    mariadb.sql("INSERT INTO account_memo (account_id, memo) VALUES (7, 'un'), (8, 'deux')", "marked")
    earlier = open_source(mariadb.url("marked"))
    before = earlier.fingerprint("account_memo")
    mariadb.sql("UPDATE account_memo SET memo = 'trois' WHERE id = 2", "marked")
    assert earlier.fingerprint("account_memo") == before
    earlier.close()
    later = open_source(mariadb.url("marked"))
    assert later.fingerprint("account_memo") != before
    later.close()
    mariadb.sql("UPDATE account_memo SET memo = 'deux' WHERE id = 2", "marked")
    again = open_source(mariadb.url("marked"))
    assert again.fingerprint("account_memo") == before
    again.close()
    folder = open_source(str(a_dump(tmp_path, ["un", "deux"])))
    first = folder.fingerprint("account_memo")
    assert open_source(str(tmp_path)).fingerprint("account_memo") == first
    a_dump(tmp_path, ["un", "trois"])
    assert folder.fingerprint("account_memo") != first


def fields_of_copy(text: bytes) -> list[list[bytes | None]]:
    return [[tabs.unescape(field) for field in row] for row in tabs.split_rows(text)]


def test_a_server_that_refuses_is_told_in_words(mariadb: PrivateMariaDB) -> None:
    with pytest.raises(SourceError, match="has no database nowhere"):
        open_source(mariadb.url("nowhere"))
    with pytest.raises(SourceError, match="refuses the user"):
        open_source(f"mysql://stranger:wrong@127.0.0.1:{mariadb.port}/mysql")
    with pytest.raises(SourceError, match="No MariaDB server answers"):
        open_source("mysql://root@127.0.0.1:1/gestionclient")
