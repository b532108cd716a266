//! What a round of talks is called: by the contracts that it is to come to. The affair bears the name in its title, and every paper of
//! the talks takes it from there; what a contract is called is `rules`'.

use ledger::Tx;
use rusqlite::Connection;

use super::agreement;
use super::agreement::model::AgreementKind;
use super::model::NegotiationId;
use super::{removal, standing, store};
use crate::Problem;

/// Talks over the wage contract alone.
pub const WAGES: &str = "工资集体协商";

/// Talks over these kinds of contracts: those over one special contract bear its subject, those over the collective contract or over
/// several are 集体协商.
pub fn talks(kinds: &[AgreementKind]) -> &'static str {
    match kinds {
        [AgreementKind::Wage] => WAGES,
        [AgreementKind::Women] => "女职工权益保护专项集体协商",
        [AgreementKind::Safety] => "劳动安全卫生专项集体协商",
        _ => "集体协商",
    }
}

/// 2026年度工资集体协商.
pub fn title(year: i32, kinds: &[AgreementKind]) -> String {
    format!("{year}年度{}", talks(kinds))
}

/// The name within a title, without the year before it and what follows it in brackets: 工资集体协商 of 2026年度工资集体协商（接续）.
pub fn within(title: &str, year: i32) -> &str {
    let name = title.strip_prefix(format!("{year}年度").as_str()).unwrap_or(title);
    name.split('（').next().unwrap_or(name)
}

/// Calls an affair by the contracts that it is over now, as long as nothing bears the name that it had.
pub fn keep(tx: &Tx, id: NegotiationId) -> Result<(), Problem> {
    let head = store::head(tx, id)?;
    let kinds = agreement::kinds(tx, id)?;
    let behind = head.title.find('（').map_or("", |at| &head.title[at..]);
    let title = format!("{}{behind}", title(head.year, &kinds));
    if title == head.title || is_borne(tx, id)? {
        return Ok(());
    }
    store::rename_affair(tx, id, &title)
}

/// A round of talks by what it is called and over.
#[derive(PartialEq, Eq)]
struct Named {
    id: NegotiationId,
    title: String,
    kinds: Vec<AgreementKind>,
}

/// What every round of talks was called before a step of the journal was turned round out of its order. The step writes back the name
/// of its own time, which other steps may have changed the ground of since.
pub struct Names(Vec<Named>);

impl Names {
    /// Reads them.
    pub fn before(connection: &Connection) -> Result<Names, Problem> {
        let mut all = Vec::new();
        for head in store::heads(connection)? {
            let kinds = agreement::kinds(connection, head.id)?;
            all.push(Named { id: head.id, title: head.title, kinds });
        }
        Ok(Names(all))
    }

    /// Calls the talks that the step touched by the contracts that they are over now; a name that something bears stays.
    pub fn keep(&self, tx: &Tx) -> Result<(), Problem> {
        for now in Names::before(tx)?.0 {
            let touched = self.0.iter().find(|was| was.id == now.id).filter(|was| **was != now);
            let Some(was) = touched else { continue };
            if was.title != now.title && is_borne(tx, now.id)? {
                store::rename_affair(tx, now.id, &was.title)?;
            } else {
                keep(tx, now.id)?;
            }
        }
        Ok(())
    }
}

/// Whether the other side has the offer, or a paper of the talks was issued.
fn is_borne(connection: &Connection, id: NegotiationId) -> Result<bool, Problem> {
    Ok(standing::is_out(connection, id)? || removal::is_printed(connection, id)?)
}

#[cfg(test)]
mod tests {
    use super::{AgreementKind, talks, title, within};

    #[test]
    fn talks_are_called_by_the_contracts_they_are_over() {
        use AgreementKind::{Collective, Safety, Wage, Women};
        let cases: [(&[AgreementKind], &str); 6] = [
            (&[Wage], "工资集体协商"),
            (&[Women], "女职工权益保护专项集体协商"),
            (&[Safety], "劳动安全卫生专项集体协商"),
            (&[Collective], "集体协商"),
            (&[Women, Safety], "集体协商"),
            (&[Collective, Wage, Women, Safety], "集体协商"),
        ];
        for (kinds, name) in cases {
            assert_eq!(talks(kinds), name);
            assert_eq!(within(&title(2026, kinds), 2026), name);
            assert_eq!(within(&format!("{}（接续2）", title(2026, kinds)), 2026), name);
        }
    }
}
