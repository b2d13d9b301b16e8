"""Runs the blocks of R and Python in docs/analysis.md on a report, so that they stay true.

Usage: run_snippets.py DOCUMENT REPORT_DIR
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

document, report = map(pathlib.Path, sys.argv[1:])
blocks = re.findall(r"^```(r|python)\n(.*?)^```$", document.read_text(encoding="utf-8"), re.M | re.S)
assert {language for language, _ in blocks} == {"r", "python"}, "no block of R or of Python"
for language, code in blocks:
    command = [sys.executable, "-"] if language == "python" else [shutil.which("Rscript"), "-"]
    if command[0] is None:
        print("R block SKIPPED: no Rscript here (apt-get install r-base-core)")
        continue
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        (work / "report").symlink_to(report.resolve())
        subprocess.run(command, input=code, text=True, cwd=work, check=True)
        figures = [path for path in work.iterdir() if path.suffix in {".png", ".pdf"}]
        assert figures and all(path.stat().st_size > 3000 for path in figures), (language, figures)
        lines = len(code.strip().splitlines())
        print(f"{language}: {lines} lines, {figures[0].name} has {figures[0].stat().st_size} bytes")
    if language == "r":
        tables = sorted(str(path) for path in report.resolve().glob("*.csv"))
        check = "for (f in commandArgs(TRUE)) { t <- read.csv(f); stopifnot(ncol(t) > 1) }"
        subprocess.run([command[0], "-e", check, *tables], check=True)
        print(f"R: read.csv read {len(tables)} tables")
