from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "gigafibre.desk"
    label = "desk"
    verbose_name = "Desk"
