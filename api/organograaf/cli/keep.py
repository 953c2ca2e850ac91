"""The commands that keep the graph: build, validate, fmt, export, serve."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
import uvicorn

from organograaf import disk, queries, share, vocab
from organograaf.build import build as build_store
from organograaf.build import check_all, dump, published, read_tree_telling, version_of
from organograaf.cli.console import Lang, Output, checked, put, put_table, save, say, telling
from organograaf.errors import NotSupported
from organograaf.graphs import canonical, content_hash, files_in, read
from organograaf.store import is_server, place
from organograaf.validate import Report, as_json, as_text, as_turtle

_EXPORTS = {".trig": "trig", ".nq": "nq", ".jsonld": "jsonld", ".ttl": "ttl"}


def build(lang: Lang = "nl") -> None:
    """Lees, toets en laad data/; ORGANOGRAAF_STORE zegt waar. / Read, check and load data/."""
    checked(lang)
    with telling(lang) as teller:
        built = build_store(share.data(), share.state(), teller.step, place(share.store()))
    if built.report.findings:
        say(as_text(built.report, lang))
    counted = published(share.store()).store.query(queries.load("counts").text)
    put_table(
        [{"nl": "wat", "en": "what"}[lang], {"nl": "aantal", "en": "number"}[lang]],
        [[vocab.curie(name), number] for name, number in counted.rows()],
    )
    say(
        {
            "nl": f"Versie {built.version}: {built.files} bestanden, {built.triples} triples.",
            "en": f"Version {built.version}: {built.files} files, {built.triples} triples.",
        }[lang]
    )


def editor(lang: Lang = "nl") -> None:
    """Haal YASQE op, de editor over het vraagformulier. / Fetch YASQE, the editor over the query form."""
    from organograaf.web import editor as editors

    checked(lang)
    if not editors.present(share.state()):
        editors.fetch(share.state(), editors.registry())
    say(
        {
            "nl": f"YASQE {editors.VERSION} staat klaar, met de juiste controlesom.",
            "en": f"YASQE {editors.VERSION} is ready, its check sum is right.",
        }[lang]
    )


def validate(
    path: Annotated[
        Path | None, typer.Argument(help="Map of bestand; zonder: data/ / folder or file")
    ] = None,
    format_: Annotated[str, typer.Option("--format", help="text, json, ttl")] = "text",
    texts: Annotated[
        Path | None, typer.Option("--texts", help="Map met bronteksten NNN-*.txt / folder of source texts")
    ] = None,
    whole: Annotated[
        bool,
        typer.Option("--whole", help="Toets ook opnieuw wat niet veranderde / check what did not change too"),
    ] = False,
    lang: Lang = "nl",
) -> int:
    """Toets feiten, ontologie en de toestand op elke wijzigingsdag. / Validate everything.

    Wat sinds de vorige keer niet veranderde en door geen wijziging geraakt wordt, wordt niet opnieuw
    getoetst. / What did not change since the last time, and no change touches, is not checked again.
    """
    checked(lang)
    written = _report_format(format_)
    with telling(lang) as teller:
        tree = read_tree_telling(path or share.data(), teller.step)
        report = check_all(tree, share.state(), teller.step, teller.advance, texts, afresh=whole)
    put(written(report, lang))
    return 0 if report.conforms else 1


def _report_format(name: str) -> Callable[[Report, str], str]:
    formats: dict[str, Callable[[Report, str], str]] = {
        "text": as_text,
        "json": lambda report, _: as_json(report),
        "ttl": lambda report, _: as_turtle(report),
    }
    if name not in formats:
        raise NotSupported(
            f"«{name}» kan ik niet schrijven. Neem text, json of ttl.",
            f"I cannot write “{name}”. Use text, json or ttl.",
        )
    return formats[name]


def fmt(
    path: Annotated[
        Path | None, typer.Argument(help="Map of bestand; zonder: data/, ontology/, shacl/")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Zeg alleen wat anders moet / only report")] = False,
    lang: Lang = "nl",
) -> int:
    """Schrijf Turtle op de ene vaste manier. / Write Turtle in its one canonical form."""
    checked(lang)
    folders = [path] if path else [share.data(), share.folder("ontology"), share.folder("shacl")]
    files = [f for folder in folders for f in ([folder] if folder.is_file() else files_in(folder))]
    untidy = 0
    for file in files:
        text = canonical(read(file).graph)
        if text != file.read_text(encoding="utf-8"):
            untidy += 1
            say(
                {"nl": f"{file}: niet in de vaste vorm", "en": f"{file}: not in canonical form"}[lang]
                if check
                else {"nl": f"{file}: herschreven", "en": f"{file}: rewritten"}[lang]
            )
            if not check:
                disk.write(file, text)
    if check and untidy:
        say({"nl": "Draai «organograaf fmt».", "en": "Run “organograaf fmt”."}[lang])
    return 1 if check and untidy else 0


def export(output: Output = None, lang: Lang = "nl") -> None:
    """Schrijf de hele graaf uit: .trig, .nq, .jsonld of .ttl. / Write out the whole graph."""
    checked(lang)
    suffix = output.suffix if output else ".trig"
    if suffix not in _EXPORTS:
        raise NotSupported(
            f"«{suffix}» kan ik niet schrijven. Neem {', '.join(_EXPORTS)}.",
            f"I cannot write “{suffix}”. Use {', '.join(_EXPORTS)}.",
        )
    save(dump(published(share.store()), _EXPORTS[suffix]).encode(), output, lang)


def serve(
    host: Annotated[str, typer.Option(help="Adres / address")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Poort / port", min=0, max=65535)] = 8000,
    lang: Lang = "nl",
) -> None:
    """Bouw wat verouderd is en toon het op het web. / Build what is stale, and serve it.

    Van een SPARQL-server wordt alleen gelezen: bouw daar met «organograaf build». / Of a SPARQL
    server it only reads: build there with “organograaf build”.
    """
    from organograaf.web import create_app

    checked(lang)
    at = place(share.store())
    # A server is read by many: what it holds is not for each of them to decide.
    if not is_server(share.store()) and _stale():
        with telling(lang) as teller:
            build_store(share.data(), share.state(), teller.step, at)
    say(
        {
            "nl": f"Open http://{host}:{port}/ (stop met Ctrl-C)",
            "en": f"Open http://{host}:{port}/ (Ctrl-C stops)",
        }[lang]
    )
    uvicorn.run(create_app(share.state(), at), host=host, port=port, log_level="warning")


def _stale() -> bool:
    files = [*files_in(share.data()), *files_in(share.folder("ontology"))]
    return version_of(share.store()) != content_hash(files)


COMMANDS = (build, validate, serve, editor, export, fmt)
