//! Two records made one: everything that names a person goes over, whatever the table; taking it back gives the same rows and
//! the same index; and what cannot be of one person is refused and changes nothing.

use std::collections::HashSet;

use affairs::Problem;
use affairs::fields::loose_to;
use affairs::members::duplicates::model::{ApartInput, FindDuplicates, MergeField, MergeInput, PersonPair};
use affairs::members::duplicates::references::{MOVED, NO_PERSON, STAYS};
use affairs::members::duplicates::{self, compare, find};
use affairs::members::model::PersonId;
use affairs::schema::SCHEMA;
use affairs::union::model::{Shown, Sight};
use ledger::rusqlite::Connection;
use ledger::{Finality, Ledger, LedgerError, Op, Tx};
use proptest::prelude::*;

use crate::common::{Room, chair, found, rows};

const WORDS: [&str; 6] = ["王", "明", "wang", "wxm", "999x", "1234"];
pub const ONE: &str = "01990000-0000-7000-8000-0000000000a1";
pub const OTHER: &str = "01990000-0000-7000-8000-0000000000a2";

pub fn op() -> Op {
    Op { code: "test.merge".into(), label: "一步".into(), finality: Finality::Reversible }
}

pub fn write(ledger: &Ledger, sql: &str) {
    ledger.step(&op(), &chair(), |tx: &Tx<'_>| Ok::<_, LedgerError>(tx.execute_batch(sql)?)).expect(sql);
}

pub fn id(text: &str) -> PersonId {
    text.parse().unwrap()
}

/// Somebody who may know of wages and health, and sees identity so.
pub fn seen(identity: Shown) -> Sight {
    Sight { identity, wages: Shown::Masked, health: Shown::Masked, account: Shown::Masked }
}

pub fn merge(ledger: &Ledger, kept: &str, gone: &str, take: &[MergeField]) -> Result<(), Problem> {
    let input = MergeInput { kept: id(kept), gone: id(gone), take: take.to_vec() };
    ledger.step(&op(), &chair(), |tx| duplicates::merge(tx, &input, Shown::Full)).map(|_| ())
}

/// Two people, as someone enters one of them again.
pub fn two() -> Room {
    let room = Room::new();
    write(
        room.ledger(),
        &format!(
            "INSERT INTO person (id, name, name_key, name_sort, sex, birth, birth_precision, note)
             VALUES ('{ONE}', '王小明', '王小明', 'wang xiao ming', 'male', '1980-01-01', 'day', '夜班'),
               ('{OTHER}', '王晓明', '王晓明', 'wang xiao ming', 'male', '1980-01-01', 'day', NULL);
             INSERT INTO person_identity (id, kind, number, phone) VALUES
               ('{ONE}', '居民身份证', '36012119800101999X', '13800138000'), ('{OTHER}', NULL, NULL, '13900139000');
             INSERT INTO employment (id, person_id, shop, post, form) VALUES ('e1', '{ONE}', '装配车间', '钳工', 'contract'),
               ('e2', '{OTHER}', '喷涂车间', NULL, 'contract')"
        ),
    );
    room
}

pub fn all<T: ledger::rusqlite::types::FromSql>(ledger: &Ledger, sql: &str) -> Vec<T> {
    ledger
        .read(|c: &Connection| {
            let mut statement = c.prepare(sql)?;
            let rows = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<T>, _>>()?;
            Ok::<_, LedgerError>(rows)
        })
        .unwrap()
}

#[test]
fn every_column_that_names_a_person_is_known_to_the_merge() {
    let room = Room::new();
    let known: HashSet<(String, String)> = MOVED
        .iter()
        .map(|one| (one.table.to_owned(), one.column.to_owned()))
        .chain(STAYS.iter().map(|(table, column, _)| ((*table).to_owned(), (*column).to_owned())))
        .collect();
    let no_person: HashSet<(String, String)> =
        NO_PERSON.iter().map(|(table, column)| ((*table).to_owned(), (*column).to_owned())).collect();
    let tables: Vec<String> = all(
        room.ledger(),
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    );
    for (table, column) in loose_to("person") {
        let place = (table.to_owned(), column.to_owned());
        assert!(known.contains(&place), "the history says that {table}.{column} may name a person");
    }
    let derived = |table: &str| {
        ["ledger_meta", "journal", "change"].contains(&table)
            || SCHEMA.unjournalled.iter().any(|(name, _)| *name == table && *name != "draft")
    };
    let mut missed = Vec::new();
    for table in tables.iter().filter(|table| !derived(table)) {
        let refers: Vec<String> = all(
            room.ledger(),
            &format!("SELECT \"from\" FROM pragma_foreign_key_list('{table}') WHERE \"table\" = 'person'"),
        );
        let declared: Vec<String> =
            all(room.ledger(), &format!("SELECT \"from\" FROM pragma_foreign_key_list('{table}')"));
        // A column that looks like a reference and is none in the schema may name a person all the same.
        let columns: Vec<String> = all(
            room.ledger(),
            &format!(
                "SELECT name FROM pragma_table_info('{table}')
                 WHERE name GLOB '*_id' OR name GLOB '*_ids' OR name IN ('record', 'person')"
            ),
        );
        for column in columns {
            let place = (table.clone(), column.clone());
            let fits = match (refers.contains(&column), declared.contains(&column)) {
                (true, _) => known.contains(&place),
                (false, true) => true,
                (false, false) => known.contains(&place) || no_person.contains(&place),
            };
            if !fits {
                missed.push(place);
            }
        }
        missed.extend(
            refers.into_iter().map(|column| (table.clone(), column)).filter(|at| !known.contains(at)),
        );
    }
    missed.sort();
    missed.dedup();
    assert!(
        missed.is_empty(),
        "say in members/duplicates/references.rs what becomes of these when two people are merged: {missed:?}"
    );
    for (table, column) in known.iter().chain(&no_person) {
        let there: Vec<i64> = all(
            room.ledger(),
            &format!("SELECT count(*) FROM pragma_table_info('{table}') WHERE name = '{column}'"),
        );
        assert_eq!(there, [1], "{table}.{column} is declared and is no more");
    }
}

/// A row of every table, as the history's test writes them: what hangs on a person hangs on the one of them.
#[test]
fn nothing_of_the_one_merged_away_is_left_behind_and_undo_brings_it_back() {
    let room = Room::new();
    let ledger = room.ledger();
    write(ledger, include_str!("told.sql"));
    let gone = "01990000-0000-7000-8000-000000000005";
    write(
        ledger,
        &format!(
            "INSERT INTO person (id, name, name_key, name_sort, sex) VALUES ('{ONE}', '王小明', '王小明', 'wang xiao ming', 'male');
             DELETE FROM expulsion; DELETE FROM application;
             DELETE FROM membership_event WHERE person_id = '{gone}';
             INSERT INTO membership_event (id, person_id, kind, happened_on, happened_precision)
               VALUES ('01990000-0000-7000-8000-0000000000b1', '{gone}', 'joined', '2019-07-15', 'day')"
        ),
    );
    let state = || (rows(ledger), found(ledger, &WORDS));
    let before = state();
    merge(ledger, ONE, gone, &[]).unwrap();
    let after = state();
    for one in MOVED {
        let left: Vec<i64> = all(
            ledger,
            &format!("SELECT count(*) FROM {} WHERE {} = '{gone}' AND {}", one.table, one.column, one.of),
        );
        assert_eq!(left, [0], "{}.{}", one.table, one.column);
    }
    let into: Vec<String> = all(
        ledger,
        &format!("SELECT kept_id FROM person_merge WHERE gone_id = '{gone}' AND removed_at IS NULL"),
    );
    assert_eq!(into, [ONE]);
    let own: Vec<String> =
        all(ledger, &format!("SELECT number FROM live_person_identity WHERE id = '{ONE}'"));
    assert_eq!(own, ["36012119800101999X"], "what only the other had is not lost");
    let named: Vec<String> = all(ledger, "SELECT name FROM live_union_seat WHERE person_id IS NOT NULL");
    assert!(!named.is_empty(), "and what was written of a body keeps the name it was written with");
    ledger.undo(&chair()).unwrap();
    assert!(state() == before, "undo gives the same rows and the same index");
    ledger.redo(&chair()).unwrap();
    assert!(state() == after, "and redo those of the merge");
    let lines: Vec<String> = all(ledger, "SELECT id FROM member_line");
    assert!(!lines.contains(&gone.to_owned()));
}

#[test]
fn fields_are_taken_as_chosen_and_none_is_lost() {
    let room = two();
    let ledger = room.ledger();
    merge(ledger, ONE, OTHER, &[MergeField::Name, MergeField::Shop]).unwrap();
    let one = |sql: &str| all::<String>(ledger, sql);
    assert_eq!(one("SELECT name || ' ' || note FROM live_person"), ["王晓明 夜班"]);
    assert_eq!(
        one("SELECT number || ' ' || phone FROM live_person_identity"),
        ["36012119800101999X 13800138000"]
    );
    assert_eq!(one("SELECT shop || ' ' || post FROM live_employment"), ["喷涂车间 钳工"]);
    let hits = found(ledger, &["晓"]);
    assert_eq!(hits[0].1, [ONE], "found by the name that was chosen");
    assert_eq!(merge(ledger, ONE, OTHER, &[]).unwrap_err().code, "not_found", "the other is no more");
}

#[test]
fn what_cannot_be_of_one_person_is_refused_and_changes_nothing() {
    let seats = format!(
        "INSERT INTO union_term (id, body, session, started_on, years, cleared) VALUES ('t1', 'committee', 5, '2024-01-01', 5, 0);
         INSERT INTO union_seat (id, term_id, ord, person_id, name, office) VALUES ('s1', 't1', 1, '{ONE}', '王小明', 'chair'),
           ('s2', 't1', 2, '{OTHER}', '王晓明', 'member')"
    );
    let mediators = format!(
        "INSERT INTO mediator (id, person_id, name, side, office, chosen, from_on) VALUES
           ('m1', '{ONE}', '王小明', 'workers', 'chair', 'union', '2026-01-01'),
           ('m2', '{OTHER}', '王晓明', 'workers', 'member', 'union', '2026-01-01')"
    );
    let lives = format!(
        "INSERT INTO membership_event (id, person_id, kind, happened_on, happened_precision) VALUES
           ('01990000-0000-7000-8000-0000000000b1', '{ONE}', 'joined', '2015-01-01', 'day'),
           ('01990000-0000-7000-8000-0000000000b2', '{ONE}', 'died', '2018-01-01', 'day'),
           ('01990000-0000-7000-8000-0000000000b3', '{OTHER}', 'joined', '2016-01-01', 'day'),
           ('01990000-0000-7000-8000-0000000000b4', '{OTHER}', 'retained', '2020-01-01', 'day')"
    );
    let payroll = format!(
        "INSERT INTO pay_sheet (id, period, depth, divided, headcount, sum, pasted, taken_at, taken_by)
         VALUES ('01990000-0000-7000-8000-0000000000d1', '2026-10', 'single', 0, 2, 1100000, 0, '2026-11-16', '张敏');
         INSERT INTO pay_line (id, sheet_id, place, person_id, name, sex, gross) VALUES
           ('01990000-0000-7000-8000-0000000000e1', '01990000-0000-7000-8000-0000000000d1', 4, '{ONE}', '王小明', 'male', 600000),
           ('01990000-0000-7000-8000-0000000000e2', '01990000-0000-7000-8000-0000000000d1', 5, '{OTHER}', '王晓明', 'male', 500000)"
    );
    for (sql, said) in [
        (seats, "席位"),
        (mediators, "调解委员会"),
        (lives, "会籍合在一起不成立"),
        (payroll, "2026年10月的工资表里两个人各有一行"),
    ] {
        let room = two();
        let ledger = room.ledger();
        write(ledger, &sql);
        let before = rows(ledger);
        let why = merge(ledger, ONE, OTHER, &[]).unwrap_err();
        assert!(
            why.code == "refused" && why.message.contains(said) && why.message.contains("请先"),
            "{}",
            why.message
        );
        assert!(rows(ledger) == before, "{said}: nothing is changed");
        let pair = PersonPair { kept: id(ONE), gone: id(OTHER), take: None };
        let view = ledger.read(|c| compare(c, &pair, seen(Shown::Masked))).unwrap();
        assert_eq!(view.refused, [why.message], "told before it is tried");
        let blind = Sight { wages: Shown::Never, ..seen(Shown::Masked) };
        let view = ledger.read(|c| compare(c, &pair, blind)).unwrap();
        assert_eq!(view.refused.is_empty(), said.contains("工资表"), "{said}: who stands in a payroll");
    }
}

#[test]
fn what_meets_is_told_before_and_settled_by_rule() {
    let room = two();
    let ledger = room.ledger();
    write(
        ledger,
        &format!(
            "INSERT INTO membership_event (id, person_id, kind, happened_on, happened_precision) VALUES
               ('01990000-0000-7000-8000-0000000000b1', '{ONE}', 'joined', '2019', 'year'),
               ('01990000-0000-7000-8000-0000000000b3', '{OTHER}', 'joined', '2019-07-15', 'day');
             INSERT INTO member_number (id, person_id, number, given_on) VALUES ('n1', '{ONE}', 12, '2026-01-01'),
               ('n2', '{OTHER}', 34, '2026-01-01');
             INSERT INTO union_group (id, kind, name) VALUES ('g1', 'group', '一组'), ('g2', 'group', '二组');
             INSERT INTO union_group_person (id, person_id, group_id) VALUES ('p1', '{ONE}', 'g1'), ('p2', '{OTHER}', 'g2');
             INSERT INTO dues_entry (id, paid_on, payer) VALUES ('d1', '2026-03-10', '王小明');
             INSERT INTO dues_payment (id, entry_id, person_id, month, amount) VALUES ('x1', 'd1', '{ONE}', '2026-03', 500),
               ('x2', 'd1', '{OTHER}', '2026-03', 500)"
        ),
    );
    let pair = PersonPair { kept: id(ONE), gone: id(OTHER), take: None };
    let view = ledger.read(|c| compare(c, &pair, seen(Shown::Masked))).unwrap();
    let told = view.notes.join("\n");
    for word in ["合并成一条", "000034作废", "一组", "2026年3月", "现在的用工"] {
        assert!(told.contains(word), "{word}: {told}");
    }
    merge(ledger, ONE, OTHER, &[MergeField::Group]).unwrap();
    assert_eq!(all::<String>(ledger, "SELECT happened_on FROM live_membership_event"), ["2019-07-15"]);
    assert_eq!(
        all::<i64>(ledger, &format!("SELECT number FROM member_number WHERE person_id = '{ONE}'")),
        [12]
    );
    assert_eq!(
        all::<i64>(ledger, "SELECT number FROM member_number WHERE person_id IS NULL"),
        [34],
        "given to nobody else"
    );
    assert_eq!(
        all::<String>(ledger, "SELECT group_id FROM live_union_group_person"),
        ["g2"],
        "as was chosen"
    );
    assert_eq!(
        all::<i64>(ledger, &format!("SELECT sum(amount) FROM dues_payment WHERE person_id = '{ONE}'")),
        [1000]
    );
}

#[test]
fn two_people_stay_two_until_one_of_them_changes() {
    let room = two();
    let ledger = room.ledger();
    let pairs = |identity| {
        let asked = FindDuplicates::default();
        ledger.read(|c| find(c, &asked, identity, &mut |_, _| true)).unwrap()
    };
    assert_eq!(pairs(Shown::Full).total, 1, "one sound, one day of birth");
    let input = ApartInput { one: id(OTHER), other: id(ONE), reason: "双胞胎兄弟".into() };
    ledger.step(&op(), &chair(), |tx| duplicates::set_apart(tx, &input)).unwrap();
    let settled = pairs(Shown::Full);
    assert_eq!((settled.total, settled.apart.len(), settled.apart[0].outdated), (0, 1, false));
    write(ledger, &format!("UPDATE person SET note = '白班' WHERE id = '{ONE}'"));
    assert_eq!(pairs(Shown::Full).total, 0, "what says nothing of who they are brings nothing back");
    write(ledger, &format!("UPDATE person_identity SET phone = '13800138000' WHERE id = '{OTHER}'"));
    let back = pairs(Shown::Full);
    assert_eq!((back.total, back.apart[0].outdated), (1, true));
    ledger.undo(&chair()).unwrap();
    assert_eq!(pairs(Shown::Full).total, 0, "as they were judged");
}

#[test]
fn the_files_of_a_mark_come_to_the_mark_that_stays() {
    let room = two();
    let ledger = room.ledger();
    for (who, n) in [(ONE, "1"), (OTHER, "2")] {
        write(
            ledger,
            &format!(
                "INSERT INTO person_tag (id, person_id, kind) VALUES ('g{n}', '{who}', 'hardship');
                 INSERT INTO attachment (id, of_kind, of_id, name, content, bytes, media, place, added_at, added_by)
                 VALUES ('o{n}', 'personTag', 'g{n}', '证明', '{n}', 1, 'image/png', 'none', '2026-01-01', '张敏')"
            ),
        );
    }
    merge(ledger, ONE, OTHER, &[]).unwrap();
    let on: Vec<String> = all(ledger, "SELECT of_id FROM live_attachment ORDER BY id");
    assert_eq!(on, ["g1", "g1"], "one mark of the kind stands, with the proofs of both");
}

/// What can hang on a person: SQL with the person and a number that differs.
const HANGS: [&str; 23] = [
    "INSERT INTO membership_event (id, person_id, kind, happened_on, happened_precision) VALUES ('01990000-0000-7000-8000-000000{n}1', '{p}', 'joined', '2015-01-01', 'day')",
    "INSERT INTO membership_event (id, person_id, kind, happened_on, happened_precision) VALUES ('01990000-0000-7000-8000-000000{n}2', '{p}', 'joined', '2017', 'year')",
    "INSERT INTO membership_event (id, person_id, kind, happened_on, happened_precision) VALUES ('01990000-0000-7000-8000-000000{n}3', '{p}', 'moved_out', '2016-05-01', 'day')",
    "INSERT INTO membership_event (id, person_id, kind) VALUES ('01990000-0000-7000-8000-000000{n}4', '{p}', 'withdrawn')",
    "INSERT INTO employment (id, person_id, shop, form) VALUES ('e{n}', '{p}', '喷涂{n}', 'contract')",
    "INSERT INTO employment (id, person_id, shop, form, left_on) VALUES ('f{n}', '{p}', '喷涂{n}', 'contract', '2020-01-01')",
    "INSERT INTO person_tag (id, person_id, kind) VALUES ('g{n}', '{p}', 'hardship')",
    "INSERT INTO member_number (id, person_id, number, given_on) VALUES ('h{n}', '{p}', {n}, '2026-01-01')",
    "INSERT INTO union_group_person (id, person_id, group_id) VALUES ('i{n}', '{p}', 'g1')",
    "INSERT INTO dues_base (id, person_id, from_month, base) VALUES ('j{n}', '{p}', '2026-01', 500000)",
    "INSERT INTO application (id, person_id, applied_on, signed) VALUES ('01990000-0000-7000-8000-000000{n}5', '{p}', '2026-01-01', 1)",
    "INSERT INTO platform_work (id, person_id, firm_id, class) VALUES ('k{n}', '{p}', 'firm', 'partial')",
    "INSERT INTO platform_work (id, person_id, firm_id, class, until_on) VALUES ('l{n}', '{p}', 'firm', 'partial', '2025-01-01')",
    "INSERT INTO union_seat (id, term_id, ord, person_id, name, office) VALUES ('m{n}', 't1', {n}, '{p}', '王小明', 'member')",
    "INSERT INTO attachment (id, of_kind, of_id, name, content, bytes, media, place, added_at, added_by) VALUES ('o{n}', 'person', '{p}', '照片', '{n}', 1, 'image/png', 'none', '2026-01-01', '张敏')",
    "INSERT INTO person_apart (id, one_id, other_id, reason, decided_on, facts) VALUES ('01990000-0000-7000-8000-000000{n}6', '{p}', '01990000-0000-7000-8000-0000000000a3', '父子', '2026-01-01', '')",
    "INSERT INTO leave_period (id, person_id, year, kind, from_on, to_on) VALUES ('01990000-0000-7000-8000-000000{n}7', '{p}', 2026, 'taken', '2026-08-03', '2026-08-07')",
    "INSERT INTO leave_year (id, person_id, year, carried) VALUES ('01990000-0000-7000-8000-000000{n}8', '{p}', 2026, 2)",
    "INSERT INTO hardship_file (id, person_id, opened_on, level) VALUES ('01990000-0000-7000-8000-00000f{n}1', '{p}', '2026-03-02', 'own')",
    "INSERT INTO member_aid (id, person_id, given_on, kind, source) VALUES ('01990000-0000-7000-8000-00000f{n}2', '{p}', '2026-05-06', 'visit', 'none')",
    "INSERT INTO leave_pay (id, person_id, year, halves) VALUES ('01990000-0000-7000-8000-000000{n}9', '{p}', 2026, 2)",
    "UPDATE person SET education = '学历{n}', card_number = '{n}' WHERE id = '{p}'",
    "UPDATE union_group SET leader_id = '{p}' WHERE id = 'g{n}'",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_merge_taken_back_gives_the_same_rows_and_the_same_index(
        own in proptest::collection::vec(any::<bool>(), HANGS.len()),
        other in proptest::collection::vec(any::<bool>(), HANGS.len()),
        take in proptest::sample::subsequence(MergeField::ALL.to_vec(), 0..MergeField::ALL.len()),
    ) {
        let room = two();
        let ledger = room.ledger();
        write(ledger, "INSERT INTO person (id, name, name_key, name_sort, sex)
            VALUES ('01990000-0000-7000-8000-0000000000a3', '李强', '李强', 'li qiang', 'male');
          INSERT INTO union_group (id, kind, name) VALUES ('g1', 'group', '一组'), ('g10001', 'group', '二组'), ('g20001', 'group', '三组');
          INSERT INTO platform_firm (id, name, kind, trade, injury, insurance) VALUES ('firm', '快送', 'platform', 'delivery', 'unknown', 'unknown');
          INSERT INTO union_term (id, body, session, started_on, years, cleared) VALUES ('t1', 'committee', 5, '2024-01-01', 5, 0)");
        for (who, hangs, n) in [(ONE, &own, "10001"), (OTHER, &other, "20001")] {
            for (sql, _) in HANGS.iter().zip(hangs).filter(|(_, there)| **there) {
                write(ledger, &sql.replace("{p}", who).replace("{n}", n));
            }
        }
        let state = || (rows(ledger), found(ledger, &WORDS));
        let before = state();
        let pair = PersonPair { kept: id(ONE), gone: id(OTHER), take: None };
        let told = ledger.read(|c| compare(c, &pair, seen(Shown::Masked))).unwrap();
        match merge(ledger, ONE, OTHER, &take) {
            Ok(()) => {
                let after = state();
                ledger.undo(&chair()).unwrap();
                prop_assert!(state() == before, "undo");
                ledger.redo(&chair()).unwrap();
                prop_assert!(state() == after, "redo");
                let mut found = ledger.check(&mut |_, _| true).unwrap();
                found.retain(|finding| !["附件", "印发文件"].iter().any(|what| finding.message.contains(what)));
                prop_assert_eq!(found, vec![]);
            }
            Err(why) => {
                prop_assert_eq!(&why.code, "refused");
                prop_assert!(told.refused.contains(&why.message) || why.message.contains("会籍"), "{}", why.message);
                prop_assert!(state() == before, "a refusal changes nothing");
            }
        }
    }
}
