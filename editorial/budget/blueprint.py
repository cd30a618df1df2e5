"""The budget's blueprint."""

from flask import Blueprint

bp = Blueprint("budget", __name__)
