//! Two programs on one ledger: by the bus the second finds the first and ends; with a bus or without, whoever asks for a
//! ledger that is open is told who holds it.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::harness::{program, tell};
use crate::logind::{Bus, PATIENCE};
use crate::whole;

/// The folder of the only ledger under a home.
fn ledger(home: &Path) -> PathBuf {
    let mut folders = vec![home.to_owned()];
    while let Some(folder) = folders.pop() {
        if folder.join("ledger.db").is_file() {
            return folder;
        }
        let inside = std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path());
        folders.extend(inside.filter(|path| path.is_dir()));
    }
    panic!("a ledger stands under the home");
}

/// Whether a program ends by itself within this time.
fn ends(mut child: Child, within: Duration) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < within {
        if child.try_wait().expect("a child can be asked").is_some() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    let group = format!("-{}", child.id());
    let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
    let _ = child.wait();
    false
}

#[tokio::test]
async fn a_second_program_finds_the_first_or_is_told_who_holds_the_ledger() {
    let Some(bus) = Bus::start("a_second_program_finds_the_first_or_is_told_who_holds_the_ledger") else {
        return;
    };
    let folder = tempfile::tempdir().expect("a folder for the recovery sheet");
    let pick = folder.path().join("恢复单.pdf").display().to_string();
    let address = bus.address.clone();
    let env = [("DBUS_SESSION_BUS_ADDRESS", &*bus.address), ("GONGHUI_E2E_PICK", &*pick)];
    tell("two", &env, |window| async move {
        whole::found(&window).await;
        let ledger = ledger(window.home());
        let held = std::fs::read_to_string(ledger.join("lock")).expect("the lock names its holder");
        let mut second = window.beside(&program());
        second.env("DBUS_SESSION_BUS_ADDRESS", &address).stdout(Stdio::null()).stderr(Stdio::null());
        assert!(
            ends(second.spawn().expect("it starts"), PATIENCE),
            "by the bus the second finds the first and ends"
        );
        window.read("刘春梅（主席）").await;

        for bus in [None, Some(&address)] {
            let mut other = window.beside(&program().with_file_name("gonghui"));
            other.arg("--ledger").arg(&ledger).args(["call", "negotiation.list"]);
            other.env("GONGHUI_PASSPHRASE", whole::PASSPHRASE);
            if let Some(bus) = bus {
                other.env("DBUS_SESSION_BUS_ADDRESS", bus);
            }
            let answer = other.output().expect("it runs");
            let said = String::from_utf8_lossy(&answer.stderr).into_owned();
            assert!(!answer.status.success() && said.contains("ledger.inUse"), "{said}");
            assert!(
                held.split_whitespace().any(|word| said.contains(word)),
                "{said} names the holder: {held}"
            );
        }
        let alone = window.beside(&program()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        assert!(
            !ends(alone.expect("it starts"), Duration::from_secs(3)),
            "without a bus it cannot know of the first and stays, to be refused the ledger"
        );
        window.press("会员").await;
        window.read("花名册里还没有人").await;
    })
    .await;
}
