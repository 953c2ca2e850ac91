"""All that is known of one thing, as a page tells it."""

from organograaf.portrait.index import Entry, index
from organograaf.portrait.portrait import Portrait, portrait
from organograaf.portrait.story import Chapter, story
from organograaf.portrait.topics import Topic

__all__ = ["Chapter", "Entry", "Portrait", "Topic", "index", "portrait", "story"]
