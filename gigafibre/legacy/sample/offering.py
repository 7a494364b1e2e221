"""Quotations of the past and their templates: lines serialized by PHP, some cut off, some with lengths of before."""

from random import Random

import phpserialize

from gigafibre.legacy.sample import money
from gigafibre.legacy.sample.days import at, later
from gigafibre.legacy.sample.goods import RECURRING
from gigafibre.legacy.sample.people import Customer
from gigafibre.legacy.sample.planted import Planted
from gigafibre.legacy.sample.records import Record, simple_record
from gigafibre.legacy.sample.shape import Shape

_FEWEST, _FEWEST_IN_DEMO = 28, 16
_TITLES = ("", "", "Chalet", "Résidence", "Commerce", "Érablière", "Deuxième logement", "Réseau du bureau")
_ONCE = (
    ("INST", "Installation résidentielle", 9_500),
    ("CAT6", "Câble Cat6 posé, à l'unité", 4_500),
    ("", "Borne Wi-Fi extérieure", 18_900),
    ("", "Déplacement hors région", 6_000),
)
_TERMS = ("Prix valides 30 jours.", "Taxes en sus. Prix valides 30 jours.", "Payable à l'installation.", "")
_PARTS = ("sku", "desc", "amt", "qte", "tot")


def quotations(shape: Shape, planted: Planted, customers: list[Customer]) -> dict[str, list[Record]]:
    """Make the quotations and the three templates, with the damage that was asked for."""
    rng = Random(f"{shape.seed}:quotations")
    known = [customer for customer in customers if not customer.gone and not customer.story]
    rows = []
    fewest = _FEWEST_IN_DEMO if shape.demo else _FEWEST
    for n in range(1, (max(fewest, shape.of("soumission")) if known else 0) + 1):
        customer = rng.choice(known)
        last = customer.left or shape.until
        day = later(customer.joined, rng.randrange(0, max((last - customer.joined).days, 1)))
        rows.append(
            simple_record(
                "soumission",
                id=n,
                account_id=customer.id,
                name=rng.choice(_TITLES),
                po=f"BC-{rng.randrange(100, 9_999)}" if rng.random() < 0.1 else "",
                date=at(day, rng.randrange(8, 17), rng.randrange(60)),
                tax=int(rng.random() > 0.05),
                materiel=_lines(rng, _once(rng)),
                mensuel=_lines(rng, _monthly(rng)),
                text=rng.choice(_TERMS),
            )
        )
    _break(planted, rng, rows)
    return {"soumission": rows, "soumission_template": _templates(rng)}


def _once(rng: Random) -> list[tuple[str, str, int]]:
    return rng.sample(_ONCE, rng.randrange(0, 3))


def _monthly(rng: Random) -> list[tuple[str, str, int]]:
    return [(sku, name, cents) for sku, name, cents, *_ in rng.sample(RECURRING, rng.randrange(1, 4))]


def _lines(rng: Random, found: list[tuple[str, str, int]]) -> str:
    """Serialize lines by name, or by place as the first form did."""
    by_place = rng.random() < 0.2
    lines = []
    for sku, words, cents in found:
        quantity = rng.choice((1, 1, 1, 2))
        values = (sku, words, money.text(cents), str(quantity), money.text(cents * quantity))
        lines.append(list(values) if by_place else dict(zip(_PARTS, values, strict=True)))
    text: str = phpserialize.dumps(lines).decode()
    return text


def _break(planted: Planted, rng: Random, rows: list[Record]) -> None:
    """Give some the byte lengths of before the change of encoding, cut some off, put an object into some."""
    left = list(rows)
    for kind, damage in (
        ("offer_with_wrong_lengths", _of_before),
        ("offer_cut_off", _cut),
        ("offer_with_object", _object),
    ):
        fit = [row for row in left if kind != "offer_with_wrong_lengths" or not str(row["mensuel"]).isascii()]
        for row in rng.sample(fit, min(planted.wanted(kind), len(fit))):
            row["mensuel"] = damage(str(row["mensuel"]))
            planted.note(kind, "soumission", int(row["id"] or 0))
            left.remove(row)


def _of_before(text: str) -> str:
    words = {word for word in text.split('"') if not word.isascii()}
    for word in sorted(words):
        text = text.replace(f's:{len(word.encode())}:"{word}"', f's:{len(word)}:"{word}"')
    return text


def _cut(text: str) -> str:
    return text[: len(text) * 2 // 3].rstrip("}")


def _object(text: str) -> str:
    return f'O:8:"stdClass":1:{{s:6:"lignes";{text}}}'


def _templates(rng: Random) -> list[Record]:
    return [
        simple_record(
            "soumission_template",
            id=n,
            name=name,
            materiel=_lines(rng, list(_ONCE[:count])),
            mensuel=_lines(rng, [(sku, words, cents) for sku, words, cents, *_ in RECURRING[n : n + count]]),
            text=_TERMS[0],
        )
        for n, (name, count) in enumerate((("Résidentiel", 1), ("Commercial", 2), ("Saisonnier", 1)), start=1)
    ]
