"""The files of deploy/ are what they say: systemd takes the units, the proxy lets through what the document lists."""

from __future__ import annotations

import http.client
import http.server
import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import get_commands

from gigafibre.config.variables import VARIABLES

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
OPEN = re.findall(r"^\| `(/[^`]*)` \|", (ROOT / "docs" / "public-paths.md").read_text("utf-8"), re.MULTILINE)
#: Paths of the staff and of machines, none of which is for customers.
GUARDED = ["/", "/customers", "/api/v1/customers", "/api/v1/session", "/api/field/jobs", "/admin/", "/metrics",
           "/readyz", "/webhooks/else", "/api/public/else", "/verify/else"]  # fmt: skip
COMMAND = re.compile(r"-m gigafibre ([a-z_]+)")


def an_address(path: str) -> str:
    """A path of the document with something in its places."""
    return re.sub(r"\{\w+\}", "x1", path)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd-analyze here")
def test_systemd_takes_the_units_and_they_may_do_little(tmp_path: Path) -> None:
    for unit in (DEPLOY / "systemd").iterdir():
        # The program isn't installed where the tests run.
        text = unit.read_text("utf-8").replace("/opt/gigafibre/.venv/bin/python", "/bin/true")
        (tmp_path / unit.name).write_text(text)
    units = sorted(str(path) for path in tmp_path.iterdir())
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    ours = [line for line in done.stderr.splitlines() if "gigafibre" in line]
    assert (done.returncode, ours) == (0, [])
    for name in ("gigafibre-web@.service", "gigafibre-worker@.service", "gigafibre-backup.service"):
        copy = tmp_path / name.replace("@", "")
        copy.write_text((tmp_path / name).read_text())
        words = ["systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager", str(copy)]
        rated = subprocess.run(words, capture_output=True, text=True, check=False)
        assert rated.returncode == 0, f"{name} may do more than it needs:\n{rated.stdout[-400:]}"


def test_the_units_and_containers_call_commands_that_there_are() -> None:
    texts = [path.read_text("utf-8") for path in (DEPLOY / "systemd").iterdir()]
    called = {name for text in texts for name in COMMAND.findall(text)}
    compose = yaml.safe_load((DEPLOY / "compose" / "compose.yml").read_text("utf-8"))
    words = [service.get("command", []) for service in compose["services"].values()]
    called |= {given[0] for given in words if len(given) == 1 and " " not in given[0]}
    assert called >= {"migrate", "collectstatic", "web", "worker", "backup"}
    assert called <= set(get_commands())


def test_the_example_of_settings_names_only_those_there_are() -> None:
    named = re.findall(r"^#?([A-Z][A-Z_]+)=", (DEPLOY / "env.example").read_text("utf-8"), re.MULTILINE)
    assert set(named) <= set(VARIABLES)
    assert {"DATABASE_URL", "GIGAFIBRE_HOME", "GIGAFIBRE_PROXIES", "GIGAFIBRE_FIELD_KEYS"} <= set(named)


def test_compose_and_traefik_have_their_form() -> None:
    compose = yaml.safe_load((DEPLOY / "compose" / "compose.yml").read_text("utf-8"))
    services = compose["services"]
    assert set(services) == {"db", "prepare", "web", "worker", "backup", "proxy"}
    volumes = {volume.split(":")[0] for one in services.values() for volume in one.get("volumes", [])}
    assert {name for name in volumes if not name.startswith(".")} == set(compose["volumes"])
    for name, service in services.items():
        assert set(service.get("depends_on", {})) <= set(services), name
        if name not in {"db", "proxy"}:
            assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"]), name
            # A secret stands in no file that is kept with the code.
            assert service["env_file"] == "env"

    traefik = yaml.safe_load((DEPLOY / "proxy" / "traefik.yml").read_text("utf-8"))["http"]
    rule = traefik["routers"]["customers"]["rule"]
    prefixes, paths = (re.findall(rf"\b{kind}\(`([^`]+)`\)", rule) for kind in ("PathPrefix", "Path"))

    def passes(path: str) -> bool:
        return path in paths or any(path.startswith(prefix) for prefix in prefixes)

    assert [path for path in OPEN if not passes(an_address(path))] == []
    assert [path for path in GUARDED if passes(path)] == []
    assert {one["service"] for one in traefik["routers"].values()} == set(traefik["services"])


@pytest.mark.skipif(not shutil.which("caddy"), reason="no caddy here")
@pytest.mark.parametrize("name", ["proxy/Caddyfile", "compose/Caddyfile"])
def test_caddy_takes_its_files(name: str) -> None:
    words = ["caddy", "validate", "--adapter", "caddyfile", "--config", str(DEPLOY / name)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-1000:]


class Platform(http.server.BaseHTTPRequestHandler):
    """Stands where the platform does, and says what reached it."""

    def do_GET(self) -> None:
        """Say the path, and what the proxy said of the request."""
        told = f"{self.path} {self.headers.get('X-Forwarded-For')} {self.headers.get('X-Forwarded-Proto')}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, *said: Any) -> None:
        """Say nothing."""


@pytest.fixture
def caddy(tmp_path: Path) -> Iterator[int]:
    """Caddy with our file, on a port of its own and without certificates, before two platforms."""
    platforms = [http.server.ThreadingHTTPServer(("127.0.0.1", 0), Platform) for _ in range(2)]
    for platform in platforms:
        threading.Thread(target=platform.serve_forever, daemon=True).start()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    text = (DEPLOY / "proxy" / "Caddyfile").read_text("utf-8")
    upstreams = " ".join(f"127.0.0.1:{platform.server_address[1]}" for platform in platforms)
    text = text.replace("127.0.0.1:8001 127.0.0.1:8002", upstreams)
    text = re.sub(r"^((?:client|fsm)\.example\.net) \{", rf"http://\1:{port} {{", text, flags=re.MULTILINE)
    (tmp_path / "Caddyfile").write_text("{\n\tadmin off\n}\n" + text)
    words = ["caddy", "run", "--adapter", "caddyfile", "--config", str(tmp_path / "Caddyfile")]
    environment = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    running = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    until = time.monotonic() + 30
    while time.monotonic() < until and running.poll() is None:
        try:
            if asked(port, "client.example.net", "/verify")[0] == 200:
                break
        except OSError:
            time.sleep(0.1)
    yield port
    running.terminate()
    running.wait(10)
    for platform in platforms:
        platform.shutdown()
        platform.server_close()


def asked(port: int, host: str, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        # Anybody may claim to be somebody: the proxy says who really came.
        connection.request("GET", path, headers={"Host": host, "X-Forwarded-For": "6.6.6.6"})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


@pytest.mark.skipif(not shutil.which("caddy"), reason="no caddy here")
def test_caddy_lets_customers_to_the_documents_paths_and_to_nothing_else(caddy: int) -> None:
    for path in [an_address(one) for one in OPEN] + ["/static/assets/index-12345678.js"]:
        assert asked(caddy, "client.example.net", path) == (200, f"{path} 127.0.0.1 http")
    for path in GUARDED:
        assert asked(caddy, "client.example.net", path) == (404, ""), path
    assert asked(caddy, "fsm.example.net", "/api/v1/customers")[0] == 200
    for path in ("/metrics", "/healthz", "/readyz"):
        assert asked(caddy, "fsm.example.net", path) == (404, ""), path
