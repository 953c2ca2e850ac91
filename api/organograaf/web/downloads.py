"""The data to take along: a page of all files with their sizes and check sums, and the files."""

import base64
from pathlib import Path
from typing import Annotated, Final
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from fastapi import Path as InPath
from fastapi.responses import FileResponse, RedirectResponse

from organograaf.build.papers import FILES
from organograaf.build.release import zip_name
from organograaf.build.releases import ReleasedFile, Releases
from organograaf.errors import NotFound
from organograaf.vocab import DATASET
from organograaf.web.answers import Answer, has
from organograaf.web.asked import Asked
from organograaf.web.dataset import cited, too_large
from organograaf.web.described import described
from organograaf.web.pages import page_answer
from organograaf.web.question import LANG, question, shown
from organograaf.web.serving import Serving

Version = Annotated[str, InPath(description="bv. / e.g. c0318197aa6d")]
Name = Annotated[str, InPath(description="bv. / e.g. organograaf.trig, units.csv, SHA256SUMS")]

_FOREVER: Final = "public, max-age=31536000, immutable"
_TYPES: Final = {
    ".trig": "application/trig", ".nq": "application/n-quads", ".ttl": "text/turtle; charset=utf-8",
    ".jsonld": "application/ld+json", ".csv": "text/csv; charset=utf-8", ".zip": "application/zip",
    ".md": "text/markdown; charset=utf-8", ".json": "application/csvm+json",
}  # fmt: skip


def downloads(serving: Serving, releases: Releases) -> APIRouter:
    """Return the routes of what can be taken along."""
    router = APIRouter()

    @router.get("/downloads", include_in_schema=False)
    def page(request: Request) -> Response:
        published = serving.current.take()
        files = _files(serving, releases, published.version)
        kept = releases.versions()

        def make(asked: Asked) -> Answer:
            return _page(request, asked, published.version, files, kept)

        return serving.answer(request, LANG, make, variant=",".join(kept))

    @router.get("/dataset/{version}", **described("The files of one version: leads to the page", LANG))
    def version(request: Request, version: Version) -> Response:
        query = question(request.query_params, LANG).query()
        _files(serving, releases, version)
        return RedirectResponse(f"/downloads{query}#v-{quote(version)}", status_code=303)

    @router.get("/dataset/{version}/{name}", summary="A file of one version; never changes")
    def file(request: Request, version: Version, name: Name) -> Response:
        question(request.query_params, ())
        files = _files(serving, releases, version)
        if name not in files:
            raise NotFound(
                f"In versie {version} zit geen «{shown(name)}». Er zijn: {', '.join(files)}.",
                f"There is no “{shown(name)}” in version {version}. There are: {', '.join(files)}.",
            )
        return _sent(request, files[name])

    return router


def _files(serving: Serving, releases: Releases, version: str) -> dict[str, ReleasedFile]:
    published = serving.current.take()
    several = len(published.registers.listings) > 1
    files = releases.files(version, None if several else published)
    if not files and several and version == published.version:
        raise too_large()
    if not files:
        raise NotFound(
            f"Versie «{shown(version)}» is hier niet (meer). De huidige staat op /downloads.",
            f"Version “{shown(version)}” is not here (any more). The current one is at /downloads.",
        )
    return files


def _sent(request: Request, file: ReleasedFile) -> Response:
    digest = base64.b64encode(bytes.fromhex(file.digest)).decode()
    headers = {
        "ETag": f'"{file.digest}"',
        "Cache-Control": _FOREVER,
        "Repr-Digest": f"sha-256=:{digest}:",
    }
    if has(request.headers.get("if-none-match", ""), headers["ETag"]):
        return Response(status_code=304, headers=headers)
    media_type = _TYPES.get(Path(file.path).suffix, "text/plain; charset=utf-8")
    return FileResponse(file.path, media_type=media_type, filename=file.path.name, headers=headers)


def _page(
    request: Request, asked: Asked, version: str, files: dict[str, ReleasedFile], kept: list[str]
) -> Answer:
    lang = asked.question.lang
    return page_answer(
        "downloads",
        request,
        asked.question,
        dataset=version,
        address=f"/dataset/{quote(version)}",
        iri=f"{DATASET}/{version}",
        packed=files[zip_name(version)],
        files=[(files[name], what[lang == "en"]) for name, what in FILES.items() if name in files],
        cited=cited(asked),
        others=[other for other in kept if other != version],
    )
