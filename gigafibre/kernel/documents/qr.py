"""QR codes for paper, as SVG."""

import re

import segno

_RUN = re.compile(rb"\x01+")


def qr_svg(content: str) -> str:
    """Draw a QR code (error level M, no border) as SVG, one unit per module; the layout leaves the quiet zone."""
    # micro=False: phones don't read Micro QR. The mask is given: a reader takes any of the eight, and looking for the
    # handsomest takes three quarters of the time, while signed tokens look like noise under each.
    code = segno.make(content, error="m", micro=False, boost_error=False, mask=4)
    side = len(code.matrix)
    # Dark modules side by side are one stroke, so that no hairline shows between them.
    strokes = "".join(
        f"M{run.start()} {row}.5h{run.end() - run.start()}"
        for row, modules in enumerate(code.matrix)
        for run in _RUN.finditer(modules)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path d="{strokes}" stroke="#000" fill="none"/></svg>'
    )
