"""The second factors: codes of a phone (RFC 6238, half a minute each, one more or less for its clock), recovery codes.

Every code is good once; wrong ones are counted over all addresses, since who sends them knows the password already.
"""

from __future__ import annotations

import hmac
import re
import secrets
from datetime import timedelta
from hashlib import sha256

import pyotp
from django.db import transaction

from gigafibre.identity import brakes
from gigafibre.identity.errors import TooManyLogins, WrongCode
from gigafibre.identity.models import LoginAttempt, RecoveryCode, Totp, UsedCode, User
from gigafibre.kernel import clock

#: Wrong codes before nobody is heard for that account, then 30 s, 60 s, up to an hour.
OF_CODES = brakes.Brake(5, timedelta(seconds=30), timedelta(hours=1))
#: How far a phone's clock may be off, in half minutes.
SKEW = 1
STEP_S = 30
RECOVERY_CODES = 10
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def take_code(user: User, code: str) -> LoginAttempt.Way:
    """Use up a code of the phone or of the paper, and say which it was; WrongCode, or TooManyLogins while braked."""
    account = brakes.brakes_of(user.pk)[0]
    if until := brakes.count(account, brakes.ANYWHERE, OF_CODES).until:
        raise TooManyLogins(seconds=brakes.seconds_until(until))
    plain = re.sub(r"[\s-]", "", code).lower()
    totp = Totp.objects.filter(user=user, confirmed_at__isnull=False).first()
    with transaction.atomic():
        if totp is not None and fits(totp, plain):
            way = LoginAttempt.Way.TOTP
        elif _recovers(user, plain):
            way = LoginAttempt.Way.RECOVERY
        else:
            raise WrongCode
        brakes.forget(account, brakes.ANYWHERE)
    return way


def fits(totp: Totp, code: str) -> bool:
    """Use up a code of this secret, if it is one of now and new."""
    now = int(clock.now().timestamp()) // STEP_S
    made = pyotp.TOTP(totp.secret)
    # All are compared, whichever fits: the time it takes says nothing.
    steps = [step for step in range(now - SKEW, now + SKEW + 1) if hmac.compare_digest(made.generate_otp(step), code)]
    UsedCode.objects.filter(user_id=totp.user_id, step__lt=now - SKEW).delete()
    return any(UsedCode.objects.get_or_create(user_id=totp.user_id, step=step)[1] for step in steps)


def new_secret() -> str:
    """Return a secret for a phone: 160 bits in base32."""
    return str(pyotp.random_base32())


def uri_of(secret: str, *, account: str, issuer: str) -> str:
    """Return what the phone reads from the QR code."""
    return str(pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name=issuer))


def new_recovery_codes(user: User) -> list[str]:
    """Give somebody ten new codes for his papers; those before are worth nothing any more."""
    codes = ["-".join(_group() for _ in range(3)) for _ in range(RECOVERY_CODES)]
    RecoveryCode.objects.filter(user=user).delete()
    RecoveryCode.objects.bulk_create(RecoveryCode(user=user, digest=_digest(code)) for code in codes)
    return codes


def _group() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(5))


def _recovers(user: User, code: str) -> bool:
    found = RecoveryCode.objects.filter(user=user, digest=_digest(code), used_at=None)
    return bool(found.update(used_at=clock.now()))


def _digest(code: str) -> str:
    return sha256(code.replace("-", "").encode()).hexdigest()
