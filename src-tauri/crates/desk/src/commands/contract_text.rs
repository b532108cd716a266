//! Commands of a contract's text: its draft, clauses and blanks, its versions, the comparison of two.

use affairs::negotiation::agreement::model::AgreementId;
use affairs::negotiation::contract::model::{
    CompareContracts, ContractClauseId, ContractComparison, ContractDraft, ContractVersionId,
    FillContractBlank, KeepContractVersion, OrderContractClauses, PasteContract, SaveContractClause,
    StartContract, TakeAgreedText, TakeLibraryClause,
};
use affairs::negotiation::contract::{self as work, Means};
use affairs::negotiation::store as talks;
use affairs::pay::figures::policy::Policy;
use affairs::pay::simulate::acts as simulate;
use affairs::pay::simulate::covered::for_everybody;
use affairs::pay::store as pay;
use affairs::union::model::Shown;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Done;
use crate::desk::{Desk, Outcome};
use crate::open::Writing;

/// One contract.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ContractRef {
    /// The agreement whose text it is.
    pub agreement: AgreementId,
}

/// A clause to remove.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ContractClauseRef {
    /// Its id.
    pub id: ContractClauseId,
}

/// A pasted contract to remove.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ContractVersionRef {
    /// Its id.
    pub id: ContractVersionId,
}

fn writes<'a>(writing: &'a Writing<'_, '_>, desk: &'a Desk) -> Result<Means<'a>, Problem> {
    Ok(Means { book: writing.book, library: desk.clauses()? })
}

/// The text of a contract. Averages of the chosen scenario, as far as everybody may be told of them, are offered for its blanks to
/// whoever may read wages, as a look of its own.
pub fn get(desk: &Desk, which: ContractRef) -> Result<Outcome<ContractDraft>, Problem> {
    let library = desk.clauses()?;
    let policy = Policy::load(&desk.assets)?;
    let draft = desk.view(|reading| {
        let (connection, means) = (reading.connection, Means { book: reading.book, library });
        let mut draft = work::draft(connection, means, which.agreement, reading.today)?;
        if !work::asks(&draft) {
            return Ok(draft);
        }
        let year = talks::head(connection, draft.negotiation)?.year;
        let chosen = simulate::chosen(connection, year, (reading.open.sight().wages, &policy))?;
        if let Some(chosen) = chosen {
            // Whoever sees single wages is offered no more than the contract may say to all.
            let chosen = match reading.open.sight().wages {
                Shown::Full => for_everybody(connection, chosen, &policy)?,
                Shown::Masked | Shown::Never => chosen,
            };
            let period = pay::line(connection, chosen.sheet).ok().map(|line| line.period);
            if work::propose(&mut draft, &chosen, period) {
                let sheet = [chosen.sheet.to_string()];
                reading.open.looked_at(reading.open.sight().wages, "contract.get", sheet)?;
            }
        }
        Ok(draft)
    })?;
    Ok(Outcome::of(draft))
}

/// Two texts side by side.
pub fn compare(desk: &Desk, args: CompareContracts) -> Result<Outcome<ContractComparison>, Problem> {
    let library = desk.clauses()?;
    let both = desk
        .view(|reading| work::comparison(reading.connection, Means { book: reading.book, library }, &args))?;
    Ok(Outcome::of(both))
}

/// Begins a draft.
pub fn start(writing: &Writing<'_, '_>, desk: &Desk, args: StartContract) -> Result<Done, Problem> {
    work::start(writing.tx, writes(writing, desk)?, &args).map(|()| Done)
}

/// Keeps a clause.
pub fn save_clause(
    writing: &Writing<'_, '_>,
    desk: &Desk,
    args: SaveContractClause,
) -> Result<ContractClauseId, Problem> {
    work::save_clause(writing.tx, writes(writing, desk)?, &args)
}

/// Puts a clause of the library in.
pub fn take_library(
    writing: &Writing<'_, '_>,
    desk: &Desk,
    args: TakeLibraryClause,
) -> Result<ContractClauseId, Problem> {
    work::take_library(writing.tx, writes(writing, desk)?, &args)
}

/// Puts an agreed text in.
pub fn take_agreed(
    writing: &Writing<'_, '_>,
    desk: &Desk,
    args: TakeAgreedText,
) -> Result<ContractClauseId, Problem> {
    work::take_agreed(writing.tx, writes(writing, desk)?, &args)
}

/// Puts clauses into an order.
pub fn order(writing: &Writing<'_, '_>, desk: &Desk, args: OrderContractClauses) -> Result<Done, Problem> {
    work::order(writing.tx, writes(writing, desk)?, &args).map(|()| Done)
}

/// Removes a clause.
pub fn remove_clause(
    writing: &Writing<'_, '_>,
    desk: &Desk,
    args: ContractClauseRef,
) -> Result<Done, Problem> {
    work::remove_clause(writing.tx, writes(writing, desk)?, args.id).map(|()| Done)
}

/// Fills a blank.
pub fn fill(writing: &Writing<'_, '_>, desk: &Desk, args: FillContractBlank) -> Result<Done, Problem> {
    work::fill(writing.tx, writes(writing, desk)?, &args).map(|()| Done)
}

/// Keeps a version.
pub fn keep(
    writing: &Writing<'_, '_>,
    desk: &Desk,
    args: KeepContractVersion,
) -> Result<ContractVersionId, Problem> {
    work::keep(writing.tx, writes(writing, desk)?, &args)
}

/// Keeps an earlier year's contract as it was pasted.
pub fn paste(
    writing: &Writing<'_, '_>,
    desk: &Desk,
    args: PasteContract,
) -> Result<ContractVersionId, Problem> {
    work::paste(writing.tx, writes(writing, desk)?, &args)
}

/// Removes a pasted contract.
pub fn remove_version(
    writing: &Writing<'_, '_>,
    _: &Desk,
    args: ContractVersionRef,
) -> Result<Done, Problem> {
    work::remove_version(writing.tx, args.id).map(|()| Done)
}
