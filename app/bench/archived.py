"""Made-up incidents of years for the bench of the archive: the same every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from app.bench.material import entry_id
from app.models import facts as f
from app.models.entry import to_micros
from app.models.levels import Level

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
_WORDS = """
    gate lobby car park west east north south road corridor lift stairs office hall platform
    onlookers leaving calm shouting barrier line patrol camera keys radio battery water seats
    visitors waiting answer promised letter section leader called arrived left unit tenant
""".split()  # noqa: SIM905  reads as what it is
_PHRASES = """
    大门 人群 聚集 疏散 封控 广播 喊话 车辆 堵塞 道路 引导 离开 情绪 稳定 代表 接待 领导 到场 电梯
    楼道 保安 巡逻 监控 记录 现场 拍照 报警 消防 救护 受伤 送医 家属 通知 物业 工程 设备 停电 漏水
""".split()  # noqa: SIM905  reads as what it is
_PLANS = ("office-crowd@1", "group-visit@1", "branch-visit@1", "residence@1", "property@1")


class Row(NamedTuple):
    """The columns of an entry that differ from one to the next."""

    stream: str
    seq: int
    id: str
    kind: str
    at: int
    recorded_at: int
    data: str


def incidents(count: int, entries: int) -> Iterator[tuple[str, int, list[Row]]]:
    """(stream, running number, its entries): one an hour, half in Chinese."""
    chance = random.Random(7)  # noqa: S311  the same material every time, no secret
    for nth in range(count):
        begin = BEGIN + timedelta(hours=nth)
        stream = entry_id(begin, nth)
        facts = _facts(chance, nth, entries)
        yield stream, nth + 1, [
            _row(stream, seq, fact, begin + timedelta(minutes=seq), nth * entries + seq)
            for seq, fact in enumerate(facts, 1)
        ]  # fmt: skip


def _row(stream: str, seq: int, fact: f.KnownFact, at: datetime, number: int) -> Row:
    micros = to_micros(at)
    return Row(
        stream, seq, entry_id(at, number), fact.kind, micros, micros, f.encode_fact(fact)
    )  # fmt: skip


def _facts(chance: random.Random, nth: int, entries: int) -> Iterator[f.KnownFact]:
    chinese = nth % 2
    yield f.Opened(
        plan=_PLANS[nth % 5], title=_said(chance, chinese, 2), place=_said(chance, chinese, 2),
        level=Level(1 + nth % 4),
    )  # fmt: skip
    special = ["loudspeaker", "ambulance"] if nth % 3 == 0 else ["loudspeaker"]
    if nth % 9_973 == 0:
        special.append("发现氢氟酸泄漏")
    for words in special:
        yield f.Note(text=f"{_said(chance, chinese, 3)} {words}")
    for number in range(entries - 2 - len(special)):
        match number % 6:
            case 0:
                yield f.CalledOut(
                    who=f"p{number}", name=f"Person {number}", role="guard", due=BEGIN
                )
            case 1:
                yield f.Arrived(who=f"p{number - 1}")
            case 2:
                yield f.TaskDone(task=f"t{number}")
            case _:
                yield f.Note(text=_said(chance, chinese, chance.randrange(3, 12)))
    yield f.Closed(summary=_said(chance, chinese, 4))


def _said(chance: random.Random, chinese: int, length: int) -> str:
    if chinese:
        return "".join(chance.choices(_PHRASES, k=length))
    return f"{' '.join(chance.choices(_WORDS, k=length))} {chance.randrange(1000)}"
