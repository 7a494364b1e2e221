"""DocuSeal by its HTTP API: a PDF goes out with two fields, its state and the signed PDF come back.

Source: docuseal.com/docs/api (submissions from a PDF, submitters by external id, webhooks with a secret header).
"""

from __future__ import annotations

import base64
import hmac
import json
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import Request as HttpRequest
from urllib.request import urlopen

from gigafibre.kernel.intents import OutcomeUnknown, TransportError
from gigafibre.kernel.services import NotWorking
from gigafibre.kernel.text import Text
from gigafibre.sales.adapters import Request, State

ROLE = "Client"
TIMEOUT = 20
#: The header (as our DocuSeal is told to send it) that carries the webhook's secret.
HEADER = "x-docuseal-secret"
STATUSES = {"completed": "signed", "declined": "declined", "expired": "expired"}
LARGEST = 25 * 1024 * 1024


@dataclass(frozen=True)
class DocuSeal:
    """A DocuSeal server: its API address, our token, the webhook's secret."""

    url: str
    token: str
    secret: str

    def request(self, wanted: Request) -> str:
        """Ask for a signature; returns the submission's id."""
        fields = [
            _field("Signature", "signature", wanted.page, x=0.36, w=0.2),
            _field("Date", "date", wanted.page, x=0.58, w=0.12),
        ]
        answer = self._call(
            "POST",
            "/submissions/pdf",
            {
                "name": wanted.title,
                "send_email": True,
                "documents": [
                    {
                        "name": wanted.title,
                        "file": base64.b64encode(wanted.paper).decode(),
                        "fields": fields,
                    }
                ],
                "submitters": [{"role": ROLE, "name": wanted.name, "email": wanted.email, "external_id": wanted.key}],
            },
        )
        return str(answer["id"])

    def find(self, key: str) -> str | None:
        """Return the submission made under our key, if any."""
        answer = self._call("GET", f"/submitters?external_id={quote(key)}")
        rows = answer["data"] if isinstance(answer, dict) else answer
        return str(rows[0]["submission_id"]) if rows else None

    def remind(self, outside_id: str) -> None:
        """Send the request's email again."""
        submission = self._call("GET", f"/submissions/{quote(outside_id)}")
        self._call("PUT", f"/submitters/{submission['submitters'][0]['id']}", {"send_email": True})

    def withdraw(self, outside_id: str) -> None:
        """Archive a submission, so that nobody signs it any more; one that is gone is gone."""
        try:
            self._call("DELETE", f"/submissions/{quote(outside_id)}")
        except TransportError as refused:
            if not str(refused).startswith("404 "):
                raise

    def state(self, outside_id: str) -> State:
        """Return how far a submission is; a signed one with its PDF and, once it is made, its audit log."""
        answer = self._call("GET", f"/submissions/{quote(outside_id)}")
        status = STATUSES.get(answer.get("status", ""), "waiting")
        if status != "signed":
            return State(outside_id, status)
        who = answer["submitters"][0]
        name = str(who.get("name") or who["email"])
        audit = answer.get("audit_log_url")
        paper = self._paper(answer["documents"][0]["url"])
        return State(outside_id, status, name, paper, self._paper(audit) if audit else b"")

    def check(self) -> Text:
        """Read the newest submission: whether DocuSeal knows our token; and whether its webhooks can be believed."""
        try:
            self._call("GET", "/submissions?limit=1")
        except (TransportError, OutcomeUnknown) as error:
            raise NotWorking(*_fault(str(error))) from error
        if not self.secret:
            raise NotWorking(*_NO_SECRET)
        where = urlsplit(self.url).netloc
        return Text("{where} connaît notre jeton.", "{where} knows our token.").with_(where=where)

    def told(self, headers: dict[str, str], body: bytes) -> str | None:
        """Return the submission a webhook is about; None when its secret is not ours or it makes no sense."""
        given = {name.lower(): value for name, value in headers.items()}.get(HEADER, "")
        if not self.secret or not hmac.compare_digest(given.encode(), self.secret.encode()):
            return None
        try:
            told = json.loads(body)
            data = told["data"]
            # A form's event names its submission, a submission's event is about itself.
            found = data.get("submission_id") or (data.get("submission") or {}).get("id") or data["id"]
        except (ValueError, KeyError, TypeError, AttributeError):
            return None
        return str(found)

    def _paper(self, given: Any) -> bytes:
        address, own = urlsplit(str(given)), urlsplit(self.url)
        # Only its own files are fetched (the API of docuseal.com names files on docuseal.com): what a server names
        # elsewhere is no paper of ours.
        hosts = {own.netloc, own.netloc.removeprefix("api.")}
        if address.scheme != own.scheme or address.netloc not in hosts:
            raise TransportError(f"not an address of {own.netloc}: {given}", permanent=True)
        try:
            with urlopen(str(given), timeout=TIMEOUT) as answer:
                content = bytes(answer.read(LARGEST + 1))
        except (URLError, TimeoutError, OSError) as error:
            raise TransportError(f"the signed paper can't be fetched: {error}") from error
        if len(content) > LARGEST or not content.startswith(b"%PDF-"):
            raise TransportError("what was fetched is no PDF of at most 25 MB", permanent=True)
        return content

    def _call(self, method: str, path: str, given: dict[str, Any] | None = None) -> Any:
        body = None if given is None else json.dumps(given).encode()
        headers = {"X-Auth-Token": self.token, "Content-Type": "application/json", "Accept": "application/json"}
        request = HttpRequest(self.url.rstrip("/") + path, body, headers, method=method)
        try:
            with urlopen(request, timeout=TIMEOUT) as answer:
                return json.loads(answer.read(LARGEST))
        except HTTPError as error:
            with error:
                told = error.read(500).decode(errors="replace")
            raise TransportError(f"{error.code} {told}", permanent=error.code in {401, 403, 404, 422}) from error
        except TimeoutError as error:
            raise OutcomeUnknown(str(error)) from error
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise OutcomeUnknown(str(error)) from error
            raise TransportError(str(error.reason)) from error
        except (OSError, ValueError) as error:
            raise OutcomeUnknown(str(error)) from error


_NO_SECRET = (
    Text(
        "DocuSeal répond, mais ses avis ne peuvent être crus.", "DocuSeal answers, but its notices can’t be believed."
    ),
    Text(
        "Donnez un secret à GIGAFIBRE_DOCUSEAL_SECRET et le même à son webhook.",
        "Give GIGAFIBRE_DOCUSEAL_SECRET a secret, and the same to its webhook.",
    ),
)


def _fault(error: str) -> tuple[Text, Text]:
    if error.startswith(("401 ", "403 ")):
        return (
            Text("DocuSeal refuse notre jeton.", "DocuSeal refuses our token."),
            Text("Recopiez-le dans GIGAFIBRE_DOCUSEAL_TOKEN.", "Copy it into GIGAFIBRE_DOCUSEAL_TOKEN again."),
        )
    return (
        Text("DocuSeal ne répond pas comme il devrait : {e}", "DocuSeal doesn’t answer as it should: {e}").with_(
            e=error[:200]
        ),
        Text(
            "Vérifiez GIGAFIBRE_DOCUSEAL_URL et l’accès de cette machine à cette adresse.",
            "Check GIGAFIBRE_DOCUSEAL_URL and this machine’s way to that address.",
        ),
    )


def _field(name: str, kind: str, page: int, *, x: float, w: float) -> dict[str, Any]:
    """Say where a field stands on the signature's own page, in shares of the sheet."""
    area = {"x": x, "y": 0.2, "w": w, "h": 0.035, "page": page}
    return {"name": name, "type": kind, "role": ROLE, "required": True, "areas": [area]}
