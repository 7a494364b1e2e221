"""Stored files in a bucket: a server that speaks S3 (moto) takes, gives, deletes and refuses as the folder does."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import boto3
import httpx
import pytest
from botocore.exceptions import ClientError
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from moto.server import ThreadedMotoServer

from gigafibre.config.backup.making import make
from gigafibre.config.doctor import examine
from gigafibre.config.file_storage import file_storage
from gigafibre.kernel import files
from gigafibre.kernel.actor import SYSTEM, acting_as

BUCKET = "gigafibre-fichiers"
PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


@pytest.fixture
def bucket(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A bucket on this machine that stored files go to; what it answers can be looked at past us."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    httpx.post(f"http://{host}:{port}/moto-api/reset").raise_for_status()  # it remembers the tests before
    past_us = boto3.client(
        "s3", endpoint_url=f"http://{host}:{port}", region_name="us-east-1",
        aws_access_key_id="cle", aws_secret_access_key="se/cret",
    )  # fmt: skip
    past_us.create_bucket(Bucket=BUCKET)
    settings.FILES_URL = f"s3+http://cle:se%2Fcret@{host}:{port}/{BUCKET}/garde"
    monkeypatch.setenv("GIGAFIBRE_FILES_URL", settings.FILES_URL)
    settings.STORAGES = {**settings.STORAGES, "default": file_storage(tmp_path)}
    yield past_us
    server.stop()


def held(bucket: Any) -> list[str]:
    return [one["Key"] for one in bucket.list_objects_v2(Bucket=BUCKET).get("Contents", [])]


@pytest.mark.django_db
def test_a_file_is_kept_once_under_its_digest_and_read_back(bucket: Any, tmp_path: Path) -> None:
    with acting_as(SYSTEM):
        first, second = files.store(PDF, "contrat.pdf"), files.store_sent(BytesIO(PDF), len(PDF), "copie.pdf")
    assert held(bucket) == [f"garde/{files.path_of(first.sha256)}"]
    assert files.read(second).content == PDF
    assert b"".join(files.read_pieces(second)) == PDF
    assert list(tmp_path.rglob("*.pdf")) == []
    bucket.put_object(Bucket=BUCKET, Key=held(bucket)[0], Body=b"altered")
    with pytest.raises(RuntimeError, match="is damaged"):
        files.read(first)


def test_bytes_go_after_the_commit_with_the_last_that_names_them(committed_db: Any, bucket: Any) -> None:
    with acting_as(SYSTEM):
        first, second = files.store(PDF, "a.pdf"), files.store(PDF, "b.pdf")
    files.drop(first)
    assert len(held(bucket)) == 1
    with transaction.atomic():
        files.drop(second)
        assert len(held(bucket)) == 1
    assert held(bucket) == []


def test_a_backup_holds_the_files_of_a_bucket(committed_db: Any, bucket: Any, tmp_path: Path) -> None:
    with acting_as(SYSTEM):
        kept = files.store(PDF, "contrat.pdf")
    made = make(tmp_path / "backups")
    assert made.manifest.files == [kept.sha256]
    (copy,) = [path for path in (tmp_path / "backups").rglob(kept.sha256) if path.is_file()]
    assert copy.read_bytes() == PDF


@pytest.mark.django_db
def test_a_bucket_that_is_gone_is_told_and_nothing_is_kept(bucket: Any, tmp_path: Path) -> None:
    assert {one.code: one.state for one in examine()}["files"] == "good"
    assert held(bucket) == []
    bucket.delete_bucket(Bucket=BUCKET)
    assert {one.code: one.state for one in examine()}["files"] == "bad"
    with acting_as(SYSTEM), pytest.raises(ClientError, match="NoSuchBucket"):
        files.store(PDF, "contrat.pdf")
    assert files.digests_kept() == []


@pytest.mark.parametrize("url", ["s3://key:secret@host", "s3://host/bucket", "https://key:secret@host/b", "s3://"])
def test_an_address_of_no_bucket_is_refused_without_its_secret(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIGAFIBRE_FILES_URL", url)
    with pytest.raises(ImproperlyConfigured, match="GIGAFIBRE_FILES_URL reads") as refused:
        file_storage(tmp_path)
    assert "secret" not in str(refused.value).replace("SECRET", "")
