"""Disturbs works at random and compares what they come to; see .ci/soak.

soak.py MINUTES PROGRAM WORK DISK SEED: WORK is a directory, WORK/disk may be full where DISK is yes."""

import collections
import hashlib
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import time

minutes, program, work, has_disk, seed = float(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3]), sys.argv[4] == "yes", int(sys.argv[5])
chance = random.Random(seed)
disk = work / "disk"
ROOT = pathlib.Path(__file__).resolve().parent.parent
PARIS, LOGROLL = (str(ROOT / f"scenarios/{name}.jsonc") for name in ("paris-2025", "logroll"))

WORKS = {
    "sweep": ["sweep", LOGROLL, "--vary", "parties.farmers.willingness=0.3..1:60", "--runs", "1500"],
    "run in three shards": ["run", PARIS, "--runs", "6000", "--keep-runs"],
    "run": ["run", PARIS, "--runs", "4000"],
    "formula": ["formula", PARIS, "--draws", "3000", "--runs", "200"],
}
SHARDS = 3
# Calls of the system of which one fails.
CALLS = ["write", "fsync", "fdatasync", "rename,renameat,renameat2", "link,linkat", "unlink,unlinkat", "mkdir,mkdirat", "ftruncate", "openat"]


class Soak(Exception):
    pass


def digests(folder: pathlib.Path) -> dict[str, str]:
    """Every file of a result but what names times and the machine."""
    left_out = {"manifest.json", "timing.csv", "plan.json", "study.json"}
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name not in left_out and not path.name.endswith(".journal")
    }


def execute(words: list[str], *, ends=None, blocks=None, inject=None) -> tuple[int, int, str]:
    """The status, the most resident memory in bytes, and what was said; `ends` is a moment in seconds and a signal."""
    if inject:
        words = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", "/dev/null", "-e", f"trace={inject[0]}", "-e", "inject={}:error={}:when={}".format(*inject), *words]
    errors = work / "errors"

    def limit() -> None:
        if blocks:
            resource.setrlimit(resource.RLIMIT_FSIZE, (blocks, blocks))

    with errors.open("wb") as said:
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=said, preexec_fn=limit, start_new_session=True)
        if ends:
            moment = time.monotonic() + ends[0]
            while time.monotonic() < moment and not os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                time.sleep(0.01)
            os.kill(process.pid, ends[1])
        _, code, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    return process.returncode, usage.ru_maxrss * 1024, errors.read_text(errors="replace")


def lines(name: str, folder: pathlib.Path) -> list[list[str]]:
    """What has to be done now, one command after the other, to have the result in the folder."""
    words = [program, *WORKS[name], "--quiet", "--threads", "1", "--out", str(folder)]
    if name == "sweep":
        return [[program, "sweep", "--resume", str(folder), "--quiet", "--threads", "1"]] if (folder / "plan.json").exists() else [words]
    if name == "run in three shards":
        # What is merged is whole, and has no shards any more.
        if (folder / "manifest.json").exists():
            return []
        return [[*words, "--shard", f"{shard}/{SHARDS}"] for shard in range(1, SHARDS + 1)] + [[program, "merge", str(folder), "--quiet"]]
    if (folder / "study.journal").exists():
        return [[*words, "--resume"]]
    return [words] if not folder.exists() else [[*words, "--force"]]


def tear(folder: pathlib.Path) -> bool:
    """Takes some bytes off the end of a journal, as a power cut may do."""
    journals = [path for path in folder.glob("*.journal") if path.stat().st_size > 400] if folder.exists() else []
    if not journals:
        return False
    path = chance.choice(journals)
    os.truncate(path, path.stat().st_size - chance.randint(1, 20))
    return True


def disturb(harm: str, words: list[str], whole: float, folder: pathlib.Path) -> tuple[int, str]:
    """Executes a line with a harm; fails where it ends as it must not. What it says is the harm that came true."""
    if harm in ("KILL", "TERM", "INT"):
        number = signal.Signals[f"SIG{harm}"]
        # TERM before the program hears signals kills it as KILL does.
        status, _, said = execute(words, ends=(chance.uniform(0.02, whole), number))
        allowed = {0, -number} if harm == "KILL" else {0, 75, 128 + number, -number}
        happened = status != 0
    elif harm == "small files":
        status, _, said = execute(words, blocks=chance.choice([1, 4, 16, 64, 256]) * 1024)
        allowed, happened = {0, 73, 74}, status != 0
    elif harm == "full disk":
        ballast = disk / "ballast"
        room = os.statvfs(disk)
        left = chance.choice([0, 4, 16, 64, 256]) * 1024
        with ballast.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(4096, room.f_bavail * room.f_frsize - left))
        try:
            status, _, said = execute(words)
        finally:
            ballast.unlink()
        allowed, happened = {0, 73, 74}, status != 0
    else:
        # A call before the program's own, of the loader, ends it with 127.
        status, _, said = execute(words, inject=(chance.choice(CALLS), chance.choice(["EIO", "ENOSPC", "EACCES"]), chance.randint(1, 60)))
        allowed, happened = {0, 66, 73, 74, 127}, status != 0
    if status not in allowed:
        raise Soak(f"{harm}: {' '.join(words[1:])} ended with {status}: {said}")
    if harm not in ("KILL", "failing calls") and status not in (0, -signal.SIGTERM, -signal.SIGINT) and not said.strip():
        raise Soak(f"{harm}: {' '.join(words[1:])} ended with {status} and said nothing")
    return status, harm if happened else "nothing"


def main() -> None:
    print(f"soak: {minutes:g} minutes, SEED={seed}", flush=True)
    wholes: dict[str, dict[str, str]] = {}
    seconds: dict[str, float] = {}
    most: dict[str, list[int]] = collections.defaultdict(list)
    for name in WORKS:
        folder = work / f"whole-{len(wholes)}"
        began = time.monotonic()
        status, _, said = execute([program, *WORKS[name], "--quiet", "--threads", "1", "--out", str(folder)])
        if status != 0:
            raise Soak(f"{name}: {said}")
        seconds[name] = time.monotonic() - began
        wholes[name] = digests(folder)
        if len(wholes[name]) < 3:
            raise Soak(f"{name}: only {list(wholes[name])} is there to be compared")
        print(f"soak: {name}: {len(wholes[name])} files in {seconds[name]:.1f} s in one piece", flush=True)

    long = subprocess.Popen([program, "run", PARIS, "--runs", "100000000", "--threads", "1", "--quiet", "--out", str(work / "long")], stdout=subprocess.DEVNULL)
    resident: list[int] = []

    def look() -> None:
        """The resident memory of the long run, in kB."""
        status = pathlib.Path(f"/proc/{long.pid}/status").read_text()
        resident.append(int(status.split("VmRSS:")[1].split()[0]))

    harms = collections.Counter()
    done = collections.Counter()
    end = time.monotonic() + 60 * minutes
    kinds = ["KILL", "TERM", "INT", "small files", "failing calls"] + (["full disk"] if has_disk else [])
    place = disk if has_disk else work
    try:
        while time.monotonic() < end:
            name = chance.choice(list(WORKS))
            folder = place / "disturbed"
            shutil.rmtree(folder, ignore_errors=True)
            for _ in range(chance.randint(1, 6)):
                harm = chance.choice(kinds)
                for words in lines(name, folder):
                    status, what = disturb(harm, words, seconds[name], folder)
                    harms[what] += 1
                    look()
                    if status != 0:
                        break
                if chance.random() < 0.25 and tear(folder):
                    harms["torn journal"] += 1
            peak = 0
            for words in lines(name, folder):
                status, memory, said = execute(words)
                if status != 0:
                    raise Soak(f"{name}: after all, {' '.join(words[1:])} ended with {status}: {said}")
                peak = max(peak, memory)
            found = digests(folder)
            if found != wholes[name]:
                others = sorted(key for key in found.keys() | wholes[name].keys() if found.get(key) != wholes[name].get(key))
                raise Soak(f"{name}: {', '.join(others)} came out otherwise")
            if peak:
                most[name].append(peak)
            done[name] += 1
    finally:
        long.terminate()
        status = long.wait()
    if status != 75:
        raise Soak(f"the long run ended with {status}")
    print("soak: " + ", ".join(f"{count} × {name}" for name, count in sorted(done.items())) + ", each to the bytes of one piece")
    print("soak: disturbed by " + ", ".join(f"{harm} {count}" for harm, count in sorted(harms.items())))
    for name, peaks in sorted(most.items()):
        print(f"soak: {name}: at most {min(peaks) / 1e6:.1f} to {max(peaks) / 1e6:.1f} MB resident in the last part")
    quarter = len(resident) // 4
    if quarter < 3:
        raise Soak("too few looks at the long run")
    early, late = max(resident[quarter : 2 * quarter]), max(resident[-quarter:])
    print(f"soak: a run of {minutes:g} minutes: {early / 1e3:.1f} MB resident at most in its second quarter, {late / 1e3:.1f} in its last")
    if late > 1.05 * early + 1000:
        raise Soak("its memory grows")


try:
    main()
except Soak as fault:
    sys.exit(f"soak: {fault} (SEED={seed})")
