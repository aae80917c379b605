"""The command line: ``python -m attribution FILE...``; see :mod:`attribution.cli`."""

import sys

from attribution.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
