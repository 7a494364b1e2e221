"""The description of the legacy tables."""

import pytest

from gigafibre.legacy.schema import Family, family_of, table, tables
from gigafibre.legacy.tests.mariadb import PrivateMariaDB


def test_every_table_of_the_contract_is_described() -> None:
    assert len(tables()) == 34
    assert table("invoice").names == (
        "id", "account_id", "date_orig", "due_date", "total_amt", "billed_amt", "billing_status", "process_status",
        "correction", "ppa_charge", "notes", "template_message",
    )  # fmt: skip
    assert sum(len(described.columns) for described in tables().values()) == 341


@pytest.mark.parametrize(
    ("sql_type", "family"),
    [
        ("int(10) unsigned", Family.INTEGER),
        ("bigint(20)", Family.INTEGER),
        ("TINYINT", Family.INTEGER),
        ("decimal(10,2)", Family.DECIMAL),
        ("double", Family.DOUBLE),
        ("enum('open','closed')", Family.TEXT),
        ("mediumtext", Family.TEXT),
        ("char(36)", Family.TEXT),
    ],
)
def test_a_type_belongs_to_a_family(sql_type: str, family: Family) -> None:
    assert family_of(sql_type) is family


def test_mariadb_shows_each_table_exactly_as_we_write_it(mariadb: PrivateMariaDB) -> None:
    mariadb.sql("CREATE DATABASE described")
    mariadb.sql(";".join(described.ddl(7) for described in tables().values()), "described")
    for described in tables().values():
        shown = mariadb.sql(f"SHOW CREATE TABLE {described.name}", "described").split("\t", 1)[1]
        assert shown.rstrip("\n").replace("\\n", "\n") == described.ddl(7)
