//! A private bus and a small logind on it: sleep waits until the ledger is locked, and no longer.

use std::sync::mpsc::channel;

use super::*;
use logind::{Bus, Logind, PATIENCE, SESSION as OURS};

#[path = "../../../tests/window/logind.rs"]
mod logind;

const ANOTHER: &str = "/org/freedesktop/login1/session/_38";

#[test]
fn the_machine_sleeps_after_the_ledger_is_locked() {
    let Some(bus) = Bus::start("the_machine_sleeps_after_the_ledger_is_locked") else { return };
    let logind = Logind::on(&bus);
    let (begins, locks) = channel();
    let (finish, finishes) = channel::<()>();
    let ours = bus.join().build().unwrap();
    std::thread::spawn(move || {
        hear(&ours, || {
            begins.send(()).unwrap();
            let _ = finishes.recv();
        })
    });
    let first = logind.delays.recv_timeout(PATIENCE).expect("a delay is asked for at the start");
    assert_eq!(first.of, ("sleep".to_owned(), "delay".to_owned()));
    assert!(first.is_held());
    logind.say_sleep(true);
    locks.recv_timeout(PATIENCE).expect("the ledger is locked before sleep");
    assert!(first.is_held(), "sleep waits while the ledger is being locked");
    finish.send(()).unwrap();
    first.until_given_back();

    logind.say_sleep(false);
    let second = logind.delays.recv_timeout(PATIENCE).expect("the next sleep waits too");
    // A screen locked in another session is none of ours; the signals come in the order they were sent.
    logind.say(ANOTHER, SESSION, "Lock", &());
    logind.say(OURS, SESSION, "Unlock", &());
    logind.say(OURS, SESSION, "Lock", &());
    locks.recv_timeout(PATIENCE).expect("the ledger is locked with the screen");
    finish.send(()).unwrap();
    let properties = "org.freedesktop.DBus.Properties";
    for locked in [false, true] {
        let changed = HashMap::from([("LockedHint", zbus::zvariant::Value::from(locked))]);
        logind.say(OURS, properties, "PropertiesChanged", &(SESSION, changed, Vec::<String>::new()));
    }
    locks.recv_timeout(PATIENCE).expect("a desktop that locks by itself says so in a property");
    finish.send(()).unwrap();
    logind.say_sleep(true);
    locks.recv_timeout(PATIENCE).expect("and before the next sleep");
    assert!(second.is_held(), "a locked screen gives nothing back");
    finish.send(()).unwrap();
    second.until_given_back();
    assert!(locks.try_recv().is_err(), "nothing else locks");
}

#[test]
fn without_logind_it_ends_in_silence() {
    let Some(bus) = Bus::start("without_logind_it_ends_in_silence") else { return };
    let ours = bus.join().build().unwrap();
    assert!(hear(&ours, || panic!("nothing was said")).is_err());
}
