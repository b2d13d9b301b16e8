"""Opens a report directory with the readers people use: frictionless, pandas, DuckDB, networkx.

Usage: check_tables.py REPORT_DIR
"""

import json
import pathlib
import subprocess
import sys

import duckdb
import networkx
import numpy
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
# Counts have four decimals where joint positions are divided.
assert ((total - positions.statements).abs() < 2e-4).all()
assert ((positions.net - (positions.support - positions.oppose) / total).abs() < 1e-3).all()
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
        assert data["count"] == gexf.edges[a, b]["count"] > 0, (name, a, b)
        assert data["documents"] > 0 and data["components"], (name, a, b)
        assert data.get("first_date", "") <= data.get("last_date", ""), (name, a, b)
    for _, data in graphml.nodes(data=True):
        assert {"kind", "statements"} <= set(data), (name, data)
    # networkx has no reader of DL: the header, the labels and a square matrix are checked.
    lines = (report / f"{name}.dl").read_text(encoding="utf-8").splitlines()
    count = graphml.number_of_nodes()
    names = lines[4].split(",")
    assert lines[0] == f"dl n = {count}, nm = {len(names)}, format = fullmatrix"
    assert lines[1] == "labels:" and len(lines[2].split(",")) == count
    assert lines[3] == "matrix labels:" and names[:2] == ["weight", "count"]
    assert lines[5] == "data:" and len(lines) == 6 + count * len(names)
    assert all(len(line.split()) == count for line in lines[6:])
    weights = numpy.array([line.split() for line in lines[6 : 6 + count]], dtype=float)
    order = list(graphml)
    expected = networkx.to_numpy_array(graphml, nodelist=order)
    assert numpy.abs(weights - expected).max() < 1e-6, name
print(f"{report}: {len(package['resources'])} tables and 6 networks read")
