"""The sample in a real MariaDB: loaded, read back, dumped by MariaDB's own program."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from gigafibre.legacy.schema import tables
from gigafibre.legacy.source import open_source, tabs
from gigafibre.legacy.tests.mariadb import PrivateMariaDB

UNTIL = date(2026, 11, 20)


def sample_into(target: str, *more: str) -> None:
    call_command("legacy_sample", "--scale=0.004", "--seed=3", f"--to={target}", *more, "--json")


def test_mariadb_dumps_what_it_was_given_byte_for_byte(mariadb: PrivateMariaDB, tmp_path: Path) -> None:
    sample_into(str(tmp_path / "ours"))
    sample_into(mariadb.url("sample"))
    dump = mariadb.folder / "sample"
    dump.mkdir()
    dump.chmod(0o777)
    mariadb.client(f"--tab={dump}", "sample", program="mariadb-dump")
    for name in tables():
        assert (dump / f"{name}.txt").read_bytes() == (tmp_path / "ours" / f"{name}.txt").read_bytes(), name


def test_server_and_folder_agree_on_the_sample(mariadb: PrivateMariaDB, tmp_path: Path) -> None:
    sample_into(str(tmp_path))
    sample_into(mariadb.url("agree"))
    server, folder = open_source(mariadb.url("agree")), open_source(str(tmp_path))
    assert server.tables() == folder.tables() == sorted(tables())
    for name, described in tables().items():
        assert server.columns(name) == folder.columns(name)
        assert server.count(name) == folder.count(name)
        assert list(server.rows(name, described.names)) == list(folder.rows(name, described.names)), name
        copies = [b"".join(source.copy_text(name, described.names)) for source in (server, folder)]
        one, two = ([[tabs.unescape(f) for f in row] for row in tabs.split_rows(text)] for text in copies)
        assert one == two, name
    server.close()


def test_a_database_with_tables_is_left_alone(mariadb: PrivateMariaDB) -> None:
    mariadb.sql(
        "CREATE DATABASE precious; CREATE TABLE precious.account (id INT); INSERT INTO precious.account VALUES (7)"
    )
    with pytest.raises(CommandError, match="already holds 1 tables: nothing was written"):
        sample_into(mariadb.url("precious"))
    assert mariadb.sql("SELECT id FROM precious.account").strip() == "7"
    sample_into(mariadb.url("precious"), "--replace")
    assert mariadb.sql("SELECT COUNT(*) FROM precious.account").strip() == str(round(15_303 * 0.004))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--to=mysql://root@127.0.0.1:1/x"], "cannot be filled"),
        (["--to=mysql://root@127.0.0.1"], "names no database"),
        (["--to=/nowhere", "--customers=3"], "at least 40 customers"),
        (["--to=/nowhere", "--scale=0"], "scale between"),
    ],
)
def test_wrong_options_are_refused_in_words(arguments: list[str], words: str) -> None:
    with pytest.raises(CommandError, match=words):
        call_command("legacy_sample", "--scale=0.002", *arguments)


def test_a_folder_with_other_files_keeps_them(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    sample_into(str(tmp_path))
    sample_into(str(tmp_path))
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert len(list(tmp_path.glob("*.sql"))) == len(tables())
