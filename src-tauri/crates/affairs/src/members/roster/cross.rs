//! What only shows between rows: one number for two people, one person twice, one phone for a whole
//! team. Rows that stop anyway take no part.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::field::Field;
use super::model::{ColumnFound, Decision, Options, ProblemKind as K, RosterRow, RowStatus, Severity};
use super::remark::{Remark, alive, push};

/// From so many people on, a shared phone is told.
const SHARED: usize = 3;

/// Compares all rows with each other and brings their states up to date.
/// `columns` are the columns of each page, for the places in the messages.
pub(super) fn check(rows: &mut [RosterRow], columns: &[&[ColumnFound]], options: &Options) {
    same_number(rows, columns, options);
    same_name_and_phone(rows, columns, options);
    same_name_only(rows, columns, options);
    shared_phone(rows, columns);
    shared_card(rows, columns);
}

/// Rows by a key, in the order of the file; only keys with more than one row.
fn groups<'r, Key: Eq + Hash + Copy>(
    rows: &'r [RosterRow],
    key: impl Fn(&'r RosterRow) -> Option<Key>,
) -> Vec<Vec<usize>> {
    let mut first: HashMap<Key, usize> = HashMap::with_capacity(rows.len());
    let mut several: HashMap<Key, Vec<usize>> = HashMap::new();
    for (i, row) in rows.iter().enumerate().filter(|(_, r)| alive(r)) {
        let Some(key) = key(row) else { continue };
        match first.get(&key) {
            None => {
                first.insert(key, i);
            }
            Some(first) => several.entry(key).or_insert_with(|| vec![*first]).push(i),
        }
    }
    let mut groups: Vec<Vec<usize>> = several.into_values().collect();
    groups.sort();
    groups
}

/// The severity an ask has once it is decided; a skipped row is marked.
pub(super) fn decided(options: &Options, kind: K, take_skips: bool, row: &mut RosterRow) -> Severity {
    let decision = options.decision((row.page, row.row, None), kind);
    if decision == Some(Decision::SkipRow) || (take_skips && decision == Some(Decision::TakeProposal)) {
        row.status = RowStatus::Skipped;
    }
    if decision.is_some() { Severity::Note } else { Severity::Ask }
}

fn same_number(rows: &mut [RosterRow], columns: &[&[ColumnFound]], options: &Options) {
    for group in groups(rows, |r| r.person.id_number.as_deref()) {
        let one_name = group.iter().all(|i| rows[*i].person.name_key == rows[group[0]].person.name_key);
        if !one_name {
            for i in &group {
                let others: Vec<String> =
                    group.iter().filter(|j| *j != i).take(5).map(|j| rows[*j].row.to_string()).collect();
                let text = format!(
                    "与第{}行姓名不同，证件号码却相同，必有一处写错；请对照证件改正后再导入。",
                    others.join("、")
                );
                push(
                    &mut rows[*i],
                    columns,
                    Remark {
                        field: Field::IdNumber,
                        severity: Severity::Stop,
                        kind: K::IdShared,
                        text: &text,
                        proposal: None,
                    },
                );
            }
            continue;
        }
        let first = rows[group[0]].row;
        for i in group.iter().skip(1) {
            let row = &mut rows[*i];
            // One number can stand in the ledger once, so the only other way is to mend the file.
            let severity = match options.decision((row.page, row.row, None), K::PersonTwice) {
                Some(Decision::TakeProposal | Decision::SkipRow) => {
                    decided(options, K::PersonTwice, true, row)
                }
                _ => Severity::Ask,
            };
            let text = format!("与第{first}行是同一个人（姓名和证件号码都相同）；建议只导入第{first}行。");
            let proposal = Some(format!("只导入第{first}行"));
            push(
                row,
                columns,
                Remark { field: Field::IdNumber, severity, kind: K::PersonTwice, text: &text, proposal },
            );
        }
    }
}

fn same_name_and_phone(rows: &mut [RosterRow], columns: &[&[ColumnFound]], options: &Options) {
    for group in groups(rows, |r| Some((r.person.name_key.as_str(), r.person.phones.first()?.as_str()))) {
        let first = group[0];
        for i in group.iter().skip(1) {
            if rows[*i].person.id_number == rows[first].person.id_number
                && rows[first].person.id_number.is_some()
            {
                continue;
            }
            let number = rows[first].row;
            let row = &mut rows[*i];
            let severity = decided(options, K::PersonMaybeTwice, false, row);
            let text = format!(
                "与第{number}行姓名和电话都相同，证件号码却不同；如果确是两个人就都导入，如果是一个人请改正号码。"
            );
            let proposal = Some("按两个人导入".to_owned());
            push(
                row,
                columns,
                Remark { field: Field::Name, severity, kind: K::PersonMaybeTwice, text: &text, proposal },
            );
        }
    }
}

fn same_name_only(rows: &mut [RosterRow], columns: &[&[ColumnFound]], options: &Options) {
    for group in groups(rows, |r| Some(r.person.name_key.as_str()).filter(|k| !k.is_empty())) {
        let first = rows[group[0]].row;
        for (n, i) in group.iter().enumerate() {
            let row = &mut rows[*i];
            let told_apart = row.person.id_number.is_some()
                || row.person.staff_no.is_some()
                || !row.person.phones.is_empty();
            if told_apart {
                continue;
            }
            let severity = decided(options, K::SameName, false, row);
            let text = if n == 0 {
                "还有别的行姓名相同，这一行又没有证件号码、工号或电话，以后分不清是谁；请补上其中一项。"
                    .to_owned()
            } else {
                format!("与第{first}行姓名相同，又没有证件号码、工号或电话，以后分不清是谁；请补上其中一项。")
            };
            let proposal = Some("按另一个人导入".to_owned());
            push(
                row,
                columns,
                Remark { field: Field::Name, severity, kind: K::SameName, text: &text, proposal },
            );
        }
    }
}

fn shared_phone(rows: &mut [RosterRow], columns: &[&[ColumnFound]]) {
    for group in groups(rows, |r| r.person.phones.first().map(String::as_str)) {
        // Rows about one person share it by right.
        let people: HashSet<&str> = group.iter().map(|i| rows[*i].person.name_key.as_str()).collect();
        if people.len() < SHARED {
            continue;
        }
        let text = format!("这个电话在{}行里都有，多半是班组长代填；发通知前请补上本人电话。", group.len());
        for i in group {
            let remark = Remark {
                field: Field::Phone,
                severity: Severity::Note,
                kind: K::PhoneShared,
                text: &text,
                proposal: None,
            };
            push(&mut rows[i], columns, remark);
        }
    }
}

/// A number of a member's card that two people bear: what is printed on it is the issuing union's affair, so it is told.
fn shared_card(rows: &mut [RosterRow], columns: &[&[ColumnFound]]) {
    for group in groups(rows, |r| r.person.union_card.as_deref()) {
        if group.iter().all(|i| rows[*i].person.name_key == rows[group[0]].person.name_key) {
            continue;
        }
        let numbers: Vec<u32> = group.iter().map(|i| rows[*i].row).collect();
        for i in group {
            let others: Vec<String> =
                numbers.iter().filter(|n| **n != rows[i].row).take(5).map(u32::to_string).collect();
            let text = format!(
                "与第{}行的会员证号相同，一个号只能是一个人的；请向发证的工会核对。",
                others.join("、")
            );
            let remark = Remark {
                field: Field::UnionCard,
                severity: Severity::Note,
                kind: K::CardShared,
                text: &text,
                proposal: None,
            };
            push(&mut rows[i], columns, remark);
        }
    }
}
