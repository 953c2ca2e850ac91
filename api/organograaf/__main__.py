"""`python -m organograaf` is the command `organograaf`."""

from organograaf.cli import main

main()
