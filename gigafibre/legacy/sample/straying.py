"""Rows gone astray in the smaller tables: of accounts that never were, unreadable ways to reach people, lost serials.

Comes after the other planting and takes only rows that nothing else spoilt; its stream of chance is its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from random import Random

from gigafibre.legacy.sample.planted import Planted
from gigafibre.legacy.sample.records import Record
from gigafibre.legacy.sample.shape import Shape
from gigafibre.legacy.sample.spoiling import Fits, Spoiler

_OF_MISSING_ACCOUNTS = {
    "account_memo": "memo_of_missing_account",
    "account_suspension": "suspension_of_missing_account",
    "accord_paiement": "arrangement_of_missing_account",
    "account_profile": "token_of_missing_account",
    "delivery_history": "history_of_missing_account",
    "soumission": "offer_of_missing_account",
}
_NO_EMAILS = ("aucun", "pasdecourriel", "nom@serveur", "@courriel.example", "refuse")
_NO_PHONES = ("voir dossier", "confidentiel", "pas de cell", "?", "débranché")
_CARDS = ("4111 1111 1111 1111", "5555555555554444", "4012-8888-8888-1881")
#: What stands behind a card's number without a word between.
_AFTER_CARDS = ("", " 08/27", " 123", " 1227 441")
#: Accounts that no entry is ever made on.
_QUIET = {1015, 1065, 1150, 1500, 1510, 1520, 1590, 2600, 3000, 3100, 3200}


class Straying:
    """Spoils rows of the tables that are held until they are written."""

    def __init__(self, shape: Shape, planted: Planted, rows: dict[str, list[Record]], story: set[int]) -> None:
        self._planted, self._rows, self._story = planted, rows, story
        self._rng = Random(f"{shape.seed}:straying")
        self._nobody = max((int(row["id"] or 0) for row in rows["account"]), default=0) + 20_000
        self._homes = {row["id"]: row["account_id"] for row in rows["delivery"]}
        self._spoilers: dict[str, Spoiler] = {}

    def plant(self) -> None:
        """Plant every kind in its number."""
        for table, kind in _OF_MISSING_ACCOUNTS.items():
            for row in self._some(table, kind):
                row["account_id"] = self._nobody + self._rng.randrange(900)
                self._planted.only(kind, table, int(row["id"] or 0))
        self._people()
        self._money()
        self._services()
        self._offers()
        self._devices()
        self._drops()

    def _some(self, table: str, kind: str, fits: Fits = bool) -> Iterator[Record]:
        if table not in self._spoilers:
            taken = self._planted.spoilt(table)
            free = [row for row in self._rows[table] if row["id"] not in taken and not self._of_story(table, row)]
            self._spoilers[table] = Spoiler(self._rng, self._planted, table, free)
        return self._spoilers[table].some(kind, fits)

    def _of_story(self, table: str, row: Record) -> bool:
        owner = row["id"] if table == "account" else row.get("account_id", self._homes.get(row.get("delivery_id")))
        return owner in self._story

    def _people(self) -> None:
        rng = self._rng
        for row in self._some("account", "email_unreadable", lambda r: r["email"]):
            row["email"] = rng.choice(_NO_EMAILS)
        for row in self._some("account", "phone_unreadable", lambda r: r["cell"]):
            row["cell"] = rng.choice(_NO_PHONES)
        for row in self._some("account", "card_number_elsewhere"):
            card = f"{rng.choice(_CARDS)}{_AFTER_CARDS[int(row['id'] or 0) % 4]}"
            row["notes_client"] = f"{row['notes_client'] or 'Carte au dossier:'} {card}"
        for row in self._some("account_memo", "nul_in_memo", lambda r: " " in str(r["memo"])):
            row["memo"] = str(row["memo"]).replace(" ", " \0", 1)
        for row in self._some("account_memo", "html_entities", lambda r: "é" in str(r["memo"])):
            row["memo"] = str(row["memo"]).replace("é", "&eacute;").replace("'", "&#39;")
        for row in self._some("account_memo", "mojibake_latin1", lambda r: re.search("[À-ß]", str(r["memo"]))):
            row["memo"] = str(row["memo"]).encode().decode("latin-1")
        for row in self._some("delivery", "impossible_date_elsewhere"):
            row["date_orig"] = rng.choice((943_938_000, 2_147_483_647, -1))
        for row in self._some("delivery", "card_number_in_contact"):
            row["contact"] = f"{str(row['contact'])[:80]} mc_5555.5555.5555.4444 12/27".strip()
        names = [row["username"] for row in self._rows["staff"]]
        for row in self._some("staff", "username_twice", lambda r: int(r["id"] or 0) > len(names) // 2):
            row["username"] = str(rng.choice(names[: len(names) // 2])).capitalize()

    def _money(self) -> None:
        rng = self._rng

        def without_bank(row: Record) -> bool:
            return not row["ppa"] and not row["ppa_account"] and row["status"] == 1

        for row in self._some("account", "bank_kept_without_debit", without_bank):
            row["ppa_code"], row["ppa_branch"] = "815", f"{rng.randrange(30_000, 99_999):05d}"
            row["ppa_account"] = f"{rng.randrange(10**6, 10**7):07d}"
        for row in self._some("account", "stripe_without_autopay", lambda r: r["stripe_ppa"]):
            row["stripe_ppa"] = 0
        for row in self._some("compta_comptes", "account_kind_unknown", lambda r: r["num_compte"] in _QUIET):
            row["category"] = rng.choice(("", "Hors bilan", "Divers"))
        for row in self._some("product_cat", "category_of_unknown_account"):
            row["num_compte"] = 7_000 + int(row["id"] or 0)

    def _services(self) -> None:
        rng = self._rng
        for row in self._some("service", "next_invoice_missing", _billed_monthly):
            row["date_next_invoice"] = 0
        for row in self._some("service", "recurrence_unknown", lambda r: not r["status"] and not r["radius_user"]):
            row["payment_recurrence"] = rng.choice((2, 4, 24))
        for row in self._some("service", "special_price_without_reason", lambda r: r["hijack"]):
            row["hijack_desc"] = ""

    def _offers(self) -> None:
        """A total that is not price times quantity, a quantity in words; templates and layouts by place are left."""
        rng = self._rng
        for row in self._some("soumission", "offer_total_wrong", _named):
            row["mensuel"] = _retyped(str(row["mensuel"]), "tot", f"{rng.randrange(1, 9)}.01")
        for row in self._some("soumission", "offer_number_unreadable", _named):
            row["mensuel"] = _retyped(str(row["mensuel"]), "qte", rng.choice(("un", "au pied", "N/D")))
        for row in self._some("soumission", "card_number_in_offer", _named):
            row["mensuel"] = _retyped(str(row["mensuel"]), "desc", "Payé d'avance, visa 4111 1111 1111 1111 12/27")

    def _devices(self) -> None:
        rng = self._rng
        devices = self._rows["device"]
        homely = [row for row in devices if row["category"] == "routeur" and row["delivery_id"]]
        homely = [row for row in homely if row["id"] not in self._planted.spoilt("device")]
        # The one at a home keeps its serial, whatever its age.
        for row in self._some("device", "device_serial_twice", _in_stock) if homely else ():
            row["sn"] = homely.pop(rng.randrange(len(homely)))["sn"] if homely else row["sn"]
        keeping = {row["sn"] for row in devices if row["category"] == "routeur" and row["delivery_id"]}
        loose = {row["id"] for row in devices if row["category"] not in {"olt", "onu"} and row["sn"] not in keeping}
        for row in self._some("device", "device_unidentified", lambda r: r["id"] in loose):
            row["mac"], row["sn"] = "", rng.choice(("", f"TPLG{rng.getrandbits(32):08X}"))
        for row in self._some("device", "device_parent_missing", lambda r: r["id"] in loose):
            row["parent"] = 4_000_000 + int(row["id"] or 0)
        for row in devices:
            if str(row["sn"]).startswith("TPLG"):
                self._planted.note("device_serial_not_real", "device", int(row["id"] or 0))

    def _drops(self) -> None:
        rng = self._rng
        over = [row["id"] for row in self._rows["service"] if not row["status"]]
        own = sorted(int(row["id"] or 0) for row in self._rows["fibre"] if row["service_id"])
        spoilt = self._planted.spoilt("fibre")
        served = {n: self._rows["fibre"][n - 1] for n in own if n not in spoilt}

        def passed(row: Record) -> bool:
            return not row["service_id"]

        for row in self._some("fibre", "fibre_service_over", passed) if over else ():
            row["service_id"] = rng.choice(over)
        for row in self._some("fibre", "fibre_service_twice", lambda r: passed(r) and int(r["id"] or 0) < own[-1]):
            newer = [n for n in served if n > int(row["id"] or 0)]
            row["service_id"] = served[rng.choice(newer or own[-1:])]["service_id"]
        for row in self._some("fibre", "fibre_without_address", passed):
            row[rng.choice(("rue", "ville"))] = ""
        ports = Counter(_port(row) for row in self._rows["fibre"])
        for row in self._some("fibre", "fibre_port_impossible", lambda r: r["info_connect"] and ports[_port(r)] == 1):
            row["info_connect"], row["ontid"] = rng.choice((("10.10.0", 3), ("OLT-EST", 7), ("10.10.0.1", 300)))


def _billed_monthly(row: Record) -> bool:
    return bool(row["status"] and row["payment_recurrence"] == 1 and not (row["date_suspended"] or row["actif_until"]))


def _port(row: Record) -> tuple[object, ...]:
    return tuple(row[column] for column in ("info_connect", "frame", "slot", "port", "ontid"))


def _in_stock(row: Record) -> bool:
    return not row["delivery_id"] and row["category"] != "olt"


def _named(row: Record) -> bool:
    return '"tot"' in str(row["mensuel"])


def _retyped(text: str, part: str, value: str) -> str:
    """Write another value for a named part of the first line, with the byte length that PHP gives it."""
    written = f's:{len(part)}:"{part}";s:{len(value.encode())}:"{value}"'
    return re.sub(rf's:{len(part)}:"{part}";s:\d+:"[^"]*"', written, text, count=1)
