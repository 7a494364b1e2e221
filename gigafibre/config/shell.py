"""The one page of the ops application; everything in it is drawn by the front end."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from gigafibre.identity import queries
from gigafibre.kernel import colours
from gigafibre.kernel.text import Text

NOSCRIPT = Text(
    fr="Cette application a besoin de JavaScript.",
    en="This application needs JavaScript.",
)
NOT_BUILT = Text(
    fr="L'application n'est pas encore construite\u00a0: lancez « make setup ».",
    en="The application isn't built yet: run `make setup`.",
)
# The letters of the first page are fetched beside its script, not after it.
FONT = "node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2"


@require_safe
@ensure_csrf_cookie
def ops(request: HttpRequest) -> HttpResponse:
    """Serve the application at any of its addresses; it finds its own page from there."""
    language = "en" if (get_language() or "fr").startswith("en") else "fr"
    if not (settings.WEB_DIST / ".vite" / "manifest.json").exists():
        return HttpResponse(NOT_BUILT.in_(language), status=503, content_type="text/plain; charset=utf-8")
    person = getattr(request, "person", None)
    theme = person.theme if person and person.theme != "system" else ""
    company = queries.company()
    words = {
        "language": language,
        "theme": theme,
        "noscript": NOSCRIPT.in_(language),
        "font": FONT,
        "company": company.name,
        "accent": colours.worn(company.accent),
    }
    page = render(request, "config/ops.html", words)
    page["Cache-Control"] = "no-store"
    return page
