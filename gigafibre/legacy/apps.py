from django.apps import AppConfig


class LegacyConfig(AppConfig):
    name = "gigafibre.legacy"
    label = "legacy"
    verbose_name = "Migration"
    default_auto_field = "django.db.models.BigAutoField"
