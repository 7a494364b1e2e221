"""The public addresses of sales; `deploy/` lists them outside of the staff's login."""

from django.urls import path

from gigafibre.sales.pages import quoting, signing, verifying, webhooks

urlpatterns = [
    path("sign/<str:token>", signing.sign, name="sales_sign"),
    path("sign/<str:token>/<str:language>.pdf", signing.paper, name="sales_paper"),
    path("quote/<str:token>", quoting.quote, name="sales_quote"),
    path("quote/<str:token>/quotation.pdf", quoting.paper, name="sales_quotation_paper"),
    path("verify", verifying.verify, name="sales_verify"),
    path("webhooks/signature", webhooks.told, name="sales_webhook"),
]
