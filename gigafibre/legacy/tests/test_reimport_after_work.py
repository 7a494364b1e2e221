"""A day of work here between two imports: nothing we wrote is overwritten, each disagreement is listed."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import phpserialize
import pytest
from pydantic import SecretStr

from gigafibre.catalog.actions import set_item_price
from gigafibre.catalog.models import Item
from gigafibre.collections.actions import record_suspension
from gigafibre.crm import actions as crm
from gigafibre.crm.models import Contact, ContactPoint, Customer, Location
from gigafibre.dispatch import actions as dispatch
from gigafibre.dispatch.models import Job, Technician
from gigafibre.kernel import clock
from gigafibre.kernel.actions import add_note
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.models import Note
from gigafibre.legacy.models import ImportFinding, ImportRun
from gigafibre.legacy.sample.days import at
from gigafibre.legacy.sample.make import make
from gigafibre.legacy.sample.shape import Defects, scaled
from gigafibre.legacy.tests.test_nightly import Dump, figures_of, imported
from gigafibre.network import actions as network
from gigafibre.network.models import Drop, Equipment
from gigafibre.sales import actions as sales
from gigafibre.sales.models import Quotation, QuotationTemplate
from gigafibre.sales.offers import LineGiven
from gigafibre.subscriptions.actions import cancel_subscription
from gigafibre.subscriptions.models import Subscription

Told = tuple[str, int | None, str, str, str]  # table, legacy id, column, ours, theirs


def dumped(*lines: dict[str, str]) -> str:
    text: str = phpserialize.dumps(list(lines)).decode()
    return text


def line(sku: str, words: str, amount: str) -> dict[str, str]:
    return {"sku": sku, "desc": words, "amt": amount, "qte": "1", "tot": amount}


@dataclass
class Day:
    """What a test did on both sides, and what must be told of it."""

    dump: Dump
    expected: list[Told] = field(default_factory=list)

    def theirs(self, table: str, key: int | None, **values: Any) -> None:
        """Change columns of a row of the source."""

        def always(value: object) -> Callable[[str], object]:
            return lambda _: value

        becomes = {name: always(value) for name, value in values.items()}
        self.dump.change(table, key or 0, **becomes)

    def disagree(self, table: str, key: int | None, column: str, ours: str, theirs: str) -> None:
        """Expect one conflict."""
        self.expected.append((table, key, column, ours, theirs))


def conflicts(run: ImportRun) -> list[Told]:
    rows = ImportFinding.objects.filter(run=run, code="conflict")
    told = rows.values_list("table", "legacy_id", "field", "ours", "theirs")
    return sorted(told, key=str)


def listed(run: ImportRun, code: str) -> list[tuple[str, int | None]]:
    return sorted(ImportFinding.objects.filter(run=run, code=code).values_list("table", "legacy_id"))


@pytest.fixture
def day(committed_db: Any, tmp_path: Path) -> Iterator[Day]:
    """A small sound source with five quotations and a template, imported once."""
    make(scaled(0.002, 5, Defects.NONE, datetime.date(2026, 11, 20)), tmp_path)
    account = (tmp_path / "account.txt").read_text().split("\t", 1)[0]
    clock.freeze("2026-11-21T09:00:00-05:00")  # what a first invoice comes to depends on the day
    made = at(clock.today() - timedelta(days=3), 9, 0)
    once, monthly = dumped(line("INST", "Installation", "95.00")), dumped(line("FTTH", "Fibre", "74.95"))
    rows = [[n, account, f"Chalet {n}", "", made, 1, once, monthly, "Valide 30 jours."] for n in range(1, 6)]
    (tmp_path / "soumission.txt").write_text("".join("\t".join(map(str, row)) + "\n" for row in rows))
    (tmp_path / "soumission_template.txt").write_text(f"1\tRésidentiel\t{once}\t{monthly}\tConditions\n")
    imported(tmp_path)
    yield Day(Dump(tmp_path))
    clock.release()


def customers(day: Day) -> Callable[[], None]:
    edited, told, vip, same, mail, phone = (
        Customer.objects.filter(placeholder=False, contacts__points__kind="email").order_by("legacy_id").distinct()[:6]
    )
    old = edited.line1
    crm.update_customer(edited.number, city="Ville d’ici")
    crm.update_customer(vip.number, vip=not vip.vip)
    crm.update_customer(same.number, language="en")
    day.theirs("account", edited.legacy_id, city="Ville de là-bas", address1="7, rue Neuve")
    day.theirs("account", told.legacy_id, title="Dre")
    day.theirs("account", same.legacy_id, language_id="anglais")
    day.disagree("account", edited.legacy_id, "crm_customer.city", "Ville d’ici", "Ville de là-bas")
    day.disagree("account", edited.legacy_id, "crm_customer.line1", old, "7, rue Neuve")
    # An email here, a telephone there: of one person's ways ours stay, of another's theirs come.
    point = ContactPoint.objects.filter(customer=mail, kind="email").order_by("pk")[0]
    crm.update_contact_point(mail.number, point=point.pk, value="ici@exemple.ca")
    day.theirs("account", mail.legacy_id, fax="450 555-0177")
    day.theirs("account", phone.legacy_id, fax="450 555-0188")
    # A customer made here took the number that the source's next one would have.
    here = crm.create_customer(first_name="Ève", last_name="Tremblay")
    there = day.dump.add("account", first_name="Noé", last_name="Roy", status=1, date_orig=at(clock.today(), 9, 0))
    assert here == f"C-{there}"
    note = Note.objects.filter(legacy_id__gt=0).order_by("legacy_id")[0]
    day.theirs("account_memo", note.legacy_id, memo="Rappelé, tout va bien.")
    place, other = Location.objects.order_by("legacy_id")[:2]
    crm.update_location(place.number, access_notes="Chien méchant")
    day.theirs("delivery", place.legacy_id, note="Clé sous le pot")
    day.theirs("delivery", other.legacy_id, note="Sonner deux fois")
    day.disagree("delivery", place.legacy_id, "crm_location.access_notes", "Chien méchant", "Clé sous le pot")

    def holds() -> None:
        for row in (edited, told, vip, same, place, other, note):
            row.refresh_from_db()
        assert (edited.city, edited.line1, told.title, same.language) == ("Ville d’ici", old, "Dre", "en")
        assert ContactPoint.objects.filter(customer=mail, kind="fax").count() == 0
        assert ContactPoint.objects.filter(customer=mail, value="ici@exemple.ca").count() == 1
        assert list(ContactPoint.objects.filter(customer=phone, kind="fax").values_list("value", flat=True)) == [
            "+14505550188"
        ]
        assert Contact.objects.filter(customer=mail).count() == Contact.objects.filter(customer=phone).count() == 1
        assert Customer.objects.get(number=here).last_name == "Tremblay"
        assert Customer.objects.get(legacy_id=there).number == f"C-{there + 1}"
        assert (place.access_notes, other.access_notes) == ("Chien méchant", "Sonner deux fois")
        assert note.text == "Rappelé, tout va bien."

    return holds


def services(day: Day) -> Callable[[], None]:
    ended, moved = Subscription.objects.filter(state="active").exclude(radius_password="").order_by("legacy_id")[:2]
    secret, before = moved.radius_password, ended.charged_until
    assert secret
    cancel_subscription(ended.number, reason="Déménage")
    ended.refresh_from_db()
    later = datetime.date(2027, 3, 1)
    for one in (ended, moved):
        day.theirs("service", one.legacy_id, date_next_invoice=at(later, 0, 0))
    if ended.charged_until != later:
        day.disagree(
            "service", ended.legacy_id, "subscriptions_subscription.charged_until", str(ended.charged_until), str(later)
        )
    day.disagree("service", ended.legacy_id, "subscriptions_subscription.anchor", str(ended.anchor), str(later))
    priced, other = Item.objects.filter(legacy_id__isnull=False, kind="recurring", active=True).order_by("legacy_id")[
        :2
    ]
    set_item_price(priced.sku, price=Decimal("99.95"), since=clock.today())
    for item in (priced, other):
        day.theirs("product", item.legacy_id, price="88.88")
    day.disagree("product", priced.legacy_id, "catalog_itemprice.price", "99.9500", "88.8800")
    free = Customer.objects.filter(status="active", placeholder=False).order_by("-legacy_id")[0]
    record_suspension(free.number, reason="Non-paiement")
    suspended = day.dump.add("account_suspension", account_id=free.legacy_id, date_start=at(clock.today(), 8, 0))

    def holds() -> None:
        ended.refresh_from_db()
        moved.refresh_from_db()
        assert (ended.state, moved.charged_until) == ("cancelled", later)
        assert ended.charged_until in {before, clock.today()}
        assert moved.radius_password == secret, "a new date there doesn't wipe the password here"
        assert [str(price) for price in other.prices.values_list("price", flat=True)] == ["88.8800"]
        assert priced.prices.filter(price=Decimal("99.95")).count() == 1
        run = ImportRun.objects.latest("pk")
        assert listed(run, "suspended_here") == [("account_suspension", suspended)]

    return holds


def plant(day: Day) -> Callable[[], None]:
    drop, news = Drop.objects.filter(state="connected").order_by("legacy_id")[:2]
    place = Location.objects.order_by("-legacy_id")[0]
    network.disconnect_drop(drop.number, reason="Résiliation")
    network.connect_drop(drop.number, location=place.number)
    for one in (drop, news):
        day.theirs("fibre", one.legacy_id, sn="HWTC0A0B0C0D")
    day.disagree("fibre", drop.legacy_id, "network_drop.ont_serial", drop.ont_serial, "HWTC0A0B0C0D")
    installed = Equipment.objects.filter(state="in_stock").order_by("legacy_id")[0]
    spare = Equipment.objects.get(number=network.receive_equipment("ont", serial="HWTC01020304"))
    homes = Equipment.objects.filter(state="active", kind="ont").order_by("legacy_id")
    replaced, returned, told, secret = homes.exclude(username="")[:4]
    clear, home = told.password, told.location_id
    network.install_equipment(installed.number, location=place.number)
    network.replace_equipment(replaced.number, by=spare.number, reason="Foudre")
    network.return_equipment(returned.number, reason="Départ")
    network.set_equipment_credentials(secret.number, username="ici", password=SecretStr("motdici"))
    for device in (installed, replaced, told, secret):
        day.theirs("device", device.legacy_id, model="XX999")
    day.theirs("device", secret.legacy_id, **{"pass": "motdela"})
    day.disagree("device", installed.legacy_id, "network_equipment.model", installed.model, "XX999")
    day.disagree("device", replaced.legacy_id, "network_equipment.model", replaced.model, "XX999")
    day.disagree("device", secret.legacy_id, "network_equipment.model", secret.model, "XX999")
    day.disagree("device", secret.legacy_id, "network_equipment.password", "••••", "••••")
    child, other = Equipment.objects.filter(parent__isnull=False, state="active").order_by("legacy_id")[:2]
    above = Equipment.objects.filter(kind="ont", state="active").exclude(
        pk__in=[child.parent_id, other.parent_id, told.pk]
    )[0]
    for device in (child, other):
        day.theirs("device", device.legacy_id, parent=above.legacy_id)
    network.describe_equipment(child.number, parent=told.number)
    day.disagree("device", child.legacy_id, "network_equipment.parent_id", told.number, above.number)

    def holds() -> None:
        for row in (drop, news, installed, spare, replaced, returned, told, secret, child, other):
            row.refresh_from_db()
        assert (drop.state, drop.location_id, drop.subscription_id) == ("connected", place.pk, None)
        assert news.ont_serial == "HWTC0A0B0C0D"
        assert (installed.state, spare.state, replaced.state, returned.state) == (
            "active", "active", "returned", "returned",
        )  # fmt: skip
        assert (told.model, told.password, told.location_id) == ("XX999", clear, home)
        assert (secret.username, secret.password) == ("ici", "motdici")
        assert (child.parent_id, other.parent_id) == (told.pk, above.pk)

    return holds


def field_work(day: Day) -> Callable[[], None]:
    mine, theirs = Technician.objects.exclude(legacy_id=None).order_by("legacy_id")[:2]
    dispatch.edit_technician(mine.number, name="Jo d’ici")
    for one in (mine, theirs):
        day.theirs("staff", one.legacy_id, first_name="Jo", last_name="de Là-bas")
    day.disagree("staff", mine.legacy_id, "dispatch_technician.name", "Jo d’ici", "Jo de Là-bas")
    reopened, noted, told = Job.objects.filter(completion_note__gt="").order_by("legacy_id")[:3]
    dispatch.reopen_job(reopened.number, reason="Pas fini")
    add_note(f"job:{noted.number}", text="Le client a rappelé.")
    for job in (reopened, noted, told):
        day.theirs("bon_travail", job.legacy_id, note="Note de là-bas")
    day.disagree(
        "bon_travail", reopened.legacy_id, "dispatch_job.completion_note", reopened.completion_note, "Note de là-bas"
    )

    def holds() -> None:
        for row in (mine, theirs, reopened, noted, told):
            row.refresh_from_db()
        assert (mine.name, theirs.name) == ("Jo d’ici", "Jo de Là-bas")
        assert (reopened.status, reopened.technician_id) == ("ready", None)
        assert (noted.completion_note, told.completion_note) == ("Note de là-bas", "Note de là-bas")
        assert Note.objects.filter(subject=f"job:{noted.number}").count() == 1

    return holds


def offers(day: Day) -> Callable[[], None]:
    accepted, news, edited, gone, still = Quotation.objects.order_by("legacy_id")
    sales.send_quotation(accepted.number)
    sales.accept_quotation(accepted.number, name="Ève Tremblay")
    mine = LineGiven(cycle="once", description="Tranchée", unit_price=Decimal(400))
    sales.edit_quotation(edited.number, lines=[mine], title=edited.title)
    sales.discard_quotation(gone.number)
    new = dumped(line("INST", "Installation", "120.00"), line("RTR", "Routeur", "60.00"))
    for one in (accepted, news, edited, gone):
        day.theirs("soumission", one.legacy_id, materiel=new, po="BC-1")
    was = "monthly · FTTH · Fibre · 1 × 74.95"
    before, becomes = (
        f"once · INST · Installation · 1 × 95\n{was}",
        f"once · INST · Installation · 1 × 120\nonce · RTR · Routeur · 1 × 60\n{was}",
    )
    for column, ours, theirs in (
        ("lines", before, becomes),
        ("once_total", "109.23", "206.96"),
        ("first_total", "146.57", "244.29"),
        ("po_number", "", "BC-1"),
    ):
        day.disagree("soumission", accepted.legacy_id, f"sales_quotation.{column}", ours, theirs)
    for column, ours, theirs in (
        ("lines", "once · Tranchée · 1 × 400", becomes),
        ("once_total", "459.90", "206.96"),
        ("first_total", "459.90", "244.29"),
        ("po_number", "", "BC-1"),
    ):
        day.disagree("soumission", edited.legacy_id, f"sales_quotation.{column}", ours, theirs)
    day.theirs("soumission_template", 1, materiel=new)
    here = sales.create_quotation(prospect_name="Noé Roy", lines=[mine])
    row = (day.dump.folder / "soumission.txt").read_text().split("\n")[4].split("\t")
    path = day.dump.folder / "soumission.txt"
    path.write_text(path.read_text() + "\t".join(["6", *row[1:]]) + "\n")
    assert here.number == "QUO-6"

    def holds() -> None:
        for quotation in (accepted, news, edited, still):
            quotation.refresh_from_db()
        assert (accepted.status, accepted.lines.count(), str(accepted.once_total)) == ("accepted", 2, "109.23")
        assert (news.status, news.po_number, news.lines.count(), str(news.once_total)) == ("draft", "BC-1", 3, "206.96")
        assert [str(one.amount) for one in edited.lines.all()] == ["400.00"]
        assert (still.lines.count(), Quotation.objects.filter(legacy_id=gone.legacy_id).count()) == (2, 0)
        assert QuotationTemplate.objects.get(legacy_id=1).lines.count() == 3
        assert (Quotation.objects.get(number="QUO-6").prospect_name, Quotation.objects.get(legacy_id=6).number) == (
            "Noé Roy", "QUO-7",
        )  # fmt: skip

    return holds


def test_a_day_of_work_here_is_kept_and_each_disagreement_is_listed(day: Day) -> None:
    with acting_as(SYSTEM):
        held = [customers(day), services(day), plant(day), field_work(day), offers(day)]
    run = imported(day.dump.folder)
    for holds in held:
        holds()
    told = conflicts(run)
    points = [row for row in told if row[2] == "crm_contact.points"]
    assert [("ici@exemple.ca" in row[3], "+14505550177" in row[4]) for row in points] == [(True, True)]
    assert [row for row in told if row not in points] == sorted(day.expected, key=str)
    assert listed(run, "deleted_here") == [("soumission", 4)]
    assert [table for table, _ in listed(run, "number_taken_here")] == ["account", "soumission"]
    assert listed(run, "gone_from_source") == []
    assert figures_of(run, "customers")["new"] == 1
    assert [row for row in run.report["reconciliation"] if float(row["rest"]) != 0] == []
    assert [row for row in run.report["tables"] if row["rest"] != 0] == []
    third = imported(day.dump.folder)
    assert [row for row in third.report["reconciliation"] if float(row["rest"]) != 0] == []
    assert {name for name, done in third.report["phases"].items() if done.get("new") or done.get("changed")} == set()
    assert conflicts(third) == told, "what nobody settled is told again"
    for holds in held:
        holds()
