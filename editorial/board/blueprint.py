"""The board's blueprint."""

from flask import Blueprint

bp = Blueprint("board", __name__)
