//! Attachments: files on records. A file is looked at, cleaned of where it was taken and kept by the ledger
//! first; then its row names it in a step. Who may add to which record is decided by `desk`.

pub mod media;
pub mod model;
pub mod place;
pub mod small;
pub mod store;
pub mod thumbnail;

use std::io::{Cursor, Read};

use ledger::{Files, LedgerError, Tx};
use rusqlite::Connection;

use crate::Problem;
use crate::masks::unmask_within;
use crate::typed::turns_reading;
use media::Media;
use model::{Added, Attachment, AttachmentId, Place, RecordRef};
use place::Cleaned;
use thumbnail::Thumbnail;

/// The largest file that is kept: the ledger goes on a stick as a whole.
pub const LARGEST: u64 = 200 * 1024 * 1024;
/// The largest picture that is looked into; a larger one is kept as it is.
pub const LARGEST_PICTURE: u64 = 64 * 1024 * 1024;
/// The longest name, in characters and in bytes of UTF-8. Linux takes 255 bytes, Windows and macOS 255 units of two
/// bytes; a number before or after it still has room.
const LONGEST_NAME: usize = 80;
const LONGEST_BYTES: usize = 240;

/// A file that is kept and not yet named by a row.
pub struct Kept {
    content: String,
    bytes: u64,
    name: String,
    media: Media,
    place: Place,
    small: Option<Thumbnail>,
}

/// Looks at a file, cleans it and keeps it. `size` is what it says of itself, for the bounds alone.
///
/// Errors: `bad_input` at `file` for an empty or too large one and at `name`; those of the ledger.
pub fn keep(
    files: &Files<'_>,
    mut from: &mut dyn Read,
    (name, size): (&str, u64),
    keep_place: bool,
    look: &mut dyn FnMut(u64) -> bool,
) -> Result<Kept, Problem> {
    let name = checked_name(name)?;
    match size {
        0 => return Err(Problem::input("file", "这个文件是空的，没有添加。请检查是不是选错了文件。")),
        size if size > LARGEST => {
            return Err(Problem::input("file", "这个文件超过200MB，没有添加。请压缩或拆分后再添加。"));
        }
        _ => {}
    }
    let mut head = Vec::with_capacity(media::HEAD);
    Read::take(&mut from, media::HEAD as u64).read_to_end(&mut head).map_err(LedgerError::from)?;
    let media = media::of(&head, &name);
    // One byte more than allowed, so that a file that grows meanwhile is noticed.
    let rest = from.take(LARGEST + 1 - head.len() as u64);
    let mut whole = Cursor::new(head).chain(rest);
    let picture = media.kind.starts_with("image/");
    let (kept, place, small) = if picture && size <= LARGEST_PICTURE {
        let mut bytes = Vec::new();
        whole.take(LARGEST_PICTURE).read_to_end(&mut bytes).map_err(LedgerError::from)?;
        let (bytes, place) = match place::clean(media.kind, &bytes) {
            Cleaned::Nothing => (bytes, Place::None),
            Cleaned::Removed(clean) if !keep_place => (clean, Place::Removed),
            Cleaned::Removed(_) | Cleaned::Stuck => (bytes, Place::Kept),
        };
        let kept = files.put(&mut Cursor::new(&bytes), look)?;
        (kept, place, thumbnail::make(&bytes))
    } else {
        // A video may say where it was taken as a photo does; it is kept as it is, unread.
        let place = if picture || is_video(media) { Place::Kept } else { Place::None };
        (files.put(&mut whole, look)?, place, None)
    };
    if kept.bytes > LARGEST {
        // Named by no row, it goes with the next sweep.
        return Err(Problem::input("file", "这个文件超过200MB，没有添加。请压缩或拆分后再添加。"));
    }
    Ok(Kept { content: kept.content, bytes: kept.bytes, name, media, place, small })
}

fn is_video(media: Media) -> bool {
    media.kind.starts_with("video/")
}

/// Names a kept file on its record.
///
/// Errors: `not_found` when the record is gone.
pub fn add(tx: &Tx, of: &RecordRef, kept: Kept, by: &str) -> Result<Added, Problem> {
    if !store::stands(tx, of)? {
        return Err(Problem::missing("条记录"));
    }
    let attachment = Attachment {
        id: tx.new_id::<AttachmentId>(),
        of: of.clone(),
        name: kept.name,
        bytes: kept.bytes,
        media: kept.media.kind.to_owned(),
        sort: kept.media.sort.to_owned(),
        place: kept.place,
        added_at: tx.now().to_rfc3339(),
        added_by: by.to_owned(),
        thumbnail: kept.small.is_some(),
        content: kept.content,
    };
    store::insert(tx, &attachment, kept.small.as_ref())?;
    if let Some(small) = &kept.small {
        small::keep_thumbnail(tx, &attachment.content, small)?;
    }
    let notice = match kept.place {
        Place::None => None,
        Place::Removed => Some(
            "照片带着的拍摄信息已经去掉：拍摄地点、可能写着地点的说明文字、相机厂商的记录，有哪样去掉哪样。照片本身没有变。",
        ),
        Place::Kept if is_video(kept.media) => Some(
            "程序没有检查视频里的地点：手机拍的视频可能带有拍摄地点。要对外发送时，请先在手机或者别的软件里去掉位置信息再添加。",
        ),
        Place::Kept => {
            Some("这张图片里可能带有拍摄地点，程序没有去掉；要对外发送时，请先另存为 JPG 再添加。")
        }
    };
    Ok(Added { attachment, notice: notice.map(str::to_owned) })
}

/// Gives a file another name; its end stays when none is typed, and so does a number that was shown masked.
///
/// Errors: `not_found`; `bad_input` at `name`.
pub fn rename(tx: &Tx, id: AttachmentId, typed: &str) -> Result<(), Problem> {
    let standing = store::one(tx, id)?;
    let typed = unmask_within(typed, &standing.name);
    // No name holds a star: what is left of a mask that was changed would take the place of the number.
    if typed.contains('*') {
        let message = "名称里有*号：遮住的号码要么照原样留着，要么整个删掉或者写全，*号不能用在附件名称里。";
        return Err(Problem::input("name", message));
    }
    let mut name = checked_name(&typed)?;
    if let (None, Some((_, end))) = (name.rsplit_once('.'), standing.name.rsplit_once('.')) {
        name = file_name(&format!("{name}.{end}"));
    }
    store::rename(tx, id, &name)
}

/// Puts a file out of sight; undo brings it back.
///
/// Errors: `not_found`.
pub fn remove(tx: &Tx, id: AttachmentId) -> Result<Attachment, Problem> {
    let standing = store::one(tx, id)?;
    store::remove(tx, id)?;
    Ok(standing)
}

/// The files of a record.
pub fn list(connection: &Connection, of: &RecordRef) -> Result<Vec<Attachment>, Problem> {
    store::of_record(connection, of)
}

/// A picture's bytes as the writer of papers reads them: what telephones write as HEIC becomes JPEG, as large as a page needs.
pub fn printable(bytes: Vec<u8>) -> Vec<u8> {
    let heic = media::of(&bytes[..bytes.len().min(media::HEAD)], "").kind == "image/heic";
    match heic.then(|| thumbnail::for_a_page(&bytes)).flatten() {
        Some(page) => page.jpeg,
        None => bytes,
    }
}

/// A name that any file system takes and that is no path.
fn checked_name(typed: &str) -> Result<String, Problem> {
    let name = file_name(typed);
    if name.is_empty() { Err(Problem::input("name", "请给附件起一个名字。")) } else { Ok(name) }
}

/// A text as the name of a file that any file system takes and that is no path; empty when nothing of it can stand in one.
pub fn file_name(typed: &str) -> String {
    let name: String = typed
        .trim()
        .chars()
        .filter(|c| !turns_reading(*c))
        .map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { '_' } else { c })
        .collect();
    let name = beside_devices(name.trim_matches(['.', ' ']));
    if name.chars().count() <= LONGEST_NAME && name.len() <= LONGEST_BYTES {
        return name;
    }
    // Cut in the middle, so that the end, by which systems know a file, stays.
    let (stem, end) = match name.rsplit_once('.').filter(|(_, end)| end.len() <= 8) {
        Some((stem, end)) => (stem, format!(".{end}")),
        None => (name.as_str(), String::new()),
    };
    beside_devices(&cut(stem, &end))
}

/// The name of a folder: `title` cut where both are too long, so that `end` stays.
pub fn folder_name(title: &str, end: &str) -> String {
    cut(&file_name(title), end)
}

/// As much of the beginning of a name as `end` leaves room for, and `end`. No dot and no blank is left between.
fn cut(name: &str, end: &str) -> String {
    let longest = LONGEST_NAME.saturating_sub(end.chars().count());
    let room = LONGEST_BYTES.saturating_sub(end.len());
    let ends = name.char_indices().map(|(at, c)| at + c.len_utf8());
    let to = ends.take(longest).take_while(|to| *to <= room).last().unwrap_or(0);
    format!("{}{end}", name[..to].trim_end_matches(['.', ' ']))
}

/// Windows gives some names to devices, whatever stands after their first dot; an underscore before it makes one a file's.
/// Source: Microsoft, Naming Files, Paths, and Namespaces.
fn beside_devices(name: &str) -> String {
    let first = name.split('.').next().unwrap_or_default().trim_end_matches(' ').to_ascii_uppercase();
    let numbered = |device: &str| {
        first.strip_prefix(device).is_some_and(|rest| {
            rest.chars().count() == 1 && rest.contains(|c: char| c.is_ascii_digit() || "¹²³".contains(c))
        })
    };
    let device = matches!(first.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$");
    if device || numbered("COM") || numbered("LPT") { format!("_{name}") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{checked_name, file_name, folder_name};

    #[test]
    fn a_name_cannot_hide_how_it_ends() {
        assert_eq!(checked_name("照片\u{202E}gnp.exe").unwrap(), "照片gnp.exe");
        assert_eq!(checked_name("\u{2066}\u{200F}签到表\u{2069}\u{200E}.pdf").unwrap(), "签到表.pdf");
        assert!(checked_name("\u{202E}\u{2067}").is_err(), "nothing of it can be seen");
    }

    #[test]
    fn a_folder_keeps_the_end_of_its_name() {
        assert_eq!(folder_name("工资协商: 2026", "归档20261128"), "工资协商_ 2026归档20261128");
        let long = folder_name(&"长".repeat(200), "归档20261128");
        assert_eq!((long.chars().count(), long.ends_with("长归档20261128")), (80, true));
        let cut = folder_name(&format!("{}. 后", "长".repeat(68)), "归档20261128");
        assert!(cut.ends_with("长归档20261128"), "no dot is left where it was cut: {cut}");
    }

    #[test]
    fn a_name_is_no_path_and_keeps_its_end() {
        assert_eq!(checked_name(" ../../etc/passwd ").unwrap(), "_.._etc_passwd");
        assert_eq!(checked_name("C:\\合同.pdf").unwrap(), "C__合同.pdf");
        assert_eq!(checked_name("合同\u{0}.pdf").unwrap(), "合同_.pdf");
        let long = checked_name(&format!("{}.jpeg", "长".repeat(200))).unwrap();
        assert_eq!((long.chars().count(), long.ends_with("长.jpeg")), (80, true));
        let wide = checked_name(&format!("{}.pdf", "𠮷".repeat(80))).unwrap();
        assert_eq!(wide, format!("{}.pdf", "𠮷".repeat(59)), "240 bytes at most");
        let blank = checked_name(&format!("{}{}完", "长".repeat(70), " .".repeat(20))).unwrap();
        assert_eq!(blank, format!("{}.完", "长".repeat(70)), "no blank is left where it was cut");
        for nothing in ["", "  ", "...", " . "] {
            assert_eq!(checked_name(nothing).unwrap_err().field.as_deref(), Some("name"), "{nothing:?}");
        }
    }

    #[test]
    fn no_name_is_a_device_s_on_windows() {
        for (typed, name) in [
            ("CON.txt", "_CON.txt"),
            ("aux.pdf", "_aux.pdf"),
            ("Nul", "_Nul"),
            ("con .tar.gz", "_con .tar.gz"),
            ("com1.docx", "_com1.docx"),
            ("LPT².pdf", "_LPT².pdf"),
            ("prn. . ", "_prn"),
            ("console.txt", "console.txt"),
            ("COM10.txt", "COM10.txt"),
            ("COM.txt", "COM.txt"),
            ("1.con", "1.con"),
        ] {
            assert_eq!(file_name(typed), name);
        }
        let cut = file_name(&format!("con{}完.txt", " ".repeat(90)));
        assert_eq!(cut, "_con.txt", "nor does it become one where it is cut");
        assert_eq!(folder_name("CON", "归档20261128"), "_CON归档20261128");
    }
}
