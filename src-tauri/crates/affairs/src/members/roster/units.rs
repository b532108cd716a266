//! Codes of employer and union in a row: cleaned, repaired as an offer, told apart from each other, and held against the
//! ledger's own. Whether a text is a code at all is decided in `credit_code`.

use std::collections::HashMap;

use super::check::{Answer, RowCheck};
use super::credit_code::{self, CreditCodeFault};
use super::field::Field;
use super::held::Units;
use super::model::{ColumnFound, Decision, Options, ProblemKind as K, RosterRow, RowStatus, Severity};
use super::remark::{Remark, alive, column, push};

pub(super) fn check(c: &mut RowCheck<'_, '_>) {
    let (employer, union) = (code(c, Field::EmployerCode), code(c, Field::UnionCode));
    let wrong = |code: &Option<String>, of_union: bool| {
        code.as_deref().is_some_and(|code| credit_code::is_union(code) != of_union)
    };
    c.person.employer_code = employer.clone();
    if wrong(&employer, false) {
        let right = union.clone().filter(|code| !credit_code::is_union(code));
        c.person.employer_code =
            exchanged(c, Field::EmployerCode, "这一列要企业的代码，填的却是工会的（81开头）", right);
    }
    if wrong(&union, true) {
        let right = employer.clone().filter(|code| credit_code::is_union(code));
        exchanged(c, Field::UnionCode, "这一列要工会的代码（81开头），填的却是企业的", right);
    } else if let (Some(own), Some(told)) = (&c.desk.units.union, &union)
        && own != told
        && let Some((at, _)) = c.cell(Field::UnionCode)
    {
        let text = "不是本工会的代码，这个人可能是别的工会的会员；请核对会籍在哪里。";
        c.ask(&at, K::UnionCodeOther, text, Some("照样导入".to_owned()));
    }
}

fn exchanged(c: &mut RowCheck<'_, '_>, field: Field, what: &str, right: Option<String>) -> Option<String> {
    let (at, _) = c.cell(field)?;
    let text = match &right {
        Some(_) => format!("{what}，与另一列换一下就对了。"),
        None => format!("{what}；请对照证书改正，或者先留空导入。"),
    };
    match c.ask(&at, K::CodeExchanged, &text, right.clone()) {
        Answer::Take => right,
        _ => None,
    }
}

/// A code of a column, or what was decided about one that is none.
fn code(c: &mut RowCheck<'_, '_>, field: Field) -> Option<String> {
    let (at, _) = c.cell(field)?;
    let written = c.text(field)?;
    let fault = match credit_code::check(&written) {
        Ok(code) => {
            if code != written {
                c.note(&at, K::CodeCleaned, "去掉了空格、横线，字母改成大写。", Some(code.clone()));
            }
            return Some(code);
        }
        Err(fault) => fault,
    };
    if fault == CreditCodeFault::OldNumber {
        let text = "是15位的旧注册号，2015年起改成18位的统一社会信用代码；请对照现在的证书填写。";
        let kept = c.ask(&at, K::CodeOld, text, None) == Answer::Keep;
        return kept.then(|| credit_code::normalise(&written));
    }
    if let Some(repaired) = credit_code::repaired(&written) {
        let text = format!("{}改过以后校验对得上。", fault.message());
        let taken = c.ask(&at, K::CodeRepair, &text, Some(repaired.clone())) == Answer::Take;
        return taken.then_some(repaired);
    }
    c.ask(&at, K::CodeWrong, &fault.message(), None);
    None
}

/// One employer with two codes: after a new name or a new registration the present certificate counts.
pub(super) fn compare(rows: &mut [RosterRow], columns: &[&[ColumnFound]], options: &Options, units: &Units) {
    let mut codes: HashMap<String, HashMap<String, u32>> = HashMap::new();
    for row in rows.iter().filter(|row| alive(row)) {
        if let Some(code) = &row.person.employer_code {
            let employer = row.person.employer.clone().unwrap_or_default();
            *codes.entry(employer).or_default().entry(code.clone()).or_default() += 1;
        }
    }
    let mut present: HashMap<String, String> = HashMap::new();
    for (employer, ways) in codes.into_iter().filter(|(_, ways)| ways.len() > 1) {
        let own = units.employer.clone().filter(|own| ways.contains_key(own));
        let commonest =
            || ways.iter().max_by(|a, b| (a.1, b.0).cmp(&(b.1, a.0))).map(|(code, _)| code.clone());
        if let Some(code) = own.or_else(commonest) {
            present.insert(employer, code);
        }
    }
    if present.is_empty() {
        return;
    }
    for row in rows.iter_mut().filter(|row| alive(row)) {
        let employer = row.person.employer.clone().unwrap_or_default();
        let Some(code) = present
            .get(&employer)
            .filter(|code| row.person.employer_code.as_ref().is_some_and(|own| own != *code))
        else {
            continue;
        };
        let at = column(row, columns, Field::EmployerCode).unwrap_or(0);
        let decision = options.decision((row.page, row.row, Some(at)), K::CodeSeveral);
        let severity = if decision.is_some() { Severity::Note } else { Severity::Ask };
        match decision {
            Some(Decision::TakeProposal) => row.person.employer_code = Some(code.clone()),
            Some(Decision::LeaveEmpty) => row.person.employer_code = None,
            Some(Decision::SkipRow) => row.status = RowStatus::Skipped,
            Some(Decision::KeepWritten) | None => {}
        }
        let text = "同一个单位在表里有两个信用代码，多半是改过名或换过证；以现在的证书为准。";
        let proposal = Some(code.clone());
        let remark = Remark { field: Field::EmployerCode, severity, kind: K::CodeSeveral, text, proposal };
        push(row, columns, remark);
    }
}
