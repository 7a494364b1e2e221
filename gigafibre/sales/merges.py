"""A customer’s offers, contracts and referrals follow him when he turns out to be another one."""

from __future__ import annotations

from gigafibre.crm.merging import goes_along
from gigafibre.kernel.text import Text

goes_along("sales_quotation", what=Text("soumissions", "quotations"))
goes_along("sales_contract", what=Text("contrats", "contracts"))
# Who has a code keeps it. The former's stays with him then, and what is printed of it leads to the survivor.
goes_along("sales_referralcode", unless="EXISTS (SELECT FROM sales_referralcode k WHERE k.customer_id = %(survivor)s)")
# Nobody refers himself, and everybody is referred once: what would break that stays told of the former.
goes_along("sales_referral", "referrer_id", unless="t.referee_id = %(survivor)s", what=Text("parrainages", "referrals"))
goes_along(
    "sales_referral",
    "referee_id",
    unless="t.referrer_id = %(survivor)s OR EXISTS (SELECT FROM sales_referral k WHERE k.referee_id = %(survivor)s)",
)
