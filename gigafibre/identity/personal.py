"""What identity holds of a customer: notices to staff whose words name one of his records. Staff is not customers."""

from __future__ import annotations

from gigafibre.kernel.held import apart, holds
from gigafibre.kernel.text import Text

holds(
    "identity_notice",
    Text("Avis au personnel", "Notices to staff"),
    by="(split_part(t.url, '/', 3) = ANY(%(numbers)s) OR split_part(t.url, '/', 4) = ANY(%(numbers)s))",
    goes=True,
)
apart(
    Text("Les gens qui travaillent ici, non les clients.", "People who work here, not customers."),
    *("identity_department", "identity_role", "identity_user", "identity_user_roles", "identity_user_departments"),
    *(
        "identity_session",
        "identity_loginattempt",
        "identity_loginbrake",
        "identity_loginlink",
        "identity_servicetoken",
        "identity_tokenuse",
    ),
    *("identity_switch", "identity_savedview", "identity_firstview"),
    *("identity_totp", "identity_usedcode", "identity_recoverycode", "identity_passkey", "identity_passkeyuse"),
    *("identity_loginprovider", "identity_grouprole", "identity_outsideidentity"),
)
