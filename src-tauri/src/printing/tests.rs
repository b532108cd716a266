//! Printing judged twice: by scripted programs (every word that is said and asked), and by a print service of the test's
//! own where this machine has one. Where it has none that is said, and not passed in silence.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Child, Command};

use super::*;

const PORTRAIT: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Page/MediaBox[0 0 595.276 841.89]>>endobj";
const ACROSS: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Page/MediaBox [ 0 0 841.89 595.276 ]>>endobj";

/// A paper of this many pages, their size at the root of their tree.
fn of_pages(count: usize) -> Vec<u8> {
    let root = "%PDF-1.4\n1 0 obj<</Type/Pages/MediaBox[0 0 595.276 841.89]>>endobj".to_owned();
    (root + &"\n2 0 obj<</Type/Page/Parent 1 0 R>>endobj".repeat(count)).into_bytes()
}

fn order(over: impl FnOnce(&mut Order)) -> Order {
    let mut order = Order { printer: "office".into(), copies: 1, both_sides: false, pages: String::new() };
    over(&mut order);
    order
}

/// Programs that say what they are told to and write down what they were asked.
fn scripted(lp: &str) -> (tempfile::TempDir, Cups) {
    let folder = tempfile::tempdir().unwrap();
    let lpstat = "#!/bin/sh\n[ \"$LC_ALL\" = C.UTF-8 ] || exit 9\ncase \"$*\" in\n\
        -e) printf 'spare\\noffice\\nold\\n';;\n\
        '-l -p') printf 'printer spare disabled since x -\\n\\tPaused\\n\\tDescription: 备用\\nprinter office is idle.\\n\\tDescription: 二楼复印机\\nprinter old is idle.\\n\\tDescription:\\n';;\n\
        -a) printf 'office accepting requests since x\\nold not accepting requests since x -\\n';;\n\
        -d) echo 'system default destination: office';;\nesac\n";
    for (name, text) in [("lpstat", lpstat), ("lp", lp)] {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
    }
    let cups = Cups { folder: Some(folder.path().to_owned()), server: None };
    (folder, cups)
}

const TAKES: &str = "#!/bin/sh\ncat > \"$0.input\"\nprintf '%s\\n' \"$@\" > \"$0.words\"\necho 'request id is office-12 (0 file(s))'\n";

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap()
}

#[test]
fn the_printers_are_told_with_the_standard_one_first() {
    let (_folder, cups) = scripted(TAKES);
    let told: Vec<_> =
        cups.printers().into_iter().map(|it| (it.name, it.label, it.standard, it.ready)).collect();
    let row = |name: &str, label: &str, standard, ready| (name.to_owned(), label.to_owned(), standard, ready);
    assert_eq!(
        told,
        [
            row("office", "二楼复印机", true, true),
            row("spare", "备用", false, false),
            row("old", "old", false, false),
        ]
    );
}

#[test]
fn where_no_print_service_stands_there_are_no_printers() {
    let folder = tempfile::tempdir().unwrap();
    let cups = Cups { folder: Some(folder.path().to_owned()), server: None };
    assert_eq!(cups.printers(), []);
    assert_eq!(cups.print(PORTRAIT, &order(|_| ())).unwrap_err().code, "printer");
}

#[test]
fn a_paper_goes_by_the_standard_input_and_its_words_say_nothing_of_it() {
    let (folder, cups) = scripted(TAKES);
    let asked = order(|it| {
        it.copies = 3;
        it.both_sides = true;
        it.pages = "1-2, 5".into();
    });
    let paper = of_pages(5);
    assert_eq!(cups.print(&paper, &asked).unwrap(), "office-12");
    assert_eq!(fs::read(folder.path().join("lp.input")).unwrap(), paper);
    let words = read(folder.path(), "lp.words");
    let words: Vec<&str> = words.lines().collect();
    let wanted = "-d office -n 3 -t gonghui -o sides=two-sided-long-edge -o media=A4 -o print-scaling=none -o page-ranges=1-2,5 -o collate=true -";
    assert_eq!(words.join(" "), wanted);
}

#[test]
fn pages_that_lie_across_are_turned_over_the_short_edge() {
    let (folder, cups) = scripted(TAKES);
    cups.print(ACROSS, &order(|it| it.both_sides = true)).unwrap();
    assert!(read(folder.path(), "lp.words").contains("two-sided-short-edge"));
    cups.print(ACROSS, &order(|_| ())).unwrap();
    assert!(read(folder.path(), "lp.words").contains("one-sided"));
}

#[test]
fn an_order_that_cannot_be_is_refused_at_its_field_before_anything_is_run() {
    let (folder, cups) = scripted(TAKES);
    for (field, asked) in [
        ("copies", order(|it| it.copies = 0)),
        ("copies", order(|it| it.copies = 100)),
        ("printer", order(|it| it.printer = String::new())),
        ("printer", order(|it| it.printer = "-oraw".into())),
        ("pages", order(|it| it.pages = "3-1".into())),
        ("pages", order(|it| it.pages = "1;rm".into())),
        ("pages", order(|it| it.pages = "0".into())),
        ("pages", order(|it| it.pages = "2,2".into())),
    ] {
        let problem = cups.print(PORTRAIT, &asked).unwrap_err();
        assert_eq!(
            (problem.code.as_str(), problem.field.as_deref()),
            ("bad_input", Some(field)),
            "{asked:?}"
        );
    }
    assert!(!folder.path().join("lp.words").exists());
}

#[test]
fn pages_the_paper_has_not_are_refused_with_how_many_it_has() {
    let (folder, cups) = scripted(TAKES);
    for pages in ["50-60", "3", "1,2-3"] {
        let asked = order(|it| it.pages = pages.into());
        let problem = cups.print(&of_pages(2), &asked).unwrap_err();
        assert_eq!(
            (problem.code.as_str(), problem.field.as_deref()),
            ("bad_input", Some("pages")),
            "{pages}"
        );
        assert!(problem.message.contains("一共2页"), "{}", problem.message);
    }
    assert!(!folder.path().join("lp.words").exists());
    for pages in ["", "2", "1-2"] {
        cups.print(&of_pages(2), &order(|it| it.pages = pages.into())).unwrap();
    }
    // What shows no pages in plain text is left to the print service.
    cups.print(b"%PDF-1.4\n", &order(|it| it.pages = "9".into())).unwrap();
}

#[test]
fn what_the_service_refuses_is_told_in_chinese_with_what_to_do() {
    for (said, holds) in [
        ("lp: Destination \"spare\" is not accepting jobs.", "不接受"),
        ("lp: Error - The printer or class does not exist.", "找不到"),
        ("lp: Error - scheduler not responding.", "没有回应"),
        ("lp: Not authorized", "不允许"),
        ("lp: something new", "有没有纸"),
    ] {
        let (_folder, cups) = scripted(&format!("#!/bin/sh\ncat >/dev/null\necho '{said}' >&2\nexit 1\n"));
        let problem = cups.print(PORTRAIT, &order(|_| ())).unwrap_err();
        assert!(problem.code == "printer" && problem.message.contains(holds), "{said}: {}", problem.message);
        assert!(!problem.message.contains("lp"), "English words are for programs: {}", problem.message);
    }
}

#[test]
fn a_program_that_reads_nothing_and_refuses_does_not_hold_the_desk() {
    let (_folder, cups) = scripted("#!/bin/sh\nexec <&-\necho 'lp: not accepting' >&2\nexit 1\n");
    let long = [PORTRAIT, &[b' '; 1_000_000]].concat();
    assert!(cups.print(&long, &order(|_| ())).unwrap_err().message.contains("不接受"));
}

/// A print service of the test's own, ended with it.
struct Service {
    folder: tempfile::TempDir,
    child: Child,
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Service {
    /// `None` where this machine has no such service.
    fn start() -> Option<Service> {
        let daemon = ["/usr/sbin/cupsd", "/usr/bin/cupsd"].into_iter().find(|it| Path::new(it).exists())?;
        let folder = tempfile::tempdir().ok()?;
        let at = folder.path().display();
        for it in ["spool", "cache", "state", "root/ppd"] {
            fs::create_dir_all(folder.path().join(it)).ok()?;
        }
        let limits = "Order allow,deny\nAllow all\n";
        let main = format!(
            "Listen {at}/sock\nBrowsing Off\nDefaultAuthType None\nWebInterface No\nPreserveJobFiles Yes\nDirtyCleanInterval 0\n\
             <Location />\n{limits}</Location>\n<Policy default>\nJobPrivateAccess all\nJobPrivateValues none\n\
             <Limit All>\n{limits}</Limit>\n</Policy>\n"
        );
        let files = format!(
            "FileDevice Yes\nServerRoot {at}/root\nRequestRoot {at}/spool\nCacheDir {at}/cache\nStateDir {at}/state\n\
             TempDir {at}/spool\nAccessLog {at}/access\nErrorLog {at}/error\nPageLog {at}/page\n"
        );
        fs::write(folder.path().join("cupsd.conf"), main).ok()?;
        fs::write(folder.path().join("cups-files.conf"), files).ok()?;
        let conf = |name: &str| folder.path().join(name);
        let child = Command::new(daemon)
            .args(["-f", "-c"])
            .arg(conf("cupsd.conf"))
            .arg("-s")
            .arg(conf("cups-files.conf"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let service = Service { folder, child };
        for _ in 0..100 {
            let words: [&[&str]; 2] =
                [&["-p", "office", "-E", "-v", "file:///dev/null", "-D", "二楼复印机"], &["-d", "office"]];
            if words.iter().all(|it| service.admin("lpadmin", it)) {
                return Some(service);
            }
            thread::sleep(Duration::from_millis(100));
        }
        None
    }

    fn admin(&self, program: &str, words: &[&str]) -> bool {
        let sbin = Path::new("/usr/sbin").join(program);
        let program = if sbin.exists() { sbin } else { PathBuf::from(program) };
        let ran = Command::new(program)
            .args(words)
            .env("CUPS_SERVER", self.folder.path().join("sock"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        ran.is_ok_and(|it| it.success())
    }
}

#[test]
fn a_real_print_service_takes_the_paper_and_refuses_when_it_is_told_to() {
    let Some(service) = Service::start() else {
        let _ = writeln!(
            std::io::stderr(),
            "denied: a_real_print_service_takes_the_paper (this machine has no CUPS that a test may start)"
        );
        return;
    };
    let cups = Cups { folder: None, server: Some(service.folder.path().join("sock")) };
    let printers = cups.printers();
    let [office] = &printers[..] else { panic!("{printers:?}") };
    assert_eq!((office.label.as_str(), office.standard, office.ready), ("二楼复印机", true, true));

    let asked = order(|it| {
        it.copies = 2;
        it.both_sides = true;
        it.pages = "1".into();
    });
    let job = cups.print(PORTRAIT, &asked).unwrap();
    assert!(job.starts_with("office-"), "{job}");
    let spool = service.folder.path().join("spool");
    let control = (0..100).find_map(|_| {
        thread::sleep(Duration::from_millis(50));
        fs::read(spool.join("c00001")).ok()
    });
    let control = control.expect("the service writes its job down");
    let told = String::from_utf8_lossy(&control);
    for word in ["gonghui", "two-sided-long-edge", "page-ranges"] {
        assert!(told.contains(word), "the job was not told {word}");
    }
    assert_eq!(fs::read(spool.join("d00001-001")).unwrap(), PORTRAIT, "what is printed is the paper");

    assert!(service.admin("cupsreject", &["office"]));
    assert!(!cups.printers()[0].ready);
    assert!(cups.print(PORTRAIT, &asked).unwrap_err().message.contains("不接受"));
    let gone = cups.print(PORTRAIT, &order(|it| it.printer = "nosuch".into())).unwrap_err();
    assert!(gone.message.contains("找不到"), "{}", gone.message);
}
