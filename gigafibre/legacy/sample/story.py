"""The people of the demo that everybody meets: Sylvie Tremblay, Réjean Tremblay, Ferme Guérin and their neighbours."""

from datetime import date
from random import Random

from gigafibre.legacy.sample import names, places
from gigafibre.legacy.sample.books import Books
from gigafibre.legacy.sample.catalog import Catalogue
from gigafibre.legacy.sample.days import at, month_of
from gigafibre.legacy.sample.people import FOREVER, SUSPENDED, Customer
from gigafibre.legacy.sample.places import Place
from gigafibre.legacy.sample.records import Record, simple_record
from gigafibre.legacy.sample.shape import Shape
from gigafibre.legacy.sample.subscribing import Service

SYLVIE, REJEAN, DENIS = 4217, 3318, 1177

# id, first, last, company, town, since, mode, months owed, products
_NEIGHBOURS = (
    (2284, "Ghislaine", "Beaulieu", "", "Napierville", "2017-06-08", "ppa", 1, "FTTH500I TVESS"),
    (5931, "Patrick", "Brault", "", "Sainte-Clotilde", "2021-10-05", "chèque", 2, "FTTH1GI"),
    (871, "Réjean", "Guérin", "Ferme Guérin et fils inc.", "Saint-Rémi", "2011-04-12", "carte credit", 1,
     "AFF1G TELBUS TAXE911 TELBUS TAXE911 TELBUS TAXE911"),
    (6402, "Marie-Ève", "Hébert", "", "Hemmingford", "2022-09-14", "ppa", 1, "FTTH100I"),
    (DENIS, "Denis", "Lamoureux", "", "Saint-Michel", "2014-05-20", "paiement direct", 4, "FTTH200I TELRES TAXE911"),
    (4965, "Annick", "Lestage", "", "Saint-Édouard", "2020-02-18", "carte credit", 1, "FTTH500I"),
    (3790, "Jean-François", "Pépin", "", "Sherrington", "2018-11-22", "ppa", 1, "FTTH200I TVESS TELRES TAXE911"),
    (5512, "Marc-André", "Poissant", "", "Saint-Rémi", "2021-03-09", "paiement direct", 2, "FTTH1GI TVESS"),
    (2008, "Francine", "Riendeau", "", "Sainte-Martine", "2016-08-16", "ppa", 0, "FTTH100I TELRES TAXE911"),
    (REJEAN, "Réjean", "Tremblay", "", "Sainte-Clotilde", "2021-08-02", "paiement direct", 3,
     "FTTH1GI TELRES TAXE911 TVESS"),
    (2940, "Sylvain", "Tremblay", "", "Saint-Isidore", "2018-01-23", "carte credit", 1, "FTTH500I TVESS"),
    (6118, "Louise", "Vachon", "", "Howick", "2022-05-10", "carte credit", 2, "FTTH200I"),
    (1420, "Pieter", "Van Velzen", "", "Ormstown", "2015-03-17", "ppa", 0, "FTTH500I TELRES TAXE911"),
    (655, "Claudette", "Viau", "", "Saint-Rémi", "2010-09-07", "ppa", 0, "FTTH100I TVESS TELRES TAXE911"),
    (5077, "Sébastien", "Yelle", "", "Saint-Chrysostome", "2020-04-21", "carte credit", 1, "SF50I"),
    (2231, "Ginette", "Lambert", "Marché Lambert inc.", "Saint-Rémi", "2016-10-04", "ppa", 0,
     "AFF1G IP8 AFFSUR TELBUS TAXE911"),
    (7714, "Alain", "Daigle", "Camping Lac Cristal", "Franklin", "2019-05-06", "paiement direct", 0,
     "AFF1G AFFWIFI AFFWIFI AFFWIFI AFFWIFI AFFWIFI AFFWIFI TELBUS TAXE911"),
    (310, "Guy", "Clermont", "Municipalité de Sainte-Clotilde", "Sainte-Clotilde", "2009-11-10", "chèque", 0,
     "AFFDED TELTRK TELTRK TELTRK TELTRK TELSF AFFSAU"),
    (8846, "Émilie", "Perras", "Serres Perras inc.", "Sherrington", "2021-02-15", "carte credit", 0,
     "AFF2G TELBUS TAXE911 TELBUS TAXE911"),
)  # fmt: skip


def cast(shape: Shape, catalogue: Catalogue) -> list[Customer]:
    """Make the story's customers with their services; none outside the demo."""
    if not shape.demo:
        return []
    rng = Random(f"{shape.seed}:story")
    people = [_sylvie(catalogue)]
    for number, first, last, company, town, since, mode, owed, skus in _NEIGHBOURS:
        customer = Customer(names.Person(first, last, "", "francais"), date.fromisoformat(since), None)
        customer.id, customer.story = number, True
        customer.company, customer.business = company, bool(company)
        place = places.a_place(rng, places.town_called(town))
        if number == REJEAN:
            place = Place("96, rue de l'Église", "", town, "J0L 1W0", 45.1612, -73.6771)
        customer.places.append((company or "Maison", place, customer.joined, 0))
        customer.phones = [names.a_phone(rng), names.a_phone(rng)]
        customer.emails = [f"{names.plain(first)}.{names.plain(last)}@courriel.example"]
        customer.mode = customer.mode_before = mode
        customer.habit = "prompt"
        customer.stops = shape.last_month + 1 - owed if owed else FOREVER
        if number == DENIS:
            customer.status, customer.suspended_on = SUSPENDED, date(2026, 10, 27)
        for sku in skus.split():
            product = catalogue.by_sku[sku]
            service = Service(customer, 0, product, customer.joined)
            service.anchor = min(service.anchor, shape.first_month)
            customer.services.append(service)
        people.append(customer)
    return people


def _sylvie(catalogue: Catalogue) -> Customer:
    customer = Customer(names.Person("Sylvie", "Tremblay", "Mme", "francais"), date(2019, 3, 14), None)
    customer.id, customer.story, customer.vip = SYLVIE, True, True
    customer.places = [
        ("Maison", Place("1482, chemin de la Rivière", "", "Sainte-Clotilde", "J0L 1W0", 45.16418, -73.68342),
         date(2019, 3, 14), 0),
        ("Chalet", Place("317, rang Saint-Joseph", "", "Saint-Chrysostome", "J0S 1R0", 45.09381, -73.78215),
         date(2022, 5, 1), 0),
    ]  # fmt: skip
    customer.phones = ["4505550142"]
    customer.emails = ["sylvie.tremblay@courriel.example"]
    customer.mode = customer.mode_before = "ppa"
    customer.habit = "prompt"
    customer.stops = month_of(date(2026, 11, 1))
    for place, sku, since, until in (
        (0, "FTTH500I", date(2019, 3, 14), None),
        (0, "TELRES", date(2025, 4, 12), None),
        (0, "TAXE911", date(2025, 4, 12), None),
        (0, "TVESS", date(2025, 3, 1), None),
        (0, "RAB10PT", date(2026, 3, 1), date(2027, 3, 1)),
        (1, "FTTH100S", date(2022, 5, 1), None),
    ):
        service = Service(customer, place, catalogue.by_sku[sku], since)
        service.until = until
        customer.services.append(service)
    customer.services[-1].comment = "Pause saisonnière jusqu'au 30 avril 2027, demandée au portail le 18 octobre."
    customer.services[4].comment = "Promotion Télé, 12 mois."
    return customer


def tell(books: Books, customers: list[Customer]) -> None:
    """Plan what befalls them: Sylvie's November debit comes back."""
    for customer in customers:
        if customer.story and customer.id == SYLVIE:
            books.plan(at(date(2026, 11, 13), 6), "returned_debit", customer)


def touch_up(rows: dict[str, list[Record]]) -> None:
    """Give the story's rows what chance would not."""
    for row in rows["account"]:
        if row["id"] == SYLVIE:
            row |= {"ppa_code": "815", "ppa_branch": "30214", "ppa_account": "0764821", "ppa_name": "Sylvie Tremblay",
                    "invoice_delivery": 3, "username": "sylvie.tremblay", "notes_client": None,
                    "tax_group": 1}  # fmt: skip
        elif row["id"] == REJEAN:
            row |= {"mauvais_payeur": 1, "cell": "450 555-0118", "notes_client": None}
    for row in rows["delivery"]:
        if row["account_id"] == SYLVIE and row["name"] == "Maison":
            row |= {"contact": "Luc Bergeron", "cell": "450 555-0177", "email": "",
                    "note": "Porte de côté. Chien attaché l'été, sonner avant d'entrer."}  # fmt: skip


def memos() -> list[tuple[int, int, int, str]]:
    """What staff wrote about them: moment, account, author, text."""
    told = (
        (SYLVIE, date(2026, 11, 18), 10, 1, "La paie de Luc rentre le 3. Elle préfère que le PPA repasse le 4."),
        (SYLVIE, date(2026, 9, 5), 11, 4, "Deco ajouté à l'étage, 420 Mbit/s dans la chambre. Cliente satisfaite."),
        (SYLVIE, date(2026, 9, 3), 16, 2, "Wi-Fi faible à l'étage. Visite réservée avec Yannick samedi matin."),
        (SYLVIE, date(2026, 9, 2), 9, 2, "Courriel changé à sa demande, l'ancienne adresse ne marche plus."),
        (SYLVIE, date(2026, 3, 2), 14, 3, "Promotion Télé -10,00 $ appliquée jusqu'au 28 février 2027."),
        (SYLVIE, date(2025, 10, 18), 20, 11, "Pause du chalet du 1er novembre au 30 avril, demandée au portail."),
        (REJEAN, date(2026, 11, 19), 15, 1, "Rappelé encore, répondeur plein. Prochaine étape: avis de 24 heures."),
        (REJEAN, date(2026, 11, 13), 9, 1, "Avis de 14 jours envoyé par courriel et par la poste, solde 535,98 $."),
        (REJEAN, date(2026, 10, 28), 13, 1, "Dit qu'il attend un remboursement. Pas voulu prendre d'accord."),
        (DENIS, date(2026, 10, 27), 10, 1, "Suspendu après deux promesses. Le téléphone joint encore le 9-1-1."),
        (871, date(2026, 11, 9), 8, 8, "Robot de traite branché sur notre lien: en cas de panne, c'est une urgence."),
        (
            7714,
            date(2026, 10, 14),
            11,
            3,
            "Fermé pour l'hiver mais garde tout branché, caméras et réservations.",
        ),
    )
    return [(at(day, hour, 14), account, author, text) for account, day, hour, author, text in told]


def arrangements(shape: Shape) -> list[Record]:
    """Sylvie's open arrangement."""
    if not shape.demo:
        return []
    return [simple_record(
        "accord_paiement", id=0, account_id=SYLVIE, staff_id=1, date_accord=at(date(2026, 11, 18), 10, 14),
        date_echeance=at(date(2026, 12, 4), 0), date_coupure=at(date(2026, 12, 8), 0), montant="149.92", method=4,
        status=0,
        note="La paie de Luc rentre le 3, repasser le PPA le 4.",
    )]  # fmt: skip


def suspensions(shape: Shape) -> list[Record]:
    """Sylvie's winter of last year and Denis Lamoureux's suspension of today."""
    if not shape.demo:
        return []
    winter = (SYLVIE, date(2025, 11, 1), date(2026, 4, 30), "Pause volontaire du chalet")
    unpaid = (DENIS, date(2026, 10, 27), None, "Non-paiement")
    return [
        simple_record("account_suspension", id=0, account_id=account, date_start=at(start, 0),
                      date_end=at(end, 0) if end else 0, note=note)
        for account, start, end, note in (winter, unpaid)
    ]  # fmt: skip
