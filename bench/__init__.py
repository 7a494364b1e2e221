"""One script per figure we promise; each prints one JSON object with `--json`."""
