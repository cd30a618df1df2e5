"""Assembly: the Flask app out of its floors and slices."""

from pathlib import Path
from typing import Any

from flask import Flask
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from editorial.config import ROOT, Config, from_environment
from editorial.ledger.key_file import LOG_KEY_OPTION, KeyFile
from editorial.models.database import engine_options, open_database
from editorial.site.press import folder_here, open_folder
from editorial.site.serve import PublishedFiles
from editorial.slices import BLUEPRINTS
from editorial.vault.beside import INSTANCE_OPTION, VAULT_OPTION
from editorial.web.access import open_doors
from editorial.web.compiled import keep_compiled
from editorial.web.errors import set_error_pages
from editorial.web.headers import set_headers, usual_headers
from editorial.web.health import answer_health
from editorial.web.inner import FLASK_WSGI
from editorial.web.packing import pack_answers
from editorial.web.page import set_page_words
from editorial.web.signed_in import open_signing_in
from editorial.web.times import set_time_filters

LARGEST_REQUEST = 24 * 1024 * 1024
LARGEST_FORM = 8 * 1024 * 1024


def create_app(config: Config | None = None, **overrides: Any) -> Flask:
    """The whole product. ``overrides`` are Flask settings, for tests."""
    config = config or from_environment()
    app = Flask(
        "editorial",
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "editorial" / "static"),
        instance_path=str(config.instance),
    )
    app.config.update(
        SECRET_KEY=config.secret_key,
        SQLALCHEMY_DATABASE_URI=config.database_url,
        SQLALCHEMY_ENGINE_OPTIONS={
            **engine_options(config.database_url),
            "execution_options": {
                VAULT_OPTION: config.vault,
                INSTANCE_OPTION: str(config.instance),
                LOG_KEY_OPTION: KeyFile(config.log_key_file, config.log_origin),
            },
        },
        SESSION_COOKIE_NAME="editorial",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=config.production,
        WTF_CSRF_TIME_LIMIT=None,
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        MAX_FORM_MEMORY_SIZE=LARGEST_FORM,
        SEND_FILE_MAX_AGE_DEFAULT=3600,
        MAIL_URL=config.mail_url,
        PUBLIC_URL=config.public_url,
        HOOKS_INSIDE=config.hooks_inside,
        TRANSCRIBER=config.transcriber,
        SITE_FILES=True,
        MIRROR_FOLDERS=(config.instance / "mirrors", *config.mirror_folders),
        EDITORIAL=config,
    )
    app.config.update(overrides)
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True, "autoescape": True}
    app.extensions[FLASK_WSGI] = app.wsgi_app
    if config.trusted_proxies:
        hops = config.trusted_proxies
        proxied = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)
        app.wsgi_app = proxied  # type: ignore[method-assign]  # Flask's documented way
    open_database(app)
    open_signing_in(app)
    CSRFProtect(app)
    pack_answers(app)
    set_headers(app)
    open_doors(app)
    set_error_pages(app)
    set_time_filters(app)
    answer_health(app)
    set_page_words(app)
    keep_compiled(app, config.compiled)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    _serve_files(app, config.site)
    return app


def _serve_files(app: Flask, root: Path) -> None:
    """Published pages are files; the app is asked only for what is not there."""
    open_folder(app, root)
    with app.app_context():
        folder = folder_here()
    if folder is not None:
        files = PublishedFiles(app.wsgi_app, folder, usual_headers(app))
        app.wsgi_app = files  # type: ignore[method-assign]  # the same
