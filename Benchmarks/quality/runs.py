"""Runs programs with their time and memory, and keeps what they came to, so that a run that was stopped goes on."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

LAUNCHER = Path(__file__).parent / "launcher.py"


class RunFailed(Exception):
    """A program that did not end well; the words say which, how, and its last lines."""


def run(command, allowed=(0,), output=False):
    """Wall and processor seconds, peak megabytes (of the largest process) and, if asked for, what it prints."""
    with tempfile.TemporaryFile() as errors, tempfile.TemporaryFile() as out, tempfile.NamedTemporaryFile() as taken:
        words = [str(word) for word in command]
        launcher = [sys.executable, "-I", "-S", LAUNCHER, taken.name]
        subprocess.run(launcher + words, stdin=subprocess.DEVNULL, stdout=out, stderr=errors, check=True)
        result = json.loads(taken.read())
        code = result.pop("exit")
        if code not in allowed:
            errors.seek(0)
            tail = errors.read().decode("utf-8", "replace").strip().splitlines()[-5:]
            raise RunFailed(f"{' '.join(words)}: exit {code}: " + " | ".join(tail))
        if output:
            out.seek(0)
            result["output"] = out.read().decode("utf-8")
        return result


def digest(*parts):
    """Of texts, and of files by their bytes (`Path`)."""
    whole = hashlib.sha256()
    for part in parts:
        if isinstance(part, Path):
            with open(part, "rb") as file:
                whole.update(hashlib.file_digest(file, "sha256").digest())
        else:
            whole.update(str(part).encode() + b"\0")
    return whole.hexdigest()[:20]


class Cache:
    """Answers as JSON files by key. Written whole or not at all."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    def find(self, *key):
        path = self.folder / (digest(*key) + ".json")
        return json.loads(path.read_text()) if path.exists() else None

    def keep(self, value, *key):
        path = self.folder / (digest(*key) + ".json")
        draft = path.with_suffix(f".{os.getpid()}.part")
        draft.write_text(json.dumps(value))
        draft.replace(path)
        return value

    def get(self, make, *key):
        """The answer that is there, or else the one that `make` gives."""
        found = self.find(*key)
        return self.keep(make(), *key) if found is None else found
