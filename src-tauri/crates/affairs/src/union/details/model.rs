//! The union as its certificate and its upper union know it, as it crosses the contract. Its place stands in
//! `union::model`; its people in `bodies`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::union::model::UnionId;

coded! {
    /// 工会组织类型, by the code list of the federation's data standard.
    UnionKind {
        /// 1.
        Independent = "1", "独立基层工会";
        /// 2.
        Joint = "2", "联合基层工会";
        /// 3.
        Street = "3", "街道工会";
        /// 4.
        Park = "4", "园区工会";
        /// 5.
        Trade = "5", "行业工会";
        /// 6.
        Corporate = "6", "集团工会";
        /// 7.
        System = "7", "系统工会";
        /// 8.
        Branch = "8", "分会、小组";
    }
}

coded! {
    /// 工会组织形式, by the code list of the federation's data standard.
    UnionForm {
        /// 1.
        Federation = "1", "总工会";
        /// 2.
        Union = "2", "工会";
        /// 3.
        Association = "3", "工会联合会";
        /// 4.
        Committee = "4", "工会委员会";
        /// 5.
        JointCommittee = "5", "联合工会委员会";
        /// 6.
        Branch = "6", "分会";
        /// 7.
        Group = "7", "小组";
    }
}

/// An enterprise whose workers the union joins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct UnionEnterprise {
    /// 单位名称.
    pub name: String,
    /// 统一社会信用代码.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit_code: Option<String>,
    /// 法定代表人 or 主要负责人, with the post where it is written: who signs for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative: Option<String>,
}

/// The union's record as a form holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct UnionDetails {
    /// 工会名称, where it is corrected; shown on the sheet, and as it stands when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// 统一社会信用代码, where it is corrected or given at last; shown on the sheet, and as it stands when absent or empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit_code: Option<String>,
    /// 工会组织类型.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<UnionKind>,
    /// 工会组织形式.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<UnionForm>,
    /// The employer, and further ones where several found one union.
    pub enterprises: Vec<UnionEnterprise>,
    /// 建会日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub established_on: Option<NaiveDate>,
    /// 批复文号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval_number: Option<String>,
    /// 上级工会.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper_union: Option<String>,
    /// 开户银行.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bank: Option<String>,
    /// 银行账号. Shown masked; sent back masked means unchanged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bank_account: Option<String>,
    /// 工会法人资格证书号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate_number: Option<String>,
    /// The certificate's last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate_until: Option<NaiveDate>,
    /// Whether the union has its seal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<bool>,
    /// 办公地点: where members find the union; printed on what is posted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// 联系电话 of the union, not of a person; printed on what is posted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

/// The union's record as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnionSheet {
    /// The record, for its history.
    pub id: UnionId,
    /// 工会名称.
    pub name: String,
    /// 统一社会信用代码; empty while the union has none yet.
    pub credit_code: String,
    /// As the form holds it.
    pub details: UnionDetails,
}
