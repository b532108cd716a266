//! What is told of the representatives, each on both sides: a list that has it and one that just has it not.

use std::path::Path;
use std::sync::LazyLock;

use law::{LawBook, Place};

use super::{Advised, Dispatched, advice};
use crate::members::model::Sex;
use crate::negotiation::model::RepresentativeInput;
use crate::negotiation::rules::{Law, Sides};

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());

fn one(at: usize, post: &str, sex: Sex) -> RepresentativeInput {
    RepresentativeInput {
        id: None,
        person: None,
        name: format!("代表{at}"),
        sex,
        post: post.to_owned(),
        chief: at == 0,
        outside: false,
        front_line: true,
        personnel_manager: false,
        chosen_how: String::new(),
        chosen_on: None,
    }
}

/// So many men of a post.
fn men(number: usize, post: &str) -> Vec<RepresentativeInput> {
    (0..number).map(|at| one(at, post, Sex::Male)).collect()
}

/// What is told in a place of these two sides.
struct Asked {
    place: &'static str,
    workers: Vec<RepresentativeInput>,
    employer: Vec<RepresentativeInput>,
    women: Option<(u32, u32)>,
    dispatched: Option<Dispatched>,
    forming: bool,
}

impl Asked {
    fn in_place(place: &'static str) -> Asked {
        Asked {
            place,
            workers: men(3, "操作工"),
            employer: men(3, "行政部经理"),
            women: None,
            dispatched: None,
            forming: false,
        }
    }

    fn told(&self) -> String {
        let place = match self.place.len() {
            4 => Place::city(self.place),
            _ => Place::province(self.place),
        };
        let law = Law { book: BOOK.scoped("wage"), place: &place, on: "2026-11-16".parse().unwrap() };
        let sides = Sides { workers: &self.workers, employer: &self.employer };
        let (women, dispatched, forming) = (self.women, self.dispatched, self.forming);
        advice(law, &Advised { sides, women, dispatched, forming }).concat()
    }
}

#[test]
fn a_union_post_on_the_employers_side_is_told_where_a_text_of_the_place_bars_it() {
    for (place, article) in
        [("43", "第十二条"), ("50", "第九条"), ("41", "第十四条"), ("37", "第十条"), ("3302", "第八条")]
    {
        let mut asked = Asked::in_place(place);
        assert!(!asked.told().contains("企业方另派"), "{place}: nobody of the union's: {}", asked.told());
        asked.employer[1].post = "行政部经理、工会委员".to_owned();
        let told = asked.told();
        assert!(told.contains("代表1是行政部经理、工会委员") && told.contains(article), "{place}: {told}");
        asked.employer[1].post = "原工会委员".to_owned();
        assert!(!asked.told().contains("企业方另派"), "{place}: who left it is none: {}", asked.told());
    }
    let mut elsewhere = Asked::in_place("36");
    elsewhere.employer[1].post = "工会委员".to_owned();
    assert!(!elsewhere.told().contains("企业方另派"), "江西 says nothing of it: {}", elsewhere.told());
}

#[test]
fn a_dispatched_representative_is_asked_for_over_a_twentieth_in_chongqing() {
    let told = |workers: u32, seats: u32| {
        let dispatched = Some(Dispatched { workers, all: 100, seats });
        Asked { dispatched, ..Asked::in_place("50") }.told()
    };
    assert!(!told(5, 0).contains("被派遣"), "a twentieth itself is not over it: {}", told(5, 0));
    assert!(told(6, 0).contains("花名册上有6名被派遣劳动者，全体100人"), "{}", told(6, 0));
    assert!(told(6, 0).contains("第十条"), "{}", told(6, 0));
    assert!(!told(6, 1).contains("被派遣"), "one sits: {}", told(6, 1));
}

#[test]
fn where_the_text_names_no_share_of_dispatched_workers_it_is_told_while_the_side_is_formed() {
    for (place, article) in [("33", "第十一条"), ("3301", "第十八条")] {
        let told = |workers: u32, forming: bool| {
            let dispatched = Some(Dispatched { workers, all: 100, seats: 0 });
            Asked { dispatched, forming, ..Asked::in_place(place) }.told()
        };
        assert!(told(1, true).contains(article) && told(1, true).contains("较多"), "{}", told(1, true));
        assert!(!told(1, false).contains("被派遣"), "{place}: the talks are on: {}", told(1, false));
        assert!(!told(0, true).contains("花名册上有"), "{place}: there are none: {}", told(0, true));
    }
}

#[test]
fn disabled_workers_are_told_of_while_the_side_is_formed() {
    for (place, article) in [("41", "第八条"), ("33", "第十条"), ("3301", "第十八条"), ("3302", "第八条")]
    {
        let told = |forming: bool| Asked { forming, ..Asked::in_place(place) }.told();
        assert!(told(true).contains("残疾") && told(true).contains(article), "{place}: {}", told(true));
        assert!(!told(false).contains("残疾"), "{place}: {}", told(false));
    }
    let jiangxi = Asked { forming: true, ..Asked::in_place("36") };
    assert!(!jiangxi.told().contains("残疾"), "江西 says nothing of it");
}

#[test]
fn one_woman_is_asked_for_in_jiangxi_from_a_tenth_on() {
    let told = |women: u32, female: bool| {
        let mut asked = Asked { women: Some((women, 100)), ..Asked::in_place("36") };
        if female {
            asked.workers[1].sex = Sex::Female;
        }
        asked.told()
    };
    assert!(!told(9, false).contains("女职工"), "less than a tenth: {}", told(9, false));
    assert!(told(10, false).contains("应有女职工1名以上，现有0名") && told(10, false).contains("第八条"));
    assert!(!told(10, true).contains("女职工"), "one is enough: {}", told(10, true));
}

#[test]
fn more_than_ten_are_unusual_in_beijing() {
    let told = |number: usize, place: &'static str| {
        Asked {
            workers: men(number, "操作工"),
            employer: men(number, "行政部经理"),
            ..Asked::in_place(place)
        }
        .told()
    };
    assert!(!told(10, "11").contains("一般不超过"), "{}", told(10, "11"));
    let eleven = told(11, "11");
    assert!(eleven.contains("职工方有11名代表，一般不超过10名") && eleven.contains("第七条"), "{eleven}");
    assert!(eleven.contains("企业方有11名代表"), "{eleven}");
    assert!(!told(11, "22").contains("一般不超过"), "{}", told(11, "22"));
}

#[test]
fn more_than_nine_are_told_in_tangshan_as_meant_for_firms_with_many_workers() {
    let told = |workers, employer| {
        Asked {
            workers: men(workers, "操作工"),
            employer: men(employer, "行政部经理"),
            ..Asked::in_place("1302")
        }
        .told()
    };
    assert!(!told(9, 9).contains("不算较多"), "{}", told(9, 9));
    let over = told(10, 9);
    assert!(over.contains("职工方有10名代表：职工人数不算较多的企业每方不超过9名"), "{over}");
    assert!(!over.contains("企业方有"), "{over}");
    assert!(told(9, 11).contains("企业方有11名代表"), "each side for itself");
    let elsewhere = Asked { workers: men(10, "操作工"), ..Asked::in_place("1301") };
    assert!(!elsewhere.told().contains("不算较多"), "{}", elsewhere.told());
}
