//! What all tests share: the assets folder, sample contexts, a fixed moment, and the judge programs. A judge that is not
//! installed fails the test with a sentence; nothing passes silently.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use paper::{Column, Document, Faces, Meta, Rendered, Template};

/// Keys of all templates.
pub const TEMPLATES: [&str; 97] = [
    "negotiation/minutes",
    "negotiation/offer",
    "negotiation/reply",
    "negotiation/representatives",
    "negotiation/opinion-sheet",
    "negotiation/topic-list",
    "negotiation/chief-mandate",
    "negotiation/adviser-mandate",
    "negotiation/election-record",
    "negotiation/election-notice",
    "negotiation/information-list",
    "negotiation/confidentiality",
    "negotiation/meeting-notice",
    "negotiation/plan",
    "negotiation/wage-contract",
    "negotiation/special-contract",
    "negotiation/pay-levels",
    "congress/ballot",
    "congress/count",
    "congress/resolution",
    "congress/delegates",
    "congress/motion",
    "congress/notice",
    "negotiation/filing-form",
    "negotiation/filing-statement",
    "negotiation/publication",
    "negotiation/performance-check",
    "negotiation/performance-report",
    "negotiation/amendment",
    "negotiation/demand",
    "negotiation/refusal-report",
    "negotiation/suspension",
    "negotiation/coordination",
    "ledger/recovery-sheet",
    "today/duties",
    "members/dossier",
    "members/own-data",
    "members/statistics",
    "members/application",
    "members/registration",
    "members/card-roll",
    "members/transfer",
    "members/transfer-receipt",
    "members/retention",
    "members/withdrawal",
    "members/expulsion",
    "members/expulsion-report",
    "members/dues-receipt",
    "members/dues-sheet",
    "union/fee-demand",
    "union/election-request",
    "union/election-notice",
    "union/election-ballot",
    "union/election-count",
    "union/election-report",
    "union/leaving-audit",
    "union/members-minutes",
    "union/members-delegates",
    "union/hand-over",
    "union/faces",
    "report/year",
    "office/receipt",
    "office/committee-minutes",
    "office/letter",
    "office/archive",
    "office/archive-notes",
    "letters/inquiry",
    "letters/refusal",
    "letters/reminder",
    "letters/opinion",
    "letters/request",
    "letters/closing",
    "letters/appeals",
    "letters/dismissal",
    "letters/mediation-application",
    "letters/mediation-acceptance",
    "letters/mediation-agreement",
    "letters/mediation-closing",
    "platform/minutes",
    "platform/referral",
    "platform/help",
    "leave/schedule",
    "leave/waiver",
    "leave/payment",
    "recuperation/notice",
    "recuperation/list",
    "hardship/sheet",
    "hardship/aids",
    "safety/sheet",
    "safety/proposal",
    "safety/evacuation",
    "safety/visit",
    "safety/ledger",
    "safety/notice",
    "safety/report",
    "reform/year",
    "pay/figures",
];

pub fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")
}

pub fn faces() -> &'static Faces {
    static FACES: OnceLock<Faces> = OnceLock::new();
    FACES.get_or_init(|| Faces::load(&assets()).expect("the faces load"))
}

pub fn meta() -> Meta {
    Meta {
        author: "江西云岭机械有限公司工会委员会".into(),
        created: chrono::DateTime::parse_from_rfc3339("2026-03-05T17:00:00+08:00").unwrap(),
        id_seed: "sample".into(),
    }
}

pub fn sample(key: &str) -> serde_json::Value {
    let path = assets().join(format!("papers/{key}.sample.json"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

pub fn filled(key: &str, context: &serde_json::Value) -> Document {
    Template::load(&assets(), key).unwrap().fill(context, meta()).unwrap_or_else(|e| panic!("{key}: {e}"))
}

pub fn rendered(doc: &Document) -> Rendered {
    paper::render(doc, faces()).unwrap_or_else(|e| panic!("{}: {e}", doc.title))
}

/// Runs a judge and gives its standard output; its absence or refusal fails the test.
pub fn judge(program: &str, args: &[&str]) -> String {
    let out = Command::new(program).args(args).output().unwrap_or_else(|e| {
        panic!("the judge `{program}` cannot be run ({e}); install it: `make test` does, or see the README")
    });
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    assert!(
        out.status.success(),
        "{program} {args:?} refused: {text}{}",
        String::from_utf8_lossy(&out.stderr)
    );
    text
}

/// The heads of a table as they are read: an upper one stands over all of its columns, before theirs.
pub fn heads(columns: &[Column]) -> Vec<String> {
    let upper = |(i, c): (usize, &Column)| {
        let again = i > 0 && columns[i - 1].over == c.over;
        (!c.over.is_empty() && !again).then(|| c.over.clone()).or((c.over.is_empty()).then(|| c.head.clone()))
    };
    let lower = columns.iter().filter(|c| !c.over.is_empty()).map(|c| c.head.clone());
    columns.iter().enumerate().filter_map(upper).chain(lower).collect()
}

/// Text without any white space.
pub fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A page's text as poppler reads it, without white space and without the page number, which is read last.
pub fn unnumbered(page: &str) -> String {
    let text = bare(page);
    let number = text.strip_suffix('—').map(|t| t.trim_end_matches(|c: char| c.is_ascii_digit()));
    number.and_then(|t| t.strip_suffix('—')).map_or(text.clone(), str::to_owned)
}

/// Everything a document's pages show, without white space and page numbers.
pub fn shown(doc: &Document) -> Result<String, paper::PaperError> {
    let pages = paper::layout(doc, faces())?;
    Ok(pages.iter().flat_map(|p| &p.runs).map(|run| bare(&run.text())).collect())
}
