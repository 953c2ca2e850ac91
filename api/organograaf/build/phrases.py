"""Whether every phrase that facts rest on stands in the text of its source."""

import re
from collections.abc import Iterator
from pathlib import Path

from organograaf.build.tree import Tree
from organograaf.errors import BadQuestion
from organograaf.validate import Finding, Severity
from organograaf.vocab import OA, curie

_SHAPE = "https://w3id.org/organograaf/shapes/phrase-found"


def unfound(tree: Tree, folder: Path) -> Iterator[Finding]:
    """Yield a violation for each passage whose phrase is not in the text of its source.

    `folder` holds the texts as `NNN-*.txt`; a source without a text there is passed over.
    White space counts as one space. Raises BadQuestion when the folder holds no texts.
    """
    texts = {path.name.split("-", 1)[0]: _flat(path.read_text(encoding="utf-8")) for path in _files(folder)}
    register = tree.register
    for passage in sorted(register.passages.values(), key=lambda p: p.iri):
        source = register.sources.get(passage.source)
        text = texts.get(source.number) if source else None
        if source is None or text is None or _flat(passage.phrase) in text:
            continue
        facts = [curie(fact.iri) for fact in register.facts if passage.iri in fact.evidence]
        resting = ", ".join(facts[:3]) or "-"
        yield Finding(
            severity=Severity.VIOLATION,
            shape=_SHAPE,
            focus=passage.iri,
            path=OA.exact,
            value=passage.phrase,
            nl=f"Deze woorden staan niet in bron {source.number} (steunt erop: {resting}). "
            "Neem de woorden over zoals de bron ze heeft.",
            en=f"These words are not in source {source.number} (rests on them: {resting}). "
            "Take the words as the source has them.",
            graph=tree.file_of(passage.iri),
        )


def _files(folder: Path) -> list[Path]:
    files = sorted(folder.glob("[0-9][0-9][0-9]-*.txt"))
    if not files:
        raise BadQuestion(
            f"In {folder} staan geen bronteksten (NNN-naam.txt). Geef de map waarin ze staan.",
            f"There are no texts of sources (NNN-name.txt) in {folder}. Give the folder that holds them.",
        )
    return files


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)
