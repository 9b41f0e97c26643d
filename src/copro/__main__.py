"""Run the command line with ``python -m copro``."""

from copro.cli import main

if __name__ == "__main__":
    main()
