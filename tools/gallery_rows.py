"""Made-up rows for the gallery: the incident of the pictures, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex

from app.models.text import Text
from app.presenters import roles
from app.presenters.roles import Severity

Row = dict[int, Any]
T = Text


class Rows(QAbstractListModel):
    """Rows as given, for pictures and tests of the views."""

    def __init__(self, rows: Sequence[Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        return self._rows[index.row()].get(role)


def roster(language: str) -> list[Row]:
    def row(name: Text, sub: Text, chip: Text, severity: Severity, count: str, used: float) -> Row:
        return {
            roles.KEY: name.en,
            roles.TITLE: name.in_language(language),
            roles.SUBTITLE: sub.in_language(language),
            roles.CHIP: chip.in_language(language),
            roles.CHIP_SEVERITY: severity,
            roles.COUNTDOWN: count,
            roles.COUNTDOWN_SEVERITY: severity,
            roles.FRACTION: used,
            roles.ACTION: "arrived",
            roles.ACTION_TEXT: T("Arrived", "到场").in_language(language),
        }

    order = T("Order · off duty · called 14:03:02", "秩序维护组 · 休班 · 14:03:02 呼叫")
    late, way = T("late", "迟到"), T("on the way", "在途")
    plain = Severity.PLAIN
    rows = [
        row(T("Ma Jun", "马俊"), order, late, Severity.OVERDUE, "+02:31", 1.0),
        row(
            T("Li Na", "李娜"),
            T("Order · ETA 14:15", "秩序维护组 · 预计 14:15"),
            way,
            Severity.SOON,
            "00:48",
            0.9,
        ),
        row(
            T("Chen Wei", "陈伟"),
            T("Commander · centre manager", "现场指挥 · 服务中心经理"),
            way,
            plain,
            "17:13",
            0.4,
        ),
        row(
            T("Head of responsible unit", "责任单位主要负责人"),
            T("Reception · within 1 h (20 people or more)", "接待组 · 1 小时内（20 人以上）"),
            T("called", "已呼叫"),
            plain,
            "1:02:31",
            0.2,
        ),
        row(
            T("Zhao Lin", "赵琳"),
            T("Deputy · acting commander", "副指挥 · 代理指挥"),
            T("on site", "已到场"),
            Severity.GOOD,
            T("at once ✓", "立即 ✓").in_language(language),
            0.0,
        ),
    ]
    rows[2][roles.WAITING] = T("waiting", "待同步").in_language(language)
    rows[-1] |= {roles.FRACTION: None, roles.ACTION: "", roles.QUIET: True}
    return rows


def tasks(language: str) -> list[Row]:
    texts = [
        (
            T("Barrier line at the forecourt", "前广场拉设警戒线"),
            T("Order · done 14:06 by Guo Ping", "秩序维护组 · 郭平 14:06 完成"),
        ),
        (
            T("Move flammable goods from the forecourt kiosk", "转移前广场售货亭的易燃物品"),
            T("Logistics · He Yan", "后勤组 · 何燕"),
        ),
        (
            T("Tower A empty, every floor confirmed", "A 座清空，逐层确认"),
            T("Order · floors 1 to 4 confirmed", "秩序维护组 · 1 至 4 层已确认"),
        ),
    ]
    counts = [
        ("", Severity.PLAIN, None),
        ("01:20", Severity.SOON, 0.8),
        ("06:20", Severity.PLAIN, 0.45),
    ]
    return [
        {
            roles.KEY: text.en,
            roles.TITLE: text.in_language(language),
            roles.SUBTITLE: sub.in_language(language),
            roles.CHECKED: not count,
            roles.ACTION: "done",
            roles.COUNTDOWN: count,
            roles.COUNTDOWN_SEVERITY: severity,
            roles.FRACTION: used,
        }
        for (text, sub), (count, severity, used) in zip(texts, counts, strict=True)
    ]


def timeline(language: str) -> list[Row]:
    def row(time: str, bold: Text, rest: Text, sub: Text) -> Row:
        return {
            roles.KEY: time,
            roles.TIME: time,
            roles.TITLE: bold.in_language(language) + rest.in_language(language),
            roles.BOLD: len(bold.in_language(language)),
            roles.SUBTITLE: sub.in_language(language),
        }

    desk, here = (
        T("Desk 1 · Wang Min", "值班台 1 · 王敏"),
        T("this station · Zhao Lin", "本机 · 赵琳"),
    )
    rows = [
        row("14:08:10", T("Sun Hao", "孙浩"), T(" arrived", " 到场"), desk),
        row("14:09:30", T("Li Na", "李娜"), T(" on the way, ETA 14:15", " 在途，预计 14:15"), desk),
        row(
            "14:10:20",
            T("110 called", "已拨打 110"),
            T(
                " by Zhao Lin: crowd of 35, calm, road half blocked; two cars sent",
                "（赵琳）：约 35 人聚集，情绪平稳，道路半幅受阻；已派两辆警车",
            ),
            desk,
        ),
        row(
            "14:11:05",
            T("Tower B", "B 座"),
            T(" empty, confirmed", " 已清空并确认"),
            T("Commander · Wu Fang", "指挥席 · 吴芳"),
        ),
        row("14:14:31", T("", ""), T("Photo: barrier at kiosk", "照片：售货亭警戒线"), here),
    ]
    rows[0] |= {roles.STRUCK: True, roles.CHIP: T("corrected", "已更正").in_language(language)}
    rows[1][roles.LATE_MARK] = T("written 14:12:31", "14:12:31 补记").in_language(language)
    rows[4][roles.WAITING] = T("waiting for the network", "待网络恢复后上传").in_language(language)
    return rows
