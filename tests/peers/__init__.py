"""Against real servers: skipped, with the reason, where they are not installed."""
