"""Missing system libraries are named with the packages that have them."""

from __future__ import annotations

from app.libraries import ALWAYS, WITH_X, missing_libraries


def test_that_nothing_is_said_where_everything_loads() -> None:
    assert missing_libraries(with_x=True, loads=lambda _library: True) == ""


def test_that_each_missing_library_is_named_with_its_package() -> None:
    told = missing_libraries(with_x=False, loads=lambda library: library != "libEGL.so.1")
    assert "libEGL.so.1" in told
    assert told.endswith("apt-get install libegl1")


def test_that_those_of_a_real_display_are_asked_for_only_there() -> None:
    everything_gone = {"loads": lambda _library: False}
    without = missing_libraries(with_x=False, **everything_gone)
    assert not any(library in without for library in WITH_X)
    assert all(package in without for package in ALWAYS.values())
