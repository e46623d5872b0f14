"""``python -m citator.queries.cli``: the same command where the ``citator`` script is not on the path."""

from citator.queries.cli import main

if __name__ == "__main__":
    main()
