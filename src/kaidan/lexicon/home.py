"""Whose pages these are, and whose an office is that they give to no state."""

HOME = "JP"
"""Japan, ISO 3166-1."""
