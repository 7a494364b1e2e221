"""The texts we propose: each disclosure the law asks of a distance contract is on the paper, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pypdf
import pytest

from gigafibre.billing.actions import set_late_interest_rate
from gigafibre.catalog.tests.factories import an_item
from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel import files, settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.errors import InvalidInput
from gigafibre.kernel.perform import perform
from gigafibre.kernel.rows import add
from gigafibre.kernel.tests.paper import text_boxes, text_of
from gigafibre.sales import places, sealing
from gigafibre.sales.actions import adopt_legal_texts, send_contract, withdraw_legal_text, write_legal_text
from gigafibre.sales.errors import NoLegalTexts, NoSuchPlace
from gigafibre.sales.legal import proposed
from gigafibre.sales.models import Contract, LegalText
from gigafibre.sales.offers import LineGiven
from gigafibre.sales.tests.factories import a_contract, an_installation, read_and_sign

pytestmark = pytest.mark.django_db
SHORT: dict[str, Any] = {
    "title_fr": "Le prix",
    "title_en": "The price",
    "body_fr": "Vous payez {monthly} par mois.",
    "body_en": "You pay {monthly} a month.",
}


@pytest.fixture(autouse=True)
def acting(clock: Any) -> Iterator[None]:
    with acting_as(SYSTEM):
        yield


def the_contract(*, telephone: bool = False, kind: str = "individual", **given: Any) -> Contract:
    """Return a contract sent with the texts we propose: Internet with a promotion, an installation, 24 months."""
    settings.put("company.contact", {"fr": ["450 555-0123", "aide@fibre.example"], "en": ["450 555-0199"]})
    settings.put("billing.municipal_tax_911", {"2026": "0.54", "2027": "0.56"})
    set_late_interest_rate(percent=Decimal("18"), since=date(2026, 11, 21), reason="Contrats")
    internet = an_item("74.95", name_fr="Fibre 500", name_en="Fibre 500", download_kbps=500_000, upload_kbps=250_000)
    lines = [
        LineGiven(cycle="monthly", item=internet.sku, off_amount="15.00", off_cycles=12, off_words="Bienvenue"),
        LineGiven(cycle="once", item=an_installation("95.00").sku),
    ]
    if telephone:
        lines.append(LineGiven(cycle="monthly", item=an_item("20.00", service_kind="telephone").sku))
    given = {"commitment_months": 24, "inducement": Decimal("240.00"), "starts_on": date(2026, 12, 3), **given}
    customer = a_customer(kind=kind, email="sylvie@example.org")
    contract = a_contract(
        customer=customer, lines=lines, appointment_on=date(2026, 12, 3), **{"appointment_slot": "morning", **given}
    )
    LegalText.objects.filter(code__in=["service", "cancellation"], uses=None).delete()
    adopt_legal_texts()
    send_contract(contract.number)
    contract.refresh_from_db()
    return contract


def said(contract: Contract, language: str) -> str:
    """The words of a contract's paper, in one line."""
    paper = contract.paper_en if language == "en" else contract.paper_fr
    assert paper
    return " ".join(text_of(files.read(paper).content).replace("\u00a0", " ").replace("\u202f", " ").split())


# What is disclosed, and the words that do it in a contract of the figures above: 59.95 + 3.00 + 5.98 a month.
DISCLOSED = {
    "merchant's name": ("Fibre du Haut-Saint-Laurent inc. (Fibre HSL)", "Fibre du Haut-Saint-Laurent inc. (Fibre HSL)"),
    "merchant's address": ("12, rue du Pont, Saint-Anicet (Québec) J0S 1M0",) * 2,
    "how to reach the merchant": ("450 555-0123 · aide@fibre.example", "450 555-0199"),
    "tax registrations": ("TPS 814732019 RT0001", "GST 814732019 RT0001"),
    "consumer": ("Le client : Sylvie Tremblay", "The customer: Sylvie Tremblay"),
    "date": ("préparé le 21 novembre 2026", "prepared on November 21, 2026"),
    "each service": ("Fibre 500", "Fibre 500"),
    "technical description": (
        "Fibre 500 : jusqu’à 500 Mbit/s en réception et 250 Mbit/s en envoi.",
        "Fibre 500: up to 500 Mbit/s down and 250 Mbit/s up.",
    ),
    "price of the month by tax": (
        "TPS 5 % no 814732019 RT0001 3,00 $ TVQ 9,975 % no 1218840736 TQ0001 5,98 $",
        "GST 5% no. 814732019 RT0001 $3.00 QST 9.975% no. 1218840736 TQ0001 $5.98",
    ),
    "total of the month": (
        "Vous payez chaque mois 68,93 $, taxes comprises",
        "You pay $68.93 each month, taxes included",
    ),
    "month after promotions": (
        "Après les promotions : 86,18 $ par mois, taxes comprises.",
        "After promotions: $86.18 per month, taxes included.",
    ),
    "paid once": ("Une seule fois, taxes comprises 109,23 $", "Once, taxes included $109.23"),
    # 59.95 for 29 of 31 days: 70.11 - 14.03, and 95.00: 151.08 + 7.55 + 15.07
    "first invoice": (
        "Première facture si tout commence le 3 décembre 2026 : 173,70 $",
        "First invoice if everything begins on December 3, 2026: $173.70",
    ),
    "currency": ("en dollars canadiens", "in Canadian dollars"),
    "nothing to third parties": ("aucuns frais dus à un tiers", "nothing owed to a third party"),
    "beginning": ("Début prévu du service : 3 décembre 2026.", "Planned beginning of the service: December 3, 2026."),
    "installation": (
        "L’installation est prévue le 3 décembre 2026, entre 8 h et 12 h.",
        "Installation is planned for December 3, 2026, between 8 a.m. and noon.",
    ),
    "place": ("Lieu de service :", "Service location:"),
    "restrictions": ("n’est ni revendu ni partagé", "neither resold nor shared"),
    "length": (
        "24 mois à compter de la mise en service : du 3 décembre 2026 au 3 décembre 2028",
        "24 months from activation: from December 3, 2026 to December 3, 2028",
    ),
    "no renewal": ("ne se renouvelle pas pour un autre engagement", "does not renew for another commitment"),
    "notice of the end": ("entre le 90e et le 60e jour", "between the 90th and the 60th day"),
    "inducement": ("Avantage économique donné au début : 240,00 $.",
                   "Economic inducement given at the start: $240.00."),
    "end at any time": ("art. 214.6", "s. 214.6"),
    "formula of an early end": ("240,00 $ × les mois qui restent ÷ 24 mois", "$240.00 × the months left ÷ 24 months"),
    "arithmetic of an early end": ("240,00 $ × 11 ÷ 24 mois = 110,00 $", "$240.00 × 11 ÷ 24 months = $110.00"),
    "what an early end costs": ("Après 12 mois (3 décembre 2027), vous devriez au plus 110,00 $.",
                                "After 12 months (December 3, 2027), you would owe at most $110.00."),
    "copy": ("au plus tard 15 jours après", "at the latest 15 days after"),
    "cancelling within 7 days": ("dans les 7 jours qui suivent sa réception", "within 7 days of receiving it"),
    "cancelling within 30 days": ("dans les 30 jours qui suivent la conclusion", "within 30 days after the contract"),
    "not begun in 30 days": ("n’a pas commencé dans les 30 jours", "has not begun within 30 days"),
    "form": ("J’annule le contrat CTR-", "I cancel contract CTR-"),
    "refund": ("remboursons alors dans les 15 jours", "refund within 15 days"),
    "card": ("carte de crédit annule le paiement", "credit card reverses the payment"),
    "changes": ("au moins 30 jours avant : la clause nouvelle", "at least 30 days before: the new clause"),
    "changes refused": ("jusqu’à 30 jours après sa prise d’effet", "up to 30 days after it takes effect"),
    "loan": ("prêtés pour la durée du service", "lent to you for as long as the service lasts"),
    "loan in repair": ("art. 214.5", "s. 214.5"),
    "interest": ("18 % par année (1,5 % par mois)", "18% a year (1.5% a month)"),
    "suspension": ("au moins 14 jours avant de suspendre", "at least 14 days before suspending"),
    "privacy": ("Commission d’accès à l’information", "Commission d’accès à l’information"),
    "privacy request": ("par écrit dans les 30 jours", "in writing within 30 days"),
    "complaints": ("(CPRST)", "(CCTS)"),
    "consumer office": ("Office de la protection du consommateur", "Office de la protection du consommateur"),
    "language": ("remise en premier", "handed to you first"),
}  # fmt: skip
TELEPHONE = {
    "9-1-1": ("il n’est pas possible pendant une panne de courant", "not possible during a failure of power"),
    "9-1-1 address": ("L’adresse transmise au 9-1-1 est", "The address given to 9-1-1 is"),
    "municipal tax": ("La taxe municipale pour le 9-1-1", "The municipal tax for 9-1-1"),
    "keeping the number": ("garder votre numéro", "keep your number"),
}


@pytest.mark.parametrize("at", [0, 1])
def test_each_disclosure_is_on_the_paper_with_the_contracts_figures(at: int) -> None:
    words = said(the_contract(), ("fr", "en")[at])
    missing = {what: pair[at] for what, pair in DISCLOSED.items() if pair[at] not in words}
    assert missing == {}
    assert "{" not in words
    assert not [what for what, pair in TELEPHONE.items() if pair[at] in words]


@pytest.mark.parametrize("at", [0, 1])
def test_a_contract_with_a_telephone_has_its_clause(at: int) -> None:
    words = said(the_contract(telephone=True), ("fr", "en")[at])
    assert {what for what, pair in TELEPHONE.items() if pair[at] not in words} == set()


@pytest.mark.parametrize("at", [0, 1])
def test_without_a_commitment_or_an_inducement_an_early_end_costs_nothing(at: int) -> None:
    words = said(the_contract(commitment_months=0, inducement=Decimal(0)), ("fr", "en")[at])
    assert ("durée indéterminée, sans engagement", "indeterminate time, without commitment")[at] in words
    assert ("y mettre fin ne coûte rien", "ending it costs nothing")[at] in words
    assert ("240,00", "$240.00")[at] not in words


def test_a_business_has_texts_of_its_own() -> None:
    contract = the_contract(kind="business")
    codes = [clause.text.code for clause in contract.clauses.select_related("text").order_by("position")]
    assert codes == ["business_service", "business_price", "business_term", "business_privacy"]
    words = said(contract, "fr")
    assert "2125 à 2129 du Code civil" in words
    assert "Loi sur la protection du consommateur" not in words
    assert "7 jours" not in words


def test_the_clause_of_seven_days_stands_first_twice_as_large() -> None:
    contract = the_contract()
    assert contract.paper_fr
    boxes = [box for box in text_boxes(files.read(contract.paper_fr).content) if box.page == 1]
    clause = next(box for box in boxes if box.text.startswith("Vous pouvez annuler ce contrat"))
    first = next(box for box in boxes if box.text.startswith("Lieu de service"))
    assert clause.bottom < first.top
    assert clause.bottom - clause.top >= 2 * (first.bottom - first.top) * 0.9
    settings.put("sales.seven_day_clause", False)
    assert "Vous pouvez annuler ce contrat" not in said(the_contract(), "fr")


def test_the_merchant_is_whom_the_settings_say() -> None:
    settings.put("company.privacy_officer", {"fr": "Écrivez à Johanne Roy.", "en": "Write to Johanne Roy."})
    contract = the_contract()
    assert "Johanne Roy" in said(contract, "fr")
    for text in proposed():
        assert "Gigafibre" not in text.body.fr + text.body.en
        assert "{company}" in text.body.fr or "Fibre" not in text.body.fr


@pytest.mark.parametrize("text", proposed(), ids=lambda text: text.code)
def test_both_languages_say_the_same_places_line_by_line(text: Any) -> None:
    french, english = text.body.fr.split("\n"), text.body.en.split("\n")
    assert len(french) == len(english)
    for fr, en in zip(french, english, strict=True):
        assert sorted(places._PLACE.findall(fr)) == sorted(places._PLACE.findall(en)), fr
    assert places.unknown(text.body.fr) == places.unknown(text.body.en) == []


def test_texts_are_adopted_once_and_leave_the_providers_own() -> None:
    assert write_legal_text("price", **SHORT) == 1
    adopted = adopt_legal_texts()
    assert "price" not in adopted
    assert len(adopted) == len(proposed()) - 1
    assert adopt_legal_texts() == []
    assert write_legal_text("privacy", **SHORT) == 2
    assert adopt_legal_texts() == []


def test_a_place_no_contract_fills_is_refused() -> None:
    for wrong in ("{nom} doit payer.", "{monthly }", "{0} et {}"):
        with pytest.raises(NoSuchPlace):
            write_legal_text("price", **{**SHORT, "body_en": f"You pay: {wrong}"})
    assert not LegalText.objects.exists()


@pytest.mark.parametrize("title", ["\x85\x85", "  ", "\u200b\U0001f600\U0001f600", "\t\n "])
def test_a_title_of_which_nothing_is_printed_is_refused(title: str) -> None:
    for named in ("title_fr", "title_en"):
        with pytest.raises(InvalidInput) as refused:
            perform("sales.write_legal_text", {"code": "price", **SHORT, named: title}, actor=SYSTEM)
        assert [detail.field for detail in refused.value.details] == [named]
    assert not LegalText.objects.exists()


def test_a_withdrawn_text_is_in_no_contract_and_no_older_version_comes_back() -> None:
    contract = a_contract()
    LegalText.objects.all().delete()
    write_legal_text("price", **SHORT)
    write_legal_text("price", **SHORT)
    withdraw_legal_text("price")
    with pytest.raises(NoLegalTexts):
        send_contract(contract.number)


def test_a_contract_of_many_lines_is_whole_over_its_pages() -> None:
    internet = an_item("12.34", name_fr="Service très longuement nommé pour passer à la ligne suivante du tableau")
    lines = [LineGiven(cycle="monthly", item=internet.sku) for _ in range(60)]
    contract = the_contract(telephone=True)
    long = a_contract(lines=lines, commitment_months=36, inducement=Decimal("360.00"))
    send_contract(long.number)
    for made, least in ((contract, 3), (long, 4)):
        made.refresh_from_db()
        read_and_sign(made, strokes=[[[100, 200], [300, 120], [500, 260]]])
        sealed = sealing.sealed_paper(made.number)
        assert sealing.look(sealed.content).genuine
        reader = pypdf.PdfReader(BytesIO(sealed.content))
        assert least <= len(reader.pages) <= 12
        for number, page in enumerate(reader.pages, start=1):
            text = " ".join(page.extract_text().replace("\u00a0", " ").split())
            assert f"Page {number} de {len(reader.pages)}" in text or f"{number} / {len(reader.pages)}" in text, text
        for box in text_boxes(sealed.content):
            assert -0.1 <= box.left <= box.right <= 216.1
            assert -0.1 <= box.top <= box.bottom <= 279.5


def test_a_text_added_by_hand_has_the_default_of_its_column() -> None:
    words = {"title_fr": "Un", "title_en": "One", "body_fr": "Un.", "body_en": "One."}
    text = add(LegalText(code="essai", version=1, since=date(2026, 1, 1), **words))
    assert text.service == ""
    assert LegalText.objects.get(pk=text.pk).service == ""
