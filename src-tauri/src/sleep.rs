//! Locks the ledger before the machine sleeps, and when the person locks the screen: logind says both on the
//! system bus (Linux). Without a bus or logind there is what stands everywhere, the page's own look at its clocks
//! when the machine wakes.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use tauri::{AppHandle, Emitter};
use zbus::blocking::{Connection, MessageIterator, Proxy};
use zbus::message::Type;
use zbus::zvariant::{OwnedFd, OwnedObjectPath, OwnedValue};
use zbus::{MatchRule, Message};

use crate::state::Host;

const LOGIND: &str = "org.freedesktop.login1";
const PATH: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";
/// The session of whoever asks.
const OWN_SESSION: &str = "/org/freedesktop/login1/session/auto";

/// The event that asks the page to lock.
const ASK: &str = "sleeping";
/// How long the page may take for what is being typed. logind waits five seconds for everybody together.
const PATIENCE: Duration = Duration::from_secs(1);

/// Hears logind beside the window, and has `lock` run before each sleep and at each lock of the screen.
pub fn watch(lock: impl Fn() + Send + 'static) {
    std::thread::spawn(move || Connection::system().and_then(|bus| hear(&bus, lock)));
}

/// Lets the page keep what is being typed and lock; does it in its place when it stays silent.
pub fn lock(app: &AppHandle, host: &Host) {
    let begun = Instant::now();
    if host.is_open() && app.emit(ASK, ()).is_ok() {
        while host.is_open() && begun.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(20));
        }
    }
    host.lock();
}

/// What logind says.
enum Said {
    Sleeping,
    Awake,
    ScreenLocked,
}

/// Hears logind for as long as the bus stands. The delay it grants is held until `lock` is done.
fn hear(bus: &Connection, lock: impl Fn()) -> zbus::Result<()> {
    let logind = Proxy::new(bus, LOGIND, PATH, MANAGER)?;
    // Heard first and asked then, so that no sleep slips in between.
    let rule = MatchRule::builder().msg_type(Type::Signal).sender(LOGIND)?.build();
    let messages = MessageIterator::for_match_rule(rule, bus, None)?;
    // A program outside of every session (started by a service, say) hears of sleep alone.
    let session = own_session(bus, &logind).ok();
    let mut held = Some(delay(&logind)?);
    for message in messages {
        match said(&message?, session.as_ref()) {
            Some(Said::Sleeping) => {
                lock();
                held = None;
            }
            Some(Said::Awake) if held.is_none() => held = delay(&logind).ok(),
            Some(Said::ScreenLocked) => lock(),
            Some(Said::Awake) | None => {}
        }
    }
    Ok(())
}

/// Asks that sleep wait for us. Closing what is given ends the wait.
fn delay(logind: &Proxy<'_>) -> zbus::Result<OwnedFd> {
    logind.call("Inhibit", &("sleep", "工会案头", "锁定账本", "delay"))
}

fn own_session(bus: &Connection, logind: &Proxy<'_>) -> zbus::Result<OwnedObjectPath> {
    let id: String = Proxy::new(bus, LOGIND, OWN_SESSION, SESSION)?.get_property("Id")?;
    logind.call("GetSession", &id)
}

fn said(message: &Message, session: Option<&OwnedObjectPath>) -> Option<Said> {
    let header = message.header();
    let (path, body) = (header.path()?, message.body());
    match (header.interface()?.as_str(), header.member()?.as_str()) {
        (MANAGER, "PrepareForSleep") => {
            Some(if body.deserialize().ok()? { Said::Sleeping } else { Said::Awake })
        }
        _ if session.is_none_or(|own| own.as_str() != path.as_str()) => None,
        (SESSION, "Lock") => Some(Said::ScreenLocked),
        // Desktops that lock by themselves say so here.
        ("org.freedesktop.DBus.Properties", "PropertiesChanged") => {
            let (_, mut changed, _): (String, HashMap<String, OwnedValue>, Vec<String>) =
                body.deserialize().ok()?;
            let locked = bool::try_from(changed.remove("LockedHint")?).ok()?;
            locked.then_some(Said::ScreenLocked)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
