// How the representatives of the affair of the tests come and go: one vacant seat, nothing else recorded.
import type { NegotiationPeople } from "../src/contract/bindings";

export const people = (): NegotiationPeople => ({
  vacancies: [
    {
      event: "e1",
      representative: "workers2",
      name: "李丽",
      side: "workers",
      chief: false,
      vacatedOn: "2026-11-10",
      why: "调离",
      deadline: null,
      notes: ["补选按照产生的程序进行。"],
      filledBy: null,
      filledOn: null,
    },
  ],
  posting: { waiting: ["王伟"], deadline: null, sentence: "代表产生后五个工作日内公布。", rule: null },
  employerPosting: null,
  law: [],
  protection: [],
  elections: [],
  mandates: [],
  earlier: [],
  known: { chair: "冯天佑", due: 45, lastFour: [["workers1", "001X"]], outsideAdvise: true, chosenBy: null, officeShops: [] },
});
