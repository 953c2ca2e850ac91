"""What a check of everything costs, and one of only what a change of twenty facts touches.

Run with `.venv/bin/python scripts/bench validate`: it prints a section in Markdown. Each size is
checked from nothing and then, in the same run, after the same kind of change in one city.
"""

import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.generate import generate
from organograaf import share
from organograaf.build import check_all, read_tree
from organograaf.graphs import files_in

SIZES = (1, 30, 300)
FACTS = 20


def section(years: int, seed: int) -> Iterator[str]:
    """Yield the lines of a table: seconds of the whole, of what a change touches, and their ratio."""
    yield "### Validation\n\nFacts, and the snapshot of every day on which something changes; in seconds,\n"
    yield "without the start of the program. The change: of one city are\n"
    yield f"{FACTS} facts inferred, no longer stated.\n\n"
    yield "| of | facts | whole | after a change | ratio |\n|---|---:|---:|---:|---:|\n"
    with tempfile.TemporaryDirectory() as folder:
        antwerp = Path(shutil.copytree(share.data(), Path(folder) / "antwerp"))
        yield _row("Antwerp", antwerp, Path(folder))
        for cities in SIZES:
            region = Path(folder) / f"region{cities}"
            for _ in generate(region, cities, years, seed):
                pass
            yield _row(f"{cities} made-up cities", region, Path(folder))
            shutil.rmtree(region)


def _row(name: str, data: Path, folder: Path) -> str:
    state = folder / f"state of {name}"
    facts, whole = _timed(data, state)
    _change(data)
    _, changed = _timed(data, state)
    return f"| {name} | {facts:,} | {whole:.2f} | {changed:.2f} | {whole / changed:.1f} |\n"


def _timed(data: Path, state: Path) -> tuple[int, float]:
    start = time.perf_counter()
    tree = read_tree(data)
    check_all(tree, state, lambda _: None, lambda _: None)
    return sum(len(gist.facts) for gist in tree.gists), time.perf_counter() - start


def _change(data: Path) -> None:
    """Make twenty facts of the largest file inferred: wrong, for they lack a reasoning."""
    path = max(files_in(data), key=lambda file: file.stat().st_size)
    text = path.read_text("utf-8")
    changed = text.replace("graaf:Stated", "graaf:Inferred", FACTS)
    if changed == text:
        raise ValueError(f"{path} has nothing to change")
    path.write_text(changed, "utf-8")
