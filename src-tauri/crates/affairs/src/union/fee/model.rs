//! The employer's contribution (工会经费) as it crosses the contract: payroll, what is due, paid, still missing, and what comes
//! back to this union. A payroll taken from that of a month with one person more or less is a wage, and every other sum is a share
//! of it: to one who may not read wages a month is told as far as the page of wage data tells its payroll.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use law::RuleRef;
use ledger::Fen;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::month::Month;
use crate::office::model::IssuedPaper;

ledger::id_type!(
    /// From which month the contribution is followed, and with which share.
    FeeShareId
);
ledger::id_type!(
    /// Money of a month.
    FeePaymentId
);
ledger::id_type!(
    /// A letter that asks for the contribution.
    FeeDemandId
);
ledger::id_type!(
    /// The payroll of a month.
    FeePayrollId
);

coded! {
    /// Which way money went.
    FeeWay {
        /// Paid by the employer.
        Paid = "paid", "单位拨缴";
        /// Come back to this union.
        Returned = "returned", "回拨到账";
    }
}

/// From which month the contribution is followed, and the share of it that is this union's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FeeShareInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<FeeShareId>,
    /// The first month it holds.
    pub from: Month,
    /// The share in ten-thousandths: 6000 is 60%. Absent where it is not settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<u32>,
    /// 依据: the upper union's paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<String>,
}

/// The payroll of a month, as the employer gave it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FeePayrollInput {
    /// The month.
    pub month: Month,
    /// 全部职工工资总额; absent to take it back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payroll: Option<Fen>,
    /// Who gave it, from which sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// Money of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FeePaymentInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<FeePaymentId>,
    /// The month it is for.
    pub month: Month,
    /// Which way it went.
    pub way: FeeWay,
    /// The day.
    pub paid_on: NaiveDate,
    /// How much.
    pub amount: Fen,
    /// 备注.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A letter that asks for the contribution, as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FeeDemandInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<FeeDemandId>,
    /// The first month it asks for.
    pub from: Month,
    /// The last.
    pub to: Month,
    /// 主送: the employer.
    pub addressee: String,
    /// 请于哪天以前拨缴.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay_by: Option<NaiveDate>,
    /// 拨缴到哪里.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay_to: Option<String>,
    /// 联系人和电话.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}

/// A letter as kept.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FeeDemand {
    /// As it was typed.
    pub letter: FeeDemandInput,
    /// The day it was begun.
    pub written_on: NaiveDate,
    /// Its issues, the newest first.
    pub issued: Vec<IssuedPaper>,
}

/// The payrolls of months that the page of wage data tells to one who may not read single wages.
pub type ToldPayrolls = BTreeMap<Month, Fen>;

/// A month of the contribution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FeeMonth {
    /// The month.
    pub month: Month,
    /// Whether the sums are kept from the reader: none of them is there then.
    pub hidden: bool,
    /// The entry of its payroll; absent while there is none.
    pub payroll_id: Option<FeePayrollId>,
    /// The payroll; absent while the employer has not given it.
    pub payroll: Option<Fen>,
    /// Who gave it.
    pub source: Option<String>,
    /// What is due of it.
    pub due: Option<Fen>,
    /// The last day for it; absent where no rule sets one.
    pub due_on: Option<NaiveDate>,
    /// What the employer has paid; absent only where it is kept from the reader.
    pub paid: Option<Fen>,
    /// What is still missing; absent while the payroll is not known.
    pub missing: Option<Fen>,
    /// This union's share of what was paid; absent where no share is settled.
    pub share: Option<Fen>,
    /// What has come back; absent only where it is kept from the reader.
    pub returned: Option<Fen>,
    /// What has yet to come back; under zero where more came.
    pub outstanding: Option<Fen>,
    /// The single sums, by day.
    pub payments: Vec<FeePaymentInput>,
}

/// The sums of a year, of the months that have a value which the reader is told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FeeSums {
    /// Payroll.
    pub payroll: Fen,
    /// Due.
    pub due: Fen,
    /// Paid.
    pub paid: Fen,
    /// Missing.
    pub missing: Fen,
    /// This union's share.
    pub share: Fen,
    /// Come back.
    pub returned: Fen,
    /// Yet to come back.
    pub outstanding: Fen,
}

/// A year of the contribution.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FeeYear {
    /// The year.
    pub year: i32,
    /// The years that can be shown, the newest first.
    pub years: Vec<i32>,
    /// From which months on the contribution is followed, and with which share, the newest first.
    pub shares: Vec<FeeShareInput>,
    /// The lawful rate in ten-thousandths.
    pub rate: u32,
    /// The rule.
    pub rule: RuleRef,
    /// The rule that sets the day, where there is one.
    pub day_rule: Option<RuleRef>,
    /// The months that are followed and have begun, or have money.
    pub months: Vec<FeeMonth>,
    /// Their sums.
    pub sums: FeeSums,
    /// The letters, the newest first.
    pub demands: Vec<FeeDemand>,
}

/// Which year.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct FeeYearQuery {
    /// The year; that of today when absent.
    pub year: Option<i32>,
}
