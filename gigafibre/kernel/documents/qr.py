"""QR codes for paper, as SVG."""

import io

import segno


def qr_svg(content: str) -> str:
    """Draw a QR code (error level M, no border) as SVG; the layout leaves the quiet zone around it."""
    drawn = io.BytesIO()
    # micro=False: phones don't read Micro QR; one path without size, so that the layout scales it.
    segno.make(content, error="m", micro=False, boost_error=False, mask=4).save(
        drawn, kind="svg", border=0, xmldecl=False, svgns=True, omitsize=True, svgclass=None, lineclass=None
    )
    return drawn.getvalue().decode()
