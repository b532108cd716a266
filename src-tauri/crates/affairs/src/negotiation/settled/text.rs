//! The words of an agreement: its clauses and what stands in their blanks, the table attached to it, its term; of what amends one,
//! what it says.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::Stand;
use super::outcome::way_back;
use crate::Problem;
use crate::negotiation::agreement::amendments::model::SaveAmendment;
use crate::negotiation::agreement::amendments::store as amendments;
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::agreement::store::Head;
use crate::negotiation::contract::model::ContractVersionSource;
use crate::negotiation::contract::store as contract;
use crate::negotiation::contract::values::Values;
use crate::negotiation::levels::model::SkillPayLevel;
use crate::negotiation::levels::store as levels;

/// The words of an agreement as they stand.
pub(super) struct Text {
    /// the item and the words of each clause, in their order
    clauses: Vec<(String, String)>,
    values: Values,
    levels: Vec<SkillPayLevel>,
    term: (Option<NaiveDate>, Option<NaiveDate>),
    /// what amends an agreement, without its term
    said: Option<SaveAmendment>,
    /// one version at least is kept: what was written down afterwards is open until then
    kept: bool,
}

impl Text {
    pub(super) fn read(connection: &Connection, head: &Head) -> Result<Text, Problem> {
        let clauses = contract::clauses(connection, head.id)?;
        let said = match head.amends {
            Some(_) if amendments::said(connection, head.id)?.is_some() => {
                let (said, _) = amendments::record(connection, head.id)?;
                Some(SaveAmendment { term_from: None, term_to: None, ..said })
            }
            _ => None,
        };
        let table = head.kind == AgreementKind::Wage && head.amends.is_none();
        let versions = contract::versions(connection, head.id)?;
        Ok(Text {
            clauses: clauses.into_iter().map(|one| (one.item, one.text)).collect(),
            values: contract::values(connection, head.id)?,
            levels: if table { levels::levels(connection, head.negotiation)? } else { Vec::new() },
            term: (head.term_from, head.term_to),
            kept: said.is_some() || versions.iter().any(|one| one.source == ContractVersionSource::Draft),
            said,
        })
    }

    /// Refuses what writes over the words that the congress passed; over the term and the attached table, that both sides signed.
    ///
    /// Errors: `refused`.
    pub(super) fn check(&self, now: &Stand, was: &Stand) -> Result<(), Problem> {
        if !self.kept || !was.is_passed() || !now.is_passed() {
            return Ok(());
        }
        let after = &now.text;
        let signed = was.course.is_signed() && now.course.is_signed();
        let facts = [
            (self.clauses != after.clauses, "条款"),
            (self.values != after.values, "填好的空"),
            // What was entered afterwards as a whole is corrected by its papers.
            (self.said != after.said && !now.course.late, "协议的内容"),
            (signed && self.term != after.term, "期限"),
            (signed && self.levels != after.levels, "工种和技能等级工资水平表"),
        ];
        let Some((_, what)) = facts.into_iter().find(|(moved, _)| *moved) else { return Ok(()) };
        let done = if signed { "签字" } else { "由职代会表决通过" };
        let message =
            format!("{}已经{done}，{what}不能再变，这一步会改动它。{}", now.head.title, way_back(now));
        Err(Problem::new("refused", message))
    }
}
