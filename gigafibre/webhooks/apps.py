from django.apps import AppConfig


class WebhooksConfig(AppConfig):
    name = "gigafibre.webhooks"
    label = "webhooks"
    verbose_name = "Webhooks"
    default_auto_field = "django.db.models.BigAutoField"
