"""Emails: by SMTP, step by step, so that we know what was taken; or by a service's API through django-anymail."""

from __future__ import annotations

import smtplib
import ssl
from contextlib import suppress
from email.utils import parseaddr
from html import escape
from typing import Any

import requests
from anymail.exceptions import AnymailAPIError, AnymailRecipientsRefused
from django.core.mail import EmailMultiAlternatives, get_connection

from gigafibre.kernel.intents import OutcomeUnknown, TransportError
from gigafibre.kernel.services import NotWorking
from gigafibre.kernel.text import Text
from gigafibre.messaging.adapters.protocol import CannotLookUp, Outgoing, Taken

TIMEOUT_S = 20.0
_HTML = (
    '<!doctype html><html lang="{language}"><meta charset="utf-8"><body style="font:15px/1.5 sans-serif;'
    'max-width:36em;margin:0 auto;padding:16px">{body}</body></html>'
)


class Smtp:
    """A mail server; `security` is "tls" (from the start), "starttls" or "" (a relay on the same machine)."""

    name, real = "smtp", True

    def __init__(
        self,
        host: str,
        port: int,
        user: str = "",
        password: str = "",
        security: str = "starttls",
        *,
        timeout: float = TIMEOUT_S,
    ) -> None:
        self.host, self.port, self.user, self.password = host, port, user, password
        self.security, self.timeout = security, timeout

    def send(self, message: Outgoing) -> Taken:
        """Hand an email over: until its text is sent nothing has happened, once it is accepted it has."""
        mail = written(message)
        mime: Any = mail.message()  # Django's own kind, which knows how lines end
        content: bytes = mime.as_bytes(linesep="\r\n")
        sender = parseaddr(message.sender)[1]
        try:
            server = self._connected()
        except smtplib.SMTPResponseException as error:
            raise TransportError(f"{self.host} refused us: {error.smtp_code} {_said(error.smtp_error)}") from error
        except (OSError, smtplib.SMTPException) as error:
            raise TransportError(f"{self.host} can't be reached: {error}") from error
        try:
            self._address(server, sender, message.to)
            try:
                code, said = server.data(content)
            except smtplib.SMTPDataError as error:
                raise _refused(error.smtp_code, error.smtp_error) from error
            except (OSError, smtplib.SMTPException) as error:
                raise OutcomeUnknown(f"{self.host} went silent while taking it: {error}") from error
            if code != 250:
                raise _refused(code, said)
        finally:
            with suppress(OSError, smtplib.SMTPException):
                server.quit()
        return Taken(str(mail.extra_headers["Message-ID"]))

    def find(self, message: Outgoing) -> Taken | None:
        """SMTP has no way to ask."""
        raise CannotLookUp(f"{self.host} can't say whether it took the email")

    def check(self) -> Text:
        """Go as far as one goes before a letter: greeting, encryption, login."""
        try:
            server = self._connected()
        except smtplib.SMTPAuthenticationError as error:
            raise NotWorking(*_words_of_smtp("login", self.host, error.smtp_error)) from error
        except (ssl.SSLError, smtplib.SMTPNotSupportedError) as error:
            raise NotWorking(*_words_of_smtp("encryption", self.host, str(error))) from error
        except smtplib.SMTPResponseException as error:
            raise NotWorking(*_words_of_smtp("refused", self.host, error.smtp_error)) from error
        except (OSError, smtplib.SMTPException) as error:
            raise NotWorking(*_words_of_smtp("unreachable", self.host, str(error))) from error
        with suppress(OSError, smtplib.SMTPException):
            server.quit()
        return Text("{host} nous laisse entrer.", "{host} lets us in.").with_(host=self.host)

    def _connected(self) -> smtplib.SMTP:
        kind: Any = smtplib.SMTP_SSL if self.security == "tls" else smtplib.SMTP
        extra = {"context": ssl.create_default_context()} if self.security == "tls" else {}
        server: smtplib.SMTP = kind(self.host, self.port, timeout=self.timeout, **extra)
        try:
            if self.security == "starttls":
                server.starttls(context=ssl.create_default_context())
            server.ehlo_or_helo_if_needed()
            if self.user:
                server.login(self.user, self.password)
        except BaseException:
            server.close()
            raise
        return server

    def _address(self, server: smtplib.SMTP, sender: str, to: str) -> None:
        try:
            for code, said in (server.mail(sender), server.rcpt(to)):
                if code not in {250, 251}:
                    raise _refused(code, said)
        except (OSError, smtplib.SMTPException) as error:
            raise TransportError(f"{self.host} went silent: {error}") from error


class Anymail:
    """An email service by its API, through one of django-anymail's backends."""

    real = True

    def __init__(self, service: str, **credentials: str) -> None:
        self.name = service
        self.backend = f"anymail.backends.{service}.EmailBackend"
        self.credentials: dict[str, Any] = dict(credentials)

    def send(self, message: Outgoing) -> Taken:
        """Post an email; a refusal is final, a lost answer is unknown."""
        mail = written(message)
        mail.metadata = {"key": str(message.key)}  # type: ignore[attr-defined]
        mail.connection = get_connection(self.backend, **self.credentials)
        try:
            mail.send()
        except AnymailRecipientsRefused as error:
            raise TransportError(str(error), permanent=True) from error
        except AnymailAPIError as error:
            raise _api_fault(error) from error
        return Taken(str(mail.anymail_status.message_id or ""))  # type: ignore[attr-defined]

    def find(self, message: Outgoing) -> Taken | None:
        """Services find messages each in its own way; a person looks at theirs."""
        raise CannotLookUp(f"ask {self.name} whether it took the email {message.key}")

    def check(self) -> Text:
        """Read one of the account's senders: whether the service knows our keys."""
        base = self.credentials.get("api_url", "https://api.mailjet.com/")
        keys = (self.credentials["api_key"], self.credentials["secret_key"])
        try:
            answer = requests.get(f"{base}v3/REST/sender", {"Limit": 1}, auth=keys, timeout=TIMEOUT_S)
        except requests.exceptions.RequestException as error:
            raise NotWorking(*_words_of_service("unreachable", self.name, type(error).__name__)) from error
        if answer.status_code in {401, 403}:
            raise NotWorking(*_words_of_service("login", self.name, str(answer.status_code)))
        if answer.status_code != 200:
            raise NotWorking(*_words_of_service("refused", self.name, str(answer.status_code)))
        return Text("{service} connaît nos clés.", "{service} knows our keys.").with_(service=self.name.capitalize())


def written(message: Outgoing) -> EmailMultiAlternatives:
    """Return an email as it is sent: plain and HTML, files, its name made of our key, a way to unsubscribe."""
    domain = parseaddr(message.sender)[1].rpartition("@")[2] or "localhost"
    headers = {"Message-ID": f"<{message.key}@{domain}>", "Content-Language": message.language}
    if message.unsubscribe:
        headers["List-Unsubscribe"] = f"<{message.unsubscribe}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail = EmailMultiAlternatives(message.subject, message.body, message.sender, [message.to], headers=headers)
    paragraphs = "".join(f"<p>{escape(part).replace(chr(10), '<br>')}</p>" for part in message.body.split("\n\n"))
    mail.attach_alternative(_HTML.format(language=message.language, body=paragraphs), "text/html")
    for file in message.files:
        mail.attach(file.name, file.content, file.content_type)
    return mail


_URL = {"at": "GIGAFIBRE_EMAIL_URL"}
#: What a mail server may fail at, and how it is mended.
_SMTP = {
    "login": (
        Text("{host} refuse notre mot de passe : {said}", "{host} refuses our password: {said}"),
        Text("Corrigez l’utilisateur et le mot de passe de {at}.", "Correct the user and the password of {at}."),
    ),
    "encryption": (
        Text("{host} ne chiffre pas comme attendu : {said}", "{host} doesn’t encrypt as expected: {said}"),
        Text(
            "smtp:// attend STARTTLS, smtps:// TLS dès le début ; le certificat doit être celui de l’hôte. Voyez {at}.",
            "smtp:// wants STARTTLS, smtps:// TLS from the start; the certificate must be the host’s. See {at}.",
        ),
    ),
    "refused": (
        Text("{host} nous refuse : {said}", "{host} refuses us: {said}"),
        Text("Demandez à qui tient ce serveur de nous admettre.", "Ask who keeps that server to admit us."),
    ),
    "unreachable": (
        Text("{host} est injoignable : {said}", "{host} can’t be reached: {said}"),
        Text(
            "Vérifiez l’hôte et le port de {at}, et le pare-feu.", "Check the host and port of {at}, and the firewall."
        ),
    ),
}
_SERVICE = {
    "login": (
        Text("{service} refuse nos clés ({said}).", "{service} refuses our keys ({said})."),
        Text("Recopiez la clé et le secret dans {at}.", "Copy the key and the secret into {at} again."),
    ),
    "refused": (
        Text("{service} a répondu {said}.", "{service} answered {said}."),
        Text("Essayez plus tard ; voyez l’état du service.", "Test again later; see the service’s status."),
    ),
    "unreachable": (
        Text("{service} est injoignable : {said}", "{service} can’t be reached: {said}"),
        Text("Vérifiez l’accès de cette machine à l’extérieur.", "Check this machine’s way out."),
    ),
}


def _words_of_smtp(fault: str, host: str, said: bytes | str) -> tuple[Text, Text]:
    what, mend = _SMTP[fault]
    return what.with_(host=host, said=_said(said)), mend.with_(**_URL)


def _words_of_service(fault: str, service: str, said: str) -> tuple[Text, Text]:
    what, mend = _SERVICE[fault]
    return what.with_(service=service.capitalize(), said=said), mend.with_(**_URL)


def _refused(code: int, said: bytes | str) -> TransportError:
    return TransportError(f"{code} {_said(said)}", permanent=code >= 500)


def _said(raw: bytes | str) -> str:
    return (raw.decode(errors="replace") if isinstance(raw, bytes) else raw)[:200]


def _api_fault(error: AnymailAPIError) -> Exception:
    cause = error.__cause__
    if isinstance(cause, requests.exceptions.ConnectTimeout | requests.exceptions.ConnectionError):
        never = "refused" in str(cause).lower() or isinstance(cause, requests.exceptions.ConnectTimeout)
        return TransportError(str(cause)) if never else OutcomeUnknown(str(cause))
    if isinstance(cause, requests.exceptions.RequestException):
        return OutcomeUnknown(str(cause))
    status = error.status_code or 0
    if status >= 500:
        return OutcomeUnknown(str(error)[:300])
    return TransportError(str(error)[:300], permanent=400 <= status < 500 and status not in {401, 403, 429})
