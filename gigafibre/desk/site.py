"""The desk: Django's own admin over every table, for who holds `kernel.desk`, in a transaction that can't write."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import quote

from django.apps import apps
from django.contrib import admin
from django.db import OperationalError, connection, models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.response import SimpleTemplateResponse, TemplateResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.cache import never_cache
from django_vite.core.exceptions import DjangoViteAssetNotFoundError, DjangoViteManifestError
from django_vite.templatetags.django_vite import vite_asset_url

from gigafibre.desk.errors import ReadOnlyDesk, TooLongToRead
from gigafibre.desk.tables import Table
from gigafibre.desk.words import APPS, app_name, said, table_name
from gigafibre.identity import pace, queries
from gigafibre.identity.address import address_of
from gigafibre.kernel import colours
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.errors import Forbidden, NotFound, Refusal
from gigafibre.kernel.text import current_language

PERMISSION = "kernel.desk"
#: Seconds that one page may read: the desk gives way to the work.
LONGEST_S = 5
_CANCELLED = "57014"

View = Callable[..., HttpResponseBase]


class Desk(admin.AdminSite):
    """Every table of ours and of the job queue; entered by the session of ops, with one permission."""

    def has_permission(self, request: HttpRequest) -> bool:
        """Say whether who asks may see the desk; duties left to do (a second factor) leave him without it."""
        actor = getattr(request, "actor", None)
        return isinstance(actor, Actor) and actor.may(PERMISSION)

    def admin_view(self, view: View, cacheable: bool = False) -> View:  # type: ignore[override]
        """Guard a page: reading only, whoever may, a number of times a minute, and for some seconds."""

        @wraps(view)
        def guarded(request: HttpRequest, *given: Any, **named: Any) -> HttpResponseBase:
            if not isinstance(getattr(request, "actor", None), Actor):
                return HttpResponseRedirect(f"/login?next={quote(request.get_full_path(), safe='/')}")
            try:
                if not self.has_permission(request):
                    raise Forbidden(permission=PERMISSION)
                if request.method not in {"GET", "HEAD"}:
                    raise ReadOnlyDesk
                pace.count(pace.asker(request, address_of(request)), "read")
                return _read(view, request, *given, **named)
            except Refusal as refusal:
                return self._refused(request, refusal)

        return never_cache(guarded)

    def get_urls(self) -> list[URLPattern]:  # type: ignore[override]
        """Give the index and each table; no login, no password form, nothing that answers by primary key of a type."""
        found = [path("", self.admin_view(self.index), name="index")]
        for model, table in self._registry.items():
            folder = f"{model._meta.app_label}/{model._meta.model_name}/"
            found += [path(folder + str(one.pattern), one.callback, name=one.name) for one in table.get_urls()]
        return [*found, path("<path:rest>", self.admin_view(_nowhere))]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """Show every table, app by app, in the order of the house."""
        groups = [
            {"label": label, "name": app_name(label), "tables": lines}
            for label in APPS
            if (lines := [_line(model) for model in self._registry if model._meta.app_label == label])
        ]
        return TemplateResponse(request, "desk/index.html", {**self.each_context(request), "groups": groups})

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Return what every page wears: the provider's name and colour, the reader's language and theme."""
        person = getattr(request, "person", None)
        company = queries.company()
        return {
            "language": current_language(),
            "theme": person.theme if person and person.theme != "system" else "",
            "company": company.name,
            "accent": colours.worn(company.accent),
            "style": _style(),
            "say": said(),
            "is_popup": False,
        }

    def _refused(self, request: HttpRequest, refusal: Refusal) -> HttpResponse:
        told = {**self.each_context(request), "message": refusal.said.in_(current_language())}
        answer = render(request, "desk/refused.html", told, status=refusal.status)
        if "seconds" in refusal.values:
            answer["Retry-After"] = str(refusal.values["seconds"])
        return answer


def _read(view: View, request: HttpRequest, *given: Any, **named: Any) -> HttpResponseBase:
    """Answer from a transaction that can write nothing and that the database ends after some seconds."""
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT set_config('transaction_read_only', 'on', true), set_config('statement_timeout', %s, true)",
                    [f"{LONGEST_S}s"],
                )
            answer = view(request, *given, **named)
            if isinstance(answer, SimpleTemplateResponse):
                answer.render()  # what it shows is read now, not when the transaction is over
            transaction.set_rollback(True)
            return answer
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", None) == _CANCELLED:
            raise TooLongToRead(seconds=LONGEST_S) from error
        raise


def _line(model: type[models.Model]) -> dict[str, str]:
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    return {"name": table_name(model), "db_table": model._meta.db_table, "url": address}


def _nowhere(request: HttpRequest, rest: str) -> HttpResponseBase:
    raise NotFound(what=request.path[:200])


def _style() -> str:
    """Return where the built style is; nothing before the front end is built, or with an older build."""
    try:
        return str(vite_asset_url("src/desk/desk.css"))
    except (DjangoViteManifestError, DjangoViteAssetNotFoundError):
        return ""


def _ours() -> list[type[models.Model]]:
    """Return every table of ours and of the job queue; what Django keeps for itself is no table of anybody."""
    return [
        model
        for config in apps.get_app_configs()
        if config.name.startswith("gigafibre.") or config.label == "procrastinate"
        for model in config.get_models()
    ]


desk = Desk(name="desk")
for _model in _ours():
    desk.register(_model, Table)
