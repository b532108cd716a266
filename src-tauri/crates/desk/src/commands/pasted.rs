//! A table that somebody chose as a file or pasted, as cells. What is read out of it is its module's.

use affairs::members::sources::Source;

use crate::Problem;
use crate::desk::Desk;
use crate::files::FileHandle;
use crate::progress::Progress;

/// A file that somebody chose, or what they pasted, as cells; and what it is called.
///
/// Errors: `bad_input` with neither or both; what `sheet` says of the bytes.
pub(crate) fn book(
    desk: &Desk,
    file: Option<&FileHandle>,
    pasted: Option<&str>,
    progress: &dyn Progress,
) -> Result<(Source, sheet::Book), Problem> {
    let mut watch = |done, total| {
        progress.report(done, total, "读取文件");
        !progress.cancelled()
    };
    let (name, read) = match (file, pasted) {
        (Some(file), None) => {
            let path = desk.resolve(file)?;
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            (name, sheet::read(&path, &mut watch))
        }
        (None, Some(text)) => {
            let book = pasted_cells(text, &mut watch)?;
            return Ok((
                Source { name: "粘贴的表格".to_owned(), sha256: book.sha256.clone(), pasted: true },
                book,
            ));
        }
        _ => return Err(Problem::input("file", "请选择一个文件，或者粘贴一片表格，两样填一样。")),
    };
    let book = read.map_err(|why| Problem::from(why).at("file"))?;
    Ok((Source { name, sha256: book.sha256.clone(), pasted: false }, book))
}

/// Cells that were pasted.
///
/// Errors: `bad_input` of a paste that holds nothing; what `sheet` says of the text.
pub(crate) fn pasted_cells(
    text: &str,
    watch: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<sheet::Book, Problem> {
    if text.trim().is_empty() {
        let message = "没有粘贴到内容：请在 Excel、WPS 里选中要用的格子（连同列名）复制，再粘贴一次。";
        return Err(Problem::input("pasted", message));
    }
    sheet::read_bytes(text.as_bytes(), "粘贴", watch).map_err(|why| Problem::from(why).at("pasted"))
}
