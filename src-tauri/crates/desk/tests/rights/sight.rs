//! The reading rights by each way that tells of people: search, counts, exports and history. A right to read
//! wages or health opens no identity, and revealing shows only what was granted.

use desk::{Desk, NoProgress};
use serde_json::{Value, json};

use super::content::attached;
use super::room::{BORN, BORN_WORDS, HURT, NUMBER, PHONE, Room, Seat};
use super::table::Secret;
use super::told;

fn answer(desk: &Desk, name: &str, args: Value) -> Value {
    desk.call(name, args).unwrap_or_else(|why| panic!("{name}: {}", why.message)).value
}

/// The same answer in full for those who see identity, and masked for all others.
fn full_or_masked(room: &Room, seat: Seat, what: &str, told: &str) {
    for (secret, masked) in room.identity().iter().zip(["360121********999X", "138****8000"]) {
        assert_eq!(told.contains(secret.as_str()), seat.sees(), "{what} in full as {seat:?}");
        assert_eq!(told.contains(masked), !seat.sees(), "{what} masked as {seat:?}");
    }
}

/// Every cell of a workbook that a job saved.
fn exported(room: &Room, desk: &Desk, name: &str, mut args: Value) -> String {
    let to = format!("{}/导出.xlsx", room.id("out").as_str().unwrap());
    args["to"] = to.as_str().into();
    desk.job(name, args, &NoProgress).unwrap_or_else(|why| panic!("{name}: {}", why.message));
    told::cells(std::path::Path::new(&to))
}

/// How many looks the access log holds of a command.
fn looks(desk: &Desk, command: &str) -> usize {
    let log = answer(desk, "sight.log", json!({}));
    log.as_array().unwrap().iter().filter(|look| look["kind"] == command).count()
}

#[test]
fn the_search_over_everything_finds_by_number_only_for_a_reader_of_identity() {
    let room = Room::new();
    let tail = &room.identity()[0][14..];
    for seat in Seat::taken() {
        let desk = room.seated(seat);
        let by_number = answer(desk, "search.all", json!({ "text": tail }));
        assert_eq!(by_number.as_array().unwrap().len(), usize::from(seat.may_see()), "{seat:?}");
        let by_name = answer(desk, "search.all", json!({ "text": "王伟" }));
        let people = by_name.as_array().unwrap().iter().filter(|hit| hit["kind"] == "person");
        assert_eq!(people.count(), 1, "a name is not guarded: {seat:?}");
        for told in [by_number, by_name] {
            assert!(room.identity().iter().all(|secret| !told.to_string().contains(secret.as_str())));
        }
    }
}

#[test]
fn a_reason_that_names_an_illness_finds_its_notice_only_for_a_reader_of_health() {
    let room = Room::new();
    for seat in Seat::taken() {
        let desk = room.seated(seat);
        let told = u32::from(seat.may_read(Secret::Health));
        // By its words, its sounds, and together with the name that everybody may search.
        for typed in [HURT, "腰椎", "ya suo", "柳新民 骨折"] {
            let hits = answer(desk, "search.all", json!({ "text": typed }));
            let found = hits.as_array().unwrap().iter().filter(|hit| hit["kind"] == "dismissal").count();
            let listed = answer(desk, "dismissals.list", json!({ "text": typed }));
            assert_eq!(found, told as usize, "{typed} as {seat:?}");
            assert_eq!(listed["total"], told, "{typed} as {seat:?}");
        }
        let hits = answer(desk, "search.all", json!({ "text": "柳新民" }));
        let found = hits.as_array().unwrap().iter().filter(|hit| hit["kind"] == "dismissal").count();
        assert_eq!(found, 1, "a name is not guarded: {seat:?}");
        let listed = answer(desk, "dismissals.list", json!({ "text": "柳新民" }));
        assert_eq!(listed["total"], 1, "{seat:?}");
    }
}

#[test]
fn the_register_of_dismissals_leaves_by_a_file_without_the_illness() {
    let room = Room::new();
    for seat in Seat::taken() {
        let desk = room.seated(seat);
        let told = exported(&room, desk, "dismissals.export", json!({ "query": {} }));
        assert_eq!(told.contains(HURT), seat.may_read(Secret::Health), "{seat:?}");
        assert_eq!(told.contains("（受保护）"), !seat.may_read(Secret::Health), "{seat:?}");
    }
}

#[test]
fn the_list_of_people_finds_and_shows_identity_only_to_its_reader() {
    let room = Room::new();
    let tail = &room.identity()[0][14..];
    for seat in Seat::taken() {
        let desk = room.seated(seat);
        let by_number = answer(desk, "members.search", json!({ "text": tail }));
        assert_eq!(by_number["total"], u32::from(seat.may_see()), "{seat:?}");
        let all = answer(desk, "members.search", json!({}));
        full_or_masked(&room, seat, "the list", &all.to_string());
    }
}

#[test]
fn the_counts_are_the_same_for_everyone_and_tell_no_identity() {
    let room = Room::new();
    let mut first = None;
    for seat in Seat::taken() {
        let counts = answer(room.seated(seat), "members.counts", json!({}));
        assert_eq!(counts["total"], 1, "{seat:?}");
        assert!(
            room.identity().iter().all(|secret| !counts.to_string().contains(secret.as_str())),
            "{seat:?}"
        );
        assert_eq!(
            first.get_or_insert(counts.clone()),
            &counts,
            "no count hangs on a guarded datum: {seat:?}"
        );
    }
}

#[test]
fn the_sheet_that_is_the_whole_key_is_shown_to_the_chair_alone_and_every_time_kept() {
    let room = Room::new();
    let mut shown = 0;
    for seat in Seat::taken() {
        let desk = room.seated(seat);
        let preview =
            || desk.bytes("papers.preview", json!({ "kind": "ledger.recoverySheet", "of": "ledger" }));
        if seat.role == super::Role::Chair {
            let before = looks(desk, "ledger.recoverySheet");
            preview().unwrap_or_else(|why| panic!("{}", why.message));
            assert_eq!(looks(desk, "ledger.recoverySheet"), before + 1, "{seat:?}");
            shown += 1;
        } else {
            let refused = preview().err().map(|why| why.code.to_string());
            assert_eq!(refused.as_deref(), Some("no_right"), "{seat:?}");
        }
    }
    assert!(shown > 0, "a chair sat down");
}

#[test]
fn the_list_leaves_by_a_file_as_it_is_seen() {
    let room = Room::new();
    for seat in Seat::taken() {
        let desk = room.seated(seat);
        let args = json!({ "query": {}, "columns": ["name", "idNumber", "phone"] });
        full_or_masked(&room, seat, "the exported list", &exported(&room, desk, "members.export", args));
        if seat.role == super::Role::Chair {
            assert_eq!(looks(desk, "members.export"), usize::from(seat.sees()), "a look in full is kept");
        }
    }
}

/// The number hides exactly the day of birth: what stands beside it must not tell it.
#[test]
fn a_day_of_birth_is_shown_with_the_number_that_holds_it_and_else_by_its_year() {
    let room = Room::new();
    let member = room.id("member");
    for seat in Seat::taken() {
        let desk = room.seated(seat);
        let told = |name: &str, args: Value| (name.to_owned(), answer(desk, name, args).to_string());
        let filed = |name: &str, args: Value| (name.to_owned(), exported(&room, desk, name, args));
        for (what, told) in [
            told("members.search", json!({})),
            told("members.get", json!({ "id": member })),
            told("members.compare", json!({ "kept": member, "gone": room.id("twin") })),
            told("dossier.get", json!({ "id": member })),
            told("history.step", json!({ "seq": room.id("saved") })),
            told("history.of", json!({ "table": "person", "id": member })),
            filed("members.export", json!({ "query": {}, "columns": ["name", "birth"] })),
            filed("history.export", json!({ "query": {} })),
        ] {
            let holds = |written: [&str; 2]| written.iter().any(|one| told.contains(*one));
            assert_eq!(holds([BORN, BORN_WORDS]), seat.sees(), "{what}: the day as {seat:?}");
            assert_eq!(holds(["1980-**-**", "1980年**月**日"]), !seat.sees(), "{what}: the year as {seat:?}");
        }
        if seat.role == super::Role::Chair {
            assert_eq!(looks(desk, "members.export"), usize::from(seat.sees()), "a look in full is kept");
        }
    }
}

/// How a call ends: `ok`, or its code and field.
fn ending(desk: &Desk, name: &str, args: Value) -> String {
    match desk.call(name, args) {
        Ok(_) => "ok".to_owned(),
        Err(why) => format!("{} {}", why.code, why.field.unwrap_or_default()),
    }
}

/// What a pasted roster is told to hold, by its rows.
fn pasted_rows(desk: &Desk, table: &str) -> Vec<Vec<Value>> {
    let preview = desk.job("members.preview", json!({ "pasted": table }), &NoProgress);
    preview.unwrap_or_else(|why| panic!("{}", why.message));
    let rows = answer(desk, "members.previewRows", json!({ "offset": 0, "limit": 10 }));
    let kinds = |row: &Value| -> Vec<Value> {
        row["problems"].as_array().unwrap().iter().map(|one| one["kind"].clone()).collect()
    };
    rows.as_array().unwrap().iter().map(kinds).collect()
}

/// Of two people of one year and one day between them, whatever tells the two apart tells their days.
#[test]
fn nobody_tries_out_a_masked_day_of_birth() {
    let room = Room::new();
    let two = [("赵甲", "360121199003079990", "1990-03-07"), ("钱乙", "360121199011209994", "1990-11-20")];
    for seat in Seat::taken().filter(|seat| matches!(seat.role, super::Role::Chair | super::Role::Members)) {
        let desk = room.seated(seat);
        let people = two.map(|(name, number, birth)| {
            let member =
                json!({ "name": name, "sex": "male", "form": "contract", "idNumber": number, "birth": birth });
            answer(desk, "members.save", member)
        });
        let job = |person: &Value, hired: &str, left: &str| json!({ "job": { "person": person, "form": "contract", "hiredOn": hired, "leftOn": left } });
        let apply = |person: &Value, name: &str| json!({ "appliedOn": "2006-06-01", "signed": true, "people": [{ "person": person, "name": name }] });
        // With the day of the first one typed for both.
        let typed = |person: &Value| {
            let mut record = answer(desk, "members.get", json!({ "id": person }));
            record["birth"] = json!("1990-03-07");
            record["note"] = json!("核对过");
            record
        };
        let rows = pasted_rows(desk, "姓名\t性别\t出生日期\n赵甲\t男\t1990-03-07\n钱乙\t男\t1990-03-07\n");
        assert_eq!(rows[0] == rows[1], !seat.sees(), "a pasted roster as {seat:?}: {rows:?}");
        for name in [
            "dossier.saveContract",
            "dossier.beginEmployment",
            "dossier.beginEmployment of age",
            "members.apply",
            "members.saveEvent",
            "members.save",
        ] {
            let [one, other] = [0, 1].map(|at: usize| {
                let person = &people[at];
                let args = match name {
                    "dossier.saveContract" => {
                        json!({ "person": person, "term": "fixed", "from": "1990-06-01" })
                    }
                    "dossier.beginEmployment" => job(person, "1990-06-01", "1990-06-30"),
                    "dossier.beginEmployment of age" => job(person, "2006-06-01", "2006-06-30"),
                    "members.apply" => apply(person, two[at].0),
                    "members.saveEvent" => json!({ "person": person, "kind": "joined", "on": "2006-06-01" }),
                    _ => typed(person),
                };
                ending(desk, name.trim_end_matches(" of age"), args)
            });
            assert_eq!(one == other, !seat.sees(), "{name} as {seat:?}: {one}, {other}");
        }
    }
}

/// Of two numbers of one mask, one of them somebody's, whatever tells the two apart tells the number.
#[test]
fn nobody_tries_out_a_masked_number_on_a_list_of_applicants() {
    let room = Room::new();
    let (held, free) = ("360121199003079990", "360121199011239990");
    for seat in Seat::taken().filter(|seat| matches!(seat.role, super::Role::Chair | super::Role::Members)) {
        let desk = room.seated(seat);
        let member = json!({ "name": "赵甲", "sex": "male", "form": "contract", "idNumber": held });
        answer(desk, "members.save", member);
        for name in ["赵甲 ", "钱乙 ", ""] {
            let [one, other] = [held, free].map(|number| {
                let read =
                    answer(desk, "members.readApplicants", json!({ "text": format!("{name}{number}") }));
                read.to_string().replace(number, "")
            });
            assert_eq!(one == other, !seat.sees(), "{name} as {seat:?}: {one}, {other}");
        }
        let read = answer(desk, "members.readApplicants", json!({ "text": format!("赵甲 {held}") }));
        assert!(
            read[0]["applicant"]["person"].is_string(),
            "of the roster all the same, as {seat:?}: {read}"
        );
    }
}

/// The same by the sheets that are held against the roster: of two numbers of one mask, or two phones, one of them somebody's.
#[test]
fn nobody_tries_out_a_masked_number_by_a_sheet() {
    let room = Room::new();
    let (held, free) = ("360121199003079990", "360121199011239990");
    let (phone, other) = ("13912345678", "13987655678");
    for seat in Seat::taken().filter(|seat| matches!(seat.role, super::Role::Chair | super::Role::Members)) {
        let desk = room.seated(seat);
        let member = json!({
            "name": "赵甲", "sex": "male", "form": "contract", "idNumber": held, "phone": phone,
        });
        answer(desk, "members.save", member);
        let people = answer(desk, "members.counts", json!({}))["total"].clone();
        let courses = |name: &str, number: &str| {
            let text =
                format!("姓名\t证件号码\t培训内容\t培训日期\n{name}\t{number}\t消防安全\t2026-03-01\n");
            answer(desk, "dossier.readRecords", json!({ "kind": "training", "text": text }))
        };
        let certificates = |name: &str, number: &str| {
            let head = "姓名\t证件号码\t工种\t证书号\t发证日\t复审日";
            let pasted = format!("{head}\n{name}\t{number}\t电工\tB1\t2024-05-01\t2027-05-01\n");
            let read = desk.job("members.preview", json!({ "pasted": pasted }), &NoProgress);
            let read = read.unwrap_or_else(|why| panic!("{}", why.message)).value;
            assert!(read["other"]["certificates"].is_object(), "{read}");
            read["other"]["certificates"].clone()
        };
        let roster = |name: &str, number: &str, phone: &str| {
            pasted_rows(desk, &format!("姓名\t性别\t证件号码\t移动电话\n{name}\t男\t{number}\t{phone}\n"))
        };
        let dues = |name: &str, number: &str| {
            let lines =
                json!({ "of": "payments", "month": "2026-09", "text": format!("{name}\t{number}\t20") });
            answer(desk, "members.readDues", lines)
        };
        for name in ["赵甲", "钱乙"] {
            for (what, [one, another]) in [
                ("courses", [held, free].map(|number| courses(name, number))),
                ("certificates", [held, free].map(|number| certificates(name, number))),
                ("a roster", [held, free].map(|number| json!(roster(name, number, "")))),
                ("dues", [held, free].map(|number| dues(name, number))),
            ] {
                let [one, another] =
                    [(one, held), (another, free)].map(|(read, n)| read.to_string().replace(n, ""));
                // Counts alone are told of certificates: of another name than the owner's both are nobody's.
                let tells = seat.sees() && (what, name) != ("certificates", "钱乙");
                assert_eq!(one != another, tells, "{what} of {name} as {seat:?}: {one}, {another}");
            }
        }
        let [one, another] = [phone, other].map(|phone| roster("赵甲", "", phone));
        assert_eq!(one == another, !seat.sees(), "a phone as {seat:?}: {one:?}, {another:?}");
        let read = courses("赵甲", held);
        assert_eq!(read["fits"], 1, "of the roster all the same, as {seat:?}: {read}");
        // A number that shows to be another's than the one of that name is a doubt, and no certificate of theirs.
        let read = courses("赵甲", "11010519491231002X");
        let trouble = read["lines"][0]["trouble"].as_str().unwrap_or_default();
        assert!(trouble.contains("证件号码与花名册里"), "as {seat:?}: {read}");
        assert_eq!(certificates("赵甲", "11010519491231002X")["fits"], 0, "as {seat:?}");
        // What is told to nobody before is held when it is kept: nobody is entered twice.
        let pasted = format!("姓名\t性别\t证件号码\n钱乙\t男\t{held}\n");
        let refused = desk.job("members.import", json!({ "pasted": pasted }), &NoProgress).map(|_| ());
        assert_eq!(refused.map_err(|why| why.code.to_string()), Err("nothing_new".to_owned()), "{seat:?}");
        assert_eq!(answer(desk, "members.counts", json!({}))["total"], people, "as {seat:?}");
    }
}

/// An operator's certificate is numbered by its holder: a letter and the identity number.
#[test]
fn a_certificate_numbered_by_its_holder_tells_the_number_as_identity_is() {
    let room = Room::new();
    let (held, free, masked) = ("T360121199003079990", "T360121199011239990", "T360121********9990");
    for seat in Seat::taken().filter(|seat| matches!(seat.role, super::Role::Chair | super::Role::Members)) {
        let desk = room.seated(seat);
        let member = json!({ "name": "赵甲", "sex": "male", "form": "contract" });
        let person = answer(desk, "members.save", member);
        let head = "姓名\t工种\t证书号\t发证日\t复审日";
        let ledger = |number: &str| format!("{head}\n赵甲\t低压电工作业\t{number}\t2024-05-01\t2027-05-01\n");
        let taken = desk.job("members.importCertificates", json!({ "pasted": ledger(held) }), &NoProgress);
        taken.unwrap_or_else(|why| panic!("{}", why.message));
        let file = answer(desk, "dossier.get", json!({ "id": person }));
        for (what, told) in [
            ("the file", &file),
            ("where it came from", &answer(desk, "members.origins", json!({ "id": person }))),
            ("the life", &answer(desk, "history.of", json!({ "table": "person", "id": person }))),
        ] {
            let told = told.to_string();
            assert_eq!(told.contains(held), seat.sees(), "{what} as {seat:?}: {told}");
            assert_eq!(told.contains(masked), !seat.sees(), "{what} as {seat:?}: {told}");
        }
        // A sheet tries no numbers either.
        let tried = [held, free].map(|number| {
            let text = ledger(number).replace("工种", "证书名称");
            let sheet = json!({ "kind": "certificate", "certificate": "operation", "text": text });
            let read = answer(desk, "dossier.readRecords", sheet)["lines"][0]["state"].clone();
            let ledger = desk.job("members.preview", json!({ "pasted": ledger(number) }), &NoProgress);
            let ledger = ledger.unwrap_or_else(|why| panic!("{}", why.message)).value;
            (read, ledger["other"]["certificates"]["held"].clone())
        });
        assert_eq!(tried[0] == tried[1], !seat.sees(), "as {seat:?}: {tried:?}");
        // What is kept again as it is shown stays; half a mask is no number.
        let mut record = file["certificates"][0]["record"].clone();
        record["issuer"] = json!("应急管理局");
        answer(desk, "dossier.saveCertificate", record.clone());
        record["number"] = json!("T360121********9991");
        assert_eq!(ending(desk, "dossier.saveCertificate", record), "bad_input number", "{seat:?}");
        let chair = Seat { role: super::Role::Chair, reads: super::Reads::All, revealed: true };
        let desk = room.sits_down(chair);
        answer(desk, "sight.reveal", json!({ "purpose": "核对证书" }));
        let kept = answer(desk, "dossier.get", json!({ "id": person }))["certificates"][0]["record"].clone();
        assert_eq!((&kept["number"], &kept["issuer"]), (&json!(held), &json!("应急管理局")), "{seat:?}");
    }
}

/// What hangs on a record is told by kind and number before it goes over to another.
#[test]
fn whether_somebody_was_examined_or_stands_in_a_payroll_is_told_to_its_readers_before_a_merge() {
    let room = Room::new();
    for seat in Seat::taken().filter(|seat| seat.may_see()) {
        let pair = json!({ "kept": room.id("twin"), "gone": room.id("member") });
        let view = answer(room.seated(seat), "members.compare", pair);
        let moves = view["moves"].to_string();
        for (kind, secret) in [
            ("职业健康检查", Secret::Health),
            ("职业伤害协助", Secret::Health),
            ("不享受年休假的情形", Secret::Health),
            ("工资表的一行", Secret::Wage),
        ] {
            assert_eq!(moves.contains(kind), seat.may_read(secret), "{kind} as {seat:?}: {moves}");
        }
    }
}

/// A merge names whose all the rows are that it moved.
#[test]
fn a_merge_tells_who_was_examined_or_stands_in_a_payroll_to_its_readers() {
    let room = Room::new();
    let chair = Seat { role: super::Role::Chair, reads: super::Reads::All, revealed: false };
    for seat in Seat::taken().filter(|seat| seat.role == super::Role::Members && !seat.revealed) {
        let desk = room.seated(chair);
        let pair = json!({ "kept": room.id("twin"), "gone": room.id("member"), "take": [] });
        answer(desk, "members.merge", pair);
        let seq = answer(desk, "history.list", json!({ "limit": 1 }))["lines"][0]["seq"].clone();
        let desk = room.sits_down(seat);
        let step = answer(desk, "history.step", json!({ "seq": seq }));
        let file = json!({ "query": { "text": "合并重复人员" } });
        for (what, told) in
            [("the step", step.to_string()), ("the file", exported(&room, desk, "history.export", file))]
        {
            assert!(told.contains("合并重复人员"), "{what} as {seat:?}: {told}");
            for (kind, secret) in [("职业健康检查", Secret::Health), ("工资表的一行", Secret::Wage)]
            {
                assert_eq!(told.contains(kind), seat.may_read(secret), "{what}, {kind} as {seat:?}: {told}");
            }
        }
    }
}

/// Whoever looks every day, or sets the clock, sees the day on which somebody comes of an age.
#[test]
fn an_age_tells_the_year_of_birth_alone() {
    let room = Room::new();
    for seat in Seat::taken().filter(|seat| matches!(seat.role, super::Role::Chair | super::Role::Members)) {
        let desk = room.seated(seat);
        for (n, year) in [1990, 2008, 1966].into_iter().enumerate() {
            // One has had the birthday of this year, the other has not.
            let [one, other] = [("早", "01-20"), ("晚", "12-20")].map(|(name, day)| {
                let name = format!("赵{name}{}", ["甲", "乙", "丙"][n]);
                let birth = format!("{year}-{day}");
                let member = json!({ "name": name, "sex": "male", "form": "contract", "birth": birth });
                answer(desk, "members.save", member);
                let found = answer(desk, "members.search", json!({ "text": name }));
                let aged = answer(desk, "members.search", json!({ "text": name, "ageFrom": 2026 - year }));
                let groups = json!({ "query": { "text": name }, "by": "ageBand" });
                let row = &found["rows"][0];
                json!([
                    row["age"],
                    row["flags"],
                    aged["total"],
                    answer(desk, "members.groups", groups),
                    answer(desk, "members.flags", json!({ "id": row["id"] })),
                ])
            });
            assert_eq!(one == other, !seat.sees(), "{year} as {seat:?}: {one}, {other}");
        }
    }
}

/// The bounds of an age lie on a day that whoever asks chooses.
#[test]
fn statistics_of_a_chosen_day_tell_the_year_of_birth_alone() {
    let room = Room::new();
    for seat in Seat::taken().filter(|seat| matches!(seat.role, super::Role::Chair | super::Role::Members)) {
        let desk = room.seated(seat);
        // The day before the birthday at which the second band begins, in a year that is over and in this one.
        for (before, after, birth) in
            [("2025-03-06", "2025-03-07", "1989-03-07"), ("2026-03-06", "2026-03-07", "1990-03-07")]
        {
            let member = json!({
                "name": "赵甲", "sex": "male", "form": "contract", "birth": birth, "memberSince": "2020-01-01",
            });
            answer(desk, "members.save", member);
            let [one, other] = [before, after].map(|day| {
                let told = answer(desk, "members.statistics", json!({ "asOf": day }));
                json!([told["tables"], told["flags"]])
            });
            assert_eq!(one == other, !seat.sees(), "{after} as {seat:?}: {one}, {other}");
        }
    }
}

/// The years that are left are reckoned to a day that whoever enters the notice chooses.
#[test]
fn a_notice_of_dismissal_tells_the_year_of_birth_alone() {
    let room = Room::new();
    for seat in Seat::taken().filter(|seat| seat.role == super::Role::Chair) {
        let desk = room.seated(seat);
        let told = [("赵甲", "1966-03-07"), ("钱乙", "1966-11-20")].map(|(name, birth)| {
            let member = json!({
                "name": name, "sex": "male", "form": "contract", "birth": birth, "hiredOn": "2000-01-01",
            });
            let person = answer(desk, "members.save", member);
            let notice = json!({
                "kind": "noFault", "name": name, "person": person, "receivedOn": "2026-09-14", "written": true,
                "reasons": "客观情况发生重大变化",
            });
            let notice = answer(desk, "dismissals.save", notice);
            let looks = answer(desk, "dismissals.get", json!({ "id": notice }))["looks"].clone();
            let senior = looks.as_array().unwrap().iter().find(|look| look["answer"]["item"] == "senior");
            senior.unwrap().clone()
        });
        assert_eq!(told[0], told[1], "{seat:?}");
        let known = told[0]["known"].as_str().unwrap();
        assert!(
            known.contains("1966年出生") && known.contains("约在2026年至2027年到法定退休年龄"),
            "{known}"
        );
    }
}

/// A scan is called after its number as often as not.
#[test]
fn a_number_within_the_name_of_a_file_is_told_as_identity_is() {
    let room = Room::new();
    let chair = Seat::taken().find(|seat| seat.role == super::Role::Chair && !seat.revealed);
    let desk = room.seated(chair.expect("the chair, with all covered"));
    let of = json!({ "kind": "person", "id": room.id("member") });
    let name = format!("王伟{NUMBER}电话{PHONE}.pdf");
    let [kept, gone] = [b"%PDF-1.7\n1", b"%PDF-1.7\n2"].map(|bytes| attached(desk, &of, &name, bytes));
    // What the mask hid stays when another name is typed around it.
    let renamed = json!({ "id": kept, "name": "王伟360121********999X电话138****8000正面.pdf" });
    answer(desk, "files.rename", renamed);
    let broken = json!({ "id": kept, "name": "王伟36012*********999X.pdf" });
    assert_eq!(ending(desk, "files.rename", broken), "bad_input name", "a mask that was changed is no name");
    answer(desk, "files.remove", json!({ "id": gone }));
    for seat in Seat::taken() {
        let desk = room.sits_down(seat);
        if seat.revealed {
            answer(desk, "sight.reveal", json!({ "purpose": "核对入会申请" }));
        }
        for (name, args) in [
            ("files.list", json!({ "of": of })),
            ("history.of", json!({ "table": "attachment", "id": kept })),
            ("trash.list", json!({})),
        ] {
            full_or_masked(&room, seat, name, &answer(desk, name, args).to_string());
        }
        if seat.revealed {
            answer(desk, "sight.cover", json!({}));
        }
    }
}

#[test]
fn a_number_within_a_payroll_is_told_as_identity_is() {
    let room = Room::new();
    let chair = Seat::taken().find(|seat| seat.role == super::Role::Chair && !seat.revealed);
    let desk = room.seated(chair.expect("the chair, with all covered"));
    let said = format!("证件{NUMBER}电话{PHONE}");
    let table = format!("2026年6月工资表\n姓名\t应发\t个税\t备注{said}\n王伟\t6000\t0\t{said}\n");
    let taken = json!({ "pasted": table, "options": {} });
    let sheet = desk.job("pay.import", taken, &NoProgress).unwrap().value["id"].clone();
    let line = answer(desk, "pay.lines", json!({ "sheet": sheet }))["rows"][0]["id"].clone();
    for seat in Seat::taken() {
        let desk = room.sits_down(seat);
        if seat.revealed {
            answer(desk, "sight.reveal", json!({ "purpose": "核对工资表" }));
        }
        full_or_masked(
            &room,
            seat,
            "the headings",
            &answer(desk, "pay.get", json!({ "id": sheet })).to_string(),
        );
        // Its cells are told to whoever has revealed wages.
        if seat.revealed && seat.may_read(Secret::Wage) {
            let origin = answer(desk, "pay.origin", json!({ "id": line }));
            let values = origin["cells"].as_array().unwrap().iter().map(|cell| cell["value"].to_string());
            full_or_masked(&room, seat, "the cells", &values.collect::<String>());
        }
        if seat.revealed {
            answer(desk, "sight.cover", json!({}));
        }
    }
}

#[test]
fn the_journal_leaves_by_a_file_as_it_is_seen() {
    let room = Room::new();
    for seat in Seat::taken() {
        let desk = room.seated(seat);
        let told = exported(&room, desk, "history.export", json!({ "query": {} }));
        full_or_masked(&room, seat, "the exported journal", &told);
        assert_eq!(
            told.contains(HURT),
            seat.revealed && seat.may_read(Secret::Health),
            "how someone was hurt as {seat:?}"
        );
        assert!(told.contains("人员证件 王伟"), "each change says whose it is: {told}");
        if seat.role == super::Role::Chair {
            let kept = if seat.sees() { 3 } else { 0 };
            assert_eq!(
                looks(desk, "history.export"),
                kept,
                "the looks in full at identity, at health and at wages are kept"
            );
        }
    }
}

#[test]
fn a_step_tells_identity_only_to_its_reader() {
    let room = Room::new();
    for seat in Seat::taken() {
        let told = answer(room.seated(seat), "history.step", json!({ "seq": room.id("saved") }));
        full_or_masked(&room, seat, "the step", &told.to_string());
    }
}

#[test]
fn a_life_tells_identity_only_to_its_reader() {
    let room = Room::new();
    for seat in Seat::taken() {
        let of = json!({ "table": "person", "id": room.id("member") });
        let told = answer(room.seated(seat), "history.of", of);
        full_or_masked(&room, seat, "the life", &told.to_string());
    }
}

#[test]
fn the_journal_finds_the_steps_about_a_person_as_far_as_the_reader_may_know_of_them() {
    let room = Room::new();
    for seat in Seat::taken() {
        let desk = room.seated(seat);
        let lines = answer(desk, "history.list", json!({ "text": "王伟", "limit": 500 }))["lines"].clone();
        let found = |step: &str| lines.as_array().unwrap().iter().any(|line| line["seq"] == *room.id(step));
        assert!(found("saved"), "who was saved is in no label: {seat:?}");
        assert!(!found("twinSaved"), "another of a like sound: {seat:?}");
        assert_eq!(found("examSaved"), seat.may_read(Secret::Health), "that somebody was examined: {seat:?}");
        assert_eq!(found("appealSaved"), seat.sees(), "who brought an appeal: {seat:?}");
        assert!(!found("sheetTaken"), "a name leads nobody to what somebody was paid: {seat:?}");
        if seat.role == super::Role::Chair {
            let told = exported(&room, desk, "history.export", json!({ "query": { "text": "王伟" } }));
            assert!(told.contains("保存人员") && !told.contains("王炜"), "the file holds the same: {told}");
        }
    }
}

#[test]
fn the_journal_is_the_same_for_everyone_and_is_not_searched_by_identity() {
    let room = Room::new();
    // Of whom a record of health is, is told to readers of health alone, and what a file on one is called to those who revealed it.
    let mut first: [Option<Value>; 3] = [None, None, None];
    for seat in Seat::taken() {
        let desk = room.seated(seat);
        let reads_health = seat.may_read(Secret::Health);
        let kind = usize::from(reads_health) + usize::from(reads_health && seat.revealed);
        let page = answer(desk, "history.list", json!({}));
        assert!(room.identity().iter().all(|secret| !page.to_string().contains(secret.as_str())), "{seat:?}");
        assert_eq!(first[kind].get_or_insert(page.clone()), &page, "{seat:?}");
        for secret in room.identity() {
            let found = answer(desk, "history.list", json!({ "text": secret }));
            assert_eq!(found["lines"], json!([]), "{seat:?}");
        }
    }
}

/// The commands whose very steps tell of somebody's health, and the table that they write.
const OF_HEALTH: [(&str, &str); 3] = [
    ("dossier.saveExam", "health_exam"),
    ("leave.saveBar", "leave_bar"),
    ("platform.saveHelp", "injury_help"),
];

#[test]
fn a_step_about_somebodys_health_names_nobody_to_one_who_may_not_read_health() {
    let room = Room::new();
    for seat in Seat::taken() {
        let desk = room.seated(seat);
        let reads = seat.may_read(Secret::Health);
        let lines = answer(desk, "history.list", json!({ "limit": 500 }))["lines"].clone();
        let of = json!({ "table": "person", "id": room.id("member") });
        let life = answer(desk, "history.of", of);
        for (op, table) in OF_HEALTH {
            let line = lines.as_array().unwrap().iter().find(|line| line["op"] == op).unwrap();
            let subject = line["subject"].as_str().unwrap();
            // Whose an exam is, stands in no subject at all.
            assert_eq!(
                subject.contains("王伟"),
                reads && table != "health_exam",
                "{op} {subject} as {seat:?}"
            );
            let step = answer(desk, "history.step", json!({ "seq": line["seq"] })).to_string();
            let told = reads && (table != "health_exam" || seat.revealed);
            assert_eq!(step.contains("王伟"), told, "{op} as {seat:?}: {step}");
            let told = life.as_array().unwrap().iter().any(|one| one["record"]["table"] == table);
            assert_eq!(told, reads, "{table} in the life of the person as {seat:?}");
        }
    }
}

#[test]
fn an_exam_and_a_single_wage_are_told_by_their_lives_to_their_readers_who_revealed_them() {
    let room = Room::new();
    for seat in Seat::taken() {
        let desk = room.seated(seat);
        let each: [(Secret, &str, &str, &[&str]); 2] = [
            (Secret::Health, "health_exam", "exam", &[HURT, "高温", "在岗期间", "王伟"]),
            (Secret::Wage, "pay_line", "line", &["8,341.27元", "王伟"]),
        ];
        for (secret, table, id, words) in each {
            let is_chair = seat.role == super::Role::Chair;
            let before = if is_chair { looks(desk, "history.of") } else { 0 };
            let life = answer(desk, "history.of", json!({ "table": table, "id": room.id(id) }));
            let (told, full) = (life.to_string(), seat.may_read(secret) && seat.revealed);
            assert_eq!(life == json!([]), !seat.may_read(secret), "{table} as {seat:?}: {told}");
            assert_eq!(told.contains("（受保护）"), seat.may_read(secret) && !full, "{table} as {seat:?}");
            for word in words {
                assert_eq!(told.contains(word), full, "{word} in {table} as {seat:?}: {told}");
            }
            if is_chair {
                assert_eq!(looks(desk, "history.of") - before, usize::from(full), "{table}: a look is kept");
            }
        }
    }
}

/// What the days of leave are paid is reckoned by a wage: whose it is stands open, the sum does not.
#[test]
fn pay_of_leave_is_told_by_its_life_to_readers_of_wages_who_revealed_it() {
    let room = Room::new();
    for seat in Seat::taken() {
        let desk = room.seated(seat);
        let life = answer(desk, "history.of", json!({ "table": "leave_pay", "id": room.id("leavePay") }));
        let (told, full) = (life.to_string(), seat.may_read(Secret::Wage) && seat.revealed);
        assert!(told.contains("王伟"), "{seat:?}: {told}");
        assert_eq!(told.contains("8,341.27元"), full, "{seat:?}: {told}");
        assert_eq!(told.contains("（受保护）"), !full, "{seat:?}: {told}");
        if seat.role == super::Role::Chair {
            assert_eq!(looks(desk, "history.of"), usize::from(full), "a look is kept");
        }
    }
}

#[test]
fn why_days_were_given_up_and_what_is_noted_beside_leave_is_told_as_health_is() {
    let room = Room::new();
    let who = json!({ "person": room.id("member"), "year": 2026 });
    let sheet =
        json!({ "kind": "leave.waiver", "of": format!("{}@2026", room.id("member").as_str().unwrap()) });
    for seat in Seat::taken() {
        let desk = room.seated(seat);
        let sees = seat.revealed && seat.may_read(Secret::Health);
        let one = answer(desk, "leave.person", who.clone());
        let batch = answer(desk, "recuperation.batch", json!({ "id": room.id("batch") }));
        let told = [
            &one["record"]["waivedReason"],
            &one["record"]["note"],
            &one["periods"][0]["record"]["note"],
            &batch["people"][0]["record"]["note"],
        ];
        let told = told.map(|text| text.as_str().is_some_and(|text| text.contains(HURT)));
        assert_eq!(told, [sees; 4], "{seat:?}");
        // The sheet that the person signs says why; for one who may not read it, the line is left to be written by hand.
        match desk.bytes("papers.preview", sheet.clone()) {
            Ok(pdf) => {
                assert!(sees || !seat.may_read(Secret::Health), "{seat:?}");
                assert_eq!(told::of_bytes(&pdf).contains(HURT), sees, "{seat:?}");
            }
            Err(why) => {
                assert_eq!((why.code.as_str(), seat.may_read(Secret::Health)), ("covered", true), "{seat:?}");
            }
        }
    }
}

#[test]
fn what_is_hidden_from_a_form_stays_when_the_form_is_kept() {
    let room = Room::new();
    let desk = room.seated(Seat { role: super::Role::Chair, reads: super::Reads::All, revealed: false });
    let member = room.id("member");
    let read = || {
        let one = answer(desk, "leave.person", json!({ "person": member, "year": 2026 }));
        let batch = answer(desk, "recuperation.batch", json!({ "id": room.id("batch") }));
        [
            one["record"]["waivedReason"].clone(),
            one["record"]["note"].clone(),
            one["periods"][0]["record"]["note"].clone(),
            batch["people"][0]["record"]["note"].clone(),
        ]
    };
    assert_eq!(read(), [(); 4].map(|()| Value::Null), "all of it is covered");
    let year = json!({ "person": member, "year": 2026, "carried": 4, "waived": 2, "waivedOn": "2026-09-10" });
    answer(desk, "leave.saveYear", year.clone());
    let period = json!({
        "id": room.id("period"), "person": member, "year": 2026, "kind": "planned", "from": "2026-11-09", "to": "2026-11-11",
    });
    answer(desk, "leave.savePeriod", period);
    let place = json!({
        "id": room.id("place"), "batch": room.id("batch"), "person": member, "frontLine": false, "reasons": [],
    });
    answer(desk, "recuperation.savePlace", place);
    answer(desk, "sight.reveal", json!({ "purpose": "核对休假登记" }));
    let told = read();
    assert!(told.iter().all(|text| text.as_str().is_some_and(|text| text.contains(HURT))), "{told:?}");
    // Whoever sees it takes it out.
    answer(desk, "leave.saveYear", year);
    assert_eq!(read()[..2], [Value::Null, Value::Null]);
}
