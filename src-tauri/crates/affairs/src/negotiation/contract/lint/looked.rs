//! A draft as it is looked over, and what a finding is made of. What is looked for stands in the files beside it.

use chrono::NaiveDate;
use ledger::Fen;

use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::contract::library::ClauseLibrary;
use crate::negotiation::contract::model::{
    AgreedText, ContractClause, ContractClauseId, ContractFinding, ContractFindingKind, ContractRemedy,
    ContractSeverity,
};
use crate::negotiation::contract::values::{Values, filled};
use crate::negotiation::levels;
use crate::negotiation::levels::model::SkillPayLevel;
use crate::negotiation::rules::Law;

/// The local minimum wage of a month or of an hour as the ledger knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalMinimum {
    /// The sum.
    pub fen: Fen,
    /// Since when.
    pub from: NaiveDate,
}

/// A draft as it is looked over.
pub struct Looked<'a> {
    /// The clause files.
    pub library: &'a ClauseLibrary,
    /// The law of the place today.
    pub law: Law<'a>,
    /// The kind of contract.
    pub kind: AgreementKind,
    /// Its clauses in the order of the contract.
    pub clauses: &'a [ContractClause],
    /// What was filled in.
    pub values: &'a Values,
    /// The local minimum of a month, where the ledger knows it.
    pub minimum: Option<&'a LocalMinimum>,
    /// The local minimum of an hour, where the ledger knows it.
    pub minimum_hour: Option<&'a LocalMinimum>,
    /// What the meetings agreed upon.
    pub agreed: &'a [AgreedText],
    /// The levels of pay by trade and grade of these talks, whether the contract has them attached or not.
    pub levels: &'a [SkillPayLevel],
}

/// A finding without a clause.
pub(super) fn finding(
    kind: ContractFindingKind,
    severity: ContractSeverity,
    message: impl Into<String>,
    way_out: impl Into<String>,
) -> ContractFinding {
    ContractFinding {
        kind,
        severity,
        clause: None,
        number: None,
        message: message.into(),
        way_out: way_out.into(),
        article: None,
        remedy: None,
    }
}

impl ContractFinding {
    pub(super) fn at(mut self, clause: ContractClauseId, number: u32) -> Self {
        (self.clause, self.number) = (Some(clause), Some(number));
        self.remedy = self.remedy.or(Some(ContractRemedy::Edit));
        self
    }
    pub(super) fn by(mut self, article: Option<String>) -> Self {
        self.article = article;
        self
    }
    pub(super) fn mended(mut self, remedy: ContractRemedy) -> Self {
        self.remedy = Some(remedy);
        self
    }
}

impl Looked<'_> {
    /// The article of a subject, or the basis where no pack holds it.
    pub(in crate::negotiation::contract) fn article(
        &self,
        law: Option<&str>,
        basis: Option<&str>,
    ) -> Option<String> {
        law.and_then(|subject| self.law.rule(subject)).map(|rule| rule.short).or(basis.map(str::to_owned))
    }

    /// Whether the contract has the table of pay levels attached.
    pub(super) fn is_attached(&self) -> bool {
        self.clauses.iter().any(|one| one.text.contains(levels::TABLE))
    }

    /// Where a blank stands first.
    pub(super) fn holder(&self, blank: &str) -> Option<(ContractClauseId, u32)> {
        let mark = format!("【{blank}】");
        (1..)
            .zip(self.clauses)
            .find(|(_, one)| one.text.contains(&mark))
            .map(|(number, one)| (one.id, number))
    }

    /// Every clause with its number and its words as they would be printed.
    pub(in crate::negotiation::contract) fn numbered(
        &self,
    ) -> impl Iterator<Item = (u32, &ContractClause, String)> {
        (1..)
            .zip(self.clauses)
            .map(|(number, one)| (number, one, filled(self.library, &one.text, self.values)))
    }
}
