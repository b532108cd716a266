//! The reading rights by each way that tells of people: search, lists, counts, exports and files. A right to read
//! wages or health opens no identity, and revealing shows only what was granted. What nobody finds out by trying stands in `tried`,
//! what the journal tells in `lives`.

mod lives;
mod tried;

use desk::{Desk, NoProgress};
use serde_json::{Value, json};

use super::content::attached;
use super::room::{BORN, BORN_WORDS, HURT, NUMBER, PHONE, Reads, Role, Room, Seat, answer};
use super::table::Secret;
use super::told;

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
        if seat.role == Role::Chair {
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
        if seat.role == Role::Chair {
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
        if seat.role == Role::Chair {
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

/// A scan is called after its number as often as not.
#[test]
fn a_number_within_the_name_of_a_file_is_told_as_identity_is() {
    let room = Room::new();
    let chair = Seat::taken().find(|seat| seat.role == Role::Chair && !seat.revealed);
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
    let chair = Seat::taken().find(|seat| seat.role == Role::Chair && !seat.revealed);
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
    let desk = room.seated(Seat { role: Role::Chair, reads: Reads::All, revealed: false });
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
