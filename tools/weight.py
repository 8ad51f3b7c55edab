"""How much a plain install of the program weighs: `python -m tools.weight`, which needs the network.

Makes a fresh environment in a folder of its own, installs the checkout without extras, and adds up all files
of its packages but pip and setuptools; their size, and the blocks that they take on this disk.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
MOST = 120_000_000
"""Bytes that a plain install may have."""
_NOT_COUNTED = ("pip", "setuptools", "pkg_resources", "_distutils_hack", "distutils-precedence.pth")
_SHOWN = 12


def installed(folder: Path) -> Path:
    """The packages of a fresh environment in `folder` with the program in it, compiled."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", ROOT], check=True)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    return Path(
        subprocess.run([python, "-c", where], check=True, capture_output=True, text=True).stdout.strip()
    )


def weigh(packages: Path) -> tuple[Counter[str], int]:
    """Bytes of each package, and the bytes of all blocks that they take."""
    sizes: Counter[str] = Counter()
    blocks = 0
    for path in packages.rglob("*"):
        name = path.relative_to(packages).parts[0]
        if path.is_file() and not name.startswith(_NOT_COUNTED):
            told = path.stat()
            sizes[name] += told.st_size
            blocks += 512 * getattr(told, "st_blocks", 0)
    return sizes, blocks


def main() -> int:
    """Prints the weight; exit code 1 where it is too much."""
    with tempfile.TemporaryDirectory() as folder:
        sizes, blocks = weigh(installed(Path(folder)))
    whole = sizes.total()
    for name, size in sizes.most_common(_SHOWN):
        print(f"{size / 1e6:7.1f} MB  {name}")  # noqa: T201
    print(f"{whole / 1e6:7.1f} MB  in all, {blocks / 1e6:.1f} MB in blocks; at most {MOST / 1e6:.0f}")  # noqa: T201
    return int(whole > MOST)


if __name__ == "__main__":
    sys.exit(main())
