//! The clocks of each region as a table: which rule gives the day, from which day it is counted, and the last day, with the later
//! days that stand beside it. The walk asks for them stage by stage; a test holds the tables against the packs. The way itself
//! stands in `regions`, the dispute in `regions::dispute`.

use serde_json::Value;

use self::Stage::{
    Accepted, Again, Agreed, Answered, Applied, Awarded, Changed, Chosen, Demanded, Drafted, Extended, Filed,
    Forming, InEffect, Kept, Offered, Over, Rescinded, Signed, Vacant,
};
use super::talk::Talk;

/// Where the walk stands when a clock is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The workers' side was chosen.
    Chosen,
    /// The offer was received.
    Offered,
    /// Refused, and reminded of it in writing.
    Demanded,
    /// Agreed to; the other side is not named yet.
    Forming,
    /// Agreed to, with the day of the first meeting and both sides named.
    Answered,
    /// A seat fell vacant.
    Vacant,
    /// All was agreed at a meeting.
    Agreed,
    /// A draft stands.
    Drafted,
    /// A new draft after the congress refused the first.
    Again,
    /// Signed.
    Signed,
    /// Filed.
    Filed,
    /// In effect.
    InEffect,
    /// Published, and kept from then on.
    Kept,
    /// An award of arbitrators was received over what was not kept.
    Awarded,
    /// A change of it was signed.
    Changed,
    /// Rescinded by both sides.
    Rescinded,
    /// The time of the talks is over and topics are disputed.
    Over,
    /// Coordination was applied for.
    Applied,
    /// Coordination was taken up.
    Accepted,
    /// Coordination was made longer.
    Extended,
}

/// What becomes of a duty on the day after its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    /// Its clock ran out.
    Overdue,
    /// Nobody is late: it goes on without a day.
    Open,
    /// Another move takes its place.
    Gone,
}

/// One clock of a region.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    stage: Stage,
    button: &'static str,
    /// The rule whose day is told.
    rule: &'static str,
    /// The day from which it is counted.
    start: &'static str,
    last: &'static str,
    /// Rules of the place that give the same day or a later one, which stands beside it.
    beside: &'static [(&'static str, &'static str)],
    after: After,
}

const fn clock(
    stage: Stage,
    button: &'static str,
    rule: &'static str,
    start: &'static str,
    last: &'static str,
) -> Clock {
    Clock { stage, button, rule, start, last, beside: &[], after: After::Overdue }
}

impl Clock {
    const fn beside(self, beside: &'static [(&'static str, &'static str)]) -> Clock {
        Clock { beside, ..self }
    }

    const fn open(self) -> Clock {
        Clock { after: After::Open, ..self }
    }

    const fn gone(self) -> Clock {
        Clock { after: After::Gone, ..self }
    }

    /// The duty that tells it, today.
    fn told(&self, talk: &mut Talk) -> Option<Value> {
        let by = |duty: &&Value| {
            let rule = if duty["deadline"].is_object() { &duty["deadline"]["rule"] } else { &duty["rule"] };
            duty["button"] == self.button && rule["id"] == self.rule
        };
        talk.duties().iter().find(by).cloned()
    }

    /// Both sides of it: near on its last day, and what becomes of it on the day after.
    fn holds(&self, talk: &mut Talk, at: &str) {
        let what = format!("{at}, {:?}, {} by {}", self.stage, self.button, self.rule);
        let day: chrono::NaiveDate = self.last.parse().unwrap();
        talk.on(self.last);
        let duty = self.told(talk).unwrap_or_else(|| panic!("{what}: told on its last day"));
        assert_eq!(duty["due"], self.last, "{what}: {}", duty["origin"]);
        assert_eq!(duty["band"], "week", "{what}: its last day");
        if duty["deadline"].is_object() {
            assert_eq!(duty["deadline"]["explanation"]["start"], self.start, "{what}: counted from there");
        }
        for (rule, last) in self.beside {
            let mut others = duty["deadline"]["others"].as_array().into_iter().flatten();
            let own = others.find(|one| one["rule"]["id"] == *rule);
            assert_eq!(
                own.map(|one| &one["due"]),
                Some(&Value::from(*last)),
                "{what}: {rule} stands beside it"
            );
        }
        talk.on(&day.succ_opt().unwrap().to_string());
        let duty = self.told(talk);
        let band = duty.as_ref().and_then(|duty| duty["band"].as_str());
        let due = duty.as_ref().and_then(|duty| duty["due"].as_str());
        match self.after {
            After::Overdue => {
                assert_eq!((band, due), (Some("overdue"), Some(self.last)), "{what}: the day after")
            }
            After::Open => {
                assert_eq!((band, due), (Some("week"), None), "{what}: nobody is late");
                assert_eq!(duty.unwrap()["whose"], "union", "{what}: ours to enter");
            }
            After::Gone => assert_eq!(duty, None, "{what}: another move came"),
        }
    }
}

/// Every clock of a stage is told on both sides. The walk goes on on the day on which it stood.
pub fn hold(talk: &mut Talk, at: &str, clocks: &[Clock], stage: Stage) {
    let stood = talk.stands();
    for clock in clocks.iter().filter(|clock| clock.stage == stage) {
        clock.holds(talk, at);
    }
    talk.stand(stood);
}

/// Whether the region has a clock of this stage.
pub fn has(clocks: &[Clock], stage: Stage) -> bool {
    clocks.iter().any(|clock| clock.stage == stage)
}

/// The window for the next talks opens beforehand; on its last day it is for now, and it can be used after it too.
const fn renewal(rule: &'static str) -> Clock {
    clock(Kept, "开始新一年度", rule, "2027-11-30", "2027-11-29").open()
}

/// Silence of the department for fifteen days, everywhere by the law of the nation.
const SILENCE: Clock = clock(Filed, "登记审查结果", "CN-CB-17", "2026-11-05", "2026-11-20").open();
/// The nation's seven days to file.
const FILING: Clock = clock(Signed, "登记报送", "CN-CB-16-9", "2026-11-02", "2026-11-09");
/// The nation's five days to publish.
const PUBLICATION: Clock = clock(InEffect, "登记公布", "CN-CB-18", "2026-11-20", "2026-11-25");
/// The nation's fifteen days to fill a vacant seat: no region here has its own.
const VACANCY: Clock = clock(Vacant, "登记补选", "CN-CB-06", "2026-09-28", "2026-10-13");
/// The nation's five days before the talks.
const INFORMATION: Clock = clock(Answered, "登记资料", "CN-CB-08", "2026-10-20", "2026-10-19");
/// The nation's yearly look at how the contract is kept, and its report.
const CHECK: Clock = clock(Kept, "登记检查", "CN-KEPT-YEARLY", "2026-11-20", "2027-11-20");
const REPORT: Clock = clock(Kept, "登记报告", "CN-KEPT-YEARLY", "2026-11-20", "2027-11-20");
/// The nation's ten days to file what changes a contract.
const CHANGE: Clock = clock(Changed, "登记报送", "CN-AMEND-FILE-22", "2026-11-27", "2026-12-07");
/// The five working days that a reminder may name, as advice: the letter of the union's supervision comes after them.
const REMINDER: Clock =
    clock(Demanded, "登记答复", "CN-CORRECTION-SUGGESTED", "2026-09-22", "2026-09-30").gone();
/// The nation's fifteen days to sue against an award; whoever lets them pass is not late.
const SUIT: Clock = clock(Awarded, "登记起诉", "CN-CB-20", "2026-11-24", "2026-12-09").gone();
/// The nation's thirty days of coordination, and fifteen more.
const COORDINATION: Clock = clock(Accepted, "登记协调结果", "CN-CB-19", "2026-11-16", "2026-12-16");
const LONGER: Clock = clock(Extended, "登记协调结果", "CN-CB-19-EXT", "2026-12-16", "2026-12-31");

/// 江西.
pub const JIANGXI: &[Clock] = &[
    clock(Offered, "登记答复", "JX-19-REPLY", "2026-09-11", "2026-10-04"),
    clock(Demanded, "登记答复", "JX-38", "2026-09-22", "2026-10-07")
        .beside(&[("CN-CORRECTION-SUGGESTED", "2026-09-30")])
        .gone(),
    clock(Answered, "登记资料", "JX-20", "2026-10-20", "2026-10-15"),
    VACANCY,
    clock(Agreed, "登记草案", "JX-21-DRAFT", "2026-10-20", "2026-10-27"),
    clock(Agreed, "登记草案", "JX-19-CONCLUDE", "2026-09-11", "2026-11-10"),
    clock(Signed, "登记报送", "JX-22", "2026-11-02", "2026-11-09"),
    SILENCE.beside(&[("JX-23", "2026-11-20")]),
    clock(InEffect, "登记公布", "JX-24", "2026-11-20", "2026-11-25"),
    CHECK,
    REPORT,
    renewal("JX-28-RENEW"),
    SUIT.beside(&[("JX-35", "2026-12-09")]),
    CHANGE,
    clock(Rescinded, "登记备案", "JX-26", "2026-12-02", "2026-12-09"),
    clock(Accepted, "登记协调结果", "JX-34", "2026-11-16", "2026-12-16"),
    clock(Extended, "登记协调结果", "JX-34-EXT", "2026-12-16", "2026-12-31"),
];

/// 上海.
pub const SHANGHAI: &[Clock] = &[
    clock(Offered, "登记答复", "SH-15-REPLY", "2026-09-11", "2026-09-26"),
    REMINDER,
    clock(Forming, "登记协商代表", "SH-17", "2026-09-22", "2026-10-07"),
    INFORMATION,
    VACANCY,
    FILING.beside(&[("SH-23", "2026-11-12")]),
    SILENCE.beside(&[("SH-23-SILENT", "2026-11-20")]),
    PUBLICATION,
    clock(Kept, "登记检查", "SH-WC-12-KEPT", "2026-11-20", "2027-11-20"),
    clock(Kept, "登记报告", "SH-WC-12-KEPT", "2026-11-20", "2027-11-20"),
    renewal("CN-CB-15-9"),
    SUIT,
    CHANGE,
    COORDINATION,
    LONGER,
];

/// 浙江.
pub const ZHEJIANG: &[Clock] = &[
    clock(Offered, "登记答复", "ZJ-7-REPLY", "2026-09-11", "2026-09-24"),
    REMINDER,
    clock(Answered, "登记资料", "ZJ-16-INFO", "2026-10-20", "2026-10-13"),
    VACANCY,
    clock(Drafted, "登记表决", "ZJ-24-SUBMIT", "2026-10-20", "2026-11-10"),
    clock(Again, "登记表决", "ZJ-24-REVOTE", "2026-10-26", "2026-11-02"),
    FILING.beside(&[("ZJ-34", "2026-11-12")]),
    SILENCE.beside(&[("ZJ-34-SILENT", "2026-11-20")]),
    PUBLICATION.beside(&[("ZJ-35", "2026-11-27")]),
    clock(Kept, "登记检查", "ZJ-37", "2026-11-20", "2027-11-20"),
    clock(Kept, "登记报告", "ZJ-37", "2026-11-20", "2027-11-20"),
    renewal("ZJ-30-RENEW"),
    SUIT,
    clock(Changed, "登记报送", "ZJ-34-FILE", "2026-11-27", "2026-12-07")
        .beside(&[("CN-AMEND-FILE-22", "2026-12-07")]),
    clock(Rescinded, "登记备案", "ZJ-33", "2026-12-02", "2026-12-09"),
    clock(Accepted, "登记协调结果", "ZJ-39", "2026-11-16", "2026-12-16"),
    clock(Extended, "登记协调结果", "ZJ-39-EXT", "2026-12-16", "2026-12-31"),
];

/// 河南.
pub const HENAN: &[Clock] = &[
    clock(Chosen, "登记推选会议", "HA-13-PUBLISH", "2026-09-10", "2026-09-15"),
    clock(Offered, "登记答复", "HA-21-REPLY", "2026-09-11", "2026-09-24"),
    REMINDER,
    clock(Answered, "登记资料", "HA-23", "2026-10-20", "2026-10-13"),
    clock(Answered, "登记公布", "HA-13-PUBLISH", "2026-09-10", "2026-09-15"),
    VACANCY,
    clock(Agreed, "登记草案", "HA-26", "2026-09-11", "2026-11-11"),
    clock(Signed, "登记报送", "HA-28", "2026-11-02", "2026-11-09"),
    SILENCE.beside(&[("HA-29", "2026-11-20")]),
    clock(InEffect, "登记公布", "HA-30", "2026-11-20", "2026-11-25"),
    CHECK,
    REPORT,
    renewal("HA-31-RENEW"),
    SUIT,
    CHANGE,
    clock(Over, "打开申请书", "HA-37", "2026-11-11", "2026-11-26").gone(),
    clock(Applied, "登记受理", "HA-38-BEGIN", "2026-11-12", "2026-11-19"),
    clock(Accepted, "登记协调结果", "HA-38", "2026-11-16", "2026-12-16"),
    clock(Extended, "登记协调结果", "HA-38-EXT", "2026-12-16", "2026-12-31"),
];

/// 河南, of a collective contract: its own text, and not that on wages.
pub const HENAN_COLLECTIVE: &[Clock] = &[
    clock(Offered, "登记答复", "HA-CC-9", "2026-09-11", "2026-09-26"),
    clock(Agreed, "登记草案", "HA-CC-15-MAX", "2026-10-20", "2026-12-19"),
    clock(Signed, "登记报送", "HA-CC-16", "2026-11-02", "2026-11-09")
        .beside(&[("CN-CB-16-22", "2026-11-12")]),
    clock(Signed, "登记报送上级工会", "HA-CC-16-UPPER", "2026-11-02", "2026-11-09"),
    SILENCE.beside(&[("HA-CC-18", "2026-11-20")]),
    clock(InEffect, "登记公布", "HA-CC-19", "2026-11-20", "2026-11-30"),
    clock(Kept, "登记检查", "HA-CC-29", "2026-11-20", "2027-11-20"),
    clock(Kept, "登记报告", "HA-CC-29", "2026-11-20", "2027-11-20"),
    renewal("HA-CC-20"),
];

/// 湖南.
pub const HUNAN: &[Clock] = &[
    clock(Chosen, "登记推选会议", "HN-13-PUBLISH", "2026-09-10", "2026-09-17"),
    clock(Offered, "登记答复", "HN-25-REPLY", "2026-09-11", "2026-10-04"),
    REMINDER,
    clock(Answered, "登记资料", "HN-28", "2026-10-20", "2026-10-13"),
    clock(Answered, "登记公布", "HN-13-PUBLISH", "2026-09-10", "2026-09-17"),
    VACANCY,
    clock(Agreed, "登记草案", "HN-30", "2026-09-11", "2026-12-11"),
    clock(Signed, "登记报送", "HN-34", "2026-11-02", "2026-11-09"),
    SILENCE,
    PUBLICATION,
    CHECK,
    REPORT,
    renewal("CN-CB-15-9"),
    SUIT.beside(&[("HN-37-SUE", "2026-12-09")]),
    CHANGE,
    clock(Accepted, "登记协调结果", "HN-32", "2026-11-16", "2026-12-16"),
    LONGER,
];

/// 北京.
pub const BEIJING: &[Clock] = &[
    clock(Offered, "登记答复", "BJ-32-REPLY", "2026-09-11", "2026-10-04"),
    REMINDER,
    INFORMATION,
    VACANCY,
    FILING.beside(&[("BJ-39", "2026-11-12")]),
    SILENCE.beside(&[("BJ-39-SILENT", "2026-11-20")]),
    PUBLICATION,
    clock(Kept, "登记检查", "BJ-41", "2026-11-20", "2027-11-20"),
    clock(Kept, "登记报告", "BJ-41", "2026-11-20", "2027-11-20"),
    renewal("BJ-43"),
    SUIT,
    CHANGE,
    clock(Rescinded, "登记备案", "BJ-48", "2026-12-02", "2026-12-12"),
    clock(Accepted, "登记协调结果", "BJ-50", "2026-11-16", "2026-12-16"),
    clock(Extended, "登记协调结果", "BJ-50-EXT", "2026-12-16", "2026-12-31"),
];

/// 重庆.
pub const CHONGQING: &[Clock] = &[
    clock(Offered, "登记答复", "CQ-19-REPLY", "2026-09-11", "2026-10-04"),
    REMINDER,
    clock(Answered, "登记资料", "CQ-20", "2026-10-20", "2026-10-10"),
    VACANCY,
    FILING.beside(&[("CQ-28", "2026-11-12")]),
    SILENCE.beside(&[("CQ-28-SILENT", "2026-11-20")]),
    PUBLICATION.beside(&[("CQ-29", "2026-11-30")]),
    clock(Kept, "登记检查", "CQ-30-WAGES", "2026-11-20", "2027-05-20"),
    clock(Kept, "登记报告", "CQ-30", "2026-11-20", "2027-11-20"),
    renewal("CQ-33"),
    SUIT.beside(&[("CQ-49-SUE", "2026-12-09")]),
    CHANGE,
    clock(Accepted, "登记协调结果", "CQ-48", "2026-11-16", "2027-01-15"),
    clock(Extended, "登记协调结果", "CQ-48-EXT", "2027-01-15", "2027-02-14"),
];

/// Where no local rule stands.
pub const NATION: &[Clock] = &[
    clock(Offered, "登记答复", "CN-CB-07-9", "2026-09-11", "2026-10-04")
        .beside(&[("CN-CB-07-22", "2026-10-04")]),
    REMINDER,
    INFORMATION,
    VACANCY,
    FILING.beside(&[("CN-CB-16-22", "2026-11-12")]),
    SILENCE.beside(&[
        ("CN-CB-17-LABOUR", "2026-11-20"),
        ("CN-CB-17-9", "2026-11-20"),
        ("CN-CB-17-22", "2026-11-20"),
    ]),
    PUBLICATION,
    CHECK,
    REPORT,
    renewal("CN-CB-15-9"),
    SUIT,
    CHANGE,
    COORDINATION,
    LONGER,
];

/// Clocks of talks that make nothing due by themselves, each with how the walk holds it.
const ELSEWHERE: &[(&str, &str)] = &[
    (
        "negotiation.review",
        "the fifteen days of the silence, with which the walk holds them and the article: see the test below",
    ),
    (
        "negotiation.representatives.term",
        "ends mandates and makes nothing due: the walk of 上海 holds both sides of it",
    ),
];

#[test]
fn every_clock_of_the_packs_stands_in_the_table_of_its_region() {
    let book = law::LawBook::load(&crate::gonghui::root().join("assets")).unwrap();
    let regions = [
        ("36", JIANGXI),
        ("31", SHANGHAI),
        ("33", ZHEJIANG),
        ("41", HENAN),
        ("41", HENAN_COLLECTIVE),
        ("43", HUNAN),
        ("11", BEIJING),
        ("50", CHONGQING),
    ];
    let timed = |rule: &&law::Rule| {
        rule.subject.starts_with("negotiation.") && matches!(rule.kind, law::Kind::Clock | law::Kind::Window)
    };
    let mut unheard = Vec::new();
    for (region, _) in regions {
        let named: Vec<&str> = regions
            .iter()
            .filter(|(of, _)| *of == region)
            .flat_map(|(_, clocks)| clocks.iter())
            .flat_map(|one| one.beside.iter().map(|(rule, _)| *rule).chain([one.rule]))
            .collect();
        let own = book.rules().filter(timed).filter(|rule| rule.region == region);
        let mut counted = 0;
        for rule in own {
            counted += 1;
            let excused = ELSEWHERE.iter().any(|(subject, _)| *subject == rule.subject);
            if !excused && !named.contains(&rule.id.as_str()) {
                unheard.push(format!("{region}: {} {}", rule.id, rule.subject));
            }
        }
        assert!(counted >= 4, "{region}: its clocks are read from the packs");
    }
    // The nation's, by subject: two rules of it may give one day.
    let by_subject = |id: &str| book.rule(id).map(|rule| rule.subject.clone());
    let named: Vec<String> = NATION.iter().filter_map(|one| by_subject(one.rule)).collect();
    for rule in book.rules().filter(timed).filter(|rule| rule.layer == law::Layer::National) {
        let excused = ELSEWHERE.iter().any(|(subject, _)| *subject == rule.subject);
        if !excused && !named.contains(&rule.subject) {
            unheard.push(format!("the nation: {} {}", rule.id, rule.subject));
        }
    }
    assert!(unheard.is_empty(), "no walk holds them, and no reason stands for it: {unheard:?}");
    for (subject, why) in ELSEWHERE {
        let known = book.rules().any(|rule| rule.subject == *subject);
        assert!(known && !why.is_empty(), "{subject} is excused and no pack has it");
    }
}

#[test]
fn the_department_reviews_in_the_days_of_the_silence() {
    let book = law::LawBook::load(&crate::gonghui::root().join("assets")).unwrap();
    let filed: chrono::NaiveDate = "2026-11-05".parse().unwrap();
    let reviews: Vec<&law::Rule> = book.rules().filter(|rule| rule.subject == "negotiation.review").collect();
    assert!(reviews.len() > 4, "the nation's two and those of three provinces");
    for rule in reviews {
        let place = law::Place::province(if rule.region == "00" { "22" } else { rule.region.as_str() });
        let due = |subject: &str| book.deadline(subject, &place, filed).unwrap().due;
        assert_eq!(due("negotiation.review"), due("negotiation.silent_approval"), "{}", rule.id);
    }
}
