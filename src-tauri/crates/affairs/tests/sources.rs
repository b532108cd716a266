//! What an issue keeps beside its row, its bytes and what it was made from, goes with the row when the law erases it, and
//! stays for as long as another issue names it.

use std::path::Path;

use affairs::Problem;
use affairs::office::changes::TextChange;
use affairs::office::source::Source;
use affairs::office::{self, Issue, model::PaperId};
use affairs::schema::SCHEMA;
use affairs::trash::{self, TrashKind, TrashRef};
use law::LawBook;
use ledger::{Finality, Ledger, LedgerError, Op, Purge};
use sha2::{Digest, Sha256};

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
        made_by: None,
    }
}

fn issue(ledger: &Ledger, of: &str, sha256: &str, made_from: &Source) -> PaperId {
    issue_of(ledger, "negotiation.minutes", of, sha256, made_from)
}

fn issue_of(ledger: &Ledger, kind: &str, of: &str, sha256: &str, made_from: &Source) -> PaperId {
    let op = Op { code: "test.issue".into(), label: "印发".into(), finality: Finality::Final };
    let run = |tx: &ledger::Tx<'_>| {
        let number = office::next_number(tx, kind)?;
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
    let purge =
        Purge { reason: "保存期满", rows: &[("paper", &id)], tells: &|_| false, taken_back: false };
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
    let of = |id| ledger.read(|conn| office::store::source_of(conn, id)).unwrap();
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

#[test]
fn a_purged_person_takes_the_issued_copies_of_their_own_data_along_and_leaves_their_numbers() {
    let room = Room::new();
    let ledger = room.ledger();
    let book = LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap();
    let person = "01990000-0000-7000-8000-000000000099";
    let minutes = issue(ledger, "a", "aa", &source("林知秋"));
    let own = issue_of(ledger, "members.ownData", person, "bb", &source("林知秋的证件号码"));
    let fill = format!(
        "INSERT INTO union_record (id, name, credit_code, employer, province, founded_at)
         VALUES ('u', '工会', '81360121MC0YL02618', '公司', '36', '2026-09-01T08:42:00.000+08:00');
         INSERT INTO person (id, name, name_key, name_sort, sex, removed_at)
         VALUES ('{person}', '林知秋', '', '', 'female', '2020-01-01T09:00:00.000+08:00');
         INSERT INTO paper_sending (id, paper_id, receiver, manner, sent_on)
         VALUES ('s', '{own}', '林知秋', 'handed', '2019-12-01');
         INSERT INTO incoming_paper (id, year, serial, kind, source, title, received_on, asked, wants_answer, done_on,
           done_paper_id)
         VALUES ('i', 2019, 1, 'letter', '林知秋', '查阅申请', '2019-11-30', '提供副本', 1, '2019-12-01', '{own}');"
    );
    let op = |code: &'static str, finality| Op { code: code.into(), label: "一步".into(), finality };
    let run = |tx: &ledger::Tx<'_>| Ok::<_, LedgerError>(tx.execute_batch(&fill)?);
    ledger.step(&op("test.fill", Finality::Reversible), &chair(), run).unwrap();

    let of = TrashRef { kind: TrashKind::Person, id: person.into() };
    let today = "2026-11-16".parse().unwrap();
    let doomed = ledger.read(|conn| trash::doom(conn, &book, today, &of)).unwrap();
    let rows: Vec<(&str, &str)> =
        doomed.rows.iter().map(|(table, id)| (table.as_str(), id.as_str())).collect();
    let purge = Purge { reason: "保存期满", rows: &rows, tells: &|_| false, taken_back: false };
    let around = |tx: &ledger::Tx<'_>| doomed.erase_around(tx);
    ledger.purge(&op("test.purge", Finality::Final), &chair(), &purge, around).unwrap();

    assert_eq!(kept(ledger), (1, 1), "the minutes stay with the archive; the copy of own data is gone");
    let left = "SELECT (SELECT count(*) FROM paper_sending), (SELECT count(*) FROM paper WHERE id = ?1),
      (SELECT p.sha256 = '' AND p.kind = 'members.ownData' AND p.number = 1 AND p.title = '其他' AND p.id <> ?2
       FROM incoming_paper i JOIN paper p ON p.id = i.done_paper_id)";
    let left: (i64, i64, bool) = ledger
        .read(|conn| {
            let read = |row: &ledger::rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
            Ok::<_, LedgerError>(conn.query_row(left, [minutes.to_string(), own.to_string()], read)?)
        })
        .unwrap();
    assert_eq!(left, (0, 1, true));
}

#[test]
fn altered_bytes_and_sources_are_never_handed_out() {
    let room = Room::new();
    let ledger = room.ledger();
    let sha256 = hex::encode(Sha256::digest(b"%PDF-1.4"));
    let made_from = source("林知秋");
    let op = |finality| Op { code: "test.step".into(), label: "一步".into(), finality };
    let run = |tx: &ledger::Tx<'_>| {
        let number = office::next_number(tx, "negotiation.minutes")?;
        let issue = Issue {
            kind: "negotiation.minutes",
            of: "a",
            title: "纪要",
            number,
            pages: 1,
            sha256: &sha256,
            bytes: b"%PDF-1.4",
            source: &made_from,
        };
        office::issue(tx, &issue)
    };
    let id: PaperId = ledger.step::<_, Problem>(&op(Finality::Final), &chair(), run).unwrap().value;
    let bytes = || ledger.read(|conn| office::store::issued_bytes(conn, id));
    let proved = || ledger.read(|conn| office::store::proved_source(conn, id));
    let found = || -> Vec<String> {
        ledger.check(&mut |_, _| true).unwrap().into_iter().map(|finding| finding.message).collect()
    };
    assert_eq!((bytes().unwrap(), proved().unwrap()), (b"%PDF-1.4".to_vec(), Some(made_from.clone())));
    assert_eq!(found(), Vec::<String>::new());

    // Outside the journal: no step tells of it.
    let alter = |sql: &str| {
        let run = |tx: &ledger::Tx<'_>| Ok::<_, LedgerError>(tx.execute_batch(sql)?);
        ledger.step(&op(Finality::Reversible), &chair(), run).unwrap();
    };
    alter(
        "UPDATE paper_bytes SET bytes = x'00'; UPDATE paper_source SET content = replace(content, '林知秋', '黄若水')",
    );
    assert!(bytes().unwrap_err().message.contains("校验值不符"));
    assert!(proved().unwrap_err().message.contains("底本"));
    assert_eq!(found().len(), 2, "{:?}", found());
    alter("DELETE FROM paper_bytes; DELETE FROM paper_source");
    assert!(bytes().unwrap_err().message.contains("不在账本里了"));
    assert!(proved().is_err());
    assert!(found().iter().all(|message| message.contains("不见了")) && found().len() == 2, "{:?}", found());
}
