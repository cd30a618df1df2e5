"""The app for a WSGI server: gunicorn wsgi:app."""

from editorial.app import create_app
from editorial.worker import start_beside

app = create_app()
if app.config["EDITORIAL"].worker_inside:
    start_beside(app)
