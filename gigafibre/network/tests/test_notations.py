"""Serial numbers and MAC addresses: every notation is one value, and nothing else passes."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigafibre.kernel.validation import BadValue
from gigafibre.network.notations import mac_key, read_mac, read_serial, serial_in_hex, serial_key, shown_mac

MAKERS = st.text(string.ascii_uppercase, min_size=4, max_size=4)
HEX = "0123456789ABCDEF"
UNITS = st.text(HEX, min_size=8, max_size=8)
MACS = st.text(HEX.lower(), min_size=12, max_size=12)
SEPARATORS = st.sampled_from(["", " ", ":", "-", ".", "_"])


def _spread(text: str, separator: str, every: int) -> str:
    return separator.join(text[at : at + every] for at in range(0, len(text), every))


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("TPLG12345678", "TPLG12345678"),
        ("54504C4712345678", "TPLG12345678"),
        ("54504c47-12345678", "TPLG12345678"),
        ("tplg 1234 5678", "TPLG12345678"),
        ("485754430011D168", "HWTC0011D168"),
        ("0011D16848575443", "0011D16848575443"),
        ("22371N5003412", "22371N5003412"),
    ],
)
def test_known_serials(written: str, key: str) -> None:
    assert read_serial(written) == key


@given(MAKERS, UNITS, SEPARATORS, st.integers(1, 8), st.booleans(), st.booleans())
def test_every_notation_of_a_gpon_serial_is_the_same(
    maker: str, unit: str, separator: str, every: int, in_hex: bool, small: bool
) -> None:
    written = (maker.encode().hex().upper() if in_hex else maker) + unit
    written = _spread(written.lower() if small else written, separator, every)
    assert serial_key(written) == maker + unit
    assert serial_in_hex(maker + unit) == maker.encode().hex().upper() + unit


@given(MAKERS, UNITS, MAKERS, UNITS)
def test_two_gpon_serials_are_the_same_only_when_they_are(one: str, unit: str, other: str, second: str) -> None:
    same = (one, unit) == (other, second)
    assert (serial_key(serial_in_hex(one + unit)) == serial_key(other + second)) is same


@given(st.text(max_size=40))
def test_reading_a_serial_twice_changes_nothing(raw: str) -> None:
    try:
        key = read_serial(raw)
    except BadValue:
        return
    assert read_serial(key) == key


@pytest.mark.parametrize("raw", ["", "AB", "ABCDEF", "SN#1234", "é1234", "1" * 33])
def test_what_no_maker_prints_is_refused(raw: str) -> None:
    with pytest.raises(BadValue):
        read_serial(raw)


@given(MACS, SEPARATORS, st.integers(1, 6), st.booleans())
def test_every_notation_of_a_mac_is_the_same(mac: str, separator: str, every: int, capitals: bool) -> None:
    written = _spread(mac.upper() if capitals else mac, separator, every)
    assert mac_key(written) == mac
    assert mac_key(shown_mac(mac)) == mac
    assert len(shown_mac(mac)) == 17


def test_a_mac_is_shown_as_the_field_writes_it() -> None:
    assert {shown_mac(read_mac(raw)) for raw in ("a42bb0123456", "A4:2B:B0:12:34:56", "A42B.B012.3456")} == {
        "A4:2B:B0:12:34:56"
    }
    assert shown_mac(None) == shown_mac("") == ""


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("A4:2B:B0:12:34", "Écrivez une adresse MAC comme A4:2B:B0:12:34:56."),
        ("A4:2B:B0:12:34:5G", "Écrivez une adresse MAC comme A4:2B:B0:12:34:56."),
        ("00:00:00:00:00:00", "Cette adresse MAC n’est à personne."),
        ("FF:FF:FF:FF:FF:FF", "Cette adresse MAC n’est à personne."),
        ("01:00:5E:00:00:01", "C’est une adresse de groupe, jamais celle d’un appareil."),
    ],
)
def test_what_is_no_devices_mac_is_refused(raw: str, said: str) -> None:
    with pytest.raises(BadValue) as refused:
        read_mac(raw)
    assert refused.value.text.fr == said
