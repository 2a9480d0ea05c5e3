"""``python -m kaidan`` is ``kaidan``."""

from kaidan.cli import main

if __name__ == "__main__":
    main()
