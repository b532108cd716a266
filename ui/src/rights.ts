// What the person at the desk may do, read from the contract's own list: a button that would be refused is off and says why.
// The core decides; this only spares the person the way there.
import { shallowRef } from "vue";
import { rights, type Contract, type DeskPerson } from "./contract/bindings";
import { desk } from "./desk";
import { frame } from "./text/frame";

/** Whether a person may give a command. */
export function mayDo(command: keyof Contract, person: Pick<DeskPerson, "role" | "parts"> | undefined): boolean {
  const right = rights[command];
  if (right === "anyone" || person?.role === "chair") return true;
  if (!person) return false;
  if (right === "reader") return true;
  if (right === "chair" || person.role === "auditor") return false;
  return right.writer === "desk" ? person.parts.length > 0 : (person.parts as string[]).includes(right.writer);
}

/** Who sits at the desk. */
export const person = () => desk.status?.open?.person;

/** Why the buttons of some commands are off on the open page whatever the right: its record can no longer change. */
export type Held = { covers: (command: keyof Contract) => boolean; why: string };
const held = shallowRef<Held | null>(null);
export function hold(by: Held | null): void {
  held.value = by;
}

/** What a button of this command is bound to: off with the reason when the person has no right, or when `off` for its own reason. */
export function allowed(command: keyof Contract, off = false, title?: string): { disabled: boolean; title?: string } {
  const one = person();
  if (one && !mayDo(command, one)) {
    return { disabled: true, title: rights[command] === "chair" ? frame.onlyChair : frame.noRight(frame.roles[one.role] ?? "") };
  }
  if (held.value?.covers(command)) return { disabled: true, title: held.value.why };
  return { disabled: off, title };
}

/** The same for what only the chair may do and no command of the list says so (the recovery sheet among the papers). */
export function forChair(off = false): { disabled: boolean; title?: string } {
  return person()?.role === "chair" ? { disabled: off } : { disabled: true, title: frame.onlyChair };
}
