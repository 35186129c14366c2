#!/usr/bin/env python3
"""Writes or checks Documentation/json: a JSON Schema for what each command prints with --json.

usage: json-schemas.py [--check] REVENUER CASE TRUTH

The schemas are drawn from what the program prints of an analysed case, so they cannot name what it does not print.
With --check nothing is written: every answer is compared with the schema that is there; exit 1 where one differs.
"""
import json
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "Documentation" / "json"
# Members whose names are data: features, figures, settings, families, reasons.
MAPS = {"features", "figures", "settings", "family_bits", "reasons", "without", "diagnostics"}
NUMBER = {"integer", "number"}


def answers(tool, case, truth):
    """Name of the schema and the command, for everything that prints an object or rows."""
    def ask(*words):
        run = subprocess.run([tool, *words, "--json"], capture_output=True, text=True)
        if run.returncode != 0:
            raise SystemExit(f"{' '.join(words)}: exit {run.returncode}: {run.stderr.strip()}")
        return json.loads(run.stdout)

    for noun in ("accounts", "artifacts", "networks", "samples", "templates", "groups", "campaigns", "links", "rules",
                 "indicators", "violations", "notes", "history", "sources", "rejects", "faults", "events"):
        yield f"list-{noun}", ask("list", noun, case, "--limit", "400")
    yield "overview", ask("overview", case)
    yield "verify", ask("verify", case)
    yield "log", ask("log", case)
    yield "score", ask("score", case, "--truth", truth)
    members = []
    for group in ask("list", "groups", case):
        detail = ask("show", case, "group:" + group["id"], "--limit", "20")
        yield "show-group", detail
        members = members or [m["account_id"] for m in detail["members"]]
    for row in ask("list", "accounts", case, "--limit", "400")[::20]:
        yield "show-account", ask("show", case, "account:" + row["account_id"])
    for row in ask("list", "artifacts", case, "--limit", "300")[::30]:
        yield "show-artifact", ask("show", case, f"artifact:{row['kind']}:{row['value']}")
    for row in ask("list", "networks", case, "--limit", "40")[::5]:
        yield "show-network", ask("show", case, "net:" + row["net"])
    for row in ask("list", "samples", case, "--limit", "400")[::20]:
        yield "show-sample", ask("show", case, f"row:{row['row']['source']}:{row['row']['line']}")
    for row in ask("list", "templates", case, "--limit", "5"):
        yield "show-template", ask("show", case, "template:" + row["id"])
    for row in ask("list", "sources", case):
        yield "show-source", ask("show", case, f"source:{row['source']}")
    yield "explain", ask("explain", case, members[0], members[1])
    yield "path", ask("path", case, members[0], members[9])
    yield "diff-runs", ask("diff", case, "--runs")


def shape(value, name=""):
    if value is None:
        return {"types": {"null"}}
    if isinstance(value, bool):
        return {"types": {"boolean"}}
    if isinstance(value, int):
        return {"types": {"integer"}}
    if isinstance(value, float):
        return {"types": {"number"}}
    if isinstance(value, str):
        return {"types": {"string"}}
    if isinstance(value, list):
        items = {"types": set()}
        for each in value:
            items = merged(items, shape(each))
        return {"types": {"array"}, "items": items}
    if name in MAPS:
        values = {"types": set()}
        for each in value.values():
            values = merged(values, shape(each))
        return {"types": {"object"}, "values": values}
    return {"types": {"object"}, "members": {key: shape(each, key) for key, each in value.items()},
            "always": set(value)}


def merged(one, two):
    types = one["types"] | two["types"]
    result = {"types": types - {"integer"} if "number" in types else types}
    for part in ("items", "values"):
        if part in one or part in two:
            result[part] = merged(one.get(part, {"types": set()}), two.get(part, {"types": set()}))
    if "members" in one or "members" in two:
        left, right = one.get("members", {}), two.get("members", {})
        result["members"] = {
            key: merged(left.get(key, {"types": set()}), right.get(key, {"types": set()}))
            for key in list(left) + [key for key in right if key not in left]
        }
        known = [s["always"] for s in (one, two) if "always" in s]
        result["always"] = set.intersection(*known)
    return result


def schema(s):
    types = sorted(s["types"])
    out = {"type": types[0] if len(types) == 1 else types} if types else {}
    if "items" in s:
        out["items"] = schema(s["items"])
    if "values" in s:
        out["additionalProperties"] = schema(s["values"])
    if "members" in s:
        out["properties"] = {key: schema(each) for key, each in s["members"].items()}
        out["required"] = [key for key in s["members"] if key in s["always"]]
        out["additionalProperties"] = False
    return out


def fits(value, sch, place=""):
    """What does not fit, in words; only the words of JSON Schema that are written here are known."""
    if "type" in sch:
        types = sch["type"] if isinstance(sch["type"], list) else [sch["type"]]
        kind = next(iter(shape(value)["types"]))
        if kind not in types and not (kind == "integer" and "number" in types):
            # A member that had no value in the sample case may have one elsewhere.
            if types != ["null"] and kind != "null":
                yield f"{place}: {kind} where {types} was documented"
            return
    if isinstance(value, list) and "items" in sch:
        for index, each in enumerate(value):
            yield from fits(each, sch["items"], f"{place}[{index}]")
    if isinstance(value, dict):
        members = sch.get("properties")
        rest = sch.get("additionalProperties")
        for key, each in value.items():
            if members is not None and key in members:
                yield from fits(each, members[key], f"{place}.{key}")
            elif rest is False:
                yield f"{place}.{key}: not documented"
            elif isinstance(rest, dict):
                yield from fits(each, rest, f"{place}.{key}")
        for key in sch.get("required", []):
            if key not in value:
                yield f"{place}.{key}: missing"


def main():
    words = [w for w in sys.argv[1:] if w != "--check"]
    if len(words) != 3:
        raise SystemExit(__doc__)
    found = list(answers(*words))
    if "--check" in sys.argv:
        wrong = []
        for name, value in found:
            path = FOLDER / f"{name}.schema.json"
            if not path.exists():
                wrong.append(f"{name}: no schema")
                continue
            wrong += [f"{name}{w}" for w in fits(value, json.loads(path.read_text()))]
        print("\n".join(sorted(set(wrong))[:40]) or f"{len(found)} answers as documented")
        sys.exit(1 if wrong else 0)
    shapes = {}
    for name, value in found:
        shapes[name] = merged(shapes.get(name, {"types": set()}), shape(value))
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, each in shapes.items():
        title = "revenuer " + name.replace("-", " ") + " --json"
        document = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schema(each)}
        (FOLDER / f"{name}.schema.json").write_text(json.dumps(document, indent=1) + "\n")
    print(f"{len(shapes)} schemas in {FOLDER.name}")


main()
