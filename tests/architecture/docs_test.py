#!/usr/bin/env python3
"""What resources/docs names is there: `docs_test.py ROOT`.

Every path, every C++ name in back quotes, every test; code is as in the source that it is said to be from; and the example of
adding-an-operation.md has at each of its stops what the document says.
"""
import functools
import json
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(sys.argv[1]).resolve()
DOCS = ROOT / "resources/docs"
FIRST = {"app", "ui", "models", "tests", "resources", "translations", "cmake", "core", "domain", "net", "store", "vault", "services",
         "lab", "cli", "assembly", "gui", "httpd"}
CODE = (".cpp", ".h")
# Names that look as if they were ours.
FOREIGN = {"IdentityIQ", "SailPoint", "OpenSSL", "SQLite", "AESGCM", "QtWebEngine", "OpenAPI", "JUnit"}


def docs():
    return sorted(DOCS.glob("*.md"))


def prose(text):
    """Without its blocks of code."""
    return re.sub(r"^```.*?^```", "", text, flags=re.S | re.M)


def spans(text):
    """What stands in back quotes, a line break read as a space."""
    return [" ".join(s.split()) for s in re.findall(r"(?<!`)`([^`]+)`(?!`)", prose(text))]


def blocks(text):
    """(the paragraph before it, language, content) of each block of code."""
    for m in re.finditer(r"^```(\w*)\n(.*?)^```", text, re.S | re.M):
        before = text[:m.start()].rstrip().split("\n\n")[-1]
        yield before, m.group(1), m.group(2)


def expanded(span):
    """`a.{h,cpp}` is two."""
    m = re.search(r"\{([^{}]+,[^{}]+)\}", span)
    return [y for x in m.group(1).split(",") for y in expanded(span[:m.start()] + x + span[m.end():])] if m else [span]


def is_path(span):
    if not re.fullmatch(r"[\w.{},*-]+(/[\w.{},*-]*)*", span):
        return False
    if "/" in span:
        return span.split("/")[0] in FIRST
    return re.search(r"\.(cpp|h|py|sql|\{h,cpp\})$", span) is not None


def found(path):
    """The files of a path: from the root, from app/, or by a name that needs no folder."""
    glob = re.sub(r"\b[A-Z]{3,}\b", "*", path).rstrip("/")
    for base in (ROOT, ROOT / "app"):
        for form in (glob, glob + ".h"):
            if hits := list(base.glob(form)):
                return hits
    return [p for d in ("app", "ui", "models", "tests", "resources") for p in (ROOT / d).rglob(glob)] if "/" not in glob else []


@functools.cache
def text_of(*folders):
    return "\n".join(p.read_text(errors="replace") for d in folders for p in sorted((ROOT / d).rglob("*"))
                     if p.suffix in (".cpp", ".h", ".py", ".json", ".sql", ".ts") and p.is_file())


@functools.cache
def words(*folders):
    return set(re.findall(r"\w+", text_of(*folders)))


def paragraphs(text):
    return re.split(r"\n\n|\n(?=\* |\| )", text)


class Names(unittest.TestCase):
    def each(self, pick):
        for doc in docs():
            for span in spans(doc.read_text()):
                if pick(span):
                    yield doc.name, span

    def test_every_path_is_there(self):
        seen, missing = 0, []
        for doc, span in self.each(is_path):
            for path in expanded(span):
                seen += 1
                if not found(path):
                    missing.append(f"{doc}: {path}")
        self.assertEqual(missing, [])
        self.assertGreater(seen, 150)

    def test_a_file_that_is_not_there_is_missed(self):
        self.assertTrue(is_path("domain/recovery/recovry.h") and not found("domain/recovery/recovry.h"))
        self.assertTrue(is_path("recovry.cpp") and not found("recovry.cpp"))
        self.assertEqual(expanded("x.{h,cpp}"), ["x.h", "x.cpp"])

    def test_every_function_is_there(self):
        code, seen, missing = text_of("app", "ui", "models", "tests"), 0, []
        for doc, span in self.each(lambda s: re.fullmatch(r"[\w:]+\([\w:, ]*\)", s)):
            seen += 1
            name = re.match(r"[\w:]+", span).group(0).split("::")[-1]
            if not re.search(rf"\b{name}\(", code):
                missing.append(f"{doc}: {span}")
        self.assertEqual(missing, [])
        self.assertGreater(seen, 30)

    def test_every_class_with_its_members_is_there(self):
        seen, missing = 0, []
        for doc, span in self.each(lambda s: re.fullmatch(r"\w+(::\w+)+(\([\w:, ]*\))?", s)):
            seen += 1
            parts = re.match(r"[\w:]+", span).group(0).split("::")
            if parts[0].islower() and not re.search(rf"^namespace [\w:]*\b{parts[0]}\b", text_of("app", "ui", "models"), re.M):
                missing.append(f"{doc}: {span}: no such namespace")
            if gone := [p for p in parts if p not in words("app", "ui", "models")]:
                missing.append(f"{doc}: {span}: {', '.join(gone)}")
            own = [p for p in parts[:-1] if p[0].isupper()]
            if own and not re.search(rf"\b(class|struct|enum class) {own[-1]}\b", text_of("app", "ui", "models")):
                missing.append(f"{doc}: {span}: {own[-1]} is no type")
        self.assertEqual(missing, [])
        self.assertGreater(seen, 30)

    def test_every_name_of_several_words_is_there(self):
        seen, missing = 0, []
        for doc, span in self.each(lambda s: re.fullmatch(r"[A-Za-z]+[a-z][A-Z]\w*", s)):
            seen += 1
            if span not in FOREIGN and span not in words("app", "ui", "models", "tests", "resources/schemas", "resources/sql", "resources/scenarios"):
                missing.append(f"{doc}: {span}")
        self.assertEqual(missing, [])
        self.assertGreater(seen, 60)

    def test_every_feature_has_the_folders_that_the_map_says(self):
        table = re.search(r"^\| feature \|.*?\n\n", (DOCS / "architecture.md").read_text(), re.S | re.M).group(0).splitlines()
        heads = [h.strip() for h in table[0].strip("|").split("|")][1:]
        roots = {"domain": "app/domain", "store/ledger": "app/store/ledger", "services": "app/services", "ui": "ui", "cli": "app/cli", "tests": "tests"}
        self.assertEqual(set(heads), set(roots))
        missing, seen = [], 0
        for row in table[2:]:
            for head, cell in zip(heads, [c.strip() for c in row.strip().strip("|").split("|")][1:]):
                for folder in (f.strip() for f in re.sub(r"\(.*?\)", "", cell).split(",")):
                    seen += bool(folder)
                    if folder and not (ROOT / roots[head] / folder).is_dir():
                        missing.append(f"{roots[head]}/{folder}")
        self.assertEqual(missing, [])
        self.assertGreater(seen, 50)


class Tests(unittest.TestCase):
    """The threat model says for each promise which test proves it."""

    binaries = {"tst_pure": "*/rules", "tst_adapters": "*/adapters", "tst_services": "*/services", "tst_mutation": "mutation", "tst_meanwhile": "mutation/running",
                "tst_faults": "faults", "tst_ui": "*/windows", "tst_vault": "vault"}

    def classes(self, binary):
        if binary in self.binaries:
            files = [p for d in (ROOT / "tests").glob(self.binaries[binary]) for p in d.glob("*.cpp")]
            return set(re.findall(r"^IDV_TEST(?:_LAST)?\((\w+)\)", "\n".join(p.read_text() for p in files), re.M))
        command = re.search(rf"^add_test\(NAME {binary} .*?/(\w+/\w+\.py)", (ROOT / "tests/CMakeLists.txt").read_text(), re.M)
        self.assertIsNotNone(command, f"{binary} is no test")
        return set(re.findall(r"^class (\w+)", (ROOT / "tests" / command.group(1)).read_text(), re.M))

    def test_every_test_that_proves_something_is_there(self):
        text = (DOCS / "threat-model.md").read_text()
        seen, missing = 0, []
        for told in re.findall(r"\bTests?: (.*?)(?=\n\n|\n\* |\Z)", text, re.S):
            for binary, listed in re.findall(r"`(\w+)`: ([A-Z]\w+(?:,\s+[A-Z]\w+)*)", told):
                known = self.classes(binary)
                for name in re.split(r",\s+", listed):
                    seen += 1
                    if name not in known:
                        missing.append(f"{binary} {name}")
        self.assertEqual(missing, [])
        self.assertGreater(seen, 60)


class Code(unittest.TestCase):
    def test_json_is_json(self):
        seen = 0
        for doc in docs():
            for _, language, content in blocks(doc.read_text()):
                if language == "json":
                    seen += 1
                    json.loads(content)
        self.assertGreater(seen, 3)

    def test_code_is_as_in_the_source_that_it_is_said_to_be_from(self):
        bare = lambda text: re.sub(r"\s+", "", text)  # noqa: E731
        seen = 0
        for doc in docs():
            for before, language, content in blocks(doc.read_text()):
                if language != "cpp":
                    continue
                seen += 1
                files = [f for s in re.findall(r"`([^`]+)`", before) if is_path(s) for p in expanded(s) for f in found(p)]
                self.assertTrue(files, f"{doc.name}: no file is named before: {content[:60]}")
                self.assertTrue(any(bare(content) in bare(f.read_text()) for f in files), f"{doc.name}: in none of {files}: {content}")
        self.assertGreater(seen, 1)


class AnOperation(unittest.TestCase):
    """The stops of adding-an-operation.md are those of an operation that exists."""

    text = (DOCS / "adding-an-operation.md").read_text()

    def stops(self):
        for part in re.split(r"^(?=## )", self.text, flags=re.M)[1:]:
            head, body = part.split("\n", 1)
            yield int(re.match(r"## (\d+)\.", head).group(1)), head, body

    def files(self, text):
        return [f for s in spans(text) if is_path(s) for p in expanded(s) for f in found(p) if f.is_file()]

    def test_the_stops_are_counted(self):
        self.assertEqual([n for n, _, _ in self.stops()], list(range(1, 14)))

    def test_the_example_is_at_each_stop(self):
        """By its kind, its function or its key; where it has nothing of its own, by what the stop says instead."""
        own = r"ResetIdentity|resetIdentity|identity\.reset|Lifecycle::reset|askToReset|deregister"
        shared = {2: r"Result<Accepted> accepted\(", 4: r"operationText\(", 6: r"FollowBy", 7: r"DeleteIdentities", 11: r"Reset", 12: r"aResetIdentityIsNoLongerRegistered", 13: r"Unreleased"}
        for n, head, body in self.stops():
            files = self.files(head + body) or [ROOT / "CHANGELOG.md"]
            text = "\n".join(f.read_text() for f in files)
            self.assertRegex(text, shared.get(n, own), head)

    def test_what_a_heading_names_is_in_its_files(self):
        seen = 0
        for _, head, body in self.stops():
            files = self.files(head + body)
            for name in re.findall(r"`(?:\w+::)*(\w+)\(\)`", head):
                seen += 1
                self.assertTrue(any(re.search(rf"\b{name}\(", f.read_text()) for f in files), head)
        self.assertGreater(seen, 6)

    def test_what_stands_before_a_file_in_brackets_is_in_it(self):
        seen = 0
        for _, head, body in self.stops():
            for name, path in re.findall(r"`(?:\w+::)*(\w+)(?:\(\))?`\s+\(`([^`]+)`\)", body):
                if not is_path(path):
                    continue
                seen += 1
                files = [f for p in expanded(path) for f in found(p) if f.is_file()]
                near = [f.with_suffix(x) for f in files for x in CODE if f.with_suffix(x).exists()]
                self.assertTrue(any(re.search(rf"\b{name}\b", f.read_text()) for f in near or files), f"{head}: {name} in {path}")
        self.assertGreater(seen, 6)

    def test_its_tests_are_where_the_table_says(self):
        rows = re.findall(r"^\| (?!What|-)(.*?) \| (.*?) \|$", self.text, re.M)
        before, seen = None, 0
        for what, where in rows:
            files = self.files(where)
            self.assertTrue(files or (where.startswith("the same") and before), what)
            before = files or before
            for name in re.findall(r"`(\w+)(?:\(\))?`", where):
                if is_path(name):
                    continue
                seen += 1
                self.assertTrue(any(re.search(rf"(?:void|def) {name}\(", f.read_text()) for f in before), f"{what}: {name}")
        self.assertGreater(seen, 9)


if __name__ == "__main__":
    del sys.argv[1]
    unittest.main(verbosity=1)
