"""The figures as JSON."""

import json
from typing import Any

from organograaf.figures import Analysis, Extent, Shape, Year
from organograaf.render.analysis.tables import CHURN
from organograaf.render.jsontree import named_json

Json = dict[str, Any]


def analysis_json(view: Analysis, lang: str = "nl") -> bytes:
    """Write the figures as JSON in UTF-8: counts are pairs of certain and only possible."""
    return (json.dumps(analysis_values(view), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def analysis_values(view: Analysis) -> Json:
    """Return the figures as plain values."""
    return {
        "known": view.known.isoformat() if view.known else None,
        "dataset": view.dataset,
        "root": named_json(view.root),
        "reach": view.reach,
        "years": [_year(one) for one in view.years],
    }


def _year(one: Year) -> Json:
    return {
        "year": one.year,
        "on": one.on.isoformat(),
        "sources": one.sources,
        "units": _extent(one.units),
        "kinds": [{"kind": name, **_extent(extent)} for name, extent in one.kinds],
        "certain": _shape(one.certain),
        "withPossible": _shape(one.drawn),
        "shared": _extent(one.shared),
        "told": _extent(one.told),
        "churn": {name: _extent(getattr(one.churn, name)) for name in CHURN},
    }


def _extent(one: Extent) -> Json:
    return {"certain": one.certain, "possible": one.possible}


def _shape(one: Shape) -> Json:
    return {"depth": one.depth, "meanSpan": one.mean, "largestSpan": one.most}
