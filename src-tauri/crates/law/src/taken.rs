//! A pack from a file that takes the place of the one the program brings: what it adds, changes and drops, and who signed
//! it. A pack whose own examples fail is refused. Which dates move by it is told above, where duties are known.

use chrono::NaiveDate;
use minisign_verify::{Error, PublicKey, Signature};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::book::{LawBook, version_of};
use crate::error::LawError;
use crate::pack::SourceFile;
use crate::rule::{Layer, Rule};

/// Who signed a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum SignedBy {
    /// Nobody.
    Nobody,
    /// Somebody whose key is not trusted here, so that nothing is proved.
    Unknown,
    /// A publisher whose key is trusted here.
    Publisher {
        /// As the list of publishers names them.
        name: String,
    },
}

/// A publisher and the minisign key that is trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publisher {
    /// 某某总工会.
    pub name: String,
    /// The public key, one line of base64.
    pub key: String,
}

/// Whether a text is a minisign public key.
pub fn is_public_key(text: &str) -> bool {
    PublicKey::from_base64(text.trim()).is_ok()
}

/// Who signed these bytes, by the text of their `.minisig`. Errors: in Chinese, for a signature that cannot be read or
/// that a trusted key made for other bytes.
pub fn signed_by(bytes: &[u8], signature: Option<&str>, trusted: &[Publisher]) -> Result<SignedBy, String> {
    let Some(signature) = signature else { return Ok(SignedBy::Nobody) };
    let signature = Signature::decode(signature.trim_end())
        .map_err(|_| "签名文件（.minisig）读不出来，可能没有下载完整，请重新取得。".to_owned())?;
    for publisher in trusted {
        let Ok(key) = PublicKey::from_base64(publisher.key.trim()) else { continue };
        match key.verify(bytes, &signature, false) {
            Ok(()) => return Ok(SignedBy::Publisher { name: publisher.name.clone() }),
            Err(Error::UnexpectedKeyId) => {}
            Err(_) => {
                return Err(format!(
                    "文件和{}的签名对不上，可能被改动过，不能采用；请重新取得文件。",
                    publisher.name
                ));
            }
        }
    }
    Ok(SignedBy::Unknown)
}

/// What a pack does to the rules of its file, each rule by its title and article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct PackChange {
    /// Rules that were not there.
    pub added: Vec<String>,
    /// Rules that say something else.
    pub changed: Vec<String>,
    /// Rules that are gone.
    pub dropped: Vec<String>,
    /// Where the file was last checked against the law before the one it would replace.
    pub older: Option<Older>,
}

/// A file that is older than what it would replace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Older {
    /// The latest day one of its rules was checked.
    pub checked: NaiveDate,
    /// The same of the rules that hold now.
    pub now: NaiveDate,
}

fn named(rule: &Rule) -> String {
    format!("{}（《{}》{}）", rule.title, rule.instrument, rule.article)
}

impl LawBook {
    /// A new book in which a pack takes the place of the one of the same file name, or comes anew.
    ///
    /// Errors: what the reader refuses; a rule that fails its own examples; an own-contract pack, which is written by
    /// form.
    pub fn with_taken(&self, name: &str, text: &str) -> Result<(Self, PackChange), LawError> {
        let mut book = self.clone();
        let old = book.forget(name);
        let file = SourceFile { name: name.to_owned(), text: text.to_owned() };
        book.add_pack(&file)?;
        let fresh: Vec<&Rule> = book.of_file(name);
        let bad = |rule: &Rule, reason: &str| LawError::BadRule {
            file: name.to_owned(),
            id: rule.id.clone(),
            reason: reason.to_owned(),
        };
        if let Some(own) = fresh.iter().find(|rule| rule.layer == Layer::Own) {
            return Err(bad(own, "本单位约定请在法规页上录入，不从文件读入"));
        }
        let failing = book
            .run_cases()
            .into_iter()
            .find(|one| one.fault.is_some() && fresh.iter().any(|rule| rule.id == one.rule));
        if let Some(rule) = failing.and_then(|one| fresh.iter().find(|rule| rule.id == one.rule).copied()) {
            return Err(bad(rule, "规则和它自带的例子不符"));
        }
        let said = |rule: &Rule| format!("{rule:?}");
        let mut change = PackChange::default();
        for rule in &fresh {
            match old.iter().find(|was| was.id == rule.id) {
                None => change.added.push(named(rule)),
                Some(was) if said(was) != said(rule) => change.changed.push(named(rule)),
                Some(_) => {}
            }
        }
        let gone = old.iter().filter(|was| !fresh.iter().any(|rule| rule.id == was.id));
        change.dropped = gone.map(named).collect();
        let latest = |rules: &mut dyn Iterator<Item = &Rule>| rules.map(|rule| rule.verified_on).max();
        change.older = latest(&mut fresh.iter().copied())
            .zip(latest(&mut old.iter()))
            .filter(|(checked, now)| checked < now)
            .map(|(checked, now)| Older { checked, now });
        book.version = version_of([self.version.as_str(), name, text]);
        Ok((book, change))
    }
}
