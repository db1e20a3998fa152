"""A program of its own for `start`: `muster` itself, which says when its board has been painted."""

from __future__ import annotations

from runpy import run_module

import app.before_qt  # noqa: F401  imported for its order


def watch() -> None:
    """Say when the board has been painted, and leave."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    from app.main import application
    from app.views.board import CardsView

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
            if event.type() is QEvent.Type.Paint and isinstance(watched.parent(), CardsView):
                app.removeEventFilter(self)
                # In the next turn of the loop all of the window is painted.
                QTimer.singleShot(0, leave)
            return False

    def leave() -> None:
        print("painted", flush=True)
        for window in app.topLevelWidgets():
            window.close()

    app = application()
    app.installEventFilter(FirstPaint(app))


if __name__ == "__main__":
    watch()
    run_module("app", run_name="__main__")
