//! Attachments through the program: any file, once, small pictures, private copies that go again, two hundred
//! megabytes, and a kill between a file and its row.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};

use crate::gonghui::{Desk, PASSPHRASE, refusal};
use crate::judges;
use crate::people::{OFFICER, member, officer};

/// A ledger with one negotiation to put files on.
fn founded() -> (Desk, Value) {
    let desk = Desk::founded("36", None);
    let id = desk.call("negotiation.start", json!({ "year": 2026 }));
    (desk, json!({ "kind": "negotiation", "id": id }))
}

/// A file of that name and content, to be picked.
pub fn file(desk: &Desk, name: &str, bytes: &[u8]) -> PathBuf {
    let path = desk.out(name);
    fs::write(&path, bytes).unwrap();
    path
}

fn sealed(desk: &Desk) -> usize {
    fs::read_dir(desk.ledger().join("files")).unwrap().count()
}

/// The smallest PNG there is: one red pixel.
const PIXEL: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC";

#[test]
fn consents_seals_contracts_certificates_and_exams_bear_files_of_their_own() {
    let desk = Desk::founded("36", None);
    let person = member(&desk);
    let consent = json!({
        "person": person, "purpose": "sensitive", "about": "体检结果建档", "givenOn": "2026-09-01", "givenHow": "paper",
    });
    let consent = desk.call("consents.save", consent);
    let seal = desk.call("custody.save", json!({ "kind": "seal", "name": "工会公章", "holder": "张敏" }));
    let contract = json!({ "person": person, "term": "fixed", "from": "2020-10-15", "until": "2023-10-14" });
    let contract = desk.call("dossier.saveContract", contract);
    let skill = json!({ "person": person, "kind": "skill", "name": "焊工", "grade": "三级" });
    let skill = desk.call("dossier.saveCertificate", skill);
    let exam = json!({
        "person": person, "kind": "during", "examinedOn": "2025-09-20",
        "hazards": [{ "kind": "noise", "level": 91 }], "conclusion": "normal",
    });
    let exam = desk.call("dossier.saveExam", exam);
    let of = |kind: &str, id: &Value| json!({ "kind": kind, "id": id });
    let mut added = Value::Null;
    for (kind, id, name) in [
        ("consent", &consent, "同意书.txt"),
        ("custody", &seal, "印模.txt"),
        ("labourContract", &contract, "劳动合同.txt"),
        ("certificate", &skill, "焊工证.txt"),
        ("healthExam", &exam, "噪声作业体检报告.txt"),
    ] {
        let scan = file(&desk, name, name.as_bytes());
        added = desk.call("files.add", json!({ "of": of(kind, id), "file": scan }));
        assert_eq!(desk.call("files.list", json!({ "of": of(kind, id) }))[0]["name"], name, "{kind}");
    }
    let report = added["attachment"]["id"].clone();
    let gone =
        desk.refused("files.add", json!({ "of": of("consent", &contract), "file": desk.out("同意书.txt") }));
    assert_eq!(gone.code, "not_found", "no consent has this id");
    // They are the person's own, and on the copy of their own data.
    let copy = desk.out("副本.pdf");
    let paper = json!({ "kind": "members.ownData", "of": person, "to": copy });
    desk.revealed("本人要求查阅复制", "papers.print", paper);
    let text = judges::text(&copy);
    for name in ["同意书.txt", "劳动合同.txt", "焊工证.txt", "噪声作业体检报告.txt"] {
        assert!(text.contains(name), "{name}: {text}");
    }

    // Of an exam an officer without health hears nothing, not even what its file is called.
    desk.call("people.add", officer(&["members"], &["identity"]));
    desk.sits_down(OFFICER);
    for (command, args) in [
        ("files.list", json!({ "of": of("healthExam", &exam) })),
        ("files.open", json!({ "id": report })),
        ("files.rename", json!({ "id": report, "name": "报告.txt" })),
        ("files.remove", json!({ "id": report })),
    ] {
        assert_eq!(desk.refused(command, args).code, "no_right", "{command}");
    }
    desk.call("files.list", json!({ "of": of("labourContract", &contract) }));
    let life = desk.call("history.of", json!({ "table": "person", "id": person })).to_string();
    assert!(life.contains("劳动合同.txt") && !life.contains("体检报告"), "{life}");
    let steps = desk.call("history.list", json!({})).to_string();
    assert!(!steps.contains("体检报告"), "{steps}");

    // Erased with the person, wherever on their records they were.
    desk.sits_down(PASSPHRASE);
    desk.call("files.remove", json!({ "id": report }));
    desk.sits_down(OFFICER);
    assert_eq!(desk.call("trash.list", json!({})), json!([]), "nor in the trash");
    desk.sits_down(PASSPHRASE);
    desk.call("members.remove", json!({ "id": person }));
    desk.now("2028-09-16T09:00:00+08:00");
    desk.call("trash.purge", json!({ "kind": "person", "id": person, "reason": "保存期满" }));
    assert_eq!(desk.call("files.list", json!({ "of": of("labourContract", &contract) })), json!([]));
    assert_eq!(desk.call("ledger.check", json!({}))["findings"], json!([]));
}

#[test]
fn a_lost_file_of_an_exam_is_told_without_whose_it_is() {
    let desk = Desk::founded("36", None);
    let person = member(&desk);
    let exam = json!({
        "person": person, "kind": "during", "examinedOn": "2025-09-20",
        "hazards": [{ "kind": "noise", "level": 91 }], "conclusion": "normal",
    });
    let exam = desk.call("dossier.saveExam", exam);
    let contract = json!({ "person": person, "term": "fixed", "from": "2020-10-15", "until": "2023-10-14" });
    let contract = desk.call("dossier.saveContract", contract);
    for (kind, id, name) in
        [("healthExam", &exam, "王伟体检报告.txt"), ("labourContract", &contract, "劳动合同.txt")]
    {
        let scan = file(&desk, name, name.as_bytes());
        desk.call("files.add", json!({ "of": { "kind": kind, "id": id }, "file": scan }));
    }
    desk.ends_hurt();
    for sealed in fs::read_dir(desk.ledger().join("files")).unwrap() {
        fs::remove_file(sealed.unwrap().path()).unwrap();
    }
    let message = desk.call("ledger.check", json!({}))["findings"][0]["message"].to_string();
    assert!(message.contains("王伟：劳动合同.txt") && message.contains("健康记录的附件"), "{message}");
    assert!(!message.contains("体检"), "{message}");
}

#[test]
fn a_file_is_added_listed_opened_renamed_removed_and_brought_back() {
    let (desk, of) = founded();
    let scan = file(&desk, "签字页.pdf", b"%PDF-1.7 the signed page");
    let added = desk.call("files.add", json!({ "of": of, "file": scan }));
    assert_eq!(added["attachment"]["sort"], "PDF 文件");
    assert_eq!(added["notice"], Value::Null);
    let id = added["attachment"]["id"].clone();
    desk.call("files.add", json!({ "of": of, "file": scan, "name": "签字页（复印）.pdf" }));
    assert_eq!(sealed(&desk), 1, "the same content is kept once");
    let names = |desk: &Desk| {
        let list = desk.call("files.list", json!({ "of": of }));
        let list = list.as_array().unwrap();
        list.iter().map(|file| file["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&desk), ["签字页.pdf", "签字页（复印）.pdf"]);

    let to = desk.out("取出.pdf");
    desk.call("files.save", json!({ "id": id, "to": to }));
    assert_eq!(fs::read(&to).unwrap(), b"%PDF-1.7 the signed page");
    let drawn = desk.command(&["call", "files.drawn", &json!({ "id": id }).to_string()]).output().unwrap();
    assert_eq!(drawn.stdout, b"%PDF-1.7 the signed page", "for the window to draw its first page");
    let note = desk.call("files.add", json!({ "of": of, "file": file(&desk, "说明.txt", b"none") }));
    assert_eq!(desk.refused("files.drawn", json!({ "id": note["attachment"]["id"] })).code, "not_found");
    desk.call("files.remove", json!({ "id": note["attachment"]["id"] }));
    let mut large = b"%PDF-1.7 many scans".to_vec();
    large.resize(20 * 1024 * 1024 + 1, 0);
    let large = desk.call("files.add", json!({ "of": of, "file": file(&desk, "合订本.pdf", &large) }));
    let why = desk.refused("files.drawn", json!({ "id": large["attachment"]["id"] }));
    assert!(why.code == "refused" && why.message.contains("20MB"), "{}: {}", why.code, why.message);
    desk.call("files.remove", json!({ "id": large["attachment"]["id"] }));
    let lent = desk.call("files.open", json!({ "id": id }));
    let path = PathBuf::from(lent["path"].as_str().unwrap());
    assert!(path.ends_with("签字页.pdf") && !path.exists(), "the private copy goes with the program");

    desk.call("files.rename", json!({ "id": id, "name": "协议签字页" }));
    desk.call("files.remove", json!({ "id": id }));
    assert_eq!(names(&desk), ["签字页（复印）.pdf"]);
    assert_eq!(desk.refused("files.open", json!({ "id": id })).code, "not_found");
    desk.call("ledger.undo", json!({}));
    assert_eq!(names(&desk), ["协议签字页.pdf", "签字页（复印）.pdf"]);
    desk.head();
}

#[test]
fn a_private_copy_is_there_while_the_program_runs_and_goes_at_lock() {
    let (desk, of) = founded();
    let added = desk.call("files.add", json!({ "of": of, "file": file(&desk, "一.txt", "字据".as_bytes()) }));
    let mut child = desk.command(&["run"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    writeln!(input, "{}", json!({ "call": "files.open", "args": { "id": added["attachment"]["id"] } }))
        .unwrap();
    let lent: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
    let path = PathBuf::from(lent["path"].as_str().unwrap());
    assert_eq!(fs::read_to_string(&path).unwrap(), "字据");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(path.parent().unwrap()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700, "nobody else may enter");
    }
    writeln!(input, "{}", json!({ "call": "ledger.lock" })).unwrap();
    answers.next().unwrap().unwrap();
    assert!(!path.exists(), "locking takes it away");
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_pasted_picture_gets_a_small_one_and_a_person_s_files_are_guarded() {
    let (desk, of) = founded();
    let added = desk.call("files.add", json!({ "of": of, "pasted": PIXEL }));
    assert_eq!(
        (&added["attachment"]["media"], &added["attachment"]["thumbnail"]),
        (&json!("image/png"), &json!(true))
    );
    assert_eq!(
        added["attachment"]["name"], "粘贴的图片20260915-090000.png",
        "which other systems open by its end"
    );
    let args = json!({ "id": added["attachment"]["id"] }).to_string();
    let small = desk.command(&["call", "files.thumbnail", &args]).output().unwrap();
    assert!(small.status.success() && small.stdout.starts_with(&[0xFF, 0xD8]), "a JPEG");

    let member = desk.call("members.save", json!({ "name": "王伟", "sex": "male", "form": "contract" }));
    let of = json!({ "kind": "person", "id": member });
    let added = desk.call("files.add", json!({ "of": of, "file": file(&desk, "身份证.txt", b"scan") }));
    let id = &added["attachment"]["id"];
    assert_eq!(desk.refused("files.open", json!({ "id": id })).code, "covered");
    let (answers, output) = desk.run(&[
        json!({ "call": "sight.reveal", "args": { "purpose": "核对入会申请" } }),
        json!({ "call": "files.save", "args": { "id": id, "to": desk.out("身份证取出.txt") } }),
        json!({ "call": "sight.log" }),
    ]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(answers[2].to_string().contains("files.save"), "the look is kept: {}", answers[2]);
}

#[test]
fn a_phone_s_photo_forgets_where_it_was_taken_unless_it_is_to_be_kept() {
    let (desk, of) = founded();
    let photos = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/photos");
    let says = |bytes: &[u8]| bytes.windows(11).any(|part| part == b"GPSLatitude");
    for (name, media) in [("photo.heic", "image/heic"), ("photo.avif", "image/avif")] {
        let photo = fs::read(format!("{photos}/{name}")).unwrap();
        for (keep, place) in [(false, "removed"), (true, "kept")] {
            let path = file(&desk, name, &photo);
            let added = desk.call("files.add", json!({ "of": of, "file": path, "keepPlace": keep }));
            let standing = &added["attachment"];
            assert_eq!((&standing["media"], &standing["place"]), (&json!(media), &json!(place)));
            let notice = if keep { "程序没有去掉" } else { "拍摄信息已经去掉" };
            assert!(added["notice"].as_str().unwrap().contains(notice), "{added}");
            let to = desk.out("取出");
            desk.call("files.save", json!({ "id": standing["id"], "to": to }));
            let out = fs::read(&to).unwrap();
            assert_eq!((out.len(), says(&out)), (photo.len(), keep), "{name}");
        }
    }
}

#[test]
fn applications_membership_figures_and_supervision_take_files_and_what_is_personal_stays_covered() {
    let desk = Desk::founded("36", None);
    let applicant = json!({ "name": "王小明", "idNumber": "110101199003070011" });
    let application = json!({ "appliedOn": "2026-09-14", "signed": true, "people": [applicant] });
    let application = desk.call("members.apply", application)[0].clone();
    let member = json!({ "name": "王伟", "sex": "male", "form": "contract", "memberSince": "2020-03-01" });
    let member = desk.call("members.save", member);
    let joined = desk.call("members.life", json!({ "id": member }))["rungs"][0]["id"].clone();
    let workforce = json!({ "asOf": "2026-08-31", "workers": 428, "source": "企业报表" });
    let workforce = desk.call("union.saveWorkforce", workforce);
    let sheet = desk.call("pay.save", json!({ "period": "2026-08", "headcount": 50, "sum": 30_000_000 }));
    let case = json!({
        "source": "complaint", "topic": "wages", "receivedOn": "2026-09-14", "matter": "加班费没有发",
        "informer": { "name": "柳新民", "contact": "13800138000" },
    });
    let case = desk.call("letters.save", case);
    let accepted = json!({ "case": case, "kind": "accepted", "happenedOn": "2026-09-15", "text": "" });
    let accepted = desk.call("letters.saveEvent", accepted);
    let talk = json!({
        "person": member, "talkedOn": "2026-09-14", "talkedBy": "陈望舒", "said": "月底补交", "outcome": "promised",
        "until": "2026-09-30",
    });
    let talk = desk.call("members.saveDuesTalk", talk);
    let group = desk.call("union.saveGroup", json!({ "kind": "branch", "name": "机加工分会" }));
    let firm = json!({
        "kind": "platform", "name": "三河即时配送有限公司", "trade": "delivery", "injury": "covered",
        "injurySince": "2026-07-01", "insurance": "flexible",
    });
    let firm = desk.call("platform.saveFirm", firm);
    let inspector = desk.call("letters.saveInspector", json!({ "name": "王伟", "certificate": "赣监0001" }));
    let mediator = json!({
        "name": "沈一诺", "side": "workers", "office": "chair", "chosen": "union", "fromOn": "2026-01-05",
    });
    let mediator = desk.call("mediation.saveMediator", mediator);
    let plan = json!({ "year": 2026, "policy": "本单位的办法", "gapOutOnly": false, "countsLeave": "no" });
    let plan = desk.call("recuperation.savePlan", plan);
    let basis = desk.call("members.saveDuesBasis", json!({ "from": "2026-09", "kind": "lawful" }));
    let tag = desk.call("members.saveTag", json!({ "person": member, "kind": "hardship" }));
    for (kind, id, open) in [
        ("inspector", &inspector, "covered"),
        ("mediator", &mediator, "ok"),
        ("recuperationPlan", &plan, "ok"),
        ("dueBasis", &basis, "ok"),
        ("personTag", &tag, "covered"),
        ("duesTalk", &talk, "covered"),
        ("unionGroup", &group, "ok"),
        ("platformFirm", &firm, "ok"),
        ("application", &application, "covered"),
        ("membershipEvent", &joined, "covered"),
        ("workforce", &workforce, "ok"),
        ("paySheet", &sheet, "covered"),
        ("supervisionEvent", &accepted, "covered"),
    ] {
        let of = json!({ "kind": kind, "id": id });
        let added =
            desk.call("files.add", json!({ "of": of, "file": file(&desk, "原件.txt", kind.as_bytes()) }));
        let own = json!({ "id": added["attachment"]["id"] });
        assert_eq!(desk.call("files.list", json!({ "of": of }))[0]["name"], "原件.txt", "{kind}");
        match open {
            "ok" => drop(desk.call("files.open", own.clone())),
            code => assert_eq!(desk.refused("files.open", own.clone()).code, code, "{kind}"),
        }
        desk.call("files.remove", own.clone());
        let back = json!({ "kind": "attachment", "id": own["id"] });
        desk.call("trash.restore", back);
        assert_eq!(
            desk.call("files.list", json!({ "of": of })).as_array().unwrap().len(),
            1,
            "{kind} comes back"
        );
    }
    // Nothing bears these, but each is asked of its own table.
    for kind in [
        "duesEntry",
        "payReference",
        "supervisionLetter",
        "sending",
        "platformMeeting",
        "feeDemand",
        "mediationEvent",
        "electionEvent",
        "electionBallot",
        "correctionOrder",
        "suspension",
        "congressSession",
        "calendarNotice",
        "ownRule",
    ] {
        let of = json!({ "kind": kind, "id": member });
        let refused = desk.refused("files.add", json!({ "of": of, "file": file(&desk, "原件.txt", b"1") }));
        assert_eq!(refused.code, "not_found", "{kind}: {}", refused.message);
    }
    // What wages are told by opens to whoever said why.
    let of = json!({ "kind": "paySheet", "id": sheet });
    let id = desk.call("files.list", json!({ "of": of }))[0]["id"].clone();
    let (answers, output) = desk.run(&[
        json!({ "call": "sight.reveal", "args": { "purpose": "核对工资总额" } }),
        json!({ "call": "files.save", "args": { "id": id, "to": desk.out("工资表取出.txt") } }),
        json!({ "call": "sight.log" }),
    ]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(answers[2].to_string().contains("files.save"), "the look is kept: {}", answers[2]);
}

#[test]
fn of_a_video_it_is_said_that_nobody_looked_where_it_was_taken() {
    let (desk, of) = founded();
    let film = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\x1A\xA9xyz\0\x12\x15\xC7+28.6852+115.7892/";
    let added = desk.call("files.add", json!({ "of": of, "file": file(&desk, "现场.mp4", film) }));
    let standing = &added["attachment"];
    assert_eq!((&standing["media"], &standing["sort"]), (&json!("video/mp4"), &json!("录像")));
    assert_eq!(standing["place"], "kept", "it may say where");
    assert!(added["notice"].as_str().unwrap().contains("没有检查视频里的地点"), "{added}");
}

#[test]
fn what_is_no_file_to_keep_is_refused_with_the_reason() {
    let (desk, of) = founded();
    let empty = file(&desk, "空.pdf", b"");
    let large = desk.out("大.mp4");
    fs::File::create(&large).unwrap().set_len(200 * 1024 * 1024 + 1).unwrap();
    for (args, says) in [
        (json!({ "of": of, "file": empty }), "空的"),
        (json!({ "of": of, "file": large }), "200MB"),
        (json!({ "of": of, "file": desk.room() }), "文件夹"),
        (json!({ "of": of, "file": desk.out("没有.pdf") }), "读不出来"),
        (json!({ "of": of }), "选择一个文件"),
    ] {
        let refused = desk.refused("files.add", args);
        assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("bad_input", Some("file")));
        assert!(refused.message.contains(says), "{}", refused.message);
    }
    let gone = json!({ "kind": "meeting", "id": of["id"] });
    assert_eq!(desk.refused("files.add", json!({ "of": gone, "pasted": PIXEL })).code, "not_found");
    assert_eq!(sealed(&desk), 0);
}

#[test]
fn two_hundred_megabytes_go_in_and_come_out_the_same() {
    let (desk, of) = founded();
    let large = desk.out("监控录像.bin");
    let mut out = fs::File::create(&large).unwrap();
    let block: Vec<u8> = (0..1024 * 1024).map(|i: u32| (i * 7 % 253) as u8).collect();
    for n in 0..200u32 {
        out.write_all(&n.to_be_bytes()).unwrap();
        out.write_all(&block[4..]).unwrap();
    }
    drop(out);
    let added = desk.call("files.add", json!({ "of": of, "file": large }));
    assert_eq!(added["attachment"]["bytes"], 200 * 1024 * 1024);
    let to = desk.out("取出.bin");
    desk.call("files.save", json!({ "id": added["attachment"]["id"], "to": to }));
    let (mut one, mut two) = (fs::File::open(&large).unwrap(), fs::File::open(&to).unwrap());
    let (mut a, mut b) = (vec![0; 1 << 20], vec![0; 1 << 20]);
    for n in 0..200 {
        one.read_exact(&mut a).unwrap();
        two.read_exact(&mut b).unwrap();
        assert!(a == b, "megabyte {n}");
    }
}

#[test]
fn a_kill_between_a_file_and_its_row_leaves_no_row_without_a_file() {
    let (desk, of) = founded();
    let bytes: Vec<u8> = (0..6_000_000u32).map(|i| (i * 31 % 241) as u8).collect();
    let (mut none, mut whole) = (0, 0);
    for round in 0..12u64 {
        let scan = file(&desk, &format!("第{round}份.bin"), &[&bytes[..], &round.to_be_bytes()].concat());
        let args = json!({ "of": of, "file": scan }).to_string();
        let mut command = desk.command(&["call", "files.add", &args]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut told = BufReader::new(child.stderr.take().unwrap()).lines();
        // The first word of progress: the file is on its way. From here on every moment may be the last.
        while told.next().is_some_and(|line| !line.unwrap().contains("添加附件")) {}
        std::thread::sleep(Duration::from_millis(round * 25));
        let _ = child.kill();
        child.wait().unwrap();
        let list = desk.call("files.list", json!({ "of": of }));
        let named =
            list.as_array().unwrap().iter().any(|one| one["name"] == format!("第{round}份.bin").as_str());
        if named {
            whole += 1
        } else {
            none += 1
        }
        desk.head();
    }
    assert!(none > 0, "some kills must come before the row, {whole} came after it");
    // The next day's first opening sweeps what the kills have left.
    desk.now("2026-09-16T09:00:00+08:00");
    desk.call("negotiation.list", json!({}));
    assert_eq!(sealed(&desk), whole, "every file has its row and nothing else lies there");
    desk.head();
}

#[test]
fn without_room_a_file_is_refused_and_the_ledger_goes_on() {
    let (desk, of) = founded();
    let scan = file(&desk, "大.bin", &vec![7; 3 * 1024 * 1024]);
    let args = json!({ "of": of, "file": scan }).to_string();
    let refused = refusal(&desk.cramped(2048, &["call", "files.add", &args]), "a full disk");
    assert_eq!(refused.code, "ledger.diskFull");
    assert_eq!(sealed(&desk), 0, "half a file is none");
    desk.call("files.add", json!({ "of": of, "file": scan }));
    desk.head();
}

#[test]
fn the_check_says_whose_attachment_is_lost_and_adding_it_again_heals_it() {
    let (desk, of) = founded();
    let scan = file(&desk, "签到表.txt", "签到".as_bytes());
    desk.call("files.add", json!({ "of": of, "file": scan }));
    let sealed = fs::read_dir(desk.ledger().join("files")).unwrap().next().unwrap().unwrap().path();
    fs::write(&sealed, "rotten").unwrap();
    let finding = desk.call("ledger.check", json!({}))["findings"][0].clone();
    assert_eq!(finding["message"], "有 1 个附件的文件已损坏（2026年度工资集体协商：签到表.txt）。");
    assert!(finding["wayOut"].as_str().unwrap().contains("重新添加"), "{finding}");
    let today = desk.call("today.list", json!({}))["duties"].to_string();
    assert!(today.contains("签到表.txt"), "{today}");
    desk.call("files.add", json!({ "of": of, "file": scan }));
    assert_eq!(desk.call("ledger.check", json!({}))["findings"], json!([]));

    for n in 0..6 {
        let one = file(&desk, &format!("附件{n}.txt"), &[n + 1]);
        desk.call("files.add", json!({ "of": of, "file": one }));
    }
    desk.ends_hurt();
    for sealed in fs::read_dir(desk.ledger().join("files")).unwrap() {
        fs::remove_file(sealed.unwrap().path()).unwrap();
    }
    let message = desk.call("ledger.check", json!({}))["findings"][0]["message"].clone();
    let message = message.as_str().unwrap();
    assert!(message.starts_with("有 7 个附件的文件不见了（") && message.ends_with("等7个）。"), "{message}");
    assert_eq!(message.matches('；').count(), 4, "five are named: {message}");
}
