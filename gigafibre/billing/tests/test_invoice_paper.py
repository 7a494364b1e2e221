"""The invoice on paper: what it says, where it says it, what opens it, and that it never comes out half."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pikepdf
import pytest

from gigafibre.billing.documents.invoice_document import (
    AccountSummary,
    Autopay,
    ChargeLine,
    InvoiceDocument,
    LocationCharges,
    Movement,
)
from gigafibre.billing.documents.layout import invoice_printable
from gigafibre.billing.documents.pay_link import PURPOSE, pay_link
from gigafibre.billing.documents.render import BillingDocument, render, render_many
from gigafibre.billing.tests.paper import NOVEMBER, a_credit_note, a_long_invoice, a_provider, an_invoice
from gigafibre.kernel import clock
from gigafibre.kernel.documents.engine import compile_one
from gigafibre.kernel.documents.errors import DocumentFailed
from gigafibre.kernel.documents.letter import Logo
from gigafibre.kernel.documents.wording import Language
from gigafibre.kernel.signing import TokenExpired, read_token
from gigafibre.kernel.tests.paper import codes, page_count, text_boxes, text_of


def _text(document: BillingDocument) -> str:
    """Return the text with ordinary spaces on one line, for searching."""
    return re.sub(r"\s+", " ", text_of(render(document)))


def _owing(amount: str, remaining: str) -> InvoiceDocument:
    balance = Decimal(remaining)
    moved = (Movement(kind="payment", on=date(2026, 10, 20), amount=balance - Decimal("213.10")),)
    return an_invoice(
        amount_due=Decimal(amount),
        summary=AccountSummary(
            previous_invoice_on=date(2026, 10, 1),
            previous_balance=Decimal("213.10"),
            movements=moved,
            remaining=balance,
        ),
    )


def test_a_french_invoice_says_everything() -> None:
    text = _text(an_invoice(purchase_order="BC-88"))
    for said in (
        "TARGO Internet inc.",
        "1500, rue Notre-Dame, Saint-Rémi (Québec) J0L 2L0",
        "No de compte C-4217",
        "Date 1 nov. 2026",
        "No de facture SINV-2026-712408",
        "Commande BC-88",
        "Votre facture de novembre 2026",
        "Solde précédent, facture du 1 oct. 2026 213,10 $",
        "Paiement reçu le 20 oct. 2026, merci −213,10 $",
        "Solde restant 0,00 $",
        "Cette facture 149,92 $",
        "Maison, 1482, chemin de la Rivière, Sainte-Clotilde",
        "Internet Fibre 500 (1er novembre au 30 novembre) 74,95 $",
        "Promotion, 9e mois sur 12 −10,00 $",
        "Internet Fibre 100 saisonnier, en pause (jusqu’au 30 avril 2027) 0,00 $",
        "Sous-total avant taxes 130,39 $",
        "TPS 5 % no 814732019 RT0001 6,52 $",
        "TVQ 9,975 % no 1218840736 TQ0001 13,01 $",
        "Total de cette facture 149,92 $",
        "Montant à payer 149,92 $ au plus tard le 20 nov. 2026",
        "Prélevé de votre compte ••••4821, vous n’avez rien à faire.",
        "Bon jusqu’au 31 déc. 2026.",
        "Parrainez, recevez 50,00 $",
        "7KQ2ZM",
        "Pourquoi ce montant a changé Votre chalet est en pause",
        "un intérêt simple de 18 % par an",
        "aide@gigafibre.exemple",
        "(CPRST) peut vous aider sans frais : www.ccts-cprst.ca",
        "Page 1 de 1",
    ):
        assert said in text, said


def test_an_english_invoice_says_everything() -> None:
    text = _text(an_invoice("en", purchase_order="PO-88"))
    for said in (
        "Account no. C-4217",
        "Date Nov. 1, 2026",
        "Invoice no. SINV-2026-712408",
        "Your PO PO-88",
        "Your November 2026 invoice",
        "Previous balance, invoice of Oct. 1, 2026 $213.10",
        "Payment received Oct. 20, 2026, thank you −$213.10",
        "Remaining balance $0.00",
        "This invoice $149.92",
        "Internet Fibre 500 (November 1 to November 30) $74.95",
        "Promotion, month 9 of 12 −$10.00",
        "Subtotal before taxes $130.39",
        "GST 5% no. 814732019 RT0001 $6.52",
        "QST 9.975% no. 1218840736 TQ0001 $13.01",
        "Total of this invoice $149.92",
        "Amount due $149.92 due by Nov. 20, 2026",
        "Taken from your account ••••4821, nothing for you to do.",
        "Good until Dec. 31, 2026.",
        "Refer, receive $50.00",
        "Why this amount changed Your cottage is paused",
        "(CCTS) can help you free of charge",
        "Page 1 of 1",
    ):
        assert said in text, said


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_taxes_are_never_shown_added_up(language: Language) -> None:
    for document in (an_invoice(language), a_long_invoice(language), a_credit_note(language)):
        assert not re.search(r"14[.,]97|9[.,]97(?!5)", text_of(render(document)))


def test_no_break_spaces_are_in_the_text_itself() -> None:
    text = text_of(render(an_invoice()))
    assert "149,92\u00a0$" in text
    assert "1\u00a0nov.\u00a02026" in text
    assert "1er\u00a0novembre au 30\u00a0novembre" in text
    assert "réglé\u00a0?" in text


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (an_invoice(autopay=None), "Avec votre téléphone, par votre banque ou par chèque."),
        (
            an_invoice(autopay=Autopay(kind="card", last_four="4242", on=date(2026, 11, 5))),
            "Porté à votre carte ••••4242 le 5 nov. 2026, vous n’avez rien à faire.",
        ),
        (_owing("249.92", "100.00"), "Montant à payer 249,92 $ au plus tard le 20 nov. 2026"),
        (_owing("0.00", "-149.92"), "Montant à payer 0,00 $ Rien à payer, votre compte est à jour."),
        (_owing("-50.08", "-200.00"), "Votre crédit 50,08 $ Rien à payer. Ce crédit réduira votre prochaine facture."),
    ],
)
def test_the_amount_box_says_what_to_do(document: InvoiceDocument, said: str) -> None:
    assert said in _text(document)


@pytest.mark.parametrize("document", [_owing("0.00", "-149.92"), _owing("-50.08", "-200.00")])
def test_there_is_no_code_to_pay_when_nothing_is_due(document: InvoiceDocument) -> None:
    assert codes(render(document)) == []


def test_a_phone_reads_the_code_of_the_signed_pay_link() -> None:
    link = pay_link("https://gigafibre.exemple/", invoice="SINV-2026-712408", issued_on=date(2026, 11, 1))
    assert link.valid_until == date(2026, 12, 31)
    (url,) = codes(render(an_invoice(pay_link=link)), dpi=100)
    assert url == link.url
    address, _, token = url.partition("&t=")
    assert address == "https://gigafibre.exemple/pay?inv=SINV-2026-712408"
    last_moment = clock.start_of(date(2027, 1, 1))
    assert read_token(PURPOSE, token, clock.start_of(date(2026, 12, 31))) == "SINV-2026-712408"
    with pytest.raises(TokenExpired):
        read_token(PURPOSE, token, last_moment)


def test_without_earlier_invoice_there_is_no_summary() -> None:
    text = _text(an_invoice(summary=None))
    assert "Sommaire" not in text
    assert "Frais courants" in text


def test_other_charges_show_their_arithmetic_and_no_period() -> None:
    plug = ChargeLine(
        description="Prise murale", amount=Decimal("75.00"), quantity=Decimal("3.000"), unit_price=Decimal("25.0000")
    )
    document = an_invoice(
        groups=(),
        other=(plug,),
        subtotal=Decimal("75.00"),
        taxes=(),
        total=Decimal("75.00"),
        amount_due=Decimal("75.00"),
    )
    text = _text(document)
    assert "Prise murale (3 × 25,00 $) 75,00 $" in text
    assert "Numéros d’inscription : TPS 814732019 RT0001, TVQ 1218840736 TQ0001" in text


def test_a_long_invoice_numbers_its_pages_and_repeats_the_place() -> None:
    document = a_long_invoice(locations=9)
    pdf = render(document)
    assert page_count(pdf) == 3
    for page in (1, 2, 3):
        text = text_of(pdf, page)
        assert f"Page {page} de 3" in text
        assert "SINV-2026-712408" in text
        assert "www.ccts-cprst.ca" in text
    assert sum(box.text.startswith("Logement 3,") for box in text_boxes(pdf)) == 2
    assert text_of(pdf).count("Total de cette facture") == 1
    amounts = re.findall(r"au 30\s+novembre\)\s+(\d+,\d\d)", text_of(pdf))
    assert len(amounts) == 54


@pytest.mark.parametrize("lines", range(8, 30))
def test_pages_are_counted_right_wherever_the_page_ends(lines: int) -> None:
    pdf = render(a_long_invoice(locations=1, lines=lines))
    count = page_count(pdf)
    assert [f"Page {page} de {count}" in text_of(pdf, page) for page in range(1, count + 1)] == [True] * count
    wrong_guess = replace(invoice_printable(a_long_invoice(locations=1, lines=lines)), one_page=True)
    if count > 1:
        assert compile_one(wrong_guess) == pdf


def test_terms_that_do_not_fit_the_rail_follow_the_letter() -> None:
    terms = " ".join(f"Article {number}. " + a_provider().terms for number in range(1, 13))
    pdf = render(an_invoice(provider=a_provider(terms=terms)))
    text = re.sub(r"\s+", " ", text_of(pdf))
    assert text.count("Article 12.") == 1
    assert text.count("Conditions") == 1
    assert text.index("Total de cette facture") < text.index("Conditions")


@pytest.mark.parametrize(
    "name",
    [
        '#panic("non") *gras* _plat_ $x$ @ref <label> // fin',
        'guillemets " et \\ barre \\u{41} \\" fin',
        "https://exemple.ca/a--b...c#d `code` = titre - liste",
        "Œuvre d’Ève — L’Île-d’Orléans «ÀÉÈÊËÏÎÔÙÛÜŸÇ» àâäéèêëïîôöùûüÿçœæ ½ ² ° № 10 €",
    ],
)
def test_a_name_is_printed_as_written_and_never_run(name: str) -> None:
    assert name in _text(an_invoice(customer=(name, "1, rue Principale", "Saint-Rémi QC  J0L 2L0")))


def test_what_no_font_has_does_not_stop_the_invoice() -> None:
    text = _text(an_invoice(customer=("Dépanneur 🚀 Nguyễn\u0007 e\u0301te\u0301 ﬁbre 张", "a\tb", "c")))
    assert "Dépanneur Nguyễn été fibre □" in text


def test_a_word_without_end_stays_in_its_column() -> None:
    line = ChargeLine(description="x" * 300, amount=Decimal("130.39"), period=NOVEMBER)
    pdf = render(an_invoice(groups=(LocationCharges(location="y" * 200, lines=(line,)),)))
    assert max(box.right for box in text_boxes(pdf) if set(box.text) <= {"x", "y"}) <= 139.1


def test_an_address_too_long_for_the_window_is_refused() -> None:
    with pytest.raises(DocumentFailed, match=r"SINV-2026-712408: .*does not fit the window"):
        render(an_invoice(customer=tuple("ligne " * 40 for _ in range(7))))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"subtotal": Decimal("130.40")}, "the lines make 130.39, the subtotal says 130.40"),
        ({"total": Decimal("149.93")}, "subtotal and taxes make 149.92, the total says 149.93"),
        ({"amount_due": Decimal("1.00")}, "the amount due is 1.00, the document gives 149.92"),
    ],
)
def test_an_invoice_that_does_not_add_up_is_not_printed(changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(DocumentFailed, match=re.escape(reason)):
        render(an_invoice(**changes))
    assert render(an_invoice(**changes, verbatim=True)).startswith(b"%PDF-")


def test_a_failure_says_which_document_and_stops_no_other() -> None:
    broken = an_invoice(number="SINV-2026-2", provider=a_provider(logo=Logo(content=b"<svg>no", kind="svg")))
    first, second, third = render_many([an_invoice(), broken, an_invoice("en")])
    assert first == render(an_invoice())
    assert isinstance(second, DocumentFailed)
    assert second.number == "SINV-2026-2"
    assert "SVG" in second.reason
    assert third == render(an_invoice("en"))


def test_the_file_is_an_archive_with_title_language_and_date() -> None:
    with pikepdf.open(io.BytesIO(render(an_invoice("en")))) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata.pdfa_status == "2B"
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Invoice SINV-2026-712408"
        assert pdf.Root.Lang == "en-CA"
        assert str(pdf.docinfo["/Author"]) == "TARGO Internet inc."
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261101120000")
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
        assert pdf.Root.MarkInfo.Marked
        width, height = (float(side) for side in pdf.pages[0].MediaBox[2:])
        assert (width, height) == pytest.approx((612, 792), abs=0.05)
        descriptors = [
            each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/FontDescriptor" in each
        ]
        assert len(descriptors) >= 4
        assert all("/FontFile2" in each.FontDescriptor for each in descriptors)


def test_the_same_document_gives_the_same_bytes_in_another_process() -> None:
    program = (
        "import hashlib\n"
        "from gigafibre.billing.documents.render import render\n"
        "from gigafibre.billing.tests.paper import an_invoice\n"
        "render(an_invoice('en'))\n"
        "print(hashlib.sha256(render(an_invoice())).hexdigest())"
    )
    there = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()
    assert there == hashlib.sha256(render(an_invoice())).hexdigest()


def test_a_bitmap_logo_is_printed_in_its_proportions() -> None:
    from PIL import Image

    drawn = io.BytesIO()
    Image.new("RGB", (400, 100), "#0A7568").save(drawn, "PNG")
    logo = Logo(content=drawn.getvalue(), kind="png", holds_name=True)
    assert logo.width_mm == pytest.approx(42.4)
    pdf = render(an_invoice(provider=a_provider(logo=logo)))
    assert "Gigafibre" not in [box.text for box in text_boxes(pdf)]
    jpeg = io.BytesIO()
    Image.new("RGB", (90, 30), "#0A7568").save(jpeg, "JPEG")
    assert Logo(content=jpeg.getvalue(), kind="jpeg").width_mm == pytest.approx(31.8)


def test_a_draft_says_so_and_has_no_number() -> None:
    text = _text(replace(an_invoice(), number="", draft=True, pay_link=None, issued_on=date(2026, 11, 21)))
    assert "No de facture Brouillon" in text
    assert "Votre facture du 21 novembre 2026 Brouillon" in text
