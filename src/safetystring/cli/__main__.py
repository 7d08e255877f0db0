"""`python -m safetystring.cli`, for where the script is not on the path."""

from safetystring.cli import main

if __name__ == "__main__":
    main()
