"""Nothing is sent into our own network, by whatever name it goes."""

from __future__ import annotations

import socket

import pytest

from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.webhooks.actions import add_endpoint
from gigafibre.webhooks.addresses import Refused, target_of
from gigafibre.webhooks.errors import BadAddress
from gigafibre.webhooks.models import Endpoint

pytestmark = pytest.mark.django_db

INSIDE = [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
    "2002:7f00:1::", "ff02::1",
]  # fmt: skip


def resolves_to(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)) for address in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *asked, **more: found)


@pytest.mark.parametrize("address", INSIDE)
def test_a_name_that_leads_inside_is_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    resolves_to(monkeypatch, address)
    with pytest.raises(Refused, match="private"):
        target_of("https://hooks.exemple.ca/")
    resolves_to(monkeypatch, "1.1.1.1", address)  # one good address among others saves nothing
    with pytest.raises(Refused, match="private"):
        target_of("https://hooks.exemple.ca/")


def test_the_address_judged_is_the_one_used(monkeypatch: pytest.MonkeyPatch) -> None:
    resolves_to(monkeypatch, "1.1.1.1")
    target = target_of("https://hooks.exemple.ca:8443/a?b=c")
    assert (target.address, target.host, target.port, target.path) == ("1.1.1.1", "hooks.exemple.ca", 8443, "/a?b=c")


def test_a_listed_network_is_allowed_and_only_there_without_encryption(monkeypatch: pytest.MonkeyPatch) -> None:
    settings.put("webhooks.allowed_networks", ["192.168.10.0/24"])
    resolves_to(monkeypatch, "192.168.10.7")
    assert target_of("http://erp.local/hook").address == "192.168.10.7"
    resolves_to(monkeypatch, "192.168.11.7")
    with pytest.raises(Refused, match="private"):
        target_of("http://erp.local/hook")
    resolves_to(monkeypatch, "1.1.1.1")
    with pytest.raises(Refused, match="scheme"):
        target_of("http://erp.exemple.ca/hook")


@pytest.mark.parametrize(
    "url",
    ["ftp://exemple.ca/", "https://", "https://user:pass@exemple.ca/", "https://exemple.ca:99999/", "https://a b.ca/",
     "https://exemple.ca/\r\nX: y", "http://exemple.ca/", "https://127.0.0.1/", "https://[::1]/"],
)  # fmt: skip
def test_a_bad_address_makes_no_endpoint(url: str) -> None:
    with acting_as(SYSTEM), pytest.raises(BadAddress):
        add_endpoint("Essai", url=url)
    assert not Endpoint.objects.exists()


def test_a_setting_that_is_no_network_is_refused() -> None:
    from gigafibre.kernel.errors import InvalidInput

    with pytest.raises(InvalidInput):
        settings.check("webhooks.allowed_networks", ["pas un réseau"])


def test_secrets_are_kept_sealed_and_shown_once() -> None:
    from django.db import connection

    with acting_as(SYSTEM):
        made = add_endpoint("Essai", url="https://hooks.exemple.ca/")
    assert made.secret.startswith("whsec_")
    with connection.cursor() as cursor:
        cursor.execute("SELECT secret FROM webhooks_endpoint")
        assert made.secret not in cursor.fetchone()[0]
        cursor.execute("SELECT count(*) FROM kernel_audit WHERE after::text LIKE %s", [f"%{made.secret}%"])
        assert cursor.fetchone()[0] == 0
        cursor.execute("SELECT result::text FROM kernel_actionrun WHERE name = 'webhooks.add_endpoint'")
        assert made.secret not in cursor.fetchone()[0]
