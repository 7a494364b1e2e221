"""Accent colours: contrasts as WCAG computes them, and the nearest shade that can be read in both themes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gigafibre.kernel import colours

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


def test_contrasts_are_those_of_wcag() -> None:
    assert colours.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colours.contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert colours.contrast("#0a7568", "#ffffff") == pytest.approx(5.59, abs=0.01)


def test_mixing_is_that_of_css() -> None:
    assert colours.mixed("#ffffff", 0.5, "#000000") == "#636363"  # as browsers paint color-mix(in oklab, white, black)
    assert colours.mixed("#0a7568", 1, "#ffffff") == "#0a7568"


@pytest.mark.parametrize(
    ("accent", "nearest"), [("#ffcc00", "#8f7100"), ("#ff0000", "#ee0000"), ("#ffffff", "#747474")]
)
def test_what_cannot_be_read_has_a_darker_shade_that_can(accent: str, nearest: str) -> None:
    assert not colours.legible(accent)
    assert colours.nearest(accent) == nearest
    assert colours.legible(nearest)


def test_ours_is_legible_as_it_is() -> None:
    assert colours.legible("#0A7568")
    assert colours.nearest("#0A7568") == "#0a7568"


@settings(max_examples=60, deadline=None)
@given(COLOURS)
def test_every_colour_has_a_nearest_that_is_legible_in_both_themes(accent: str) -> None:
    assert [one for one in colours.contrasts(colours.nearest(accent)) if not one.enough] == []
