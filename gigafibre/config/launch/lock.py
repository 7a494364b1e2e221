"""Pin every Python package the project uses, with the hashes of its files, in `requirements.lock` (`make lock`)."""

import os
import subprocess
import sys
import tomllib

from gigafibre.config.launch.install import LOCK, ROOT

HEADER = "# Made by `make lock` from pyproject.toml: what runs the platform, builds its front ends and tests it.\n"
COMMAND = (
    "-m piptools compile --quiet --generate-hashes --strip-extras --allow-unsafe --annotation-style=line --no-header"
    " --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options"
)


def main() -> None:
    """Resolve and write the lock; versions already in it stay unless they no longer fit (or with --upgrade)."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"].values()
    wanted = [*project["project"]["dependencies"], *(package for group in groups for package in group)]
    # Only the public index counts: a folder of wheels on one machine would pin what others can't have.
    environment = {name: value for name, value in os.environ.items() if name != "PIP_FIND_LINKS"}
    subprocess.run(
        [sys.executable, *COMMAND.split(), *sys.argv[1:], "--output-file", str(LOCK), "-"],
        input="\n".join(wanted),
        text=True,
        check=True,
        cwd=ROOT,
        env={**environment, "PIP_CONFIG_FILE": os.devnull},
    )
    pinned = LOCK.read_text().replace("-r -", "pyproject.toml").removeprefix(HEADER)
    LOCK.write_text(HEADER + pinned)


if __name__ == "__main__":
    main()
