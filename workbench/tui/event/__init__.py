"""What the event screen shows, as plain values: pure, so that it is tested without a screen."""
