"""The slices, in one list: a desk's word each."""

from flask import Blueprint

BLUEPRINTS: tuple[Blueprint, ...] = ()
