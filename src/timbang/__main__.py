"""`python -m timbang` is the `timbang` command."""

from timbang.cli import main

if __name__ == "__main__":
    main()
