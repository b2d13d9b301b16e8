"""Codes JSON lines on Spark, by `rdd.pipe` or by `mapInPandas`, and counts positions by a groupBy.

  spark-submit --files normtag normtag_spark.py --method pipe --binary /abs/normtag IN.jsonl OUT

Writes OUT/coded (JSON lines, in the order of the input) and OUT/positions.csv: actor, component, issue, stance, count.
"""

import argparse
import os
import subprocess
import time

from pyspark.sql import SparkSession, functions as F

FIELDS = """doc string, passage long, component string,
            statements array<struct<actor: string, issue: string, stance: string>>"""


def pipe(lines, command):
    # Without checkCode a filter that fails is taken for one that has nothing to say. Spark splits the command
    # like a shell's words; an empty partition starts it too.
    return lines.rdd.map(lambda row: row.value).pipe(" ".join(command), checkCode=True)


def pandas(lines, command):
    def code(frames):
        import pandas

        for frame in frames:
            text = "".join(line + "\n" for line in frame["value"])
            # A subprocess of its own for each Arrow batch, so that nothing is left over between batches.
            child = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
            if child.returncode != 0:
                message = child.stderr.decode(errors="replace")[-2000:]
                raise RuntimeError(f"normtag exited with {child.returncode}: {message}")
            # Not splitlines(), which splits at U+2028 and U+0085 too.
            coded = child.stdout.decode().split("\n")[:-1]
            yield pandas.DataFrame({"value": coded})

    return lines.mapInPandas(code, "value string").rdd.map(lambda row: row.value)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("input")
    arguments.add_argument("output")
    arguments.add_argument("--binary", required=True)
    arguments.add_argument("--method", choices=["pipe", "pandas"], default="pipe")
    arguments.add_argument("--unit", choices=["sentence", "record"], default="sentence")
    options = arguments.parse_args()

    start = time.monotonic()
    spark = SparkSession.builder.appName("normtag").getOrCreate()
    started = time.monotonic()
    # The line separator is given because the text reader also splits at a bare CR otherwise.
    lines = spark.read.text(options.input, lineSep="\n")
    command = [os.path.abspath(options.binary), "tag", "--input", "jsonl", "--unit", options.unit, "-"]
    coded = {"pipe": pipe, "pandas": pandas}[options.method](lines, command)
    coded.saveAsTextFile(os.path.join(options.output, "coded"))
    passages = spark.read.schema(FIELDS).json(os.path.join(options.output, "coded"), lineSep="\n")
    positions = (
        passages.select("component", F.explode("statements").alias("s"))
        .groupBy("s.actor", "component", "s.issue", "s.stance")
        .count()  # integers: float sums would depend on the order of the partitions
        .orderBy("actor", "component", "issue", "stance")
    )
    with open(os.path.join(options.output, "positions.csv"), "w", encoding="utf-8") as file:
        file.write("actor,component,issue,stance,count\n")
        for row in positions.collect():
            file.write(",".join(str(value) for value in row) + "\n")
    print(
        f"spark: {options.method} on {spark.sparkContext.master}, {lines.rdd.getNumPartitions()} partitions:"
        f" {passages.count()} passages in {time.monotonic() - started:.1f} s after {started - start:.1f} s of start"
    )
    spark.stop()


if __name__ == "__main__":
    main()
