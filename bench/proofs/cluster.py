"""Three PostgreSQL under Patroni on this machine, etcd and HAProxy, from deploy/ha: to kill the leader of.

Debian's packages (patroni, etcd-server, haproxy, postgresql-15); as root, who runs them as `postgres`.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import psycopg

ROOT = Path(__file__).resolve().parents[2]
HA = ROOT / "deploy" / "ha"
BINARIES = Path("/usr/lib/postgresql/15/bin")
PROGRAMS = ("patroni", "etcd", "haproxy")
HOST = "127.0.0.1"
SUPERUSER = "CHANGE-ME-1"


def what_is_missing() -> str:
    """Say why no cluster can be had here; empty when one can."""
    if os.geteuid() != 0:
        return "only root may run servers as the user postgres"
    search = f"{os.environ.get('PATH', '')}:/usr/sbin"
    absent = [name for name in PROGRAMS if not shutil.which(name, path=search)]
    absent += [] if BINARIES.exists() else [str(BINARIES)]
    named = ", ".join(absent)
    return f"not here: {named} (apt-get install patroni etcd-server haproxy postgresql-15)" if absent else ""


@dataclass
class Cluster:
    """A running cluster: where the leader is reached, and its nodes by name."""

    folder: Path
    nodes: dict[str, subprocess.Popen[bytes]]
    ports: dict[str, int]

    @property
    def url(self) -> str:
        """The address that always leads to the leader."""
        return f"postgresql://gigafibre:secret@{HOST}:{self.ports['leader']}/gigafibre"

    def leader(self) -> str | None:
        """Return the name of the node that leads now."""
        for name in self.nodes:
            with suppress(OSError, ValueError):
                asked = f"http://{HOST}:{self.ports[f'{name} rest']}/patroni"
                with urllib.request.urlopen(asked, timeout=2) as answer:
                    told = json.load(answer)
                if told.get("role") in {"master", "primary"} and told.get("state") == "running":
                    return name
        return None

    def members(self) -> list[dict[str, Any]]:
        """Return what some node that answers says of all: names, roles, states."""
        for name in self.nodes:
            asked = f"http://{HOST}:{self.ports[f'{name} rest']}/cluster"
            with suppress(OSError, ValueError), urllib.request.urlopen(asked, timeout=2) as answer:
                return list(json.load(answer)["members"])
        return []

    def synchronous(self) -> bool:
        """Whether everybody is there, and one replica holds all that is acknowledged."""
        members = self.members()
        well = [one for one in members if one["state"] in {"running", "streaming"}]
        return len(well) == len(self.nodes) and any(one["role"] == "sync_standby" for one in members)

    def kill_leader(self) -> str:
        """Kill Patroni and the postmaster of the leader by −9; returns who it was."""
        name = self.leader()
        assert name is not None, "nobody leads"
        pid = int((self.folder / name / "postmaster.pid").read_text().split("\n", 1)[0])
        patroni = psutil.Process(self.nodes[name].pid)
        victims = [patroni, *[one for one in patroni.children(recursive=True) if "patroni" in " ".join(one.cmdline())]]
        for victim in [*victims, psutil.Process(pid)]:
            with suppress(psutil.Error):
                victim.kill()
        self.nodes[name].wait()
        return name

    def sql(self, statement: str, database: str = "postgres") -> None:
        """Run a statement as the superuser, on the leader."""
        address = f"postgresql://postgres:{SUPERUSER}@{HOST}:{self.ports['leader']}/{database}"
        with psycopg.connect(address, autocommit=True, connect_timeout=5) as connection:
            connection.execute(statement)


@contextmanager
def cluster(nodes: int = 3) -> Iterator[Cluster]:
    """Give a cluster with an empty database `gigafibre`; everything of it is ended and removed afterwards."""
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="gigafibre-ha-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        shutil.chown(folder, "postgres")
        folder.chmod(0o755)
        names = [f"n{n + 1}" for n in range(nodes)]
        ports = {name: free_port() for name in ["etcd", "peers", "leader", "replicas"]}
        for name in names:
            ports |= {name: free_port(), f"{name} rest": free_port()}
        stack.callback(_end_all, folder)
        log = stack.enter_context((folder / "log").open("ab"))

        def start(*command: str, as_postgres: bool = True) -> subprocess.Popen[bytes]:
            who = ["runuser", "-u", "postgres", "--"] if as_postgres else []
            return subprocess.Popen(
                [*who, *command], stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd=folder, start_new_session=True
            )

        etcd, peers = (f"http://{HOST}:{ports[name]}" for name in ("etcd", "peers"))
        where = ["--data-dir", str(folder / "etcd"), "--listen-client-urls", etcd, "--advertise-client-urls", etcd]
        where += ["--listen-peer-urls", peers, "--initial-advertise-peer-urls", peers]
        start("etcd", *where, "--initial-cluster", f"default={peers}", "--enable-v2=false")
        running = Cluster(folder, {}, ports)
        for name in names:
            written = folder / f"{name}.yml"
            written.write_text(_node(name, folder, ports))
            written.chmod(0o644)
            running.nodes[name] = start("patroni", str(written))
        (folder / "haproxy.cfg").write_text(_haproxy(names, ports))
        start("haproxy", "-db", "-f", str(folder / "haproxy.cfg"), as_postgres=False)
        try:
            until(running.synchronous, 180, "the cluster never stood")
            until(lambda: _answers(running), 30, "HAProxy never led to the leader")
        except AssertionError as error:
            raise AssertionError(f"{error}:\n{(folder / 'log').read_text()[-3000:]}") from None
        running.sql("CREATE ROLE gigafibre LOGIN CREATEDB CREATEROLE PASSWORD 'secret'")
        running.sql("CREATE DATABASE gigafibre OWNER gigafibre")
        yield running


def until(holds: Callable[[], bool], seconds: float, otherwise: str) -> float:
    """Wait until something holds; returns how long (s) it took."""
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < seconds, f"{otherwise} (within {seconds:.0f} s)"
        time.sleep(0.2)
    return time.monotonic() - began


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        return int(listener.getsockname()[1])


def _answers(running: Cluster) -> bool:
    try:
        running.sql("SELECT 1")
    except psycopg.Error:
        return False
    return True


def _node(name: str, folder: Path, ports: dict[str, int]) -> str:
    given = {
        "NODE": name, "HOST": HOST, "REST_PORT": ports[f"{name} rest"], "PORT": ports[name],
        "ETCD": f"{HOST}:{ports['etcd']}", "NETWORK": f"{HOST}/32", "DATA": folder / name, "SOCKETS": folder,
    }  # fmt: skip
    return _filled(HA / "patroni.yml", given)


def _haproxy(names: list[str], ports: dict[str, int]) -> str:
    servers = "\n".join(f"    server {n} {HOST}:{ports[n]} check port {ports[f'{n} rest']}" for n in names)
    given = {"HOST": HOST, "LEADER_PORT": ports["leader"], "REPLICA_PORT": ports["replicas"]}
    return _filled(HA / "haproxy.cfg", {**given, "LEADERS": servers, "REPLICAS": servers})


def _filled(path: Path, given: dict[str, Any]) -> str:
    filled = path.read_text(encoding="utf-8")
    for name, value in given.items():
        filled = filled.replace(f"@{name}@", str(value))
    return filled


def _end_all(folder: Path) -> None:
    """End every process that works in the cluster's folder, and only those."""
    for kind in (signal.SIGTERM, signal.SIGKILL):
        found = []
        for process in psutil.process_iter():
            with suppress(psutil.Error):
                if process.pid != os.getpid() and process.cwd().startswith(str(folder)):
                    found.append(process)
        for process in found:
            with suppress(psutil.Error):
                process.send_signal(kind)
        psutil.wait_procs(found, timeout=8)
