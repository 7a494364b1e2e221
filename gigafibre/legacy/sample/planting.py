"""Planting defects in the rows of customers, addresses, services and products, once they are coherent."""

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

from gigafibre.legacy.sample import names
from gigafibre.legacy.sample.days import at, later, midnight
from gigafibre.legacy.sample.people import Customer
from gigafibre.legacy.sample.planted import Planted, mojibake
from gigafibre.legacy.sample.records import Record
from gigafibre.legacy.sample.shape import Defects, Shape

_TEXTS = ("first_name", "last_name", "company", "address1", "city")
_OLD = at(date(2014, 1, 1), 0)


class Planter:
    """Spoils rows, never those of the story's people, and writes down which."""

    def __init__(self, shape: Shape, planted: Planted, rows: dict[str, list[Record]], story: set[int]) -> None:
        self._shape = shape
        self._planted = planted
        self._rng = Random(f"{shape.seed}:planting")
        self._rows = rows
        self._story = story
        deliveries = {row["id"]: row["account_id"] for row in rows["delivery"]}
        self._owner: dict[str, Callable[[Record], Any]] = {
            "account": lambda row: row["id"],
            "delivery": lambda row: row["account_id"],
            "account_memo": lambda row: row["account_id"],
            "service": lambda row: deliveries.get(row["delivery_id"]),
        }

    def plant(self) -> None:
        """Plant every kind in its number."""
        self._accounts()
        self._texts()
        self._deliveries()
        self._services()
        self._others()

    def _spoil(
        self,
        kind: str,
        table: str,
        fits: Callable[[Record], object],
        change: Callable[[Record], None],
        share: float = 1,
    ) -> None:
        owner = self._owner.get(table, _nobody)
        fitting = [row for row in self._rows[table] if fits(row) and owner(row) not in self._story]
        count = min(round(self._planted.wanted(kind) * share), len(fitting))
        for row in self._rng.sample(fitting, count):
            change(row)
            self._planted.note(kind, table, _number(row))

    def _accounts(self) -> None:
        rng, spoil = self._rng, self._spoil

        def more_emails(row: Record) -> None:
            other = names.an_email(rng, str(row["first_name"]), str(row["last_name"]))
            row["email"] = f"{row['email']}{rng.choice((';', '; ', ',', ', ', ' ; '))}{other}"

        def more_phones(row: Record) -> None:
            other = names.printed(names.a_phone(rng))
            row["tel_home"] = f"{str(row['tel_home'])[:12]}{rng.choice((';', ' ; ', ', ', ' / '))}{other}"

        def free_phone(row: Record) -> None:
            row["cell"] = _freely(rng, "".join(filter(str.isdigit, str(row["cell"])))[:10])

        def no_name(row: Record) -> None:
            row["first_name"] = row["last_name"] = ""
            if rng.random() < 0.5:
                row["company"] = ""

        def bad_bank(row: Record) -> None:
            column, value = rng.choice((
                ("ppa_code", "81"), ("ppa_code", ""), ("ppa_branch", "301"), ("ppa_branch", "3O214"),
                ("ppa_account", ""), ("ppa_account", "12-345 X"), ("ppa_account", "0000000"), ("ppa_branch", "815-30"),
            ))  # fmt: skip
            row[column] = value

        def disagree(row: Record) -> None:
            row["commercial"] = 0 if row["commercial"] else 1

        def wrong_date(row: Record) -> None:
            row["date_orig"] = rng.choice((943_938_000, 2_147_483_647, int(row["date_orig"] or 0) * 1_000, -1))

        spoil("several_emails", "account", lambda r: r["email"], more_emails)
        spoil("several_phones", "account", lambda r: r["tel_home"], more_phones)
        spoil("free_form_phone", "account", lambda r: r["cell"], free_phone)
        spoil("empty_name", "account", lambda r: r["status"] != 3, no_name)
        spoil("invalid_bank", "account", lambda r: r["ppa"] and r["ppa_account"], bad_bank)
        spoil("commercial_flag_disagrees", "account", lambda r: True, disagree)
        spoil("impossible_date", "account", lambda r: r["status"] == 4, wrong_date)
        spoil("lower_case_zip", "account", lambda r: r["zip"], lambda r: r.update(zip=_lower(rng, r)), 0.5)
        self._same_number()

    def _same_number(self) -> None:
        accounts = [row for row in self._rows["account"] if row["id"] not in self._story]
        if len(accounts) < 4:
            return
        for _ in range(self._planted.wanted("duplicate_customer_id")):
            one, other = self._rng.sample(accounts, 2)
            if one["customer_id"] != other["customer_id"]:
                noted = {number for _, number in self._planted.rows("duplicate_customer_id")}
                if _number(one) in noted or _number(other) in noted:
                    continue
                other["customer_id"] = one["customer_id"]
                self._planted.note("duplicate_customer_id", "account", _number(one))
                self._planted.note("duplicate_customer_id", "account", _number(other))

    def _texts(self) -> None:
        def accented(row: Record) -> bool:
            texts = [row.get(column) or "" for column in (*_TEXTS, "memo")]
            moment = row.get("date_orig", row.get("last_updated"))
            return isinstance(moment, int) and 0 < moment < _OLD and any(not str(text).isascii() for text in texts)

        def broken(times: int) -> Callable[[Record], None]:
            def change(row: Record) -> None:
                for column in (*_TEXTS, "memo"):
                    for _ in range(times if row.get(column) else 0):
                        row[column] = mojibake(str(row[column]))

            return change

        def controls(row: Record) -> None:
            # cp1252 punctuation read as latin1 lands on control characters: ’ became U+0092.
            row["memo"] = str(row["memo"]).replace("'", "\x92").replace("...", "\x85") + " \x96 voir dossier"

        def typed_straight(row: Record) -> bool:
            return "Ã" not in str(row["memo"]) and int(row["last_updated"] or 0) < _OLD

        self._spoil("mojibake_twice", "delivery", accented, broken(2))
        twice = set(self._planted.rows("mojibake_twice"))

        def still_whole(row: Record) -> bool:
            return accented(row) and ("delivery", row["id"]) not in twice

        self._spoil("mojibake", "account", accented, broken(1), 0.45)
        self._spoil("mojibake", "delivery", still_whole, broken(1), 0.3)
        self._spoil("mojibake", "account_memo", accented, broken(1), 0.25)
        self._spoil("control_characters", "account_memo", typed_straight, controls)

    def _deliveries(self) -> None:
        rng, spoil = self._rng, self._spoil
        spoil("not_geocoded", "delivery", lambda r: r["latitude"], lambda r: r.update(latitude=0, longitude=0))
        spoil("lower_case_zip", "delivery", lambda r: r["zip"], lambda r: r.update(zip=_lower(rng, r)), 0.5)
        known = {row["id"] for row in self._rows["account"]}
        empty = {row["delivery_id"] for row in self._rows["service"]}
        nobody = max((_number(row) for row in self._rows["account"]), default=0)

        def alone(row: Record) -> None:
            row["account_id"] = nobody + rng.randrange(50, 900)

        spoil(
            "delivery_without_account", "delivery", lambda r: r["id"] not in empty and r["account_id"] in known, alone
        )

    def _services(self) -> None:
        rng, spoil = self._rng, self._spoil
        nowhere = max(_number(row) for row in self._rows["delivery"])
        nothing = max(_number(row) for row in self._rows["product"])
        today = self._shape.until
        spoil("service_without_delivery", "service", _mostly_ended(rng),
              lambda r: r.update(delivery_id=nowhere + rng.randrange(30, 500)))  # fmt: skip
        spoil("service_without_product", "service", _mostly_ended(rng),
              lambda r: r.update(product_id=nothing + rng.randrange(40, 300)))  # fmt: skip
        taken = {
            r for kind in ("service_without_delivery", "service_without_product") for r in self._planted.rows(kind)
        }

        def whole(row: Record) -> bool:
            return ("service", row["id"]) not in taken

        spoil("recurrence_zero", "service", lambda r: whole(r) and not r["status"] and not r["radius_user"],
              lambda r: r.update(payment_recurrence=0))  # fmt: skip
        spoil("active_past_end", "service", lambda r: whole(r) and r["status"] and not r["actif_until"]
              and not r["date_suspended"] and not r["radius_user"],
              lambda r: r.update(actif_until=midnight(later(today, -rng.randrange(20, 200)))))  # fmt: skip

    def _others(self) -> None:
        rng = self._rng
        used = {row["product_id"] for row in self._rows["service"]}
        wrong = len(self._rows["product_cat"]) + 20
        self._spoil("unknown_category", "product", lambda r: r["id"] not in used, lambda r: r.update(category=wrong))

        def card(row: Record) -> None:
            number = rng.choice(("4111 1111 1111 1111", "4242424242424242", "5555-5555-5555-4444", "378282246310005"))
            row["memo"] = (
                f"{row['memo']}\nPaie par carte {number} exp {rng.randrange(1, 13):02d}/{rng.randrange(17, 29)}."
            )

        self._spoil("card_number_in_memo", "account_memo", lambda r: r["memo"], card)


def garble(shape: Shape, customers: list[Customer]) -> None:
    """Choose whose invoice lines of before 2014 hold broken accents."""
    if shape.defects is Defects.REAL:
        for customer in customers:
            customer.garbled = customer.joined.year < 2014 and customer.id % 9 == 0


def note_traits(planted: Planted, rows: dict[str, list[Record]], gone: set[int]) -> None:
    """Write down what is not wrong, but has a rule of its own."""
    for row in rows["service"]:
        if row["hijack"]:
            planted.note("special_price", "service", _number(row))
        if row["date_suspended"]:
            planted.note("service_suspended", "service", _number(row))
    for row in rows["product"]:
        if str(row["price"]).startswith("-"):
            planted.note("negative_price", "product", _number(row))
    for row in rows["delivery"]:
        if row["account_id"] in gone:
            planted.note("delivery_of_missing_account", "delivery", _number(row))


def _nobody(row: Record) -> None:
    """Staff and products are nobody's."""


def _number(row: Record) -> int:
    return int(row["id"] or 0)


def _mostly_ended(rng: Random) -> Callable[[Record], bool]:
    return lambda row: not row["status"] or rng.random() < 0.1


def _lower(rng: Random, row: Record) -> str:
    code = str(row["zip"]).lower()
    return code if rng.random() < 0.4 else code.replace(" ", "")


def _freely(rng: Random, digits: str) -> str:
    area, middle, last = digits[:3], digits[3:6], digits[6:]
    extension = rng.randrange(10, 99)
    forms = (
        f"({area}) {middle}-{last}", digits, f"{digits} #{extension}", f"{area}.{middle}.{last}",
        f"{area}-{middle}-{last}",
        f"1 {area} {middle} {last}", f"+1{digits}", f"({area}){middle}{last}", f"{middle}-{last}",
        f"{area} {middle}-{last} poste {extension}", f"{area} {middle}-{last} (son mari)",
        f"cell: {area} {middle} {last}",
        f"{area} {middle}-{last} ext. {extension}", f"{area}  {middle}  {last}",
    )  # fmt: skip
    return rng.choice(forms)[:32]
