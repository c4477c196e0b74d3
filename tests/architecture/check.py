#!/usr/bin/env python3
"""Rules that the compiler does not keep. An exception is written in its line: `allowed: reason`."""
import json
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
faults = []
sources = [p for d in ("app", "ui", "models") for p in (root / d).rglob("*") if p.suffix in (".cpp", ".h")]

banned = [
    (r'#include\s+<Qt\w+/', "include Qt headers without the module's folder"),
    (r'#include\s+"\.\./', "no relative includes"),
    (r'\bQEventLoop\b|processEvents|waitForFinished|waitForReadyRead|waitForConnected|waitForBytesWritten', "no nested event loop, no blocking wait"),
    (r'\.exec\(\)(?!;?\s*//)', "dialogs open(), they do not exec()"),
    (r'\.then\(', "no raw QFuture continuation: whenDone() or andThen()"),
    (r'setInsecureFallback\(true', "never an insecure keychain"),
    (r'QSqlTableModel|QSqlQueryModel', "models do no SQL"),
    (r'ignoreSslErrors|VerifyNone|QueryPeer', "certificate checks cannot be switched off"),
    (r'\bTODO\b|\bFIXME\b|\bXXX\b', "no marks left"),
]
# Words that were private and have the field's now (resources/docs/glossary.md): no type and no file is called so again.
old_words = ("mirror workspace desk runtime quarantine putaside tasklist freshness renewal policyrule trialreadiness doctor holdcause "
             "judgement judge budget flight seed leftout standing looks").split()
# Folders a layer may never name, whatever the link lines say.
forbidden = {
    "app/lab": ["net/", "store/", "services/", "vault/"],
    "app/domain": ["net/", "store/", "services/", "vault/", "httpd/", "models/", "ui/"],
    "app/core": ["domain/", "net/", "store/", "services/", "vault/", "httpd/"],
    "app/net": ["store/", "vault/", "services/", "lab/", "ui/"],
    "app/store": ["net/", "vault/", "services/", "lab/", "ui/"],
    "app/vault": ["net/", "store/", "services/", "domain/"],
    "models": ["net/", "store/", "vault/", "services/", "ui/", "lab/"],
    "ui": ["net/", "store/", "vault/", "lab/", "httpd/", "assembly/"],
}
# What shows foreign text in the window, and the one file that may do it by itself.
doors = [
    (r'new QTableWidgetItem\((?!\))', "ui/tables/table.cpp", "a cell is a cellItem()"),
    (r'new QListWidgetItem\((?!\w+\))', "ui/tables/table.cpp", "an entry of a list is a listItem()"),
    (r'new QLabel\((?!\))|QLabel::setText', "ui/controls/label.cpp", "a text is shown by a Label, which takes it as it stands"),
    (r'Qt::(AutoText|MarkdownText)', "ui/widgets/plaintexts.cpp", "nothing guesses whether a text is markup"),
    (r'setMarkdown\(|setHtml\(|insertHtml\(|appendHtml\(', "ui/audit/reportpdf.cpp", "Markdown is shown by setReport(), which loads and runs nothing"),
    (r'addAction\((?!.*menuText\().*\bname\b', "", "a name in a menu is a menuText()"),
]
# JSON of our own that the window reads or writes itself. Vendors' JSON ends in app/net: the window gets structs.
own_json = {
    "ui/audit/auditinspector.cpp": "prints the recorded data of an entry of the audit log",
    "ui/common/theme.cpp": "reads tokens.json",
    "ui/identities/activitycard.cpp": "reads the recorded data of entries of the audit log",
    "ui/identities/identitiespage.cpp": "keeps its last query in this computer's settings",
    "ui/sessions/sessionevidence.cpp": "reads the details of a session's notes",
    "ui/sessions/sessionmessages.cpp": "shows as JSON what was sent and what was kept",
    "ui/sessions/sessiontimeline.cpp": "reads the details of a session's notes",
    "ui/settings/settingsdialogs.cpp": "writes and reads the settings file",
}
json_look_up = re.compile(r'(?:(?:\.|->)value\(|\[)\s*(?:QStringLiteral|QLatin1String)\(')


def json_faults(rel, text, header):
    """Includes of QJson… and look-ups by a key; what is looked up in settings or in a table of the file's own is none."""
    others = set(re.findall(r'\bQSettings\s*[&*]?\s*(\w+)|(\w+) = [\w.>()-]*settings\(\);', text))
    others = {name for pair in others for name in pair if name}
    others |= set(re.findall(r'\bQ(?:Multi)?(?:Hash|Map)<[^;{}()]*>\s*(\w+)', text + header))
    for n, line in statements(text.splitlines()):
        if re.match(r'#include\s+<QJson', line):
            yield f"{rel}:{n}: the window knows no JSON: {line.strip()}"
        for m in json_look_up.finditer(line):
            asked = re.search(r'(settings\(\)|\w*)\s*$', line[:m.start()]).group(1)
            if asked != "settings()" and asked not in others:
                yield f"{rel}:{n}: the window looks no key up: {line.strip()[:90]}"


def statements(lines):
    """Number of its first line and text of each statement, with what is said behind it: a rule sees all of it."""
    start, held = 1, ""
    for n, line in enumerate(lines, 1):
        if not held:
            start = n
        held = (held + " " + line.strip()) if held else line
        code = re.sub(r'\s*//.*$', '', line).rstrip()
        if not code or code[-1] in ";{}:" or line.startswith("#"):
            yield start, held
            held = ""
    if held:
        yield start, held


def joined(text):
    """Neighbouring string literals are one, as the compiler reads them."""
    return re.sub(r'"\s*\n\s*"', '', text)


for path in sources:
    rel = path.relative_to(root).as_posix()
    lines = path.read_text().splitlines()
    for word in old_words:
        if re.match(rf"{word}(s|policy|provider|dialog|page|table|list|command|sql)?$", path.stem):
            faults.append(f"{rel}: an old word; see resources/docs/glossary.md")
    for m in re.finditer(r"^(?:class|struct|enum class) (\w+)(?! *;)", path.read_text(), re.M):
        if m.group(1).lower() in old_words:
            faults.append(f"{rel}: {m.group(1)} is an old word; see resources/docs/glossary.md")
    if len(lines) > 600:
        faults.append(f"{rel}: {len(lines)} lines; more than 600 wants to be two files")
    for n, line in statements(lines):
        if "allowed:" in line:
            continue
        for pattern, why in banned:
            if re.search(pattern, line) and not (pattern.startswith(r'\.exec') and ("QApplication::exec" in line or "QCoreApplication::exec" in line or "q.exec" in line or "c.exec" in line)):
                faults.append(f"{rel}:{n}: {why}: {line.strip()[:90]}")
        m = re.match(r'#include "([^"]+)"', line)
        if m:
            for layer, roots in forbidden.items():
                if rel.startswith(layer + "/") and any(m.group(1).startswith(r) for r in roots):
                    faults.append(f"{rel}:{n}: {layer} may not include {m.group(1)}")
        # What a person typed or piped comes in through domain::takenSecret(), which trims and checks it.
        if re.search(r'\bmakeSecret\(', line) and (rel.startswith("ui/") or rel.startswith("app/cli/")):
            faults.append(f"{rel}:{n}: a typed secret goes through domain::takenSecret()")
        if re.match(r'#include <QSql', line) and not rel.startswith("app/store/"):
            faults.append(f"{rel}:{n}: only the store includes QtSql")
        if rel.startswith("models/") and re.search(r'QColor|QIcon|QPixmap|QWidget', line):
            faults.append(f"{rel}:{n}: models know no colours and no widgets")
        if rel.startswith("app/domain/") and "Q_OBJECT" in line:
            faults.append(f"{rel}:{n}: the domain has no QObject")
        # Whose word an error is: the network's readers mark what a vendor said, everybody else speaks for the console.
        if rel.startswith("app/net/") and re.search(r'\bmakeError\((core::)?ErrorCode::(Offline|Timeout|Certificate|Unauthorized|Forbidden|NotFound|RateLimited|Rejected|Server|Protocol)\b', line):
            faults.append(f"{rel}:{n}: what a vendor said is a core::vendorError()")
        if "vendorError(" in line and not rel.startswith(("app/net/", "app/core/")):
            faults.append(f"{rel}:{n}: only the network's readers say what a vendor said")
        # Text that somebody else wrote leaves through domain/outputtext.h: every door has one place.
        if "printf(" in line and "qUtf8Printable(" in line and "terminalText(" not in line:
            faults.append(f"{rel}:{n}: what a terminal or a log gets goes through domain::terminalText()")
        if rel.startswith("ui/"):
            for pattern, home, why in doors:
                if rel != home and re.search(pattern, line):
                    faults.append(f"{rel}:{n}: {why}: {line.strip()[:90]}")
        # A connection without a receiver outlives what it captures.
        if re.search(r'connect\([^,]+,\s*&\w+(::\w+)+,\s*\[', line):
            faults.append(f"{rel}:{n}: connect a lambda with a context object")
    if rel.startswith("ui/") and rel not in own_json:
        header = path.with_suffix(".h")
        faults.extend(json_faults(rel, path.read_text(), header.read_text() if header.exists() else ""))
    if rel.startswith("ui/"):
        text = path.read_text()
        for m in re.finditer(r'(setText|setWindowTitle|setToolTip|setPlaceholderText|addAction|addTab|setAccessibleName)\(\s*(QStringLiteral|QLatin1String)\("([^"]*[A-Za-z]{3}[^"]*)"', text):
            if m.group(3) not in ("Ctrl+Enter", "Ctrl+K") and "://" not in m.group(3):
                faults.append(f"{rel}: bare text a person sees: {m.group(3)[:60]}")
# What the audit log is told has a text for whoever reads it.
texts = joined((root / "app/domain/audit/audittext.cpp").read_text()) + (root / "app/domain/operations/operation.cpp").read_text()
spoken = r'(?:action = |[eE]vent\([^;{]*?|\bentry\((?:\{\}|[^;{])*?|\.audit\([^;{]*?)QStringLiteral\("([a-z]+(?:-[a-z]+)*(?:\.[a-z-]+)?)"\)'
for path in sources:
    for action in re.findall(spoken, path.read_text()):
        if "." in action and f'"{action}"' not in texts:
            faults.append(f"{path.relative_to(root)}: the log is told {action}, which has no text in domain/audit/audittext.cpp")
# Texts of the scenarios that come with the console can be translated.
known = joined((root / "ui/lab/scenariotexts.cpp").read_text())
for path in sorted((root / "resources/scenarios").glob("*.json")):
    scenario = json.loads(path.read_text())
    for text in (scenario["title"], scenario["about"]):
        if json.dumps(text, ensure_ascii=False) not in known:
            faults.append(f"{path.name}: not in ui/lab/scenariotexts.cpp: {text[:60]}")
for name in own_json:
    if not list(json_faults(name, (root / name).read_text(), "")):
        faults.append(f"{name}: has no JSON any more; take it off the list in check.py")
for f in faults:
    print(f)
print(f"{len(sources)} files, {len(faults)} faults")
sys.exit(1 if faults else 0)
