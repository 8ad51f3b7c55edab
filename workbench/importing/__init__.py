"""Documents to sources with claims in the store: gone through, read, written one by one."""
