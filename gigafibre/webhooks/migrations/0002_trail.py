"""Changes of endpoints leave a trail (secrets as dots); deliveries are their own, seen in previews; where to begin."""

from django.db import migrations

from gigafibre.kernel.schema import audited, seen_in_previews


class Migration(migrations.Migration):
    dependencies = [("webhooks", "0001_initial")]

    operations = [
        audited("webhooks_endpoint", hidden=["secret", "former_secret"]),
        seen_in_previews("webhooks_delivery"),
        migrations.RunSQL(
            "INSERT INTO webhooks_horizon (id, xact) VALUES (1, pg_snapshot_xmin(pg_current_snapshot())::text::bigint)",
            "DELETE FROM webhooks_horizon",
        ),
    ]
