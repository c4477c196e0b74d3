#!/usr/bin/env python3
"""What moc makes of a file alone is what it makes with every header: a sample of the sources, more with IDV_THOROUGH=1."""
import json
import os
import pathlib
import random
import subprocess
import sys

root, build = (pathlib.Path(a) for a in sys.argv[1:3])
QOBJECT = "Q_OBJECT"


def infos():
    for path in sorted(build.rglob("AutogenInfo.json")):
        yield json.loads(path.read_text())


def sources(info):
    for entry in info.get("HEADERS", []) + info.get("SOURCES", []):
        path = pathlib.Path(entry[0])
        if path.suffix in (".h", ".cpp") and root in path.parents and QOBJECT in path.read_text(encoding="utf-8"):
            yield path


def moc(*args):
    done = subprocess.run(args, capture_output=True, text=True)
    # Where the file lies is told relative to where the output is; there is none here. A header that is read may ask for
    # another one to be included (Q_MOC_INCLUDE): that is none of the file's own.
    return done.returncode, "\n".join(line for line in done.stdout.splitlines() if not line.startswith("#include <Qt"))


def real_moc(script):
    return pathlib.Path(script).read_text().split('exec "')[1].split('"')[0]


def main():
    work = [(info, path) for info in infos() for path in sources(info)]
    if not work:
        raise SystemExit("no source with Q_OBJECT was found")
    count = len(work) if os.environ.get("IDV_THOROUGH") == "1" else 24
    random.seed(len(work))
    faults = 0
    for info, path in random.sample(work, min(count, len(work))):
        script = info["QT_MOC_EXECUTABLE"]
        folders = [f"-I{folder}" for folder in info["MOC_INCLUDES"]]
        defines = [f"-D{d}" for d in info.get("MOC_DEFINITIONS", [])]
        predefs = pathlib.Path(info["BUILD_DIR"]) / "moc_predefs.h"
        include = ["--include", str(predefs)] if predefs.exists() else []
        whole = moc(real_moc(script), *folders, *defines, *include, str(path))
        alone = moc(script, *folders, *defines, *include, str(path))
        if whole != alone or not whole[1]:
            print(f"{path.relative_to(root)}: moc alone makes something else")
            faults += 1
    print(f"{min(count, len(work))} of {len(work)} files, {faults} faults")
    return 1 if faults else 0


sys.exit(main())
