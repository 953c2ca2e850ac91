"""Which of the representations on offer a client wants most.

Source: RFC 9110, 12.4.2 (weights) and 12.5.1 (Accept). Ours, because werkzeug's and its
like let a wide range («*/*») bring back what a narrower one («text/html;q=0») refuses.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_MOST: Final = 64
_TOKEN: Final = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_RANGE: Final = re.compile(rf"({_TOKEN})/({_TOKEN})")
_PARAMETER: Final = re.compile(rf'\s*;\s*(?:({_TOKEN})\s*=\s*({_TOKEN}|"(?:[^"\\]|\\.)*"))?')
_WEIGHT: Final = re.compile(r"(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)")
_ELEMENT: Final = re.compile(r'\s*((?:[^,"]|"(?:[^"\\]|\\.)*")*)\s*(?:,|$)')


@dataclass(frozen=True, slots=True)
class _Range:
    """A media range: `type` and `subtype` may be "*"; `parameters` are those before the weight."""

    type: str
    subtype: str
    parameters: frozenset[tuple[str, str]]
    weight: float

    def specificity(self, offered: "_Range") -> int | None:
        """Return how narrowly this range takes in what is offered; None when it does not."""
        if self.type == "*":
            return 0
        if self.type != offered.type:
            return None
        if self.subtype == "*":
            return 1
        if self.subtype != offered.subtype or not self.parameters <= offered.parameters:
            return None
        return 2 + len(self.parameters)


def best(accept: str | None, offered: Iterable[str]) -> str | None:
    """Return the media type on offer that suits `accept` best; None when none does.

    Of those that suit equally, the first on offer. No header, or one without any valid
    range, accepts all. The weight of a type is that of the narrowest range that holds it.
    """
    ranges = _ranges(accept or "")
    offers = list(offered)
    if not ranges:
        return offers[0] if offers else None
    weighed = [(_weight(ranges, offer), offer) for offer in offers]
    most = max((weight for weight, _ in weighed), default=0.0)
    return next((offer for weight, offer in weighed if weight == most), None) if most > 0 else None


def asks_for(accept: str | None, media_type: str) -> bool:
    """Return whether `accept` names this very type, and does not refuse it."""
    wanted = _range(media_type)
    return any(one.specificity(wanted) == 2 and one.weight > 0 for one in _ranges(accept or "") if wanted)


def _weight(ranges: list[_Range], offer: str) -> float:
    wanted = _range(offer)
    found = [(one.specificity(wanted), one.weight) for one in ranges] if wanted else []
    return max(((narrow, weight) for narrow, weight in found if narrow is not None), default=(0, 0.0))[1]


def _ranges(accept: str) -> list[_Range]:
    elements: list[str] = []
    at = 0
    while at < len(accept) and len(elements) < _MOST:
        match = _ELEMENT.match(accept, at)
        if match is None or match.end() == at:
            break
        elements.append(match.group(1).strip())
        at = match.end()
    return [one for one in map(_range, elements) if one]


def _range(text: str) -> _Range | None:
    """Read one media range; None when it is not valid: it is then left out."""
    name = _RANGE.match(text)
    if name is None or (name[1] == "*" and name[2] != "*"):
        return None
    parameters, weight, at = set(), 1.0, name.end()
    while at < len(text):
        match = _PARAMETER.match(text, at)
        if match is None:
            return None
        at = match.end()
        if match[1] is None:
            continue
        if match[1].lower() == "q":
            if not _WEIGHT.fullmatch(match[2]):
                return None
            weight = float(match[2])
            break
        parameters.add((match[1].lower(), match[2].strip('"').lower()))
    return _Range(name[1].lower(), name[2].lower(), frozenset(parameters), weight)
