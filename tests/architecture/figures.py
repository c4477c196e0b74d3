#!/usr/bin/env python3
"""The figures of the house: `figures.py ROOT` prints the largest of each kind and fails where one is above its bound.

An exception stands in `figures.json` with its reason; it may fall and never rise. `--list` prints all that is above.
Sources are read as `./dev format` leaves them: the brace of a function stands in a line of its own.
"""
import json
import pathlib
import re
import sys
import unicodedata
from collections import Counter

BOUNDS = {"class": 15, "parameters": 6, "function": 60, "file": 300, "columns": 120, "folder": 30, "nested": 0}
WORDS = {"class": "public functions of a class", "parameters": "parameters of a constructor", "function": "lines of a function",
         "file": "lines of a file", "columns": "columns of a line", "folder": "C++ files of a folder",
         "nested": "conditional operators inside another"}


def width(line):
    """Columns, as the formatter counts them."""
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in line)


def bare(text):
    """The text without what is in literals and comments; lines stay."""
    text = re.sub(r'R"([^()\\ "]{0,16})\((.*?)\)\1"', lambda m: '""' + "\n" * m.group(0).count("\n"), text, flags=re.S)
    text = re.sub(r'"(?:[^"\\\n]|\\.)*"', '""', text)
    text = re.sub(r"(?<![0-9A-Za-z_])'(?:[^'\\\n]|\\.)+'", "''", text)
    return re.sub(r"//[^\n]*", "", text)


def functions(lines):
    """Name and number of lines of each function, from its signature to its brace."""
    for n, line in enumerate(lines):
        m = re.match(r"^( *)\{$", line)
        if not m:
            continue
        indent = m.group(1)
        first = n - 1
        while first > 0 and (lines[first].startswith(indent + "    ") or re.match(rf"^{indent}[:)]", lines[first])):
            first -= 1
        head = " ".join(x.strip() for x in lines[first:n])
        name = re.search(r"([\w:~]+|operator\S+)\(", head)
        if not name or re.match(r"\s*(class|struct|enum|union|namespace)\b", lines[first]):
            continue
        last = next((k for k in range(n + 1, len(lines)) if lines[k].startswith(indent + "}")), n)
        yield name.group(1), last - first + 1


def split(inside):
    """How many parameters a list has."""
    depth, count = 0, 1 if inside.strip() else 0
    for c in inside:
        depth += c in "(<[{"
        depth -= c in ")>]}"
        count += c == "," and depth == 0
    return count


def classes(text):
    """Of each class: its name, how many functions are public, the longest list of parameters of a constructor."""
    for m in re.finditer(r"\b(class|struct)\s+(\w+)(?:\s+final)?(?:\s*:[^;{]*)?\s*\{", text):
        if re.search(r"enum\s*$", text[max(0, m.start() - 6):m.start()]):
            continue
        depth, end = 1, m.end()
        while depth and end < len(text):
            depth += text[end] == "{"
            depth -= text[end] == "}"
            end += 1
        flat, depth, paren = [], 0, 0
        for c in text[m.end():end - 1]:
            if c == "{":
                depth += 1
                continue
            if c == "}":
                depth -= 1
                if depth == 0:
                    flat.append(";")
                continue
            if depth == 0:
                flat.append(c)
        access, count, longest = "public" if m.group(1) == "struct" else "private", 0, 0
        for part in re.split(r";|(?<!:):(?!:)", re.sub(r"\b(Q_OBJECT|Q_DISABLE_COPY_MOVE\(\w+\))", ";", "".join(flat))):
            part = " ".join(part.split())
            word = re.fullmatch(r"(public|protected|private|signals|Q_SIGNALS)( Q_SLOTS)?", part)
            if word:
                access = word.group(1)
                continue
            call = re.search(r"([~\w]+)\s*\((.*)\)", part)
            if not call or re.match(r"(friend|using|typedef|Q_)", part):
                continue
            if call.group(1).lstrip("~") == m.group(2):
                longest = max(longest, split(call.group(2)))
                continue
            if access == "public" and not re.search(r"\boverride\b|\boperator\b", part):
                count += 1
        yield m.group(2), count, longest


def nested(text):
    """Lines with a conditional operator inside another one."""
    stack, line, found = [[0, "{"]], 1, []
    for i, c in enumerate(text):
        if c == "\n":
            line += 1
        elif c in "([{":
            before = text[:i].rstrip()[-1:] if c == "(" else ""
            stack.append([0, "group" if before and before in "?:&|!=+-*<>,(" else c])
        elif c in ")]}":
            if len(stack) > 1:
                stack.pop()
            if c == "}":
                stack[-1][0] = 0
        elif c in ";,":
            stack[-1][0] = 0
        elif c == "?":
            inside, k = stack[-1][0], len(stack) - 1
            while not inside and k > 0 and stack[k][1] == "group":
                k -= 1
                inside = stack[k][0]
            if inside:
                found.append(line)
            stack[-1][0] += 1
    return found


def measure(root):
    """(kind, where, number) of everything that has a bound."""
    folders = Counter()
    for path in sorted(p for d in ("app", "ui", "models", "tests") for p in (root / d).rglob("*") if p.suffix in (".cpp", ".h")):
        rel = path.relative_to(root).as_posix()
        text = path.read_text()
        lines = text.splitlines()
        code = bare(text)
        folders[path.parent.relative_to(root).as_posix()] += 1
        yield "file", rel, len(lines)
        yield "columns", rel, max(map(width, lines), default=0)
        yield "nested", rel, len(nested(code))
        for name, length in functions(code.splitlines()):
            yield "function", f"{rel}: {name}", length
        if not rel.startswith("tests/"):
            for name, count, longest in classes(code):
                yield "class", f"{rel}: {name}", count
                yield "parameters", f"{rel}: {name}", longest
    for folder, count in folders.items():
        yield "folder", folder, count


def main():
    root = pathlib.Path(sys.argv[1])
    allowed = json.loads((root / "tests/architecture/figures.json").read_text())
    largest, faults, seen = {}, [], set()
    for kind, where, number in measure(root):
        if number > largest.get(kind, (-1, ""))[0]:
            largest[kind] = (number, where)
        if number <= BOUNDS[kind]:
            continue
        if "--list" in sys.argv:
            print(f"{kind} {number} {where}")
        exception = allowed.get(kind, {}).get(where)
        seen.add((kind, where))
        if exception is None:
            faults.append(f"{where}: {number} {WORDS[kind]}, at most {BOUNDS[kind]}")
        elif number > exception["is"]:
            faults.append(f"{where}: {number} {WORDS[kind]}; it was {exception['is']}, and may only fall")
    for kind, all_of_kind in allowed.items():
        for where in all_of_kind:
            if (kind, where) not in seen:
                faults.append(f"figures.json: {kind}: {where} is within its bound now: take it out")
    for kind, (number, where) in largest.items():
        print(f"most {WORDS[kind]}: {number} ({where}), bound {BOUNDS[kind]}")
    for fault in faults:
        print(fault)
    print(f"{sum(map(len, allowed.values()))} exceptions, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
