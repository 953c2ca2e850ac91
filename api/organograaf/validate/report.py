"""What a validation found, as immutable values."""

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How bad a finding is: a violation is not published, the others are."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"

    @property
    def order(self) -> int:
        """Its place in a list, worst first."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that one shape has to say about one node.

    `shape` and `focus` are IRIs; `path` is a property, None for a node or a longer
    path; `value` is the offending value; `nl` and `en` say what is wrong and what to
    do; `graph` is the named graph or file the node stands in (None: not known).
    """

    severity: Severity
    shape: str
    focus: str
    path: str | None = None
    value: str | None = None
    nl: str
    en: str
    graph: str | None = None

    def text(self, lang: str = "nl") -> str:
        """Return the message in `lang` ("nl" or "en"; Dutch for any other)."""
        return self.en if lang == "en" else self.nl

    @property
    def order(self) -> tuple[int, str, str, str, str]:
        """A key that sorts findings the same way every time, worst first."""
        return (self.severity.order, self.focus, self.shape, self.value or "", self.nl)


@dataclass(frozen=True, slots=True)
class Report:
    """All findings, worst first, and those put aside by a silence, with a reason."""

    findings: tuple[Finding, ...] = ()
    silenced: tuple[Finding, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether the data may be published: no violation was found."""
        return all(finding.severity is not Severity.VIOLATION for finding in self.findings)

    def count(self, severity: Severity) -> int:
        """Return how many findings are of this severity."""
        return sum(finding.severity is severity for finding in self.findings)
