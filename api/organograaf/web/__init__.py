"""The web server: pages for people and JSON for programs over the published graph."""

from organograaf.web.app import create_app

__all__ = ["create_app"]
