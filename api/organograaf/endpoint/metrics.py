"""The figures of the endpoint, for whoever watches over it. Source: Prometheus text format."""

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

MEDIA_TYPE = CONTENT_TYPE_PLAIN_0_0_4
_SECONDS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0)


# When a counter was made says nothing to anyone here.
disable_created_metrics()  # type: ignore[no-untyped-call]


class Metrics:
    """Counts queries by how they ended, and shows what goes on now."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.queries = Counter(
            "organograaf_sparql_queries",
            "Queries by how they ended: answered, or the name of the error",
            ("end",),
            registry=self._registry,
        )
        self.seconds = Histogram(
            "organograaf_sparql_seconds",
            "How long queries took once they had a worker",
            buckets=_SECONDS,
            registry=self._registry,
        )
        self.ends = Counter(
            "organograaf_sparql_worker_ends",
            "Workers that ended, by cause: used (after a slow query), time, lost, left (by the client)",
            ("cause",),
            registry=self._registry,
        )
        self.starts = Counter(
            "organograaf_sparql_worker_starts", "Workers that were started", registry=self._registry
        )
        self.workers = Gauge("organograaf_sparql_workers", "Workers that live now", registry=self._registry)
        self.running = Gauge("organograaf_sparql_running", "Queries that run now", registry=self._registry)
        self.waiting = Gauge("organograaf_sparql_waiting", "Queries that wait now", registry=self._registry)
        self.bytes = Counter("organograaf_sparql_answer_bytes", "Bytes of answers", registry=self._registry)

    def text(self) -> bytes:
        """Return all figures as Prometheus reads them."""
        return generate_latest(self._registry)
