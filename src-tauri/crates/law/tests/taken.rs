//! A newer pack from a file: what it does to the rules, and who signed it.

use std::io::Cursor;

use law::{Publisher, SignedBy, is_public_key, signed_by};
use minisign::KeyPair;

use crate::{assets, book};

const FILE: &str = "national-counting.toml";

fn text() -> String {
    std::fs::read_to_string(assets().join("law").join(FILE)).unwrap()
}

#[test]
fn a_newer_pack_takes_the_place_of_its_file() {
    let (same, change) = book().with_taken(FILE, &text()).unwrap();
    assert_eq!(change, law::PackChange::default(), "the same text changes nothing");
    assert_eq!(same.rules().count(), book().rules().count());
    assert_ne!(same.version(), book().version(), "a verdict must tell that a taken pack was asked");

    let rule = book().rules().find(|rule| text().contains(&format!("id = \"{}\"", rule.id))).unwrap();
    let newer = text().replace(&rule.title, "换了说法的规定");
    let (book, change) = book().with_taken(FILE, &newer).unwrap();
    assert_eq!((change.added.len(), change.changed.len(), change.dropped.len()), (0, 1, 0), "{change:?}");
    assert!(change.changed[0].starts_with("换了说法的规定（《"), "{change:?}");
    assert_eq!(book.rule(&rule.id).unwrap().title, "换了说法的规定");

    let (_, change) = crate::book().with_taken("national-new.toml", &newer_ids(&text())).unwrap();
    assert!(change.dropped.is_empty() && !change.added.is_empty(), "another file comes beside: {change:?}");
    assert!(crate::book().with_taken("national-new.toml", &text()).is_err(), "its ids are taken");
}

/// The same rules under ids of their own.
fn newer_ids(text: &str) -> String {
    text.lines()
        .map(|line| match line.strip_prefix("id = \"") {
            Some(rest) => format!("id = \"NEW-{rest}\n"),
            None => format!("{line}\n"),
        })
        .collect()
}

#[test]
fn a_pack_that_fails_its_own_examples_is_refused() {
    let name = "36-jiangxi-talks.toml";
    let text = std::fs::read_to_string(assets().join("law").join(name)).unwrap();
    assert!(book().with_taken(name, &text).is_ok());
    let wrong = text.replace(r#"expect = "2026-10-26""#, r#"expect = "2026-10-27""#);
    let refused = book().with_taken(name, &wrong).unwrap_err().to_string();
    assert!(refused.contains("例子不符") && refused.contains(name), "{refused}");
    assert!(book().with_taken(FILE, "不是法规").is_err());
}

#[test]
fn a_signature_names_its_publisher_or_proves_nothing() {
    let text = text();
    let (ours, other) =
        (KeyPair::generate_unencrypted_keypair().unwrap(), KeyPair::generate_unencrypted_keypair().unwrap());
    let sign = |pair: &KeyPair, text: &str| {
        minisign::sign(Some(&pair.pk), &pair.sk, Cursor::new(text), None, None).unwrap().into_string()
    };
    let publisher = Publisher { name: "某省总工会".to_owned(), key: ours.pk.to_base64() };
    assert!(is_public_key(&publisher.key) && !is_public_key("不是公钥"));
    let trusted = [publisher];
    let by = |text: &str, signature: Option<&str>| signed_by(text.as_bytes(), signature, &trusted);
    assert_eq!(by(&text, None), Ok(SignedBy::Nobody));
    assert_eq!(
        by(&text, Some(&sign(&ours, &text))),
        Ok(SignedBy::Publisher { name: "某省总工会".to_owned() })
    );
    assert_eq!(by(&text, Some(&sign(&other, &text))), Ok(SignedBy::Unknown));
    let forged = by(&format!("{text} "), Some(&sign(&ours, &text))).unwrap_err();
    assert!(forged.contains("某省总工会的签名对不上"), "{forged}");
    assert!(by(&text, Some("乱写")).unwrap_err().contains("读不出来"));
}
