//! The sum over `keys.json`: a damaged file is told from a wrong passphrase, which looks the same to a cipher. It
//! guards against decay, not against people: whoever can write the file can write its sum.

use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Where it stands in the file.
const NAME: &str = "sum";

/// The sum over everything that the file says, the order of its fields and its white space apart.
pub(super) fn of(file: &Value) -> String {
    let mut text = String::new();
    canonical(file, &mut text);
    hex::encode(Sha256::new_with_prefix(b"gonghui keys sum\n").chain_update(text).finalize())
}

/// Takes the sum out of a file that was read. Whether it holds: a file of an earlier release has none.
pub(super) fn holds(file: &mut Value) -> bool {
    let told = file.as_object_mut().and_then(|file| file.remove(NAME));
    told.is_none_or(|told| told.as_str() == Some(&of(file)))
}

/// One text for one content: fields by name, whichever order a build of the program keeps them in.
fn canonical(value: &Value, text: &mut String) {
    match value {
        Value::Object(fields) => {
            text.push('{');
            for (name, value) in fields.iter().collect::<BTreeMap<_, _>>() {
                text.push_str(&Value::from(name.as_str()).to_string());
                text.push(':');
                canonical(value, text);
                text.push(',');
            }
            text.push('}');
        }
        Value::Array(all) => {
            text.push('[');
            for one in all {
                canonical(one, text);
                text.push(',');
            }
            text.push(']');
        }
        plain => text.push_str(&plain.to_string()),
    }
}
