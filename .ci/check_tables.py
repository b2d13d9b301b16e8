"""Opens a report directory with the readers people use: frictionless, pandas, DuckDB, networkx.

Usage: check_tables.py REPORT_DIR
"""

import json
import pathlib
import subprocess
import sys

import duckdb
import networkx
import pandas

report = pathlib.Path(sys.argv[1])
package = json.loads((report / "datapackage.json").read_text(encoding="utf-8"))
subprocess.run(
    [sys.executable, "-m", "frictionless", "validate", "datapackage.json"],
    cwd=report,
    check=True,
    stdout=subprocess.DEVNULL,
)
for resource in package["resources"]:
    path = report / resource["path"]
    fields = [field["name"] for field in resource["schema"]["fields"]]
    frame = pandas.read_csv(path)
    assert list(frame.columns) == fields, (path, list(frame.columns)[:5])
    rows = duckdb.sql(f"select count(*) from '{path}'").fetchall()[0][0]
    assert rows == len(frame), (path, rows, len(frame))
positions = pandas.read_csv(report / "positions.csv")
total = positions.support + positions.oppose + positions.neutral
assert (total == positions.statements).all()
assert ((positions.net - (positions.support - positions.oppose) / total).abs() < 1e-4).all()
assert (positions.low.isna() == (positions.documents < 3)).all()
inside = positions.dropna(subset=["low"])
assert ((inside.low <= inside.net + 1e-4) & (inside.net <= inside.high + 1e-4)).all()
assert (inside.high > inside.low).all()

for name in ("actor_issue", "actor_actor"):
    graphml = networkx.read_graphml(report / f"{name}.graphml")
    gexf = networkx.read_gexf(report / f"{name}.gexf")
    assert set(graphml) == set(gexf), name
    assert graphml.number_of_edges() == gexf.number_of_edges(), name
    for a, b, data in graphml.edges(data=True):
        assert abs(data["weight"] - gexf.edges[a, b]["weight"]) < 1e-9, (name, a, b)
    for _, data in graphml.nodes(data=True):
        assert {"kind", "statements"} <= set(data), (name, data)
    # networkx has no reader of DL: the header, the labels and a square matrix are checked.
    lines = (report / f"{name}.dl").read_text(encoding="utf-8").splitlines()
    count = graphml.number_of_nodes()
    assert lines[0] == f"dl n = {count}, format = fullmatrix" and lines[1] == "labels:"
    assert lines[3] == "data:" and len(lines) == 4 + count
    assert all(len(line.split()) == count for line in lines[4:])
print(f"{report}: {len(package['resources'])} tables and 6 networks read")
