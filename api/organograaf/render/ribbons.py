"""Ribbons, hatching and arrows, as plain areas and lines that any format can draw."""

from collections.abc import Callable
from math import hypot
from typing import Final

from organograaf.model import Basis
from organograaf.render.marks import Area, Drawn, Path, Point

STEPS: Final = 36
_STRIPE: Final = 3.2
_EVERY: Final = 7.0
_SLANT: Final = 6.0
_TIP: Final = 7.0


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


def arrow(curve: list[Point], basis: Basis, scale: float, colour: str) -> list[Drawn]:
    """Return a curve with a tip at its end, dashed when it is our inference."""
    if len(curve) < 2:
        return []
    (x, y), tip = curve[-1], _TIP * scale
    back = next((p for p in reversed(curve) if hypot(x - p[0], y - p[1]) >= tip), curve[0])
    far = hypot(x - back[0], y - back[1]) or 1.0
    ux, uy = (x - back[0]) / far, (y - back[1]) / far
    base = (x - ux * tip, y - uy * tip)
    half = tip * 0.42
    kept = [p for p in curve[:-1] if hypot(x - p[0], y - p[1]) > tip]
    line = Path(
        points=(*kept, base),
        stroke=colour,
        stroke_width=1.3 * scale,
        dashed=basis is Basis.INFERRED,
    )
    corners = ((x, y), (base[0] - uy * half, base[1] + ux * half), (base[0] + uy * half, base[1] - ux * half))
    return [line, Area(corners, colour)]
