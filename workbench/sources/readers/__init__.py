"""One format a module; each holds a `READER` (see `workbench.sources.registry.Reader`)."""
