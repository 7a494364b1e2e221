"""The work order on paper."""
