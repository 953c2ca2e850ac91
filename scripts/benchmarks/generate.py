"""Made-up regions: cities with their OCMW, told year by year, as data files that the build accepts.

The same seed gives the same files. One city is in memory at a time.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from benchmarks.facts import Book, Fact

FIRST = 2005
_STARTS = (
    "Aar",
    "Berk",
    "Dender",
    "Elst",
    "Groen",
    "Hoog",
    "Kerk",
    "Linden",
    "Molen",
    "Neder",
    "Oude",
    "Wol",
)
_ENDS = ("beke", "dorp", "gem", "hout", "kerke", "laar", "rode", "stede", "veld", "voorde", "zele", "zande")
_FIELDS = (
    "Financiën", "Personeel", "Groen", "Wegen", "Cultuur", "Sport", "Jeugd", "Onderwijs", "Wonen", "Werk",
    "Thuiszorg", "Schuldhulp", "Leefloon", "Onthaal", "Burgerzaken", "Archief", "Communicatie", "ICT",
    "Patrimonium", "Veiligheid", "Milieu", "Mobiliteit", "Economie", "Toerisme", "Senioren", "Gezin",
)  # fmt: skip
_WORK = (
    "vergunning", "premie", "advies", "begeleiding", "controle", "onderhoud", "uitbetaling", "registratie",
)  # fmt: skip
_NAMES = ("Smets", "Peeters", "Maes", "Jacobs", "Claes", "Wouters", "Goossens", "Mertens", "Aerts", "Nijs")
_GIVEN = ("An", "Bo", "Cleo", "Dirk", "Els", "Fons", "Gerda", "Hilde", "Ivo", "Jan", "Karin", "Luc")
_KINDS = {
    "naamswijziging": "Naamswijziging", "verplaatsing": "Verplaatsing", "fusie": "Fusie",
    "splitsing": "Splitsing", "taakoverdracht": "Taakoverdracht", "ambtswissel": "Ambtswissel",
}  # fmt: skip


def generate(folder: Path, cities: int, years: int, seed: int) -> Iterator[Path]:
    """Write the tasks that all share and a file per city into `folder`/region; yield each file."""
    region = folder / "region"
    region.mkdir(parents=True, exist_ok=True)
    tasks = tuple(f"{field.lower()}{work}" for field in _FIELDS for work in _WORK)
    yield _write(region / "000-taken.ttl", _tasks(tasks))
    for number in range(1, cities + 1):
        random = Random(f"{seed}-{number}")
        name = f"{random.choice(_STARTS)}{random.choice(_ENDS)}"
        city = f"g{number:03}-{name.lower()}"
        history = City(Book(city, FIRST + years - 1), name, random, len(tasks))
        history.found()
        for year in range(FIRST + 1, FIRST + years):
            history.live(year)
        yield _write(region / f"{city}.ttl", history.book.text())


def _write(path: Path, pieces: Iterator[str]) -> Path:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(pieces)
    return path


def _tasks(tasks: tuple[str, ...]) -> Iterator[str]:
    book = Book("000-taken", FIRST)
    for number, name in enumerate(tasks):
        book.plain.append(
            f'task:g-{number} a skos:Concept , cpsv:PublicService ; skos:prefLabel "{name}"@nl ; '
            "graaf:evidence passage:000-taken .\n"
        )
    yield from book.text()


@dataclass(slots=True)
class City:
    """One city as it stands while its years go by."""

    book: Book
    name: str
    random: Random
    tasks: int
    parents: dict[str, tuple[str, str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    doing: dict[str, list[str]] = field(default_factory=dict)
    holders: dict[str, str] = field(default_factory=dict)
    made: int = 0
    busy: set[str] = field(default_factory=set)

    def found(self) -> None:
        """Make the legal persons, their departments, services, posts and tasks."""
        city, since = self.book.city, f'graaf:from "{FIRST}-01-01"^^edtf:EDTF'
        top = f"organisation:{city}"
        self._exists(top, "org:OrganizationalCollaboration", f"Stad en OCMW {self.name}", FIRST, since)
        for body, words in (("stad", "Stad"), ("ocmw", "OCMW")):
            person = f"organisation:{city}-{body}"
            self._exists(person, "org:FormalOrganization", f"{words} {self.name}", FIRST, since)
            self.book.begin(person, "org:memberOf", top, FIRST, since)
            for area in self.random.sample(_FIELDS, 5 if body == "stad" else 3):
                head = self._unit(area, "departement", ("org:unitOf", person), FIRST, since)
                self._post(head, FIRST, since)
                for service in self.random.sample(_FIELDS, self.random.randint(2, 4)):
                    under = ("org:subOrganizationOf", head)
                    unit = self._unit(f"dienst {service}", "dienst", under, FIRST, since)
                    for _ in range(self.random.randint(1, 3)):
                        self._takes(unit, self._task(), FIRST, since)

    def live(self, year: int) -> None:
        """Let a year pass. What changes in it changes once: its day may lie anywhere in the year."""
        self.busy.clear()
        for change in self.random.sample(
            (self._rename, self._move, self._merge, self._split, self._hand_over, self._succeed), 4
        ):
            change(year)

    def _services(self) -> list[str]:
        placed = (
            unit for unit, (predicate, _) in self.parents.items() if predicate == "org:subOrganizationOf"
        )
        return [unit for unit in placed if unit not in self.busy]

    def _heads(self) -> list[str]:
        return [unit for unit, (predicate, _) in self.parents.items() if predicate == "org:unitOf"]

    def _rename(self, year: int) -> None:
        unit = self.random.choice(self._services())
        started, ended = self._event("naamswijziging", year, [unit], [unit])
        self.book.end(unit, "skos:prefLabel", self.names[unit], ended)
        self.names[unit] = f'"{self.random.choice(_FIELDS)} en {self.random.choice(_FIELDS)} {year}"@nl'
        self.book.begin(unit, "skos:prefLabel", self.names[unit], year, started)

    def _move(self, year: int) -> None:
        unit = self.random.choice(self._services())
        others = [head for head in self._heads() if head != self.parents[unit][1]]
        started, ended = self._event("verplaatsing", year, [unit], [unit])
        self.book.end(unit, *self.parents[unit], ended)
        self.parents[unit] = ("org:subOrganizationOf", self.random.choice(others))
        self.book.begin(unit, *self.parents[unit], year, started)

    def _merge(self, year: int) -> None:
        services = self._services()
        if len(services) < 8:
            return
        old = self.random.sample(services, 2)
        place = self.parents[old[0]]
        new = self._next("dienst")
        started, ended = self._event("fusie", year, old, [new])
        moved = [task for unit in old for task in self._close(unit, ended)]
        self._unit(f"dienst {self.random.choice(_FIELDS)}", "dienst", place, year, started, new)
        self._inherit(old, [new], moved, year, started)

    def _split(self, year: int) -> None:
        old = self.random.choice(self._services())
        place = self.parents[old]
        new = [self._next("dienst"), self._next("dienst")]
        started, ended = self._event("splitsing", year, [old], new)
        moved = self._close(old, ended)
        for unit in new:
            self._unit(f"dienst {self.random.choice(_FIELDS)}", "dienst", place, year, started, unit)
        self._inherit([old], new, moved, year, started)

    def _hand_over(self, year: int) -> None:
        giving = [unit for unit in self._services() if self.doing.get(unit)]
        if len(giving) < 2:
            return
        one, other = self.random.sample(giving, 2)
        started, ended = self._event("taakoverdracht", year, [one], [other])
        task = self.doing[one].pop()
        self.book.end(one, "graaf:responsibleFor", task, ended)
        if task not in self.doing[other]:
            self._takes(other, task, year, started)

    def _succeed(self, year: int) -> None:
        post = self.random.choice(sorted(self.holders))
        month = self.random.randint(1, 12)
        said = f'"{year}-{month:02}"^^edtf:EDTF'
        if self.random.random() < 0.5:
            said = f'"{year}-{month:02}-01"^^edtf:EDTF'
        self.book.end(post, "org:heldBy", self.holders[post], f"graaf:until {said}")
        self.holders[post] = self._person()
        self._holds(post, year, f"graaf:from {said}")

    def _exists(self, thing: str, class_: str, name: str, year: int, when: str) -> None:
        self.names[thing] = f'"{name}"@nl'
        self.book.begin(thing, "rdf:type", class_, year, when)
        self.book.begin(thing, "skos:prefLabel", self.names[thing], year, when)

    def _unit(
        self, name: str, kind: str, place: tuple[str, str], year: int, when: str, unit: str = ""
    ) -> str:
        unit = unit or self._next(kind)
        self._exists(unit, "org:OrganizationalUnit", name, year, when)
        self.book.begin(unit, "org:classification", f"unit-kind:{kind}", year, when)
        self.book.begin(unit, *place, year, when)
        self.parents[unit] = place
        self.doing[unit] = []
        return unit

    def _close(self, unit: str, ended: str) -> list[str]:
        """End a unit; what it was and did ends with it, so only its existence says so."""
        self.book.end(unit, "rdf:type", "org:OrganizationalUnit", ended)
        for key in [key for key in self.book.open if key[0] == unit]:
            self.book.open.pop(key).ended = ended
        del self.parents[unit]
        return self.doing.pop(unit)

    def _inherit(self, old: list[str], new: list[str], tasks: list[str], year: int, started: str) -> None:
        share = "graaf:Part" if len(new) > 1 else "graaf:Whole"
        event = started.split()[-1]
        guess = "De taken staan na de wijziging bij deze eenheid." if self.random.random() < 0.3 else ""
        for before in old:
            for after in new:
                more = f"graaf:inEvent {event} ; graaf:share {share}"
                self.book.begin(
                    before, "graaf:transferredTo", after, year, started, more=more, inferred=guess
                )
                self.book.open.pop((before, "graaf:transferredTo", after)).year = self.book.last
        for task in dict.fromkeys(tasks):
            self._takes(self.random.choice(new), task, year, started)

    def _takes(self, unit: str, task: str, year: int, when: str) -> None:
        if task not in self.doing[unit]:
            self.doing[unit].append(task)
            self.book.begin(unit, "graaf:responsibleFor", task, year, when)

    def _post(self, unit: str, year: int, when: str) -> None:
        post = f"post:{unit.removeprefix('unit:')}-hoofd"
        self._exists(post, "org:Post", "departementshoofd", year, when)
        self.book.begin(post, "org:postIn", unit, year, when)
        self.book.begin(post, "graaf:leads", unit, year, when)
        self.holders[post] = self._person()
        self._holds(post, year, when)

    def _holds(self, post: str, year: int, when: str) -> None:
        more = "graaf:capacity graaf:Effective"
        self.book.begin(post, "org:heldBy", self.holders[post], year, when, more=more)

    def _person(self) -> str:
        self.made += 1
        person = f"person:{self.book.city}-{self.made}"
        name = f"{self.random.choice(_GIVEN)} {self.random.choice(_NAMES)}"
        self.book.plain.append(
            f'{person} a foaf:Person ; foaf:name "{name}" ; graaf:evidence passage:{self.book.city} .\n'
        )
        return person

    def _event(self, kind: str, year: int, old: list[str], new: list[str]) -> tuple[str, str]:
        """Write an event on a day that is exact, a month, or one of a quarter; return start and end lines."""
        self.made += 1
        event = f"event:{self.book.city}-{self.made}"
        month = self.random.randint(1, 9)
        said = self.random.choice(
            (
                f"{year}-{month:02}-01",
                f"{year}-{month:02}-01",
                f"{year}-{month:02}",
                f"[{year}-{month:02}-01..{year}-{month + 3:02}-01]",
            )
        )
        self.book.plain.append(
            f"{event} a org:ChangeEvent ; dct:type event-kind:{kind} ; "
            f'skos:prefLabel "{_KINDS[kind]} {year}"@nl ; graaf:evidence passage:{self.book.city} .\n'
        )
        self.book.facts.append(Fact(event, "graaf:date", f'"{said}"^^edtf:EDTF', self.book.last))
        self.busy.update(old, new)
        for unit in old:
            self.book.facts.append(Fact(event, "org:originalOrganization", unit, self.book.last))
        for unit in new:
            self.book.facts.append(Fact(event, "org:resultingOrganization", unit, self.book.last))
        return f"graaf:startedBy {event}", f"graaf:endedBy {event}"

    def _next(self, kind: str) -> str:
        self.made += 1
        return f"unit:{self.book.city}-{kind}-{self.made}"

    def _task(self) -> str:
        return f"task:g-{self.random.randrange(self.tasks)}"
