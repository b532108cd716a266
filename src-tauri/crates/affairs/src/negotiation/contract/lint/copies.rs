//! How many copies of a contract are made: as many as are filed, and one for each party to keep.

use rusqlite::Connection;

use super::looked::{Looked, finding};
use crate::Problem;
use crate::negotiation::agreement::model::AgreementId;
use crate::negotiation::contract::counts::{count, narrow};
use crate::negotiation::contract::facts::sentences;
use crate::negotiation::contract::model::{
    ContractClause, ContractFinding, ContractFindingKind, ContractRemedy, ContractSeverity,
};
use crate::negotiation::contract::store;

/// The subject of the rule that says how many are filed.
pub(in crate::negotiation) const FILED: &str = "negotiation.submission.copies";
/// One copy for each of the two parties.
pub(in crate::negotiation) const KEPT: i64 = 2;
/// The blank.
pub(in crate::negotiation::contract) const BLANK: &str = "合同份数";

/// How many copies of the contract a sentence names.
fn said(sentence: &str) -> Option<(i64, String)> {
    if !sentence.contains("合同") || sentence.contains("劳动合同") {
        return None;
    }
    let text = narrow(sentence);
    let (_, behind) = text.split_once("一式")?;
    let (number, len) = count(behind.trim_start())?;
    let behind = behind.trim_start();
    behind[len..].trim_start().starts_with('份').then(|| (number, format!("一式{}份", &behind[..len])))
}

/// How many copies the text of an agreement says there are, where it says so first; none where its blank is open.
pub(in crate::negotiation) fn of_text(
    connection: &Connection,
    id: AgreementId,
) -> Result<Option<i64>, Problem> {
    let values = store::values(connection, id)?;
    let filled = |text: &str| match values.get(BLANK) {
        Some(value) => text.replace(&format!("【{BLANK}】"), value),
        None => text.to_owned(),
    };
    let clauses = store::clauses(connection, id)?;
    Ok(clauses
        .iter()
        .find_map(|clause| sentences(&filled(&clause.text)).find_map(said).map(|(copies, _)| copies)))
}

/// Fewer copies than are filed and kept.
pub(super) fn enough(draft: &Looked<'_>) -> Vec<ContractFinding> {
    let ruling = draft.law.book.quantity(FILED, draft.law.place, draft.law.on).ok();
    let filed = ruling.as_ref().and_then(|(quantity, _)| quantity.whole());
    let article = ruling.map(|(_, rule)| rule.short);
    let mut found = Vec::new();
    for (number, clause, filled) in draft.numbered() {
        for (copies, words) in sentences(&filled).filter_map(said) {
            found.extend(few(clause, number, (copies, &words), filed, article.clone()));
        }
    }
    found
}

fn few(
    clause: &ContractClause,
    number: u32,
    (copies, words): (i64, &str),
    filed: Option<i64>,
    article: Option<String>,
) -> Option<ContractFinding> {
    let wanted = filed.unwrap_or_default() + KEPT;
    if copies >= wanted {
        return None;
    }
    let (severity, message) = match filed {
        Some(_) if copies == 0 => (ContractSeverity::Must, format!("第{number}条写的是{words}。")),
        Some(filed) if copies < filed => {
            (ContractSeverity::Must, format!("第{number}条写的是{words}，不够报送的{filed}份。"))
        }
        Some(filed) => (
            ContractSeverity::Should,
            format!("第{number}条写的是{words}；报送{filed}份以后，双方不能各留一份。"),
        ),
        None => (ContractSeverity::Should, format!("第{number}条写的是{words}，双方不能各留一份。")),
    };
    let way_out = match filed {
        Some(filed) => format!("至少写{wanted}份：报送{filed}份，双方各留一份。"),
        None => format!("至少写{wanted}份，双方各留一份。"),
    };
    let one = finding(ContractFindingKind::TooFewCopies, severity, message, way_out).by(article);
    let one = if clause.text.contains(&format!("【{BLANK}】")) {
        one.mended(ContractRemedy::Fill { blank: BLANK.to_owned() })
    } else {
        one
    };
    Some(one.at(clause.id, number))
}
