// Who takes what is dropped on the window or pasted where several lists of files stand on one page: the one that was opened
// last.
const standing: symbol[] = [];

export function fileTarget() {
  const me = Symbol("files");
  return {
    enter: () => void standing.push(me),
    leave: () => void standing.splice(standing.indexOf(me), 1),
    mine: () => standing.at(-1) === me,
  };
}
