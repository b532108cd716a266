//! What the journal and the lives of records tell of people to whom: a step, a life, the search over the steps and the file of them.

use serde_json::{Value, json};

use super::super::room::{HURT, Reads, Role, Room, Seat, answer};
use super::super::table::Secret;
use super::{exported, full_or_masked, looks};

/// A merge names whose all the rows are that it moved.
#[test]
fn a_merge_tells_who_was_examined_or_stands_in_a_payroll_to_its_readers() {
    let room = Room::new();
    let chair = Seat { role: Role::Chair, reads: Reads::All, revealed: false };
    for seat in Seat::taken().filter(|seat| seat.role == Role::Members && !seat.revealed) {
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
        if seat.role == Role::Chair {
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
        if seat.role == Role::Chair {
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
            let is_chair = seat.role == Role::Chair;
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
        if seat.role == Role::Chair {
            assert_eq!(looks(desk, "history.of"), usize::from(full), "a look is kept");
        }
    }
}
