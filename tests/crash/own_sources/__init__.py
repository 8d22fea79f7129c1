"""Sources that only tests know."""
