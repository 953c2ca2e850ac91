"""What every drawing format can draw: rectangles, dots, lines and areas, in points."""

from dataclasses import dataclass, replace

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

    def scaled(self, by: float, dx: float, dy: float) -> "Rect":
        """Return it multiplied by `by`, then moved."""
        return replace(
            self,
            x=self.x * by + dx,
            y=self.y * by + dy,
            width=self.width * by,
            height=self.height * by,
            stroke_width=self.stroke_width * by,
            radius=self.radius * by,
        )


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle."""

    x: float
    y: float
    radius: float
    fill: str

    def scaled(self, by: float, dx: float, dy: float) -> "Dot":
        """Return it multiplied by `by`, then moved."""
        return Dot(self.x * by + dx, self.y * by + dy, self.radius * by, self.fill)


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """An open line through points; a curve is a line through enough of them."""

    points: tuple[Point, ...]
    stroke: str
    stroke_width: float
    dashed: bool = False

    def scaled(self, by: float, dx: float, dy: float) -> "Path":
        """Return it multiplied by `by`, then moved."""
        points = tuple((x * by + dx, y * by + dy) for x, y in self.points)
        return replace(self, points=points, stroke_width=self.stroke_width * by)


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape with these corners."""

    points: tuple[Point, ...]
    fill: str

    def scaled(self, by: float, dx: float, dy: float) -> "Area":
        """Return it multiplied by `by`, then moved."""
        return Area(tuple((x * by + dx, y * by + dy) for x, y in self.points), self.fill)


Drawn = Rect | Dot | Path | Area
