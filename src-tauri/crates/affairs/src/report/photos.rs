//! The photos of a yearly report (照片): pictures among the report's own files, each with what it shows, in the order of the
//! paper. What cannot be printed is said when it is chosen and not when the paper is wanted.

use ledger::Tx;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::office::attachments::model::{AttachmentId, RecordKind};
use crate::office::attachments::store::one;

ledger::id_type!(
    /// A photo in a yearly report.
    ReportPhotoId
);

/// A report stays a few pages: four rows of two.
pub const MOST: usize = 8;
/// A caption is a line or two under half a page's width.
const LONGEST_CAPTION: usize = 60;

/// A photo as it is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReportPhotoInput {
    /// The picture, a file of the report.
    pub file: AttachmentId,
    /// 说明: what it shows.
    pub caption: String,
}

/// The photos of a report, in place of those before.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveReportPhotos {
    /// Of which year.
    pub year: i32,
    /// In the order of the paper; empty for none.
    pub photos: Vec<ReportPhotoInput>,
}

/// A photo as it is printed.
pub(super) struct Shown {
    pub caption: String,
    /// The name of its content in the ledger.
    pub content: String,
}

/// Keeps which photos a report bears, in place of those before.
///
/// Errors: `bad_input` at `photos` or `photos.0.caption`; `not_found` for a file that is gone; `refused` for a report of
/// which nothing was kept yet.
pub fn save(tx: &Tx, input: &SaveReportPhotos) -> Result<(), Problem> {
    let of = input.year.to_string();
    if !tx.prepare_cached("SELECT 1 FROM year_report WHERE id = ?1")?.exists([&of])? {
        return Err(Problem::new("refused", "请先保存这一年的报告，再选照片。"));
    }
    if input.photos.len() > MOST {
        let message = format!("报告里最多放{MOST}张照片，请留下最要紧的；其余的仍在附件里。");
        return Err(Problem::input("photos", message));
    }
    for (at, photo) in input.photos.iter().enumerate() {
        check(tx, &of, at, photo)?;
        if input.photos[..at].iter().any(|other| other.file == photo.file) {
            return Err(Problem::input("photos", format!("第{}张照片选了两次，请去掉一张。", at + 1)));
        }
    }
    replace(tx, &of, &input.photos)
}

fn check(tx: &Tx, of: &str, at: usize, photo: &ReportPhotoInput) -> Result<(), Problem> {
    let field = format!("photos.{at}.caption");
    let length = photo.caption.trim().chars().count();
    if length > LONGEST_CAPTION {
        let message = format!(
            "第{}张照片的说明有{length}个字，印在照片下面放不下，最多{LONGEST_CAPTION}个字。请只写什么时候、什么事，其余的写进报告的文字里。",
            at + 1
        );
        return Err(Problem::input(&field, message));
    }
    if photo.caption.trim().is_empty() {
        return Err(Problem::input(&field, format!("请给第{}张照片写一句说明：什么时候、什么事。", at + 1)));
    }
    let file = one(tx, photo.file)?;
    if file.of.kind != RecordKind::Report || file.of.id != of {
        return Err(Problem::missing("张照片"));
    }
    // A picture that was decoded when it was added has its small picture; no other can be printed.
    if file.thumbnail {
        return Ok(());
    }
    let name = &file.name;
    Err(Problem::input(
        "photos",
        match file.media.as_str() {
            "image/avif" => {
                format!("“{name}”是 AVIF 图片，程序排不进文件。请在手机或看图软件里另存为 JPG，再添加。")
            }
            "image/heic" => {
                format!("“{name}”是 HEIC 图片，这一张程序读不出来。请在手机里另存为 JPG，再添加。")
            }
            media if media.starts_with("image/") => {
                format!(
                    "“{name}”读不出来：没有传完、已经损坏、太大，或者格式少见。请从手机或相机重新拷贝，或者另存为 JPG，再添加。"
                )
            }
            _ => format!("“{name}”不是照片，不能放进报告里。"),
        },
    ))
}

fn replace(tx: &Tx, of: &str, photos: &[ReportPhotoInput]) -> Result<(), Problem> {
    let mut statement =
        tx.prepare_cached("SELECT id, attachment_id FROM live_report_photo WHERE report_id = ?1")?;
    let standing: Vec<(ReportPhotoId, AttachmentId)> =
        statement.query_map([of], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    for (id, _) in standing.iter().filter(|(_, file)| photos.iter().all(|photo| photo.file != *file)) {
        let now = tx.now().to_rfc3339();
        tx.execute("UPDATE report_photo SET removed_at = ?2 WHERE id = ?1", params![id, now])?;
    }
    for (ord, photo) in (1_u32..).zip(photos) {
        let caption = photo.caption.trim();
        match standing.iter().find(|(_, file)| *file == photo.file) {
            Some((id, _)) => tx.execute(
                "UPDATE report_photo SET caption = ?2, ord = ?3 WHERE id = ?1",
                params![id, caption, ord],
            )?,
            None => tx.execute(
                "INSERT INTO report_photo (id, report_id, attachment_id, caption, ord) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![tx.new_id::<ReportPhotoId>(), of, photo.file, caption, ord],
            )?,
        };
    }
    Ok(())
}

/// The photos of a report, those whose file was removed since left out.
pub(super) fn of_year(connection: &Connection, year: i32) -> Result<Vec<ReportPhotoInput>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT p.attachment_id, p.caption FROM live_report_photo p JOIN live_attachment a ON a.id = p.attachment_id
         WHERE p.report_id = ?1 ORDER BY p.ord",
    )?;
    let rows = statement.query_map([year.to_string()], |row| {
        Ok(ReportPhotoInput { file: row.get(0)?, caption: row.get(1)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// As `of_year`, for paper.
pub(super) fn shown(connection: &Connection, photos: &[ReportPhotoInput]) -> Result<Vec<Shown>, Problem> {
    let shown = |photo: &ReportPhotoInput| {
        let content = one(connection, photo.file)?.content;
        Ok(Shown { caption: photo.caption.clone(), content })
    };
    photos.iter().map(shown).collect()
}
