"""A try to log in may go after ninety days, and is otherwise what it is."""

from django.db import migrations

from gigafibre.kernel.schema import kept_for


class Migration(migrations.Migration):
    dependencies = [("identity", "0009_login_links"), ("kernel", "0011_retention_rules")]

    operations = [kept_for("identity_loginattempt", "at", 90)]
