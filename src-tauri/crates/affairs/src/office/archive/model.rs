//! What is filed together for one affair, as it crosses the contract: its parts in archive order, what stands in each, and
//! why a part is empty.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::office::attachments::model::AttachmentId;
use crate::office::model::PaperId;

/// Where the bytes of a filed piece lie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum ArchiveSource {
    /// An issued paper.
    Issue {
        /// The issue.
        id: PaperId,
    },
    /// An attachment.
    File {
        /// The attachment.
        id: AttachmentId,
    },
}

/// A filed piece (件).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ArchiveItem {
    /// Where its bytes lie.
    pub source: ArchiveSource,
    /// 责任者: who made it; absent for an attachment, of which that is not known.
    pub responsible: Option<String>,
    /// 文号.
    pub number: Option<String>,
    /// 题名.
    pub title: String,
    /// 日期: of the paper itself, of issue where it bears none; the day the attachment was added.
    pub dated: NaiveDate,
    /// 备注.
    pub note: Option<String>,
}

/// A part of the archive order (类).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ArchivePart {
    /// Its place in the order, from 1.
    pub number: u8,
    /// 要约, 回复 …
    pub name: String,
    /// What stands in it, in order.
    pub items: Vec<ArchiveItem>,
    /// What is wanting: why nothing stands in it, or which pieces do not although others do.
    pub absent: Option<String>,
}

/// All that is filed together for one affair (卷).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Archive {
    /// 案卷题名.
    pub title: String,
    /// Its parts in order.
    pub parts: Vec<ArchivePart>,
}
