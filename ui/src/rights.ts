// What the person at the desk may do, read from the contract's own list: a button that would be refused is off and says why.
// The core decides; this only spares the person the way there.
import { rights, type Contract, type DeskPerson } from "./contract/bindings";
import { desk } from "./desk";
import { frame } from "./text/frame";

/** Whether a person may give a command. */
export function mayDo(command: keyof Contract, person: Pick<DeskPerson, "role">): boolean {
  const right = rights[command];
  if (person.role === "chair" || right === "anyone" || right === "reader") return true;
  if (right === "chair" || person.role === "auditor") return false;
  return right.writer !== "desk";
}

/** What a button of this command is bound to: off with the reason when the person has no right, or when `off` for its own reason. */
export function allowed(command: keyof Contract, off = false, title?: string): { disabled: boolean; title?: string } {
  const person = desk.status?.open?.person;
  if (person && !mayDo(command, person)) {
    return { disabled: true, title: rights[command] === "chair" ? frame.onlyChair : frame.noRight(frame.roles[person.role] ?? "") };
  }
  return { disabled: off, title };
}

/** The same for what only the chair may do and no command of the list says so (the recovery sheet among the papers). */
export function forChair(off = false): { disabled: boolean; title?: string } {
  return desk.status?.open?.person.role === "chair" ? { disabled: off } : { disabled: true, title: frame.onlyChair };
}
