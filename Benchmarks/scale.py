"""The program's own figures: two workers, coded passages, one document in a pipe, memory and cost by size.

  scale.py NORMTAG WORK DOCUMENTS ROUNDS SIZE …

CPU is user and system time; commands that are compared run in turn, and the median of the rounds is shown.
"""

import json
import os
import random
import subprocess
import sys
import time

normtag, work, documents, rounds, *sizes = sys.argv[1:]
rounds = int(rounds)
text = f"{work}/c{documents}/txt"
megabytes = sum(entry.stat().st_size for entry in os.scandir(text)) / 1e6


def measure(command, input=None):
    """CPU seconds, wall seconds and peak MB of one run; stops if it fails."""
    start = time.perf_counter()
    child = subprocess.Popen(
        command, stdin=open(input, "rb") if input else subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit {child.returncode}")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss / 1024


def median(values):
    return sorted(values)[len(values) // 2]


def turns(commands, count=rounds, input=None):
    """Medians of CPU, wall and peak of each command."""
    runs = [[measure(command, input) for command in commands] for _ in range(count)]
    return [tuple(median([run[i][k] for run in runs]) for k in range(3)) for i in range(len(commands))]


def run(path, *options):
    return [normtag, "run", *options, "-o", f"{work}/out/scale", *([path] if path else [])]


one, two, three = turns([run(text, "--no-passages", "--jobs", str(jobs)) for jobs in (1, 2, 3)])
coded, tagged = turns([run(text, "--jobs", "1"), [normtag, "tag", text]])
document = min(os.scandir(text), key=lambda entry: abs(entry.stat().st_size - 10_000)).path
pipe = turns([[normtag, "tag", "-"]], 15, document)[0]
version = turns([[normtag, "--version"]], 15)[0]
print("| figure | measured | target |\n|---|---|---|")
print(f"| two workers: wall time falls by | {one[1] / two[1]:.2f}× (load {os.getloadavg()[0]:.1f}) | 1.75× on an idle machine |")
print(f"| two workers: CPU more | {100 * (two[0] / one[0] - 1):.1f} % | 7 % |")
print(f"| one worker more: memory | {two[2] - one[2]:.0f} MB, the third {three[2] - two[2]:.0f} MB | 25 MB |")
print(f"| tables only | {megabytes / one[0]:.1f} MB of input a CPU second | |")
print(f"| coded passages by `run` | {megabytes / coded[0]:.1f} MB of input a CPU second | 25 |")
print(f"| coded passages by `tag` | {megabytes / tagged[0]:.1f} MB of input a CPU second | 25 |")
print(f"| one 10 kB document through a pipe | {1000 * pipe[0]:.0f} ms CPU ({1000 * version[0]:.0f} of it `--version`) | 25 ms |")
print(flush=True)


def corpus(count):
    """Text files of about 10 kB, mixed from the paragraphs of the small corpus, and lists of the first 100, 1,000 …"""
    folder = f"{work}/scale-{count}"
    if not os.path.exists(f"{folder}/ready"):
        source = random.Random(7)
        paragraphs = []
        for entry in sorted(os.scandir(text), key=lambda entry: entry.name):
            paragraphs += open(entry.path, encoding="utf-8").read().strip().split("\n\n")[1:]
        issuers = ["CHN", "USA", "RUS", "BRA", "IND", "EU", "SGP", "ZAF", "CUB", "DEU"]
        with open_list(folder, count) as names:
            for number in range(count):
                part = f"{folder}/{number // 1000:03d}"
                if number % 1000 == 0:
                    os.makedirs(part, exist_ok=True)
                name = f"{part}/{source.choice(issuers)}_{source.randrange(1990, 2024)}_{number:06d}.txt"
                size, chosen = 0, ["Statement on the subject of cyberspace"]
                while size < 10_000:
                    chosen.append(source.choice(paragraphs))
                    size += len(chosen[-1]) + 2
                open(name, "w", encoding="utf-8").write("\n\n".join(chosen) + "\n")
                names.write(name + "\n")
        open(f"{folder}/ready", "w").close()
    return f"{folder}.list"


def open_list(folder, count):
    os.makedirs(folder, exist_ok=True)
    return open(f"{folder}.list", "w", encoding="utf-8")


def cells():
    """Actor × issue × document cells of the last run, from its tallies."""
    total = 0
    for line in open(f"{work}/out/scale/tallies.jsonl", encoding="utf-8"):
        part = json.loads(line).get("part")
        total += len({(cell[0], cell[1]) for cell in part["cells"]}) if part else 0
    return total


sizes = [int(size) for size in sizes]
if sizes:
    names = corpus(max(sizes))
    print("| documents | CPU s | CPU ms a document | peak MB | cells | 80 MB + 64 B a cell |\n|---|---|---|---|---|---|")
for size in sizes:
    some = f"{work}/some.list"
    with open(some, "w", encoding="utf-8") as file:
        file.writelines(open(names, encoding="utf-8").readlines()[:size])
    cpu, _, peak = turns([run(None, "--no-passages", "--jobs", "1", "--files-from", some)], 3 if size <= 1000 else 1)[0]
    count = cells()
    print(f"| {size:,} | {cpu:.2f} | {1000 * cpu / size:.2f} | {peak:.0f} | {count:,} | {80 + 64 * count / 1e6:.0f} |", flush=True)
