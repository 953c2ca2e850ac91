"""How a question becomes a response: read, answered once per data set, sent."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from organograaf.build import Published
from organograaf.search import Indexes
from organograaf.web.answers import Answer, Answers, respond
from organograaf.web.asked import Asked
from organograaf.web.current import Current
from organograaf.web.question import Question, question
from organograaf.web.whose import whose

Make = Callable[[Asked], Answer]


@dataclass(frozen=True, slots=True)
class Serving:
    """The published data, the answers already made from it, and the indexes to search it by."""

    current: Current
    answers: Answers
    indexes: Indexes = field(default_factory=Indexes)

    def answer(
        self, request: Request, allowed: Iterable[str], make: Make, variant: str | None = None
    ) -> Response:
        """Answer a request for an address that takes the parameters `allowed`.

        `variant` tells apart what one address may give. The whole answer comes from one data
        set, also when a new one appears meanwhile.
        Raises BadQuestion, NotFound, NoStore, Unchosen.
        """
        put = question(request.query_params, allowed)
        published = self.current.take()
        key = (published.version, request.url.path, variant, put)

        def made() -> Answer:
            return make(_asked(published, request, put))

        return respond(request, key, self.answers.get(key, made))

    def asked(self, request: Request, allowed: Iterable[str]) -> Asked:
        """Return what is asked, with the register that answers it, to look before answering.

        Raises BadQuestion, NotFound, NoStore, Unchosen.
        """
        put = question(request.query_params, allowed)
        published = self.current.take()
        return _asked(published, request, put)

    def whole(self, request: Request, media_type: str, make: Callable[[Published], str]) -> Response:
        """Answer with a text about the whole data set, which takes no parameters.

        Raises BadQuestion, NoStore.
        """
        question(request.query_params, ())
        published = self.current.take()
        key = (published.version, request.url.path)
        return respond(
            request,
            key,
            self.answers.get(key, lambda: Answer(body=make(published).encode(), media_type=media_type)),
        )


def _asked(published: Published, request: Request, put: Question) -> Asked:
    registers = published.registers
    one, put = whose(registers, request, put)
    earlier = registers.get(put.earlier, one) if put.earlier else None
    return Asked(registers.get(put.known, one), put, earlier, published.store)
