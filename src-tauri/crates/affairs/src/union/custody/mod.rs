//! What the committee keeps (保管物): seals, accounts, certificates, archives and keys, with whoever holds
//! them, so that a hand-over (换届移交) forgets none. Money in the accounts is not kept here.

mod model;
mod store;

pub use model::{CustodyId, CustodyInput, CustodyItem, CustodyKind};
pub use store::{list, remove};

use ledger::Tx;

use crate::Problem;

/// Keeps a thing, new or changed.
///
/// Errors: `bad_input` at its field, for a password that is told as well; `not_found`.
pub fn save(tx: &Tx, input: &CustodyInput) -> Result<CustodyId, Problem> {
    if input.name.trim().is_empty() {
        return Err(Problem::input("name", "请写明保管物的名称，例如“工会公章”。"));
    }
    if input.holder.trim().is_empty() {
        return Err(Problem::input("holder", "请写明现在由谁保管。"));
    }
    for (field, text) in
        [("name", Some(&input.name)), ("number", input.number.as_ref()), ("note", input.note.as_ref())]
    {
        if text.is_some_and(|text| tells_a_password(text)) {
            let message = "这里不要写密码：账本会打印成清册，看到清册的人就看到了密码。请当面告知接手的人，或另行封存。";
            return Err(Problem::input(field, message));
        }
    }
    match input.id {
        Some(id) => store::update(tx, id, input).map(|()| id),
        None => {
            let id = tx.new_id::<CustodyId>();
            store::insert(tx, id, input).map(|()| id)
        }
    }
}

/// Whether a text tells a password itself (密码：abc123), and not only where it is (密码由郑琳当面交).
fn tells_a_password(text: &str) -> bool {
    let lead = |c: char| c.is_whitespace() || "：:是为=＝“\"（(".contains(c);
    ["密码", "口令", "PIN码"].iter().any(|word| {
        text.match_indices(word).any(|(at, word)| {
            let told = text[at + word.len()..].trim_start_matches(lead);
            told.starts_with(|c: char| c.is_ascii_graphic() && !",.;)".contains(c))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::tells_a_password;

    #[test]
    fn a_password_is_told_apart_from_where_it_is() {
        for told in ["密码：Abc123", "登录口令 8866", "网银密码是“778899”", "密码=x"] {
            assert!(tells_a_password(told), "{told}");
        }
        for fit in [
            "密码由郑琳当面交",
            "密码封存在保险柜",
            "口令：本人知道",
            "编号 8866",
            "密码。",
            "改过密码，已告知",
        ] {
            assert!(!tells_a_password(fit), "{fit}");
        }
    }
}
