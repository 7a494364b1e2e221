"""Templates of quotations: kept from one that is good, no longer offered."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gigafibre.kernel import clock
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.sales.actions.quotations import QUOTATION, QuotationRef, locked
from gigafibre.sales.errors import NoSuchTemplate
from gigafibre.sales.models import QuotationTemplate, TemplateLine

Name = Annotated[str, Field(min_length=2, max_length=80)]
_NAME = {"name": Text("Nom du modèle", "Name of the template")}
_COLUMNS = (
    "position",
    "cycle",
    "item_id",
    "sku",
    "description",
    "quantity",
    "unit_price",
    "amount",
    "taxable",
    "off_amount",
    "off_percent",
    "off_cycles",
    "off_words",
)


@action(
    permission="sales.edit",
    label=Text("Garder comme modèle", "Keep as a template"),
    undo="sales.retire_template",
    fields=QUOTATION | _NAME,
)
def keep_template(quotation: QuotationRef, *, name: Name) -> str:
    """Keep a quotation's lines and terms as a template; one of that name is written anew."""
    found = locked(quotation)
    template, _ = QuotationTemplate.objects.update_or_create(
        name=name,
        defaults={"terms": found.terms, "active": True},
        create_defaults={"terms": found.terms, "created_at": clock.now()},
    )
    TemplateLine.objects.filter(template=template).delete()
    TemplateLine.objects.bulk_create(
        TemplateLine(template=template, **{column: getattr(line, column) for column in _COLUMNS})
        for line in found.lines.order_by("position")
    )
    return name


@action(
    permission="sales.edit",
    label=Text("Ne plus offrir le modèle", "No longer offer the template"),
    harmful=True,
    fields=_NAME,
)
def retire_template(name: Name) -> None:
    """Offer a template no longer; quotations made of it stay."""
    if not QuotationTemplate.objects.filter(name=name, active=True).update(active=False):
        raise NoSuchTemplate(template=name)
