"""What comes in from outside: a provider's signed posts, stored as they came; a reader who wants no more offers."""

from __future__ import annotations

from xml.sax.saxutils import escape

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseNotFound
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from gigafibre.kernel import clock, settings
from gigafibre.kernel.context import doing
from gigafibre.kernel.events import publish
from gigafibre.kernel.signing import TokenRefused
from gigafibre.messaging import texts
from gigafibre.messaging.adapters.twilio import signed_by
from gigafibre.messaging.carriers import twilio
from gigafibre.messaging.events import VendorSpoke
from gigafibre.messaging.models import Suppression, VendorEvent
from gigafibre.messaging.receipts import answer_to

LONGEST = 20_000


@csrf_exempt
@require_POST
def from_twilio(request: HttpRequest, kind: str) -> HttpResponse:
    """Store a receipt or a text message if the signature is the account's; a work process handles it.

    Who writes a word of ours (ARRET, REPRENDRE, AIDE) is answered at once, in the answer to this very post.
    """
    account = twilio()
    if account is None:
        return HttpResponseNotFound()
    form = {name: str(value) for name, value in request.POST.items()}
    url = f"{settings.get('messaging.public_url')}{request.get_full_path()}"
    if not signed_by(account.token, url, dict(request.POST.lists()), request.headers.get("X-Twilio-Signature", "")):
        return HttpResponseForbidden()
    sid = form.get("MessageSid", "")
    if not sid or sum(map(len, form.values())) > LONGEST:
        return HttpResponse(status=400)
    event_id = f"{sid}:{form.get('MessageStatus', '')}" if kind == "status" else sid
    with doing("messaging.webhook"):
        told, new = VendorEvent.objects.get_or_create(
            vendor="twilio", event_id=event_id[:200], defaults={"kind": kind, "payload": form, "at": clock.now()}
        )
        if new:
            publish(VendorSpoke(event=told.pk, about=sid[:60]))
    said = answer_to(form) if new and kind == "inbound" else ""
    answer = f"<Message>{escape(said)}</Message>" if said else ""
    return HttpResponse(f"<Response>{answer}</Response>", content_type="text/xml")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button, and by it (or by a mail program's one click, RFC 8058) send no more offers to an address."""
    try:
        address = texts.whose_link(token)
    except TokenRefused as refusal:
        words = {"problem": refusal.said.in_(translation.get_language() or "fr")}
        return render(request, "messaging/unsubscribe.html", words, status=refusal.status)
    if request.method == "POST":
        with doing("messaging.unsubscribe"):
            Suppression.objects.get_or_create(
                channel="email",
                address=address,
                covers="promotion",
                lifted_at=None,
                defaults={"source": "Lien de désabonnement", "at": clock.now()},
            )
    return render(request, "messaging/unsubscribe.html", {"address": address, "done": request.method == "POST"})
