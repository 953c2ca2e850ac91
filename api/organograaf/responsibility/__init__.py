"""Who does what on a day, who decides, for whom, on what law, and who was before and after."""

from organograaf.responsibility.finding import finding

__all__ = ["finding"]
