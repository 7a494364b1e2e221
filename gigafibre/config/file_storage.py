"""Where stored files live: the state folder, or a bucket of any S3 that `GIGAFIBRE_FILES_URL` names."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from gigafibre.config.variables import text

READS = "GIGAFIBRE_FILES_URL reads s3://KEY:SECRET@host/bucket/folder?region=ca-central-1 (`s3+http` without TLS)"
#: Files are at most 25 MB; a bucket that is away is said soon, after a few tries of the client's own.
CONNECT_S, READ_S, TRIES = 5, 60, 3


def file_storage(home: Path) -> dict[str, Any]:
    """Return Django's storage of stored files; refuses an address that names no bucket, without its secret."""
    url = text("GIGAFIBRE_FILES_URL")
    if not url:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": home / "files"}}
    parts = urlsplit(url)
    bucket, _, folder = parts.path.strip("/").partition("/")
    if parts.scheme not in {"s3", "s3+http"} or not (parts.hostname and bucket and parts.username and parts.password):
        raise ImproperlyConfigured(READS)
    from botocore.config import Config  # only where it is wanted: it takes a while to load

    where = f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "endpoint_url": f"{'http' if parts.scheme.endswith('http') else 'https'}://{where}",
            "access_key": unquote(parts.username),
            "secret_key": unquote(parts.password),
            "bucket_name": bucket,
            "location": folder,
            "region_name": dict(parse_qsl(parts.query)).get("region", "us-east-1"),
            # A file's name is the digest of its bytes: written twice it is the same. Nobody reads past the platform.
            "file_overwrite": True,
            "default_acl": None,
            "querystring_auth": False,
            "client_config": Config(
                s3={"addressing_style": "path"},
                signature_version="s3v4",
                connect_timeout=CONNECT_S,
                read_timeout=READ_S,
                retries={"max_attempts": TRIES, "mode": "standard"},
            ),
        },
    }
