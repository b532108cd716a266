"""The simulation of a rise, reckoned a second time: decimal numbers in yuan, one person after another, nothing shared with the
program. Reads a folder with people.csv, scenario.json and rates.json, and prints what everybody earns afterwards and what it
costs, as JSON with amounts in yuan."""

import csv
import json
import sys
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal, getcontext
from pathlib import Path

getcontext().prec = 60
FEN = Decimal("0.01")
YUAN = Decimal("1")


def half_up(amount, unit=FEN):
    return amount.quantize(unit, rounding=ROUND_HALF_UP)


def yuan(fen):
    return Decimal(fen) / 100


def risen(wage, rise):
    grown = half_up(wage * (1 + Decimal(rise.get("percent", 0)) / 10000))
    return max(Decimal(0), grown + yuan(rise.get("fixed", 0)))


def is_for(person, only):
    if only.get("shops") and person["shop"] not in only["shops"]:
        return False
    if only.get("forms") and person["form"] not in only["forms"]:
        return False
    if only.get("grades") and person["grade"] not in only["grades"]:
        return False
    if "frontLine" in only and person["line"] != ("一线" if only["frontLine"] else "非一线"):
        return False
    return True


def stepped(person, before, wage, what):
    kind = what["kind"]
    if kind == "rise":
        return risen(wage, what["rise"])
    if kind == "tiers":
        reached = [tier for tier in what["tiers"] if yuan(tier["from"]) <= wage]
        return risen(wage, reached[-1]["rise"]) if reached else wage
    if kind == "floor":
        return max(wage, yuan(what["fen"]))
    if kind == "cap":
        return min(wage, before + yuan(what["fen"]))
    if kind == "grades":
        for one in what["grades"]:
            if one["grade"] == person["grade"]:
                return risen(wage, one["rise"])
        return wage
    if kind == "certificates":
        held = person["certificates"].split("；") if person["certificates"] else []
        return wage + sum((yuan(one["fixed"]) for one in what["certificates"] if one["name"] in held), Decimal(0))
    raise ValueError(kind)


def after(person, scenario):
    before = wage = Decimal(person["wage"])
    most = None
    for step in scenario["steps"]:
        if not is_for(person, step.get("only", {})):
            continue
        what, was = step["what"], wage
        wage = stepped(person, before, wage, what)
        if what["kind"] == "cap":
            cap = before + yuan(what["fen"])
            most = cap if most is None else min(most, cap)
        elif wage != was:
            most = None
    if scenario["round"] != "yuan" or wage == before:
        return wage
    whole = half_up(wage, YUAN)
    # A cap that nothing followed holds after rounding too; and rounding makes no loss of a rise.
    if most is not None and whole > most:
        whole = most.quantize(YUAN, rounding=ROUND_FLOOR)
    return max(whole, before) if wage > before else whole


def insured(wage, funds):
    due = Decimal(0)
    for fund in funds:
        base = wage
        if fund.get("floor") is not None:
            base = max(base, yuan(fund["floor"]))
        if fund.get("ceiling") is not None:
            base = min(base, yuan(fund["ceiling"]))
        due += half_up(base * Decimal(fund["rate"]) / 10000)
    return due


def percentile(ordered, tenths):
    place = Decimal(len(ordered) - 1) * tenths / 10
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return half_up(ordered[low] + (ordered[high] - ordered[low]) * (place - low))


def gini(wages):
    """By the definition: the mean difference of all pairs over twice the mean."""
    ordered = sorted(wages)
    n, total = len(ordered), sum(ordered)
    apart = sum(abs(a - b) for a in ordered for b in ordered)
    return (apart / (2 * n * total)).quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP)


def main(folder):
    people = list(csv.DictReader((folder / "people.csv").open(encoding="utf-8")))
    scenario = json.loads((folder / "scenario.json").read_text(encoding="utf-8"))
    rates = json.loads((folder / "rates.json").read_text(encoding="utf-8"))
    before = [Decimal(person["wage"]) for person in people]
    wages = [after(person, scenario) for person in people]
    fee = Decimal(rates["fee"][0]) / Decimal(rates["fee"][1])
    months = rates["months"]
    rise = sum(wages) - sum(before)
    insurance = sum(insured(a, rates["insurance"]) - insured(b, rates["insurance"]) for a, b in zip(wages, before))
    fees = half_up(sum(wages) * fee) - half_up(sum(before) * fee)
    total = (rise + insurance + fees) * months
    labour = (
        sum(before) + sum(insured(wage, rates["insurance"]) for wage in before) + half_up(sum(before) * fee)
    ) * months
    ordered = sorted(wages)
    print(
        json.dumps(
            {
                "wages": [str(wage) for wage in wages],
                "monthly": str(rise),
                "wagesOfYear": str(rise * months),
                "insurance": str(insurance * months),
                "fee": str(fees * months),
                "total": str(total),
                "average": str(half_up(sum(wages) / len(wages))),
                "breakEven": str(half_up(total * 100 / labour)),
                "p90p10": str(half_up(percentile(ordered, 9) / percentile(ordered, 1))),
                "gini": str(gini(wages)),
            }
        )
    )


main(Path(sys.argv[1]))
