//! How a duty is told: a ledger of a place, a clock that moves, facts by real commands, and of each duty whose it is, by when, on
//! which ground and what its button opens. What comes about in a story stands in the story.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use affairs::duty::DutyKind;
use chrono::{DateTime, FixedOffset, NaiveDate};
use desk::Desk;
use ledger::Clock;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A clock that stands until it is moved.
struct MovedClock(Mutex<DateTime<FixedOffset>>);

impl Clock for MovedClock {
    fn now(&self) -> DateTime<FixedOffset> {
        *self.0.lock().unwrap()
    }
}

/// Nine in the morning of a day.
fn morning(day: &str) -> DateTime<FixedOffset> {
    format!("{day}T09:00:00+08:00").parse().unwrap()
}

/// The day on which every story begins.
const FIRST_DAY: &str = "2026-06-01";

/// With what the chair of every story sits down.
pub const CHAIR: &str = "赣江 渡口 七盏灯";

/// What a button opens.
#[derive(Debug, Clone, Copy)]
pub enum Opens {
    /// A page and its part; empty where the page has none.
    Form(&'static str, &'static str),
    /// A form about one agreement, on the page of its talks.
    Agreement(&'static str),
    /// A paper of a kind, filled: what can be read on it.
    Paper(&'static str, &'static [&'static str]),
}

/// Whose it is; the last day, or the band where none is set; what its ground says: an article or the origin; the button and what
/// it opens.
pub struct Told(pub &'static str, pub &'static str, pub &'static str, pub &'static str, pub Opens);

/// One story: every duty it tells is absent first, then due, then gone.
pub struct Story {
    desk: Desk,
    clock: Arc<MovedClock>,
    room: TempDir,
    told: &'static [DutyKind],
    turn: Cell<u32>,
    first_seen: RefCell<BTreeMap<DutyKind, u32>>,
    shown: RefCell<BTreeSet<DutyKind>>,
    gone: RefCell<BTreeSet<DutyKind>>,
}

impl Story {
    /// A new ledger in a province, or in a city by its four digits, that makes nothing of the story due yet.
    pub fn begin(place: &str, told: &'static [DutyKind]) -> Self {
        let room = TempDir::new().unwrap();
        let clock = Arc::new(MovedClock(Mutex::new(morning(FIRST_DAY))));
        let desk = crate::desk_by(room.path(), Arc::clone(&clock) as Arc<dyn Clock>);
        let mut union = json!({
            "folder": room.path().join("ledger"), "unionName": "赣江机械有限公司工会委员会", "creditCode": "81360121MC0YL02618",
            "employer": "赣江机械有限公司", "province": &place[..2], "chairName": "陈望舒", "passphrase": CHAIR,
        });
        if place.len() == 4 {
            union["city"] = json!(place);
        }
        desk.call("ledger.create", union).unwrap();
        let story = Story {
            desk,
            clock,
            room,
            told,
            turn: Cell::new(0),
            first_seen: RefCell::default(),
            shown: RefCell::default(),
            gone: RefCell::default(),
        };
        story.absent(told);
        story
    }

    /// The clock moves on to a day.
    pub fn on(&self, day: &str) {
        self.look();
        self.turn.set(self.turn.get() + 1);
        *self.clock.0.lock().unwrap() = morning(day);
    }

    /// Somebody sits down in the place of whoever sat there.
    pub fn sits_down(&self, passphrase: &str) {
        self.call("ledger.lock", json!({}));
        let dir = self.room.path().join("ledger");
        self.call("ledger.open", json!({ "dir": dir, "passphrase": passphrase }));
    }

    /// A command that must be done.
    #[track_caller]
    pub fn call(&self, name: &str, args: Value) -> Value {
        self.turn.set(self.turn.get() + 1);
        match self.desk.call(name, args) {
            Ok(answer) => answer.value,
            Err(why) => panic!("{name} must be done, but: {} ({:?})", why.message, why.field),
        }
    }

    /// A command that must be refused.
    #[track_caller]
    pub fn refused(&self, name: &str, args: Value) -> desk::Problem {
        match self.desk.call(name, args) {
            Ok(answer) => panic!("{name} must be refused, but answers {}", answer.value),
            Err(why) => why,
        }
    }

    /// A command that may be refused.
    pub fn tried(&self, name: &str, args: Value) -> Result<Value, desk::Problem> {
        self.turn.set(self.turn.get() + 1);
        self.desk.call(name, args).map(|answer| answer.value)
    }

    /// A job that must be refused.
    #[track_caller]
    pub fn job_refused(&self, name: &str, args: Value) -> desk::Problem {
        match self.desk.job(name, args, &desk::NoProgress) {
            Ok(answer) => panic!("{name} must be refused, but answers {}", answer.value),
            Err(why) => why,
        }
    }

    /// A job that somebody watches, done or not.
    pub fn job_watched(
        &self,
        name: &str,
        args: Value,
        progress: &dyn desk::Progress,
    ) -> Result<Value, desk::Problem> {
        self.turn.set(self.turn.get() + 1);
        self.desk.job(name, args, progress).map(|answer| answer.value)
    }

    /// A job that must be done.
    #[track_caller]
    pub fn job(&self, name: &str, args: Value) -> Value {
        self.turn.set(self.turn.get() + 1);
        match self.desk.job(name, args, &desk::NoProgress) {
            Ok(answer) => answer.value,
            Err(why) => panic!("{name} must be done, but: {} ({:?})", why.message, why.field),
        }
    }

    /// Everything due now. Each id is of a kind that is listed, and of one duty alone.
    #[track_caller]
    fn look(&self) -> Vec<(DutyKind, Value)> {
        let today = self.desk.call("today.list", json!({})).unwrap().value;
        let mut ids = BTreeSet::new();
        let with_kind = |duty: &Value| {
            let id = duty["id"].as_str().unwrap();
            assert!(ids.insert(id.to_owned()), "{id} is the id of two duties");
            let kind = DutyKind::of_id(id).unwrap_or_else(|| panic!("{id} is of no kind that is listed"));
            self.first_seen.borrow_mut().entry(kind).or_insert(self.turn.get());
            (kind, duty.clone())
        };
        today["duties"].as_array().unwrap().iter().map(with_kind).collect()
    }

    /// None of these is due.
    #[track_caller]
    pub fn absent(&self, kinds: &[DutyKind]) {
        let standing: Vec<_> = self.look().into_iter().filter(|(kind, _)| kinds.contains(kind)).collect();
        assert!(standing.is_empty(), "not due yet, or no more: {standing:?}");
    }

    /// It is due since the last turn of the story, as it is told. Answers the id of what it opens.
    #[track_caller]
    pub fn due(&self, kind: DutyKind, Told(whose, by, ground, button, opens): Told) -> Value {
        let all: Vec<Value> =
            self.look().into_iter().filter(|(of, _)| *of == kind).map(|(_, duty)| duty).collect();
        let [duty] = &all[..] else { panic!("{kind:?} is due once: {all:?}") };
        if self.shown.borrow_mut().insert(kind) {
            let (first, now) = (self.first_seen.borrow()[&kind], self.turn.get());
            assert_eq!(first, now, "{kind:?} stood here {} turns before it is told", now - first);
        }
        let words = |key: &str| duty[key].as_str().unwrap_or_default();
        let day = by.parse::<NaiveDate>().is_ok();
        let told_by = if day { (words("due"), by) } else { (words("band"), by) };
        assert_eq!((words("whose"), told_by.0), (whose, told_by.1), "whose it is, and by when: {duty}");
        assert_eq!(duty["due"].is_string(), day, "a day where one is set: {duty}");
        let rule = [&duty["rule"], &duty["deadline"]["rule"]]
            .map(|rule| format!("{}{}", rule["instrument"], rule["article"]));
        let grounds = format!("{}{}", words("origin"), rule.concat());
        assert!(!ground.is_empty() && grounds.contains(ground), "its ground says {ground}: {duty}");
        assert_eq!(words("button"), button, "{duty}");
        self.opened(&duty["place"], opens);
        duty["place"]["id"].clone()
    }

    /// It is due too; another story tells it.
    #[track_caller]
    pub fn beside(&self, kind: DutyKind) {
        assert!(self.look().iter().any(|(of, _)| *of == kind), "{kind:?} is due beside what is told");
    }

    /// It is due no more.
    #[track_caller]
    pub fn gone(&self, kind: DutyKind) {
        assert!(self.shown.borrow().contains(&kind), "{kind:?} stood here before");
        self.absent(&[kind]);
        self.gone.borrow_mut().insert(kind);
    }

    /// What a button opens is there: the form's record, or the paper.
    #[track_caller]
    fn opened(&self, place: &Value, opens: Opens) {
        let words = |key: &str| place[key].as_str().unwrap_or_default();
        match opens {
            Opens::Form(page, part) => {
                assert_eq!((words("page"), words("part")), (page, part), "what the button opens: {place}");
                assert!(self.stands(page, part, &place["id"]), "what the button opens is there: {place}");
            }
            Opens::Agreement(form) => {
                let part: Vec<&str> = words("part").split(':').collect();
                let [page, name, of, opened] = [words("page"), part[0], part[1], part[2]];
                assert_eq!((page, name, opened), ("negotiation", "agreement", form), "{place}");
                let talks = self.desk.call("negotiation.get", json!({ "id": place["id"] })).unwrap().value;
                let agreements = talks["agreements"].as_array().unwrap().iter().map(|one| &one["id"]);
                let amendments = talks["amendments"].as_array().unwrap().iter();
                let mut all = agreements.chain(amendments.map(|one| &one["course"]["id"]));
                assert!(all.any(|id| *id == of), "what the button opens is there: {place}");
            }
            Opens::Paper(kind, lines) => {
                assert_eq!(words("page"), "papers", "the button opens a paper: {place}");
                let (of_kind, of) = words("id").split_once('@').expect("a kind and a record");
                assert_eq!(of_kind, kind, "{place}");
                self.paper(kind, of, lines);
            }
        }
    }

    /// Whether the record is there that a form is about.
    fn stands(&self, page: &str, part: &str, id: &Value) -> bool {
        let answers = |name: &str, args: Value| self.desk.call(name, args).map(|answer| answer.value);
        let get = |name: &str| answers(name, json!({ "id": id })).is_ok();
        let held = |name: &str, list: &str, key: &str| {
            let all = answers(name, json!({})).unwrap();
            let rows = if list.is_empty() { &all } else { &all[list] };
            rows.as_array().unwrap().iter().any(|one| one[key] == *id)
        };
        match (page, part.split(':').next().unwrap_or_default()) {
            ("union", "bodies") => held("union.bodies", "bodies", "body"),
            ("union", "fee") => answers("union.fee", json!({})).is_ok(),
            ("union", "record") => answers("union.get", json!({})).is_ok(),
            ("election", "new") => answers("election.start", json!({})).is_ok(),
            ("membersCongress", "new") => {
                answers("membersCongress.list", json!({})).unwrap()["start"].is_object()
            }
            ("membersCongress", "delegates") => {
                let session: u32 = id.as_str().unwrap().parse().unwrap();
                answers("membersCongress.delegates", json!({ "session": session })).is_ok()
            }
            ("joining", "admission") => get("members.admission"),
            ("joining", _) => held("members.applications", "rows", "id"),
            ("dues", "lapse") if id.is_null() => answers("members.duesLapses", json!({})).is_ok(),
            ("dues", "lapse") => held("members.duesLapses", "people", "person"),
            ("negotiation", "") => answers("negotiation.list", json!({})).is_ok(),
            ("members", "") => answers("members.search", json!({})).is_ok(),
            ("congressMeetings", _) => get("congress.meeting"),
            ("congressMotions", _) => get("congress.motion"),
            ("safetyReport", _) => answers("safety.figures", json!({ "period": id })).is_ok(),
            ("reformMeasures", _) => get("reform.get"),
            ("hardship", "") if id.is_null() => answers("hardship.list", json!({})).is_ok(),
            ("platform", "referral") => held("platform.referrals", "", "id"),
            ("platform", what) => get(&format!("platform.{what}")),
            ("letters", "") if id == "new" => answers("letters.list", json!({})).is_ok(),
            ("recuperation", _) => get("recuperation.batch"),
            ("leave", "person") => {
                let year: i32 = id.as_str().unwrap().parse().unwrap();
                let who = part.split_once(':').unwrap().1;
                answers("leave.person", json!({ "person": who, "year": year })).is_ok()
            }
            ("leave", _) => {
                let year: i32 = id.as_str().unwrap().parse().unwrap();
                answers("leave.summary", json!({ "year": year })).is_ok()
            }
            ("mediation", "") => answers("mediation.committee", json!({})).is_ok(),
            _ => get(&format!("{page}.get")),
        }
    }

    /// The paper is filled: nothing is missing but the signatures that are set on it by hand, it prints, and the lines can be read
    /// on it.
    #[track_caller]
    pub fn paper(&self, kind: &str, of: &str, lines: &[&str]) {
        let desk = &self.desk;
        let all = desk.call("papers.list", json!({})).unwrap().value;
        let listed = all.as_array().unwrap().iter().find(|one| one["kind"] == kind && one["of"] == of);
        let missing = listed.and_then(|line| line["missing"].as_array()).into_iter().flatten();
        let unfilled: Vec<_> = missing.filter(|what| !what.as_str().unwrap().contains("签字")).collect();
        assert!(unfilled.is_empty(), "missing on {kind}: {unfilled:?}");
        let pdf = self.looked(|| desk.bytes("papers.preview", json!({ "kind": kind, "of": of })));
        assert!(pdf.starts_with(b"%PDF"), "{kind} prints");
        let text = self.text(kind, &json!(of));
        for line in lines {
            assert!(text.contains(line), "{kind} says {line}: {text}");
        }
    }

    /// What looks at a paper; where it tells guarded data, after that was revealed with a purpose, and it is masked again then.
    #[track_caller]
    fn looked<T>(&self, look: impl Fn() -> Result<T, desk::Problem>) -> T {
        let seen = match look() {
            Err(why) if why.code == "covered" => {
                self.desk.call("sight.reveal", json!({ "purpose": "打印这份文书" })).unwrap();
                let seen = look();
                self.desk.call("sight.cover", json!({})).unwrap();
                seen
            }
            seen => seen,
        };
        seen.unwrap_or_else(|why| panic!("the paper must be there, but: {}", why.message))
    }

    /// What can be read on a paper, without its blanks.
    #[track_caller]
    pub fn text(&self, kind: &str, of: &Value) -> String {
        let desk = &self.desk;
        let to = self.room.path().join("paper.docx");
        let _ = std::fs::remove_file(&to);
        self.looked(|| desk.call("papers.exportWord", json!({ "kind": kind, "of": of, "to": to })));
        let file = std::fs::File::open(&to).unwrap();
        let mut zip = zip::ZipArchive::new(file).unwrap();
        let xml = std::io::read_to_string(zip.by_name("word/document.xml").unwrap()).unwrap();
        // Between tags stands nothing but text: a `<` of the text is written as an entity.
        let text: String =
            xml.split('<').filter_map(|tag| tag.split_once('>')).map(|(_, text)| text).collect();
        text.split_whitespace().collect()
    }

    /// Every duty of the story came and went.
    #[track_caller]
    pub fn end(self) {
        let gone = self.gone.borrow();
        let left: Vec<_> = self.told.iter().filter(|kind| !gone.contains(kind)).collect();
        assert!(left.is_empty(), "told to the end: {left:?}");
    }
}

/// A record with more in it.
pub fn with(mut record: Value, more: Value) -> Value {
    record.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    record
}
