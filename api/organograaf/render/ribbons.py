"""Ribbons between two columns, and their hatching, as plain areas that any format can draw."""

from collections.abc import Callable
from typing import Final

from organograaf.render.marks import Area, Drawn, Path, Point

STEPS: Final = 36
_STRIPE: Final = 3.2
_EVERY: Final = 7.0
_SLANT: Final = 6.0


def blend(colour: str, share: float) -> str:
    """Return a colour mixed with white: `share` of it, the rest white."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)


def curve(start: Point, end: Point, flat: tuple[float, float]) -> Callable[[float], float]:
    """Return the height of a smooth line at each x, level over `flat` at its ends."""
    (x0, y0), (x1, y1) = start, end

    def at(x: float) -> float:
        span = max(x1 - x0 - sum(flat), 1.0)
        t = min(1.0, max(0.0, (x - x0 - flat[0]) / span))
        return y0 + (y1 - y0) * t * t * (3 - 2 * t)

    return at


def ribbon(
    start: Point,
    end: Point,
    width: float,
    *,
    colour: str,
    edge: str,
    hatched: bool,
    flat: tuple[float, float] = (0, 0),
) -> list[Drawn]:
    """Return a ribbon of one width whose upper edge runs between two points; hatched when inferred."""
    at = curve(start, end, flat)
    (x0, _), (x1, _) = start, end
    xs = [x0 + (x1 - x0) * step / STEPS for step in range(STEPS + 1)]
    upper = tuple((x, at(x)) for x in xs)
    lower = tuple((x, at(x) + width) for x in xs)
    marks: list[Drawn] = [Area((*upper, *reversed(lower)), blend(colour, 0.5) if hatched else colour)]
    if hatched:
        marks += [Area(stripe, colour) for stripe in stripes(x0, x1, at, width)]
    return marks + [
        Path(points=line, stroke=edge, stroke_width=0.7, dashed=hatched) for line in (upper, lower)
    ]


def stripes(x0: float, x1: float, at: Callable[[float], float], width: float) -> list[tuple[Point, ...]]:
    """Return slanted stripes that fill a band of one width under a line."""
    found: list[tuple[Point, ...]] = []
    x = x0
    while x + _SLANT + _STRIPE <= x1:
        left, right = x + _SLANT, x + _SLANT + _STRIPE
        found.append(
            ((left, at(left)), (right, at(right)), (x + _STRIPE, at(x + _STRIPE) + width), (x, at(x) + width))
        )
        x += _EVERY
    return found
