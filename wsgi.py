"""The app for a WSGI server: gunicorn wsgi:app."""

from editorial.app import create_app
from editorial.worker import catch_up, start_beside

app = create_app()
catch_up(app)
if app.config["EDITORIAL"].worker_inside:
    start_beside(app)
