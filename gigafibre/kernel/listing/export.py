"""A whole list as a file: read by the same keyset, batch after batch, never held in memory."""

from __future__ import annotations

import csv
import io
import itertools
import re
import tempfile
from collections.abc import AsyncIterator, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from asgiref.sync import sync_to_async
from django.http import StreamingHttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from gigafibre.kernel import clock
from gigafibre.kernel.folding import fold
from gigafibre.kernel.listing.declared import Column, Listing
from gigafibre.kernel.listing.errors import TooManyRows
from gigafibre.kernel.listing.query import Asked, more_than, rows_after, written
from gigafibre.kernel.text import current_language

BATCH = 5_000
CHUNK = 64 * 1024
#: Rows a worksheet holds, without its heading.
SHEET = 1_048_575
_FORMULA = re.compile(r"^[=@+\-\t\r](?!\d[\d .,-]*$)")
_NOT_IN_TITLES = re.compile(r"[\\*?:/\[\]]")
_EXCEL = {"money": "#,##0.00", "price": "#,##0.0000", "day": "yyyy-mm-dd", "instant": "yyyy-mm-dd hh:mm"}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_csv(listing: Listing, asked: Asked) -> StreamingHttpResponse:
    """Answer CSV in UTF-8 with a byte order mark (Excel wants it), columns named in the reader's language."""
    return _answered(listing, _csv(listing, asked, current_language()), "text/csv; charset=utf-8", "csv")


def as_xlsx(listing: Listing, asked: Asked) -> StreamingHttpResponse:
    """Answer one worksheet with typed cells, written to a temporary file first; refuses more rows than one holds."""
    if more_than(listing, asked, SHEET):
        raise TooManyRows(most=f"{SHEET:,}".replace(",", " "))
    return _answered(listing, _xlsx(listing, asked, current_language()), XLSX, "xlsx")


def _csv(listing: Listing, asked: Asked, language: str) -> Iterator[bytes]:
    out = io.StringIO(newline="")
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow([column.label.in_(language) for column in asked.columns])
    for rows in _batches(listing, asked):
        writer.writerows([[_text(column, row, language) for column in asked.columns] for row in rows])
        yield out.getvalue().encode()
        out.seek(0)
        out.truncate()
    if rest := out.getvalue():
        yield rest.encode()


def _xlsx(listing: Listing, asked: Asked, language: str) -> Iterator[bytes]:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_NOT_IN_TITLES.sub("-", listing.label.in_(language))[:31])
    sheet.freeze_panes = "A2"
    heading = []
    for column in asked.columns:
        cell = WriteOnlyCell(sheet, column.label.in_(language))
        cell.font = Font(bold=True)
        heading.append(cell)
    sheet.append(heading)
    for rows in _batches(listing, asked):
        for row in rows:
            sheet.append([_cell(sheet, column, row, language) for column in asked.columns])
    with tempfile.TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while chunk := file.read(CHUNK):
            yield chunk


def _batches(listing: Listing, asked: Asked) -> Iterator[list[dict[str, Any]]]:
    after = asked.after
    while rows := rows_after(listing, asked, after, BATCH):
        yield rows
        if len(rows) < BATCH:
            return
        after = (rows[-1]["_at"], rows[-1]["_id"])


def _plain(column: Column, row: dict[str, Any], language: str) -> Any:
    value = row[column.name]
    if column.kind in {"choice", "text"} and value in column.options:
        return column.options[value].in_(language)
    if column.kind == "words":
        return ", ".join(value or [])
    if column.kind == "flag" and value is not None:
        return {"fr": ("non", "oui"), "en": ("no", "yes")}[language][bool(value)]
    if isinstance(value, datetime):
        return value.astimezone(clock.zone()).replace(tzinfo=None)
    return value


def _text(column: Column, row: dict[str, Any], language: str) -> str:
    value = _plain(column, row, language)
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(" ", timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal | int):
        return str(written(column.kind, value))
    return harmless(str(value))


def _cell(sheet: Any, column: Column, row: dict[str, Any], language: str) -> Any:
    value = _plain(column, row, language)
    if value is None or value == "":
        return None
    if isinstance(value, int | Decimal | date):
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = _EXCEL.get(column.kind, "General")
        return cell
    # Text stays text, whatever it begins with; control characters have no place in the format.
    text = ILLEGAL_CHARACTERS_RE.sub("", str(value))
    if not text.startswith("="):
        return text
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell


def harmless(text: str) -> str:
    """Keep a spreadsheet from running what somebody typed into a name."""
    return f"'{text}" if _FORMULA.match(text) else text


def _answered(listing: Listing, chunks: Iterator[bytes], content_type: str, suffix: str) -> StreamingHttpResponse:
    name = f"{fold(listing.label.in_()).replace(' ', '-')}-{clock.today().isoformat()}.{suffix}"
    # What the first rows meet is answered as what it is; once bytes have gone, an answer can only break off.
    begun = itertools.chain([next(chunks)], chunks)
    response = StreamingHttpResponse(_off_the_loop(begun), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


async def _off_the_loop(chunks: Iterator[bytes]) -> AsyncIterator[bytes]:
    """Read each batch in a thread, so that the server goes on meanwhile."""

    def following() -> bytes | None:
        return next(chunks, None)

    while (chunk := await sync_to_async(following)()) is not None:
        yield chunk
