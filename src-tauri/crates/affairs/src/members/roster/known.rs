//! The rows of a roster beside the people whom the ledger holds already: nobody is entered twice, and a number
//! that stands there under another name is told before anything is stored. Nothing is read from the ledger here.

use std::collections::{HashMap, HashSet};

use super::cross::{Remark, alive, decided, push};
use super::field::Field;
use super::model::{ColumnFound, Options, ProblemKind as K, RosterRow, RowStatus, Severity};

/// The people of a ledger by what tells them apart.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Identity number → the key that names are matched by, and the name.
    numbers: HashMap<String, (String, String)>,
    /// Name key with a phone or a staff number.
    reached: HashSet<(String, String)>,
}

impl Known {
    /// Takes in one person; `reached_by` are phone and staff number.
    pub fn add(&mut self, name: &str, key: &str, number: Option<String>, reached_by: [Option<String>; 2]) {
        if let Some(number) = number {
            self.numbers.insert(number, (key.to_owned(), name.to_owned()));
        }
        self.reached.extend(reached_by.into_iter().flatten().map(|by| (key.to_owned(), by)));
    }

    fn reaches(&self, row: &RosterRow) -> bool {
        let by = row.person.phones.iter().chain(&row.person.staff_no);
        by.into_iter().any(|by| self.reached.contains(&(row.person.name_key.clone(), by.clone())))
    }
}

/// Compares the rows with the ledger and brings their states up to date.
pub(super) fn check(rows: &mut [RosterRow], columns: &[&[ColumnFound]], options: &Options, known: &Known) {
    for row in rows.iter_mut().filter(|row| alive(row)) {
        let held = row.person.id_number.as_ref().and_then(|number| known.numbers.get(number));
        let remark = match held {
            Some((key, _)) if *key == row.person.name_key => {
                row.status = RowStatus::Skipped;
                Remark {
                    field: Field::IdNumber,
                    severity: Severity::Note,
                    kind: K::PersonKnown,
                    text: "账本里已有这个人（姓名和证件号码都相同），不重复导入；资料有变化的，请在会员页打开这个人修改。",
                    proposal: None,
                }
            }
            Some((_, name)) => {
                let text =
                    format!("账本里这个证件号码登记的是{name}，姓名不同，必有一处写错；请对照证件核对。");
                let kind = K::NumberKnown;
                let remark = Remark {
                    field: Field::IdNumber,
                    severity: Severity::Stop,
                    kind,
                    text: &text,
                    proposal: None,
                };
                push(row, columns, remark);
                continue;
            }
            None if known.reaches(row) => Remark {
                field: Field::Name,
                severity: decided(options, K::PersonMaybeKnown, false, row),
                kind: K::PersonMaybeKnown,
                text: "账本里有姓名和电话（或工号）都相同的人，多半是同一个人；是另一个人才导入。",
                proposal: Some("按另一个人导入".to_owned()),
            },
            None => continue,
        };
        push(row, columns, remark);
    }
}
