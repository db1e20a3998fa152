"""Sets Muster up in `.venv` from the hashed lock, then runs what is asked: a demo, the tests, …

    python3 run.py demo      a scripted drill; without a display it leaves pictures in a folder
    python3 run.py test      all tests, with a real PostgreSQL
    python3 run.py           Muster itself; any other words go to the `muster` command

It needs Python 3.11 or later and nothing else.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = HERE / "requirements.lock"
STAMP = VENV / "muster-lock.sha256"


def main(words: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036  it is started by whatever python3 there is
        print(f"Muster needs Python 3.11 or later; this is {sys.version.split()[0]}.")
        return 1
    set_up()
    match words:
        case ["test", *rest]:
            return run(str(PYTHON), "-m", "pytest", "-n", "auto", *rest)
        case _:
            return run(str(PYTHON), "-m", "app", *words)


def set_up() -> None:
    """Install exactly what the lock names; nothing to do if that was done before."""
    wanted = hashlib.sha256(LOCK.read_bytes() + (HERE / "pyproject.toml").read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    print("Setting up Muster in .venv (once; about a minute) …", flush=True)
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True)
    pip = (str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    for step in (
        (*pip, "--require-hashes", "-r", str(LOCK)),
        (*pip, "--no-deps", "--no-build-isolation", "--editable", str(HERE)),
    ):
        if run(*step):
            sys.exit("Setting up failed: see above. Once that is mended, run the same again.")
    STAMP.write_text(wanted)


def run(*command: str) -> int:
    return subprocess.run(command, cwd=HERE, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
