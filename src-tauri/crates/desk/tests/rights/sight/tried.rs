//! That nobody finds out by trying what is masked: of two numbers of one mask, or two days of one year, every answer is the same, and
//! an age tells the year of birth alone.

use desk::{Desk, NoProgress};
use serde_json::{Value, json};

use super::super::room::{Reads, Role, Room, Seat, answer};
use super::ending;

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
    for seat in Seat::taken().filter(|seat| matches!(seat.role, Role::Chair | Role::Members)) {
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
    for seat in Seat::taken().filter(|seat| matches!(seat.role, Role::Chair | Role::Members)) {
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
    for seat in Seat::taken().filter(|seat| matches!(seat.role, Role::Chair | Role::Members)) {
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
    for seat in Seat::taken().filter(|seat| matches!(seat.role, Role::Chair | Role::Members)) {
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
        let chair = Seat { role: Role::Chair, reads: Reads::All, revealed: true };
        let desk = room.sits_down(chair);
        answer(desk, "sight.reveal", json!({ "purpose": "核对证书" }));
        let kept = answer(desk, "dossier.get", json!({ "id": person }))["certificates"][0]["record"].clone();
        assert_eq!((&kept["number"], &kept["issuer"]), (&json!(held), &json!("应急管理局")), "{seat:?}");
    }
}

/// Whoever looks every day, or sets the clock, sees the day on which somebody comes of an age.
#[test]
fn an_age_tells_the_year_of_birth_alone() {
    let room = Room::new();
    for seat in Seat::taken().filter(|seat| matches!(seat.role, Role::Chair | Role::Members)) {
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
    for seat in Seat::taken().filter(|seat| matches!(seat.role, Role::Chair | Role::Members)) {
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
    for seat in Seat::taken().filter(|seat| seat.role == Role::Chair) {
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
