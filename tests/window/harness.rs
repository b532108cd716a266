//! Starts a screen, a driver and the program, each story with its own, and takes them down again.
//! Needs Xvfb (package xvfb) and WebKitWebDriver (package webkit2gtk-driver).

use std::future::Future;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder};
use serde_json::{Value, json};

/// What WebDriver calls an element in an answer.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long a page may take for anything a person waits for. Wide, because other builds may share the machine.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long the program may take to start. A session waits for a window that can be seen.
const STARTING: Duration = Duration::from_secs(90);

/// One open window with its screen, its driver and its home folder.
pub struct Window {
    client: Client,
    story: String,
    shots: AtomicUsize,
    pressed: AtomicUsize,
    typed: AtomicUsize,
    home: tempfile::TempDir,
    display: String,
    _driver: Group,
    _screen: Group,
}

/// What the hands did: presses of buttons, links, rows, choices and boxes, and fields that were typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hands {
    /// Presses.
    pub pressed: usize,
    /// Fields.
    pub typed: usize,
}

/// A process and its children; all of them end with it.
struct Group(Child);

impl Drop for Group {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.0.wait();
    }
}

/// Takes away the pictures of the story as it was told before: one of a failure must not outlive its mending.
fn sweep(story: &str) {
    for entry in std::fs::read_dir(root().join("tests/shots")).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(&format!("{story}-")) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// Tells a story in a window of its own. A story that fails leaves a last picture before it ends.
pub async fn tell<F, T>(story: &str, env: &[(&str, &str)], body: F)
where
    F: FnOnce(Arc<Window>) -> T,
    T: Future<Output = ()> + Send + 'static,
{
    sweep(story);
    let window = Arc::new(Window::open(story, env).await);
    let outcome = tokio::spawn(body(window.clone())).await;
    if outcome.is_err() {
        window.shot("failed").await;
    }
    // The session first: a driver that is killed with an open session leaves the program behind.
    let closed = window.client.clone().close().await;
    if let Err(error) = outcome {
        std::panic::resume_unwind(error.into_panic());
    }
    closed.expect("the window closes");
}

impl Window {
    async fn open(story: &str, env: &[(&str, &str)]) -> Window {
        let home = tempfile::tempdir().expect("a home of its own");
        let runtime = home.path().join("run");
        std::fs::create_dir(&runtime).expect("a runtime folder");
        let (screen, display) = screen();
        let port = free_port();
        let mut driver = Command::new("WebKitWebDriver");
        driver
            .arg(format!("--port={port}"))
            .env("DISPLAY", &display)
            .env("GDK_BACKEND", "x11")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("HOME", home.path())
            .env("XDG_RUNTIME_DIR", &runtime)
            .env("LANG", "C.UTF-8")
            .env("GONGHUI_ASSETS", root().join("assets"));
        for name in [
            "WAYLAND_DISPLAY",
            "DBUS_SESSION_BUS_ADDRESS",
            "GONGHUI_HOME",
            "XDG_DATA_HOME",
            "XDG_CONFIG_HOME",
        ] {
            driver.env_remove(name);
        }
        driver.envs(env.iter().copied());
        let driver = start(driver.stdout(Stdio::null()), "WebKitWebDriver: apt install webkit2gtk-driver");
        until_open(port).await;
        let address = format!("http://127.0.0.1:{port}");
        let options = json!({ "webkitgtk:browserOptions": { "binary": program(), "args": [] } });
        let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
        builder.capabilities(options.as_object().expect("an object").clone());
        let client = tokio::time::timeout(STARTING, builder.connect(&address))
            .await
            .expect("the window shows itself; a page that never says it is ready keeps it hidden")
            .expect("the program starts and takes a session");
        let story = story.to_owned();
        let [shots, pressed, typed] = [const { AtomicUsize::new(0) }; 3];
        Window { client, story, shots, pressed, typed, home, display, _driver: driver, _screen: screen }
    }

    /// A program that would show itself on the same screen, to the same person.
    pub fn beside(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.display)
            .env("GDK_BACKEND", "x11")
            .env("HOME", self.home.path())
            .env("XDG_RUNTIME_DIR", self.home.path().join("run"))
            .env("LANG", "C.UTF-8")
            .env("GONGHUI_ASSETS", root().join("assets"))
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .process_group(0);
        command
    }

    /// The home folder of this story.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Waits until what `finder` looks for (a function of `hands.js`, with its words) is there, and gives it.
    async fn find(&self, finder: &str, words: &[&str]) -> Element {
        const HANDS: &str = include_str!("hands.js");
        let script = format!("{HANDS}; return {finder}(...arguments)");
        let words: Vec<Value> = words.iter().map(|it| json!(it)).collect();
        let start = Instant::now();
        loop {
            let found = self.client.execute(&script, words.clone()).await.unwrap_or_default();
            let id = found.get(ELEMENT).and_then(Value::as_str).map(str::to_owned);
            if let Some(id) = id {
                return Element::from_element_id(self.client.clone(), id.into());
            }
            let page = || async { self.text().await };
            assert!(
                start.elapsed() < PATIENCE,
                "{finder}{words:?} finds nothing; the page says:\n{}",
                page().await
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until the page says `words` somewhere.
    pub async fn read(&self, words: &str) {
        let start = Instant::now();
        while !self.text().await.contains(words) {
            assert!(
                start.elapsed() < PATIENCE,
                "“{words}” is not to be read; the page says:\n{}",
                self.text().await
            );
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Presses the button, link or tab that says `words`.
    pub async fn press(&self, words: &str) {
        self.press_found("button", &[words]).await;
    }

    async fn press_found(&self, what: &str, args: &[&str]) {
        self.pressed.fetch_add(1, Ordering::SeqCst);
        self.click(what, args).await;
    }

    /// What the hands did so far.
    pub fn hands(&self) -> Hands {
        Hands { pressed: self.pressed.load(Ordering::SeqCst), typed: self.typed.load(Ordering::SeqCst) }
    }

    /// Clicks what is found. The page may draw it anew, or move it, between the finding and the click, which then
    /// meets nothing or its neighbour's margin: it is found again, as a person would simply press again.
    async fn click(&self, what: &str, args: &[&str]) {
        let start = Instant::now();
        loop {
            let element = self.find(what, args).await;
            self.watch(&element).await;
            match element.click().await {
                // An option is chosen by its list, which has the events.
                Ok(()) if what == "option" || self.arrived().await => return,
                Ok(()) => assert!(start.elapsed() < PATIENCE, "{args:?} moves away from every press"),
                Err(error) => assert!(start.elapsed() < PATIENCE, "{args:?} cannot be pressed: {error}"),
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// Has the page note whether a press reaches `element`.
    async fn watch(&self, element: &Element) {
        const NOTE: &str =
            "const it = arguments[0], press = (window.press = { it, down: false, whole: false });
            it.addEventListener('mousedown', () => (press.down = true), { once: true, capture: true });
            it.addEventListener('click', () => (press.whole = true), { once: true, capture: true });";
        let element = serde_json::to_value(element).expect("the name of an element");
        // What is gone by now is missed by the press, and found again.
        let _ = self.client.execute(NOTE, vec![element]).await;
    }

    /// Whether the press reached what was watched: whole, or so that it was taken away under the hand.
    async fn arrived(&self) -> bool {
        const ASK: &str = "const press = window.press; return !press || press.whole || (press.down && !press.it.isConnected)";
        // A page that is on its way to another took the press.
        !matches!(self.client.execute(ASK, vec![]).await, Ok(Value::Bool(false)))
    }

    /// Presses the first button, link or proposal whose words begin with `words`.
    pub async fn press_beginning(&self, words: &str) {
        self.press_found("buttonBeginning", &[words]).await;
    }

    /// Presses the last of several buttons that say `words`: the one in the dialog that asks once more.
    pub async fn press_last(&self, words: &str) {
        self.press_found("lastButton", &[words]).await;
    }

    /// Presses the row of a list that has `words` in it.
    pub async fn press_row(&self, words: &str) {
        self.press_found("listRow", &[words]).await;
    }

    /// Presses the first button, link or row that has `words` among its own.
    pub async fn press_holding(&self, words: &str) {
        self.press_found("buttonHolding", &[words]).await;
    }

    /// Waits until the first match of a CSS selector can be seen: for what has no words, such as a picture.
    pub async fn see(&self, css: &str) -> Element {
        self.find("first", &[css]).await
    }

    /// Waits for the first line of a file that the program writes.
    pub async fn line_of(&self, file: &Path) -> String {
        let start = Instant::now();
        loop {
            let text = std::fs::read_to_string(file).unwrap_or_default();
            if let Some(line) = text.lines().next() {
                return line.to_owned();
            }
            assert!(start.elapsed() < PATIENCE, "nothing was written; the page says:\n{}", self.text().await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Types over whatever stands in the field labelled `label`.
    pub async fn write(&self, label: &str, text: &str) {
        self.write_nth(label, 1, text).await;
    }

    /// Types into the `nth` (from 1) of several fields of one label.
    pub async fn write_nth(&self, label: &str, nth: usize, text: &str) {
        self.typed.fetch_add(1, Ordering::SeqCst);
        self.click("field", &[label, &nth.to_string()]).await;
        let field = self.find("field", &[label, &nth.to_string()]).await;
        // `clear` fires no input event here, and the page would put the old text back.
        // Two calls: a pressed Control is let go only when a call ends.
        let all = format!("{}a", char::from(Key::Control));
        for keys in [all.as_str(), text] {
            field.send_keys(keys).await.unwrap_or_else(|error| panic!("{label} takes no text: {error}"));
        }
    }

    /// Waits until the field labelled `label` holds `text`.
    pub async fn reads(&self, label: &str, text: &str) {
        let start = Instant::now();
        loop {
            let field = self.find("field", &[label, "1"]).await;
            let held = field.prop("value").await.ok().flatten().unwrap_or_default();
            if held == text {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "{label} holds “{held}”, not “{text}”");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Picks `option` in the list labelled `label`.
    pub async fn choose(&self, label: &str, option: &str) {
        self.press_found("option", &[label, option]).await;
    }

    /// Presses the `nth` (from 1) box or round button labelled `label`.
    pub async fn tick_nth(&self, label: &str, nth: usize) {
        self.press_found("field", &[label, &nth.to_string()]).await;
    }

    /// Answers the system's own file dialog `title`, which no page and no driver can see: gives it the keyboard,
    /// types the path over what stands there and presses Enter. In a dialog that opens a file the first `/`
    /// brings up the line to type in.
    pub async fn answer_dialog(&self, title: &str, path: &Path) {
        let dialog = self.hand(&["search", "--sync", "--name", title]).await;
        let dialog = dialog.lines().last().unwrap_or_default().to_owned();
        assert!(!dialog.is_empty(), "no dialog “{title}” came up");
        // No window manager stands on this screen: the focus is given by hand, once the dialog can take it.
        tokio::time::sleep(Duration::from_millis(700)).await;
        self.hand(&["windowfocus", "--sync", &dialog]).await;
        self.hand(&["key", "ctrl+a"]).await;
        let path = path.to_str().expect("a path that can be typed");
        self.hand(&["type", "--delay", "25", path]).await;
        tokio::time::sleep(Duration::from_millis(700)).await;
        self.hand(&["key", "Return"]).await;
    }

    /// One act of a hand on this story's screen (package xdotool).
    async fn hand(&self, words: &[&str]) -> String {
        let mut command = tokio::process::Command::new("xdotool");
        command.args(words).env("DISPLAY", &self.display).kill_on_drop(true);
        let done = tokio::time::timeout(PATIENCE, command.output()).await;
        let out = done
            .unwrap_or_else(|_| panic!("xdotool {words:?} waits in vain"))
            .expect("xdotool: apt install xdotool");
        assert!(out.status.success(), "xdotool {words:?}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8_lossy(&out.stdout).into_owned()
    }

    /// Runs a script in the page and gives its answer.
    pub async fn ask(&self, script: &str) -> Value {
        self.client.execute(script, vec![]).await.expect("the page answers")
    }

    /// All the page's text.
    pub async fn text(&self) -> String {
        match self.client.execute("return document.body.innerText", vec![]).await {
            Ok(text) => text.as_str().unwrap_or_default().to_owned(),
            Err(error) => format!("({error})"),
        }
    }

    /// Waits until the first page of a paper is drawn: something on it is dark.
    pub async fn paper(&self) {
        self.find("drawnPage", &[]).await;
    }

    /// Keeps a picture of the window under tests/shots.
    ///
    /// The driver takes its picture at the next repaint, and without the DMABUF renderer a page at rest is never
    /// repainted: so a line nobody sees is redrawn while the picture is taken.
    pub async fn shot(&self, name: &str) {
        const STIR: &str = "let n = 0; window.stir = setInterval(() => {
            document.documentElement.style.outline = (n++ % 2) + 'px solid transparent'; }, 30)";
        const REST: &str = "clearInterval(window.stir); document.documentElement.style.outline = ''";
        let folder = root().join("tests/shots");
        let number = self.shots.fetch_add(1, Ordering::SeqCst) + 1;
        let _ = self.client.execute(STIR, vec![]).await;
        let taken = tokio::time::timeout(PATIENCE, self.client.screenshot()).await;
        let _ = self.client.execute(REST, vec![]).await;
        if let Ok(Ok(png)) = taken {
            std::fs::create_dir_all(&folder).expect("a folder for pictures");
            std::fs::write(folder.join(format!("{}-{number:02}-{name}.png", self.story)), png)
                .expect("a picture");
        }
    }
}

/// The repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ stands in it").to_owned()
}

/// The program under test: built beside this test, with the feature e2e.
pub fn program() -> PathBuf {
    let named = std::env::var_os("GONGHUI_DESK_BIN").map(PathBuf::from);
    let program = named.unwrap_or_else(|| {
        let test = std::env::current_exe().expect("this test's own path");
        test.ancestors().nth(2).expect("target/debug").join("gonghui-desk")
    });
    assert!(program.is_file(), "{} is missing: make test builds it first", program.display());
    program
}

/// A screen of its own. `-displayfd` lets Xvfb take a free number, so stories run side by side.
fn screen() -> (Group, String) {
    let mut command = Command::new("Xvfb");
    command
        .args(["-displayfd", "1", "-screen", "0", "1440x960x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped());
    let mut screen = start(&mut command, "Xvfb: apt install xvfb");
    let mut number = String::new();
    let out = screen.0.stdout.take().expect("Xvfb tells its number");
    BufReader::new(out).read_line(&mut number).expect("Xvfb tells its number");
    (screen, format!(":{}", number.trim()))
}

fn start(command: &mut Command, what: &str) -> Group {
    Group(
        command
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| panic!("{what}: {error}")),
    )
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr()).expect("a free port").port()
}

async fn until_open(port: u16) {
    for _ in 0..250 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("WebKitWebDriver does not answer");
}
