"""Draws and checks with Waymark and its peers in turn and prints times, ratios and memory. Started by `Benchmarks/run`."""
import sys

import inputs
import replay
from turns import bench, compare, end, goal, machine, python, ratio, root, run, waymark

out = bench / "out"
d2 = str(bench / "venv/bin/d2")


def render(workspace, name, journey):
    return [waymark, "render", str(workspace), "--journey", journey, "--format", "svg", "--out", str(out / name)]


made = inputs.make(bench, root / "journeys")
out.mkdir(exist_ok=True)
machine()

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

sides = [str(made / "long-10000"), str(made / "edited-10000")]
diff = compare("diff of two workspaces of 10,000 touchpoints, and the comment of a usual pull request", 15,
               check=[waymark, "check", sides[0]], same=[waymark, "diff", sides[0], sides[0]],
               edited=[waymark, "diff", *sides],
               comment=[waymark, "diff", str(made / "pull-request/before"), str(made / "pull-request/after"),
                        "--fail-on", "hide-below-lowered", "--format", "md"])
# Both sides are read at once, so the clock says less than it takes.
for name in ("same", "edited"):
    goal(f"diff / check, {name}, processor time", diff[name][1] / diff["check"][1], 2)
goal("comment, processor time", diff["comment"][1] * 1e3, 50, " ms")
end()
