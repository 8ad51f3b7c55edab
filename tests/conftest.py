"""What all tests share."""

import gc

from hypothesis import settings

# Screens make many short-lived objects and hardly a cycle: there is little to look for.
gc.set_threshold(100_000, 50, 50)


def pytest_sessionfinish() -> None:
    """Collects what is left once: pytest does so five times over all that is there."""
    gc.collect()
    gc.freeze()


# The suite tries the same examples every time: what is new is looked for by `make fuzz`.
settings.register_profile("suite", derandomize=True, deadline=None)
settings.load_profile("suite")
