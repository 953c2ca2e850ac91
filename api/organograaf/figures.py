"""The figures of an organisation over years: immutable values, no RDF, no drawing."""

from dataclasses import dataclass
from datetime import date

from organograaf.view import Named


@dataclass(frozen=True, slots=True)
class Extent:
    """How many for certain, and how many more that are only possible."""

    certain: int = 0
    possible: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The form of a tree: levels under its root, and how many units stand directly under one thing.

    The mean is over what has units under it (None: nothing has).
    """

    depth: int
    mean: float | None
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Churn:
    """How many units appeared, disappeared, were renamed or moved in a year.

    Certain when it lies in this year in every reading of the dates. What is only possible is
    counted once: a start in the first year that it may lie in, an end in the last.
    """

    appeared: Extent
    disappeared: Extent
    renamed: Extent
    moved: Extent


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """One year: what stood on the day `on`, and what changed from its first day to its last.

    `kinds` are the words of the sources («dienst»; None: no source gives one) with their units,
    most first. `certain` is the form of what is certain, `drawn` that with the possible.
    `shared` are units that work for, or are carried by, more than one organisation, themselves
    or by what they stand under; `told` all those of which a source says for whom.
    `sources` speak of these units in that year: few sources are not few units.
    """

    year: int
    on: date
    units: Extent
    kinds: tuple[tuple[str | None, Extent], ...]
    certain: Shape
    drawn: Shape
    shared: Extent
    told: Extent
    churn: Churn
    sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """The years in order; what is confirmed only more than `reach` years off does not count."""

    known: date | None
    dataset: str
    root: Named
    reach: int | None
    years: tuple[Year, ...]

    @property
    def kinds(self) -> tuple[str | None, ...]:
        """The kinds of all years, the most frequent first; unknown last."""
        count: dict[str | None, int] = {}
        for year in self.years:
            for kind, extent in year.kinds:
                count[kind] = count.get(kind, 0) + extent.certain + extent.possible
        return tuple(sorted(count, key=lambda kind: (kind is None, -count[kind], kind or "")))
