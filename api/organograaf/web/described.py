"""What OpenAPI says of a route."""

from collections.abc import Iterable
from typing import Any, Final

from organograaf.web.question import openapi

_PROBLEMS: Final[dict[int | str, dict[str, Any]]] = {
    code: {"description": why, "content": {"application/problem+json": {"schema": {"type": "object"}}}}
    for code, why in (
        (404, "Niet bekend / not known"),
        (422, "De vraag klopt niet / the question is not right"),
        (503, "Er is nog geen graaf gebouwd / no graph has been built yet"),
    )
}


def described(summary: str, allowed: Iterable[str]) -> dict[str, Any]:
    """Return what OpenAPI says of a route."""
    return {"summary": summary, "responses": _PROBLEMS, "openapi_extra": openapi(allowed)}
