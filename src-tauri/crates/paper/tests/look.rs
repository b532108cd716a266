//! Writes the samples for people to look at; judges nothing.

use crate::support::*;

#[test]
#[ignore = "writes every sample paper into the folder PAPER_OUT, for people to look at"]
fn write_samples() {
    let folder = std::path::PathBuf::from(std::env::var("PAPER_OUT").expect("PAPER_OUT names a folder"));
    for key in TEMPLATES {
        let made = rendered(&filled(key, &sample(key)));
        std::fs::write(folder.join(format!("{}.pdf", key.replace('/', "-"))), &made.pdf).unwrap();
    }
}
