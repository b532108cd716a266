//! The check of the open ledger as the contract tells it: each finding with its severity and its one way out, and
//! whose attachment it is about. What is checked is decided in `ledger`.

use ledger::{Finding, Mend, Severity};
use serde::Serialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::{Command, Nothing};
use crate::commands::{lost_files, small_pictures};
use crate::desk::{Desk, Outcome};
use crate::progress::Progress;

/// One finding of the check.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckFinding {
    /// `warning` or `error`.
    pub severity: String,
    /// What was found.
    pub message: String,
    /// The one way out.
    pub way_out: String,
    /// What the program itself can put right.
    pub mend: Option<Mend>,
}

/// What the check found.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Checked {
    /// Steps in the journal.
    pub steps: u32,
    /// The journal's head, which a paper can name.
    pub head: String,
    /// Everything found; empty when all is well.
    pub findings: Vec<CheckFinding>,
}

/// Checks pages, references and the chain of the journal.
pub fn check(
    desk: &Desk,
    _: &Command,
    _: Nothing,
    progress: &dyn Progress,
) -> Result<Outcome<Checked>, Problem> {
    let open = desk.opened()?;
    let findings = open.ledger.check(&mut |done, total| {
        progress.report(done, total, "检查账本");
        !progress.cancelled()
    })?;
    let head = open.ledger.head()?;
    // Nothing is drawn anew then, and what it would be asked of may be gone.
    let altered = findings.iter().any(Finding::is_of_structure);
    let differing = if altered { 0 } else { small_pictures::differing(&open, progress)? };
    let mut findings: Vec<CheckFinding> = open.ledger.read(|connection| {
        let told = |finding: Finding| {
            let message = match lost_files::named(connection, &finding) {
                Err(_) if altered => finding.message.clone(),
                named => named?,
            };
            Ok::<_, Problem>(CheckFinding {
                severity: severity(finding.severity).to_owned(),
                message,
                way_out: finding.way_out,
                mend: finding.mend,
            })
        };
        findings.into_iter().map(told).collect::<Result<_, _>>()
    })?;
    if differing > 0 {
        findings.push(CheckFinding {
            severity: severity(Severity::Warning).to_owned(),
            message: format!("有 {differing} 张缩略图和它的附件对不上，附件本身没有受影响。"),
            way_out: "点“重新整理”即可，程序会照附件重新画，不会改动附件。".to_owned(),
            mend: Some(Mend::Rebuild),
        });
    }
    Ok(Outcome::of(Checked { steps: u32::try_from(head.seq).unwrap_or(u32::MAX), head: head.hash, findings }))
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}
