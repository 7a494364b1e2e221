"""Text as it was meant."""

import pytest

from gigafibre.legacy.importing.people import Point, emails_in, phones_in, points_of
from gigafibre.legacy.importing.repair import masked_cards, mended
from gigafibre.legacy.importing.rights import granted, roles_of, what_is_wrong


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("MontrÃ©al", "Montréal"),
        ("MontrÃƒÂ©al", "Montréal"),
        ("QuÃ©bec â€“ lâ€™Ã‰piphanie", "Québec – l’Épiphanie"),
        ("Ã\xa0 cÃ´tÃ©", "à côté"),
        ("Ã\x81rbol", "Árbol"),
        ("cÅ“ur", "cœur"),
        ("Montréal", "Montréal"),
        ("ÂNE têtu", "ÂNE têtu"),
        ("prix Ã débattre", "prix Ã débattre"),
        ("c\x92est\x85", "c’est…"),
        ("", ""),
    ],
)
def test_mojibake_is_undone_and_only_mojibake(shown: str, meant: str) -> None:
    assert mended(shown) == meant
    assert mended(meant) == meant


def test_card_numbers_are_cut_to_their_last_four() -> None:
    assert masked_cards("visa 4111 1111 1111 1111 exp 12/27") == "visa •••• 1111 exp 12/27"
    assert masked_cards("5500-0000-0000-0004.") == "•••• 0004."
    assert masked_cards("série 4111 1111 1111 1112") == "série 4111 1111 1111 1112"
    assert masked_cards("ch_4111111111111111") == "ch_4111111111111111"
    assert masked_cards("450 555 0142, 450 555 0177") == "450 555 0142, 450 555 0177"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("(450) 555-1234", [("+14505551234", "", True)]),
        ("4505551234 #12", [("+14505551234", "12", True)]),
        ("1-514-555-0199 poste 4", [("+15145550199", "4", True)]),
        ("450.555.1234; 514 555 0199", [("+14505551234", "", True), ("+15145550199", "", True)]),
        ("555-1234", [("555-1234", "", False)]),
        ("+33 1 42 68 53 00", [("+33142685300", "", True)]),
        ("aucun", [("aucun", "", False)]),
        ("", []),
    ],
)
def test_phones_are_read_from_free_text(written: str, read: list[tuple[str, str, bool]]) -> None:
    assert list(phones_in(written)) == read


def test_emails_are_split_and_judged() -> None:
    assert list(emails_in("A@b.ca; c@d.ca,pas-une-adresse")) == [
        ("a@b.ca", True),
        ("c@d.ca", True),
        ("pas-une-adresse", False),
    ]


def test_each_way_is_kept_once_and_billing_is_marked() -> None:
    row = (7, "a@b.ca", "A@B.ca", "450 555 1234", "(450) 555-1234", "", "")
    assert points_of(row) == [
        Point(7, "email", "a@b.ca", "", True, True),
        Point(7, "mobile", "+14505551234", "", True, False),
        Point(7, "home", "+14505551234", "", True, False),
    ]


def test_rights_are_read_even_with_wrong_lengths() -> None:
    rights = 'a:3:{s:11:"facturation";s:1:"1";s:7:"réseau";s:1:"1";s:7:"support";s:1:"0";}'
    assert granted(rights) == ["facturation", "réseau"]
    assert roles_of(rights) == ({"billing", "network"}, [])
    assert granted(rights[:50]) == ["facturation"]


def test_a_reader_becomes_a_reader_and_unknown_rights_are_told() -> None:
    assert roles_of('a:2:{s:11:"client_voir";s:1:"1";s:8:"imprimer";s:1:"1";}') == ({"read-only"}, ["imprimer"])
    assert roles_of('a:2:{s:11:"client_voir";s:1:"1";s:10:"soumission";s:1:"1";}') == ({"sales"}, [])
    assert roles_of("") == (set(), [])


@pytest.mark.parametrize(
    ("rights", "wrong"),
    [
        ('a:1:{s:7:"réseau";s:1:"1";}', ""),
        ('a:1:{s:6:"réseau";s:1:"1";}', "lengths"),
        ('a:1:{s:7:"réseau";s:1', "cut_off"),
        ("", ""),
    ],
)
def test_serialized_text_that_php_would_refuse_is_known(rights: str, wrong: str) -> None:
    assert what_is_wrong(rights) == wrong
