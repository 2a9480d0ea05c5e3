"""People: whom a text names with an office (``named``), who held which office when (``roster``), and who met (``participants``)."""
