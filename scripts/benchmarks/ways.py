"""The ways of asking each question: those of the engines, and our own with and without what is kept."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from benchmarks.engines import Engine, InRegister
from benchmarks.measure import Prepare, Question, Way
from benchmarks.served import InHttp
from organograaf.difference import difference
from organograaf.lineage import lineage
from organograaf.organogram import as_of
from organograaf.register import Register
from organograaf.responsibility import finding
from organograaf.vocab import RDF

REGISTER = "register, warm"
OTHER_DAY = "register, a day not yet asked"
NOTHING_KEPT = "register, nothing kept"
NAMES_ONLY = "register, nothing kept, names only"
TOLD = "register, told in full"
HTTP = "our HTTP, warm"
HTTP_OTHER_DAY = "our HTTP, a day not yet asked"
RDFLIB = "rdflib"
POSTGRES = "PostgreSQL"


def ways(
    name: str, engines: Mapping[str, Engine], http: InHttp | None, cities: Iterable[str]
) -> dict[str, Way]:
    """Return the ways of asking one question: ours first, then those of the engines."""
    ours = engines[REGISTER]
    assert isinstance(ours, InRegister)
    warm = {city: ours.registers[city] for city in cities}
    own = _trees(warm, http) if name == "tree" else _others(name, ours, warm)
    others = {one: Way(getattr(e, name), slow=one == RDFLIB) for one, e in engines.items() if e is not ours}
    return own | others


def _trees(warm: Mapping[str, Register], http: InHttp | None) -> dict[str, Way]:
    cold, new = _copies(warm), _copies(warm)
    found = {
        REGISTER: Way(lambda city, day: as_of(warm[city], day, root=city)),
        OTHER_DAY: Way(lambda city, day: as_of(new[city], day, root=city), _Days(new).put),
        NOTHING_KEPT: Way(lambda city, day: as_of(cold[city], day, root=city), _emptying(cold)),
        NAMES_ONLY: Way(InRegister(cold).names, _emptying(cold)),
    }
    if http:
        days = _Days(_copies(warm))

        def awake(put: Prepare) -> Prepare:
            return lambda *question: (http.wake(), put(*question))[1]

        found[HTTP] = Way(http.get, awake(lambda *question: question))
        found[HTTP_OTHER_DAY] = Way(http.get, awake(days.put))
    return found


def _others(name: str, ours: InRegister, warm: Mapping[str, Register]) -> dict[str, Way]:
    found = {REGISTER: Way(getattr(ours, name))}
    if name == "difference":
        cold = _copies(warm)
        found[NOTHING_KEPT] = Way(InRegister(cold).difference, _emptying(cold))
        found[TOLD] = Way(lambda city, a, b: difference(warm[city], warm[city], a, b, city))
    if name == "lineage":
        found[TOLD] = Way(lambda city, unit: lineage(warm[city], unit))
    if name == "who":
        found[TOLD] = Way(lambda city, task, day: finding(warm[city], task, day))
    return found


def _copies(registers: Mapping[str, Register]) -> dict[str, Register]:
    """Return the same registers with indexes, and with what views keep, of their own."""
    copies = {city: replace(register) for city, register in registers.items()}
    for city, register in copies.items():
        as_of(register, register.latest_day, root=city)  # makes the indexes
    return copies


class _Days:
    """Gives for each city the days on which something changes there, one after the other.

    When all were given, what was kept goes, one day is asked and they start anew.
    """

    def __init__(self, registers: Mapping[str, Register]) -> None:
        self._registers = registers
        self._left: dict[str, Iterator[date]] = {}

    def put(self, city: str, _: date) -> Question:
        day = next(self._left.get(city, iter(())), None)
        if day is None:
            register = self._registers[city]
            living = (day for day in register.change_days if register.on(day, city, RDF.type))
            self._left[city] = iter(tuple(living))
            _empty(register)
            as_of(register, next(self._left[city]), root=city)
            day = next(self._left[city])
        return city, day


def _emptying(registers: Mapping[str, Register]) -> Prepare:
    def put(city: str, *rest: object) -> Question:
        _empty(registers[city])
        return city, *rest

    return put


def _empty(register: Register) -> None:
    """Let go of what views kept with a register; its indexes stay."""
    vars(register).pop("memo", None)
