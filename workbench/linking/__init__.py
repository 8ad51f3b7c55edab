"""Claims in the store to events and discrepancies in the store: all anew, or as far as new articles touch."""
