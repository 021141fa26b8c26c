"""Runs Waymark and its peers in turn and prints times, ratios and memory. Started by `Benchmarks/run`."""
import os
import platform
import statistics
import subprocess
import sys
from pathlib import Path

import inputs
import replay

bench, quick = Path(sys.argv[1]), "--quick" in sys.argv
root = Path(__file__).parent.parent
out = bench / "out"
waymark = str(next(bench.glob("swift/*/release/waymark")))
python, d2 = str(bench / "venv/bin/python"), str(bench / "venv/bin/d2")
failures = []


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


def render(workspace, name, journey):
    return [waymark, "render", str(workspace), "--journey", journey, "--format", "svg", "--out", str(out / name)]


made = inputs.make(bench, root / "journeys")
out.mkdir(exist_ok=True)
print(f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.2f}")

airport = compare(
    "The airport journey to SVG", 25,
    waymark=render(root / "journeys/airport", "airport", "airport"),
    dot=["dot", "-Tsvg", "-o", str(out / "airport-dot.svg"), str(made / "airport.dot")],
    d2=[d2, "--layout=dagre", str(made / "airport.d2"), str(out / "airport-d2.svg")])
ratio("waymark / dot", airport, "waymark", "dot", 0.5)
ratio("waymark / D2", airport, "waymark", "d2", 0.2)

longs = {}
for count in (1000, 10000):
    longs[count] = render(made / f"long-{count}", f"long-{count}", "long")
    run(longs[count])
    replay.record(out / f"long-{count}/long.svg", out / f"long-{count}.calls")
replayed = [str(bench / "replay"), str(out / "long-10000.calls"), str(out / "replayed.svg")]
run(replayed)
if not replay.same(out / "long-10000/long.svg", out / "replayed.svg"):
    sys.exit("the C program does not write what Waymark writes")


def merman(count):
    return [python, str(root / "Benchmarks/merman_journey.py"), str(made / f"long-{count}.mmd"), str(out / "merman.svg")]


long = compare("1,000 and 10,000 touchpoints to SVG", 11, waymark_1000=longs[1000], waymark_10000=longs[10000],
               c_10000=replayed, merman_0=merman(0), merman_1000=merman(1000), merman_10000=merman(10000))
ratio("waymark 10,000 / 1,000", long, "waymark_10000", "waymark_1000", 12)
ratio("waymark / merman, 10,000", long, "waymark_10000", "merman_10000", 1)
ratio("the same less merman's start", long, "waymark_10000", "merman_10000", 1, less="merman_0")
ratio("waymark / C program, 10,000", long, "waymark_10000", "c_10000", 4)
goal("memory of 10,000", run(longs[10000])[2], 256, " MiB")
print(f"  SVG of 10,000: {(out / 'long-10000/long.svg').stat().st_size / 1e6:.1f} MB")

check = compare("check of 1,000 files of 100 lines", 15, waymark=[waymark, "check", str(made / "many")])
goal("check", check["waymark"][0], 0.3, " s", processor=check["waymark"][1])
sys.exit(f"\nmissed: {'; '.join(failures)}" if failures else 0)
