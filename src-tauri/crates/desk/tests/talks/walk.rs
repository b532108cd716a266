//! Real commands in any order, sensible ones and wild ones, of which many are refused: whatever is tried, done, changed, taken back
//! and done again, entered late, amended or continued, an agreement is in effect only on a vote, both signatures, a filing, a
//! term, and where it came by silence on the days of silence, and nothing of that way comes after the effect. What each rule refuses is
//! told in the tests beside.

mod back;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use super::{agreed, get, meeting, published, sent_up, session, side};
use crate::duties::story::Story;

/// So many walks, each by a seed of its own.
const SEEDS: u64 = 24;
/// Commands of a walk.
const LENGTH: usize = 36;
/// The day on which all is entered: late enough for every day of a walk.
const TODAY: &str = "2027-12-31";
/// Days of silence after which a contract comes into effect.
const SILENCE: Days = Days::new(15);

/// Throws that a seed decides.
struct Dice(u64);

impl Dice {
    /// From nought up to one less than the sides.
    fn throw(&mut self, sides: u64) -> u64 {
        // The low bits of such a step run in short circles: the high ones are thrown.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> Option<T> {
        let sides = u64::try_from(of.len()).ok().filter(|sides| *sides > 0)?;
        of.get(usize::try_from(self.throw(sides)).ok()?).cloned()
    }
}

fn list<'a>(of: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    of[key].as_array().into_iter().flatten()
}

/// Every agreement of an affair and everything that amends one, with what it does to it.
fn courses(talks: &Value) -> Vec<(Option<&str>, &Value)> {
    let own = list(talks, "agreements").map(|one| (None, one));
    let amending = list(talks, "amendments").map(|one| (one["record"]["act"].as_str(), &one["course"]));
    own.chain(amending).collect()
}

/// What is in effect, or was, and lacks what it stands on: its kind, and what it lacks. Read from the affair as its page shows it.
fn unfounded(talks: &Value) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    for (act, course) in courses(talks) {
        // What rescinds or ends an agreement has no effect of its own: its signature is what ends it.
        let ends = matches!(act, Some("rescind" | "end"));
        if ends || (course["state"] != "inEffect" && course["state"] != "over") {
            continue;
        }
        let kind = course["kind"].as_str().unwrap_or_default();
        let kind = act.map_or(kind.to_owned(), |act| format!("{act} {kind}"));
        let Some(effect) = list(course, "events").find(|one| one["kind"] == "inEffect") else {
            found.push((kind, "an effect that was entered"));
            continue;
        };
        let effective = effect["happenedOn"].as_str();
        // What came back is filed anew; a draft that was made since is voted on and signed anew.
        let days = |what: &'static str| {
            let of = list(course, "events").filter(move |one| one["kind"] == what);
            of.filter_map(|one| one["happenedOn"].as_str()).filter(|day| Some(*day) <= effective)
        };
        let back = days("returned").max();
        let anew = days("drafted").filter(|day| days("returned").any(|back| back < *day)).max();
        let has = |what: &'static str, since: Option<&str>| {
            days(what).any(|day| since.is_none_or(|since| day >= since))
        };
        let voted = list(course, "votes").any(|vote| {
            let on = vote["session"]["heldOn"].as_str();
            vote["passed"] == true && on <= effective && anew.is_none_or(|drafted| on >= Some(drafted))
        });
        let term = course["termFrom"].is_string() && course["termTo"].is_string();
        // A reason for a late entry excuses neither the order nor the days.
        let filed = days("filed").filter(|day| back.is_none_or(|back| *day >= back)).max();
        let signed = days("signed").filter(|day| filed.is_none_or(|filed| *day <= filed)).max();
        let ordered = list(course, "votes").any(|vote| {
            let on = vote["session"]["heldOn"].as_str();
            vote["passed"] == true && on <= signed
        });
        let all = voted && has("signed", anew) && has("filed", back);
        let waited = list(course, "events").filter(|one| one["kind"] == "filed").any(|one| {
            let silent = date(&one["happenedOn"]) + SILENCE;
            silent <= date(&effect["happenedOn"])
        });
        // Nothing of the way comes after it: what changes it from then on has a course of its own.
        let way = ["drafted", "notified", "signed", "filed", "received", "returned"];
        let acts = list(course, "events").filter(|one| way.iter().any(|kind| one["kind"] == *kind));
        let acts = acts.map(|one| &one["happenedOn"]);
        let held = list(course, "votes").map(|vote| &vote["session"]["heldOn"]);
        let last = acts.chain(held).filter_map(Value::as_str).max();
        for (stands, what) in [
            (last <= effective, "nothing of the way after it"),
            (voted, "a vote that passed"),
            (has("signed", anew), "the signatures"),
            (has("filed", back), "a filing"),
            (term || act == Some("change"), "a term"),
            (ordered || !all, "the order of vote, signature and filing"),
            (waited || effect["facts"]["how"] != "silence", "the days of silence"),
        ] {
            if !stands {
                found.push((kind.clone(), what));
            }
        }
    }
    found
}

/// What both sides signed of their own day and not afterwards: by its signature, how it stands and from when to when.
fn signed(talks: &Value) -> BTreeMap<String, [Value; 3]> {
    let late = |one: &Value| one["lateEntry"].is_string();
    // One that came back is worked on again.
    let stands = |course: &Value| {
        let state = course["state"].as_str().unwrap();
        ["signed", "filed", "received", "inEffect", "over"].contains(&state)
    };
    let of = |course: &Value| {
        let signature = list(course, "events").filter(|one| one["kind"] == "signed").last()?;
        let all = list(course, "events").chain(list(course, "votes").map(|vote| &vote["session"]));
        (stands(course) && !late(talks) && !{ all }.any(late)).then(|| {
            (signature["id"].to_string(), ["state", "termFrom", "termTo"].map(|key| course[key].clone()))
        })
    };
    courses(talks).into_iter().filter_map(|(_, course)| of(course)).collect()
}

/// From when to when each agreement of an affair runs.
fn terms(talks: &Value) -> Vec<[Value; 2]> {
    list(talks, "agreements").map(|one| ["termFrom", "termTo"].map(|key| one[key].clone())).collect()
}

fn date(day: &Value) -> NaiveDate {
    day.as_str().unwrap().parse().unwrap()
}

/// The newest day of anything in an affair.
fn latest(talks: &Value) -> NaiveDate {
    let met = list(talks, "meetings").map(|one| date(&one["record"]["heldOn"]));
    let proposed = list(talks, "amendments").map(|one| date(&one["record"]["proposedOn"]));
    let acts = courses(talks).into_iter().flat_map(|(_, course)| {
        let events = list(course, "events").map(|one| date(&one["happenedOn"]));
        events.chain(list(course, "votes").map(|one| date(&one["session"]["heldOn"])))
    });
    met.chain(proposed).chain(acts).max().unwrap_or_else(|| "2026-06-20".parse().unwrap())
}

/// One walk.
struct Walk<'s> {
    story: &'s Story,
    id: Value,
    dice: Dice,
    /// Kinds of agreements that a sealed affair before it brought into effect.
    carried: BTreeSet<String>,
    /// States that were reached, of what amends with what it does before it.
    reached: BTreeSet<String>,
    done: BTreeMap<&'static str, u32>,
    refused: u32,
}

impl Walk<'_> {
    /// The affair; where undoing took it away too, it is done again first.
    fn talks(&self) -> Value {
        match self.story.tried("negotiation.get", json!({ "id": self.id })) {
            Ok(talks) => talks,
            Err(_) => {
                self.story.call("ledger.redo", json!({}));
                get(self.story, &self.id)
            }
        }
    }

    /// Tries a command; done, the affair must stand on what it stands on, and what is signed stands as it stood, unless the command
    /// is one of what happened to it.
    fn tries(&mut self, before: &Value, (name, args): (&'static str, Value)) {
        let told = format!("{name} {args}");
        // What is told of an agreement in force moves no term: that is signed, or written in a renewal.
        let tells = ["renewed", "rescinded", "published"].map(|kind| json!(kind)).contains(&args["kind"]);
        if self.story.tried(name, args).is_err() {
            self.refused += 1;
            return;
        }
        *self.done.entry(name).or_default() += 1;
        let talks = self.talks();
        if tells && name == "negotiation.addEvent" {
            assert_eq!(terms(&talks), terms(before), "a term is moved after {told}");
        }
        for (act, course) in courses(&talks) {
            let state = course["state"].as_str().unwrap();
            self.reached.insert(act.map_or(state.to_owned(), |act| format!("{act} {state}")));
        }
        let lacks: Vec<_> =
            unfounded(&talks).into_iter().filter(|(kind, _)| !self.carried.contains(kind)).collect();
        assert!(lacks.is_empty(), "in effect without {lacks:?}, after {told}: {}", talks["agreements"]);
        let happens = ["addEvent", "changeEvent", "removeEvent", "saveVote", "removeVote"];
        let of_the_talks =
            name.split_once('.').filter(|(module, _)| ["negotiation", "contract"].contains(module));
        if of_the_talks.is_none_or(|(_, act)| happens.contains(&act)) {
            return;
        }
        let now = signed(&talks);
        for (signature, was) in signed(before) {
            assert_eq!(now.get(&signature), Some(&was), "what was signed stands otherwise after {told}");
        }
    }

    fn event(&self, of: &Value, kind: &str, on: NaiveDate, facts: Value) -> (&'static str, Value) {
        let args = json!({
            "negotiation": self.id, "agreement": of, "kind": kind, "happenedOn": on, "text": "以书面办理", "facts": facts,
        });
        ("negotiation.addEvent", args)
    }

    fn vote(&self, of: &Value, on: NaiveDate, yes: u64) -> (&'static str, Value) {
        let votes = json!([{ "agreement": of, "votesFor": yes, "votesAgainst": 43 - yes, "abstained": 0 }]);
        let args = json!({ "negotiation": self.id, "session": session(&on.to_string()), "votes": votes });
        ("negotiation.saveVote", args)
    }

    fn met(&self, on: NaiveDate) -> (&'static str, Value) {
        // Undone far enough, nobody is named who could meet.
        if list(&self.talks(), "representatives").next().is_none() {
            return ("ledger.redo", json!({}));
        }
        ("negotiation.saveMeeting", meeting(self.story, &self.id, &on.to_string()))
    }

    /// The topics as they stand, each with another proposal, and a new one.
    fn offers(&mut self, talks: &Value) -> (&'static str, Value) {
        let stands = list(talks, "topics")
            .map(|one| json!({ "id": one["id"], "title": one["title"], "proposal": "增长6%" }));
        let mut topics: Vec<Value> = stands.collect();
        topics.push(json!({ "title": format!("议题{}", self.dice.throw(1000)), "proposal": "每班增加5元" }));
        ("negotiation.saveOffer", super::rounds::offer(&self.id, &topics))
    }

    fn amends(&mut self, of: &Value, on: NaiveDate) -> (&'static str, Value) {
        let act = self.dice.one(&["change", "renew", "rescind", "end"]).unwrap();
        let ground = if matches!(act, "change" | "rescind") { "item1" } else { "" };
        let mut args = json!({
            "amends": of["id"], "act": act, "proposedBy": "workers", "proposedOn": on, "ground": ground, "reason": "新线投产",
            "effectiveOn": on + Days::new(20), "terms": [], "changes": [],
        });
        if act == "change" {
            args["changes"] = json!([{ "clause": "夜班津贴", "was": "每班30元", "becomes": "每班40元" }]);
        }
        if act == "renew"
            && let Some(end) = of["termTo"].as_str()
        {
            let from = end.parse::<NaiveDate>().unwrap() + Days::new(1);
            (args["termFrom"], args["termTo"]) = (json!(from), json!(from + Days::new(364)));
            args["effectiveOn"] = json!(from);
        }
        ("negotiation.saveAmendment", args)
    }

    /// What somebody would do next who knows the way.
    fn sensible(&mut self, talks: &Value) -> (&'static str, Value) {
        let all = courses(talks);
        let (act, course) = self.dice.one(&all).expect("an affair comes to something");
        let of = course["id"].clone();
        let on = latest(talks) + Days::new(1 + self.dice.throw(2));
        let half = self.dice.throw(2) == 0;
        match course["state"].as_str().unwrap() {
            "talks" | "rejected" if half => self.met(on),
            "talks" | "rejected" => self.event(&of, "drafted", on, json!({})),
            "drafted" if act == Some("end") => self.event(&of, "signed", on, json!({ "copies": 5 })),
            "drafted" => {
                let yes = if self.dice.throw(5) == 0 { 20 } else { 41 };
                self.vote(&of, on, yes)
            }
            "passed" if act.is_some() => self.event(&of, "signed", on, json!({ "copies": 5 })),
            "passed" => {
                let (from, to) = (on + Days::new(30), on + Days::new(394));
                self.event(&of, "signed", on, json!({ "copies": 5, "termFrom": from, "termTo": to }))
            }
            "signed" if act == Some("rescind") => self.event(&of, "rescissionFiled", on, json!({})),
            "signed" | "returned" => {
                self.event(&of, "filed", on, json!({ "receiver": "县人社局", "copies": 3 }))
            }
            "filed" | "received" if self.dice.throw(6) == 0 => self.event(&of, "returned", on, json!({})),
            "filed" | "received" => self.event(&of, "inEffect", latest(talks) + SILENCE, json!({})),
            "inEffect" if act.is_none() && !half => self.amends(course, on),
            _ => self.event(&of, "published", on, json!({ "receiver": "公告栏" })),
        }
    }

    /// What would pull away from under a contract what it stands on: its term, its vote, its signature, its filing.
    fn meddles(&mut self, of: &Value) -> (&'static str, Value) {
        let id = &of["id"];
        let events: Vec<Value> = list(of, "events").cloned().collect();
        let votes: Vec<Value> = list(of, "votes").cloned().collect();
        match self.dice.throw(5) {
            0 => {
                let name = self.dice.one(&["合同起日", "合同止日"]).unwrap();
                ("contract.fill", json!({ "agreement": id, "name": name, "value": null }))
            }
            1 => {
                let head =
                    json!({ "id": id, "title": of["title"], "termFrom": of["termFrom"], "termTo": null });
                ("negotiation.saveAgreement", head)
            }
            2 => match self.dice.one(&votes) {
                Some(vote) => ("negotiation.removeVote", json!({ "id": vote["session"]["id"] })),
                None => ("ledger.redo", json!({})),
            },
            3 => {
                let one = self.dice.one(&events).expect("something happened to what is signed");
                ("negotiation.removeEvent", json!({ "id": one["id"] }))
            }
            _ => {
                let one = self.dice.one(&events).expect("something happened to what is signed");
                let later = date(&one["happenedOn"]) + Days::new(self.dice.throw(40));
                let moved = json!({ "id": one["id"], "kind": one["kind"], "happenedOn": later, "text": "更正", "facts": {} });
                ("negotiation.changeEvent", moved)
            }
        }
    }

    /// Anything, at any time.
    fn wild(&mut self, talks: &Value) -> (&'static str, Value) {
        let all = courses(talks);
        let signed: Vec<_> = (all.iter().map(|(_, course)| *course))
            .filter(|course| list(course, "events").any(|one| one["kind"] == "signed"))
            .collect();
        if let Some(of) = self.dice.one(&signed)
            && half(&mut self.dice)
        {
            return self.meddles(of);
        }
        let course = self.dice.one(&all).map(|(_, course)| course).expect("an affair comes to something");
        let of = course["id"].clone();
        let on = "2026-06-15".parse::<NaiveDate>().unwrap() + Days::new(self.dice.throw(150));
        let events: Vec<Value> = list(course, "events").cloned().collect();
        let votes: Vec<Value> = list(course, "votes").cloned().collect();
        let kinds = [
            "drafted",
            "signed",
            "filed",
            "received",
            "returned",
            "inEffect",
            "published",
            "renewed",
            "rescinded",
        ];
        let kind = self.dice.one(&kinds).unwrap();
        let how = self.dice.one(&["silence", "opinion"]).unwrap();
        let facts = match kind {
            "signed" | "renewed" if self.dice.throw(2) == 0 => {
                json!({ "copies": 5, "termFrom": "2026-08-01", "termTo": "2027-07-31" })
            }
            "inEffect" => json!({ "how": how, "number": "审字8号" }),
            _ => json!({}),
        };
        let late = self.dice.throw(6) == 0;
        match self.dice.throw(18) {
            0..=3 => {
                let (name, mut args) = self.event(&of, kind, on, facts);
                if late {
                    args["lateEntry"] = json!("据纸质档案补录");
                }
                (name, args)
            }
            4..=6 => match self.dice.one(&events) {
                Some(one) if half(&mut self.dice) => ("negotiation.removeEvent", json!({ "id": one["id"] })),
                Some(one) => {
                    let on = if half(&mut self.dice) { on } else { date(&one["happenedOn"]) };
                    let moved = json!({
                        "id": one["id"], "kind": one["kind"], "happenedOn": on, "text": "更正", "facts": one["facts"],
                    });
                    ("negotiation.changeEvent", moved)
                }
                None => self.event(&of, kind, on, facts),
            },
            7 => match self.dice.one(&votes) {
                Some(vote) if half(&mut self.dice) => {
                    ("negotiation.removeVote", json!({ "id": vote["session"]["id"] }))
                }
                _ => {
                    let yes = 10 + self.dice.throw(33);
                    self.vote(&of, on, yes)
                }
            },
            8 => {
                let term = if late { Value::Null } else { json!("2027-07-31") };
                let title = course["title"].clone();
                let head = json!({ "id": of, "title": title, "termFrom": "2026-08-01", "termTo": term });
                ("negotiation.saveAgreement", head)
            }
            9 => self.amends(course, on),
            10 if late => ("negotiation.removeAgreement", json!({ "id": of })),
            10 => match list(talks, "meetings").last() {
                Some(last) if half(&mut self.dice) => {
                    ("negotiation.removeMeeting", json!({ "id": last["id"] }))
                }
                _ => self.met(on),
            },
            11 => ("negotiation.addAgreement", json!({ "negotiation": self.id, "kind": "collective" })),
            12 => ("ledger.redo", json!({})),
            13 => {
                let to = self.dice.one(&[Value::Null, json!("2036-07-31"), json!("2020-07-31")]).unwrap();
                let name = if late { "合同起日" } else { "合同止日" };
                ("contract.fill", json!({ "agreement": of, "name": name, "value": to }))
            }
            14 => self.offers(talks),
            15 => match self.dice.one(&votes) {
                Some(vote) => {
                    let (_, mut again) = self.vote(&of, date(&vote["session"]["heldOn"]), 41);
                    again["session"]["id"] = vote["session"]["id"].clone();
                    if late {
                        again["session"]["lateEntry"] = json!("据纸质档案补录");
                    }
                    ("negotiation.saveVote", again)
                }
                None => self.offers(talks),
            },
            _ => ("ledger.undo", json!({})),
        }
    }

    fn steps(&mut self, many: usize, sensible: u64) {
        for _ in 0..many {
            let talks = self.talks();
            let knows = self.dice.throw(10) < sensible;
            let next = if knows { self.sensible(&talks) } else { self.wild(&talks) };
            let undone = next.0 == "ledger.undo";
            self.tries(&talks, next);
            // Only right after it can be done again.
            if undone && half(&mut self.dice) {
                self.tries(&talks, ("ledger.redo", json!({})));
            }
        }
    }
}

fn half(dice: &mut Dice) -> bool {
    dice.throw(2) == 0
}

/// An affair that is entered afterwards on a day, with both sides and its offer.
fn entered(story: &Story, on: &str) -> Value {
    story.on(on);
    let start = json!({ "year": 2026, "startedOn": "2026-06-01", "lateEntry": "据纸质档案补录" });
    let id = story.call("negotiation.start", start);
    let sides = json!({
        "negotiation": id, "workers": side(["陈望舒", "林知秋", "黄若水"]), "employer": side(["高子衿", "罗思齐", "何怀谷"]),
    });
    story.call("negotiation.saveRepresentatives", sides);
    story.call("negotiation.saveOffer", json!({
        "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "上年度合同即将期满",
        "issuedOn": "2026-06-02", "receivedOn": "2026-06-02", "contact": "陈望舒，分机8001", "information": "上年度工资总额",
        "topics": [{ "title": "年度工资增长幅度", "proposal": "平均增长6%" }],
    }));
    id
}

/// A contract in effect whose affair was sealed; the affair that carries it on.
fn continued(story: &Story) -> Value {
    let (id, _) = sent_up(story);
    story.call("negotiation.seal", json!({ "id": id }));
    story.call("negotiation.start", json!({ "year": 2026, "continues": id }))
}

/// A walk by a seed: from agreed talks, with two agreements, of an affair entered late, from a contract in effect, or of an affair
/// that carries one on. What comes of it is sealed and continued too, where it can be.
fn walked(seed: u64) -> (BTreeSet<String>, BTreeMap<&'static str, u32>, u32) {
    let (concluded, goes_on) = (seed % 6 == 4, seed % 6 == 5);
    let places = ["36", "31", "33", "41"];
    let place = if goes_on { "33" } else { places[usize::try_from(seed % 4).unwrap()] };
    let story = Story::begin(place, &[]);
    let id = match seed % 6 {
        0 | 1 => agreed(&story, &["wage"]),
        2 => agreed(&story, &["wage", "collective"]),
        // All of it lies before the entry, or it goes on after it.
        3 => entered(&story, if seed % 4 == 3 { TODAY } else { "2026-07-01" }),
        4 => published(&story).0,
        _ => continued(&story),
    };
    story.on(TODAY);
    let dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(7));
    let mut walk = Walk {
        story: &story,
        id,
        dice,
        carried: goes_on.then(|| "wage".to_owned()).into_iter().collect(),
        reached: BTreeSet::new(),
        done: BTreeMap::new(),
        refused: 0,
    };
    // An offer may still be changed where the congress passed nothing: later on the dice seldom come upon that.
    if matches!(seed % 6, 0..=2) {
        let talks = walk.talks();
        let offer = walk.offers(&talks);
        walk.tries(&talks, offer);
    }
    walk.steps(LENGTH / 2, if concluded { 2 } else { 9 });
    walk.steps(LENGTH / 2, 5);
    let talks = walk.talks();
    let kept = list(&talks, "agreements").filter(|one| one["state"] == "inEffect");
    let kept: BTreeSet<String> = kept.map(|one| one["kind"].as_str().unwrap().to_owned()).collect();
    let sealed = story.tried("negotiation.seal", json!({ "id": walk.id })).is_ok();
    if sealed
        && let Ok(next) = story.tried("negotiation.start", json!({ "year": 2026, "continues": walk.id }))
    {
        *walk.done.entry("continued").or_default() += 1;
        (walk.id, walk.carried) = (next, kept);
        walk.steps(8, 5);
    }
    (walk.reached, walk.done, walk.refused)
}

#[test]
fn no_commands_bring_an_agreement_into_effect_that_nothing_stands_under() {
    let mut reached: BTreeMap<String, u32> = BTreeMap::new();
    let mut done: BTreeMap<&str, u32> = BTreeMap::new();
    let mut refused = 0;
    for seed in 0..SEEDS {
        let (states, tried, not) = walked(seed);
        for state in states {
            *reached.entry(state).or_default() += 1;
        }
        for (name, times) in tried {
            *done.entry(name).or_default() += times;
        }
        refused += not;
    }
    // The walks come everywhere, and much of what they try is refused: else nothing is shown.
    for (state, walks) in
        [("drafted", 8), ("passed", 6), ("signed", 5), ("filed", 5), ("inEffect", 4), ("rejected", 2)]
    {
        let many = reached.get(state).copied().unwrap_or_default();
        assert!(many >= walks, "{many} of {SEEDS} walks reach “{state}”: {reached:?}, {done:?}");
    }
    let amended = reached.keys().filter(|state| state.contains(' ')).count();
    assert!(amended >= 3, "something is amended on the way: {reached:?}");
    let tried = [
        "negotiation.changeEvent",
        "negotiation.removeEvent",
        "negotiation.saveAmendment",
        "negotiation.saveOffer",
        "contract.fill",
        "ledger.undo",
        "ledger.redo",
    ];
    for name in tried {
        assert!(done.contains_key(name), "{name} is done at least once: {done:?}");
    }
    let all: u32 = done.values().sum();
    assert!(refused > all / 4 && all > refused / 4, "{all} done, {refused} refused: {done:?}");
}

#[test]
fn what_stands_on_nothing_would_be_seen() {
    let story = Story::begin("36", &[]);
    let (id, _) = published(&story);
    let talks = get(&story, &id);
    assert!(unfounded(&talks).is_empty(), "all stands");
    type Spoil = fn(&mut Value);
    let spoiled: [(&str, Spoil); 9] = [
        ("a vote that passed", |one| one["votes"][0]["passed"] = json!(false)),
        ("the signatures", |one| without(one, "signed")),
        ("a filing", |one| without(one, "filed")),
        ("a term", |one| one["termTo"] = Value::Null),
        ("an effect that was entered", |one| without(one, "inEffect")),
        ("a filing", |one| happens(one, &[("returned", "2026-07-06")])),
        ("a vote that passed", |one| happens(one, &[("returned", "2026-07-06"), ("drafted", "2026-07-08")])),
        ("the signatures", |one| happens(one, &[("returned", "2026-07-06"), ("drafted", "2026-07-08")])),
        ("nothing of the way after it", |one| happens(one, &[("returned", "2026-07-19")])),
    ];
    for (lacks, spoil) in spoiled {
        let mut bad = talks.clone();
        spoil(&mut bad["agreements"][0]);
        assert!(unfounded(&bad).iter().any(|(_, what)| *what == lacks), "{lacks}");
    }
    let mut hasty = talks.clone();
    for one in hasty["agreements"][0]["events"].as_array_mut().unwrap() {
        if one["kind"] == "filed" {
            one["happenedOn"] = json!("2026-07-04");
        }
    }
    assert_eq!(unfounded(&hasty), [("wage".to_owned(), "the days of silence")]);
}

fn happens(agreement: &mut Value, more: &[(&str, &str)]) {
    let events = agreement["events"].as_array_mut().unwrap();
    events.extend(more.iter().map(|(kind, on)| json!({ "kind": kind, "happenedOn": on })));
}

fn without(agreement: &mut Value, kind: &str) {
    agreement["events"].as_array_mut().unwrap().retain(|one| one["kind"] != kind);
}
