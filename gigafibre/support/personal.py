"""What is held of issues: that there was one stays, its words go."""

from __future__ import annotations

from gigafibre.kernel.held import holds
from gigafibre.kernel.text import Text

WHY = Text("Qu’il y a eu un billet, sans ses mots.", "That there was an issue, without its words.")

holds(
    "support_issue",
    Text("Billets", "Issues"),
    kept=("number", "contract"),
    because=WHY,
    instead={"subject": "Anonymisé", "resolution": "—"},
)
holds(
    "support_issuestep",
    Text("Étapes des billets", "Steps of issues"),
    by="issue_id>support_issue",
    because=WHY,
    kept=("status", "awaited", "by"),
)
holds("support_issuecomment", Text("Commentaires", "Comments"), by="issue_id>support_issue", goes=True)
