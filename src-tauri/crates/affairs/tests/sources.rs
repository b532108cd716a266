//! What an issue keeps beside its row, its bytes and what it was made from, goes with the row when the law erases it, and
//! stays for as long as another issue names it.

use affairs::Problem;
use affairs::office::changes::TextChange;
use affairs::office::source::Source;
use affairs::office::{self, Issue, model::PaperId};
use affairs::schema::SCHEMA;
use ledger::{Finality, Ledger, LedgerError, Op, Purge};

use crate::common::{Room, chair};

fn source(fact: &str) -> Source {
    Source {
        template: "negotiation/minutes".into(),
        text: "form = \"register\"".into(),
        context: serde_json::json!({ "chair": fact }),
        changes: vec![TextChange { block: "place".into(), replaced: "三楼".into(), text: "四楼".into() }],
        author: "工会".into(),
        created: "2026-11-16T09:00:00+08:00".parse().unwrap(),
        id_seed: "seed".into(),
    }
}

fn issue(ledger: &Ledger, of: &str, sha256: &str, made_from: &Source) -> PaperId {
    let op = Op { code: "test.issue".into(), label: "印发".into(), finality: Finality::Final };
    let run = |tx: &ledger::Tx<'_>| {
        let number = office::next_number(tx, "negotiation.minutes")?;
        let kind = "negotiation.minutes";
        let bytes = sha256.as_bytes();
        office::issue(
            tx,
            &Issue { kind, of, title: "纪要", number, pages: 1, sha256, bytes, source: made_from },
        )
    };
    ledger.step::<_, Problem>(&op, &chair(), run).unwrap().value
}

/// How many bytes and sources are kept.
fn kept(ledger: &Ledger) -> (i64, i64) {
    let count = "SELECT (SELECT count(*) FROM paper_bytes), (SELECT count(*) FROM paper_source)";
    ledger
        .read(|conn| Ok::<_, LedgerError>(conn.query_row(count, [], |row| Ok((row.get(0)?, row.get(1)?)))?))
        .unwrap()
}

fn purge(ledger: &Ledger, id: PaperId) {
    let op = Op { code: "test.purge".into(), label: "清除".into(), finality: Finality::Final };
    let id = id.to_string();
    let purge = Purge { reason: "保存期满", rows: &[("paper", &id)], words: &[] };
    ledger.purge(&op, &chair(), &purge, |_| Ok::<_, LedgerError>(())).unwrap();
}

#[test]
fn an_issue_keeps_what_it_was_made_from_and_erasing_it_leaves_nothing() {
    let room = Room::new();
    let ledger = room.ledger();
    let (first, other) = (source("林知秋"), source("黄若水"));
    let one = issue(ledger, "a", "aa", &first);
    let twin = issue(ledger, "b", "aa", &first);
    let third = issue(ledger, "c", "cc", &other);
    let of = |id| ledger.read(|conn| office::source::of_issue(conn, id)).unwrap();
    assert_eq!(of(one), Some(first.clone()));
    assert_eq!(kept(ledger), (2, 2), "what is the same is kept once");
    purge(ledger, one);
    assert_eq!((of(one), of(twin)), (None, Some(first)), "another issue still names it");
    purge(ledger, twin);
    assert_eq!((kept(ledger), of(third)), ((1, 1), Some(other)));
    let derived = SCHEMA.derived.iter().find(|one| one.name == "印发文件的底本").unwrap();
    let holds = ledger.read(|conn| Ok::<_, LedgerError>((derived.verify)(conn)?)).unwrap();
    assert!(holds, "nothing is kept that no issue names");
}
