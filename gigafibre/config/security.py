"""What every answer tells the browser it may do: nothing but our own files, in our own frames, kept by nobody."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

# Pages run our own files only: no text is ever evaluated, no other place is ever asked. An element may carry a style
# (the front end's components do), nothing may carry a script.
# Maps fetch their style and tiles from where the settings say, if they say it.
PAGE = (
    "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' data: blob:; connect-src 'self'{maps}; worker-src 'self' blob:; frame-src 'self' blob:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
# A PDF is drawn by the browser's own viewer, which the page's policy would lock out.
DOCUMENT = "frame-ancestors 'self'"
DATA = "default-src 'none'; frame-ancestors 'self'"
POWERS = "camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=()"


class SecurityHeaders:
    """Set the content security policy by kind of answer, the powers of pages, and that API answers are not kept."""

    sync_capable, async_capable = True, False

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.page = PAGE.format(maps="".join(f" {host}" for host in _map_hosts()))

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with what the view did not say itself."""
        answer = self.get_response(request)
        kind = answer.get("Content-Type", "").partition(";")[0]
        policy = self.page if kind == "text/html" else DOCUMENT if kind == "application/pdf" else DATA
        answer.headers.setdefault("Content-Security-Policy", policy)
        answer.headers.setdefault("Permissions-Policy", POWERS)
        if request.path.startswith("/api/"):
            answer.headers.setdefault("Cache-Control", "no-store")
        return answer


def _map_hosts() -> list[str]:
    """Return where maps come from: the origin of their style, and the others that are named."""
    named = [settings.MAP_STYLE_URL, *settings.MAP_HOSTS]
    parts = [urlsplit(address) for address in named if address.startswith(("https://", "http://"))]
    return sorted({f"{part.scheme}://{part.netloc}" for part in parts if part.netloc})
