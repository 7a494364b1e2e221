"""Where an e-signature provider tells us something: believed only as a reason to ask it."""

from __future__ import annotations

import hashlib

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from gigafibre.identity.address import address_of
from gigafibre.kernel import clock, settings
from gigafibre.kernel.intents import TransportError, intend
from gigafibre.sales import brake
from gigafibre.sales.adapters import signer
from gigafibre.sales.errors import TooManyVisits
from gigafibre.sales.models import WebhookReceived

LARGEST = 1_000_000


@csrf_exempt
@require_POST
def told(request: HttpRequest) -> HttpResponse:
    """Verify who tells, keep it raw once, answer; what it means is asked of the provider afterwards."""
    try:
        brake.count(address_of(request))
        provider = signer()
    except TooManyVisits:
        return HttpResponse(status=429)
    except TransportError:
        return HttpResponse(status=404)
    body = request.body[:LARGEST]
    about = provider.told(dict(request.headers), body)
    if about is None:
        return HttpResponse(status=403)
    try:
        with transaction.atomic():
            WebhookReceived.objects.create(
                vendor=settings.get("sales.signing_provider"),
                event=hashlib.sha256(body).hexdigest(),
                body=body.decode(errors="replace"),
                received_at=clock.now(),
            )
            intend("sales.fetch_signature", f"submission:{about}", {"outside_id": about})
    except IntegrityError:
        pass  # the same message again
    return HttpResponse(status=200)
