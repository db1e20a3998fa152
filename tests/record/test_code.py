"""The code on paper as a camera reads it: it says what stands beside it."""

from __future__ import annotations

import io

import numpy as np
import pytest
import zxingcpp
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from app.models.prints import Form
from app.record.make import FORMS, Held
from app.record.proof import code_words, read_proof
from app.record.typeset import png_pages
from tests.record.material import drill, small
from tests.record.reading import Language, made, sheets

COARSE, FINE = 150, 300
"""Pixels per inch: of a copier's quick scan, and of a usual one."""


def page(held: Held, form: Form, language: Language = "en", *, ppi: float = COARSE) -> QImage:
    return QImage.fromData(png_pages(sheets(held, form, language), ppi=ppi)[0])


def codes(image: QImage) -> list[str]:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    seen = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    found = zxingcpp.read_barcodes(np.ascontiguousarray(seen[:, : grey.width()]))
    return [each.text for each in found]


@pytest.mark.parametrize("ppi", [COARSE, FINE])
@pytest.mark.parametrize("form", FORMS)
def test_that_the_code_says_what_the_file_proves(form: Form, ppi: float) -> None:
    held = drill("zh_CN")
    proof = read_proof(made(held, form, "zh").pdf)
    assert codes(page(held, form, "zh", ppi=ppi)) == [code_words(proof)]


def test_that_the_code_says_what_stands_beside_it() -> None:
    held = small()
    [said] = codes(page(held, Form.TIMELINE))
    mark, number, count, head, *_ = said.split(" ")
    text = PdfReader(io.BytesIO(made(held).pdf)).pages[0].extract_text()
    assert (mark, number, count) == ("MUSTER1", "2026-0042", "1")
    assert head == held.stored[-1].hash.hex()
    assert head in text.replace(" ", "")


@pytest.mark.parametrize("angle", [3, 90, 187])
def test_that_the_code_is_read_from_a_sheet_laid_askew_or_turned(angle: float) -> None:
    smooth = Qt.TransformationMode.SmoothTransformation
    turned = page(small(), Form.SUMMARY).transformed(QTransform().rotate(angle), smooth)
    ground = QImage(turned.size(), QImage.Format.Format_RGB32)
    ground.fill(Qt.GlobalColor.white)
    with QPainter(ground) as painter:
        painter.drawImage(0, 0, turned)
    assert len(codes(ground)) == 1
