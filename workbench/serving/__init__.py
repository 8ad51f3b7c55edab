"""The desk in a browser: a web server for this machine alone, a key in its address, one desk a tab."""
