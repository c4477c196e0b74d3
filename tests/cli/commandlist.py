"""The commands of idvctl as `idvctl help` tells them, and the tests that are named after them."""
import ast
import pathlib
import re


def without_options(text):
    """Only the words of a form: no comment behind it, nothing that may be left out, no option with its value."""
    text = re.split(r"\s{4,}|\s{3}\(", text.rstrip())[0]
    while "[" in text:
        shorter = re.sub(r"\[[^\[\]]*\]", "", text)
        if shorter == text:
            break
        text = shorter
    return re.sub(r"--[a-z-]+(?: (?:[A-Z][\w.,:-]*|[a-z]+(?:\|[a-z]+)*|\d+|-)(?![\w-]))?", "", text)


def verbs(form):
    """Its verbs, and an empty one where the command stands alone."""
    before = ""
    for piece in form.split("|"):
        words = piece.split()
        # `export start|result FILE`, `run FILE|all`: the second is another argument, and no verb.
        is_argument = not piece.startswith(" ") and re.search(r"\w [a-z]+$|^[A-Z]+$", before)
        if words and re.fullmatch(r"[a-z][a-z-]+", words[0]) and not is_argument:
            yield words[0]
        elif not before or re.match(r" +[A-Z]", piece):
            yield ""
        before = piece


def commands(help_text):
    """(command, verb) of each form."""
    found, command = [], ""
    for line in help_text.split("\n\nSecrets come")[0].splitlines()[2:]:
        first = re.match(r"  idvctl (?:\[--data-dir DIR\] )?([a-z-]+)(?= |$)(.*)", line)
        if first:
            command, form = first.group(1), first.group(2)
        elif ": " in line or line.lstrip().startswith("-"):
            continue
        else:
            form = line.strip()
        for verb in verbs(without_options(form.strip() if first else " | " + form)):
            if (command, verb) not in found and (verb or first):
                found.append((command, verb))
    return found


def method(command, verb):
    return "test_" + "_".join(p.replace("-", "_") for p in (command, verb) if p)


def running(folder):
    """The words that each test method of the folder passes to something, by the name of the method."""
    told = {}
    for path in sorted(pathlib.Path(folder).glob("*_test.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                calls = [n for n in ast.walk(node) if isinstance(n, ast.Call)]
                told.setdefault(node.name, []).extend([a.value for a in c.args if isinstance(a, ast.Constant)] for c in calls)
    return told


def untested(help_text, folder):
    """Commands without a test that bears their name and runs them."""
    told = running(folder)
    for command, verb in commands(help_text):
        words = [w for w in (command, verb) if w]
        calls = told.get(method(command, verb), [])
        if not any(all(w in call for w in words) for call in calls):
            yield " ".join(words)
