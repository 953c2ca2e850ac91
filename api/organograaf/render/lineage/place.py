"""Where boxes and curves of a graph go: Graphviz finds it, our own painter draws it.

Nothing but numbers goes to Graphviz, and no text of ours or of others.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from organograaf.errors import NotSupported
from organograaf.render.marks import Point

PROGRAMS: Final = ("graphviz-pure", "dot")
SECONDS: Final = 10
_INCH: Final = 72.0
_PER_CURVE: Final = 24
_HEAD: Final = (
    "digraph { graph [rankdir=LR nodesep=0.22 ranksep=0.42] "
    'node [shape=box fixedsize=true label=""] edge [dir=none]'
)
_LABEL: Final = (
    'label=<<TABLE BORDER="0" CELLPADDING="0" CELLSPACING="0" FIXEDSIZE="TRUE" '
    'WIDTH="{0:.0f}" HEIGHT="{1:.0f}"><TR><TD></TD></TR></TABLE>>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An edge between two boxes by their number, with room for a label, or only an order."""

    tail: int
    head: int
    width: float = 0.0
    height: float = 0.0
    order_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A drawing: the middle of each box, the curve of each link, the middle of its label."""

    width: float
    height: float
    boxes: tuple[Point, ...]
    curves: tuple[tuple[Point, ...], ...]
    labels: tuple[Point | None, ...]


def place(sizes: Sequence[tuple[float, float]], links: Sequence[Link]) -> Placed:
    """Place boxes of these sizes in points, from left to right along their links.

    Raises NotSupported when Graphviz is not there, takes more than 10 seconds, or fails.
    """
    lines = [_HEAD]
    for number, (wide, high) in enumerate(sizes):
        lines.append(f"n{number} [width={wide / _INCH:.4f} height={high / _INCH:.4f}]")
    for number, link in enumerate(links):
        label = _LABEL.format(link.width, link.height) if link.width else ""
        style = "style=invis" if link.order_only else label
        lines.append(f"n{link.tail} -> n{link.head} [id=e{number} {style}]")
    found = json.loads(_run("\n".join([*lines, "}"])))
    _, _, right, top = (float(part) for part in found["bb"].split(","))
    nodes = {one["name"]: one for one in found.get("objects", ())}
    edges = {edge["id"]: edge for edge in found.get("edges", ())}
    ordered = [edges.get(f"e{number}", {}) for number in range(len(links))]
    return Placed(
        width=right,
        height=top,
        boxes=tuple(_point(nodes[f"n{number}"]["pos"], top) for number in range(len(sizes))),
        curves=tuple(_curve(edge, top) for edge in ordered),
        labels=tuple(_point(edge["lp"], top) if "lp" in edge else None for edge in ordered),
    )


def _run(source: str) -> bytes:
    program = _program()
    environment = {"SERVER_NAME": "organograaf", "PATH": os.environ.get("PATH", ""), "LC_ALL": "C"}
    try:
        done = subprocess.run(
            [program, "-Tjson0"],
            input=source.encode(),
            capture_output=True,
            timeout=SECONDS,
            check=True,
            env=environment,
        )
    except subprocess.TimeoutExpired as error:
        raise NotSupported(
            f"Deze tekening was na {SECONDS} seconden niet af. Vraag ze als JSON of GraphML.",
            f"This picture was not ready after {SECONDS} seconds. Ask for it as JSON or GraphML.",
        ) from error
    except (OSError, subprocess.CalledProcessError) as error:
        raise NotSupported(
            "Graphviz kon deze tekening niet maken. Vraag ze als JSON of GraphML.",
            "Graphviz could not make this picture. Ask for it as JSON or GraphML.",
        ) from error
    return done.stdout


def _program() -> str:
    """Return the program that is installed with us, else the one of the system."""
    beside = Path(sys.executable).parent
    for name in PROGRAMS:
        found = shutil.which(name, path=str(beside)) or shutil.which(name)
        if found:
            return found
    raise NotSupported(
        "Voor de tekening van een lijn is Graphviz nodig: installeer «graphviz-pure» of «graphviz». "
        "Tekst, JSON en GraphML kunnen zonder.",
        "The picture of a lineage needs Graphviz: install “graphviz-pure” or “graphviz”. "
        "Text, JSON and GraphML do without.",
    )


def _point(text: str, top: float) -> Point:
    x, y = text.split(",")
    return float(x), top - float(y)


def _curve(edge: dict[str, Any], top: float) -> tuple[Point, ...]:
    """Return a chain of Bézier curves as points."""
    if "pos" not in edge:
        return ()
    knots = [_point(part, top) for part in str(edge["pos"]).split()]
    points = [knots[0]]
    for start in range(0, len(knots) - 3, 3):
        points += _bezier(*knots[start : start + 4])
    return tuple(points)


def _bezier(a: Point, b: Point, c: Point, d: Point) -> list[Point]:
    found = []
    for step in range(1, _PER_CURVE + 1):
        t = step / _PER_CURVE
        u = 1 - t
        weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        found.append(
            (
                sum(w * p[0] for w, p in zip(weights, (a, b, c, d), strict=True)),
                sum(w * p[1] for w, p in zip(weights, (a, b, c, d), strict=True)),
            )
        )
    return found
