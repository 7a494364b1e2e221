"""Every address of the platform."""

from django.urls import URLPattern, URLResolver, path

from gigafibre.config import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.alive),
    path("readyz", health.ready),
]
