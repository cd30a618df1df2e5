"""The engine's edition: what it found under another edition is read anew."""

ENGINE = "2026-11"
