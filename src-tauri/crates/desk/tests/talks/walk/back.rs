//! The same walks with the journal and the trash at hand: any step taken back, anything removed brought back, undone and done again
//! between. Whatever is let through, nothing is in effect without its ground, nothing that happened stands without what it rests on,
//! and what was signed reads as it was signed for as long as its signature stands.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::super::inspector::BLANKS;
use super::super::{agreed, agreement};
use super::{Dice, Story, Walk, courses, date, half, list};

/// So many walks, each by a seed of its own.
const SEEDS: u64 = 6;
/// Commands of a walk.
const LENGTH: usize = 36;
/// The day on which all is entered, within the term of the contract.
const TODAY: &str = "2027-05-31";

/// What happened and stands without what it rests on, and that. An agreement of which anything was entered late stands as its papers
/// say.
fn hanging(talks: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for (act, course) in courses(talks) {
        let events: Vec<&Value> = list(course, "events").collect();
        let votes: Vec<&Value> = list(course, "votes").collect();
        let late = events.iter().any(|one| one["lateEntry"].is_string())
            || votes.iter().any(|vote| vote["session"]["lateEntry"].is_string());
        if late {
            continue;
        }
        let before = |kind: &str, on: &Value| {
            events.iter().any(|one| one["kind"] == kind && date(&one["happenedOn"]) <= date(on))
        };
        let passed = |on: &Value| {
            votes.iter().any(|vote| vote["passed"] == true && date(&vote["session"]["heldOn"]) <= date(on))
        };
        let met = |on: &Value| list(talks, "meetings").any(|one| date(&one["record"]["heldOn"]) <= date(on));
        for one in &events {
            let on = &one["happenedOn"];
            let stands = match one["kind"].as_str().unwrap() {
                "drafted" => met(on),
                "signed" if act == Some("end") => before("drafted", on),
                "signed" => passed(on),
                "filed" => before("signed", on),
                "received" | "returned" | "inEffect" => before("filed", on),
                "published" => before("inEffect", on),
                _ => true,
            };
            if !stands {
                found.push(format!("{} of {on}", one["kind"]));
            }
        }
        for vote in &votes {
            if !before("drafted", &vote["session"]["heldOn"]) {
                found.push(format!("a vote of {}", vote["session"]["heldOn"]));
            }
        }
    }
    found
}

/// The agreement on wages of the talks.
fn wage(talks: &Value) -> &Value {
    list(talks, "agreements").find(|one| one["kind"] == "wage").expect("the talks are over wages")
}

/// The text of the contract: each clause as it stands.
fn clauses(story: &Story, of: &Value) -> Vec<Value> {
    let draft = story.call("contract.get", json!({ "agreement": of }));
    list(&draft, "chapters").flat_map(|chapter| list(chapter, "clauses")).cloned().collect()
}

/// The signature of the contract while it stands, with the words that it is under: each clause with its blanks filled.
fn signed(story: &Story, talks: &Value) -> Option<(Value, Vec<String>)> {
    let wage = wage(talks);
    // One that came back is drafted, voted on and signed anew.
    if !["signed", "filed", "received", "inEffect", "over"].contains(&wage["state"].as_str()?) {
        return None;
    }
    let event = list(wage, "events").filter(|one| one["kind"] == "signed").last()?;
    let words = clauses(story, &wage["id"]);
    let words: Vec<String> = words.iter().map(|one| one["filled"].as_str().unwrap().to_owned()).collect();
    Some((event["id"].clone(), words))
}

/// Whether a blank is left in some words: what was open is filled in until it is signed.
fn is_open(words: &[String]) -> bool {
    words.iter().any(|one| one.contains('【'))
}

impl Walk<'_> {
    /// A step of the last ones taken back, or something brought back from the trash.
    fn back(&mut self) -> (&'static str, Value) {
        if half(&mut self.dice) {
            let page = self.story.call("history.list", json!({ "limit": 14 }));
            let steps: Vec<Value> =
                list(&page, "lines").filter(|one| one["canTakeBack"] == true).cloned().collect();
            if let Some(step) = self.dice.one(&steps) {
                return ("history.takeBack", json!({ "seq": step["seq"] }));
            }
        }
        let trash = self.story.call("trash.list", json!({}));
        let lines: Vec<Value> = trash.as_array().unwrap().clone();
        match self.dice.one(&lines) {
            Some(line) => ("trash.restore", json!({ "kind": line["kind"], "id": line["id"] })),
            None => ("ledger.undo", json!({})),
        }
    }

    /// A blank of the contract filled otherwise, or a clause of it removed.
    fn reworded(&mut self, talks: &Value) -> (&'static str, Value) {
        let of = &wage(talks)["id"];
        if half(&mut self.dice) {
            let allowance = 20 + self.dice.throw(20);
            let other = json!({ "agreement": of, "name": "夜班津贴", "value": allowance.to_string() });
            return ("contract.fill", other);
        }
        match self.dice.one(&clauses(self.story, of)) {
            Some(one) => ("contract.removeClause", json!({ "id": one["clause"]["id"] })),
            None => ("contract.start", json!({ "agreement": of })),
        }
    }

    /// A blank filled that was emptied on the way; else what somebody would do next.
    fn mends(&mut self, talks: &Value) -> (&'static str, Value) {
        let of = wage(talks)["id"].clone();
        let draft = self.story.call("contract.get", json!({ "agreement": of }));
        let open =
            |name: &str| list(&draft, "blanks").any(|one| one["name"] == name && one["value"].is_null());
        match filled().into_iter().find(|(name, _)| open(name)) {
            Some((name, value)) => {
                ("contract.fill", json!({ "agreement": of, "name": name, "value": value }))
            }
            None => self.sensible(talks),
        }
    }
}

/// What stands in the blanks of the contract.
fn filled() -> Vec<(&'static str, &'static str)> {
    let lowest = |name: &str| name == "企业最低月工资";
    BLANKS.iter().map(|(name, value)| (*name, if lowest(name) { "2360" } else { *value })).collect()
}

/// A command as it is given under this text: a contract is signed for the term that stands in it.
fn with_its_term((name, mut args): (&'static str, Value), talks: &Value) -> (&'static str, Value) {
    let wage = wage(talks);
    if args["kind"] == "signed" && args["agreement"] == wage["id"] && args["facts"]["termFrom"].is_string() {
        (args["facts"]["termFrom"], args["facts"]["termTo"]) =
            (wage["termFrom"].clone(), wage["termTo"].clone());
    }
    (name, args)
}

/// A walk by a seed, from agreed talks whose contract is written; what of it was done.
fn walked(seed: u64) -> (BTreeMap<&'static str, u32>, u32, bool) {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let of = agreement(&story, &id, "wage")["id"].clone();
    story.call("contract.start", json!({ "agreement": of }));
    for (name, value) in filled() {
        story.call("contract.fill", json!({ "agreement": of, "name": name, "value": value }));
    }
    // Two clauses lie in the trash from the beginning.
    for text in ["企业工会设立意见箱，每周开箱一次。", "协商纪要在公告栏张贴十日。"]
    {
        let clause =
            story.call("contract.saveClause", json!({ "agreement": of, "item": "general", "text": text }));
        story.call("contract.removeClause", json!({ "id": clause }));
    }
    story.on(TODAY);
    let dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(11));
    let mut walk = Walk {
        story: &story,
        id,
        dice,
        carried: BTreeSet::new(),
        reached: BTreeSet::new(),
        done: BTreeMap::new(),
        refused: 0,
    };
    let mut stood: Option<(Value, Vec<String>)> = None;
    for _ in 0..LENGTH {
        let talks = walk.talks();
        let next = match walk.dice.throw(10) {
            0..=3 => walk.sensible(&talks),
            4 => walk.mends(&talks),
            5 => walk.wild(&talks),
            6 => walk.reworded(&talks),
            _ => walk.back(),
        };
        let next = with_its_term(next, &talks);
        let told = format!("{} {}", next.0, next.1);
        walk.tries(&talks, next);
        let talks = walk.talks();
        let hang = hanging(&talks);
        assert!(hang.is_empty(), "{hang:?} after {told}, seed {seed}: {}", talks["agreements"]);
        let now = signed(&story, &talks);
        if let (Some((by, before)), Some((signature, after))) = (&stood, &now)
            && by == signature
            && !is_open(before)
        {
            assert_eq!(before, after, "signed, and other words after {told}, seed {seed}");
        }
        stood = now;
    }
    let effect = walk.reached.contains("inEffect");
    (walk.done, walk.refused, effect)
}

#[test]
fn neither_the_journal_nor_the_trash_leaves_anything_without_its_ground() {
    let mut done: BTreeMap<&str, u32> = BTreeMap::new();
    let (mut refused, mut effects) = (0, 0);
    for seed in 0..SEEDS {
        let (tried, not, effect) = walked(seed);
        for (name, times) in tried {
            *done.entry(name).or_default() += times;
        }
        refused += not;
        effects += u32::from(effect);
    }
    // The walks come to something, and much of what they try is refused: else nothing is shown.
    assert!(effects > 0, "a walk reaches an effect: {done:?}");
    for name in ["history.takeBack", "trash.restore", "negotiation.addEvent", "negotiation.saveVote"] {
        assert!(done.contains_key(name), "{name} is done at least once: {done:?}");
    }
    let all: u32 = done.values().sum();
    assert!(refused > all / 8, "{all} done, {refused} refused: {done:?}");
}
