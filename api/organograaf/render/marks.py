"""What every drawing format can draw: rectangles, dots, lines and areas, in points."""

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """A rectangle to draw; fill and stroke are colours or "" for none."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    radius: float = 0.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle."""

    x: float
    y: float
    radius: float
    fill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """An open line through points; a curve is a line through enough of them."""

    points: tuple[Point, ...]
    stroke: str
    stroke_width: float
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape with these corners."""

    points: tuple[Point, ...]
    fill: str


Drawn = Rect | Dot | Path | Area
