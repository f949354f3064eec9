"""The same table through Splink, with its own way of training: python3 bench/splink.py TABLE.csv ID OUT.csv [probability]

Needs `pip install splink`; without it nothing is measured, and that is said. Columns: given, surname, born, town, phone
(what bench/link.ts generates). Prints one line of JSON: seconds, cpu, megabytes, pairs.
"""

import json
import resource
import sys
import time

# This file bears the name of the package it looks for.
sys.path.pop(0)

try:
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
except ImportError as missing:
    print(f"NOT MEASURED: Splink is not installed here ({missing})", file=sys.stderr)
    sys.exit(2)

import logging

import duckdb
import splink

logging.getLogger("splink").setLevel(logging.ERROR)
table, unique_id, out = sys.argv[1:4]
least = float(sys.argv[4]) if len(sys.argv) > 4 else 0.9

begun = time.monotonic()
connection = duckdb.connect()
connection.execute("SET threads = 2")
connection.execute(
    f"CREATE TABLE people AS SELECT * REPLACE (nullif(phone, '') AS phone, nullif(town, '') AS town, nullif(born, '') AS born) FROM read_csv('{table}', all_varchar = true)"
)
api = DuckDBAPI(connection=connection)
settings = SettingsCreator(
    link_type="dedupe_only",
    unique_id_column_name=unique_id,
    comparisons=[
        cl.JaroWinklerAtThresholds("given", [0.92, 0.86]).configure(term_frequency_adjustments=True),
        cl.JaroWinklerAtThresholds("surname", [0.92, 0.86]).configure(term_frequency_adjustments=True),
        cl.DamerauLevenshteinAtThresholds("born", [1, 2]),
        cl.ExactMatch("town").configure(term_frequency_adjustments=True),
        cl.ExactMatch("phone"),
    ],
    blocking_rules_to_generate_predictions=[
        block_on("surname", "born"),
        block_on("given", "born"),
        block_on("given", "surname", "town"),
        block_on("phone"),
        block_on("born", "town"),
    ],
)
linker = Linker(api.register("people"), settings, log_level=logging.ERROR)
sure = [block_on("given", "surname", "born"), block_on("surname", "phone")]
linker.training.estimate_probability_two_random_records_match(sure, recall=0.8)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
for rule in (block_on("surname", "born"), block_on("born", "town")):
    linker.training.estimate_parameters_using_expectation_maximisation(rule)
predicted = linker.inference.predict(threshold_match_probability=least)
name = predicted.physical_name
connection.execute(
    f"COPY (SELECT {unique_id}_l AS \"left\", {unique_id}_r AS \"right\", match_probability AS probability FROM {name}) TO '{out}' (HEADER)"
)
pairs = connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
print(
    json.dumps(
        {
            "splink": splink.__version__,
            "seconds": round(time.monotonic() - begun, 1),
            "cpu": round(sum(resource.getrusage(resource.RUSAGE_SELF)[:2]), 1),
            "megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
            "pairs": pairs,
        }
    )
)
