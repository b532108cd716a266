//! What goes on top of a general contract that is handed in: it leaves the averages of wages to a contract of their own, and the form
//! and the statement ask for none of what its own text has no blank for.

use std::path::{Path, PathBuf};

use affairs::Problem;
use affairs::negotiation::agreement::model::AgreementKind;
use affairs::negotiation::contract::library::ClauseLibrary;
use affairs::negotiation::papers::{FORM, STATEMENT, fill};
use affairs::office::model::Filled;
use law::LawBook;
use ledger::{Finality, LedgerError, Op};
use paper::{Meta, Template};

use crate::common::{Room, chair};

const ROWS: &str = include_str!("told.sql");
const COLLECTIVE: &str = "01990000-0000-7000-8000-00000000fb02";

/// A general contract that was passed, signed and handed in, whatever its text.
const FILED: &str = "
    INSERT INTO negotiation (id, year, title, started_on, province, city)
    VALUES ('01990000-0000-7000-8000-00000000fb01', 2025, '2025年度集体协商', '2026-09-01', '36', '3601');
    INSERT INTO negotiation_representative (id, negotiation_id, side, ord, name, sex, post, chief, outside, front_line,
      personnel_manager, chosen_how, chosen_on)
    VALUES ('01990000-0000-7000-8000-00000000fb11', '01990000-0000-7000-8000-00000000fb01', 'workers', 1, '陈望舒', 'female',
        '工会主席', 1, 0, 0, 0, '职代会表决通过', '2026-09-02'),
      ('01990000-0000-7000-8000-00000000fb12', '01990000-0000-7000-8000-00000000fb01', 'employer', 1, '高子衿', 'male',
        '副总经理', 1, 0, 0, 0, '法定代表人指派', '2026-09-02');
    INSERT INTO agreement (id, negotiation_id, kind, title, term_from, term_to)
    VALUES ('01990000-0000-7000-8000-00000000fb02', '01990000-0000-7000-8000-00000000fb01', 'collective', '2026年度集体合同',
      '2026-11-01', '2029-10-31');
    INSERT INTO negotiation_party (id, negotiation_id, agreement_id, employer, union_name, employer_code, union_code)
    VALUES ('01990000-0000-7000-8000-00000000fb03', '01990000-0000-7000-8000-00000000fb01',
      '01990000-0000-7000-8000-00000000fb02', '赣江机械有限公司', '赣江机械有限公司工会委员会', '91360121MA35YL6164',
      '81360121MC0YL02618');
    INSERT INTO congress_session (id, form, name, held_on, due, present, way, given, returned, chair, chair_post,
      tellers, scrutineers, law_pack)
    VALUES ('01990000-0000-7000-8000-00000000fb04', 'congress', '第三届职工代表大会第五次会议', '2026-10-12', 45, 43, 'secret', 43,
      43, '陈望舒', '工会主席', '艾小梅', '付春生', '2026.1');
    INSERT INTO congress_vote (id, session_id, ord, matter, agreement_id, votes_for, votes_against, abstained)
    VALUES ('01990000-0000-7000-8000-00000000fb05', '01990000-0000-7000-8000-00000000fb04', 1, '2026年度集体合同（草案）',
      '01990000-0000-7000-8000-00000000fb02', 41, 2, 0);
    INSERT INTO negotiation_event (id, negotiation_id, agreement_id, kind, happened_on, text, receiver, copies)
    VALUES ('01990000-0000-7000-8000-00000000fb21', '01990000-0000-7000-8000-00000000fb01',
        '01990000-0000-7000-8000-00000000fb02', 'drafted', '2026-10-09', '形成草案', NULL, NULL),
      ('01990000-0000-7000-8000-00000000fb22', '01990000-0000-7000-8000-00000000fb01',
        '01990000-0000-7000-8000-00000000fb02', 'signed', '2026-10-14', '签字', NULL, 5),
      ('01990000-0000-7000-8000-00000000fb23', '01990000-0000-7000-8000-00000000fb01',
        '01990000-0000-7000-8000-00000000fb02', 'filed', '2026-10-15', '报送', '县人社局', 3);
    INSERT INTO agreement_filing (id, department, filer, covered, business)
    VALUES ('01990000-0000-7000-8000-00000000fb02', '县人社局', '饶思敏', 320, '生产结构件');
    INSERT INTO contract_value (id, agreement_id, name, kept, shown)
    VALUES ('01990000-0000-7000-8000-00000000fb31', '01990000-0000-7000-8000-00000000fb02', '企业法定代表人', '吴建国', '吴建国'),
      ('01990000-0000-7000-8000-00000000fb32', '01990000-0000-7000-8000-00000000fb02', '企业地址和电话', '云岭路8号', '云岭路8号');
    INSERT INTO contract_version (id, agreement_id, number, source, kept_on, note)
    VALUES ('01990000-0000-7000-8000-00000000fb41', '01990000-0000-7000-8000-00000000fb02', 1, 'draft', '2026-10-12', '通过的文本');
    INSERT INTO contract_version_clause (id, version_id, ord, item, chapter, text)
    VALUES ('01990000-0000-7000-8000-00000000fb42', '01990000-0000-7000-8000-00000000fb41', 1, 'hours', '工作时间', '每日工作八小时');
";

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")
}

/// One more clause of its text, and what is filled into a blank.
fn clause(at: usize, text: &str) -> String {
    format!(
        "INSERT INTO contract_clause (id, agreement_id, item, ord, origin, text)
         VALUES ('01990000-0000-7000-8000-0000000fb{at:03}', '{COLLECTIVE}', 'pay', {at}, 'typed', '{text}');"
    )
}

fn value(at: usize, (name, kept): (&str, &str)) -> String {
    format!(
        "INSERT INTO contract_value (id, agreement_id, name, kept, shown)
         VALUES ('01990000-0000-7000-8000-0000000fc{at:03}', '{COLLECTIVE}', '{name}', '{kept}', '{kept}');"
    )
}

/// The form and the statement of the contract with these clauses and values.
fn papers(clauses: &[&str], values: &[(&str, &str)]) -> [Filled; 2] {
    let room = Room::new();
    let mut sql = format!("{ROWS}{FILED}");
    sql.extend((1..).zip(clauses).map(|(at, text)| clause(at, text)));
    sql.extend((1..).zip(values).map(|(at, one)| value(at, *one)));
    let op = Op { code: "test.fill".into(), label: "一步".into(), finality: Finality::Reversible };
    room.ledger().step(&op, &chair(), |tx| Ok::<_, LedgerError>(tx.execute_batch(&sql)?)).unwrap();
    let book = LawBook::load(&assets()).unwrap();
    [FORM, STATEMENT].map(|kind| {
        let today = "2026-10-16".parse().unwrap();
        room.ledger()
            .read(|connection| fill(connection, &book, kind, COLLECTIVE, today))
            .unwrap_or_else(|why: Problem| panic!("{kind}: {}", why.message))
    })
}

/// All that a paper shows that lacks nothing: it is no draft, and would be refused where it had a field to print that is not there.
fn shown(filled: &Filled) -> String {
    assert_eq!(filled.missing, Vec::<String>::new(), "{}", filled.template);
    let template = Template::load(&assets(), filled.template).unwrap();
    let meta = Meta {
        author: "赣江机械有限公司工会委员会".into(),
        created: "2026-10-16T09:00:00+08:00".parse().unwrap(),
        id_seed: "sample".into(),
    };
    let document = template.fill(&filled.context, meta).unwrap_or_else(|why| panic!("{why}"));
    format!("{document:?}")
}

/// What a row of the form says beside its label.
fn beside<'a>(form: &'a str, label: &str) -> &'a str {
    form.split_once(&format!("\"{label}\"")).unwrap_or_else(|| panic!("{label}: {form}")).1
}

#[test]
fn a_general_contract_is_handed_in_without_the_averages_that_it_leaves_to_that_of_wages() {
    let library = ClauseLibrary::load(&assets()).unwrap();
    let texts: Vec<&str> =
        library.clauses(AgreementKind::Collective).iter().map(|one| one.text.as_str()).collect();
    let lowest = [("企业最低月工资", "236000"), ("当地最低月工资", "200000")];
    let [form, statement] = papers(&texts, &lowest).map(|paper| shown(&paper));
    for words in ["2,360元", "2,000元"] {
        assert!(form.contains(words) && statement.contains(words), "{words}: {form} {statement}");
    }
    for label in ["月平均工资", "调整后"] {
        let told: String = beside(&form, label).chars().take(200).collect();
        assert!(told.contains("\"—\""), "{label}: {told}");
    }
    assert!(statement.contains("工资情况"), "{statement}");
    for words in ["上年度", "平均增长", "涉及职工"] {
        assert!(!form.contains(words) && !statement.contains(words), "{words}: {form} {statement}");
    }
}

#[test]
fn a_general_contract_that_says_nothing_of_wages_is_told_about_without_them() {
    let [form, statement] = papers(&["每日工作八小时，每周工作四十小时。"], &[]).map(|paper| shown(&paper));
    assert!(!statement.contains("工资情况") && !statement.contains("最低月工资"), "{statement}");
    for label in ["月平均工资", "调整后", "最低月工资", "当地标准"] {
        let told: String = beside(&form, label).chars().take(200).collect();
        assert!(told.contains("\"—\""), "{label}: {told}");
    }
}

#[test]
fn a_wage_clause_typed_into_a_general_contract_is_asked_for_and_printed() {
    let clause = "职工平均工资增长【工资增长幅度】，月平均工资达到【本年月平均工资】元。";
    for paper in papers(&[clause], &[]) {
        assert_eq!(paper.missing, ["工资增长幅度", "本年度职工月平均工资"], "{}", paper.template);
    }
    let told = [("工资增长幅度", "600"), ("本年月平均工资", "621200")];
    let [form, statement] = papers(&[clause], &told).map(|paper| shown(&paper));
    assert!(form.contains("6,212元，增长6%") && !form.contains("上年度"), "{form}");
    assert!(
        statement.contains("合同约定平均增长6%，达到6,212元，涉及职工320人。")
            && !statement.contains("最低月工资"),
        "{statement}"
    );
}
