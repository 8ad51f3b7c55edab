"""What the fixture `run` is: a command's words in, its result out."""

from collections.abc import Callable

from click.testing import Result

Run = Callable[..., Result]
