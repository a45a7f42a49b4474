"""The command line: one thin function a command.

Every command says what it does in --help, ends with a useful exit status (0 all
is well, 1 something to mend, 2 a mistake on the command line), and puts an error
into one sentence. What a command needs is imported when it runs.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from claimlab import __version__
from claimlab.problems import Problem


def main(words: Sequence[str] | None = None) -> int:
    """Run the command named by *words* (by default the command line's) and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an old console without ✓ still gets the words
    chosen = _parser().parse_args(words)
    try:
        status: int = chosen.run(chosen)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return status


def _start(chosen: argparse.Namespace) -> int:
    from claimlab.start import start

    start(chosen.folder, browser=not chosen.no_browser, port=chosen.port, graded=chosen.graded)
    return 0


def _check(chosen: argparse.Namespace) -> int:
    from claimlab.checkup import check

    return _report(check(chosen.folder), "Ready to hand in.", "Not ready: mend the lines that begin with ✗.")


def _doctor(chosen: argparse.Namespace) -> int:
    from claimlab.doctor import examine

    return _report(examine(chosen.folder), "All is well.", "Something is wrong: see the lines that begin with ✗.")


def _demo(chosen: argparse.Namespace) -> int:
    from claimlab.classroom import demo

    return demo.run(chosen.students, chosen.assignment, chosen.folder)


def _make_key(chosen: argparse.Namespace) -> int:
    from claimlab.authoring.make_key import make_key

    made = make_key(chosen.claims, chosen.case, chosen.assignment, chosen.output)
    print(f"{made.path}: {made.claims} claims, {made.drafts} of them drafted.", *made.remarks, sep="\n")
    return 0


def _paper(chosen: argparse.Namespace) -> int:
    from claimlab import paper

    path = paper.write(chosen.case, chosen.output, sources=chosen.sources)
    print(f"{path}: open it in a browser and print it (A4 or Letter, both sides if you like).")
    return 0


def _report(findings: Sequence[object], well: str, unwell: str) -> int:
    """Print findings (true when fine) one a line, then the verdict; return the exit status."""
    for finding in findings:
        print(finding)
    fine = all(findings)
    print(well if fine else unwell)
    return 0 if fine else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="claimlab", description="Take a sensational article apart claim by claim: lessons, assignments, grading."
    )
    parser.add_argument("--version", action="version", version=f"claimlab {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_start(commands)
    _add_check(commands)
    _add_demo(commands)
    _add_make_key(commands)
    _add_paper(commands)
    _add_doctor(commands)
    return parser


def _add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, says: str, more: str = ""
) -> argparse.ArgumentParser:
    sentence = f"{says[0].upper()}{says[1:]}{'' if says.endswith('?') else '.'}"
    return commands.add_parser(name, help=says, description=f"{sentence} {more}".strip())


def _add_start(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _add(
        commands,
        "start",
        "open the lessons and assignments in JupyterLab",
        "Copies them into a folder of your own first; files you changed are never overwritten.",
    )
    command.add_argument("folder", nargs="?", type=Path, default=Path("workspace"), metavar="DIR", help="where to work")
    command.add_argument("--no-browser", action="store_true", help="print the address, open no browser")
    command.add_argument("--port", type=int, metavar="N", help="the port to use (by default the first free one)")
    command.add_argument(
        "--class", dest="graded", action="store_true", help="graded use: no marks and no hints before the teacher's"
    )
    command.set_defaults(run=_start)


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _add(
        commands,
        "check",
        "would the assignments in this folder survive being handed in?",
        "Looks at each notebook and its answers; changes nothing.",
    )
    command.add_argument("folder", nargs="?", type=Path, default=Path(), metavar="DIR", help="by default this folder")
    command.set_defaults(run=_check)


def _add_demo(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _add(
        commands,
        "demo",
        "run a simulated class through the whole of grading",
        "Releases each assignment, hands in the work of simulated students, grades it and writes the feedback.",
    )
    command.add_argument("--students", type=int, default=12, metavar="N", help="how many students (default 12)")
    command.add_argument("--assignment", default="", metavar="NAME", help="only this one (by default all)")
    command.add_argument("--folder", type=Path, metavar="DIR", help="an empty folder for it (by default a new one)")
    command.set_defaults(run=_demo)


def _add_make_key(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _add(
        commands,
        "make-key",
        "draft a key from a list of claims",
        "For teachers: names, numbers and telling words of each claim become slots; you add other ways of saying it.",
    )
    command.add_argument("claims", type=Path, metavar="CLAIMS", help="one claim a line, a .csv or .yaml list, or a key")
    command.add_argument("--case", default="", metavar="NAME", help="the article's case; a key names its own")
    command.add_argument("--assignment", default="", metavar="NAME", help="what it is for; a key names its own")
    command.add_argument("--output", type=Path, metavar="FILE", help="by default key.yaml beside the list")
    command.set_defaults(run=_make_key)


def _add_paper(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _add(
        commands,
        "paper",
        "make printable pages of a case",
        "The article with numbered sentences, claim cards, sources, and sheets for verdicts and scores.",
    )
    command.add_argument("case", metavar="CASE", help="for example mask-1985")
    command.add_argument("--output", type=Path, metavar="FILE", help="by default CASE-paper.html in this folder")
    command.add_argument("--no-sources", dest="sources", action="store_false", help="leave out the source cards")
    command.set_defaults(run=_paper)


def _add_doctor(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _add(commands, "doctor", "is everything the kit needs in place?", "Each line says what to mend.")
    command.add_argument(
        "folder", nargs="?", type=Path, default=Path("workspace"), metavar="DIR", help="the folder you work in"
    )
    command.set_defaults(run=_doctor)


if __name__ == "__main__":
    sys.exit(main())
