"""Runs whole processes in turn and prints medians, ratios and what they may be at most."""
import os
import platform
import statistics
import subprocess
import sys
from pathlib import Path

bench, quick = Path(sys.argv[1]), "--quick" in sys.argv
root = Path(__file__).parent.parent
waymark = str(bench / "waymark")
python = str(bench / "venv/bin/python")
failures = []


def machine():
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    print(f"{system}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.2f}")


def run(command):
    """Wall and processor time in seconds and largest resident size in MiB of one whole process."""
    wall, processor, memory, status = map(int, subprocess.check_output([bench / "once", *command]).split())
    if status != 0:
        failed = subprocess.run(command, capture_output=True, text=True)
        sys.exit(f"{' '.join(command)}\nended with {status}\n{failed.stdout[-2000:]}{failed.stderr[-2000:]}")
    return wall / 1e9, processor / 1e9, memory / 1024


def compare(title, rounds, **commands):
    """Takes the commands in turn, `rounds` times, and gives the median wall time of each."""
    runs = {name: [] for name in commands}
    for name in commands:
        run(commands[name])  # fills the caches
    for _ in range(3 if quick else rounds):
        for name, command in commands.items():
            runs[name].append(run(command))
    print(f"\n{title} ({len(next(iter(runs.values())))} rounds in turn)")
    for name, taken in runs.items():
        wall, cpu, memory = ([each[at] for each in taken] for at in range(3))
        print(f"  {name:<16} {statistics.median(wall) * 1e3:9.1f} ms  (least {min(wall) * 1e3:.1f}, "
              f"processor {statistics.median(cpu) * 1e3:.1f})  {max(memory):7.1f} MiB")
    return {name: tuple(statistics.median(each[at] for each in taken) for at in range(2)) for name, taken in runs.items()}


def goal(text, value, most, unit="", processor=None):
    """Prints a ratio or a figure beside what it may be at most; on a busy machine the processor's is the steadier one."""
    met = value <= most
    failures.extend([] if met else [text])
    beside = f" (processor {processor:.3g})" if processor else ""
    print(f"  {text}: {value:.3g}{unit}{beside}, at most {most:g}{unit}{'' if met else '  MISSED'}")


def ratio(text, times, one, other, most, less=None):
    """The goal that `one` takes at most `most` times as long as `other`, from whose time that of `less` is taken."""
    own, theirs = times[one], [times[other][at] - (times[less][at] if less else 0) for at in range(2)]
    goal(text, own[0] / theirs[0], most, processor=own[1] / theirs[1])


def end():
    sys.exit(f"\nmissed: {'; '.join(failures)}" if failures else 0)
