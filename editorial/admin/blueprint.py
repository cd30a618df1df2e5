"""The blueprint that the slice's views hang on."""

from flask import Blueprint

bp = Blueprint("admin", __name__)
