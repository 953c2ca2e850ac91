"""What was checked of a register before: only what a change since then touches is checked again."""

import hashlib
import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from organograaf import disk
from organograaf.build.expect import headless, unmet
from organograaf.build.tree import Tree
from organograaf.graphs import content_hash, graph_of, turning
from organograaf.model import Literal, Value
from organograaf.validate import (
    Finding,
    Memo,
    Report,
    Succession,
    cached,
    edition,
    plain,
    put_aside,
    read_finding,
    silences,
    validate,
)
from organograaf.vocab import GRAAF, RDF


class Since:
    """The checks of one register, from what the last ones found and kept under `state`.

    What was kept counts only for the same shapes, ontology, validator and program.
    Raises Unbounded when of some shape it cannot be told how far it looks.
    """

    def __init__(self, part: Tree, state: Path) -> None:
        self._part = part
        self._triples = part.triples
        self._folder, self._name = _folder(part, state), _name(part)

    def facts(self) -> Report:
        """Validate the facts, and count the expectations of each file."""
        path = self._folder / f"{self._name}-facts.json"
        before = _read(path)
        if before is None:
            graph = self._part.union()
            found = validate(graph, "facts", silenced=frozenset()).findings
            Succession("facts", folder=self._folder)  # reads the shapes, so that the next change is quick
        elif before["triples"] == self._triples:
            found = before["findings"]
        else:
            succession = Succession("facts", start=before["triples"], folder=self._folder)
            found = succession.now(self._triples).after(before["findings"])
        files = self._files(before["files"] if before else {})
        after = {"triples": self._triples, "findings": found, "files": files}
        if after != before:
            _write(path, after)
        counted = (finding for _, told in files.values() for finding in told)
        report = put_aside(found, self.silenced)
        return Report((*report.findings, *counted), report.silenced)

    def days(self, advance: Callable[[object], None] = lambda _: None) -> Iterable[tuple[date, Report]]:
        """Yield for each day on which something changes what is found in its snapshot and was not before."""
        memo = Memo(self._folder / f"{self._name}-days.json")
        succession = Succession("snapshot", memo, folder=self._folder)
        for turn in turning(self._part.register, self._part.register.change_days):
            change = succession.change(turn.came, turn.went)
            yield turn.day, put_aside(change.findings, self.silenced)
            advance(turn.day)
        memo.save()

    @cached_property
    def silenced(self) -> frozenset[tuple[str, str]]:
        """The pairs of shape and node that the facts put aside."""
        named = {s for s, p, v in self._triples if p == RDF.type and v == GRAAF.Silence}
        return silences(graph_of(triple for triple in self._triples if triple[0] in named))

    def _files(self, before: dict[str, Any]) -> dict[str, tuple[str, tuple[Finding, ...]]]:
        files: dict[str, tuple[str, tuple[Finding, ...]]] = {}
        for file in self._part.current:
            name, content = str(file.path), content_hash([file.path])
            known, found = before.get(name, ("", ()))
            files[name] = (content, found if known == content else (*headless(file), *unmet(file)))
        return files


def kept(part: Tree, state: Path, what: str, compute: Callable[[], Report]) -> Report:
    """Return what was found of a register with the very same files, or compute and keep it."""
    files = [file.path for file in (*part.facts, *part.beside)]
    names = [str(path) for path in files]
    same = content_hash(files, what, *names, *(part.part.neighbours if part.part else ()))
    folder = _folder(part, state)
    name = f"{_name(part)}-{what}-of-{same}"
    if not (folder / f"{name}.json").exists():  # only the last is kept
        for old in folder.glob(f"{_name(part)}-{what}-of-*.json"):
            old.unlink(missing_ok=True)
    return cached(name, folder, compute)


def _folder(part: Tree, state: Path) -> Path:
    ontology = content_hash([file.path for file in part.ontology])
    return state / "checked" / f"{edition('facts')}-{edition('snapshot')}-{ontology}"


def _name(part: Tree) -> str:
    one = part.part or next(iter(part.partition.parts), None)
    return hashlib.sha256((one.graphs[0] if one else part.facts[0].iri).encode()).hexdigest()[:16]


def _read(path: Path) -> dict[str, Any] | None:
    with suppress(OSError, ValueError, KeyError, TypeError):
        read = json.loads(path.read_text("utf-8"))
        return {
            "triples": frozenset((s, p, _value(v)) for s, p, v in read["triples"]),
            "findings": tuple(map(read_finding, read["findings"])),
            "files": {
                name: (content, tuple(map(read_finding, found)))
                for name, (content, found) in read["files"].items()
            },
        }
    return None


def _write(path: Path, checked: dict[str, Any]) -> None:
    triples = [
        (s, p, v if isinstance(v, str) else (v.value, v.lang, v.datatype)) for s, p, v in checked["triples"]
    ]
    files = {
        name: (content, [plain(f) for f in found]) for name, (content, found) in checked["files"].items()
    }
    findings = [plain(f) for f in checked["findings"]]
    disk.remember(path, json.dumps({"triples": triples, "findings": findings, "files": files}))


def _value(read: Any) -> Value:
    return read if isinstance(read, str) else Literal(*read)
