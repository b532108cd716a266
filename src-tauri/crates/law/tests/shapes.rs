//! What crosses to the window: JSON that comes back, TypeScript without `bigint`.

use law::{Deadline, Place, Quantity, RulingView, Standing, Window};
use ts_rs::{Config, TS};

use crate::{book, day};

#[test]
fn the_typescript_of_every_crossing_type_has_no_bigint() {
    let config = Config::default();
    let shapes = [
        Deadline::decl(&config),
        Window::decl(&config),
        RulingView::decl(&config),
        Quantity::decl(&config),
        law::Explanation::decl(&config),
        law::Run::decl(&config),
        Standing::decl(&config),
        law::Amount::decl(&config),
        law::Rule::decl(&config),
        Place::decl(&config),
        law::Pack::decl(&config),
    ];
    for shape in shapes {
        assert!(!shape.contains("bigint"), "JSON has no bigint: {shape}");
        assert!(!shape.contains("NaiveDate"), "dates cross as strings: {shape}");
    }
}

#[test]
fn a_deadline_comes_back_from_json_unchanged() {
    let deadline = book().deadline("negotiation.reply", &Place::province("36"), day("2026-01-28")).unwrap();
    let text = serde_json::to_string(&deadline).unwrap();
    assert!(text.contains("\"due\":\"2026-02-20\""), "ISO dates: {text}");
    assert_eq!(serde_json::from_str::<Deadline>(&text).unwrap(), deadline);
}
