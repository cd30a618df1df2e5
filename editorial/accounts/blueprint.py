"""The blueprint that the slice's views hang on."""

from flask import Blueprint

bp = Blueprint("accounts", __name__)
