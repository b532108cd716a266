//! Attachments.

/// Whether a file name is the content id of an attachment: 64 hex digits.
pub(crate) fn is_content(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}
