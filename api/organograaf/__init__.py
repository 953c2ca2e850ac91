"""Who does what in a public organisation, on any day, and by which source."""

__version__ = "0.1.0"
