"""What can go wrong when a document is printed."""


class DocumentFailed(Exception):
    """A document could not be printed and nothing was produced; `reason` is Typst's message or ours."""

    def __init__(self, number: str, reason: str) -> None:
        self.number = number
        self.reason = reason
        super().__init__(f"{number}: {reason}")

    def __reduce__(self) -> tuple[type["DocumentFailed"], tuple[str, str]]:
        """Cross a process border with both facts."""
        return (DocumentFailed, (self.number, self.reason))
