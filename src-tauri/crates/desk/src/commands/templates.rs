//! The union's own templates: the program's handed out as a file, a changed one looked at, printed with the sample, taken,
//! and put out of sight again. What stands against one `paper` says; by which a paper is made, `templates` of the desk.

use std::fs;
use std::path::Path;

use affairs::office::attachments::file_name;
use affairs::office::templates::model::{MadeBy, OwnTemplateId, OwnTemplateText};
use affairs::office::templates::{PAPERS, paper_name, store as work};
use chrono::NaiveDate;
use paper::own::{LONGEST_TEMPLATE, OwnTemplate, TemplateFault, paper_of, taken_out};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::commands::papers_saved::{free, write_whole};
use crate::desk::{Desk, Outcome};
use crate::files::{FileHandle, safe_target};
use crate::open::{Reading, Writing};
use crate::templates::{Shipped, made_by, meta, sum, trouble};

/// A paper whose template may be the union's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TemplatePaper {
    /// The key of its template.
    pub paper: String,
    /// What it is called.
    pub name: String,
    /// Whether a page of the program makes it by now.
    pub made: bool,
    /// The union's own.
    pub own: Option<OwnTemplateLine>,
}

/// A template of the union's own, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OwnTemplateLine {
    /// Which.
    pub id: OwnTemplateId,
    /// What the union calls it: the name of its file.
    pub title: String,
    /// The day it was taken.
    pub taken_on: NaiveDate,
    /// Why the program as it is now cannot use it; it prints by its own then.
    pub trouble: Option<String>,
}

/// A template to be written as a file.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeOutTemplate {
    /// The key of the paper's template.
    pub paper: String,
    /// Whether the union's own is wanted, as it was taken.
    pub own: bool,
    /// Where to.
    pub to: FileHandle,
}

/// A template that was written as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TemplateTakenOut {
    /// Where it stands.
    pub path: String,
    /// The name of the file.
    pub name: String,
}

/// A file to look at.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnTemplateFile {
    /// The file.
    pub file: FileHandle,
}

/// A file to take.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeTemplate {
    /// The file.
    pub file: FileHandle,
    /// What was looked at, so that nothing else is taken.
    pub sha256: String,
}

/// A template of the union's own.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnTemplateRef {
    /// Which.
    pub id: OwnTemplateId,
}

/// A file that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TemplateLooked {
    /// What the paper is called.
    pub name: String,
    /// Whether a page of the program makes it by now.
    pub made: bool,
    /// What the union would call it.
    pub title: String,
    /// SHA-256 of its text.
    pub sha256: String,
    /// What stands against it, a sentence each; it may be taken when nothing does.
    pub faults: Vec<String>,
    /// What it does otherwise than the program's.
    pub change: TemplateChanged,
    /// The union's own that stands for the paper now, and would go out of sight.
    pub replaces: Option<MadeBy>,
}

/// What a template does otherwise than the program's, a phrase each.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TemplateChanged {
    /// Parts that the program's has not.
    pub added: Vec<String>,
    /// Parts of the program's that are left out.
    pub dropped: Vec<String>,
    /// Parts that say something else.
    pub changed: Vec<String>,
    /// Figures of its own, such as the number of copies.
    pub figures: Vec<String>,
    /// Whether parts stand in another order.
    pub moved: bool,
}

/// The papers, with the union's own templates.
pub fn list(desk: &Desk, _: Nothing) -> Result<Outcome<Vec<TemplatePaper>>, Problem> {
    desk.view(|reading| {
        let mut own = work::all(reading.connection)?;
        let mut papers = Vec::with_capacity(PAPERS.len());
        for one in PAPERS {
            let at = own.iter().position(|own| own.paper == one.key);
            let own = at.map(|i| line(desk, own.swap_remove(i))).transpose()?;
            let (paper, name) = (one.key.to_owned(), one.name.to_owned());
            papers.push(TemplatePaper { paper, name, made: one.kind.is_some(), own });
        }
        Ok(Outcome::of(papers))
    })
}

fn line(desk: &Desk, own: OwnTemplateText) -> Result<OwnTemplateLine, Problem> {
    let trouble = trouble(desk, &own)?;
    Ok(OwnTemplateLine { id: own.id, title: own.title, taken_on: own.taken_on, trouble })
}

/// Writes a template where the person chose. A file that stands under that name may be one that they changed: it is never
/// written over, and the new one gets a number.
///
/// Errors: `bad_input` for a paper whose template stays the program's own; `not_found` for an own one that is not there;
/// `unwritable`.
pub fn take_out(desk: &Desk, args: TakeOutTemplate) -> Result<Outcome<TemplateTakenOut>, Problem> {
    let name = paper_name(&args.paper)
        .ok_or_else(|| Problem::input("paper", "没有这种文书，或它的模板不能改；请从列表里选。"))?;
    let to = desk.resolve(&args.to)?;
    let text = desk.view(|reading| {
        if args.own {
            let own = work::of_paper(reading.connection, &args.paper)?;
            return Ok(own.ok_or_else(|| Problem::missing("份本单位模板"))?.text);
        }
        let shipped = Shipped::load(desk, &args.paper)?;
        let head =
            [format!("{name}的模板"), format!("{}从工会案头取出", desk.today().format("%Y年%-m月%-d日"))];
        let sample = shipped.template.fill(&shipped.sample, meta(desk, &reading.open.union.name)).ok();
        Ok(taken_out(&head, &shipped.template, &shipped.sample, sample.as_ref(), &shipped.meanings))
    })?;
    // Notepad of older Windows knows UTF-8 by its mark.
    safe_target(&to)?;
    let to = free(&to)?;
    write_whole(&to, format!("\u{feff}{text}").as_bytes())?;
    let name = to.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Outcome::of(TemplateTakenOut { path: to.display().to_string(), name }))
}

/// What a union calls a template stands in a line of a list, and in sentences.
const LONGEST_TITLE: usize = 60;

/// A file as it was read.
struct Read {
    key: &'static str,
    name: &'static str,
    title: String,
    text: String,
    sha256: String,
}

fn unreadable(message: &str) -> Problem {
    Problem::input("file", message)
}

/// What the union calls a template: the name of its file, which becomes one again when it is taken out.
fn title(path: &Path) -> Result<String, Problem> {
    let named = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = named.strip_suffix(".toml").or_else(|| named.strip_suffix(".TOML")).unwrap_or(&named);
    let title = file_name(stem);
    if title.trim_matches(|c: char| c.is_whitespace() || c == '_').is_empty() {
        return Err(unreadable("这个文件没有名字。请先给文件起个名字，例如“县总格式.toml”，再放入。"));
    }
    let long = stem.trim().chars().count();
    if long > LONGEST_TITLE {
        let message = format!(
            "文件的名字有{long}个字，太长了，最多{LONGEST_TITLE}个字。请把文件改个短的名字，再放入。"
        );
        return Err(unreadable(&message));
    }
    Ok(title)
}

fn read(desk: &Desk, file: &FileHandle) -> Result<Read, Problem> {
    let path = desk.resolve(file)?;
    let gone = |_| unreadable("读不到这个文件，请确认它还在原处，没有被别的程序占用。");
    let long = fs::metadata(&path).map_err(gone)?;
    if !long.is_file() || long.len() > (LONGEST_TEMPLATE as u64) * 2 {
        return Err(unreadable("这个文件太大，不是文书模板。"));
    }
    let text = String::from_utf8(fs::read(&path).map_err(gone)?)
        .map_err(|_| unreadable("这个文件不是 UTF-8 文本。请用记事本打开，另存时编码选“UTF-8”，再放入。"))?;
    let text = text.trim_start_matches('\u{feff}').to_owned();
    let unknown = || {
        unreadable(
            "看不出这是哪一种文书的模板：里面要有 paper = \"…\" 这一行。请先取出程序的模板，在取出的文件上改。",
        )
    };
    let key = paper_of(&text).ok_or_else(unknown)?;
    let paper = PAPERS.iter().find(|paper| paper.key == key).ok_or_else(unknown)?;
    let title = title(&path)?;
    let sha256 = sum(&text);
    Ok(Read { key: paper.key, name: paper.name, title, text, sha256 })
}

/// The first of the faults, for whoever wants one sentence.
fn refused(faults: &[TemplateFault]) -> Problem {
    let first = faults.first().map(ToString::to_string).unwrap_or_default();
    let more =
        if faults.len() > 1 { format!("另外还有{}处。", faults.len() - 1) } else { String::new() };
    unreadable(&format!("这份模板还不能用。{first}{more}"))
}

fn examined(reading: &Reading<'_>, desk: &Desk, read: &Read) -> Result<OwnTemplate, Vec<TemplateFault>> {
    match Shipped::load(desk, read.key) {
        Ok(shipped) => shipped.examine(desk, &reading.open.union.name, &read.text),
        Err(why) => Err(vec![TemplateFault { line: None, block: None, what: why.message }]),
    }
}

/// Looks at a file: what stands against it, what it does otherwise than the program's.
///
/// Errors: `bad_input` at `file` for one that is no template at all.
pub fn look(desk: &Desk, args: OwnTemplateFile) -> Result<Outcome<TemplateLooked>, Problem> {
    let read = read(desk, &args.file)?;
    desk.view(|reading| {
        let own = examined(reading, desk, &read);
        let faults = own.as_ref().err().map(|all| all.iter().map(ToString::to_string).collect());
        let change = own.ok().map(|own| TemplateChanged {
            added: own.change.added,
            dropped: own.change.dropped,
            changed: own.change.changed,
            figures: own.change.defaults,
            moved: own.change.moved,
        });
        let replaces = work::of_paper(reading.connection, read.key)?;
        Ok(Outcome::of(TemplateLooked {
            name: read.name.to_owned(),
            made: PAPERS.iter().any(|one| one.key == read.key && one.kind.is_some()),
            title: read.title.clone(),
            sha256: read.sha256.clone(),
            faults: faults.unwrap_or_default(),
            change: change.unwrap_or_default(),
            replaces: replaces.as_ref().map(made_by),
        }))
    })
}

/// The sample as a file would print it.
///
/// Errors: `bad_input` at `file` with the first of what stands against it.
pub fn sample(reading: &Reading<'_>, desk: &Desk, args: OwnTemplateFile) -> Result<Vec<u8>, Problem> {
    let read = read(desk, &args.file)?;
    let own = examined(reading, desk, &read).map_err(|faults| refused(&faults))?;
    Ok(paper::render(&own.sample, &desk.faces())?.pdf)
}

/// Takes the template that was looked at: papers of its kind are made by it from now on.
///
/// Errors: those of [`sample`]; `changed` for a file that was altered since.
pub fn take(writing: &Writing<'_, '_>, desk: &Desk, args: TakeTemplate) -> Result<OwnTemplateId, Problem> {
    let read = read(desk, &args.file)?;
    if read.sha256 != args.sha256 {
        return Err(Problem::new("changed", "文件在查看之后被改动过，请重新查看再放入。").at("file"));
    }
    examined(&writing.reading(), desk, &read).map_err(|faults| refused(&faults))?;
    let base = Shipped::load(desk, read.key)?.base;
    work::take(writing.tx, read.key, &read.title, &read.text, &base)
}

/// Puts a template out of sight; papers are made by the program's again.
pub fn drop(writing: &Writing<'_, '_>, _: &Desk, which: OwnTemplateRef) -> Result<Done, Problem> {
    work::drop(writing.tx, which.id).map(|()| Done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_called_by_a_name_that_can_be_a_file_again() {
        let named = |name: &str| title(Path::new(name)).map_err(|why| why.message);
        assert_eq!(named("/tmp/县总格式.toml").unwrap(), "县总格式");
        assert_eq!(named("县总 2026.1 格式.toml").unwrap(), "县总 2026.1 格式", "a dot within is no end");
        assert_eq!(named("县总:格式?.toml").unwrap(), "县总_格式_");
        assert_eq!(named("格式\u{202e}lmot.toml").unwrap(), "格式lmot", "nothing turns how it is read");
        for blank in [".toml", "   .toml", "\u{3000}.toml", "...toml", "???.toml", "\u{200e}.toml"] {
            assert!(named(blank).unwrap_err().contains("没有名字"), "{blank:?}");
        }
        assert_eq!(
            named(&format!("{}.toml", "长".repeat(LONGEST_TITLE))).unwrap().chars().count(),
            LONGEST_TITLE
        );
        let long = named(&format!("{}.toml", "长".repeat(LONGEST_TITLE + 1))).unwrap_err();
        assert!(long.contains("有61个字") && long.contains("最多60个字"), "{long}");
    }
}
