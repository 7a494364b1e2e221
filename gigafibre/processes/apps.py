from django.apps import AppConfig


class ProcessesConfig(AppConfig):
    name = "gigafibre.processes"
    label = "processes"
    verbose_name = "Processes"

    def ready(self) -> None:
        """Load every registration once all models stand (this app joins the others, so it goes last)."""
        from gigafibre.kernel.discover import discover

        discover()
