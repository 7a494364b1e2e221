"""Paper for customers who want it: each document once, in the order of the mail, in a file that is always the same."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import override_settings
from pypdf import PdfReader

from gigafibre.billing import document, printing, run
from gigafibre.billing.documents.render import render
from gigafibre.billing.errors import RunNotDone
from gigafibre.billing.models import BillingRun, Invoice, PrintedDocument, PrintFile
from gigafibre.billing.printing_errors import NothingToPrint
from gigafibre.billing.queries.printing import printing_of
from gigafibre.billing.tests.paper import a_long_invoice, an_invoice
from gigafibre.catalog.tests.factories import an_item
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel import files, settings
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.documents.binding import Binder
from gigafibre.kernel.perform import perform
from gigafibre.kernel.tests.paper import picture, text_of
from gigafibre.subscriptions.tests.factories import a_customer, a_location, a_subscription

DAY = date(2026, 12, 1)
db = pytest.mark.django_db


@pytest.fixture
def december(clock: Any, tmp_path: Path) -> Iterator[Any]:
    clock.freeze("2026-12-01T09:00:00-05:00")
    storages = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    with override_settings(STORAGES=storages):
        yield clock


def paper_customers() -> None:
    """Bill three customers on paper (one by both ways, one whose invoice takes two pages) and one by email."""
    settings.put("company.name", "Gigafibre")
    item = an_item("60.00", name_fr="Fibre 500")
    for name, postal, delivery, lines in (
        ("Zoé Roy", "J0L 2L0", "paper", 1),
        ("Ève Côté", "G1A1A1", "both", 30),
        ("Jean Gagnon", "H7A 1A1", "email", 1),
        ("Marc Hébert", "J0L 1W0", "paper", 1),
    ):
        customer = a_customer(name, postal_code=postal, province="QC", invoice_delivery=delivery)
        place = a_location(customer)
        for _ in range(lines):
            a_subscription(item=item, customer=customer, location=place)
    perform("billing.confirm_run", {"date": str(DAY)}, actor=SYSTEM)
    run.issue(BillingRun.objects.get(date=DAY).pk)


def ask(**given: Any) -> dict[str, Any]:
    made: dict[str, Any] = perform("billing.make_print_file", {"date": str(DAY), **given}, actor=SYSTEM).result
    return made


def made(number: str) -> tuple[PrintFile, bytes]:
    printing.make(PrintFile.objects.get(number=number).pk)
    found = PrintFile.objects.get(number=number)
    assert found.file is not None
    return found, files.read(found.file).content


def names_by_page(pdf: bytes) -> list[str]:
    """Say whose page each is: a name of a first page, the page's number of a later one, nothing of a blank one."""
    told = []
    for page in PdfReader(io.BytesIO(pdf)).pages:
        text = page.extract_text()
        name = re.search(r"Zoé Roy|Ève Côté|Jean Gagnon|Marc Hébert", text)
        number = re.search(r"Page\s(\d) de \d", text.replace("\u00a0", " "))
        told.append(name[0] if name else f"page {number[1]}" if number else "")
    return told


@db
def test_one_file_holds_each_paper_document_in_the_order_of_the_mail(december: Any) -> None:
    paper_customers()
    assert (printing_of(DAY).documents, printing_of(DAY).waiting) == (3, 3)
    assert ask() == {"number": "PRN-0001", "documents": 3, "reprinted": 0, "already": 0}
    file, pdf = made("PRN-0001")
    assert names_by_page(pdf) == ["Ève Côté", "page 2", "Marc Hébert", "", "Zoé Roy"]
    assert (file.state, file.documents, file.done, file.pages, file.left_out) == ("ready", 3, 3, 5, [])
    assert file.expires_on == date(2026, 12, 31)
    assert printing_of(DAY).waiting == 0


@db
def test_on_one_side_nothing_is_blank_and_what_is_printed_comes_again_only_when_asked_for(december: Any) -> None:
    paper_customers()
    ask(duplex=False)
    _, first = made("PRN-0001")
    assert names_by_page(first) == ["Ève Côté", "page 2", "Marc Hébert", "Zoé Roy"]
    with pytest.raises(NothingToPrint, match="3 documents"):
        ask()
    late = Invoice.objects.get(bill_name="Marc Hébert")
    PrintedDocument.objects.filter(invoice=late).delete()
    assert ask() == {"number": "PRN-0002", "documents": 1, "reprinted": 0, "already": 2}
    assert ask(again=True, duplex=False) == {"number": "PRN-0003", "documents": 3, "reprinted": 3, "already": 3}
    assert made("PRN-0003")[1] == first
    with pytest.raises(IntegrityError, match="printed_once"), transaction.atomic():
        PrintedDocument.objects.filter(print_file__number="PRN-0003").update(again=False)


@db
def test_what_was_issued_between_two_runs_is_in_the_next_file_once(december: Any) -> None:
    november = date(2026, 11, 21)
    newcomer = a_customer("Zoé Roy", postal_code="J0S 1H0", province="QC", invoice_delivery="paper")
    service = a_subscription("60.00", customer=newcomer, charged_until=november, started_on=november)
    december.freeze("2026-11-21T09:00:00-05:00")
    first = perform("billing.bill_first_period", {"subscription": service.number}, actor=SYSTEM).result
    december.freeze("2026-12-01T09:00:00-05:00")
    paper_customers()
    assert (printing_of(DAY).documents, printing_of(DAY).waiting) == (5, 5)
    assert ask()["documents"] == 5
    assert PrintedDocument.objects.filter(invoice__number=first).count() == 1
    december.freeze("2027-01-01T09:00:00-05:00")
    perform("billing.confirm_run", {"date": "2027-01-01"}, actor=SYSTEM)
    run.issue(BillingRun.objects.get(date=date(2027, 1, 1)).pk)
    again = perform("billing.make_print_file", {"date": "2027-01-01", "again": True}, actor=SYSTEM).result
    assert again["documents"] == 4  # January's only


@db
def test_a_run_that_is_not_done_is_not_printed(december: Any) -> None:
    a_subscription("60.00", customer=a_customer(invoice_delivery="paper"))
    perform("billing.confirm_run", {"date": str(DAY)}, actor=SYSTEM)
    with pytest.raises(RunNotDone):
        ask()
    assert not PrintFile.objects.exists()


@db
def test_a_document_that_cannot_be_printed_is_said_and_stops_no_other(december: Any, monkeypatch: Any) -> None:
    paper_customers()
    wrong = Invoice.objects.get(bill_name="Marc Hébert").number
    real = document.document_of

    def broken(page: Any) -> Any:
        found = real(page)
        return found if page.number != wrong else _too_long(found)

    def _too_long(found: Any) -> Any:
        from dataclasses import replace

        return replace(found, customer=tuple("ligne " * 40 for _ in range(7)))

    monkeypatch.setattr(document, "document_of", broken)
    ask()
    file, pdf = made("PRN-0001")
    assert names_by_page(pdf) == ["Ève Côté", "page 2", "Zoé Roy"]
    assert (file.documents, file.pages) == (2, 3)
    ((number, reason),) = [(each["number"], each["reason"]) for each in file.left_out]
    assert number == wrong
    assert "does not fit the window" in reason
    monkeypatch.undo()
    assert ask() == {"number": "PRN-0002", "documents": 1, "reprinted": 0, "already": 2}
    assert names_by_page(made("PRN-0002")[1]) == ["Marc Hébert"]


@db
def test_it_is_fetched_by_who_may_until_its_last_day_then_its_bytes_are_gone(
    december: Any, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    paper_customers()
    ask()
    clerk = browser(a_user("billing"))
    page, path = f"/api/v1/billing-runs/{DAY}/printing", "/api/v1/print-files/PRN-0001/document"
    assert clerk.get(path).json()["code"] == "print_file_not_ready"
    told = clerk.get(page).json()
    assert (told["documents"], told["waiting"], told["files"][0]["state"]) == (3, 0, "making")
    _, pdf = made("PRN-0001")
    answer = clerk.get(path)
    assert answer["Content-Disposition"] == 'attachment; filename="PRN-0001.pdf"'
    assert (b"".join(answer), answer["Content-Length"]) == (pdf, str(len(pdf)))
    assert clerk.get(page).json()["files"][0]["pages"] == 5
    assert browser(a_user("read-only")).get(path).json()["code"] == "forbidden"
    assert clerk.get("/api/v1/print-files/PRN-9/document").json()["code"] == "no_such_print_file"
    digest = files.path_of(hashlib.sha256(pdf).hexdigest())
    december.freeze("2026-12-31T12:00:00-05:00")
    clerk = browser(a_user("billing"))
    assert (clerk.get(path).status_code, printing.drop_expired()) == (200, 0)
    december.freeze("2027-01-01T05:20:00-05:00")
    clerk = browser(a_user("billing"))
    assert (clerk.get(path).status_code, clerk.get(path).json()["code"]) == (410, "print_file_expired")
    assert (tmp_path / digest).exists()
    with django_capture_on_commit_callbacks(execute=True):
        assert (printing.drop_expired(), printing.drop_expired()) == (1, 0)
    assert not (tmp_path / digest).exists()
    assert clerk.get(page).json()["files"][0]["state"] == "expired"
    assert (PrintFile.objects.get().state, PrintFile.objects.get().file_id) == ("expired", None)


KILLED = """
import os, sys
import django
django.setup()
from gigafibre.billing import document, printing
from gigafibre.billing.models import PrintFile
from gigafibre.kernel import clock
clock.freeze("2026-12-01T09:00:00-05:00")
real, seen = document.paper, []
def dies(number):
    seen.append(number)
    if len(seen) == int(sys.argv[1]):
        os._exit(9)
    return real(number)
document.paper = dies
printing.make(PrintFile.objects.get(number=sys.argv[2]).pk)
"""


@pytest.mark.usefixtures("committed_db")
def test_killed_in_the_middle_and_started_again_it_is_the_same_file(clock: Any) -> None:
    clock.freeze("2026-12-01T09:00:00-05:00")
    paper_customers()
    ask()
    died = subprocess.run(
        [sys.executable, "-c", KILLED, "3", "PRN-0001"], capture_output=True, check=False, timeout=200
    )
    assert died.returncode == 9, died.stderr.decode()
    key = PrintFile.objects.get(number="PRN-0001").pk
    # Whoever made it may still live: nobody else takes it up before his lease is over.
    assert (printing.unfinished(), printing.make(key)) == ([], 0)
    clock.move(minutes=3)
    assert printing.unfinished() == [key]
    again, pdf = made("PRN-0001")
    assert (again.state, again.pages, PrintedDocument.objects.count()) == ("ready", 5, 3)
    ask(again=True)
    assert made("PRN-0002")[1] == pdf


def test_documents_are_bound_each_in_front_and_what_they_share_is_written_once() -> None:
    out = io.BytesIO()
    binder = Binder(out, title="Facturation", duplex=True)
    one, three = render(an_invoice()), render(a_long_invoice(locations=9))
    assert [binder.bind(each) for each in (one, three, one)] == [1, 3, 1]
    before = out.tell()
    for _ in range(40):
        binder.bind(one)
    assert (out.tell() - before) / 40 < len(one) / 8
    binder.close()
    bound = out.getvalue()
    assert (binder.pages, len(PdfReader(io.BytesIO(bound), strict=True).pages)) == (2 + 4 + 1 + 80, 87)
    text = [text_of(bound, page).replace("\u00a0", " ") for page in range(1, 88)]
    assert [at for at, said in enumerate(text) if "Page 1 de" in said] == [0, 2, *range(6, 87, 2)]
    assert [at for at, said in enumerate(text) if not said.strip()] == [1, 5, *range(7, 87, 2)]
    assert picture(bound, page=1, dpi=100) == picture(one, dpi=100)
    assert picture(bound, page=4, dpi=100) == picture(three, page=2, dpi=100)
