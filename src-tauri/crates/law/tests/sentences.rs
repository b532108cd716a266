//! The exact sentences that the window shows and papers print.

use law::{Deadline, Place};

use crate::{book, day};

fn deadline(subject: &str, code: &str, start: &str) -> Deadline {
    book().deadline(subject, &Place::province(code), day(start)).unwrap()
}

#[test]
fn jiangxi_answers_within_twenty_days() {
    let reply = deadline("negotiation.reply", "36", "2026-10-06");
    assert_eq!(
        reply.explanation.sentence,
        "2026年10月6日收到协商意向书，自次日起算20日（日历日，按2026年放假安排），\
         依江西省《江西省企业工资集体协商条例》第十九条，到2026年10月26日届满。"
    );
    assert_eq!((reply.due, reply.weekend_due, reply.certain), (day("2026-10-26"), None, true));
    assert_eq!(reply.rule.short, "江西省企业工资集体协商条例第十九条");
    assert_eq!(reply.rule.layer_name, "江西省");
}

#[test]
fn shanghai_answers_within_fifteen_days() {
    assert_eq!(
        deadline("negotiation.reply", "31", "2026-03-09").explanation.sentence,
        "2026年3月9日收到集体协商建议书，自次日起算15日（日历日，按2026年放假安排），\
         依上海市《上海市集体合同条例》第十五条，到2026年3月24日届满。"
    );
}

#[test]
fn zhejiang_counts_ten_working_days_across_national_day() {
    let reply = deadline("negotiation.reply", "33", "2026-09-30");
    assert_eq!(
        reply.explanation.sentence,
        "2026年9月30日收到书面协商要求，自次日起算10个工作日（工作日，按2026年放假安排），\
         依浙江省《浙江省集体合同条例》第七条，到2026年10月20日届满。"
    );
    let skipped: Vec<_> =
        reply.explanation.skipped.iter().map(|day| (day.date.to_string(), day.why.as_str())).collect();
    assert_eq!(
        skipped.len(),
        10,
        "seven days of National Day, one Sunday, one weekend: 10 October is worked"
    );
    assert_eq!(skipped[0], ("2026-10-01".to_owned(), "国庆节（法定休假日）"));
    assert_eq!(skipped[4], ("2026-10-05".to_owned(), "国庆节放假调休"));
    assert_eq!(skipped[7], ("2026-10-11".to_owned(), "周末"));
    assert_eq!(reply.others.len(), 2, "the two national rules stand beside it");
}

#[test]
fn henan_ends_the_talks_after_two_months() {
    assert_eq!(
        deadline("negotiation.conclude", "41", "2026-03-09").explanation.sentence,
        "2026年3月9日收到要约书，自次日起算2个月（按月日对应，按2026年放假安排），\
         依河南省《河南省企业工资集体协商条例》第二十六条，到2026年5月9日届满。"
    );
    let moved = deadline("negotiation.conclude", "41", "2026-08-01");
    assert_eq!(
        moved.explanation.sentence,
        "2026年8月1日收到要约书，自次日起算2个月（按月日对应，按2026年放假安排），\
         依河南省《河南省企业工资集体协商条例》第二十六条，2026年10月1日是国庆节（法定休假日），\
         顺延后到2026年10月4日届满；这一天是休息日，如按休息日顺延则为2026年10月8日。"
    );
    assert_eq!(moved.explanation.nominal, day("2026-10-01"));
}

#[test]
fn days_that_no_text_sets_are_told_as_a_suggestion_without_an_article() {
    let reminded = deadline("negotiation.correction", "22", "2026-09-22");
    assert_eq!(
        reminded.explanation.sentence,
        "2026年9月22日工会催告，自次日起算5个工作日（工作日，按2026年放假安排），到2026年9月30日届满；\
         天数是建议，法规没有规定。"
    );
    for subject in ["supervision.answer.suggested", "safety.proposal.reply.suggested"] {
        let sentence = deadline(subject, "22", "2026-09-22").explanation.sentence;
        assert!(sentence.contains("天数是建议，法规没有规定") && !sentence.contains('《'), "{sentence}");
    }
    // Where a text sets the days its article is named, also of what may be done and need not.
    let jiangxi = deadline("negotiation.correction", "36", "2026-09-22").explanation.sentence;
    assert!(jiangxi.contains("依江西省《江西省企业工资集体协商条例》第三十八条"), "{jiangxi}");
    let longer = deadline("negotiation.coordination.extension", "22", "2026-12-01").explanation.sentence;
    assert!(longer.contains("依国家《集体合同规定》第五十二条") && !longer.contains("建议"), "{longer}");
}

#[test]
fn a_clock_that_ends_on_spring_festival_moves_behind_it() {
    let reply = deadline("negotiation.reply", "36", "2026-01-28");
    assert_eq!(
        reply.explanation.sentence,
        "2026年1月28日收到协商意向书，自次日起算20日（日历日，按2026年放假安排），\
         依江西省《江西省企业工资集体协商条例》第十九条，2026年2月17日是春节（法定休假日），\
         顺延后到2026年2月20日届满；这一天是休息日，如按休息日顺延则为2026年2月24日。"
    );
    assert_eq!((reply.due, reply.weekend_due), (day("2026-02-20"), Some(day("2026-02-24"))));
}

#[test]
fn a_plain_weekend_shows_both_dates() {
    let conclude = deadline("negotiation.conclude", "36", "2026-10-06");
    assert_eq!(
        conclude.explanation.sentence,
        "2026年10月6日收到协商意向书，自次日起算60日（日历日，按2026年放假安排），\
         依江西省《江西省企业工资集体协商条例》第十九条，到2026年12月5日届满；\
         这一天是休息日，如按休息日顺延则为2026年12月7日。"
    );
}

#[test]
fn a_weekend_that_is_worked_is_no_weekend() {
    let reply = deadline("negotiation.reply", "36", "2026-09-20");
    assert_eq!(
        (reply.due, reply.weekend_due),
        (day("2026-10-10"), None),
        "Saturday 10 October 2026 is worked"
    );
}

#[test]
fn a_year_without_calendar_says_so() {
    let calendar_days = deadline("negotiation.reply", "36", "2026-12-20");
    assert_eq!(
        calendar_days.explanation.sentence,
        "2026年12月20日收到协商意向书，自次日起算20日（日历日），\
         依江西省《江西省企业工资集体协商条例》第十九条，到2027年1月9日届满；\
         这一天是休息日，如按休息日顺延则为2027年1月11日；\
         本软件还没有2027年的放假安排，元旦、劳动节、国庆节的法定休假日已经考虑，最后一天是否遇上春节等其他假日，放假通知公布后请再核对；\
         无论怎样放假，2027年1月9日（含）以前都不会迟。"
    );
    let working_days = deadline("negotiation.reply", "33", "2026-12-28");
    assert_eq!(
        working_days.explanation.sentence,
        "2026年12月28日收到书面协商要求，自次日起算10个工作日（工作日，按2026年放假安排），\
         依浙江省《浙江省集体合同条例》第七条，到2027年1月12日届满；\
         本软件还没有2027年的放假安排，元旦、劳动节、国庆节的法定休假日已经扣除，其余暂按周一至周五上班推算，放假通知公布后请再核对；\
         无论怎样放假，2027年1月8日（含）以前都不会迟。"
    );
    assert_eq!(
        (working_days.due, working_days.certain_due),
        (day("2027-01-12"), Some(day("2027-01-08"))),
        "the assumed day from weekdays, the certain one as if every weekend were worked"
    );
    assert_eq!(calendar_days.certain_due, Some(calendar_days.due), "a holiday can only move it on");
    assert!(!calendar_days.certain && !working_days.certain, "an assumed date is never certain");
    assert_eq!(working_days.explanation.calendar, [2026], "only the loaded year was used");
}

#[test]
fn new_year_moves_an_end_before_its_notice_is_out() {
    let jiangxi = deadline("negotiation.reply", "36", "2026-12-12");
    assert_eq!(
        (jiangxi.explanation.nominal, jiangxi.due, jiangxi.weekend_due),
        (day("2027-01-01"), day("2027-01-02"), Some(day("2027-01-04"))),
        "the regulation makes 1 January a holiday in every year"
    );
    assert!(
        jiangxi.explanation.sentence.contains("2027年1月1日是元旦（法定休假日），顺延后到2027年1月2日届满")
    );
    assert!(!jiangxi.certain, "what else the notice will say is not known");
    let hangzhou = book().deadline("negotiation.reply", &Place::city("3301"), day("2026-12-20")).unwrap();
    assert_eq!(hangzhou.due, day("2027-01-04"), "ten working days without 1 January");
    assert!(hangzhou.explanation.skipped.iter().any(|one| one.why == "元旦（法定休假日）"));
    let october = deadline("negotiation.reply", "36", "2030-09-12");
    assert_eq!(october.due, day("2030-10-04"), "2 October 2030 moves behind National Day");
    let before = deadline("negotiation.information", "36", "2028-05-07");
    assert_eq!(before.due, day("2028-04-28"), "2 May 2028 is off: back over Labour Day and the weekend");
}

#[test]
fn a_before_clock_moves_to_an_earlier_working_day() {
    let information = deadline("negotiation.information", "36", "2026-10-12");
    assert_eq!(
        information.explanation.sentence,
        "2026年10月12日开始协商，自前一日起向前算5日（日历日，按2026年放假安排），\
         依江西省《江西省企业工资集体协商条例》第二十条，2026年10月7日是国庆节放假调休，\
         提前后最迟为2026年9月30日。"
    );
}

#[test]
fn windows_say_whether_they_bind() {
    let book = book();
    let told = |subject: &str, code: &str, anchor: &str| {
        book.window(subject, &Place::province(code), day(anchor)).unwrap().explanation.sentence
    };
    assert_eq!(
        told("negotiation.renewal_window", "36", "2026-12-31"),
        "2026年12月31日工资集体合同期满，前60日内（当日不计入），\
         依江西省《江西省企业工资集体协商条例》第二十八条，应在2026年11月1日至2026年12月30日之间办理。"
    );
    assert_eq!(
        told("negotiation.renewal_window", "33", "2026-12-31"),
        "2026年12月31日集体合同期满，前90日内（当日不计入），\
         依浙江省《浙江省集体合同条例》第三十条，可以在2026年10月2日至2026年12月30日之间办理。"
    );
}
