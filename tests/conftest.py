"""What all tests share."""

import gc

# Screens make many short-lived objects and hardly a cycle: looking for cycles often takes a tenth of the time.
gc.set_threshold(100_000, 50, 50)
