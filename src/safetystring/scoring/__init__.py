"""Pure functions from a session and a key to scores; signal detection's measures."""
