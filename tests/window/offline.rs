//! The same stories where there is no network at all: a namespace with nothing but the loopback the driver
//! talks over. A machine that does not allow such a namespace is reported as denied, never as passed.

use std::io::Write;
use std::process::Command;

/// Brings the loopback up, then becomes the program given.
const UP: &str = "ip link set lo up && exec \"$@\"";

#[test]
fn the_stories_need_no_network() {
    let allowed = Command::new("unshare").args(["-rn", "sh", "-c", UP, "sh", "true"]).output();
    if !allowed.is_ok_and(|it| it.status.success()) {
        // Past the test runner's capture, on a line of its own that the tally counts.
        let _ = writeln!(
            std::io::stderr(),
            "denied: the_stories_need_no_network (this machine allows no unshare -rn)"
        );
        return;
    }
    let out = Command::new("unshare")
        .args(["-rn", "sh", "-c", UP, "sh"])
        .arg(std::env::current_exe().expect("this test's own path"))
        .args(["--skip", "the_stories_need_no_network", "--test-threads", "1"])
        .output()
        .expect("unshare");
    let said = String::from_utf8_lossy(&out.stdout);
    assert!(out.status.success(), "without a network:\n{said}\n{}", String::from_utf8_lossy(&out.stderr));
    assert!(said.contains("test result: ok.") && !said.contains(" 0 passed"), "stories were told: {said}");
}
