"""A failure as the log tells it: where it happened and what kind it is, never what was typed."""

import logging
import traceback

from jinja2 import TemplateError
from sqlalchemy.exc import DBAPIError

LOGGERS = ("editorial", "editorial.worker")
# Messages that speak of code. Others may repeat a value, and so a draft's text.
ABOUT_CODE = (AttributeError, ImportError, NameError, TypeError, TemplateError)


class LeaveWordsOut(logging.Filter):
    """Writes an exception's trace without the words it carries."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every record; what it says of an exception becomes ``trace``."""
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = trace(record.exc_info[1])
            record.exc_info = None
        return True


LEAVE_WORDS_OUT = LeaveWordsOut()


def keep_drafts_out_of_the_log() -> None:
    """Teach the package's loggers; asking twice changes nothing."""
    for name in LOGGERS:
        logging.getLogger(name).addFilter(LEAVE_WORDS_OUT)


def trace(error: BaseException) -> str:
    """The frames of the exception and of those that led to it, oldest first."""
    chain: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in chain:
        chain.append(cause)
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "\n".join(_one(link) for link in reversed(chain))


def _one(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    words = _words(error)
    frames = "".join(traceback.format_tb(error.__traceback__))
    return f"{frames}{name}: {words}" if words else f"{frames}{name}"


def _words(error: BaseException) -> str:
    if isinstance(error, DBAPIError):
        # PostgreSQL quotes the failing row below its first line.
        return str(error.orig).partition("\n")[0]
    return str(error) if isinstance(error, ABOUT_CODE) else ""
