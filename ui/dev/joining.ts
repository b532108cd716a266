// Invented riders of a joining day: thirteen who wait, some already approved, and how pasted lines are read.
import type { Admission, ApplicantRead, Application } from "../src/contract/bindings";
import { decision } from "./committee";

const names = ["赵立春", "钱文", "孙丽", "李国栋", "周敏", "吴海燕", "郑小军", "王桂花", "冯强", "陈玉兰", "褚建华", "卫平", "蒋丽"];
const application = (n: number): Application => ({
  id: `a${String(n).padStart(2, "0")}`, person: `m${n}`, name: names[n]!, shop: n % 3 === 0 ? null : "城东站", post: n % 3 === 0 ? null : "快递员", employer: n % 3 === 0 ? null : "云岭快递有限公司", dispatched: false, agreement: null, appliedOn: "2026-11-12", signed: n !== 4, group: null,
  stage: n !== 4 ? "approval" : "signature", lacks: n !== 4 ? [] : ["本人签名"], admission: null, approvedOn: null, number: null, refusedOn: null, refusedWhy: null,
});
/** As the core lists them, the last entered first. */
export const applications: Application[] = names.map((_, n) => application(n)).reverse();
export const admissions: Admission[] = [
  { id: "ad1", approvedOn: "2026-10-20", decision, lateEntry: null, handedOn: null, people: ["涂建华", "章文喆"].map((name, n) => ({ person: `m${n}`, application: `b${n}`, name, shop: n === 0 ? "装配" : null, number: `00032${n + 1}` })) },
];
export const applicant = (line: string): ApplicantRead => {
  const [name = "", idNumber = "", phone = ""] = line.split(/[\t ,，]+/);
  const known = name === "王伟";
  if (known) return { applicant: { name, person: "m0", idNumber: "360121********001X", phone: "138****8000" }, sex: "male", note: "花名册上已有：装配 钳工", trouble: null };
  return { applicant: { name, idNumber, phone: phone || undefined }, sex: "male", note: null, trouble: idNumber.length === 18 ? null : `证件号码是${idNumber.length}位，应为18位，请对照证件核对。` };
};
