"""The door by which a customer is made nobody: whatever guards what names him stands aside for that alone."""

from pathlib import Path

from django.db import migrations

from gigafibre.kernel.schema import audited, follows, immutable, never_emptied

SQL = (Path(__file__).parent / "sql" / "0007_door.sql").read_text()
#: Every table that holds something of a person when this was written; a newer one opens its own: `privacy_open_door`.
HELD = [
    "billing_baddebt", "billing_baddebttax", "billing_chargedperiod", "billing_exemptedtax", "billing_interestdays",
    "billing_interestgivenback", "billing_interestpause", "billing_invoice", "billing_invoicedocument",
    "billing_invoiceline", "billing_invoicetax", "billing_leviedmonth", "billing_linerelief",
    "billing_pendingcharge", "billing_pricechangeline", "billing_pricenotice", "billing_printeddocument",
    "billing_promotedperiod", "billing_runitem", "billing_runsubscription", "billing_taxexemption",
    "collections_paymentarrangement", "collections_suspension", "crm_consent", "crm_contact", "crm_contactpoint",
    "crm_customer", "crm_formeraddress", "crm_location", "crm_searchtext", "dispatch_checklistitem",
    "dispatch_equipmentitem", "dispatch_job", "dispatch_jobassistant", "dispatch_jobchain",
    "dispatch_jobdependency", "dispatch_jobline", "dispatch_jobtag", "dispatch_photo", "dispatch_signature",
    "dispatch_timeentry", "identity_notice", "kernel_attachment", "kernel_batchrow", "kernel_delivery",
    "kernel_event", "kernel_intent", "kernel_note", "kernel_succession", "ledger_allocation", "ledger_deferredpart",
    "ledger_journalentry", "ledger_journalline", "ledger_openitem", "legacy_recomputedamount", "legacy_reissue",
    "legacy_shadowdifference", "legacy_shadowdocument", "messaging_inboundmessage", "messaging_message",
    "messaging_messagefile", "messaging_messagestep", "messaging_suppression", "messaging_vendorevent",
    "network_drop", "network_equipment", "network_equipmentmove", "network_interest", "network_ipassignment",
    "network_usageday", "payments_payment", "payments_paymentmethod", "privacy_exportdownload", "privacy_hold",
    "privacy_personexport", "privacy_request", "privacy_requestreminder", "privacy_requeststep", "sales_contract",
    "sales_contractclause", "sales_contractline", "sales_contractreading", "sales_contractsignature",
    "sales_provideraudit", "sales_quotation", "sales_quotationline", "sales_referral", "sales_referralcode",
    "sales_sealedcontract", "sales_webhookreceived", "subscriptions_commitment", "subscriptions_departure",
    "subscriptions_promotion", "subscriptions_rest", "subscriptions_subscription",
    "subscriptions_subscriptionchange", "support_issue", "support_issuecomment", "support_issuestep",
    "webhooks_attempt", "webhooks_delivery", "kernel_actionrun", "kernel_audit",
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("privacy", "0006_erasing"),
        ("billing", "0021_followed"),
        ("catalog", "0004_offers"),
        ("collections", "0003_followed"),
        ("crm", "0005_followed"),
        ("dispatch", "0006_followed"),
        ("identity", "0008_login_provider"),
        ("kernel", "0009_succession"),
        ("ledger", "0008_followed"),
        ("legacy", "0013_with_journal"),
        ("messaging", "0004_followed"),
        ("network", "0006_followed"),
        ("payments", "0005_followed"),
        ("sales", "0006_followed"),
        ("subscriptions", "0010_followed"),
        ("support", "0003_followed"),
        ("webhooks", "0002_trail"),
    ]

    operations = [
        follows("privacy_hold"),
        audited("privacy_hold"),
        never_emptied("privacy_hold"),
        audited("privacy_erasure"),
        immutable("privacy_erasure"),
        never_emptied("privacy_erasure"),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        migrations.RunSQL("".join(f"SELECT privacy_open_door('{table}');" for table in HELD), migrations.RunSQL.noop),
    ]
