"""Quotations, contracts, templates and legal texts as the staff's pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from gigafibre.kernel import clock, files
from gigafibre.kernel.text import current_language
from gigafibre.sales import contract_paper, links, offers, papers, sealing
from gigafibre.sales.errors import NoAuditLog, NoSuchContract, NoSuchQuotation
from gigafibre.sales.models import Contract, Quotation, QuotationTemplate, ReferralCode
from gigafibre.sales.models.lines import PricedLine
from gigafibre.sales.pricing import Figures, Sum
from gigafibre.sales.queries.contracts import early_ends


def quotation_page(number: str) -> dict[str, Any]:
    """Return a quotation whole, with what it comes to line by line; refuse one that does not exist."""
    found = _quotation(number)
    worked = _worked(found)
    contract = found.contracts.exclude(status__in=["cancelled", "expired"]).order_by("-pk").first()
    return {
        "number": found.number,
        "status": found.status,
        "source": found.source,
        "customer": found.customer.number if found.customer else None,
        "customer_name": found.customer.display_name if found.customer else found.prospect_name,
        "prospect_email": found.prospect_email,
        "prospect_phone": found.prospect_phone,
        "location": found.location.number if found.location else None,
        "place": papers.place_of(found),
        "address": found.address,
        "language": found.language,
        "title": found.title,
        "po_number": found.po_number,
        "terms": found.terms,
        "prepared_by": found.prepared_by,
        "made_on": found.made_on,
        "valid_until": found.valid_until,
        "starts_on": found.starts_on,
        "lines": _lines(found.lines.order_by("position")),
        **_sums(worked),
        "has_paper": found.document_id is not None or found.status == "draft",
        "link": quote_link(found) if found.status == "sent" else "",
        "sent_at": found.sent_at,
        "decided_at": found.decided_at,
        "decided_by": found.decided_by,
        "decided_from": found.decided_from,
        "decline_reason": found.decline_reason,
        "subscribed": found.subscribed_at is not None,
        "contract": contract.number if contract else None,
        "imported": found.legacy_id is not None,
        "damaged": bool(found.legacy_raw),
    }


def quotation_paper(number: str) -> files.Stored:
    """Return the paper of a quotation: as it was sent, or as the draft would be; refuse one without any."""
    found = _quotation(number)
    if found.document is not None:
        return files.read(found.document)
    content = papers.quotation_pdf(found, _worked(found), draft=True)
    return files.Stored(content, "application/pdf", f"{found.number}.pdf", "")


def contract_page(number: str) -> dict[str, Any]:
    """Return a contract whole: terms, lines, texts, readings, signature and seal; or refuse."""
    found = _contract(number)
    english = current_language() == "en"
    whom = contract_paper.party_of(found)
    worked = contract_paper.figures_of(found, "en" if english else "fr")
    signature = getattr(found, "signature", None)
    sealed, audit = getattr(found, "sealed", None), getattr(found, "audit", None)
    ends = early_ends(found, monthly_price=worked.monthly.subtotal, consumer=whom.consumer)
    return {
        "number": found.number,
        "status": found.status,
        "track": found.track,
        "source": found.source,
        "customer": found.customer.number,
        "customer_name": found.customer.display_name,
        "location": found.location.number,
        "place": ", ".join(filter(None, (found.location.label, found.location.line1, found.location.city))),
        "quotation": found.quotation.number if found.quotation else None,
        "plan": found.plan.code if found.plan else None,
        "plan_name": (found.plan.name_en if english else found.plan.name_fr) if found.plan else "",
        "referral_code": found.referral_code,
        "commitment_months": found.commitment_months,
        "inducement": str(found.inducement),
        "made_on": found.made_on,
        "starts_on": found.starts_on,
        "appointment_on": found.appointment_on,
        "appointment_slot": found.appointment_slot,
        "installation": found.installation,
        "prepared_by": found.prepared_by,
        "lines": _lines(found.lines.order_by("position"), english=english),
        **_sums(worked),
        "early_ends": [
            {
                "after_months": end.after_months,
                "on": end.on,
                "amount": str(end.owed.amount),
                "article": end.owed.article.in_(),
                "lines": [line.in_() for line in end.owed.lines],
            }
            for end in ends
        ],
        "texts": [
            {
                "code": clause.text.code,
                "version": clause.text.version,
                "title": clause.text.title_en if english else clause.text.title_fr,
            }
            for clause in found.clauses.select_related("text").order_by("position")
        ],
        "readings": [
            {"what": one.what, "language": one.language, "at": one.at, "address": one.address}
            for one in found.readings.order_by("pk")
        ],
        "has_paper": found.paper_fr_id is not None,
        "link": sign_link(found) if found.status == "sent" and found.track == "residential" else "",
        "link_until": found.link_until,
        "sent_at": found.sent_at,
        "signed_at": found.signed_at,
        "signature": {
            "name": signature.name,
            "at": signature.at,
            "how": signature.how,
            "language": signature.language,
            "address": signature.address,
            "agent": signature.agent,
            "read_sha256": signature.read_sha256,
            "signed_sha256": signature.signed_sha256,
            "sealed_sha256": sealed.sha256 if sealed else "",
            "audit_sha256": audit.sha256 if audit else "",
        }
        if signature
        else None,
        "end_reason": found.end_reason,
        "subscribed": found.subscribed_at is not None,
    }


def contract_paper_of(number: str, language: str) -> files.Stored:
    """Return the paper of a contract: sealed once it is signed, else as it was sent, else as the draft would be."""
    found = _contract(number)
    if hasattr(found, "signature"):
        return sealing.sealed_paper(number)
    stored = found.paper_en if language == "en" else found.paper_fr
    if stored is not None:
        return files.read(stored)
    content = contract_paper.contract_pdf(found, "en" if language == "en" else "fr")
    return files.Stored(content, "application/pdf", f"{found.number}.pdf", "")


def contract_audit_of(number: str) -> files.Stored:
    """Return what the provider logged of a contract's signature; refuse when nothing of it is kept."""
    audit = getattr(_contract(number), "audit", None)
    if audit is None:
        raise NoAuditLog(contract=number)
    return files.read(audit.file)


def quote_link(found: Quotation) -> str:
    """Return the address where a quotation's customer answers; good to the end of its last day."""
    return links.quote_link(found.number, found.link, clock.start_of(found.valid_until + timedelta(days=1)))


def sign_link(found: Contract) -> str:
    """Return the address where a contract's customer signs."""
    return links.sign_link(found.number, found.link, found.link_until or clock.now())


def templates() -> list[dict[str, Any]]:
    """Return the templates one may start from."""
    return [
        {"name": one.name, "terms": one.terms, "lines": _lines(one.lines.order_by("position"))}
        for one in QuotationTemplate.objects.filter(active=True).order_by("name")
    ]


def referral_of(customer_id: int) -> str:
    """Return a customer's referral code, or nothing while none was given."""
    found = ReferralCode.objects.filter(customer_id=customer_id).first()
    return found.code if found else ""


def _quotation(number: str) -> Quotation:
    rows = Quotation.objects.select_related("customer", "location", "document")
    found = rows.filter(number=number).first()
    if found is None:
        raise NoSuchQuotation(quotation=number)
    return found


def _contract(number: str) -> Contract:
    rows = Contract.objects.select_related(
        "customer", "location", "quotation", "plan", "paper_fr", "paper_en", "signature", "sealed", "audit"
    )
    found = rows.filter(number=number).first()
    if found is None:
        raise NoSuchContract(contract=number)
    return found


def _worked(found: Quotation) -> Figures:
    whom = offers.party(found.customer_id, found.location_id, language=found.language, tax_category=found.tax_category)
    return offers.worked_out(found.lines.order_by("position"), whom, on=found.made_on, start=found.starts_on)


def _lines(lines: Iterable[PricedLine], *, english: bool = False) -> list[dict[str, Any]]:
    return [
        {
            "cycle": line.cycle,
            "item": line.sku if line.item_id else None,
            "description": (getattr(line, "description_en", "") if english else "") or line.description,
            "quantity": f"{line.quantity.normalize():f}",
            "unit_price": str(line.unit_price),
            "amount": str(line.amount),
            "taxable": line.taxable,
            "off_amount": None if line.off_amount is None else str(line.off_amount),
            "off_percent": None if line.off_percent is None else str(line.off_percent),
            "off_cycles": line.off_cycles,
            "off_words": line.off_words,
        }
        for line in lines
    ]


def _sums(worked: Figures) -> dict[str, Any]:
    names = papers.tax_names(current_language())
    return {
        "monthly": _sum(worked.monthly, names),
        "monthly_after": _sum(worked.monthly_after, names) if worked.monthly_after else None,
        "once": _sum(worked.once, names),
        "first": _sum(worked.first, names),
        "first_from": worked.first_days.start,
        "first_to": worked.first_days.last_day,
    }


def _sum(worked: Sum, names: dict[str, str]) -> dict[str, Any]:
    return {
        "subtotal": str(worked.subtotal),
        "taxes": [{"name": names.get(tax.tax, tax.tax), "amount": str(tax.amount)} for tax in worked.taxes],
        "total": str(worked.total),
    }
