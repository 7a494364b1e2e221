"""The tables of identity."""

from gigafibre.identity.models.factors import Passkey, PasskeyUse, RecoveryCode, Totp, UsedCode
from gigafibre.identity.models.links import LoginLink
from gigafibre.identity.models.people import (
    Department,
    FirstView,
    LoginAttempt,
    LoginBrake,
    Notice,
    Role,
    SavedView,
    ServiceToken,
    Session,
    Switch,
    TokenUse,
    User,
)
from gigafibre.identity.models.providers import GroupRole, LoginProvider, OutsideIdentity

__all__ = [
    "Department",
    "FirstView",
    "GroupRole",
    "LoginAttempt",
    "LoginBrake",
    "LoginLink",
    "LoginProvider",
    "Notice",
    "OutsideIdentity",
    "Passkey",
    "PasskeyUse",
    "RecoveryCode",
    "Role",
    "SavedView",
    "ServiceToken",
    "Session",
    "Switch",
    "TokenUse",
    "Totp",
    "UsedCode",
    "User",
]
