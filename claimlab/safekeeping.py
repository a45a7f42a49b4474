"""Keeping answer sheets: saving, finding again, and never losing one.

A sheet lives beside its notebook and travels inside it as well. Either copy may
be missing, older, damaged or edited elsewhere; whatever cannot be used is put
aside under a new name and the student is told in one sentence.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from claimlab import answers
from claimlab.answers import Sheet, fingerprint
from claimlab.problems import Problem


class Keeper:
    """Keeps the sheet of one assignment in one folder.

    ``notices`` collects sentences for the student about anything unusual that was met.
    """

    def __init__(self, folder: Path, blank: Sheet) -> None:
        self.path = folder / f"{blank.assignment}.answers.json"
        self.notices: list[str] = []
        self.sheet = blank
        self._seen: tuple[int, int] | None = None
        self._sitting = secrets.token_hex(4)

    def open(self, copies: Iterable[Sheet] = ()) -> Sheet:
        """Return the newest of the file and *copies* (sheets carried by the notebook).

        What went its own way is kept beside it, never dropped.
        """
        found = self._read_file()
        for sheet in (found, *copies):
            if sheet is not None and self._fits(sheet):
                self.sheet = self._reconcile(self.sheet, sheet)
        return self.sheet

    def save(self, sheet: Sheet) -> Sheet:
        """Write *sheet* as the next revision and return it as written.

        The previous revision stays beside it as ``.bak``. Raises Problem when the
        folder cannot be written to; the file on disk is then still whole.
        """
        if self._stamp() != self._seen:
            self._note_other_writer()
        revision = self.sheet.revision + 1
        earlier = tuple(visit for visit in self.sheet.trail if visit[0] != self._sitting)
        trail = (*earlier, (self._sitting, revision))
        sheet = msgspec.structs.replace(sheet, revision=revision, saved_at=_now(), trail=trail)
        try:
            self._replace(answers.write(sheet))
        except OSError as error:
            reason = error.strerror or str(error)
            raise Problem(f"Your answers could not be saved ({reason}): free some space or ask for help.") from error
        self.sheet = sheet
        return sheet

    def put_unreadable_aside(self, raw: bytes, problem: str) -> None:
        """Keep *raw*, a sheet that cannot be read, beside the file and tell the student about it."""
        names = self.path.parent.glob(f"{self.path.stem}.unreadable-*.json")
        aside = next((path for path in names if path.read_bytes() == raw), None)
        if aside is None:
            aside = self._free_name("unreadable")
            aside.write_bytes(raw)
        self.notices.append(f"{problem} It was kept as {aside.name}; show it to your teacher.")

    def _replace(self, content: bytes) -> None:
        name = self.path.with_name(f".{self.path.name}.{self._sitting}")
        try:
            with name.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if self.path.exists():
                _keep_backup(self.path)
            os.replace(name, self.path)
        except BaseException:
            name.unlink(missing_ok=True)
            raise
        self._seen = self._stamp()

    def _stamp(self) -> tuple[int, int] | None:
        try:
            status = self.path.stat()
        except OSError:
            return None
        return (status.st_mtime_ns, status.st_size)

    def _read_file(self) -> Sheet | None:
        self._seen = self._stamp()
        backup = backup_of(self.path)
        for path in (self.path, backup):
            if not path.exists():
                continue
            try:
                sheet = answers.read(path.read_bytes())
            except (Problem, OSError) as error:
                aside = self._put_aside(path, "unreadable")
                self.notices.append(f"{error} Your file was kept as {aside.name}; show it to your teacher.")
                continue
            if path == backup:
                self.notices.append("The last saved answers could not be read, so the save before it is shown.")
            return sheet
        return None

    def _fits(self, sheet: Sheet) -> bool:
        if (sheet.assignment, sheet.case) == (self.sheet.assignment, self.sheet.case):
            return True
        aside = self._write_aside(sheet, "other")
        self.notices.append(
            f"A sheet of {sheet.assignment[:40]!r} was found where {self.sheet.assignment!r} belongs; "
            f"it was kept as {aside.name} and not used."
        )
        return False

    def _reconcile(self, mine: Sheet, other: Sheet) -> Sheet:
        winner, loser = newer(mine, other)
        if loser is not None:
            aside = self._write_aside(loser, "other-version")
            self.notices.append(
                f"Two versions of your answers were found: the newer one is shown, the other was kept as {aside.name}."
            )
        return winner

    def _note_other_writer(self) -> None:
        """The file changed since it was last seen: another window is at work on it."""
        try:
            other = answers.read(self.path.read_bytes())
        except OSError:
            return
        except Problem as error:
            aside = self._put_aside(self.path, "unreadable")
            self.notices.append(f"{error} It was kept as {aside.name}, and your answers were saved anew.")
            return
        if fingerprint(other) != fingerprint(self.sheet) and not _follows(self.sheet, other):
            aside = self._write_aside(other, "other-version")
            self.notices.append(
                f"Another window changed these answers too; its version was kept as {aside.name}. Work in one window."
            )
        self.sheet = msgspec.structs.replace(self.sheet, revision=max(self.sheet.revision, other.revision))

    def _put_aside(self, path: Path, why: str) -> Path:
        aside = self._free_name(why)
        os.replace(path, aside)
        return aside

    def _write_aside(self, sheet: Sheet, why: str) -> Path:
        twin = next((p for p in self.path.parent.glob(f"{self.path.stem}.{why}-*.json") if _holds(p, sheet)), None)
        if twin is not None:
            return twin
        aside = self._free_name(why)
        aside.write_bytes(answers.write(sheet))
        return aside

    def _free_name(self, why: str) -> Path:
        numbers = (n for n in range(1, 10_000) if not self.path.with_suffix(f".{why}-{n}.json").exists())
        return self.path.with_suffix(f".{why}-{next(numbers)}.json")


def newer(mine: Sheet, other: Sheet) -> tuple[Sheet, Sheet | None]:
    """Return the sheet to go on with and, if both moved on apart, the one to put aside."""
    if fingerprint(mine) == fingerprint(other):
        return (max(mine, other, key=_age), None)
    if other.empty or _follows(mine, other):
        return (mine, None)
    if mine.empty or _follows(other, mine):
        return (other, None)
    later, earlier = sorted((mine, other), key=_age, reverse=True)
    return (later, earlier)


def _follows(later: Sheet, earlier: Sheet) -> bool:
    """True when *later* was made from *earlier*: its trail passes through the last save of *earlier*."""
    if not earlier.trail:
        return False
    sitting, revision = earlier.trail[-1]
    return dict(later.trail).get(sitting, -1) >= revision


def backup_of(path: Path) -> Path:
    """Return the name under which the previous revision of *path* is kept."""
    return path.with_name(path.name + ".bak")


def _keep_backup(path: Path) -> None:
    """Make the backup a second name of the current file: no moment without a whole file on disk."""
    backup = backup_of(path)
    backup.unlink(missing_ok=True)
    try:
        os.link(path, backup)
    except OSError:  # a file system without hard links
        backup.write_bytes(path.read_bytes())


def _holds(path: Path, sheet: Sheet) -> bool:
    try:
        return fingerprint(answers.read(path.read_bytes())) == fingerprint(sheet)
    except (Problem, OSError):
        return False


def _age(sheet: Sheet) -> tuple[str, int]:
    return (sheet.saved_at, sheet.revision)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
