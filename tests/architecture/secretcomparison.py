#!/usr/bin/env python3
"""A secret is compared in constant time: `secretcomparison.py ROOT` finds `==` and its like where something secret is compared.

How long a comparison takes must not tell a sender how much of a guess was right: CRYPTO_memcmp, in one function, for what came
from outside. The simulators (app/lab) hold invented secrets only.
"""
import pathlib
import re
import sys

from figures import bare

# What is compared otherwise, and why that tells nobody anything.
ALLOWED = {
    "app/cli/shell/secretinput.cpp: if ((*first)->reveal() != (*again)->reveal())": "Typed twice by one person, at one terminal.",
    "app/vault/keychainvault.cpp: if (back->reveal() != secret->reveal())": "What was just written, read back from the own keychain.",
    "app/net/sailpoint/tokens.cpp: if (used == m_token)": "Which of the own tokens was refused.",
    "app/net/receiver/authenticator.cpp: if (auth == CallbackAuth::Hmac && given != given.trimmed())": "The operator's own input.",
}
# Where strangers' proofs are looked at: any comparison of one of these is suspect there.
DOORS = ("app/net/receiver/", "app/net/provider/", "app/net/sailpoint/", "app/services/recovery/", "app/services/callbacks/", "app/vault/")
PROOF = r"(?:m_)?(?:\w*(?:[sS]ignature|[sS]ecret|[tT]oken|[pP]assword|[pP]assphrase|[mM]ac|[dD]igest|readBack)|given|known)"
OPERAND = rf"\*?{PROOF}(?:\(\))?"
LAST = r"(?![\w.(]|::|->)"
REVEALED = r"reveal\(\)(?:\.\w+\(\))?"
RULES = [
    (rf"{REVEALED}\)?\s*[=!]=|[=!]=\s*[*(]*[\w.>-]*{REVEALED}(?!\.size)", None),
    (rf"{REVEALED}\.(?:compare|startsWith|endsWith|contains|indexOf)\(", None),
    (rf"(?<![\w.>:])(?:{OPERAND}){LAST}\s*[=!]=(?!\s*(?:nullptr|\w+\.(?:end|constEnd)\(\)|QLatin1String))", DOORS),
    (rf"[=!]=\s*{OPERAND}{LAST}", DOORS),
    (r"(?<!CRYPTO_)\b(?:std::)?(?:memcmp|strn?cmp|strcasecmp|qstrcmp|qstrn?icmp)\(|\bstd::equal\(", DOORS),
]


def faults(rel, text):
    """The lines of a source that compare a secret as if it were any text."""
    for line in bare(text).splitlines():
        if any((doors is None or rel.startswith(doors)) and re.search(rule, line) for rule, doors in RULES):
            yield f"{rel}: {line.strip()}"


def keeps_its_word():
    """What has to be found, and what has not: a rule that finds nothing keeps nothing."""
    found = ["if (secret->reveal() == given)", "return *given == (*known)->reveal();", "if (signature == expected)", "return known != given;", "if (a == m_token)", "if (std::memcmp(a, b, n) == 0)",
             "x = s.reveal().toByteArray() == y;", "return secret->reveal().startsWith(x);"]
    passed = ["if (s->reveal().size() < 16)", "if (known == nullptr)", "return known == words.end();", "if (given.size() == known.size() &&", "CRYPTO_memcmp(a, b, n) == 0",
              "if (m_client.style == TokenStyle::IdentityIq)", "if (auth == CallbackAuth::Hmac)", "const bool isNext = name == secretname::callbackNext;"]
    rel = "app/net/receiver/x.cpp"
    return [f"the rule does not find: {x}" for x in found if not list(faults(rel, x))] + [f"the rule finds: {x}" for x in passed if list(faults(rel, x))]


def main():
    root = pathlib.Path(sys.argv[1])
    told, seen = keeps_its_word(), set()
    sources = [p for d in ("app", "ui", "models") for p in sorted((root / d).rglob("*")) if p.suffix in (".cpp", ".h")]
    for path in sources:
        rel = path.relative_to(root).as_posix()
        if rel.startswith("app/lab/"):
            continue
        for fault in faults(rel, path.read_text()):
            seen.add(fault)
            if fault not in ALLOWED:
                told.append(f"{fault}: a secret is compared with CRYPTO_memcmp")
    told += [f"nothing is compared so any more: take it out: {x}" for x in ALLOWED if x not in seen]
    for rel, least in (("app/net/receiver/authenticator.cpp", 1), ("app/services/recovery/callerbinding.cpp", 1)):
        if (root / rel).read_text().count("CRYPTO_memcmp(") < least:
            told.append(f"{rel}: compares what a stranger sent, and not with CRYPTO_memcmp")
    for line in told:
        print(line)
    print(f"{len(sources)} files, {len(told)} faults")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
