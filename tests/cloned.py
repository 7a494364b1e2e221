"""A migrated database for tests that are no Python: `python -m tests.cloned` prints its address.

It is dropped when the standard input ends: with whoever asked for it, however he ends.
"""

import sys

from bench import harness


def main() -> None:
    """Give one until nobody holds it."""
    harness.start()
    with harness.database(durable=False) as url:
        sys.stdout.write(url + "\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
