"""The organogram as SVG: no scripts, a link and a name on every unit."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote
from xml.etree import ElementTree as ET

from organograaf.render.fonts import FAMILY, Face, drawable, embedded
from organograaf.render.layout import Layout, document, pages
from organograaf.render.marks import Area, Dot, Drawn, Path, Point, Rect
from organograaf.render.paint import CONNECTOR, CONNECTOR_WIDTH, DASH, paint
from organograaf.render.shapes import Box, Document, Page, Stroke, Text
from organograaf.render.tone import PAPER
from organograaf.view import Organogram

SVG = "http://www.w3.org/2000/svg"
GAP = 12.0


def svg(
    view: Organogram,
    paper: str = "A3",
    lang: str = "nl",
    *,
    embed_font: bool = True,
    layout: Layout = pages,
) -> bytes:
    """Draw the organogram as one SVG; several pages stand under one another.

    With `embed_font` it carries the letters it uses; pages that serve the font leave
    them out. `layout` sets it on sheets: by default as for the council.
    """
    return svg_of(document(view, paper, lang, layout), embed_font=embed_font)


def svg_of(made: Document, *, embed_font: bool = True) -> bytes:
    """Draw pages as one SVG in the same way."""
    sheets = made.pages
    width, height = max(page.width for page in sheets), sum(page.height + GAP for page in sheets) - GAP
    name = made.scope or "organogram"
    root = ET.Element(
        "svg",
        {
            "xmlns": SVG,
            "viewBox": f"0 0 {_n(width)} {_n(height)}",
            "width": f"{_n(width)}pt",
            "height": f"{_n(height)}pt",
            "role": "img",
            "lang": made.lang,
            "aria-labelledby": f"{name}-title {name}-desc",
        },
    )
    ET.SubElement(root, "title", {"id": f"{name}-title"}).text = drawable(made.title)
    ET.SubElement(root, "desc", {"id": f"{name}-desc"}).text = drawable(made.description)
    ET.SubElement(root, "style").text = _style(sheets, embed_font)
    _rect(root, Rect(x=0, y=0, width=width, height=height, fill=PAPER))
    seen: set[str] = set()
    y = 0.0
    for number, page in enumerate(sheets, start=1):
        sheet = ET.SubElement(root, "g", {"id": _id(made, f"page-{number}")})
        if y:
            sheet.set("transform", f"translate(0 {_n(y)})")
        _page(sheet, page, made, seen)
        y += page.height + GAP
    ET.indent(root, " ")
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _id(made: Document, local: str) -> str:
    return f"{made.scope}-{local}" if made.scope else local


def _page(sheet: ET.Element, page: Page, made: Document, seen: set[str]) -> None:
    for drawn in page.marks:
        _mark(sheet, drawn)
    for stroke in page.strokes:
        _stroke(sheet, stroke)
    for box in page.boxes:
        _box(sheet, box, made, seen)
    for text in page.texts:
        _text(sheet, text)


def _box(sheet: ET.Element, box: Box, made: Document, seen: set[str]) -> None:
    group = ET.SubElement(sheet, "g")
    inner = group
    if box.slug:
        slug = quote(box.slug.encode("utf-8", "replace"), safe="")
        if slug not in seen:
            group.set("id", _id(made, f"unit-{slug}"))
            seen.add(slug)
        inner = ET.SubElement(group, "a", {"href": f"{made.place}/{slug}{made.query}"})
        ET.SubElement(inner, "title").text = drawable(box.name)
    elif box.fold:
        inner = ET.SubElement(group, "a", {"class": "fold", "href": f"#{box.fold}"})
    for drawn in paint(box):
        _mark(inner, drawn)
    for text in box.texts:
        _text(inner, text)


def _mark(parent: ET.Element, drawn: Drawn) -> None:
    if isinstance(drawn, Dot):
        at = {"cx": _n(drawn.x), "cy": _n(drawn.y), "r": _n(drawn.radius), "fill": drawn.fill}
        ET.SubElement(parent, "circle", at)
    elif isinstance(drawn, Path):
        _line(parent, drawn)
    elif isinstance(drawn, Area):
        ET.SubElement(parent, "polygon", {"points": _points(drawn.points), "fill": drawn.fill})
    else:
        _rect(parent, drawn)


def _rect(parent: ET.Element, rect: Rect) -> None:
    at = {"x": _n(rect.x), "y": _n(rect.y), "width": _n(rect.width), "height": _n(rect.height)}
    at["fill"] = rect.fill or "none"
    if rect.radius:
        at["rx"] = _n(rect.radius)
    if rect.stroke:
        at |= {"stroke": rect.stroke, "stroke-width": _n(rect.stroke_width)}
    if rect.dashed:
        at["stroke-dasharray"] = _dash()
    ET.SubElement(parent, "rect", at)


def _stroke(parent: ET.Element, stroke: Stroke) -> None:
    path = Path(points=stroke.points, stroke=CONNECTOR, stroke_width=CONNECTOR_WIDTH, dashed=stroke.dashed)
    _line(parent, path)


def _line(parent: ET.Element, path: Path) -> None:
    at = {
        "points": _points(path.points),
        "fill": "none",
        "stroke": path.stroke,
        "stroke-width": _n(path.stroke_width),
    }
    if path.dashed:
        at["stroke-dasharray"] = _dash()
    ET.SubElement(parent, "polyline", at)


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _text(parent: ET.Element, text: Text) -> None:
    at = {"x": _n(text.x), "y": _n(text.y), "font-size": _n(text.size), "fill": text.ink}
    if text.anchor != "start":
        at["text-anchor"] = text.anchor
    if text.face.weight != 400:
        at["font-weight"] = str(text.face.weight)
    if text.face.style != "normal":
        at["font-style"] = text.face.style
    ET.SubElement(parent, "text", at).text = text.text


def _style(sheets: Sequence[Page], embed_font: bool) -> str:
    family = f'text {{ font-family: "{FAMILY}", "Source Sans 3", sans-serif; white-space: pre }}'
    return " ".join([*(_faces(sheets) if embed_font else ()), family])


def _faces(sheets: Sequence[Page]) -> Iterator[str]:
    for face in Face:
        letters = {c for page in sheets for text in page.every_text() if text.face is face for c in text.text}
        if letters:
            data = embedded(face, "".join(sorted(letters)))
            yield (
                f'@font-face {{ font-family: "{FAMILY}"; font-weight: {face.weight}; '
                f'font-style: {face.style}; src: url("data:font/woff;base64,{data}") format("woff") }}'
            )


def _dash() -> str:
    return " ".join(_n(length) for length in DASH)


def _n(value: float) -> str:
    return f"{round(value, 2):g}" if abs(value) < 1000 else f"{value:.2f}".rstrip("0").rstrip(".")
