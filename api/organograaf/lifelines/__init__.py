"""Lives as bars on an axis of time: of many things, or all that is said of one."""

from organograaf.lifelines.life import life
from organograaf.lifelines.many import lifelines, window

__all__ = ["life", "lifelines", "window"]
