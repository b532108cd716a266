//! A private bus and a small logind on it: sleep waits until the ledger is locked, and no longer.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::os::unix::net::UnixStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{channel, Receiver, Sender};
use std::time::{Duration, Instant};

use zbus::blocking::connection::Builder;
use zbus::fdo;

use super::*;

const PATIENCE: Duration = Duration::from_secs(30);
const OURS: &str = "/org/freedesktop/login1/session/_37";
const ANOTHER: &str = "/org/freedesktop/login1/session/_38";

/// A bus that ends with the test.
struct Bus {
    daemon: Child,
    address: String,
    _folder: tempfile::TempDir,
}

impl Bus {
    /// `None`, and said so, where there is no such program.
    fn start(test: &str) -> Option<Bus> {
        let folder = tempfile::tempdir().unwrap();
        let mut daemon = Command::new("dbus-daemon");
        daemon.args(["--session", "--nofork", "--nopidfile", "--print-address"]);
        daemon.arg(format!("--address=unix:dir={}", folder.path().display()));
        let Ok(mut daemon) = daemon.stdout(Stdio::piped()).stderr(Stdio::null()).spawn() else {
            // Past the test runner's capture, on a line of its own that the tally counts.
            let _ = writeln!(std::io::stderr(), "denied: {test} (this machine has no dbus-daemon)");
            return None;
        };
        let mut address = String::new();
        BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut address).unwrap();
        Some(Bus { daemon, address: address.trim().to_owned(), _folder: folder })
    }

    fn join(&self) -> Builder<'_> {
        Builder::address(self.address.as_str()).unwrap()
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// logind as far as it is asked. Each delay it grants is told with the end that shows when it is given back.
struct Logind(Sender<(String, String, UnixStream)>);

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Logind {
    fn inhibit(&self, what: &str, _who: &str, _why: &str, mode: &str) -> fdo::Result<OwnedFd> {
        let (ours, theirs) = UnixStream::pair().map_err(|error| fdo::Error::Failed(error.to_string()))?;
        ours.set_nonblocking(true).unwrap();
        self.0.send((what.to_owned(), mode.to_owned(), ours)).unwrap();
        Ok(OwnedFd::from(std::os::fd::OwnedFd::from(theirs)))
    }

    fn get_session(&self, id: &str) -> fdo::Result<OwnedObjectPath> {
        assert_eq!(id, "7");
        Ok(OwnedObjectPath::try_from(OURS).unwrap())
    }
}

struct Session;

#[zbus::interface(name = "org.freedesktop.login1.Session")]
impl Session {
    #[zbus(property)]
    fn id(&self) -> String {
        "7".to_owned()
    }
}

fn logind(bus: &Bus) -> (Connection, Receiver<(String, String, UnixStream)>) {
    let (granted, delays) = channel();
    let logind = bus.join().serve_at(PATH, Logind(granted)).unwrap();
    let logind = logind.serve_at(OWN_SESSION, Session).unwrap().name(LOGIND).unwrap();
    (logind.build().unwrap(), delays)
}

fn is_held(mut delay: &UnixStream) -> bool {
    match delay.read(&mut [0]) {
        Ok(read) => read != 0,
        Err(error) => error.kind() == ErrorKind::WouldBlock,
    }
}

fn until_given_back(delay: &UnixStream) {
    let begun = Instant::now();
    while is_held(delay) {
        assert!(begun.elapsed() < PATIENCE, "the machine must be let go to sleep");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn the_machine_sleeps_after_the_ledger_is_locked() {
    let Some(bus) = Bus::start("the_machine_sleeps_after_the_ledger_is_locked") else { return };
    let (logind, delays) = logind(&bus);
    let (begins, locks) = channel();
    let (finish, finishes) = channel::<()>();
    let ours = bus.join().build().unwrap();
    std::thread::spawn(move || {
        hear(&ours, || {
            begins.send(()).unwrap();
            let _ = finishes.recv();
        })
    });
    let say = |path: &str, interface: &str, what: &str| {
        logind.emit_signal(None::<&str>, path, interface, what, &()).unwrap();
    };
    let sleep = |begins: bool| {
        logind.emit_signal(None::<&str>, PATH, MANAGER, "PrepareForSleep", &begins).unwrap();
    };

    let (what, mode, first) = delays.recv_timeout(PATIENCE).expect("a delay is asked for at the start");
    assert_eq!((what.as_str(), mode.as_str()), ("sleep", "delay"));
    assert!(is_held(&first));
    sleep(true);
    locks.recv_timeout(PATIENCE).expect("the ledger is locked before sleep");
    assert!(is_held(&first), "sleep waits while the ledger is being locked");
    finish.send(()).unwrap();
    until_given_back(&first);

    sleep(false);
    let (.., second) = delays.recv_timeout(PATIENCE).expect("the next sleep waits too");
    // A screen locked in another session is none of ours; the signals come in the order they were sent.
    say(ANOTHER, SESSION, "Lock");
    say(OURS, SESSION, "Unlock");
    say(OURS, SESSION, "Lock");
    locks.recv_timeout(PATIENCE).expect("the ledger is locked with the screen");
    finish.send(()).unwrap();
    let properties = "org.freedesktop.DBus.Properties";
    for locked in [false, true] {
        let changed = HashMap::from([("LockedHint", zbus::zvariant::Value::from(locked))]);
        let body = (SESSION, changed, Vec::<String>::new());
        logind.emit_signal(None::<&str>, OURS, properties, "PropertiesChanged", &body).unwrap();
    }
    locks.recv_timeout(PATIENCE).expect("a desktop that locks by itself says so in a property");
    finish.send(()).unwrap();
    sleep(true);
    locks.recv_timeout(PATIENCE).expect("and before the next sleep");
    assert!(is_held(&second), "a locked screen gives nothing back");
    finish.send(()).unwrap();
    until_given_back(&second);
    assert!(locks.try_recv().is_err(), "nothing else locks");
}

#[test]
fn without_logind_it_ends_in_silence() {
    let Some(bus) = Bus::start("without_logind_it_ends_in_silence") else { return };
    let ours = bus.join().build().unwrap();
    assert!(hear(&ours, || panic!("nothing was said")).is_err());
}
