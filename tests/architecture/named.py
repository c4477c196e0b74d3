#!/usr/bin/env python3
"""Which source has no test: `named.py ROOT` lists each .cpp of more than 150 lines that no file under tests/ names.

Named is: a test includes its header, or uses (by its namespace) a type or a function that only this header declares.
A source without a header of its own is named by a function or a member that only it defines, called by its namespace
or where the class's header is included. A file of commands is named when tests/cli runs all of its commands, and so is what
they include of their own layer. An exception stands in `named.json` with its reason.
`--list` says for each file what names it.
"""
import json
import pathlib
import re
import sys

from figures import bare

LINES = 150  # a source that is longer has to be named
FIGURE = 0.35  # lines of tests for each line of source
ROOTS = ("app", "ui", "models")
KEYWORDS = {"if", "for", "while", "switch", "return", "sizeof", "catch", "alignof", "decltype", "static_assert", "noexcept",
            "new", "delete", "throw"}


def sources(root, suffixes):
    return sorted(p for d in ROOTS for p in (root / d).rglob("*") if p.suffix in suffixes)


def lines_of(paths):
    return sum(len(p.read_text().splitlines()) for p in paths)


def declared(text):
    """What a header declares outside of any type, each as (namespace, name, is a function)."""
    code = bare(text)
    space = re.search(r"^namespace (\w+)", code, re.M)
    space = space.group(1) if space else ""
    for name in re.findall(r"^(?:class|struct|enum class) (\w+)(?: final)?[^;{]*\{", code, re.M):
        yield space, name, False
    for name in re.findall(r"^(?:\[\[nodiscard\]\] )?\w[\w:<>,&* ]*[ &*>](\w+)\(", code, re.M):
        if name not in KEYWORDS:
            yield space, name, True


def members(text):
    """(class, function) of each member that a source defines."""
    return set(re.findall(r"^(?! ).*?\b(\w+)::(\w+)\(", bare(text), re.M))


def free(text):
    """(namespace, function) of each function that a source defines and that is not local to it."""
    code = bare(text)
    space = re.search(r"^namespace (?:\w+::)*(\w+) \{", code, re.M)
    names = re.findall(
        r"^(?!static\b|return\b|class\b|struct\b)\w[\w:<>,&* ]*[ &*>](\w+)\((?:[^;{}]|\n)*\)\n\{", code, re.M)
    return {(space.group(1), name) for name in names} if space else set()


def commands(text):
    """The words by which a file adds its commands to the table."""
    return re.findall(r'\btable\.add\(\s*(?:\{QStringLiteral\()?"([a-z-]+)"', text)


class Tests:
    """What the tests include, use and run."""

    def __init__(self, root):
        self.files = sorted(p for p in (root / "tests").rglob("*") if p.suffix in (".cpp", ".h", ".py"))
        self.units = []  # includes, code without literals and comments, namespaces that are used whole
        for path in self.files:
            if path.suffix != ".py":
                text = path.read_text()
                code = bare(text)
                self.units.append((set(re.findall(r'^#include "([^"]+)"', text, re.M)), code,
                                   set(re.findall(r"using namespace (\w+);", code))))
        self.terminal = "\n".join(p.read_text() for p in self.files if p.suffix == ".py" and p.parent.name == "cli")

    def includes(self, header):
        return any(header in includes for includes, _, _ in self.units)

    def uses(self, space, name, is_function):
        call = r"\(" if is_function else r"\b"
        for _, code, whole in self.units:
            if re.search(rf"\b{space}::{name}{call}", code):
                return True
            if space in whole and re.search(rf"(?<![:.>\w]){name}{call}", code):
                return True
        return False

    def calls(self, member, header):
        return any(header in includes and re.search(rf"(?:\.|->){member}\(", code) for includes, code, _ in self.units)

    def runs(self, command):
        return re.search(rf'[(\[]"{command}"[,)\]]|"--data-dir", [\w.]+, "{command}"', self.terminal) is not None


class Sources:
    """The sources, and what only one of them declares or defines."""

    def __init__(self, root):
        self.root = root
        self.classes, self.declares, self.defines = {}, {}, {}
        for path in sources(root, (".h",)):
            for space, name, is_function in declared(path.read_text()):
                self.declares.setdefault((space, name), set()).add(path)
                if not is_function:
                    self.classes.setdefault(name, self.spelled(path))
        for path in sources(root, (".cpp",)):
            for pair in members(path.read_text()):
                self.defines.setdefault(pair, set()).add(path)

    def spelled(self, path):
        """As an include says it."""
        return path.relative_to(self.root).as_posix().removeprefix("app/")

    def run_with(self, path, tests):
        """The commands of the terminal that include it, when all of them are run."""
        include = f'#include "{self.spelled(path.with_suffix(".h"))}"'
        by = [p for p in (self.root / "app/cli").rglob("*.cpp") if include in p.read_text() and commands(p.read_text())]
        named = [self.named_by(p, tests) for p in by]
        return named[0] if named and all(named) else None

    def named_by(self, path, tests):
        """What names it, in words; nothing when nothing does."""
        text, header = path.read_text(), path.with_suffix(".h")
        words = commands(text)
        if words:
            return "runs " + ", ".join(words) if all(map(tests.runs, words)) else None
        if self.spelled(path).startswith("cli/"):
            return self.run_with(path, tests)
        if not header.exists():
            for cls, member in sorted(members(text)):
                is_own = len(self.defines[(cls, member)]) == 1 and cls in self.classes
                if is_own and tests.calls(member, self.classes[cls]):
                    return f"{cls}::{member}()"
            for space, name in sorted(free(text)):
                if len(self.declares.get((space, name), ())) < 2 and tests.uses(space, name, True):
                    return f"{space}::{name}()"
            return None
        if tests.includes(self.spelled(header)):
            return "includes its header"
        for space, name, is_function in declared(header.read_text()):
            if len(self.declares[(space, name)]) == 1 and tests.uses(space, name, is_function):
                return f"{space}::{name}"
        return None


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    allowed = json.loads((root / "tests/architecture/named.json").read_text())
    tests, known, faults, unnamed = Tests(root), Sources(root), [], set()
    long = [p for p in sources(root, (".cpp",)) if len(p.read_text().splitlines()) > LINES]
    for path in long:
        rel = path.relative_to(root).as_posix()
        by = known.named_by(path, tests)
        if "--list" in sys.argv:
            print(f"{rel}: {by or '-'}")
        if by is None:
            unnamed.add(rel)
            if rel not in allowed:
                faults.append(f"{rel}: no test names it")
    faults += [f"named.json: {rel} is named now, gone or short: take it out" for rel in allowed if rel not in unnamed]
    test_lines, source_lines = lines_of(tests.files), lines_of(sources(root, (".cpp", ".h")))
    figure = test_lines / source_lines
    if figure < FIGURE:
        faults.append(f"{figure:.3f} lines of tests for each line of source, at least {FIGURE}")
    for fault in faults:
        print(fault)
    print(f"{len(long)} sources of more than {LINES} lines, {len(unnamed)} unnamed, {len(allowed)} exceptions; "
          f"{test_lines} lines of tests, {source_lines} of source: {figure:.3f}, at least {FIGURE}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
