"""PostgreSQL refuses to run as root: who it runs as instead."""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SYSTEM_USER = "gigafibre-postgres"
SYSTEM_FOLDER = Path("/var/lib/gigafibre-postgres")


@dataclass(frozen=True)
class Account:
    """How to start a process that must not be root, and who then owns its files."""

    uid: int
    prefix: list[str] = field(default_factory=list)
    options: dict[str, Any] = field(default_factory=dict)
    needs_own_folder: bool = False

    def run(self, command: list[str]) -> None:
        """Run a command to its end; raise CalledProcessError with what it printed."""
        subprocess.run(
            [*self.prefix, *command],
            check=True,
            capture_output=True,
            text=True,
            env=plain_environment(),
            **self.options,
        )


def plain_environment() -> dict[str, str]:
    """Return our environment without what would steer PostgreSQL from outside."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")}


def database_account() -> Account:
    """Choose: ourselves; as root a user namespace, in which our own files stay ours; else a system user."""
    if os.geteuid() != 0:
        return Account(uid=os.geteuid())
    # Inside the namespace root is seen as some other person, who must have a line in the password file.
    person = next((entry for entry in pwd.getpwall() if entry.pw_uid > 0), None)
    if person and shutil.which("unshare"):
        prefix = ["unshare", "--user", f"--map-user={person.pw_uid}", f"--map-group={person.pw_gid}"]
        if subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode == 0:
            return Account(uid=0, prefix=prefix)
    return _system_account()


def _system_account() -> Account:
    try:
        person = pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        subprocess.run(
            ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER], check=True
        )
        person = pwd.getpwnam(SYSTEM_USER)
    options = {"user": person.pw_uid, "group": person.pw_gid, "extra_groups": [], "cwd": "/"}
    return Account(uid=person.pw_uid, options=options, needs_own_folder=True)
