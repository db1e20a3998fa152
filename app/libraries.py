"""What a window needs of the system: say what is missing before Qt gives up in silence."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping

ALWAYS: Mapping[str, str] = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
}
"""Library → the Debian package that has it. Qt links to these even off-screen."""

WITH_X: Mapping[str, str] = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What a real X display needs besides."""


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(*, with_x: bool, loads: Callable[[str], bool] = _loads) -> str:
    """What to do about libraries that cannot be loaded; empty if all can, or off Linux."""
    needed = {**ALWAYS, **(WITH_X if with_x else {})}
    lacking = [library for library in needed if not loads(library)]
    if not lacking:
        return ""
    packages = " ".join(needed[library] for library in lacking)
    return (
        f"Muster's window needs system libraries that are missing: {', '.join(lacking)}.\n"
        f"On Debian or Ubuntu: apt-get install {packages}"
    )


def check_libraries() -> str:
    """The same for this machine as it is set up now."""
    if sys.platform != "linux":
        return ""
    shown = bool(os.environ.get("DISPLAY")) and "QT_QPA_PLATFORM" not in os.environ
    return missing_libraries(with_x=shown and not os.environ.get("WAYLAND_DISPLAY"))


def has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
