"""The provider's people: names, departments, and rights as PHP serialized them."""

import hashlib
from random import Random

import phpserialize

from gigafibre.legacy.sample import names
from gigafibre.legacy.sample.planted import Planted
from gigafibre.legacy.sample.records import Record, simple_record
from gigafibre.legacy.sample.shape import Shape

# Department ids: 1 Support, 2 Facturation, 3 Installation, 4 Réparation, 5 Vente, 6 SysAdmin, 7 Réseau, 8 Direction.
_ROLES: dict[str, tuple[str, tuple[str, ...]]] = {
    "support": (";1;4;", ("client", "ticket", "support")),
    "facturation": (";2;", ("facturation", "facture", "paiement", "ppa", "gérer_crédits")),
    "ventes": (";5;1;", ("vente", "soumission")),
    "technicien": (";3;4;", ("technicien", "bon_travail", "installation")),
    "réseau": (";7;6;", ("reseau", "fibre", "radius", "telephonie")),
    "répartition": (";3;", ("repartition", "dispatch")),
    "direction": (";8;2;5;", ("direction", "rapport", "compta")),
    "administration": (";6;8;", ("admin", "sysadmin", "consultation")),
}  # fmt: skip
_STORY = (
    ("Maude", "Gagnon", "facturation"), ("Kevin", "Boyer", "support"), ("Émilie", "Racine", "ventes"),
    ("Yannick", "Lefebvre", "technicien"), ("Mélanie", "Dubuc", "technicien"), ("Olivier", "Primeau", "technicien"),
    ("Josée", "Marcil", "support"), ("Étienne", "Bourdeau", "réseau"), ("Sophie", "Riendeau", "répartition"),
    ("Guy", "Perras", "direction"), ("Audrey", "Hamelin", "support"), ("Marc", "Poissant", "technicien"),
)  # fmt: skip


#: Those who work at the demo provider still: they enter by these names.
_STILL_HERE = {
    "Maude Gagnon": "maude",
    "Kevin Boyer": "kevin",
    "Émilie Racine": "emilie",
    "Yannick Lefebvre": "yannick",
}


def staff(shape: Shape, planted: Planted) -> list[Record]:
    """Make the staff rows; in the demo the story's people come first."""
    rng = Random(f"{shape.seed}:staff")
    rows: list[Record] = []
    taken: set[str] = set()
    for n in range(1, shape.staff + 1):
        if shape.demo and n <= len(_STORY):
            first, last, role = _STORY[n - 1]
            username = _STILL_HERE.get(f"{first} {last}", "")
        else:
            person = names.a_person(rng)
            first, last, role = person.first, person.last, rng.choice(list(_ROLES))
            username = ""
        username = username or f"{names.plain(first)[:1]}{names.plain(last)}"
        while username in taken:
            username += str(n)
        taken.add(username)
        departments, rights = _ROLES[role]
        extra = ("imprimer",) if rng.random() < 0.1 else ("vieux_module",) if rng.random() < 0.05 else ()
        rows.append(simple_record(
            "staff", id=n, username=username, password=hashlib.md5(username.encode(),
            usedforsecurity=False).hexdigest(),
            first_name=first, last_name=last, email=f"{username}@gigafibre.example",
            cell=names.printed(names.a_phone(rng)),
            ext=str(200 + n) if rng.random() < 0.8 else "", dept_list=departments,
            status=1 if shape.demo or n > shape.staff * 3 // 4 or rng.random() < 0.05 else 0,
            rights=serialized((*rights, *extra)),
        ))  # fmt: skip
    _break(planted, rng, rows)
    return rows


def serialized(rights: tuple[str, ...]) -> str:
    """Write rights as PHP did: an array of right => '1'."""
    text: str = phpserialize.dumps(dict.fromkeys(rights, "1")).decode()
    return text


def _break(planted: Planted, rng: Random, rows: list[Record]) -> None:
    """Give some the byte lengths of before the change of encoding, and cut some off."""
    accented = [row for row in rows if not str(row["rights"]).isascii()]
    for row in rng.sample(accented, min(planted.wanted("rights_with_wrong_lengths"), len(accented))):
        for right in [right for right in _ROLES["facturation"][1] if not right.isascii()]:
            told, before = f's:{len(right.encode())}:"{right}"', f's:{len(right)}:"{right}"'
            row["rights"] = str(row["rights"]).replace(told, before)
        planted.note("rights_with_wrong_lengths", "staff", int(row["id"] or 0))
    noted = {number for _, number in planted.rows("rights_with_wrong_lengths")}
    others = [row for row in rows if row["id"] not in noted]
    for row in rng.sample(others, min(planted.wanted("rights_cut_off"), len(others))):
        text = str(row["rights"])
        row["rights"] = text[: len(text) * 2 // 3]
        planted.note("rights_cut_off", "staff", int(row["id"] or 0))
