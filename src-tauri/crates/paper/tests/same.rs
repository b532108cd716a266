//! The same document gives the same bytes: twice in one process, in two processes, and whatever was made before it.

use std::process::Command;

use crate::support::*;

#[test]
fn twice_in_one_process() {
    for key in TEMPLATES {
        let doc = filled(key, &sample(key));
        let (a, b) = (rendered(&doc), rendered(&doc));
        assert!(a.pdf == b.pdf && a.sha256 == b.sha256, "{key} differs the second time");
    }
}

#[test]
fn in_two_processes() {
    let folder = tempfile::tempdir().unwrap();
    let made = ["a", "b"].map(|name| {
        let file = folder.path().join(name);
        let out = Command::new(std::env::current_exe().unwrap())
            .args(["same::writes_for_another_process", "--exact", "--ignored"])
            .env("PAPER_OUT", &file)
            .output()
            .unwrap();
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stdout));
        std::fs::read(file).unwrap()
    });
    assert!(made[0] == made[1], "two processes give two files");
    let key = "negotiation/minutes";
    assert!(
        rendered(&filled(key, &sample(key))).pdf == made[0],
        "a third, having made other papers, differs"
    );
}

/// Not a test by itself: the other process of `in_two_processes`.
#[test]
#[ignore = "run by in_two_processes"]
fn writes_for_another_process() {
    let key = "negotiation/minutes";
    std::fs::write(std::env::var("PAPER_OUT").unwrap(), rendered(&filled(key, &sample(key))).pdf).unwrap();
}

#[test]
fn another_id_or_moment_gives_another_file() {
    let key = "negotiation/reply";
    let doc = filled(key, &sample(key));
    let mut other = doc.clone();
    other.id_seed.push('x');
    assert_ne!(rendered(&doc).sha256, rendered(&other).sha256);
}
