// What the core names to a person has its words on the pages: the kinds of look that the access log keeps, the modules that
// the journal is found by, the buttons that a sentence sends a person to. Read from the core's own sources, so that a new one
// without its words fails here.
import { describe, expect, it } from "vitest";
import { rights } from "../src/contract/bindings";
import { sight } from "../src/text/desk";
import { households, skillGrades } from "../src/text/members";
import { journal } from "../src/text/journal";
import { effects, sources } from "./core";

/** Every word of the pages, whichever file of src/text it stands in. */
const pages = Object.values(import.meta.glob<Record<string, unknown>>("../src/text/*.ts", { eager: true }));
function words(of: unknown): string[] {
  if (typeof of === "string") return [of];
  return typeof of === "object" && of !== null ? Object.values(of).flatMap(words) : [];
}

describe("a sentence of the core", () => {
  it("sends a person to a button only by the button's own words", () => {
    const buttons = [...sources(".").matchAll(/点“([^”]+)”/g)].map((named) => named[1]!);
    expect(buttons.length).toBeGreaterThan(3);
    expect(buttons.filter((name) => !words(pages).includes(name))).toEqual([]);
  });
});

describe("a code list that a page offers", () => {
  const codes = sources("affairs/src/members/roster");
  it("holds the core's words for 技能等级, in its order", () => {
    const list = /SkillGrade as "RosterSkillGrade" \{([^}]*)\}/.exec(codes)![1]!;
    expect(Object.values(skillGrades)).toEqual([...list.matchAll(/= "\d?", "(.+?)"/g)].map((found) => found[1]));
  });
  it("holds the core's words for 户籍类型", () => {
    const list = /HOUSEHOLD: &\[Row\] = &\[(.*?)\n\];/s.exec(codes)![1]!;
    expect([...households].sort()).toEqual([...list.matchAll(/^\s*\("", "(.+?)"/gm)].map((found) => found[1]).sort());
  });
});

describe("the access log", () => {
  /** The kind that each look is kept as: written out, a constant, or the name of the command that looks. */
  function kinds(): string[] {
    const core = sources("desk/src");
    return [...core.matchAll(/(?<!fn )\b(?:looked(?:_at)?|record_look|keep_look|guard|gave_out(?=\("))\(([^;]*);/g)].flatMap((look) => {
      const [said, written, constant] = /"([a-z]+\.\w+)"|\b([A-Z_]{3,})\b|\bcommand(?:\.name)?\b/.exec(look[1]!) ?? [];
      if (written) return written;
      if (constant) return new RegExp(`const ${constant}: &str = "(.+)"`).exec(sources("affairs/src"))![1]!;
      if (said === "command.name") return `files.${[...core.slice(0, look.index).matchAll(/pub fn (\w+)\(/g)].at(-1)![1]}`;
      expect(said, `read here, or handed on: ${look[0]}`).toBe("command");
      return [];
    });
  }

  it("has words for every kind of look, and none for a look that is never kept", () => {
    const kept = new Set(kinds());
    expect(kept.size).toBeGreaterThan(8);
    expect([...kept].filter((kind) => !effects().has(kind)), "a paper's name; all others are commands").toEqual(["members.healthPaper", "hardship.sheet", "leave.payment", "leave.waiver", "members.duesPaper", "members.ownData", "members.identityPaper", "ledger.recoverySheet"]);
    expect(Object.keys(sight.kinds).sort()).toEqual([...kept].sort());
  });
});

describe("the copy of a person's own data", () => {
  it("calls each look as the log does", () => {
    const list = /const KINDS: &\[\(&str, &str\)\] = &\[(.*?)\n\];/s.exec(sources("desk/src/commands"))![1]!;
    const said = Object.fromEntries([...list.matchAll(/\("(.+?)", "(.+?)"\),/g)].map((row) => [row[1], row[2]]));
    expect(said).toEqual(sight.kinds);
    expect(sources("desk/src/commands")).toContain(`map_or("${sight.otherKind}"`);
  });
});

describe("the journal", () => {
  it("knows what the core has covered by the core's own word", () => {
    expect(sources("affairs/src/fields")).toContain(`const PROTECTED: &str = "${journal.covered}";`);
  });
  it("is found by every module that writes a step", () => {
    expect([...effects().keys()].sort(), "every command is read").toEqual(Object.keys(rights).sort());
    const writes = [...effects()].filter(([, effect]) => effect === "Reversible" || effect === "Final");
    const modules = new Set(writes.map(([name]) => name.split(".")[0]!));
    const { "": all, ...words } = journal.modules;
    expect(all).toBe("全部");
    expect(Object.keys(words).sort()).toEqual([...modules].sort());
  });
});
