"""The language room: sentences, tokens, spelling norms and the forms of names in Romanian."""

from mtqa.languages.ro.document import Document, Line, Token
from mtqa.languages.ro.orthography import Orthography

__all__ = ["Document", "Line", "Orthography", "Token"]
