//! The volume of an affair leaves no issued paper of it out: every kind that a negotiation issues is put on a ledger in which every
//! table has a row, and looked for.

use affairs::office::templates::model::PAPERS;
use affairs::{Problem, negotiation};
use ledger::{Finality, LedgerError, Op};

use crate::common::{Room, chair};

const ROWS: &str = include_str!("told.sql");

/// The affair, and what of it papers are made from.
const TALKS: &str = "01990000-0000-7000-8000-000000000009";
const MEETING: &str = "01990000-0000-7000-8000-000000000014";
const WAGE: &str = "01990000-0000-7000-8000-00000000a901";
const WOMEN: &str = "01990000-0000-7000-8000-00000000f001";
const VOTE: &str = "01990000-0000-7000-8000-00000000a904";
const SESSION: &str = "01990000-0000-7000-8000-00000000a903";
const CHECK: &str = "01990000-0000-7000-8000-00000000a905";
const ELECTION: &str = "01990000-0000-7000-8000-00000000b101";
const CHIEF: &str = "01990000-0000-7000-8000-00000000b103";
const ADVISER: &str = "01990000-0000-7000-8000-00000000f002";
const SUSPENSION: &str = "01990000-0000-7000-8000-00000000b903";
const LETTER: &str = "01990000-0000-7000-8000-00000000aa04";

/// What the rows of [`ROWS`] have one of, and papers two; the affair is open.
const BESIDE: &str = "
    UPDATE negotiation_seal SET removed_at = '2026-11-16T09:00:00+08:00';
    INSERT INTO agreement (id, negotiation_id, kind, title)
    VALUES ('01990000-0000-7000-8000-00000000f001', '01990000-0000-7000-8000-000000000009', 'women', '女职工合同');
    INSERT INTO negotiation_mandate (id, negotiation_id, kind, side, name, sex, scope, given_on, from_on, principal, principal_post)
    VALUES ('01990000-0000-7000-8000-00000000f002', '01990000-0000-7000-8000-000000000009', 'adviser', 'workers', '欧阳静怡',
      'female', '提供咨询', '2026-09-26', '2026-09-27', '王小明', '工会主席');";

/// Papers that are printed anew each time and never issued.
const NEVER: [&str; 2] = ["negotiation.plan", "negotiation.opinionSheet"];

/// The other side's copies, which are made by the same templates.
const OTHER_SIDE: [&str; 2] = ["negotiation.informationListOther", "negotiation.confidentialityEmployer"];

/// What a paper of the affair is made from; a new kind is told here, and in the archive.
fn record(kind: &str) -> &'static str {
    match kind {
        "negotiation.offer"
        | "negotiation.reply"
        | "negotiation.representatives"
        | "negotiation.electionNotice"
        | "negotiation.topicList"
        | "negotiation.payLevels"
        | "negotiation.informationList"
        | "negotiation.informationListOther"
        | "negotiation.confidentiality"
        | "negotiation.confidentialityEmployer"
        | "negotiation.meetingNotice"
        | "negotiation.demand"
        | "negotiation.refusalReport"
        | "negotiation.coordination" => TALKS,
        "negotiation.minutes" => MEETING,
        "negotiation.chiefMandate" => CHIEF,
        "negotiation.adviserMandate" => ADVISER,
        "negotiation.electionRecord" => ELECTION,
        "negotiation.suspension" => SUSPENSION,
        "negotiation.performanceCheck" => CHECK,
        "negotiation.contract" => WOMEN,
        "negotiation.wageContract"
        | "negotiation.amendment"
        | "negotiation.filingForm"
        | "negotiation.filingStatement"
        | "negotiation.publication"
        | "negotiation.performanceReport" => WAGE,
        "congress.resolution" => VOTE,
        "congress.count" => SESSION,
        "letters.opinion" => LETTER,
        other => panic!("say what {other} is made from, and file it with the affair"),
    }
}

#[test]
fn no_issued_paper_of_an_affair_is_left_out_of_its_volume() {
    let own = PAPERS.iter().filter_map(|paper| paper.kind);
    let mut kinds: Vec<&str> =
        own.filter(|kind| kind.starts_with("negotiation.") && !NEVER.contains(kind)).collect();
    kinds.extend(OTHER_SIDE);
    // What the congress passed, and the letter of the case that the refusal of the talks opened.
    kinds.extend(["congress.resolution", "congress.count", "letters.opinion"]);
    kinds.sort_unstable();
    kinds.dedup();

    let room = Room::new();
    let mut sql = format!("{ROWS}{BESIDE}");
    for (at, kind) in kinds.iter().enumerate() {
        sql.push_str(&format!(
            "INSERT INTO paper (id, kind, of_id, title, year, number, pages, sha256, issued_at)
             VALUES ('01990000-0000-7000-8000-0000000fa{at:03}', '{kind}', '{}', '{kind}', 2026, 90, 1, 'ab12',
               '2026-12-01T09:00:00.000+08:00');",
            record(kind)
        ));
    }
    let op = Op { code: "test.fill".into(), label: "一步".into(), finality: Finality::Reversible };
    room.ledger().step(&op, &chair(), |tx| Ok::<_, LedgerError>(tx.execute_batch(&sql)?)).unwrap();

    let archive = room
        .ledger()
        .read(|connection| negotiation::archive(connection, "某厂工会", TALKS.parse().unwrap()))
        .unwrap_or_else(|why: Problem| panic!("{}", why.message));
    let filed: Vec<&str> =
        archive.parts.iter().flat_map(|part| &part.items).map(|item| item.title.as_str()).collect();
    for kind in kinds {
        let times = filed.iter().filter(|title| **title == kind).count();
        assert_eq!(times, 1, "{kind} lies in the volume once: {filed:?}");
    }
}
