"""Canadian bank coordinates: institution, transit, account; what is refused and what is only unusual.

There is no check digit: form is checked, the rest is a warning that people read (a void cheque is the proof).
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass

from django.conf import settings

from gigafibre.kernel.errors import Detail
from gigafibre.kernel.text import Text
from gigafibre.payments.errors import BadBankAccount

#: Institution number → name, and how long its account numbers usually are (Payments Canada's numbers; lengths by use).
INSTITUTIONS: dict[str, tuple[str, frozenset[int]]] = {
    "001": ("BMO Banque de Montréal", frozenset({7})),
    "002": ("Banque Scotia", frozenset({7, 12})),
    "003": ("RBC Banque Royale", frozenset({7})),
    "004": ("TD Canada Trust", frozenset({7})),
    "006": ("Banque Nationale", frozenset({7})),
    "010": ("CIBC", frozenset({7})),
    "016": ("RBC (ex-HSBC)", frozenset()),
    "030": ("Canadian Western Bank", frozenset()),
    "039": ("Banque Laurentienne", frozenset()),
    "219": ("ATB Financial", frozenset({9})),
    "320": ("PC Financial", frozenset({10})),
    "338": ("Canadian Tire Bank", frozenset()),
    "540": ("Manuvie", frozenset()),
    "614": ("Tangerine", frozenset({10})),
    "623": ("EQ Bank", frozenset({9})),
    "703": ("Wealthsimple", frozenset()),
    "809": ("Central 1 (BC)", frozenset()),
    "815": ("Desjardins (Québec)", frozenset({7})),
    "828": ("Caisses populaires (Ontario)", frozenset()),
    "829": ("Desjardins (Ontario)", frozenset({7})),
    "837": ("Meridian", frozenset()),
    "839": ("Atlantic Central", frozenset()),
    "865": ("UNI Coopération financière", frozenset()),
    "899": ("Alberta Central", frozenset()),
}
_APART = re.compile(r"[\s.\-\u2010-\u2013]")


@dataclass(frozen=True)
class BankAccount:
    """Coordinates whose form is right; leading zeros kept; `unusual` says what a person should look at again."""

    institution: str
    transit: str
    account: str
    unusual: tuple[Text, ...]

    @property
    def bank(self) -> str:
        """The institution's name, empty when we don't know it."""
        return INSTITUTIONS.get(self.institution, ("", frozenset()))[0]

    @property
    def last4(self) -> str:
        """What may be shown of the account."""
        return self.account[-4:]

    @property
    def print(self) -> str:
        """A keyed hash, the same for the same coordinates."""
        told = f"{self.institution}-{self.transit}-{self.account}"
        return hmac.new(b"bank account" + settings.SECRET_KEY.encode(), told.encode(), hashlib.sha256).hexdigest()


def read_bank_account(institution: str, transit: str, account: str) -> BankAccount:
    """Read coordinates as people write them, spaces and dashes allowed; raises BadBankAccount with every fault."""
    numbers = {"institution": institution, "transit": transit, "account": account}
    clean = {field: _APART.sub("", given) for field, given in numbers.items()}
    wrong = [
        Detail(field, "bank_account", text)
        for field, form, text in (
            ("institution", r"[0-9]{3}", Text("L’institution a 3 chiffres.", "The institution has 3 digits.")),
            ("transit", r"[0-9]{5}", Text("Le transit a 5 chiffres.", "The transit has 5 digits.")),
            ("account", r"[0-9]{5,12}", Text("Le compte a de 5 à 12 chiffres.", "The account has 5 to 12 digits.")),
        )
        if not re.fullmatch(form, clean[field])
    ]
    if wrong:
        raise BadBankAccount(*wrong)
    return BankAccount(**clean, unusual=tuple(_unusual(clean["institution"], clean["account"])))


def _unusual(institution: str, account: str) -> list[Text]:
    if institution not in INSTITUTIONS:
        return [Text("Institution {i} inconnue", "Unknown institution {i}").with_(i=institution)]
    name, lengths = INSTITUTIONS[institution]
    if lengths and len(account) not in lengths:
        usual = "/".join(str(n) for n in sorted(lengths))
        words = Text(
            "{n} chiffres au compte ; d’habitude {usual} chez {bank}", "{n} digits; {bank} usually has {usual}"
        )
        return [words.with_(n=len(account), usual=usual, bank=name)]
    return []
