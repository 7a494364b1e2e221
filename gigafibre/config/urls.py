"""Every address of the platform."""

from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.generic import RedirectView

from gigafibre.config import health, metrics, shell
from gigafibre.config.api import field, ops, public
from gigafibre.desk.site import desk
from gigafibre.identity import openid_views
from gigafibre.messaging import webhooks

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.alive),
    path("readyz", health.ready),
    path("metrics", metrics.metrics),
    path("api/v1/", ops.urls),
    path("api/public/", public.urls),
    # Asked from outside, without a login: what providers post, signed; a reader who wants no more offers.
    path("webhooks/twilio/status", webhooks.from_twilio, {"kind": "status"}),
    path("webhooks/twilio/inbound", webhooks.from_twilio, {"kind": "inbound"}),
    path("unsubscribe/<str:token>", webhooks.unsubscribe),
    path("login/openid", openid_views.begin),
    path("login/openid/callback", openid_views.come_back),
    path("login/openid/leave", openid_views.leave),
    path("webhooks/openid/logout", openid_views.told_to_leave),
    path("api/field/", field.urls),
    path("desk", RedirectView.as_view(url="/desk/")),
    path("desk/", desk.urls),
    path("", include("gigafibre.sales.pages.urls")),
    path("", include("gigafibre.privacy.pages")),
    # What is no API and no file is a page of the ops application, which knows its own addresses.
    re_path(r"^(?!api/|static/|metrics$).*$", shell.ops),
]

handler400 = "gigafibre.config.failures.bad_request"
handler404 = "gigafibre.config.failures.not_found"
handler500 = "gigafibre.config.failures.broken"
