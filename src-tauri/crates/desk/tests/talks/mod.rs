//! Talks told by real commands: from the offer to the effect, and what comes after it. The way there stands here, what is expected
//! of it in the tests beside.

mod afterwards;
mod again;
mod amending;
mod answers;
mod apart;
mod asked;
mod back;
mod fallen;
mod inspector;
mod kept;
mod kinds;
mod known;
mod last_year;
mod late;
mod levels;
mod opinions;
mod owed;
mod papers;
mod places;
mod printed;
mod promised;
mod relieved;
mod removing;
mod returned;
mod rise;
mod rounds;
pub mod sealing;
mod settled;
mod signers;
mod standing;
mod steps;
mod topics;
mod untouched;
mod walk;
mod warned;
mod windows;

use serde_json::{Value, json};

use crate::duties::story::Story;

/// One red pixel, to be added as a file.
pub const PIXEL: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC";

/// The last day of the term that [`concluded`] gives.
pub const TERM: (&str, &str) = ("2026-08-01", "2027-07-31");

/// Three of a side, the first of them chief.
fn side(names: [&str; 3]) -> Value {
    let of = |(at, name): (usize, &&str)| {
        json!({
            "name": name, "sex": if at == 1 { "female" } else { "male" }, "post": if at == 0 { "工会主席" } else { "操作工" },
            "chief": at == 0, "frontLine": at != 0, "chosenHow": "职工代表大会表决通过", "chosenOn": "2026-06-01",
        })
    };
    names.iter().enumerate().map(of).collect()
}

/// Talks over these kinds of contracts whose offer was received on 2 June; their id.
pub fn offered(story: &Story, kinds: &[&str]) -> Value {
    story.on("2026-06-02");
    let id = story.call("negotiation.start", json!({ "year": 2026, "agreements": kinds }));
    let workers = side(["陈望舒", "林知秋", "黄若水"]);
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "workers": workers }));
    story.call("negotiation.saveOffer", json!({
        "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "上年度合同即将期满",
        "issuedOn": "2026-06-02", "receivedOn": "2026-06-02", "proposedOn": "2026-06-20", "proposedPlace": "三楼会议室",
        "contact": "陈望舒，分机8001", "information": "上年度工资总额",
        "topics": [{ "title": "年度工资增长幅度", "proposal": "平均增长6%" }],
    }));
    id
}

/// The same, agreed to on 10 June, with both sides' representatives.
pub fn answered(story: &Story, kinds: &[&str]) -> Value {
    let id = offered(story, kinds);
    story.on("2026-06-10");
    story.call("negotiation.recordReply", json!({
        "negotiation": id, "kind": "agreed", "repliedOn": "2026-06-10", "repliedBy": "公司行政", "text": "",
        "meetsOn": "2026-06-20", "meetsPlace": "三楼会议室",
    }));
    let employer = side(["高子衿", "罗思齐", "何怀谷"]);
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "employer": employer }));
    id
}

/// Talks over these kinds of contracts in which all was agreed at the first meeting; their id.
pub fn agreed(story: &Story, kinds: &[&str]) -> Value {
    let id = answered(story, kinds);
    story.on("2026-06-20");
    story.call("negotiation.saveMeeting", meeting(story, &id, "2026-06-20"));
    id
}

/// A meeting at which everyone was there and all topics were agreed.
pub fn meeting(story: &Story, id: &Value, on: &str) -> Value {
    let talks = story.call("negotiation.get", json!({ "id": id }));
    let people = talks["representatives"].as_array().unwrap();
    let attendance: Vec<Value> =
        people.iter().map(|one| json!({ "representative": one["id"], "present": true })).collect();
    let topics: Vec<Value> = (talks["topics"].as_array().unwrap().iter())
        .map(|topic| {
            json!({
                "topic": topic["id"], "workersPosition": "要求增长6%。", "employerPosition": "同意。", "result": "agreed",
                "agreedText": "月平均工资增长6%",
            })
        })
        .collect();
    json!({
        "negotiation": id, "heldOn": on, "begins": "14:00", "ends": "16:30", "place": "三楼会议室", "chair": people[0]["id"],
        "recorder": "梁静言", "recorderPost": "档案员", "agenda": "逐项协商", "attendance": attendance, "topics": topics,
        "undertakings": [],
    })
}

/// What the head table of a wage contract prints beside its term.
pub fn fill_head(story: &Story, agreement: &Value) {
    for (name, value) in
        [("企业最低月工资", "2360"), ("当地最低月工资", "2000"), ("当地标准执行日", "2025-01-01")]
    {
        story.call("contract.fill", json!({ "agreement": agreement, "name": name, "value": value }));
    }
}

/// Talks over a wage contract whose whole text is drafted and passed; their id and its.
pub fn passed(story: &Story) -> (Value, Value) {
    let id = agreed(story, &["wage"]);
    let wage = agreement(story, &id, "wage")["id"].clone();
    story.call("contract.start", json!({ "agreement": wage }));
    for (name, value) in inspector::BLANKS.iter().copied().chain([("企业最低月工资", "2360")]) {
        story.call("contract.fill", json!({ "agreement": wage, "name": name, "value": value }));
    }
    story.call("pay.saveReference", json!({
        "kind": "minimum", "region": "南昌县", "period": "2025-01-01", "value": 200_000, "unit": "yuanMonth",
        "source": "省人社厅文件",
    }));
    event(story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(story, &id, "2026-06-29", &[(&wage, 41)]);
    (id, wage)
}

/// The whole affair as its page shows it.
pub fn get(story: &Story, id: &Value) -> Value {
    story.call("negotiation.get", json!({ "id": id }))
}

/// The agreement of a kind.
pub fn agreement(story: &Story, id: &Value, kind: &str) -> Value {
    let talks = get(story, id);
    let all = talks["agreements"].as_array().unwrap().clone();
    all.into_iter().find(|one| one["kind"] == kind).unwrap()
}

/// Something that happened to an agreement, recorded on its day.
pub fn event(story: &Story, id: &Value, agreement: &Value, kind: &str, on: &str, facts: Value) -> Value {
    story.on(on);
    story.call("negotiation.addEvent", json!({
        "negotiation": id, "agreement": agreement, "kind": kind, "happenedOn": on, "text": "以书面办理", "facts": facts,
    }))
}

/// The seat of a representative falls vacant.
pub fn vacated(story: &Story, id: &Value, name: &str, on: &str) -> Value {
    let talks = get(story, id);
    let all = talks["representatives"].as_array().unwrap();
    let gone = all.iter().find(|one| one["record"]["name"] == name).unwrap();
    story.call(
        "negotiation.addEvent",
        json!({
            "negotiation": id, "kind": "vacated", "happenedOn": on, "text": "调离",
            "facts": { "representative": gone["id"] },
        }),
    )
}

/// A session of 45 delegates, 43 of them there.
pub fn session(on: &str) -> Value {
    json!({
        "form": "congress", "name": "第三届职工代表大会第五次会议", "heldOn": on, "due": 45, "present": 43, "way": "secret",
        "given": 43, "returned": 43, "chair": "陈望舒", "chairPost": "工会主席", "tellers": ["艾小梅"],
        "scrutineers": ["付春生"],
    })
}

/// Votes of a session: each agreement with how many were for it.
pub fn vote(story: &Story, id: &Value, on: &str, votes: &[(&Value, u32)]) {
    story.on(on);
    let votes: Vec<Value> = votes
        .iter()
        .map(
            |(of, yes)| json!({ "agreement": of, "votesFor": yes, "votesAgainst": 43 - yes, "abstained": 0 }),
        )
        .collect();
    let args = json!({ "negotiation": id, "session": session(on), "votes": votes });
    story.call("negotiation.saveVote", args);
}

/// From the draft to the effect.
pub fn concluded(story: &Story, id: &Value, agreement: &Value) {
    event(story, id, agreement, "drafted", "2026-06-22", json!({}));
    vote(story, id, "2026-06-29", &[(agreement, 41)]);
    from_signature(story, id, agreement);
}

/// From the signature to the effect.
pub fn from_signature(story: &Story, id: &Value, agreement: &Value) {
    sent_in(story, id, agreement);
    event(story, id, agreement, "inEffect", "2026-07-18", json!({}));
}

/// The signature for the term, and the filing.
fn sent_in(story: &Story, id: &Value, agreement: &Value) {
    let term = json!({ "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 });
    event(story, id, agreement, "signed", "2026-07-02", term);
    event(story, id, agreement, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
}

/// Talks over a wage contract that is filed and not yet in effect, and its id.
fn under_review(story: &Story) -> (Value, Value) {
    let id = agreed(story, &["wage"]);
    let wage = agreement(story, &id, "wage")["id"].clone();
    event(story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(story, &id, "2026-06-29", &[(&wage, 41)]);
    sent_in(story, &id, &wage);
    (id, wage)
}

/// Talks over a wage contract that is in effect and published, and its id.
pub fn published(story: &Story) -> (Value, Value) {
    let id = agreed(story, &["wage"]);
    let wage = agreement(story, &id, "wage")["id"].clone();
    concluded(story, &id, &wage);
    event(story, &id, &wage, "published", "2026-07-20", json!({ "receiver": "公告栏" }));
    (id, wage)
}

/// The same, sent up to the upper union too: nothing stands against the seal.
pub fn sent_up(story: &Story) -> (Value, Value) {
    let (id, wage) = published(story);
    event(story, &id, &wage, "sentUp", "2026-07-20", json!({ "receiver": "县总工会" }));
    (id, wage)
}
