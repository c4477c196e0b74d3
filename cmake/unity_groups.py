#!/usr/bin/env python3
"""Which sources of a target are compiled together: `unity_groups.py SIZE FILE…` prints a list for CMake, `GROUP=FILE;…`.

Two files that keep the same name to themselves (static, or in a namespace without a name) never share a group,
so nobody has to think of other files when naming a helper.
"""
import re
import sys

STATIC = re.compile(r"^static (?:.*?[ *&])?(\w+)(?:\(| =|\{|\[|;)")
FUNCTION = re.compile(r"^(?!return\b|else\b|case\b|using\b)[A-Za-z_][\w:<>,*& ]*[ *&](\w+)\(")
TYPE = re.compile(r"^(?:static )?(?:struct|class|enum class|enum|union) (?:alignas\(\S+\) )?(\w+)")
ALIAS = re.compile(r"^using (\w+) =")
VALUE = re.compile(r"^(?:inline |const |constexpr )+.*?[ *&](\w+)(?: =|\{|\[|\()")
MACRO = re.compile(r"^#define (\w+)")


class Source:
    """A file, the names it keeps to itself, those of them that are values, and every word in it."""

    def __init__(self, path):
        self.path, self.names, self.values = path, set(), set()
        with open(path, encoding="utf-8") as f:
            text = f.read()
        self.words = set(re.findall(r"\w+", text))
        hidden = False
        for line in text.splitlines():
            if line.startswith("namespace {"):
                hidden = True
            elif re.match(r"^\} *// namespace$", line):
                hidden = False
            for pattern in (STATIC, MACRO, ALIAS) + ((FUNCTION, TYPE, VALUE) if hidden else ()):
                found = pattern.match(line)
                if found:
                    self.names.add(found[1])
                    if "(" not in found[0]:
                        self.values.add(found[1])
                    break

    def fits(self, other):
        """A value would be shadowed by a local variable of its name, and the compiler warns of that."""
        return not (self.names & other.names or self.values & other.words or other.values & self.words)


def groups(size, files):
    """Files in order, each in the first group that has room and where it fits beside everyone."""
    out = []
    for source in map(Source, files):
        for members in out:
            if len(members) < size and all(source.fits(m) for m in members):
                members.append(source)
                break
        else:
            out.append([source])
    return out


if __name__ == "__main__":
    parts = enumerate(groups(int(sys.argv[1]), sys.argv[2:]))
    print(";".join(f"g{number}={source.path}" for number, members in parts for source in members))
