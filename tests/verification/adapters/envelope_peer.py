#!/usr/bin/env python3
"""An independent implementation of the provider's envelope (python3-cryptography), as a peer for the test.

Commands, one a line on standard input; one answer a line:
  key                     -> our public key, base64 of X and Y
  seal THEIRS TEXT64      -> base64 of IV (16), ciphertext, tag
  open THEIRS SEALED      -> base64 of the plain text, or "error"
  zero THEIRS             -> makes new keys until the shared X begins with a zero byte; our public key then
"""
import base64
import os
import sys

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

key = ec.generate_private_key(ec.SECP256K1())


def public(k):
    n = k.public_key().public_numbers()
    return base64.b64encode(n.x.to_bytes(32, "big") + n.y.to_bytes(32, "big")).decode()


def shared(theirs):
    raw = base64.b64decode(theirs)
    numbers = ec.EllipticCurvePublicNumbers(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"), ec.SECP256K1())
    return key.exchange(ec.ECDH(), numbers.public_key())


for line in sys.stdin:
    words = line.split()
    if words[0] == "key":
        print(public(key), flush=True)
    elif words[0] == "zero":
        while shared(words[1])[0] != 0:
            key = ec.generate_private_key(ec.SECP256K1())
        print(public(key), flush=True)
    elif words[0] == "seal":
        iv = os.urandom(16)
        print(base64.b64encode(iv + AESGCM(shared(words[1])).encrypt(iv, base64.b64decode(words[2]), None)).decode(), flush=True)
    elif words[0] == "open":
        data = base64.b64decode(words[2])
        try:
            print(base64.b64encode(AESGCM(shared(words[1])).decrypt(data[:16], data[16:], None)).decode(), flush=True)
        except Exception:
            print("error", flush=True)
