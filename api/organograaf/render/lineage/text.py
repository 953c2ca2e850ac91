"""A lineage as trees of plain text: what came before, what came after."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from organograaf.descent import Kin, Lineage, Step
from organograaf.model import Basis
from organograaf.render.lineage import words
from organograaf.render.table import plain


def lineage_text(view: Lineage, lang: str = "nl") -> bytes:
    """Write a lineage as text in UTF-8; a dashed branch is our inference, with its reasoning."""
    lines = [words.title(view, lang), words.told(view, lang), ""]
    lines += _task(view, lang) if "/id/task/" in view.thing.iri else _thing(view, lang)
    lines += ["", *words.notes(view, lang)]
    clean = (plain(line.replace("\t", " ").replace("\r", " ")).rstrip() for line in lines)
    return ("\n".join(clean) + "\n").encode("utf-8", "replace")


def _thing(view: Lineage, lang: str) -> Iterator[str]:
    (itself, *_) = view.kin
    yield itself.thing.label
    yield from (f"  {line}" for line in (*words.life(itself, lang), *words.terms(itself, lang)))
    for key, back in (("before", True), ("after", False)):
        yield ""
        yield words.word(key, lang)
        branches = list(_Tree(view, back, lang).branches(view.thing.iri, "  ", (view.thing.iri,)))
        yield from branches or [f"  {words.word(f'nothing {key}', lang)}"]


def _task(view: Lineage, lang: str) -> Iterator[str]:
    yield words.word("had", lang)
    for one in view.kin:
        yield f"  {one.thing.label}"
        yield from (f"    {line}" for line in (*words.life(one, lang), *words.terms(one, lang)))
    yield ""
    yield words.word("passed", lang)
    for step in view.steps:
        yield f"  {dict(step.sentence)[lang]}"
        yield from (f"    {reason}" for reason in reasons(step, lang))
    if not view.steps:
        yield f"  {words.word('nothing passed', lang)}"
    if view.near:
        yield ""
        yield f"{words.word('near', lang)}: {', '.join(task.label for task in view.near)}"


def reasons(step: Step, lang: str) -> list[str]:
    """Return why we infer a step: our own reason, then those of its facts."""
    own = [text for of, text in step.because if of == lang]
    found = {line.reasoning for line in step.transfer.evidence if line.reasoning}
    return own + sorted(found)


@dataclass(frozen=True)
class _Tree:
    """What comes before or after, once each; a ring is told, not followed."""

    view: Lineage
    back: bool
    lang: str

    def branches(self, iri: str, stem: str, path: tuple[str, ...]) -> Iterator[str]:
        told: set[str] = set()
        yield from self._branches(iri, stem, path, told)

    def _branches(self, iri: str, stem: str, path: tuple[str, ...], told: set[str]) -> Iterator[str]:
        steps = [step for step in self.view.steps if self._near(step) == iri and self._far(step) is not None]
        for number, step in enumerate(steps):
            last = number == len(steps) - 1
            solid = step.transfer.basis is Basis.STATED
            under = stem + ("   " if last else "│  ")
            far = self._far(step)
            twig = ("└" if last else "├") + ("─" if solid else "╌")
            yield f"{stem}{twig} {far.thing.label}{self._again(far, path, told)}"
            yield from (f"{under}     {line}" for line in self._how(step))
            if far.thing.iri in path or far.thing.iri in told:
                continue
            told.add(far.thing.iri)
            yield from (f"{under}     {line}" for line in self._what(far))
            yield from self._branches(far.thing.iri, under, (*path, far.thing.iri), told)

    def _near(self, step: Step) -> str:
        return (step.transfer.new if self.back else step.transfer.old).iri

    def _far(self, step: Step) -> Kin:
        iri = (step.transfer.old if self.back else step.transfer.new).iri
        return next(one for one in self.view.kin if one.thing.iri == iri)

    def _again(self, far: Kin, path: Sequence[str], told: set[str]) -> str:
        if far.thing.iri in path:
            return f" ({words.word('ring', self.lang, far.thing.label)})"
        return f" ({words.word('seen', self.lang)})" if far.thing.iri in told else ""

    def _how(self, step: Step) -> Iterator[str]:
        one = step.transfer
        tasks = [", ".join(task.label for task in one.tasks)] if one.tasks else []
        parts = [words.share(one, self.lang), *tasks, words.when(one, self.lang)]
        parts += [words.word(one.basis.value, self.lang), words.sources(step.sources, self.lang)]
        yield " · ".join(part for part in parts if part)
        if one.event:
            yield one.event.label + (f" ({one.event.act})" if one.event.act else "")
        yield from reasons(step, self.lang)

    def _what(self, far: Kin) -> list[str]:
        return [*words.life(far, self.lang), *words.terms(far, self.lang)]
