"""What the indexes of packages answer is understood: sound, weak, or nothing known, which is never taken for sound."""

from __future__ import annotations

import json

from tests import audit


def test_a_weak_package_is_named_with_the_version_that_mends_it() -> None:
    weak = {"name": "b", "version": "1.0", "vulns": [{"id": "CVE-2026-1", "fix_versions": ["1.1"]}]}
    told = json.dumps({"dependencies": [{"name": "a", "version": "2.0", "vulns": []}, weak]})
    assert audit.python(told) == (1, 1, 0, ["b 1.0: CVE-2026-1, mended in 1.1"])


def test_an_index_without_advisories_is_told_as_skipped() -> None:
    reason = "Dependency not found on PyPI and could not be audited: a (2.0)"
    told = json.dumps({"dependencies": [{"name": "a", "skip_reason": reason}]})
    sound, weak, unknown, (line,) = audit.python(told)
    assert (sound, weak, unknown) == (0, 0, 1)
    assert line.startswith("skipped: 1 of 1 packages could not be asked about (Dependency not found on PyPI")
    assert audit.python("no answer within 90 s")[:3] == (0, 0, 1)
    refused = json.dumps({"message": "405 Method Not Allowed", "statusCode": 405})
    assert audit.web(refused + "\nnpm error A log") == (
        0, 0, 1, ["skipped: the registry gave no advisories (405 Method Not Allowed)"],
    )  # fmt: skip
    assert audit.web("")[:3] == (0, 0, 1)


def test_only_what_is_grave_in_the_front_ends_packages_fails() -> None:
    found = {"x": {"severity": "critical", "range": "<2"}, "y": {"severity": "low", "range": "<9"}}
    told = json.dumps({"vulnerabilities": found, "metadata": {"dependencies": {"total": 400}}})
    assert audit.web(told) == (399, 1, 0, ["x <2: critical"])
