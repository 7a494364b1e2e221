"""Coming in by the header of a real proxy (nginx, Caddy), which asks a guard who it is, as with Authentik."""

from __future__ import annotations

import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
import requests
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.db import connections
from requests.adapters import HTTPAdapter

from gigafibre.identity.models import LoginAttempt, Session
from gigafibre.identity.tests.factories import a_user

SESSION = "/api/v1/session"
#: What the browser holds once the guard knows it, and whom the guard then names.
TICKET, EMAIL = "ticket=good", "marie@fibre.example"
#: Who comes past the proxy stands elsewhere on this machine than the proxy.
STRANGER = "127.0.0.9"
WAIT_S = 30

NGINX = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{
    listen 127.0.0.1:{port};
    location = /guard {{
      internal;
      proxy_pass http://127.0.0.1:{guard}/;
      proxy_pass_request_body off;
      proxy_set_header Content-Length "";
    }}
    location / {{
      auth_request /guard;
      auth_request_set $email $upstream_http_x_authentik_email;
      proxy_set_header X-Authentik-Email $email;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_pass http://127.0.0.1:{platform};
    }}
  }}
}}
"""
CADDY = """
{{
  admin off
  auto_https off
  storage file_system {folder}
}}
http://127.0.0.1:{port} {{
  route {{
    request_header -X-Authentik-Email
    forward_auth 127.0.0.1:{guard} {{
      uri /
      copy_headers X-Authentik-Email
    }}
    reverse_proxy 127.0.0.1:{platform}
  }}
}}
"""


class Guard(BaseHTTPRequestHandler):
    """Let whoever holds the ticket through, and name him."""

    def do_GET(self) -> None:
        known = TICKET in self.headers.get("Cookie", "")
        self.send_response(200 if known else 401)
        if known:
            self.send_header("X-Authentik-Email", EMAIL)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class From(HTTPAdapter):
    """Speak from another address of this machine."""

    def init_poolmanager(self, *args: Any, **more: Any) -> None:
        super().init_poolmanager(*args, source_address=(STRANGER, 0), **more)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def guard() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Guard)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


class Quiet(WSGIRequestHandler):
    """Answer without a line for each request, and keep no connection to the database."""

    def handle(self) -> None:
        super().handle()
        connections.close_all()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def platform(committed_db: Any) -> Iterator[int]:
    server = ThreadedWSGIServer(("127.0.0.1", 0), Quiet)
    server.set_app(get_wsgi_application())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["nginx", "caddy"])
def proxy(request: Any, guard: int, platform: int, tmp_path: Path, settings: Any) -> Iterator[str]:
    program = shutil.which(request.param) or shutil.which(request.param, path="/usr/sbin")
    if program is None:
        pytest.skip(f"{request.param} is not installed")
    settings.TRUSTED_PROXIES = [ip_network("127.0.0.1/32")]
    settings.LOGIN_HEADER = "X-Authentik-Email"
    port = _free_port()
    words = (NGINX if request.param == "nginx" else CADDY).format(
        folder=tmp_path, port=port, guard=guard, platform=platform
    )
    written = tmp_path / "conf"
    written.write_text(words)
    said = (
        ["-c", str(written)]
        if request.param == "nginx"
        else ["run", "--config", str(written), "--adapter", "caddyfile"]
    )
    with (tmp_path / "said").open("wb") as log:
        server = subprocess.Popen(
            [program, *said], stdout=log, stderr=log, env={"HOME": str(tmp_path), "PATH": "/usr/bin"}
        )
    try:
        url = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                requests.get(url, timeout=2)
                break
            except requests.ConnectionError:
                assert server.poll() is None, (tmp_path / "said").read_text()
                time.sleep(0.1)
        yield url
    finally:
        server.terminate()
        server.wait(10)


def test_whom_the_guard_knows_is_in_under_his_own_name_only(proxy: str) -> None:
    a_user("support", username="marie", email="Marie@fibre.example")
    a_user("administrator", username="boss", email="boss@fibre.example")
    forged = {"X-Authentik-Email": "boss@fibre.example"}
    assert requests.get(proxy + SESSION, headers=forged, timeout=WAIT_S).status_code == 401
    assert not Session.objects.filter(user__isnull=False).exists()
    told = requests.get(proxy + SESSION, headers={"Cookie": TICKET}, timeout=WAIT_S)
    assert (told.status_code, told.json()["user"]["username"]) == (200, "marie")
    told = requests.get(proxy + SESSION, headers={"Cookie": TICKET} | forged, timeout=WAIT_S)
    assert told.json()["user"]["username"] == "marie"
    assert set(LoginAttempt.objects.values_list("outcome", "way", "username")) == {("in", "proxy", "marie")}


def test_who_comes_past_the_proxy_is_nobody_whatever_he_says(proxy: str, platform: int) -> None:
    a_user("support", username="marie", email=EMAIL)
    with requests.Session() as inside:
        inside.headers["Cookie"] = TICKET
        came = inside.get(proxy + SESSION, timeout=WAIT_S)
    past = requests.Session()
    past.mount("http://", From())
    with past:
        for cookie in ("", "; ".join(f"{one.name}={one.value}" for one in came.cookies)):
            told = past.get(
                f"http://127.0.0.1:{platform}{SESSION}",
                headers={"X-Authentik-Email": EMAIL, "Cookie": cookie},
                timeout=WAIT_S,
            )
            assert told.status_code == 401
