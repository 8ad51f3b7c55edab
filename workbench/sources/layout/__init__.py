"""Words at their places on pages to the paragraphs that they were set as."""
