"""What customers read along the way, to the letter, in both languages, from the records themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gigafibre.billing.actions import bill_first_period
from gigafibre.catalog.tests.factories import a_group, a_plan, an_item
from gigafibre.crm.actions import give_consent
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.errors import Refusal
from gigafibre.messaging import catalogue, queries, segments, texts
from gigafibre.messaging.actions import edit_template, send_message
from gigafibre.messaging.errors import NoSuchRecord, ValueMissing
from gigafibre.messaging.tests.factories import the_message
from gigafibre.network.tests.factories import a_device, a_drop
from gigafibre.processes.words import reading
from gigafibre.sales.actions import cancel_contract
from gigafibre.sales.offers import LineGiven
from gigafibre.sales.tests.factories import a_contract, a_provider, a_quotation
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db
MOBILE, EMAIL = "+14505550142", "client@example.org"
OURS = (
    "contract.sent", "interest.serviceable", "invoice.sent", "leaving.acknowledged", "leaving.withdrawn",
    "moving.acknowledged", "order.received", "quotation.sent",
)  # fmt: skip


@pytest.fixture(autouse=True)
def somebody(clock: Any) -> Iterator[None]:
    clock.freeze("2026-11-21T14:00:00-05:00")
    with acting_as(SYSTEM):
        yield


def written(customer: Any, template: str, related: str, **more: Any) -> Any:
    key = send_message(customer.number, template=template, related=related, dedupe_key=f"{template}:{related}", **more)
    return the_message(key)


def somebody_who(language: str = "fr", **ways: str) -> Any:
    return a_customer("John Smith" if language == "en" else "Sylvie Tremblay", language=language, **ways)


def an_order(customer: Any, **given: Any) -> Any:
    fibre = an_item("60.00", name_fr="Fibre 500", name_en="Fibre 500", invoice_label_fr="", invoice_label_en="")
    phone = an_item("20.00", name_fr="Téléphone", name_en="Telephone", invoice_label_fr="", invoice_label_en="")
    laying = an_item("95.00", kind="labour", service_kind="other", name_fr="Pose", name_en="Laying",
                     invoice_label_fr="", invoice_label_en="", group=a_group("fees", account="4020"))  # fmt: skip
    lines = [LineGiven(cycle="monthly", item=phone.sku), LineGiven(cycle="once", item=laying.sku)]
    return a_contract(customer=customer, plan=a_plan(fibre, name_fr="Essentiel", name_en="Essential").code, lines=lines,
                      **given)  # fmt: skip


def plainly(text: str) -> str:
    """Return a text with its no-break spaces as spaces."""
    return text.replace("\u00a0", " ")


VISIT = {"appointment_on": date(2026, 12, 1), "appointment_slot": "morning"}


def test_an_order_is_acknowledged_by_text_message() -> None:
    customer = somebody_who(phone=MOBILE, email=EMAIL)
    made = written(customer, "order.received", f"contract:{an_order(customer, **VISIT).number}")
    assert made.body == (
        "Fibre HSL : nous avons votre bon de commande CTR-1 (Essentiel, Téléphone, Pose). "
        "Installation : le 1er décembre 2026, entre 8 h et 12 h. La première facture suit la mise en service."
    )
    assert (made.channel, made.to, made.segments, made.purpose, made.state) == ("sms", MOBILE, 2, "service", "queued")
    john = somebody_who("en", phone=MOBILE)
    made = written(john, "order.received", f"contract:{an_order(john, **VISIT).number}")
    assert made.body == (
        "Fibre HSL: we have your order CTR-2 (Essential, Telephone, Laying). "
        "Installation: December 1, 2026, between 8 a.m. and noon. The first invoice follows once service begins."
    )
    assert made.segments == 2


def test_without_a_mobile_number_the_order_is_acknowledged_by_email() -> None:
    customer = somebody_who(email=EMAIL)
    made = written(customer, "order.received", f"contract:{an_order(customer).number}")
    assert (made.to, plainly(made.subject)) == (EMAIL, "Bon de commande reçu : CTR-1")
    assert plainly(made.body) == (
        "Bonjour Sylvie,\n\nNous avons bien reçu votre bon de commande.\n\nContrat : CTR-1\n"
        "Commande : Essentiel, Téléphone, Pose\nAdresse : 1482, chemin de la Rivière, Sainte-Clotilde\n"
        "Installation : à convenir avec vous\n\nLa suite :\n"
        "1. Un technicien passe installer le service à cette adresse.\n2. Le service est mis en marche.\n"
        "3. Vous recevez votre première facture, calculée au jour près.\n\nFibre HSL"
    )
    john = somebody_who("en", email=EMAIL)
    made = written(john, "order.received", f"contract:{an_order(john, **VISIT).number}")
    assert (made.subject, plainly(made.body)) == (
        "Order received: CTR-2",
        "Hello John,\n\nWe have received your order.\n\nContract: CTR-2\nOrder: Essential, Telephone, Laying\n"
        "Address: 1482, chemin de la Rivière, Sainte-Clotilde\n"
        "Installation: December 1, 2026, between 8 a.m. and noon\n\n"
        "What comes next:\n1. A technician comes to install the service at this address.\n"
        "2. The service is turned on.\n3. You get your first invoice, charged to the day.\n\nFibre HSL",
    )


def test_an_order_reaches_who_left_his_number_only_at_his_place() -> None:
    customer = somebody_who()
    contract = an_order(customer)
    assert written(customer, "order.received", f"contract:{contract.number}").reason == "no_address"
    place = contract.location
    place.contact_email = EMAIL
    place.save()
    made = send_message(customer.number, template="order.received", related=f"contract:{contract.number}",
                        dedupe_key="again")  # fmt: skip
    assert the_message(made).to == EMAIL
    place.contact_mobile = "450 555-0142"
    place.save()
    made = send_message(customer.number, template="order.received", related=f"contract:{contract.number}",
                        dedupe_key="once more")  # fmt: skip
    assert the_message(made).to == MOBILE


def test_a_contract_is_sent_with_its_link_while_it_waits() -> None:
    settings.put("sales.public_url", "https://fibre.example")
    customer = somebody_who(phone=MOBILE)
    contract = an_order(customer, sent=True)
    made = written(customer, "contract.sent", f"contract:{contract.number}")
    link = made.variables["link"]
    assert link.startswith("https://fibre.example/sign/")
    assert made.body == (
        f"Fibre HSL : votre contrat CTR-1 attend votre signature, au plus tard le 21 décembre 2026 : {link}"
    )
    assert made.segments == 1
    john = somebody_who("en", email=EMAIL)
    contract = an_order(john, sent=True)
    made = written(john, "contract.sent", f"contract:{contract.number}")
    assert (made.subject, plainly(made.body)) == (
        "Your contract CTR-2 to sign",
        "Hello John,\n\nYour contract CTR-2 is ready: Essential, Telephone, Laying, at 1482, chemin de la Rivière, "
        "Sainte-Clotilde.\n$91.98 a month + $109.23 once, taxes included.\n\nRead it and sign it, on a phone or a "
        f"computer, by December 21, 2026 at the latest:\n{made.variables['link']}\n\n"
        "This link is yours: pass it on to nobody.\n\nFibre HSL",
    )
    cancel_contract(contract.number, reason="Ne déménage plus")
    with pytest.raises(ValueMissing, match="until"):
        send_message(john.number, template="contract.sent", related="contract:CTR-2", dedupe_key="after")


def test_a_quotation_is_sent_with_its_link() -> None:
    quotation = a_quotation(sent=True)
    customer = somebody_who(phone=MOBILE)
    made = written(customer, "quotation.sent", f"quotation:{quotation.number}")
    assert made.body == (
        "Fibre HSL : votre soumission QUO-1 (68,99 $ par mois + 109,23 $ une seule fois). "
        f"Lisez-la et répondez au plus tard le 21 décembre 2026 : {made.variables['link']}"
    )
    john = somebody_who("en", email=EMAIL)
    made = written(john, "quotation.sent", f"quotation:{a_quotation(sent=True).number}")
    assert (made.subject, plainly(made.body)) == (
        "Your quotation QUO-2",
        "Hello John,\n\nHere is quotation QUO-2, which you asked for: $68.99 a month + $109.23 once, taxes "
        f"included.\n\nRead it, accept it or decline it by December 21, 2026:\n{made.variables['link']}\n\nFibre HSL",
    )


def test_an_invoice_is_sent_with_what_is_to_pay_and_when() -> None:
    customer = somebody_who(email=EMAIL)
    service = a_subscription(
        "60.00", customer=customer, charged_until=date(2026, 11, 21), started_on=date(2026, 11, 21)
    )
    number = bill_first_period(service.number)
    made = written(customer, "invoice.sent", f"invoice:{number}")
    assert (plainly(made.subject), plainly(made.body)) == (
        f"Votre facture {number} : 23,00 $",
        f"Bonjour Sylvie,\n\nVous trouverez ci-joint votre facture {number} du 21 novembre 2026, d’un total de "
        "23,00 $.\n\nÀ payer : 23,00 $ au plus tard le 11 décembre 2026.\n\nGigafibre",
    )
    about = catalogue.record("invoice")
    assert about is not None
    assert about.read is not None
    said = about.read(number, "en")
    assert sorted(said) == sorted(about.variables)
    assert said == {
        "document": "invoice",
        "invoice": number,
        "date": "November\u00a021,\u00a02026",
        "total": "$23.00",
        "due": "December\u00a011,\u00a02026",
        "to_pay": "$23.00 by December\u00a011,\u00a02026",
    }


def test_who_waited_for_an_address_is_told_that_it_is_served() -> None:
    settings.put("company.site_url", "https://fibre.example")
    settings.put("messaging.public_url", "https://fibre.example")
    a_provider()
    drop = a_drop("12", "rang Double", city="Howick")
    for language, expected in (
        (
            "fr",
            "Bonjour,\n\nVous nous aviez demandé de vous aviser : le service est maintenant offert au 12 rang Double, "
            "Howick.\n\nLes forfaits et les prix : https://fibre.example\n\nFibre HSL",
        ),
        (
            "en",
            "Hello,\n\nYou asked us to tell you: service is now offered at 12 rang Double, Howick.\n\n"
            "Plans and prices: https://fibre.example\n\nFibre HSL",
        ),
    ):
        customer = somebody_who(language, email=EMAIL)
        give_consent(customer.number, channel="email", purpose="promotion", source="Liste d’intérêt")
        key = send_message(customer.number, template="interest.serviceable", related=f"drop:{drop.number}",
                           dedupe_key=f"interest:{language}")  # fmt: skip
        made = the_message(key)
        assert (made.state, made.basis) == ("queued", "express")
        assert plainly(made.body).startswith(expected)


def test_who_leaves_is_told_his_last_day_and_what_to_give_back() -> None:
    fibre = an_item("60.00", name_fr="Fibre 500", name_en="Fibre 500", invoice_label_fr="", invoice_label_en="")
    customer = somebody_who(phone=MOBILE)
    home = a_location(customer)
    a_subscription(customer=customer, location=home, item=fibre)
    a_device(location=home, serial="TPLGAAAA0001")
    a_device("tv_box", location=home, serial="TVB0002")
    a_device("tv_box", location=home, serial="TVB0003", state="defective")
    on = {"on": date(2026, 12, 31)}
    made = written(customer, "leaving.acknowledged", f"location:{home.number}", variables=on)
    assert made.body == (
        "Gigafibre : votre service au 1482, chemin de la Rivière, Sainte-Clotilde prend fin le 31 décembre 2026. "
        "Appareils à rendre : ONT TPLGAAAA0001, Décodeur télé TVB0002. La facture finale, ou le crédit, suit."
    )
    john = somebody_who("en", email=EMAIL)
    flat = a_location(john, line1="9, rue du Pont")
    a_subscription(customer=john, location=flat, item=fibre)
    made = written(john, "leaving.acknowledged", f"location:{flat.number}", variables=on)
    assert (made.subject, plainly(made.body)) == (
        "Your service ends on December 31, 2026",
        "Hello John,\n\nWe confirm the end of your service.\n\nAddress: 9, rue du Pont, Sainte-Clotilde\n"
        "Services: Fibre 500\nLast day: December 31, 2026\nDevices to return: nothing\n\nDays paid in advance are "
        "credited to you. The final invoice, or credit note, follows.\n\nGigafibre",
    )
    with pytest.raises(ValueMissing, match="on"):
        send_message(john.number, template="leaving.acknowledged", related=f"location:{flat.number}", dedupe_key="bis")


def test_who_moves_is_told_from_where_to_where_and_when() -> None:
    given = {"on": date(2026, 12, 31), "old_place": "9, rue du Pont, Howick"}
    customer = somebody_who(phone=MOBILE)
    made = written(customer, "moving.acknowledged", f"location:{a_location(customer).number}", variables=given)
    assert made.body == (
        "Gigafibre : votre service passe du 9, rue du Pont, Howick au 1482, chemin de la Rivière, Sainte-Clotilde le "
        "31 décembre 2026."
    )
    john = somebody_who("en", email=EMAIL)
    made = written(john, "moving.acknowledged", f"location:{a_location(john).number}", variables=given)
    assert (made.subject, plainly(made.body)) == (
        "Your move on December 31, 2026",
        "Hello John,\n\nWe have noted your move.\n\nOld address: 9, rue du Pont, Howick\n"
        "New address: 1482, chemin de la Rivière, Sainte-Clotilde\nDay: December 31, 2026\n\nGigafibre",
    )


@pytest.mark.parametrize("code", OURS)
def test_the_first_words_of_text_messages_travel_in_the_cheap_alphabet(code: str) -> None:
    found = texts.template(code)
    for language in catalogue.LANGUAGES:
        if found.sms:
            assert segments.count(segments.plain(found.first("sms", language)[1])).unusual == ""


@pytest.mark.parametrize("kind", ["contract", "quotation", "invoice", "location", "drop"])
def test_a_record_that_is_not_there_is_refused(kind: str) -> None:
    about = catalogue.record(kind)
    assert about is not None
    assert about.read is not None
    with pytest.raises(Refusal, match="404404"):
        about.read("NO-404404", "fr")


def test_what_is_said_of_a_record_is_what_its_template_may_name() -> None:
    settings.put("company.site_url", "https://fibre.example")
    contract, quotation, place = an_order(somebody_who(), sent=True, **VISIT), a_quotation(sent=True), a_location()
    for kind, number in (
        ("contract", contract.number),
        ("quotation", quotation.number),
        ("location", place.number),
        ("drop", a_drop().number),
    ):
        about = catalogue.record(kind)
        assert about is not None
        assert about.read is not None
        assert sorted(about.read(number, "fr")) == sorted(about.variables)


def test_a_template_is_previewed_on_a_real_record() -> None:
    customer = somebody_who()
    contract = an_order(customer, **VISIT)
    shown = edit_template(
        "order.received", channel="sms", language="fr", body="{contract} : {ordered}, {appointment}. {link}",
        shown_for=customer.number, related=f"contract:{contract.number}",
    )  # fmt: skip
    assert shown.body == "CTR-1 : Essentiel, Téléphone, Pose, le 1er décembre 2026, entre 8 h et 12 h. {link}"
    prospect = a_quotation(sent=True, prospect="Paul Roy", prospect_email="paul.roy@example.ca")
    for template, related, body in (
        ("order.received", f"contract:{contract.number}", "Sylvie CTR-1"),
        ("quotation.sent", f"quotation:{prospect.number}", "{first_name} QUO-1"),
    ):
        kind = related.partition(":")[0]
        own = edit_template(
            template, channel="sms", language="fr", body=f"{{first_name}} {{{kind}}}", related=related
        )  # for the record's own customer, if it has one
        assert own.body == body
        assert queries.template(template).example == related.partition(":")[2]
    with pytest.raises(NoSuchRecord):
        send_message(customer.number, template="order.received", related="job:DJ-1", dedupe_key="of a job")


def test_sums_say_what_is_paid() -> None:
    assert plainly(reading.sums(Decimal("60.00"), Decimal("0.00"), "fr")) == "60,00 $ par mois"
    assert reading.sums(Decimal("0.00"), Decimal("95.00"), "en") == "$95.00 once"
    assert reading.sums(Decimal(0), Decimal(0), "fr") == "sans frais"
    assert reading.listed([("Fibre", Decimal(1)), ("Boîtier", Decimal("2.000"))]) == "Fibre, 2 × Boîtier"
