"""The witnesses: a room a family; a check is a docstring, an MQM category and a ``find``."""

from mtqa.checks.base import Check, Message, View

__all__ = ["Check", "Message", "View"]
