//! What the papers of an agreement know of both parties and of wages: codes and legal persons from the union's record and the
//! contract's own blanks, the vote that passed it, wages from the contract itself.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

use super::signature::vote_of;
use crate::Problem;
use crate::negotiation::agreement;
use crate::negotiation::agreement::model::{AgreementId, AgreementVote};
use crate::negotiation::agreement::store::{self as agreements, Head};
use crate::negotiation::contract;
use crate::negotiation::contract::library::blanks_of;
use crate::negotiation::contract::values::Values;
use crate::negotiation::names;
use crate::negotiation::store;
use crate::negotiation::wording::hundredths;
use crate::pay::figures::exact;
use crate::union::model::UnionRecord;

/// A party of two.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Party {
    pub name: String,
    pub code: String,
    pub representative: String,
}

/// What the congress said.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Congress {
    pub name: String,
    pub held_on: NaiveDate,
    pub of_delegates: bool,
    pub due: u32,
    pub present: u32,
    pub r#for: u32,
    pub against: u32,
    pub abstain: u32,
}

impl Congress {
    /// As a vote stands.
    pub fn of(vote: &AgreementVote) -> Self {
        Congress {
            name: vote.session.name.clone(),
            held_on: vote.session.held_on,
            of_delegates: vote.session.form.of_delegates(),
            due: vote.session.due,
            present: vote.session.present,
            r#for: vote.ballot.votes_for,
            against: vote.ballot.votes_against,
            abstain: vote.ballot.abstained,
        }
    }
}

/// The fields of [`Wages`] that a contract tells, each with its blank.
pub(super) const SAID: [(&str, &str); 5] = [
    ("base", "上年月平均工资"),
    ("rise", "工资增长幅度"),
    ("target", "本年月平均工资"),
    ("lowest", "企业最低月工资"),
    ("local_minimum", "当地最低月工资"),
];

/// What is told of wages; fen a month.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Wages {
    pub base: Option<i64>,
    pub people: Option<u32>,
    pub rise: Option<String>,
    pub target: Option<i64>,
    pub lowest: Option<i64>,
    pub local_minimum: Option<i64>,
}

/// All that is known.
pub(super) struct Known {
    /// The agreement itself: of what amends one, the one amended.
    pub base: Head,
    /// Its affair.
    pub talks: store::Head,
    pub union: UnionRecord,
    pub values: Values,
    /// The blanks that its clauses hold, open or filled.
    blanks: BTreeSet<String>,
    code: String,
}

impl Known {
    /// Reads it.
    ///
    /// Errors: `not_found`.
    pub fn of(connection: &Connection, head: &Head) -> Result<Known, Problem> {
        let base = match head.amends {
            Some(id) => agreements::head(connection, id)?,
            None => head.clone(),
        };
        // The blanks were filled where the contract was written; what was left open there may have been filled since.
        let mut values = contract::store::values(connection, base.id)?;
        let mut blanks = blanks_in(connection, base.id)?;
        let mut written = base.continues;
        while let Some(id) = written {
            values.extend(contract::store::values(connection, id)?);
            blanks.extend(blanks_in(connection, id)?);
            written = agreements::head(connection, id)?.continues;
        }
        Ok(Known {
            talks: store::head(connection, base.negotiation)?,
            union: names::of_agreement(connection, head.id)?,
            values,
            blanks,
            code: names::employer_code(connection, head.id)?.unwrap_or_default(),
            base,
        })
    }

    fn text(&self, name: &str) -> String {
        self.values.get(name).cloned().unwrap_or_default()
    }

    fn number(&self, name: &str) -> Option<i64> {
        self.values.get(name).and_then(|value| value.parse().ok())
    }

    pub fn enterprise(&self) -> Party {
        Party {
            name: self.union.employer.clone(),
            code: self.code.clone(),
            representative: self.text("企业法定代表人"),
        }
    }

    pub fn workers(&self) -> Party {
        Party {
            name: self.union.name.clone(),
            code: self.union.credit_code.clone(),
            representative: self.text("工会法定代表人"),
        }
    }

    /// The employer's address as it was typed into the contract.
    pub fn address(&self) -> String {
        let (address, _) = contract::papers::address(self.values.get("企业地址和电话"));
        address.unwrap_or_default()
    }

    /// How many copies the contract has.
    pub fn copies(&self) -> Option<u32> {
        self.values.get("合同份数").and_then(|value| value.parse().ok())
    }

    /// The vote on which an agreement stands, or what amends it.
    pub fn passed(
        &self,
        connection: &Connection,
        book: &LawBook,
        (head, signed_on): (&Head, Option<NaiveDate>),
    ) -> Result<Option<AgreementVote>, Problem> {
        let votes = agreement::votes_of_line(connection, book, &self.talks.place, head)?;
        Ok(vote_of(votes, signed_on))
    }

    /// Which of [`Wages`] a contract has no blank for: a general one may leave wages, or some of them, to a contract of their own. A
    /// rise can be reckoned where both averages are told.
    pub fn unsaid(&self) -> Vec<&'static str> {
        let holds = |blank: &str| self.blanks.contains(blank);
        let averages = holds("上年月平均工资") && holds("本年月平均工资");
        let said = |field: &str, blank: &str| holds(blank) || (field == "rise" && averages);
        SAID.iter().filter(|(field, blank)| !said(field, blank)).map(|(field, _)| *field).collect()
    }

    /// What is told of wages: what the contract itself says. What the simulator knows of averages has readers of its own.
    pub fn wages(&self) -> Wages {
        let (base, target) = (self.number("上年月平均工资"), self.number("本年月平均工资"));
        let reckoned = || exact::growth(i128::from(target?), i128::from(base?));
        let rise = self.number("工资增长幅度").or_else(reckoned);
        Wages {
            base,
            people: None,
            rise: rise.map(|part| format!("{}%", hundredths(part))),
            target,
            lowest: self.number("企业最低月工资"),
            local_minimum: self.number("当地最低月工资"),
        }
    }
}

/// The blanks of an agreement's clauses.
fn blanks_in(connection: &Connection, id: AgreementId) -> Result<BTreeSet<String>, Problem> {
    let clauses = contract::store::clauses(connection, id)?;
    Ok(clauses.iter().flat_map(|clause| blanks_of(&clause.text)).map(str::to_owned).collect())
}

/// Names of what lacks.
pub(super) fn lacking(facts: &[(bool, &str)]) -> Vec<String> {
    facts.iter().filter(|(lacks, _)| *lacks).map(|(_, what)| (*what).to_owned()).collect()
}
