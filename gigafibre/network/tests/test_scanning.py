"""A scanned label: read in every notation, and told where that device is."""

from __future__ import annotations

from typing import Any

import pytest

from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.network import actions
from gigafibre.network.scanning import scanned
from gigafibre.network.tests.factories import a_device

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "text",
    ["TPLG12345678", "tplg 1234 5678", "54504C4712345678", "S/N: TPLG12345678", "SN=54:50:4c:47:12:34:56:78",
     "GPON SN: TPLG-12345678\nMAC: 00:11:22:33:44:55", "Serial No. TPLG12345678"],
)  # fmt: skip
def test_a_serial_is_known_in_every_notation(text: str) -> None:
    device = a_device(serial="TPLG12345678", mac=None)
    seen = scanned(text)
    assert (seen.verdict, seen.serial, seen.equipment) == ("in_stock", "TPLG12345678", device.number)


@pytest.mark.parametrize("text", ["a4:2b:b0:12:34:56", "A42B.B012.3456", "MAC A4-2B-B0-12-34-56", "a42bb0123456"])
def test_a_mac_is_known_in_every_notation(text: str) -> None:
    device = a_device(serial=None, mac="a42bb0123456")
    seen = scanned(text)
    assert (seen.verdict, seen.mac, seen.equipment) == ("in_stock", "A4:2B:B0:12:34:56", device.number)


def test_what_is_no_number_and_what_is_nobodys() -> None:
    for text in ("???", "allo", "   ", "00:00:00:00:00:00"):
        assert scanned(text).verdict == "unreadable", text
    new = scanned("hwtc 1111 2222")
    assert (new.verdict, new.serial, new.equipment) == ("unknown", "HWTC11112222", "")
    assert (scanned("A42BB0999999").mac, scanned("A42BB0999999").serial) == ("A4:2B:B0:99:99:99", "")
    # Twelve hexadecimal digits that are a serial of ours are that serial.
    assert scanned(str(a_device(serial="A42BB0888888", mac=None).serial)).serial == "A42BB0888888"


def test_where_it_is_decides(clock: Any) -> None:
    here, there = a_location(a_customer()), a_location(a_customer())
    device = a_device(serial="TPLG12345678", mac="a42bb0123456")
    with acting_as(SYSTEM):
        actions.install_equipment(device.number, location=here.number)
    assert scanned("TPLG12345678", location=here.number).verdict == "here"
    away = scanned("TPLG12345678", location=there.number)
    assert (away.verdict, away.location, away.state) == ("elsewhere", here.number, "active")
    assert scanned("TPLG12345678").verdict == "elsewhere"
    with acting_as(SYSTEM):
        actions.mark_defective(device.number, reason="Ne s’allume plus")
    assert scanned("A4:2B:B0:12:34:56", location=here.number).verdict == "out_of_order"


def test_a_technicians_phone_asks_and_others_dont(clock: Any) -> None:
    a_device(serial="TPLG12345678", mac=None)
    answer = browser(a_user("technician")).get("/api/field/scan?text=54504C4712345678&location=LOC-00042")
    assert (answer.status_code, answer.json()["verdict"], answer.json()["serial"]) == (200, "in_stock", "TPLG12345678")
    assert browser(a_user("technician")).get("/api/field/scan?text=").status_code == 422
    assert browser(a_user("read-only")).get("/api/field/scan?text=TPLG12345678").status_code == 403
