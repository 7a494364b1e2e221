"""Text as it was meant."""

import phpserialize
import pytest

from gigafibre.legacy.importing import stage
from gigafibre.legacy.importing.people import Point, emails_in, phones_in, points_of
from gigafibre.legacy.importing.repair import Holds, cleaned, mended
from gigafibre.legacy.importing.rights import granted, roles_of, what_is_wrong
from gigafibre.legacy.importing.serialized import read_array
from gigafibre.legacy.schema import Family, table, tables


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
        ("Ã\x89cole", "École"),
        ("Lâ\x80\x99Ã©tÃ© Ã\x80 la Saint-Jean", "L’été À la Saint-Jean"),
        ("", ""),
    ],
)
def test_mojibake_is_undone_and_only_mojibake(shown: str, meant: str) -> None:
    assert mended(shown) == meant
    assert mended(meant) == meant


@pytest.mark.parametrize(
    ("holds", "written", "read", "done"),
    [
        (Holds.WORDS, "MontrÃ©al, visa 5500-0000-0000-0004 12/27", "Montréal, visa ••••0004 12/27", "mended masked"),
        (Holds.WORDS, "Tom &amp; L&#39;&Eacute;t&eacute;", "Tom & L'Été", "mended"),
        (Holds.WORDS, "4111&nbsp;1111&nbsp;1111&nbsp;1111", "••••1111", "mended masked"),
        (Holds.WORDS, "série 4111 1111 1111 1112, ch_3f41111111111111", "", ""),
        (Holds.WORDS, "?a=1&copy=2 &nosuch; &notit; &#0; R&D;", "", ""),
        (Holds.WORDS, "<p>5 &lt; 7</p>", "", ""),
        (Holds.MARKUP, "<p>L&eacute;o 4111111111111111 123</p>", "<p>L&eacute;o ••••1111 123</p>", "masked"),
        (Holds.JSON, '{"lat": 45.0111111111111, "note": "a&amp;b"}', "", ""),
        (Holds.JSON, '{"cc": 4111111111111111}', '{"cc": "••••1111"}', "masked"),
        (Holds.NAME, "4111111111111111 &amp; Ã‰", "4111111111111111 &amp; É", "mended"),
        (Holds.SERIALIZED, 'a:1:{i:0;s:22:"à 4111 1111 1111 1111";}', 'a:1:{i:0;s:19:"à ••••1111";}', "masked"),
        (Holds.SERIALIZED, 'a:1:{i:0;i:4111111111111111;}', 'a:1:{i:0;s:16:"••••1111";}', "masked"),
        (Holds.SERIALIZED, 's:9:"4111 1111 1111 1111, 5555 5555 5555 4444', 's:3:"••••1111, ••••4444', "masked"),
    ],
)  # fmt: skip
def test_a_text_is_cleaned_as_what_it_holds(holds: Holds, written: str, read: str, done: str) -> None:
    better, codes = cleaned(written, holds)
    assert better == (read or written)
    assert " ".join(codes) == done.replace("mended", "text_mended").replace("masked", "card_masked")
    assert cleaned(better, holds) == (better, [])


def test_a_serialized_line_stays_readable_when_a_card_number_of_it_is_masked() -> None:
    written = phpserialize.dumps([{"desc": "Prépayé visa 4111 1111 1111 1111 12/27", "amt": "10.00"}]).decode()
    read = read_array(cleaned(written, Holds.SERIALIZED)[0])
    assert (read.pairs, read.wrong) == ([("0", [("desc", "Prépayé visa ••••1111 12/27"), ("amt", "10.00")])], set())


@pytest.mark.parametrize("name", sorted(tables()))
def test_what_holds_names_only_columns_that_are(name: str) -> None:
    texts = {column.name for column in table(name).columns if column.family is Family.TEXT}
    assert stage.NAMES.get(name, set()) | set(stage.OTHERS.get(name, {})) <= texts


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
