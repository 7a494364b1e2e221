"""What the provider ever sold: 34 categories, 833 products from dial-up to fibre, and the chart of accounts."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gigafibre.legacy.sample import goods
from gigafibre.legacy.sample.days import month_of

CATEGORIES = (
    ("Mensualités accès commuté", 4000, 0), ("Mensualités ADSL", 4005, 1), ("Mensualités sans fil", 4010, 1),
    ("Mensualités câble", 4015, 1), ("Installation", 4055, 0), ("Main-d'œuvre", 4055, 0), ("Quincaillerie", 4050, 0),
    ("Routeurs et Wi-Fi", 4050, 0), ("Antennes et supports", 4050, 0), ("Câblage", 4050, 0),
    ("Ordinateurs et périphériques", 4050, 0), ("Location d'équipement", 4045, 1), ("Hébergement Web", 4040, 0),
    ("Noms de domaine", 4040, 0), ("Courriel", 4040, 0), ("Adresse IP fixe", 4035, 0), ("Services d'affaires", 4035, 0),
    ("Colocation", 4035, 0), ("Téléphonie", 4030, 1), ("Téléphonie affaires", 4030, 1), ("Interurbains", 4030, 0),
    ("Taxe municipale 9-1-1", 2330, 0), ("Télévision", 4025, 1), ("Télévision à la carte", 4025, 0),
    ("Décodeurs", 4045, 0), ("Rabais", 4090, 0), ("Promotions", 4090, 0), ("Crédits", 4090, 0),
    ("Frais d'administration", 4060, 0), ("Frais de retard", 4060, 0), ("Dépôts", 2500, 0),
    ("Mensualités fibre", 4020, 1), ("Fibre affaires", 4035, 1), ("Divers", 4060, 0),
)  # fmt: skip

ACCOUNTS = (
    (1000, "Actif", "Petite caisse"), (1010, "Actif", "Encaisse, compte d'opérations"),
    (1015, "Actif", "Encaisse, compte d'épargne"), (1020, "Actif", "Dépôts en transit"),
    (1030, "Actif", "Prélèvements préautorisés en transit"), (1035, "Actif", "Cartes de crédit en transit"),
    (1060, "Actif", "Comptes clients"), (1065, "Actif", "Provision pour créances douteuses"),
    (1100, "Actif", "Stock d'équipement"), (1150, "Actif", "Frais payés d'avance"),
    (1500, "Actif", "Réseau de fibre optique"), (1510, "Actif", "Équipement de télécommunication"),
    (1520, "Actif", "Véhicules"), (1590, "Actif", "Amortissement cumulé"),
    (2000, "Passif", "Comptes fournisseurs"), (2050, "Passif", "Salaires et retenues à payer"),
    (2310, "Passif", "TPS à remettre"), (2315, "Passif", "TVQ à remettre"),
    (2330, "Passif", "Taxe municipale 9-1-1 à remettre"), (2340, "Passif", "TPS payée sur achats (CTI)"),
    (2345, "Passif", "TVQ payée sur achats (RTI)"), (2400, "Passif", "Revenus reportés"),
    (2500, "Passif", "Dépôts de clients"), (2600, "Passif", "Emprunt bancaire"),
    (3000, "Avoir", "Capital-actions"), (3100, "Avoir", "Bénéfices non répartis"), (3200, "Avoir", "Dividendes"),
    (4000, "Revenus", "Accès commuté"), (4005, "Revenus", "ADSL"), (4010, "Revenus", "Internet sans fil"),
    (4015, "Revenus", "Internet par câble"), (4020, "Revenus", "Mensualités fibre"), (4025, "Revenus", "Télévision"),
    (4030, "Revenus", "Téléphonie"), (4035, "Revenus", "Services d'affaires"),
    (4040, "Revenus", "Hébergement et noms de domaine"), (4045, "Revenus", "Location d'équipement"),
    (4050, "Revenus", "Vente d'équipement"), (4055, "Revenus", "Installation et main-d'œuvre"),
    (4060, "Revenus", "Frais divers"), (4090, "Revenus", "Rabais et promotions"),
    (5000, "Dépenses", "Bande passante"), (5010, "Dépenses", "Terminaison téléphonique"),
    (5020, "Dépenses", "Droits de télévision"), (5100, "Dépenses", "Achats d'équipement"),
    (5200, "Dépenses", "Salaires"), (5300, "Dépenses", "Sites et tours"), (5900, "Dépenses", "Mauvaises créances"),
)  # fmt: skip

TAX_ROWS = (
    ("TPS", "5.0000", 2310),
    ("TVQ 8.5%", "8.9250", 2315),
    ("TVQ", "9.9750", 2315),
    ("TPS/TVQ nil", "0.0000", 0),
)

# Prices rose on these 1 July; a service billed that day or later costs more, special prices excepted.
RAISES = tuple(month_of(date(year, 7, 1)) for year in (2011, 2015, 2018, 2021, 2023, 2025))
PRODUCTS = 833
_SIDELINES = {"hardware", "minutes", "tv_theme", "internet_year"}
_MUNICIPAL_TAX = ((month_of(date(2009, 12, 1)), 40), (month_of(date(2016, 8, 1)), 46), (month_of(date(2024, 1, 1)), 52),
                  (month_of(date(2025, 1, 1)), 53), (month_of(date(2026, 1, 1)), 54))  # fmt: skip


@dataclass(slots=True)
class Product:
    """One product; prices in cents per charge, speeds in kbit/s, months counted from January 2003."""

    sku: str
    name: str
    cents: int
    category: int
    use: str
    since: int = 0
    until: int = 9_999
    segment: str = ""
    kind: int = 1
    months: int = 1
    down: int = 0
    up: int = 0
    step: int = 0
    taxable: bool = True
    id: int = 0
    steps: tuple[tuple[int, int], ...] = field(default=(), repr=False)

    def price_at(self, month: int) -> int:
        """The price per charge in a counted month."""
        if self.steps:
            place = bisect_right(self.steps, (month, 1 << 40)) - 1
            return self.steps[max(place, 0)][1]
        if not self.step:
            return self.cents
        raises_to_come = len(RAISES) - bisect_right(RAISES, month)
        return max(self.cents - self.step * raises_to_come, self.cents * 6 // 10)

    def next_change(self, month: int) -> int:
        """The first counted month after this one in which the price changes."""
        changes = [since for since, _ in self.steps] if self.steps else list(RAISES) if self.step else []
        return next((change for change in changes if change > month), 9_999)


class Catalogue:
    """The products by id and by what they are used for."""

    def __init__(self, products: list[Product]) -> None:
        self.products = products
        self.by_sku = {product.sku: product for product in products}
        self._uses: dict[str, list[Product]] = {}
        for product in products:
            self._uses.setdefault(product.use, []).append(product)

    def used_for(self, use: str, month: int, segment: str = "") -> list[Product]:
        """What was sold for a use in a counted month to a segment ('r' or 'b'; '' = any)."""
        sold = [p for p in self._uses.get(use, ()) if p.since <= month < p.until]
        return [p for p in sold if not segment or not p.segment or p.segment == segment]


def _year(year: int) -> int:
    return month_of(date(year, 1, 1))


def _access() -> Iterator[Product]:
    for hours, cents in ((10, 995), (20, 1295), (40, 1695), (90, 1995), (0, 2295)):
        name = f"Accès Internet {hours} heures" if hours else "Accès Internet illimité"
        yield Product(f"DIAL{hours or 'ILL'}", name, cents, 1, "internet", 0, _year(2009), "r", down=56, up=33)
        yield Product(f"DIAL{hours or 'ILL'}-12", f"{name}, 12 mois", cents * 11, 1, "internet_year", 0, _year(2009),
                      "r", months=12, down=56, up=33)  # fmt: skip
    for prefix, category, word, since, until, speeds in goods.ACCESS:
        for down, up, cents, first, last in speeds:
            begin, end = _year(first or since), _year(last or until)
            size = goods.speed_name(down)
            facts: Any = {"since": begin, "until": end, "down": down, "up": up, "step": 250}
            yield Product(f"{prefix}{goods.speed_code(down)}I", f"{word} {size}", cents, category, "internet",
                          segment="r", **facts)  # fmt: skip
            business = 33 if category == 32 else category
            dearer = cents * 165 // 10_000 * 100
            yield Product(f"{prefix}{goods.speed_code(down)}A", f"{word} Affaires {size}", dearer, business,
                          "internet", segment="b", **facts)  # fmt: skip
            yield Product(f"{prefix}{goods.speed_code(down)}I-12", f"{word} {size}, annuel", cents * 11, category,
                          "internet_year", segment="r", months=12, **(facts | {"step": 2_500}))  # fmt: skip
            if category in (3, 32):
                yield Product(f"{prefix}{goods.speed_code(down)}S", f"{word} {size} saisonnier", cents, category,
                              "seasonal", segment="r", **facts)  # fmt: skip


def _recurring() -> Iterator[Product]:
    for sku, name, cents, category, use, since, until, segment, months, step in goods.RECURRING:
        yield Product(sku, name, cents, category, use, _year(since), _year(until), segment, months=months, step=step)
    yield Product("TAXE911", "Taxe municipale pour le 9-1-1", 54, 22, "911", _MUNICIPAL_TAX[0][0], steps=_MUNICIPAL_TAX)
    for number, channel in enumerate(goods.CHANNELS, 1):
        yield Product(f"TVC{number:03d}", f"Chaîne {channel}", 399 + 100 * (number % 4), 24, "tv_theme", _year(2016),
                      step=50)  # fmt: skip
    for cents, word, since in goods.DISCOUNTS:
        category = 27 if "promo" in word else 26
        yield Product(f"RAB{cents // 100}{goods.initials(word)}", f"Rabais {word} {cents // 100} $", -cents, category,
                      "discount", _year(since))  # fmt: skip


def _one_time() -> Iterator[Product]:
    for sku, name, cents, category, use, since, until in goods.ONE_TIME:
        yield Product(sku, name, cents, category, use, _year(since), _year(until), kind=2, taxable=use != "deposit")
    for number, country in enumerate(goods.COUNTRIES, 1):
        yield Product(f"INT{number:02d}", f"Interurbain {country}, la minute", 3 + number % 30, 21, "minutes",
                      _year(2009), kind=2)  # fmt: skip
    for word, code, category, since, variants in goods.FAMILIES:
        for number, (variant, cents) in enumerate(variants, 1):
            yield Product(f"{code}{number:02d}", f"{word} {variant}", cents, category, "hardware", _year(since), kind=2)


def catalogue() -> Catalogue:
    """Build the whole catalogue, oldest products first."""
    products = [*_access(), *_recurring(), *_one_time()]
    for sku, name, cents, since in goods.cable_variants():
        if len(products) == PRODUCTS:
            break
        products.append(Product(sku, name, cents, 10, "hardware", _year(since), kind=2))
    return _numbered(products)


def trimmed(whole: Catalogue, used: set[str], count: int) -> Catalogue:
    """Keep what is used, what is sold today beside equipment, and some equipment up to a count; numbered anew."""
    sold = [p for p in whole.products if p.until > RAISES[-1]]
    kept = [p for p in whole.products if p.sku in used or (p in sold and p.use not in _SIDELINES)]
    rest = [p for p in sold if p.use == "hardware"]
    step = max(1, len(rest) // max(1, count - len(kept)))
    return _numbered(kept + rest[::step][: max(0, count - len(kept))])


def _numbered(products: list[Product]) -> Catalogue:
    products.sort(key=lambda product: product.since)
    for number, product in enumerate(products, 1):
        product.id = number
    return Catalogue(products)
