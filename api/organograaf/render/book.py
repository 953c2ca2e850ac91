"""An organogram too large for one page: an overview, then pages for each top unit."""

from collections.abc import Mapping
from dataclasses import replace

from organograaf.render import words
from organograaf.render.fit import fit
from organograaf.render.flow import Sheet, Space, flow
from organograaf.render.items import gone_groups, loose_groups
from organograaf.render.panels import unit_groups
from organograaf.render.pieces import Above, Group, group, has_content, own_groups, text_box, unit_box
from organograaf.render.shapes import Box, Kind
from organograaf.render.tone import Tone
from organograaf.view import Node, Organogram
from organograaf.words import day


def book(view: Organogram, space: Space) -> tuple[Sheet, ...]:
    """Lay out an overview with page numbers, then each top unit on pages of its own."""
    chapters = [
        (unit, _chapter(unit, above, space)) for unit, above in _tops(view, space.lang) if has_content(unit)
    ]
    count = 1  # of the overview: its boxes name pages, which it moves itself
    while True:
        pages, number = {}, count + 1
        for unit, sheets in chapters:
            pages[unit.slug] = number
            number += len(sheets)
        overview = _overview(view, space, pages)
        if len(overview) == count:
            return (*overview, *(sheet for _, sheets in chapters for sheet in sheets))
        count = len(overview)


def _chapter(unit: Node, above: Above, space: Space) -> tuple[Sheet, ...]:
    alone = replace(above, tone=None)
    bodies = flow(
        lambda across: unit_box(unit, Kind.HEAD, across, alone),
        lambda room: unit_groups(unit, room, above),
        space,
    )
    return tuple(Sheet(words.name(unit), body) for body in bodies)


def _tops(view: Organogram, lang: str) -> list[tuple[Node, Above]]:
    under = Above(lang=lang).under(view.root)
    found: list[tuple[Node, Above]] = []
    for unit in view.root.units:
        if unit.legal_person:
            found.extend((child, under.under(unit)) for child in unit.units)
        else:
            found.append((unit, under))
    return found


def _overview(view: Organogram, space: Space, pages: Mapping[str, int]) -> tuple[Sheet, ...]:
    """Show all units without their tasks when they fit on a page, else only the top ones."""
    title = words.word("overview", space.lang)
    for shorten in (_taskless, _bare):
        units = tuple(
            replace(unit, units=tuple(shorten(child) for child in unit.units))
            if unit.legal_person
            else shorten(unit)
            for unit in view.root.units
        )
        small = replace(view, root=replace(view.root, units=units))
        body = fit(small, space.width, space.height, space.lang, pages)
        if body:
            return (Sheet(title, body),)
    above = Above(lang=space.lang, pages=pages)

    def groups(room: float) -> list[Group]:
        under = above.under(view.root)
        found: list[Group] = [*own_groups(view.root, room, under)]
        found += [group(unit, room, under) for unit in units]
        if view.unplaced:
            caption = text_box(Kind.CAPTION, words.word("unplaced", space.lang), [], room, Tone.UNKNOWN)
            found += [Group((caption,), None), *loose_groups(view.unplaced, room, view.compared, space.lang)]
        if view.compared and view.compared.gone:
            told = words.word("gone", space.lang, day(view.on, space.lang))
            lost = gone_groups(view.compared.gone, room, space.lang)
            found += [Group((text_box(Kind.CAPTION, told, [], room, Tone.GONE),), None), *lost]
        return found

    def head(across: float) -> Box:
        return unit_box(view.root, Kind.ROOT, across, above)

    return tuple(Sheet(title, body) for body in flow(head, groups, space))


def _taskless(node: Node) -> Node:
    return replace(node, tasks=(), units=tuple(_taskless(unit) for unit in node.units))


def _bare(node: Node) -> Node:
    return replace(node, units=(), tasks=(), counts=(), posts=node.posts[:2]) if has_content(node) else node
