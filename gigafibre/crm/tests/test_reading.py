"""What people type, read: emails, telephone numbers, postal codes, addresses that are the same."""

import pytest
from django.db import connection

from gigafibre.crm import addresses, reach
from gigafibre.kernel.validation import BadValue


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("450 555-1234", ("+14505551234", "")),
        ("(514) 843.0000", ("+15148430000", "")),
        ("1-450-555-1234 poste 23", ("+14505551234", "23")),
        ("450-555-1234 x23", ("+14505551234", "23")),
        ("4505551234, 201", ("+14505551234", "201")),
        ("+33 1 42 68 53 00", ("+33142685300", "")),
    ],
)
def test_a_telephone_number_is_kept_in_one_form(typed: str, kept: tuple[str, str]) -> None:
    assert reach.read_phone(typed) == kept


@pytest.mark.parametrize("typed", ["", "450 555", "555-1234", "bonjour", "450 555-12345678", "111 111-1111"])
def test_what_can_be_no_number_is_refused(typed: str) -> None:
    with pytest.raises(BadValue):
        reach.read_phone(typed)


def test_numbers_are_shown_as_people_read_them() -> None:
    assert reach.show_phone("+14505551234") == "450 555-1234"
    assert reach.show_phone("+33142685300") == "+33 1 42 68 53 00"


@pytest.mark.parametrize("typed", ["Sylvie@Exemple.CA", "a.b+c@outlook.fr", "x@mail.com", "jean@ville.quebec"])
def test_a_good_email_is_kept_in_lower_case(typed: str) -> None:
    assert reach.read_email(f" {typed} ") == typed.lower()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sylvie@gmial.com", "sylvie@gmail.com"),
        ("sylvie@gmail.con", "sylvie@gmail.com"),
        ("sylvie@hotmial.ca", "sylvie@hotmail.ca"),
        ("sylvie@exemple,ca", "sylvie@exemple.ca"),
        ("sylvie @videotron.ca", "sylvie@videotron.ca"),
        ("sylvie", ""),
        ("a@b", ""),
        ("a..b@exemple.ca", ""),
    ],
)
def test_a_slip_is_refused_with_what_was_meant(typed: str, meant: str) -> None:
    with pytest.raises(BadValue) as refused:
        reach.read_email(typed)
    assert refused.value.suggestion == meant


def test_postal_codes() -> None:
    assert addresses.read_postal_code("j0l1w0") == "J0L 1W0"
    assert addresses.read_postal_code("J0L-1W0") == "J0L 1W0"
    for typed, meant in [("JOL 1WO", "J0L 1W0"), ("J0L 1W", ""), ("D0L 1W0", ""), ("12345", "")]:
        with pytest.raises(BadValue) as refused:
            addresses.read_postal_code(typed)
        assert refused.value.suggestion == meant
    addresses.refuse_other_province("J0L 1W0", "QC")
    with pytest.raises(BadValue):
        addresses.refuse_other_province("J0L 1W0", "ON")


@pytest.mark.django_db
def test_python_and_the_database_write_addresses_out_alike() -> None:
    samples = ["1482, ch. de la Rivière", "96 rg St-Joseph O", "12 Boul. Ste-Foy app 3", "", "Mtée du Mt-Royal"]
    samples += list(addresses.WRITTEN_OUT)
    with connection.cursor() as cursor:
        for sample in samples:
            cursor.execute("SELECT crm_canonical(%s)", [sample])
            assert cursor.fetchone()[0] == addresses.canonical(sample), sample
    assert addresses.canonical("96 rg St-Joseph O") == " 96 rang saint joseph ouest "
