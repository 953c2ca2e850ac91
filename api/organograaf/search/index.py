"""The index itself: names in a text engine (tantivy), and what a question finds in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import tantivy

from organograaf.register import Register
from organograaf.search.groups import Groups, Reading
from organograaf.search.names import KINDS, Name, Why, names
from organograaf.search.words import Vocabulary, said, stem, words
from organograaf.vocab import GRAAF, SKOS, kind, slug

MOST_WORDS: Final = 12
MOST_HITS: Final = 24
_MOST_NAMES: Final = 200
_HEAP: Final = 15_000_000  # the least that the engine takes; freed once the index is written
_SCHEMA: Final = (
    tantivy.SchemaBuilder()
    .add_unsigned_field("name", stored=True)
    .add_text_field("word", tokenizer_name="raw", index_option="freq")
    .add_text_field("stem", tokenizer_name="raw", index_option="freq")
    .build()
)
# How much a hit weighs by how the word was met, and by what kind of thing it is on.
_WORD, _STEM, _PART, _HALF, _TYPO = 2.0, 1.8, 1.0, 0.3, 1.0
_MEANT, _FOREIGN = 0.95, 0.6  # of a word group: what sources call it, and what was typed in English
_WHOLE: Final = 1.5
_KIND_MEANT: Final = 1.8
_PRIOR: Final[Mapping[str, float]] = {
    "task": 1.0, "post": 0.95, "unit": 0.95, "organ": 0.95, "organisation": 1.0, "person": 0.9,
    "event": 0.75, "law": 0.7, "source": 0.5,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A thing that was found: by which of its names, what that name is to it, how well (above 0)."""

    iri: str
    kind: str
    text: str
    why: Why
    score: float


class Index:
    """A text index of one register; it never changes, and may be asked from threads.

    Building it costs time and memory once, a question some milliseconds.
    """

    def __init__(self, register: Register) -> None:
        self._names: Final = names(register)
        self._vocabulary: Final = Vocabulary([name.text for name in self._names])
        self._groups: Final = Groups(register)
        self._kinds: Final = dict(_kind_words(register))
        self._searcher: Final = _written(self._names, self._vocabulary)

    def __len__(self) -> int:
        """Return the number of names."""
        return len(self._names)

    def find(self, text: str, most: int = MOST_HITS) -> tuple[Hit, ...]:
        """Return what a text may mean, best first; equal scores in order of kind and slug.

        Of a long text only the first words count. Nothing found is an empty tuple.
        """
        readings = self._readings(text)
        typed = frozenset(stem(word) for reading in readings for word in reading.typed)
        meant = frozenset(stem(word) for reading in readings for word in reading.meant or reading.typed)
        kinds = {self._kinds[word] for word in typed if word in self._kinds}
        best: dict[str, Hit] = {}
        for name, score in self._scored(readings):
            hit = _hit(name, score, (typed, meant), kinds)
            if hit.iri not in best or hit.score > best[hit.iri].score:
                best[hit.iri] = hit
        ordered = sorted(best.values(), key=lambda hit: (-hit.score, KINDS.index(hit.kind), slug(hit.iri)))
        return tuple(ordered[:most])

    def read_as(self, text: str) -> tuple[tuple[str, str], ...]:
        """Return what the index does not know of a text, each with what it was taken for."""
        found = []
        for reading in self._readings(text):
            unknown = [word for word in reading.typed if not self._vocabulary.knows(word)]
            if reading.meant and unknown:
                found.append((" ".join(reading.typed), reading.label))
            else:
                found += [
                    (word, alike[0].word) for word in unknown if (alike := self._vocabulary.alike(word))
                ]
        return tuple(found)

    def _readings(self, text: str) -> list[Reading]:
        """Return a question in stretches; two words that make a known compound count as one."""
        typed = list(dict.fromkeys(said(text)[:MOST_WORDS]))
        found: list[Reading] = []
        for reading in self._groups.read(typed):
            last = found[-1] if found else reading
            both = last.typed[-1] + reading.typed[0]
            if found and not (last.meant or reading.meant) and both in self._vocabulary.words:
                found[-1] = Reading((both,))
            else:
                found.append(reading)
        return found

    def _scored(self, readings: list[Reading]) -> Iterator[tuple[Name, float]]:
        if not readings:
            return
        query = _all(self._stretch(reading) for reading in readings)
        found = self._searcher.search(query, limit=_MOST_NAMES, count=False)
        for score, address in found.hits:
            number = self._searcher.doc(address)["name"][0]
            yield self._names[number], float(score)

    def _stretch(self, reading: Reading) -> tantivy.Query:
        """Return the query for words as typed, or for what sources call it instead."""
        typed = _all(self._one_word(word) for word in reading.typed)
        if not reading.meant:
            return typed
        meant = _all(self._one_word(word) for word in reading.meant)
        # many words for one typed word are no better a fit than one
        share = min(1.0, len(reading.typed) / len(reading.meant))
        ways = ((typed, _FOREIGN if reading.foreign else 1.0), (meant, _MEANT * share))
        return _any([tantivy.Query.boost_query(query, boost) for query, boost in ways])

    def _one_word(self, word: str) -> tantivy.Query:
        """Return the query for one word: itself, its forms, compounds; else what is spelt alike."""
        ways = self._forms(word)
        if word not in self._vocabulary.words and (halves := self._vocabulary.halves(word)):
            both = _all(_any(self._forms(half)) for half in halves)
            ways.append(tantivy.Query.boost_query(both, _HALF))
        alike = self._vocabulary.alike(word)
        return _any([*ways, *(_boosted("word", other.word, _TYPO * other.share) for other in alike)])

    def _forms(self, word: str) -> list[tantivy.Query]:
        longer = self._vocabulary.longer(word)
        return [
            _boosted("word", word, _WORD),
            _boosted("stem", stem(word), _STEM),
            *(_boosted("word", part.word, _PART * part.share) for part in longer),
        ]


def _any(ways: list[tantivy.Query]) -> tantivy.Query:
    """Return a query that counts the best of several ways."""
    return tantivy.Query.disjunction_max_query(ways)


def _all(clauses: Iterable[tantivy.Query]) -> tantivy.Query:
    """Return a query that adds up what matches."""
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, clause) for clause in clauses])


def _boosted(field: str, word: str, boost: float) -> tantivy.Query:
    return tantivy.Query.boost_query(tantivy.Query.term_query(_SCHEMA, field, word, "freq"), boost)


def _hit(name: Name, score: float, wholes: tuple[frozenset[str], ...], kinds: set[str]) -> Hit:
    found = kind(name.iri) or ""
    whole = _WHOLE if frozenset(map(stem, words(name.text))) in wholes else 1.0
    weight = name.why.weight * _PRIOR[found] * whole * (_KIND_MEANT if found in kinds else 1.0)
    return Hit(iri=name.iri, kind=found, text=name.text, why=name.why, score=round(score * weight, 6))


def _written(all_names: tuple[Name, ...], vocabulary: Vocabulary) -> tantivy.Searcher:
    index = tantivy.Index(_SCHEMA)
    writer = index.writer(_HEAP, 1)  # one thread: one order, so the same scores every time
    for number, name in enumerate(all_names):
        document = tantivy.Document()
        document.add_unsigned("name", number)
        for word in (*words(name.text), *vocabulary.suspended(name.text)):
            document.add_text("word", word)
            document.add_text("stem", stem(word))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index.searcher()


def _kind_words(register: Register) -> Iterator[tuple[str, str]]:
    """Yield the words that say which kind of thing is meant: who leads is a post («baas»)."""
    for predicate, labels in register.plain.get(GRAAF.leads, {}).items():
        if predicate in (SKOS.hiddenLabel, SKOS.altLabel):
            for label in labels:
                if not isinstance(label, str):
                    yield from ((stem(word), "post") for word in words(label.value))
