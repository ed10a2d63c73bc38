"""`python -m carbonpath`: the command line without the script."""

from carbonpath.cli.main import main

if __name__ == "__main__":
    main()
