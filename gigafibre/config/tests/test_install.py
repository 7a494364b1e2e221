"""What `make setup` says and skips."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from gigafibre.config.launch import install


def test_a_python_without_ensurepip_is_told_the_one_line_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(install, "VENV", tmp_path / "venv")
    monkeypatch.setattr(install, "PYTHON", tmp_path / "venv" / "bin" / "python")
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    with pytest.raises(install.CannotInstallError, match=f"sudo apt-get install -y python{version}-venv"):
        install.make_environment()
    assert not (tmp_path / "venv").exists()


def test_the_front_end_is_built_when_a_source_changed_and_only_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = tmp_path / "web"
    (web / "src").mkdir(parents=True)
    (web / "dist").mkdir()
    (web / "src" / "main.ts").write_text("one")
    monkeypatch.setattr(install, "ROOT", tmp_path)
    monkeypatch.setattr(install, "WEB", web)
    monkeypatch.setattr(install, "npm_command", lambda *words: list(words))
    monkeypatch.setattr(install, "node_environment", dict)
    built: list[list[str]] = []
    monkeypatch.setattr(install, "_run", lambda command, *rest: built.append(command))

    install.build_web()
    install.build_web()
    assert len(built) == 1
    (web / "src" / "main.ts").write_text("two")
    (web / "dist" / "main.js").write_text("made")
    install.build_web()
    install.build_web()
    assert len(built) == 2
