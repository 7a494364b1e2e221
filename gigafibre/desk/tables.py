"""Any table as Django's admin shows it here: a list and a page for each row, and no way to change either."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.admin.options import ShowFacets
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import PAGE_VAR, ChangeList
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString

from gigafibre.desk.columns import Shown, columns, link_to, may_be_shown, name_of, pk_of, read, target
from gigafibre.desk.masking import is_secret
from gigafibre.desk.paging import Leaves
from gigafibre.desk.words import app_name, rows_said, said, table_name
from gigafibre.kernel.errors import NotFound

if TYPE_CHECKING:
    Admin = admin.ModelAdmin[Any]
else:
    Admin = admin.ModelAdmin

#: Columns of a list, and letters a column may hold to be among them.
MOST_COLUMNS, LONGEST = 9, 400
MOST_MEMBERS = 100
TEXTS = (models.CharField, models.TextField, models.GenericIPAddressField)


class _Named(admin.FieldListFilter):
    """A filter that says its column in people's words."""

    template = "desk/filter.html"
    title: str

    def __init__(self, field: Any, *given: Any, **named: Any) -> None:
        super().__init__(field, *given, **named)
        self.title = Shown(field).short_description


class Choices(_Named, admin.ChoicesFieldListFilter):
    """A column with a few known values."""


class Dates(_Named, admin.DateFieldListFilter):
    """A day or an instant."""


class Either(_Named, admin.BooleanFieldListFilter):
    """Yes or no."""


def _filter(field: models.Field[Any, Any]) -> tuple[str, type[admin.FieldListFilter]] | None:
    if is_secret(field) or field.is_relation:
        return None
    if isinstance(field, models.BooleanField):
        return field.name, Either
    if isinstance(field, models.DateField):
        return field.name, Dates
    return (field.name, Choices) if field.choices else None


class Table(Admin):
    """One table, read-only."""

    actions = None
    list_per_page = 50
    list_max_show_all = 0
    show_full_result_count = False
    show_facets = ShowFacets.NEVER
    paginator = Leaves
    change_list_template = "desk/list.html"

    def __init__(self, model: type[models.Model], site: admin.AdminSite) -> None:
        super().__init__(model, site)
        shown = [field for field in columns(model) if not isinstance(field, models.JSONField)]
        fits = [field for field in shown if not (type(field) is models.TextField or (field.max_length or 0) > LONGEST)]
        first = [pk_of(model), *(field for field in fits if field.name == name_of(model))]
        rest = [field for field in fits if not is_secret(field)]
        self.listed = list(dict.fromkeys([*first, *rest]))[:MOST_COLUMNS]
        self.list_display = [Shown(field) for field in self.listed]
        self.list_display_links = [self.list_display[0]] if may_be_shown(model) else None
        self.narrowing = [one for one in map(_filter, columns(model)) if one]
        self.pointing = {field.name: field for field in columns(model) if field.is_relation and not is_secret(field)}

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        """Return the filters: known values, days, yes or no."""
        return self.narrowing

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        """Return the columns that words are looked for in."""
        return [field.name for field in columns(self.model) if isinstance(field, TEXTS) and not is_secret(field)]

    def get_ordering(self, request: HttpRequest) -> list[Any]:
        """Return newest first, by an index: by the key, or by the time where keys are drawn at random."""
        key = pk_of(self.model)
        if isinstance(key, models.UUIDField):
            indexed = {index.fields[0] for index in self.opts.indexes if index.fields and not index.condition}
            times = [
                one for one in columns(self.model) if one.name in indexed and isinstance(one, models.DateTimeField)
            ]
            return [f"-{one.name}" for one in times] or [f"-{key.name}"]
        return [f"-{key.name}"]

    # Nothing is written, and who may see anything sees all of it: `kernel.desk` is asked for at the door (site.py).
    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody deletes."""
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever came in sees."""
        return True

    def get_urls(self) -> list[URLPattern]:
        """Give a list and a page for each row, and nothing else."""
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        found = [path("", self.admin_site.admin_view(self.changelist_view), name=f"{name}_changelist")]
        if may_be_shown(self.model):
            row = self.admin_site.admin_view(self.row_view)
            found.append(path("<path:object_id>/", row, name=f"{name}_change"))
        return found

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Let a list be narrowed by its filters and by what its rows point at: a secret is guessed at by neither."""
        name, _, how = lookup.partition("__")
        if name in self.pointing:
            return how == f"{pk_of(target(self.pointing[name])).name}__exact"
        return name in dict(self.narrowing) and how in {"", "exact", "gte", "lt", "isnull"}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the rows with the columns of the list and the names of what they point at, in one query."""
        return self._reading(self.listed)

    def _reading(self, fields: list[models.Field[Any, Any]]) -> QuerySet[Any]:
        joined = [field.name for field in fields if field.name in self.pointing]
        rows: QuerySet[Any] = self.model._default_manager.only(*read(self.model, fields))
        return rows.select_related(*joined) if joined else rows

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Show a page of the table."""
        answer = super().changelist_view(request, {**self._words(), **(extra_context or {})})
        if isinstance(answer, TemplateResponse) and answer.context_data:
            answer.context_data.update(_leafing(answer.context_data["cl"]))
        return answer

    def row_view(self, request: HttpRequest, object_id: str) -> TemplateResponse:
        """Show one row: every column, what it belongs to, and where others name it."""
        shown = columns(self.model)
        try:
            row = self._reading(shown).filter(pk=unquote(object_id)).first()
        except (ValueError, ValidationError):  # no key of this table looks like it
            row = None
        if row is None:
            raise NotFound(what=f"{self.opts.db_table} {object_id[:80]}")
        facts = [(one, one(row)) for one in (Shown(field, whole=True) for field in shown)]
        given = {
            **self.admin_site.each_context(request),
            **self._words(),
            "name": getattr(row, name_of(self.model)) or row.pk,
            "row": row,
            "facts": facts,
            "members": self._members(row),
            "pointing_here": self._pointing_here(row),
            "back": reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"),
            "trail": f"/settings/audit?subject={self.opts.db_table}:{row.pk}",
        }
        return TemplateResponse(request, "desk/row.html", given)

    def _members(self, row: models.Model) -> list[tuple[str, list[SafeString]]]:
        """Return what hangs on a row by a table of pairs: the roles of a person."""
        found = []
        for field in self.model._meta.many_to_many:
            model = target(field)
            rows = getattr(row, field.name).only(pk_of(model).name, name_of(model)).order_by("pk")[:MOST_MEMBERS]
            found.append((table_name(model), [link_to(one) for one in rows]))
        return found

    def _pointing_here(self, row: models.Model) -> list[tuple[str, str, str]]:
        """Return the tables whose rows name this one: words, column, and the address of the list narrowed to them."""
        found = []
        for relation in self.model._meta.get_fields(include_hidden=True):
            if not isinstance(relation, models.ManyToOneRel) or not self.admin_site.is_registered(
                relation.related_model
            ):
                continue
            model, field = relation.related_model, relation.field
            address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
            narrowed = f"{address}?{urlencode({f'{field.name}__{self.opts.pk.name}__exact': row.pk})}"
            found.append((table_name(model), str(field.column), narrowed))
        return sorted(found)

    def _words(self) -> dict[str, Any]:
        return {
            "table": table_name(self.model),
            "db_table": self.opts.db_table,
            "app": app_name(self.opts.app_label),
            "app_label": self.opts.app_label,
            "say": said(),
        }


def _leafing(shown: ChangeList) -> dict[str, Any]:
    """Return where the pages before and after are, and how many rows there are, in words."""
    leaves: Leaves = shown.paginator
    last = leaves.num_pages

    def address(page: int) -> str:
        return shown.get_query_string({PAGE_VAR: page}) if 1 <= page <= last else ""

    return {
        "last": last,
        "before": address(shown.page_num - 1),
        "after": address(shown.page_num + 1),
        "counted": rows_said(leaves.count, more=leaves.more, roughly=leaves.roughly),
        "narrowed": bool(shown.get_filters_params()),
    }
