"""Files of open data -> what the reference program of each format says of them. Exit 2 where one is not installed."""
import json
import sys
import zipfile
from pathlib import Path

folder = Path(sys.argv[1])
faults, absent = [], []


def check(name, run):
    try:
        print(f"{name}: {run()}")
    except ImportError as error:
        absent.append(name)
        print(f"{name}: NOT CHECKED, {error}")
    except Exception as error:
        faults.append(name)
        print(f"{name}: FAULT, {type(error).__name__}: {str(error)[:1000]}")


def package(path):
    from frictionless import Package

    report = Package(str(path)).validate()
    if not report.valid:
        raise ValueError(report.flatten(["title", "rowNumber", "fieldName", "message"])[:8])
    return f"{len(report.tasks)} tables valid, {sum(one.stats.get('rows', 0) for one in report.tasks)} rows"


def workbook(path):
    import openpyxl
    import pandas

    book = openpyxl.load_workbook(path)
    formulas = [cell.coordinate for sheet in book for row in sheet for cell in row if cell.data_type == "f"]
    if formulas:
        raise ValueError(f"formulas: {formulas[:3]}")
    table = pandas.read_excel(path, sheet_name="incidents")
    if not str(table["date_from"].dtype).startswith("datetime"):
        raise ValueError(f"days are {table['date_from'].dtype}")
    return f"{len(book.sheetnames)} sheets, no formula, {len(table)} incidents with days as days"


def csv(path):
    import pandas

    return f"{len(pandas.read_csv(path))} rows"


def parquet(path):
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(path)
    return f"{table.num_rows} rows, date_from is {table.schema.field('date_from').type}"


def money(path):
    from followthemoney import model

    schemas = {}
    for line in path.read_text().splitlines():
        data = json.loads(line)
        proxy = model.get_proxy(data) if hasattr(model, "get_proxy") else model.from_dict(data) if hasattr(model, "from_dict") else entity(data)
        lost = {
            (name, value)
            for name, values in data["properties"].items()
            for value in values
            if value not in proxy.get(name)
        }
        if lost:
            raise ValueError(f"{data['id']} ({data['schema']}): {sorted(lost)[:4]}")
        schemas[data["schema"]] = schemas.get(data["schema"], 0) + 1
    return f"nothing lost: {schemas}"


def entity(data):
    from followthemoney import ValueEntity

    return ValueEntity.from_dict(data)


def hashtags(path):
    import hxl

    with hxl.data(str(path), hxl.InputOptions(allow_local=True)) as source:
        tags, rows = source.display_tags, len(list(source))
    if len([one for one in tags if one]) < 20:
        raise ValueError(f"tags: {tags}")
    return f"{rows} rows under {len(tags)} hashtags"


def description(path):
    from openapi_spec_validator import validate

    validate(json.loads(path.read_text()))
    return "valid"


for path in sorted(folder.rglob("*.zip*")):
    check(f"frictionless {path.relative_to(folder)}", lambda: package(path))
for path in sorted(folder.rglob("*.xlsx")):
    check(f"openpyxl, pandas {path.relative_to(folder)}", lambda: workbook(path))
for path in sorted(folder.rglob("*.csv")):
    check(f"pandas {path.relative_to(folder)}", lambda: csv(path))
for path in sorted(folder.rglob("*.parquet")):
    check(f"pyarrow {path.relative_to(folder)}", lambda: parquet(path))
for path in sorted(folder.rglob("*.ftm.json")):
    check(f"followthemoney {path.relative_to(folder)}", lambda: money(path))
for path in sorted(folder.rglob("*.hxl.csv")):
    check(f"libhxl {path.relative_to(folder)}", lambda: hashtags(path))
check("openapi-spec-validator", lambda: description(folder / "api/v1/openapi.json"))

sys.exit(1 if faults else 2 if absent else 0)
