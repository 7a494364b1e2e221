"""The letters of a price change: filled from frozen rows, made once, stored by content, printed together."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
from django.db import connection

from gigafibre.billing import letterhead, price_changes
from gigafibre.billing.document import Paper
from gigafibre.billing.documents.price_notice import NoticeLine, PriceNoticeDocument, notice_printable
from gigafibre.billing.errors import NoSuchPriceChange
from gigafibre.billing.models import PriceChange, PriceNotice
from gigafibre.kernel import files
from gigafibre.kernel.context import doing
from gigafibre.kernel.documents.engine import compile_one
from gigafibre.kernel.documents.wording import Language
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.money import cents

#: Letters of one print file; the next ones are printed after these are recorded as sent.
TOGETHER = 500

_LINES = """
SELECT CASE %(language)s WHEN 'en' THEN i.name_en ELSE i.name_fr END,
       concat_ws(', ', nullif(p.label, ''), nullif(p.line1, ''), nullif(p.city, '')), s.interval_months,
       l.old_price * l.quantity, l.new_price * l.quantity, l."on"
FROM billing_pricechangeline l JOIN subscriptions_subscription s ON s.id = l.subscription_id
JOIN catalog_item i ON i.id = s.item_id JOIN crm_location p ON p.id = s.location_id
WHERE l.price_change_id = %(change)s AND l.customer_id = %(customer)s
  AND (l.outcome = 'affected' OR l.cause = 'not_told')
ORDER BY p.id, s.id
"""


def letter_of(notice: int) -> Paper:
    """Return the PDF of a notice: the stored one, made when first asked for."""
    found = PriceNotice.objects.select_related("price_change", "customer", "file").filter(pk=notice).first()
    if found is None:
        raise NotFound(what=notice)
    stored = found.file or _made(found)
    paper = files.read(stored)
    return Paper(paper.content, paper.name, paper.sha256)


def letters_of(number: str) -> Paper:
    """Return the letters of a change that were not sent yet as one PDF, in the order of the customers' names."""
    change = PriceChange.objects.filter(number=number).first()
    if change is None:
        raise NoSuchPriceChange(price_change=number)
    waiting = PriceNotice.objects.filter(price_change=change, sent_on=None).order_by("customer__sort_key", "pk")
    keys = list(waiting.values_list("pk", flat=True)[:TOGETHER])
    if not keys:
        raise NotFound(what=number)
    together = pikepdf.new()
    for key in keys:
        with pikepdf.open(BytesIO(letter_of(key).content)) as one:
            together.pages.extend(one.pages)
    written = BytesIO()
    together.save(written)
    return Paper(written.getvalue(), f"{number}.pdf", "")


def document_of(notice: PriceNotice) -> PriceNoticeDocument:
    """Fill the letter from the notice's rows and the provider's settings of today."""
    language: Language = "en" if notice.language == "en" else "fr"
    change = notice.price_change
    given: dict[str, Any] = {"language": language, "change": change.pk, "customer": notice.customer_id}
    with connection.cursor() as cursor:
        cursor.execute(_LINES, given)
        lines = tuple(
            NoticeLine(item=item, place=place, months=months, old=cents(old), new=cents(new), on=on)
            for item, place, months, old, new, on in cursor.fetchall()
        )
    return PriceNoticeDocument(
        provider=letterhead.provider(letterhead.of_today(), language),
        language=language,
        customer=(notice.bill_name, *notice.bill_address[:6]),
        account_number=notice.customer.number,
        number=change.number,
        dated=notice.dated,
        first_on=notice.first_on,
        free_until=price_changes.free_until(max(line.on for line in lines)),
        why=change.why_en if language == "en" else change.why_fr,
        lines=lines,
    )


def _made(notice: PriceNotice) -> Any:
    content = compile_one(notice_printable(document_of(notice)))
    with doing("billing.make_document"):
        found = PriceNotice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
        if found.file is None:
            found.file = files.store(content, f"{notice.price_change.number}-{notice.customer.number}.pdf")
            found.save(update_fields=["file"])
    return found.file
