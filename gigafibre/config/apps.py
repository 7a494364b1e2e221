from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "gigafibre.config"
    label = "config"
