"""Where a story stood before it moved to another desk, for servers that know no redirect."""

from html import escape

from editorial.web.inner import Page

PAGE = """<!doctype html>
<html lang="und">
  <head>
    <meta charset="utf-8">
    <title>{url}</title>
    <link rel="canonical" href="{url}">
    <meta http-equiv="refresh" content="0; url={url}">
    <meta name="robots" content="noindex">
  </head>
  <body>
    <a href="{url}">{url}</a>
  </body>
</html>
"""


def moved(url: str) -> Page:
    """A page that leads on to ``url``."""
    return Page(200, PAGE.format(url=escape(url)).encode(), "text/html; charset=utf-8")
