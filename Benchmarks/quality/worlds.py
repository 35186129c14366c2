"""The cases that are measured: generated ones, made when they are needed, and folders that are there already."""

import csv
import re
import shutil
from pathlib import Path

from runs import RunFailed, digest, run

PRESETS = (
    "standard", "slow-10", "slow-20", "heavy", "honest", "reseller", "careful", "change", "framed", "no-payments",
    "no-attributes", "no-prompt-keys", "coarse-time", "suspects", "control",
)
BESIDE = (".truth.csv", ".lookalikes.csv", ".evidence.csv")


class World:
    """An evidence folder with its truth beside it."""

    def __init__(self, preset, seed, folder):
        self.preset, self.seed, self.folder = preset, seed, Path(folder)

    @property
    def name(self):
        return self.folder.name

    def beside(self, suffix):
        return self.folder.with_name(self.folder.name + suffix)

    @property
    def truth_file(self):
        return self.beside(".truth.csv")

    def truth(self):
        """Account to operation."""
        with open(self.truth_file, encoding="utf-8-sig", newline="") as file:
            return {row["account_id"]: row["campaign"] for row in csv.DictReader(file)}

    def prepare(self):
        pass

    def discard(self):
        pass

    def key(self):
        """Changes with any byte of the folder or the files beside it."""
        files = sorted(path for path in self.folder.rglob("*") if path.is_file())
        files += [self.beside(suffix) for suffix in BESIDE if self.beside(suffix).exists()]
        return digest(*[part for path in files for part in (path.name, path)])


class GeneratedWorld(World):
    """Made by `revenuer generate`, and deleted after use: its digest is kept."""

    def __init__(self, preset, seed, accounts, bench):
        super().__init__(preset, seed, bench.scratch / "worlds" / f"{preset}-{accounts}-s{seed}")
        self.accounts, self.bench = accounts, bench

    def _origin(self):
        return "world", self.preset, self.accounts, self.seed, self.bench.tool_key

    def prepare(self):
        """Makes the folder if it is not there whole. A folder of another build of the program is made again."""
        mark = self.beside(".made-by")
        if mark.exists() and mark.read_text() == self.bench.tool_key and self.truth_file.exists():
            return
        self._remove()
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        command = [self.bench.tool, "generate", self.folder, "--preset", self.preset, "--accounts", self.accounts]
        run(command + ["--seed", self.seed])
        if not self.truth_file.exists():
            raise RunFailed(f"revenuer generate wrote no {self.truth_file.name} beside the folder")
        mark.write_text(self.bench.tool_key)

    def discard(self):
        if not self.bench.keep_worlds:
            self._remove()

    def _remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        for suffix in (*BESIDE, ".made-by"):
            self.beside(suffix).unlink(missing_ok=True)

    def key(self):
        """Known without the folder once it was made by this build."""
        def make():
            self.prepare()
            return World.key(self)

        return self.bench.cache.get(make, *self._origin())


def given(folders):
    """Worlds of folders named PRESET-sSEED, or of any name with FOLDER.truth.csv beside it."""
    worlds = []
    for folder in folders:
        path = Path(folder.rstrip("/")).absolute()
        if not path.is_dir():
            raise SystemExit(f"quality: {folder} is no folder")
        match = re.match(r"^(.*)-s(\d+)$", path.name)
        world = World(match[1] if match else path.name, int(match[2]) if match else 1, path)
        if not world.truth_file.exists():
            raise SystemExit(f"quality: {world.truth_file} is missing: without the truth nothing can be measured")
        worlds.append(world)
    return worlds
