//! Attachments whose files are lost or broken, called as people know them, for whoever reads a check or makes a
//! copy. That they are so is found by the ledger, which knows contents alone.

use affairs::office;
use affairs::office::attachments::store;
use ledger::{BackupMade, Finding};
use rusqlite::Connection;

use crate::Problem;

/// How many are named: more is no sentence any more.
const NAMED: usize = 5;

/// （李强：入会申请.pdf；2026年度工资集体协商：签到表.jpg）, at most five and then how many there are.
pub(crate) fn which(connection: &Connection, contents: &[String]) -> Result<String, Problem> {
    let mut names = Vec::new();
    for content in contents.iter().take(NAMED) {
        names.extend(store::called(connection, content)?);
    }
    Ok(said(names, contents.len(), "个"))
}

/// The same of issued papers, by what their bytes or their sources hash to.
fn which_issues(connection: &Connection, kept: &[String]) -> Result<String, Problem> {
    let mut names = Vec::new();
    for sha256 in kept.iter().take(NAMED) {
        names.extend(office::store::called(connection, sha256)?);
    }
    Ok(said(names, kept.len(), "份"))
}

/// The first of these in brackets, and how many there are.
fn said(mut names: Vec<String>, count: usize, unit: &str) -> String {
    let all = count.max(names.len());
    names.truncate(NAMED);
    match (names.join("；"), all > NAMED) {
        (names, _) if names.is_empty() => String::new(),
        (names, true) => format!("（{names}等{all}{unit}）"),
        (names, false) => format!("（{names}）"),
    }
}

/// What was found, with the attachments or issued papers that it is about by name.
pub(crate) fn named(connection: &Connection, finding: &Finding) -> Result<String, Problem> {
    let which = if finding.kept.is_empty() {
        which(connection, &finding.attachments)?
    } else {
        which_issues(connection, &finding.kept)?
    };
    Ok(match finding.message.strip_suffix('。') {
        Some(message) if !which.is_empty() => format!("{message}{which}。"),
        _ => finding.message.clone(),
    })
}

/// What a copy lacks and what to do; nothing when it has everything.
pub(crate) fn lacking(connection: &Connection, made: &BackupMade) -> Result<Option<String>, Problem> {
    let part = |contents: &[String], what: &str| {
        let which = which(connection, contents)?;
        Ok::<_, Problem>(format!("有{}个附件的文件{what}{which}，", contents.len()))
    };
    let mut told = String::new();
    if !made.missing.is_empty() {
        told += &part(&made.missing, "不见了")?;
    }
    if !made.damaged.is_empty() {
        told += &part(&made.damaged, "已损坏")?;
    }
    let way_out = "副本里没有。请在原来的记录上重新添加，再做一次副本。";
    Ok((!told.is_empty()).then(|| format!("账本副本已做好，但{told}{way_out}")))
}
