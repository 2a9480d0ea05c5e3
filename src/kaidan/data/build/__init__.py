"""How the gazetteer is built: ``python -m kaidan.data.build``."""
