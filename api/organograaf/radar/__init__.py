"""Gaps and overlaps on a day."""

from organograaf.radar.radar import radar

__all__ = ["radar"]
