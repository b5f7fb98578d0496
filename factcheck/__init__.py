"""factcheck: every sentence of an article is a claim that two people answer for."""

__version__ = "0.1.0"
