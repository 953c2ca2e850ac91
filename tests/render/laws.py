"""What must be true of every page, whatever stands on it."""

from itertools import combinations

from organograaf.render.fonts import width
from organograaf.render.shapes import Box, Kind, Page, Text

SLACK = 0.05
BARE = (Kind.PANEL,)


def rect_of(text: Text) -> tuple[float, float, float, float]:
    """Return the rectangle of a line of text: left, top, right, bottom of its letters."""
    return text.left, text.y - 0.7 * text.size, text.left + text.width, text.y + 0.22 * text.size


def apart(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    """Tell whether two rectangles have no area in common."""
    return a[2] <= b[0] + SLACK or b[2] <= a[0] + SLACK or a[3] <= b[1] + SLACK or b[3] <= a[1] + SLACK


def edges(box: Box) -> tuple[float, float, float, float]:
    """Return left, top, right, bottom."""
    return box.x, box.y, box.x + box.width, box.y + box.height


def check(page: Page) -> None:
    """Assert that nothing overlaps, leaves its box or leaves the page."""
    check_inside(page)
    check_boxes_apart(page)
    check_texts(page)
    check_connectors(page)


def check_inside(page: Page) -> None:
    """Assert that every box and letter is on the page."""
    for box in page.boxes:
        left, top, right, bottom = edges(box)
        assert left >= 0, box
        assert top >= 0, box
        assert right <= page.width + SLACK, box
        assert bottom <= page.height + SLACK, box
    for text in page.every_text():
        left, top, right, bottom = rect_of(text)
        assert left >= -SLACK, text
        assert right <= page.width + SLACK, text
        assert top >= 0, text
        assert bottom <= page.height, text


def check_boxes_apart(page: Page) -> None:
    """Assert that no two boxes overlap; a ground lies under its own boxes only."""
    solid = [box for box in page.boxes if box.kind not in BARE]
    for a, b in combinations(solid, 2):
        assert apart(edges(a), edges(b)), (a.name or a.texts, b.name or b.texts)
    grounds = [box for box in page.boxes if box.kind in BARE]
    for a, b in combinations(grounds, 2):
        assert apart(edges(a), edges(b))
    for ground in grounds:
        for box in solid:
            left, top, right, bottom = edges(ground)
            x1, y1, x2, y2 = edges(box)
            within = x1 >= left - SLACK and y1 >= top - SLACK and x2 <= right + SLACK and y2 <= bottom + SLACK
            assert within or apart(edges(ground), edges(box))


def check_texts(page: Page) -> None:
    """Assert that each line lies in its box, over no other line, as wide as measured."""
    for box in page.boxes:
        for text in box.texts:
            left, top, right, bottom = rect_of(text)
            assert left >= box.x - SLACK, (text, box)
            assert right <= box.x + box.width + SLACK, (text, box)
            assert top >= box.y - SLACK, (text, box)
            assert bottom <= box.y + box.height + 1.0, (text, box)
    texts = page.every_text()
    for text in texts:
        assert text.width == width(text.text, text.face, text.size)
    for a, b in combinations(texts, 2):
        assert apart(rect_of(a), rect_of(b)), (a.text, b.text)


def check_loose_texts(page: Page) -> None:
    """Assert that what is written beside the boxes lies on none of them."""
    solid = [box for box in page.boxes if box.kind not in BARE]
    for text in page.texts:
        for box in solid:
            assert apart(rect_of(text), edges(box)), (text.text, box.name)


def check_connectors(page: Page) -> None:
    """Assert that no connector runs through a box or a line of text."""
    solid = [edges(box) for box in page.boxes]
    letters = [rect_of(text) for text in page.every_text()]
    for stroke in page.strokes:
        for (x1, y1), (x2, y2) in zip(stroke.points, stroke.points[1:], strict=False):
            line = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
            for rect in (*solid, *letters):
                assert not _through(line, rect), (stroke, rect)


def _through(line: tuple[float, float, float, float], rect: tuple[float, float, float, float]) -> bool:
    return (
        line[0] < rect[2] - SLACK
        and line[2] > rect[0] + SLACK
        and line[1] < rect[3] - SLACK
        and line[3] > rect[1] + SLACK
    )
