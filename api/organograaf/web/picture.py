"""The picture of an organogram as part of a page."""

from functools import partial
from html import escape
from xml.etree import ElementTree as ET

from organograaf import render
from organograaf.render.svg import SVG, svg
from organograaf.view import Organogram
from organograaf.web.asked import Asked
from organograaf.web.question import Question

ET.register_namespace("", SVG)
_LINK = f"{{{SVG}}}a"
_TITLE = f"{{{SVG}}}title"
_TEXT = f"{{{SVG}}}text"


def inline(asked: Asked, view: Organogram) -> str:
    """Return the SVG of an organogram to stand in a page, its links keeping the question."""
    put = asked.question
    folded = tuple(put.fold.split(",")) if put.fold else ()
    tree = partial(render.hanging, folded=folded, toggles=True)
    layout = {"layout": tree} if put.layout == "tree" else {}
    root = _plain(svg(view, put.paper.upper(), put.lang, embed_font=False, **layout))
    names = {node.slug: node.label for _, node in view.root.walk()}
    for link in root.iter(_LINK):
        if link.get("class") == "fold":
            _toggle(asked, link, folded, names)
        else:
            link.set("href", link.get("href", "").partition("?")[0] + asked.there.query())
    _say_dutch(root, put.lang)
    return ET.tostring(root, encoding="unicode")


def placed(drawn: bytes, there: Question) -> str:
    """Return any SVG of ours to stand in a page, its links keeping a question."""
    root = _plain(drawn)
    for link in root.iter(_LINK):
        link.set("href", link.get("href", "").partition("?")[0] + there.query())
    _say_dutch(root, there.lang)
    return ET.tostring(root, encoding="unicode")


def _plain(drawn: bytes) -> ET.Element:
    """Return an SVG without a style of its own, as a group, not an image.

    An image would hide its links from screen readers.
    """
    root = ET.fromstring(drawn)
    root.attrib.pop("lang", None)
    root.set("role", "group")
    for style in root.findall(f"{{{SVG}}}style"):
        root.remove(style)
    return root


def _say_dutch(root: ET.Element, lang: str) -> None:
    """Let the name of each box say, on a page in another language, that it is Dutch."""
    if lang == "nl":
        return
    for box in root.iter(_LINK):
        title = box.find(_TITLE)
        if title is not None and title.text:
            title.set("lang", "nl")
            for text in box.iter(_TEXT):
                if "".join(text.itertext()).strip() in title.text:
                    text.set("lang", "nl")


def _toggle(asked: Asked, link: ET.Element, folded: tuple[str, ...], names: dict[str, str]) -> None:
    """Let a button of the tree ask for the same page with one unit folded or unfolded."""
    slug = link.get("href", "").removeprefix("#")
    shut = slug in folded
    kept = [one for one in folded if one != slug] if shut else [*folded, slug]
    put = asked.question
    link.set("href", f"/organogram{put.query(on=asked.on, fold=','.join(kept) or None)}")
    link.set("id", f"fold-{slug}")
    told = _SHUT if shut else _OPEN
    link.set("aria-label", told[put.lang == "en"].format(names.get(slug, slug)))


_SHUT = ("{0} openvouwen", "Unfold {0}")
_OPEN = ("{0} dichtvouwen", "Fold {0}")


def listed(asked: Asked, view: Organogram) -> str:
    """Return the organogram as a nested list, with links that keep the question."""
    html = render.organogram(view, "html", lang=asked.question.lang).decode()
    return html.replace(f'?on={view.on}"', f'{escape(asked.there.query())}"')
