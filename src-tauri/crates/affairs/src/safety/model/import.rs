//! A ledger of hazards from a file beside this one: row by row what would be registered, what stands already, and what cannot be.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::{HazardCategory, HazardGrade};
use crate::sheets::SheetProblem;

/// A hazard of the file. A cell that holds several gives one each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HazardImportRow {
    /// Row in the file, counted from 1.
    pub row: u32,
    /// 隐患.
    pub matter: String,
    /// 地点.
    pub place: Option<String>,
    /// 发现日期.
    pub found_on: Option<NaiveDate>,
    /// 类别, as it would be registered.
    pub kind: HazardCategory,
    /// 分级.
    pub grade: Option<HazardGrade>,
    /// 责任人.
    pub assured_by: Option<String>,
    /// 整改期限.
    pub due_on: Option<NaiveDate>,
    /// How far it would come: 已销号, 待验收, 整改中 …
    pub state: &'static str,
    /// Whether it stands in the ledger already.
    pub held: bool,
    /// Why it cannot be registered as it is.
    pub wrong: Option<String>,
    /// What the file says and the loop does not take as said.
    pub note: Option<String>,
}

/// What a file would bring.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HazardImport {
    /// The hash of the file, so that what is taken is what was shown.
    pub sha256: String,
    /// The page.
    pub page: String,
    /// Row by row.
    pub rows: Vec<HazardImportRow>,
    /// How many can be registered.
    pub fits: u32,
    /// How many stand already.
    pub held: u32,
    /// How many cannot be registered as they are.
    pub wrong: u32,
    /// Pictures that lie over the cells and are not read.
    pub pictures: u32,
    /// Totals, notes and repeated headers that were passed over.
    pub passed: u32,
    /// What is the matter with single cells.
    pub problems: Vec<SheetProblem>,
}

/// What was taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HazardsTaken {
    /// Registered.
    pub added: u32,
    /// Standing already.
    pub held: u32,
    /// Not registered.
    pub wrong: u32,
}
