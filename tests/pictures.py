"""Make the pictures of the documents small: `python -m tests.pictures FOLDER` leaves each PNG at most 256 colours."""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

COLOURS = 256


def shrink(folder: Path) -> int:
    """Reduce every PNG of a folder that has more colours; returns how many were."""
    done = 0
    for path in sorted(folder.glob("*.png")):
        with Image.open(path) as picture:
            if picture.mode == "P":
                continue
            # Flat areas and text: dithering would make it larger and speckled.
            small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        small.save(path, optimize=True)
        done += 1
    return done


if __name__ == "__main__":
    print(f"{shrink(Path(sys.argv[1]))} pictures made small")
