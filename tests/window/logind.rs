//! A bus of a test's own and a small logind on it. The window host's tests of `sleep` take this file too, and it
//! is written so that the formatters of both editions agree on it.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use zbus::zvariant::{self, OwnedObjectPath};
use zbus::{blocking, fdo};

/// How long anybody may take for an answer.
pub const PATIENCE: Duration = Duration::from_secs(30);
/// The session of whoever asks.
pub const SESSION: &str = "/org/freedesktop/login1/session/_37";

/// A bus that ends with the test.
pub struct Bus {
    daemon: Child,
    /// Where it is reached.
    pub address: String,
    _folder: tempfile::TempDir,
}

impl Bus {
    /// `None`, and said so, where there is no such program.
    pub fn start(test: &str) -> Option<Bus> {
        let folder = tempfile::tempdir().expect("a folder of its own");
        let mut daemon = Command::new("dbus-daemon");
        daemon.args(["--session", "--nofork", "--nopidfile", "--print-address"]);
        daemon.arg(format!("--address=unix:dir={}", folder.path().display()));
        // What the bus starts by itself (dconf, for one) writes into a home that ends with it.
        daemon.env("HOME", folder.path());
        let Ok(mut daemon) = daemon.stdout(Stdio::piped()).stderr(Stdio::null()).spawn() else {
            // Past the test runner's capture, on a line of its own that the tally counts.
            let _ = writeln!(std::io::stderr(), "denied: {test} (this machine has no dbus-daemon)");
            return None;
        };
        let mut address = String::new();
        BufReader::new(daemon.stdout.take().expect("a pipe")).read_line(&mut address).expect("its address");
        Some(Bus { daemon, address: address.trim().to_owned(), _folder: folder })
    }

    /// One more program on it.
    pub fn join(&self) -> blocking::connection::Builder<'_> {
        blocking::connection::Builder::address(self.address.as_str()).expect("an address")
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// A delay of sleep that was granted.
pub struct Delay {
    /// What is delayed, and how: `sleep`, `delay`.
    pub of: (String, String),
    end: UnixStream,
}

impl Delay {
    /// Whether whoever asked for it still holds it.
    pub fn is_held(&self) -> bool {
        match (&self.end).read(&mut [0]) {
            Ok(read) => read != 0,
            Err(error) => error.kind() == ErrorKind::WouldBlock,
        }
    }

    /// Waits until it is given back.
    pub fn until_given_back(&self) {
        let begun = Instant::now();
        while self.is_held() {
            assert!(begun.elapsed() < PATIENCE, "the machine must be let go to sleep");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

/// logind, as far as it is asked.
pub struct Logind {
    bus: blocking::Connection,
    /// The delays it grants.
    pub delays: mpsc::Receiver<Delay>,
}

impl Logind {
    /// Takes its name on the bus.
    pub fn on(bus: &Bus) -> Logind {
        let (granted, delays) = mpsc::channel();
        let ready = bus.join().serve_at("/org/freedesktop/login1", Manager(granted));
        let ready = ready.and_then(|it| it.serve_at("/org/freedesktop/login1/session/auto", Session));
        let bus = ready
            .and_then(|it| it.name("org.freedesktop.login1"))
            .and_then(blocking::connection::Builder::build);
        Logind { bus: bus.expect("logind stands"), delays }
    }

    /// Says that the machine is about to sleep, or has woken.
    pub fn say_sleep(&self, begins: bool) {
        self.say("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", &begins);
    }

    /// Sends a signal.
    pub fn say<B: serde::Serialize + zvariant::DynamicType>(
        &self,
        path: &str,
        interface: &str,
        what: &str,
        body: &B,
    ) {
        self.bus.emit_signal(None::<&str>, path, interface, what, body).expect("the bus stands");
    }
}

struct Manager(mpsc::Sender<Delay>);

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Manager {
    fn inhibit(&self, what: &str, _who: &str, _why: &str, mode: &str) -> fdo::Result<zvariant::OwnedFd> {
        let (end, theirs) = UnixStream::pair().expect("a pair");
        end.set_nonblocking(true).expect("a socket");
        // A test that has ended asks no more.
        let _ = self.0.send(Delay { of: (what.to_owned(), mode.to_owned()), end });
        Ok(OwnedFd::from(theirs).into())
    }

    fn get_session(&self, id: &str) -> fdo::Result<OwnedObjectPath> {
        assert_eq!(id, "7");
        Ok(OwnedObjectPath::try_from(SESSION).expect("a path"))
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
