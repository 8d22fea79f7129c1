"""When things run: Prefect flows, thin, with no logic of their own."""
