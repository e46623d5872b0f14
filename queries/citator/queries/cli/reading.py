"""``extract`` and ``classify``: what is found in a document or a sentence, as JSON, before any library."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from citator.corpus.errors import CitatorError
from citator.queries.cli.frame import Command, fail_softly
from citator.queries.cli.output import Output

if TYPE_CHECKING:
    from citator.corpus.model import Document, Facts, Reading

__all__ = ["classify", "extract"]

_INPUT = click.Path(path_type=Path, allow_dash=True)
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(
    cls=Command,
    examples=(
        ("citator extract armstrong.txt > armstrong.json", "everything found in one opinion"),
        ("citator extract opinions/*.txt", "several: one JSON document a line"),
        ("citator extract --text brief.docx", "the text that all offsets count in"),
        ("citator extract --explain armstrong.txt", "why each treatment was read as it was"),
    ),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=_INPUT)
@click.option("--facts", type=_FILE, help="What is known of the decisions (a TOML file).")
@click.option("--text", "only_text", is_flag=True, help="Print the text that offsets count in, and nothing else.")
@click.option("--explain", is_flag=True, help="For each treatment: the rule that fired and the guards tried.")
@click.option("-o", "--output", "target", type=_FILE, help="Write to a file.")
@click.pass_context
def extract(
    context: click.Context,
    files: tuple[Path, ...],
    facts: Path | None,
    only_text: bool,
    explain: bool,
    target: Path | None,
) -> None:
    """Print all that is found in documents, as JSON.

    One file gives one JSON document; several give one document a line. A file that cannot be read is
    named on standard error, the others are still printed, and the exit code is 4.
    """
    show = _text if only_text else _explained if explain else _record
    failed: list[CitatorError] = []
    out = Output(target=target, quiet=True)
    known = _known(facts)
    out.pieces(show(document, known(document.path)) for document in _documents(files, failed))
    if failed:
        context.exit(failed[0].exit_code)


def _documents(files: tuple[Path, ...], failed: list[CitatorError]) -> Iterator[Document]:
    """Every file that can be read; the others are named at once and gathered in ``failed``."""
    from citator.corpus import formats

    for path in files:
        try:
            if str(path) == "-":
                yield formats.read_bytes(sys.stdin.buffer.read(), "standard input")
            else:
                yield formats.read(path)
        except CitatorError as error:
            fail_softly(error)
            failed.append(error)


def _known(facts: Path | None) -> Callable[[str], Facts | None]:
    """Path → what is known of its decision: by the facts file given, else by the one in the same folder."""
    from citator.corpus.facts import facts_beside, load_facts

    if facts is None:
        return facts_beside
    table = load_facts(facts)
    return lambda path: table.get(Path(path).name)


def _text(document: Document, facts: Facts | None) -> str:
    return document.text


def _record(document: Document, facts: Facts | None) -> str:
    from citator.corpus import reading

    return json.dumps(reading.to_json(reading.read_document(document, facts)), ensure_ascii=False) + "\n"


def _explained(document: Document, facts: Facts | None) -> str:
    from citator.corpus import reading

    read = reading.read_document(document, facts, explain=True)
    return "\n".join([f"{document.path}: {len(read.treatments)} treatments", *_reasons(read)]) + "\n"


def _reasons(read: Reading) -> Iterator[str]:
    for act in read.treatments:
        targets = " and ".join(target.name or target.authority or "an authority not told" for target in act.targets)
        page, note = (f", page {act.page}" if act.page else ""), (f", note {act.footnote}" if act.footnote else "")
        yield f"\n{act.treatment}: {targets}"
        yield f"  {act.actor}, {act.scope}, {act.basis}, confidence {act.confidence:.2f}; part {act.part}{page}{note}"
        yield f"  “{' '.join(act.evidence.of(read.text).split())}”"
        yield f"  rule: {act.rule}"
        yield from (f"  guard: {guard}" for guard in act.trace)


@click.command(
    cls=Command,
    examples=(
        ("citator classify - < sentences.txt", "the treatment of each line"),
        ("echo 'We overrule Smith.' | citator classify", "of one sentence"),
    ),
)
@click.argument("source", default="-", metavar="[FILE]", type=click.File("r", encoding="utf-8", errors="replace"))
def classify(source: TextIO) -> None:
    """Say of each sentence what it does to an authority.

    Reads one sentence a line. Prints one JSON object a line: treatment (null when none), polarity, scope, rule, confidence.
    """
    from citator.corpus import treatments

    for line in source:
        act = treatments.classify(line.strip())
        record = {
            "treatment": act and act.treatment,
            "polarity": act and act.polarity,
            "scope": act and act.scope,
            "rule": act and act.rule,
            "confidence": act and act.confidence,
        }
        click.echo(json.dumps(record, ensure_ascii=False))
