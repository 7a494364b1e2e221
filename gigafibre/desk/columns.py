"""One column of a table as the desk writes it: its words, its link, its secrets as dots."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from gigafibre.desk.masking import DOTS, is_secret
from gigafibre.desk.words import say
from gigafibre.kernel import clock
from gigafibre.kernel.describe import described
from gigafibre.kernel.money import MoneyField, format_money
from gigafibre.kernel.text import current_language
from gigafibre.kernel.values import Language, number, short_day

#: Letters of a value in a list; all of it is on its record's page.
SHORT = 60
NOTHING = "—"


def columns(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """Return the columns of a table, in its order."""
    return [field for field in model._meta.get_fields() if isinstance(field, models.Field) and not field.many_to_many]


def name_of(model: type[models.Model]) -> str:
    """Return which column names a row for people (`number`, `username`), else its key."""
    named = described(model._meta.db_table).number
    shown = {field.name for field in columns(model) if not is_secret(field)}
    return named if named in shown else pk_of(model).name


def pk_of(model: type[models.Model]) -> models.Field[Any, Any]:
    """Return the column of the key."""
    return model._meta.pk


def address_of(model: type[models.Model], key: object) -> str:
    """Return where a row is shown."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[key])


def may_be_shown(model: type[models.Model]) -> bool:
    """Say whether rows of a table have a page: not where the key itself is a secret."""
    return not is_secret(pk_of(model))


def read(model: type[models.Model], fields: Iterable[models.Field[Any, Any]]) -> list[str]:
    """Return what is fetched to show some columns: themselves, and the name of what they point at."""
    names: list[str] = []
    for field in fields:
        if is_secret(field):
            continue
        names.append(field.name)
        if field.is_relation:
            names += {f"{field.name}__{pk_of(target(field)).name}", f"{field.name}__{name_of(target(field))}"}
    return names


def target(field: models.Field[Any, Any]) -> type[models.Model]:
    """Return the table that a foreign key points at."""
    return field.related_model  # type: ignore[return-value]


class Shown:
    """A column, called with a row: what stands in a list (`whole=False`) or on the row's page."""

    do_not_call_in_templates = True

    def __init__(self, field: models.Field[Any, Any], *, whole: bool = False) -> None:
        self.field, self.whole = field, whole
        self.__name__ = field.name
        self.secret = is_secret(field)
        self.admin_order_field = None if self.secret or isinstance(field, models.JSONField) else field.name

    @property
    def short_description(self) -> str:
        """What people call it, else the name it has in the database."""
        return self.named or self.field.column or self.field.name

    @property
    def named(self) -> str:
        """What people call it, where an app said so."""
        told = described(self.field.model._meta.db_table).columns.get(self.field.name)
        return told.label.in_() if told else ""

    @property
    def kind(self) -> str:
        """How it is set: `figures`, `mono` or nothing."""
        if isinstance(self.field, models.DecimalField | models.IntegerField) and not self.field.is_relation:
            return "figures"
        return "mono" if isinstance(self.field, models.UUIDField | models.GenericIPAddressField) else ""

    def __call__(self, row: models.Model) -> str | SafeString:
        """Return the value of a row, written."""
        if self.secret:
            return format_html('<span class="dots" title="{}">{}</span>', say("secret"), DOTS)
        value = getattr(row, self.field.name)
        if value is None or value == "":
            return NOTHING
        if isinstance(value, models.Model):
            return link_to(value)
        if isinstance(self.field, models.JSONField):
            return self._json(value)
        text = written(self.field, value)
        return format_html('<span class="{}">{}</span>', self.kind, text if self.whole else shortened(text))

    def _json(self, value: Any) -> SafeString:
        if self.whole:
            return format_html('<pre class="json mono">{}</pre>', json.dumps(value, ensure_ascii=False, indent=2))
        return format_html('<code class="mono">{}</code>', shortened(json.dumps(value, ensure_ascii=False)))


def link_to(row: models.Model) -> SafeString:
    """Return the name of a row, leading to its page where it has one."""
    model = type(row)
    text = shortened(str(getattr(row, name_of(model)) or row.pk))
    if not may_be_shown(model):
        return format_html("<span>{}</span>", text)
    return format_html('<a href="{}">{}</a>', address_of(model, row.pk), text)


def shortened(text: str) -> str:
    """Return the beginning of a text, on one line."""
    line = " ".join(text.split()) if len(text) < 4 * SHORT else " ".join(text[: 4 * SHORT].split())
    return line if len(line) <= SHORT else line[: SHORT - 1] + "…"


def written(field: models.Field[Any, Any], value: Any) -> str:
    """Return a value as people read it: days and amounts by language, instants by the company's clock."""
    language: Language = "en" if current_language() == "en" else "fr"
    if isinstance(value, bool):
        return say("yes" if value else "no")
    if isinstance(value, datetime):
        at = value.astimezone(clock.zone())
        return f"{short_day(at.date(), language)} {at:%H:%M:%S}"
    if isinstance(value, date):
        return short_day(value, language)
    if isinstance(value, Decimal):
        return format_money(value, language) if isinstance(field, MoneyField) else number(value, language)
    if isinstance(value, list):
        return ", ".join(map(str, value)) or NOTHING
    return str(value)
