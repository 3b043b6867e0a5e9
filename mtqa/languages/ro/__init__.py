"""The language room: sentences, tokens, spelling norms and the forms of names in Romanian."""

from mtqa.romanian.document import Document, Line, Token
from mtqa.romanian.orthography import Orthography

__all__ = ["Document", "Line", "Orthography", "Token"]
