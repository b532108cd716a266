// Applicants between the form and the core: nobody twice, a masked number never sent, a line put right and still wrong kept as typed.
import { expect, it } from "vitest";
import type { ApplicantRead } from "../../contract/bindings";
import { asked, byNumber, changeable, dispatched, lineOf, reread, troubleOf, without } from "./logic";

const read = (name: string, more: Partial<ApplicantRead["applicant"]> = {}, trouble: string | null = null): ApplicantRead => ({ applicant: { name, ...more }, sex: "male", note: null, trouble });

it("takes nobody twice and sends no number that was only shown", () => {
  const people = without([read("王伟", { person: "p1", idNumber: "110101********0011" }), read("王伟", { person: "p1" }), read("李娜", { idNumber: "110101199003070011" }), read("李娜", { idNumber: "110101199003070011" })]);
  expect(people.map((one) => one.applicant.name)).toEqual(["王伟", "李娜"]);
  const form = asked({ appliedOn: "2026-11-10", signed: true, shop: " 城东站 ", post: "", form: "other", people });
  expect(form.people).toEqual([
    { person: "p1", name: "王伟", idNumber: undefined, phone: undefined },
    { person: undefined, name: "李娜", idNumber: "110101199003070011", phone: undefined },
  ]);
  expect([form.shop, form.post, form.form]).toEqual(["城东站", undefined, "other"]);
  expect(asked({ appliedOn: "2026-11-10", signed: true, form: "", people }).form, "no choice is none, not a form of its own").toBeUndefined();
});

it("finds one who was put right to be one that stands above, and no more when that one is taken out", () => {
  const people = [read("李娜", { idNumber: "110101199003070011" }), read("李那", { idNumber: "110101199003070011" })];
  expect([troubleOf(people, 0), troubleOf(people, 1)]).toEqual([null, "前面已经有这个人，请去掉一行。"]);
  expect(troubleOf(people.slice(1), 0)).toBeNull();
});

it("writes a row as a line without what was masked, and keeps what the core could not read", () => {
  expect(lineOf({ name: " 王伟 ", idNumber: "110101********0011", phone: "13800138000" })).toBe("王伟\t\t13800138000");
  expect(lineOf({ name: "王伟", phone: "13800138000", employer: "云岭快递城东站" }), "a firm is told by its head").toBe("姓名\t证件号码\t手机\t工作单位\n王伟\t\t13800138000\t云岭快递城东站");
  expect(reread({ name: "李娜", employer: "云岭快递" }, read("李娜")).applicant.employer, "kept as typed").toBe("云岭快递");
  const wrong = reread({ name: "王伟", idNumber: "1101", phone: "138" }, read("王伟", {}, "证件号码不对。"));
  expect(wrong.applicant).toMatchObject({ idNumber: "1101", phone: "138" });
  expect(reread({ name: "王伟", phone: "1380013800" }, read("王伟", { idNumber: "1380013800" }, "证件号码不对。")).applicant.phone, "not told twice").toBeUndefined();
  const known = read("王伟", { person: "p1", idNumber: "110101********0011" });
  expect(reread({ name: "王伟", idNumber: "110101199003070011" }, known), "the roster's own").toBe(known);
  expect(reread({ name: "" }, undefined).trouble).toContain("这一行是空的");
});

it("puts right here only what the roster does not hold", () => {
  expect(changeable(read("王伟", { person: "p1" }))).toBe(false);
  expect(changeable(read("王伟", { person: "p1" }, "已经是会员，不用再申请。"))).toBe(true);
  expect(changeable(read("李娜"))).toBe(true);
});

it("asks for the cards of an approval by the member numbers", () => {
  const one = (number: string) => ({ person: `p${number}`, application: `a${number}`, name: "赵立春", shop: null, number });
  expect(byNumber([one("1000000"), one("000322"), one("000321")]).map((each) => each.number)).toEqual(["000321", "000322", "1000000"]);
});

it("asks of the two firms only where somebody is dispatched", () => {
  const form = { appliedOn: "2026-11-10", signed: true, form: "other" as const, agreement: "agreed" as const, employer: " 云岭快递 ", people: [read("李娜")] };
  expect([dispatched(form), asked(form).agreement, asked(form).employer]).toEqual([false, undefined, "云岭快递"]);
  expect(dispatched({ ...form, form: "dispatched" }), "as who is new is entered").toBe(true);
  const known = { ...read("王伟", { person: "p1", employer: "云岭人力" }), dispatched: true };
  const asks = { ...form, people: [known] };
  expect([dispatched(asks), asked(asks).agreement, asked(asks).people[0]!.employer]).toEqual([true, "agreed", "云岭人力"]);
});
