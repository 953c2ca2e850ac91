"""The picture of an organogram as part of a page."""

from html import escape
from xml.etree import ElementTree as ET

from organograaf import render
from organograaf.render.svg import SVG, svg
from organograaf.view import Organogram
from organograaf.web.asked import Asked

ET.register_namespace("", SVG)


def inline(asked: Asked, view: Organogram) -> str:
    """Return the SVG to stand in a page: no style of its own, and links that keep the question.

    It is a group, not an image: an image would hide its links from screen readers.
    """
    root = ET.fromstring(svg(view, asked.question.paper.upper(), asked.question.lang, embed_font=False))
    root.attrib.pop("lang", None)
    root.set("role", "group")
    for style in root.findall(f"{{{SVG}}}style"):
        root.remove(style)
    for link in root.iter(f"{{{SVG}}}a"):
        link.set("href", link.get("href", "").partition("?")[0] + asked.there.query())
    return ET.tostring(root, encoding="unicode")


def listed(asked: Asked, view: Organogram) -> str:
    """Return the organogram as a nested list, with links that keep the question."""
    html = render.organogram(view, "html", lang=asked.question.lang).decode()
    return html.replace(f'?on={view.on}"', f'{escape(asked.there.query())}"')
