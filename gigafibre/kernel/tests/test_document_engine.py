"""The engine alone: every character, every thread, no network, no half file."""

from __future__ import annotations

import os
import pickle
import socket
import time
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest

from gigafibre.kernel.documents import glyphs
from gigafibre.kernel.documents.engine import Printable, compile_many, compile_one
from gigafibre.kernel.documents.errors import DocumentFailed
from gigafibre.kernel.documents.letter import Logo, Provider
from gigafibre.kernel.documents.qr import qr_svg
from gigafibre.kernel.tests.paper import codes, text_of

TEMPLATE = "/kernel/tests/note.typ"


def _note(body: str = "Bonjour", svg: str | None = None, **changes: Any) -> Printable:
    facts: dict[str, Any] = {
        "template": TEMPLATE,
        "number": "N-1",
        "title": "Note",
        "author": "Gigafibre",
        "language": "fr",
        "dated": date(2026, 11, 21),
        "content": {"body": body, "svg": svg},
    }
    return Printable(**(facts | changes))


def test_every_character_the_font_has_can_be_printed() -> None:
    every = "".join(chr(code) for first, last in glyphs.covered() for code in range(first, last + 1))
    assert set("éÉœŒçÇ«»’…−•$€°½№") <= set(every)
    composed = unicodedata.normalize("NFC", every)
    visible = [sign for sign in every if not sign.isspace() and sign.isprintable() and sign in composed]
    assert len(visible) > 850
    text = text_of(compile_one(_note(" ".join(visible))))
    assert sum(sign in text for sign in visible) == len(visible)


def test_every_font_has_the_characters_of_the_text_font() -> None:
    for font in ("Inter-SemiBold.ttf", "Inter-Bold.ttf"):
        assert glyphs.covered(font) == glyphs.covered()


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("e\u0301cole", "école"),
        ("ﬁbre", "fibre"),
        ("a\u0000b\u0007c", "abc"),
        ("🚀 go", " go"),
        ("👩‍👩‍👧", ""),
        ("张伟", "□□"),
        ("Ж", "□"),
        ("a\u3000b", "a b"),
        ("deux\nlignes", "deux\nlignes"),
        ("Œuvre — « été »", "Œuvre — « été »"),
    ],
)
def test_what_is_printed_instead(written: str, printed: str) -> None:
    assert glyphs.printable(written) == printed
    assert glyphs.printable({"a": [written], "svg": written, "n": 3}) == {"a": [printed], "svg": written, "n": 3}


def test_widths_are_those_of_the_font() -> None:
    assert glyphs.width("00", 10) == 2 * glyphs.width("0", 10)
    assert glyphs.width("Internet Fibre 500", 9.2) * 25.4 / 72 == pytest.approx(27.49, abs=0.01)
    assert glyphs.width("Internet", 9, font=glyphs.BOLD_FONT) > glyphs.width("Internet", 9)


def test_a_text_is_never_code() -> None:
    for body in (
        '#panic("x")',
        '"); #panic("x"); ("',
        "\\",
        "\\u{41}",
        '\\"',
        "$x$ *a* _b_ `c` @d <e> // f",
        "{{}}{body}",
    ):
        assert body in text_of(compile_one(_note(body)))


def test_title_and_author_are_never_code() -> None:
    pdf = compile_one(_note(title='"), #panic("x', author='\\"'))
    assert pdf.startswith(b"%PDF-1.7")


def test_threads_print_side_by_side_and_alike() -> None:
    notes = [_note(f"Note {number}", number=f"N-{number}") for number in range(24)]
    alone = [compile_one(note) for note in notes]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(compile_one, notes)) == alone
    assert list(compile_many(notes)) == alone


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"template": "/kernel/tests/missing.typ"}, "file not found"),
        ({"content": {"svg": None}}, "body"),
        ({"svg": "<svg"}, "SVG"),
        ({"content": {"body": object(), "svg": None}}, "not JSON serializable"),
    ],
)
def test_a_failure_names_the_document_and_leaves_nothing(changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(DocumentFailed, match=reason) as failed:
        compile_one(_note(**changes))
    assert failed.value.number == "N-1"
    assert str(failed.value).startswith("N-1: ")
    again = pickle.loads(pickle.dumps(failed.value))  # noqa: S301  crosses to another process of ours
    assert (again.number, again.reason) == (failed.value.number, failed.value.reason)
    assert compile_one(_note()).startswith(b"%PDF-")


def test_a_drawing_cannot_call_out() -> None:
    """A logo that names an address or a file gets neither."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.settimeout(0.3)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/x.png"
        head = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
        for href in (address, "file:///etc/hostname", "/etc/hostname"):
            svg = f'{head}<image width="9" height="9" href="{href}" xlink:href="{href}"/><path d="M0 0h9"/></svg>'
            try:
                compile_one(_note(svg=svg))
            except DocumentFailed:
                continue
        with pytest.raises(TimeoutError):
            listening.accept()


def test_the_machine_s_fonts_and_clock_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = compile_one(_note())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        with ThreadPoolExecutor(1) as fresh:
            assert fresh.submit(compile_one, _note()).result() == before
    finally:
        os.environ.pop("TZ", None)
        monkeypatch.undo()
        time.tzset()


def test_a_code_is_read_back_whatever_its_length() -> None:
    for length in (1, 20, 90, 300):
        content = ("https://exemple.ca/" + "aZ9-_" * 100)[:length]
        assert codes(compile_one(_note(svg=qr_svg(content))), dpi=200) == [content]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"accent": "teal"}, "not a colour"),
        ({"trade_name": " "}, "needs the legal name and the trade name"),
        ({"address": "x" * 121}, "address has more than 120 characters"),
    ],
)
def test_a_sender_that_cannot_be_printed_is_refused(changes: dict[str, Any], reason: str) -> None:
    facts: dict[str, Any] = {"legal_name": "TARGO Internet inc.", "trade_name": "Gigafibre", "address": "Saint-Rémi"}
    with pytest.raises(ValueError, match=reason):
        Provider(**(facts | changes))


def test_a_logo_must_be_what_it_says() -> None:
    with pytest.raises(ValueError, match="not a PNG image"):
        _ = Logo(content=b"GIF89a", kind="png").width_mm
    with pytest.raises(ValueError, match="not a JPEG image"):
        _ = Logo(content=b"\xff\xd8", kind="jpeg").width_mm
