"""The rows of customers, addresses and services, as dictionaries that the planting of defects may still change."""

import hashlib
from datetime import date
from functools import cache
from random import Random
from uuid import UUID

from gigafibre.legacy.sample import names
from gigafibre.legacy.sample.days import at, later, midnight, opening
from gigafibre.legacy.sample.files import Value
from gigafibre.legacy.sample.people import FOREVER, OWING, PROSPECT, SUSPENDED, Customer
from gigafibre.legacy.sample.places import Place, a_place
from gigafibre.legacy.sample.shape import Shape
from gigafibre.legacy.sample.subscribing import Service
from gigafibre.legacy.schema import Family, table

Record = dict[str, Value]
_REASONS = (
    "Déménagement hors zone", "Déménagement hors zone", "Va chez un concurrent", "Prix", "Décès", "Vente de la maison",
    "N'utilise plus le service", "Non-paiement", "Insatisfait du service", "Fermeture de l'entreprise", "",
)  # fmt: skip
_CLIENT_NOTES = (
    "Toujours appeler avant de passer.", "Parle seulement anglais au téléphone.",
    "Facture papier à envoyer à sa fille.",
    "Ne pas solliciter.", "Contact: le gendre, voir dossier.", "Client depuis l'époque du commuté.",
    "Préfère le texto.", "Payer par la succession, voir Me Gendron.", "Facturation à l'attention du contrôleur.",
)  # fmt: skip
_ACCESS_NOTES = (
    "Porte de côté. Chien attaché l'été, sonner avant d'entrer.", "Entrée par la grange.", "Code de la barrière 4417.",
    "Fibre enterrée, ne pas creuser côté est.", "Clé chez le voisin du 214.", "Stationner dans la cour, pas au chemin.",
    "Échelle de 28 pi requise.", "Boîtier au sous-sol, derrière la fournaise.", "Appeler 30 minutes avant.",
)  # fmt: skip


def _record(of: str, /, **values: Value) -> Record:
    """A row of a table with the schema's own defaults for what is not told."""
    row: Record = {}
    for name, default in _defaults(of).items():
        row[name] = values.pop(name, default)
    if values:
        raise KeyError(f"{of} has no column {', '.join(values)}")
    return row


@cache
def _defaults(of: str) -> Record:
    defaults: Record = {}
    for column in table(of).columns:
        text = None if column.nullable or column.default is None else column.default.strip("'")
        defaults[column.name] = int(text) if text is not None and column.family is Family.INTEGER else text
    return defaults


def account_record(shape: Shape, rng: Random, customer: Customer) -> Record:
    """The account row of a customer."""
    person, phones = customer.person, customer.phones
    place = customer.places[0][1]
    electronic = customer.pays_by(shape.last_month)
    row = _record(
        "account",
        id=customer.id,
        customer_id=customer.customer_id,
        first_name=person.first,
        last_name=person.last,
        company=customer.company,
        title=person.title,
        email=customer.emails[0] if customer.emails else "",
        cell=names.printed(phones[0]) if phones else "",
        tel_home=names.printed(phones[1]) if len(phones) > 1 else "",
        tel_office=names.printed(phones[2]) if len(phones) > 2 else "",
        address1=place.line1,
        address2=place.line2,
        city=place.city,
        zip=place.postal,
        status=customer.status,
        group_id=8 if customer.business else 5,
        commercial=int(customer.business),
        language_id=customer.language,
        tax_group=customer.tax_group,
        vip=int(customer.vip),
        mauvais_payeur=int(customer.status in (SUSPENDED, OWING) and rng.random() < 0.5),
        date_orig=at(customer.joined, 10, customer.id % 60),
        date_last=at(customer.left or shape.until, 9, customer.id % 60),
    )
    if customer.business and rng.random() < 0.4 and customer.emails:
        row["email_billing"] = f"comptabilite@{customer.emails[0].split('@')[1]}"
    if customer.business and rng.random() < 0.3:
        row["fax"] = names.printed(names.a_phone(rng))
    if customer.emails and rng.random() < 0.7:
        row["username"] = f"{names.plain(person.first)[:1]}{names.plain(person.last)}{customer.id}"
        row["password"] = hashlib.md5(f"secret{customer.id}".encode(), usedforsecurity=False).hexdigest()
    _payment_coordinates(rng, row, electronic)
    row["invoice_delivery"] = 2 if not customer.emails else rng.choice((1, 1, 1, 1, 1, 1, 1, 3))
    if rng.random() < 0.04:
        row["notes_client"] = rng.choice(_CLIENT_NOTES)
    if customer.left:
        row["terminate_date"] = midnight(later(customer.left, 1))
        row["terminate_reason"] = "Non-paiement" if customer.status == OWING else rng.choice(_REASONS)
    return row


def _payment_coordinates(rng: Random, row: Record, mode: str) -> None:
    if mode == "ppa":
        row["ppa"] = 1
        row["ppa_name"] = str(row["company"] or f"{row['first_name']} {row['last_name']}")[:64]
        bank = rng.choice(("815", "815", "815", "006", "001", "003", "004", "002", "039"))
        row["ppa_code"], row["ppa_branch"] = bank, f"{rng.randrange(30_000, 99_999 if bank == '815' else 60_000):05d}"
        row["ppa_account"] = f"{rng.randrange(10**7):07d}"
        if rng.random() < 0.05:
            row["ppa_amount"] = f"{rng.choice((100, 150, 200, 300))}.00"
        if rng.random() < 0.01:
            row["ppa_fixed"] = f"{rng.choice((50, 75, 100))}.00"
    elif mode == "carte credit":
        if rng.random() < 0.8:
            row["stripe_id"], row["stripe_ppa"] = f"cus_{rng.getrandbits(64):016x}", 1
        else:
            row["ppa_cc"] = 1
        row["stripe_ppa_nocc"] = int(rng.random() < 0.02)


def delivery_records(shape: Shape, rng: Random, customer: Customer) -> list[Record]:
    """The address rows of a customer."""
    rows = []
    for label, place, since, number in customer.places:
        phones = customer.phones
        row = _record(
            "delivery",
            id=number,
            account_id=customer.id,
            name=label or (customer.company if customer.business else rng.choice(("", "", "Maison", customer.name))),
            contact=customer.name if rng.random() < 0.35 else "",
            cell=names.printed(phones[0]) if phones and rng.random() < 0.5 else "",
            email=customer.emails[0] if customer.emails and rng.random() < 0.15 else "",
            address1=place.line1,
            address2=place.line2,
            city=place.city,
            zip=place.postal,
            latitude=place.latitude,
            longitude=place.longitude,
            date_orig=at(since, 11, number % 60),
            note=rng.choice(_ACCESS_NOTES) if rng.random() < 0.12 else None,
        )
        if rng.random() < 0.05:
            other = names.a_person(rng)
            row["contact"], row["cell"] = f"{other.first} {other.last}", names.printed(names.a_phone(rng))
        rows.append(row)
    return rows


def former_addresses(shape: Shape, rng: Random, customers: list[Customer]) -> list[Record]:
    """Addresses before a change: some of the customer's own places as once spelt, most of places he left."""
    known = [customer for customer in customers if not customer.gone]
    rows = []
    for n in range(shape.address_changes):
        customer = rng.choice(known)
        own = rng.random() < 0.5
        place: Place = customer.places[0][1] if own else a_place(rng)
        line1 = place.line1.replace(", ", " ").replace("chemin", "ch.").replace("rang", "rg") if own else place.line1
        end = customer.left or shape.until
        changed = date.fromordinal(rng.randrange(customer.joined.toordinal(), end.toordinal() + 1))
        rows.append((at(changed, 14, n % 60), customer.id, line1, place))
    rows.sort(key=lambda row: row[:3])
    return [
        _record("delivery_history", id=n, account_id=account, date_orig=moment, address1=line1, address2=place.line2,
                city=place.city, state="QC", zip=place.postal)
        for n, (moment, account, line1, place) in enumerate(rows, 1)
    ]  # fmt: skip


def card_tokens(shape: Shape, rng: Random, accounts: list[Record]) -> list[Record]:
    """Paysafe tokens, of holders of a card without a Stripe customer first."""
    ordered = sorted(accounts, key=lambda row: (not row["ppa_cc"], row["status"] not in (1, 2), rng.random()))
    holders = sorted(ordered[: shape.tokens], key=lambda row: int(row["id"] or 0))
    return [
        _record("account_profile", id=n, account_id=row["id"], profile_id=str(UUID(int=rng.getrandbits(128),
        version=4)),
                card_id=str(UUID(int=rng.getrandbits(128), version=4)), token=f"C{rng.getrandbits(60):015x}",
                initial_transaction=str(UUID(int=rng.getrandbits(128), version=4)) if rng.random() < 0.8 else "")
        for n, row in enumerate(holders, 1)
    ]  # fmt: skip


def service_record(shape: Shape, rng: Random, service: Service) -> Record:
    """The service row; a live one is charged up to its next date."""
    customer, product, live = service.customer, service.product, service.end == FOREVER
    month = shape.last_month + 1
    due = opening(service.next_due(month)) if live else opening(service.end)
    row = _record(
        "service",
        id=service.id,
        delivery_id=customer.places[service.place][3],
        product_id=product.id,
        status=int(live),
        date_orig=at(service.since, 13, service.id % 60),
        date_next_invoice=due,
        payment_recurrence=service.months,
        comment=service.comment or None,
    )
    if live and customer.suspended_on:
        row["date_suspended"] = at(customer.suspended_on, 10, 47)
        row["date_next_invoice"] = opening(
            service.next_due((customer.suspended_on.year - 2003) * 12 + customer.suspended_on.month)
        )
    elif live and service.seasonal and month % 12 not in range(4, 10):
        autumn = opening(month - 1 if month % 12 == 11 else month)
        row["date_suspended"] = row["date_next_invoice"] = autumn
        row["comment"] = row["comment"] or "Pause saisonnière, reprend le 1er mai."
    if service.override is not None:
        row["hijack"], row["hijack_price"], row["hijack_desc"] = 1, _cents(service.override), service.why
    if product.use in {"internet", "internet_year", "business", "seasonal"}:
        row["radius_user"] = f"{names.plain(customer.person.last)[:12] or 'client'}{service.id}"
        row["radius_pwd"] = f"{rng.getrandbits(40):010x}"
        if rng.random() < 0.01:
            row["hijack_quota_day"], row["hijack_quota_night"] = 100 << 30, 200 << 30
        if rng.random() < 0.4:
            row["date_end_contract"] = opening(service.start + rng.choice((12, 24, 24)))
    if service.until is not None:
        row["actif_until"] = midnight(service.until)
    elif not live and rng.random() < 0.3:
        row["actif_until"] = opening(service.end)
    if row["comment"] is None and rng.random() < 0.02:
        row["comment"] = rng.choice(("Voir billet", "À vérifier au renouvellement", "Changé à la demande du client"))
    return row


def simple_record(of: str, /, **values: Value) -> Record:
    """A row of any other table."""
    return _record(of, **values)


def _cents(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def is_customer(row: Record) -> bool:
    """Whether an account row is more than a prospect."""
    return row["status"] != PROSPECT
