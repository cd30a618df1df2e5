"""The app for a WSGI server: gunicorn wsgi:app."""

from editorial.app import create_app

app = create_app()
