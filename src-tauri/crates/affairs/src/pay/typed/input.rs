//! Totals and bands as a form sends them. What is wrong with one is asked a floor above, in `typed`, and of its sums in
//! `import::plausible`.

use ledger::Fen;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::pay::model::{PayPeriod, PaySheetId};

/// The sum of a shop as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PayShopInput {
    /// 车间、部门.
    pub shop: String,
    /// How many were paid.
    pub headcount: u32,
    /// What they were paid.
    pub sum: Fen,
}

/// A band as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PayBandInput {
    /// What a pay scale calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// From this sum.
    pub from: Fen,
    /// To below this sum; absent for the last, open band.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Fen>,
    /// The middle of a pay scale's band.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub middle: Option<Fen>,
    /// How many were paid so.
    pub headcount: u32,
    /// What they were paid in all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sum: Option<Fen>,
}

/// A table that is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PaySheetInput {
    /// The month or the year.
    pub period: PayPeriod,
    /// Whether a year's sums count as twelve equal months.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub divided: bool,
    /// How many were paid; of bands it is their sum, and must be where it is told.
    #[serde(default)]
    pub headcount: Option<u32>,
    /// What was paid in all; of bands, where it is known, else theirs where each tells it.
    #[serde(default)]
    pub sum: Option<Fen>,
    /// By shop, where it is known.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<PayShopInput>>")]
    pub shops: Vec<PayShopInput>,
    /// Bands from low to high; none for totals.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<PayBandInput>>")]
    pub bands: Vec<PayBandInput>,
    /// Who gave it.
    #[serde(default)]
    pub given_by: Option<String>,
    /// 说明.
    #[serde(default)]
    pub note: Option<String>,
    /// The table of the period that goes to the trash for it.
    #[serde(default)]
    pub replaces: Option<PaySheetId>,
    /// Whether sums that can hardly be those of the period were looked at, and are right.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub certain: bool,
}
