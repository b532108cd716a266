//! What is taken out of a photo, what stays, and that nothing is claimed that is not so.

mod any_bytes;
mod chunked;
mod gif;
mod heif;
mod samples;
mod tiff;

use super::{Cleaned, clean};

fn removed(cleaned: Cleaned) -> Vec<u8> {
    match cleaned {
        Cleaned::Removed(bytes) => bytes,
        other => panic!("{other:?}"),
    }
}

/// A photo that a real encoder wrote; the place in it is invented.
fn photo(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/photos/");
    std::fs::read(format!("{folder}{name}")).unwrap()
}
