"""The gettext catalogues: ``ja/LC_MESSAGES/kaidan.po`` to write in, and ``kaidan.mo`` made from it, which is what runs."""
