// The contract between the pages and the core: every command with its shape, arguments and answer.
// This file is generated from the list of commands; change the list, not this file.

export type FileHandle = string;

export type KnownLedger = { dir: string; name: string; demo: boolean };
export type DeskPerson = { id: string; name: string; role: "chair" | "officer" | "auditor" };
export type UndoState = { undo: string | null; redo: string | null; stoppedBy: string | null };
export type OpenLedger = {
  dir: string;
  unionName: string;
  person: DeskPerson;
  demo: boolean;
  namedDay: string | null;
  undo: UndoState;
};
export type LedgerStatus = { known: KnownLedger[]; open: OpenLedger | null };
export type LedgerCreate = {
  folder?: FileHandle;
  unionName: string;
  creditCode: string;
  province: string;
  city?: string;
  chairName: string;
  passphrase: string;
};
export type Strength = { score: number; advice: string };
export type CheckReport = { ok: boolean; findings: string[] };
export type City = { code: string; name: string };
export type Province = { code: string; name: string; cities: City[] };

export type Layer = "national" | "province" | "city" | "own";
export type Confidence = "low" | "medium" | "high";
export type Unit =
  | "calendar_day"
  | "working_day"
  | "hour"
  | "minute"
  | "month"
  | "year"
  | "degree"
  | "decibel"
  | "fen"
  | "count"
  | "ratio";
export type RuleRef = {
  id: string;
  instrument: string;
  number: string;
  article: string;
  layer: Layer;
  layer_name: string;
  confidence: Confidence;
  short: string;
};
export type Skipped = { date: string; why: string };
export type Explanation = {
  sentence: string;
  start: string;
  quantity: number;
  unit: Unit;
  nominal: string;
  end: string;
  skipped: Skipped[];
  calendar: number[];
  rule: RuleRef;
};
export type OtherDate = { due: string; rule: RuleRef; mandatory: boolean; sentence: string };
export type Awaiting = { rule: RuleRef; start_event: string; start_label: string };
export type Deadline = {
  due: string;
  rule: RuleRef;
  others: OtherDate[];
  awaiting: Awaiting[];
  weekend_due: string | null;
  certain: boolean;
  explanation: Explanation;
  pack: string;
};

export type Whose = "union" | "employer" | "upper";
export type Band = "overdue" | "week" | "month" | "later";
export type Place = { page: string; id?: string; part?: string };
export type Duty = {
  id: string;
  module: string;
  whose: Whose;
  title: string;
  origin: string;
  due: string;
  days: number;
  band: Band;
  deadline?: Deadline;
  button: string;
  place: Place;
};
export type Today = { day: string; duties: Duty[] };

export type Sex = "male" | "female" | "unknown";
export type EmploymentForm = "contract" | "dispatched" | "other";
export type MemberQuery = { text?: string; shop?: string; form?: EmploymentForm; offset?: number; limit?: number };
export type MemberLine = {
  id: string;
  name: string;
  sex: Sex;
  shop: string | null;
  post: string | null;
  form: EmploymentForm;
  phone: string | null;
  idNumber: string | null;
  memberSince: string | null;
};
export type MemberPage = { total: number; rows: MemberLine[] };
export type ShopCount = { shop: string; people: number };
export type MemberCounts = {
  total: number;
  women: number;
  migrant: number;
  contract: number;
  dispatched: number;
  shops: ShopCount[];
  dispatchWarning: string | null;
};
export type PersonRecord = {
  id?: string;
  name: string;
  sex: Sex;
  birth?: string;
  idNumber?: string;
  phone?: string;
  ethnicity?: string;
  education?: string;
  political?: string;
  skillGrade?: string;
  migrant?: boolean;
  shop?: string;
  post?: string;
  workNumber?: string;
  form: EmploymentForm;
  memberSince?: string;
  note?: string;
};
export type ImportCell = { column: string; was: string; becomes: string; changed: boolean };
export type ImportProblem = {
  kind: string;
  title: string;
  column: string;
  message: string;
  level: "decide" | "refuse";
};
export type ImportRow = { row: number; cells: ImportCell[]; problems: ImportProblem[] };
export type DecisionChoice = { value: string; label: string };
export type DecisionGroup = { kind: string; title: string; count: number; choices: DecisionChoice[] };
export type ImportPreview = {
  file: string;
  total: number;
  good: number;
  decide: number;
  refused: number;
  groups: DecisionGroup[];
  rows: ImportRow[];
};
export type ImportDecision = { kind: string; row: number | null; value: string };
export type Imported = { added: number; alreadyThere: number; leftOut: number };


export type Side = "workers" | "employer";
export type TopicResult = "agreed" | "disputed" | "deferred";
export type ReplyKind = "agreed" | "partly" | "refused";
export type EventKind = "signed" | "filed" | "returned" | "inEffect" | "published" | "noted";
export type StepKind = "representatives" | "offer" | "reply" | "meetings" | "conclusion";
export type StartNegotiation = { year: number; startedOn?: string; lateEntry?: string };
export type TopicInput = { id?: string; title: string; proposal: string };
export type SaveOffer = {
  negotiation: string;
  by: Side;
  addressee: string;
  reasons: string;
  issuedOn: string;
  receivedOn?: string;
  receivedBy?: string;
  proposedOn?: string;
  proposedPlace?: string;
  contact: string;
  information: string;
  topics: TopicInput[];
  lateEntry?: string;
};
export type RecordReply = {
  negotiation: string;
  kind: ReplyKind;
  repliedOn: string;
  repliedBy: string;
  text: string;
  meetsOn?: string;
  meetsPlace?: string;
  lateEntry?: string;
};
export type RepresentativeInput = {
  id?: string;
  person?: string;
  name: string;
  sex: Sex;
  post: string;
  chief: boolean;
  outside: boolean;
  frontLine: boolean;
  personnelManager: boolean;
  chosenHow: string;
  chosenOn?: string;
};
export type SaveRepresentatives = {
  negotiation: string;
  workers?: RepresentativeInput[];
  employer?: RepresentativeInput[];
};
export type MeetingTopic = {
  topic: string;
  workersPosition: string;
  employerPosition: string;
  evidence: string;
  result: TopicResult;
  agreedText?: string;
};
export type Attendance = { representative: string; present: boolean; reason?: string };
export type Undertaking = { id?: string; what: string; side: Side; owner: string; dueOn?: string; doneOn?: string };
export type MeetingInput = {
  id?: string;
  negotiation: string;
  heldOn: string;
  begins: string;
  ends?: string;
  place: string;
  chair: string;
  recorder: string;
  recorderPost: string;
  agenda: string;
  attendance: Attendance[];
  topics: MeetingTopic[];
  undertakings: Undertaking[];
  nextOn?: string;
  nextPlace?: string;
  lateEntry?: string;
};
export type AddEvent = { negotiation: string; kind: EventKind; happenedOn: string; text: string };
export type MarkUndertaking = { undertaking: string; doneOn?: string };
export type Step = {
  kind: StepKind;
  name: string;
  done: boolean;
  current: boolean;
  whose: string;
  missing: string[];
};
export type Offer = {
  id: string;
  by: Side;
  addressee: string;
  reasons: string;
  issuedOn: string;
  receivedOn: string | null;
  receivedBy: string | null;
  proposedOn: string | null;
  proposedPlace: string | null;
  contact: string;
  information: string;
  replyDeadline: Deadline | null;
  concludeDeadline: Deadline | null;
  lateEntry: string | null;
};
export type Reply = {
  id: string;
  kind: ReplyKind;
  repliedOn: string;
  repliedBy: string;
  text: string;
  meetsOn: string | null;
  meetsPlace: string | null;
  daysLate: number | null;
  lateEntry: string | null;
};
export type Topic = {
  id: string;
  title: string;
  proposal: string;
  workersPosition: string;
  employerPosition: string;
  result: TopicResult | null;
  agreedText: string | null;
  round: number | null;
};
export type Meeting = { id: string; round: number; record: MeetingInput };
export type Event = { id: string; kind: EventKind; happenedOn: string; text: string };
export type NegotiationLine = {
  id: string;
  year: number;
  title: string;
  state: string;
  day: number | null;
  ofDays: number | null;
};
export type Representative = { id: string; side: Side; record: RepresentativeInput };
export type Negotiation = {
  id: string;
  year: number;
  title: string;
  startedOn: string;
  lateEntry: string | null;
  offerName: string;
  steps: Step[];
  day: number | null;
  ofDays: number | null;
  offer: Offer | null;
  reply: Reply | null;
  representatives: Representative[];
  topics: Topic[];
  meetings: Meeting[];
  events: Event[];
  advice: string[];
};

export type IssuedPaper = { id: string; number: string; issuedAt: string; pages: number; sha256: string };
export type PaperLine = {
  kind: string;
  of: string;
  title: string;
  affair: string;
  dated?: string;
  missing: string[];
  issued: IssuedPaper[];
};
export type PaperPrinted = { path: string; pages: number; sha256: string };

export type Contract = {
  "ledger.status": { shape: "call"; args: object; answer: LedgerStatus };
  "ledger.create": { shape: "call"; args: LedgerCreate; answer: LedgerStatus };
  "ledger.open": { shape: "call"; args: { dir: string; passphrase: string }; answer: LedgerStatus };
  "ledger.openRecovery": { shape: "call"; args: { dir: string; words: string }; answer: LedgerStatus };
  "ledger.lock": { shape: "call"; args: object; answer: LedgerStatus };
  "ledger.undo": { shape: "call"; args: object; answer: { label: string } };
  "ledger.redo": { shape: "call"; args: object; answer: { label: string } };
  "ledger.check": { shape: "job"; args: object; answer: CheckReport };
  "ledger.recoverySheet": { shape: "bytes"; args: object; answer: ArrayBuffer };
  "ledger.passphraseStrength": { shape: "call"; args: { passphrase: string }; answer: Strength };
  "demo.open": { shape: "job"; args: object; answer: LedgerStatus };
  "law.places": { shape: "call"; args: object; answer: Province[] };
  "today.list": { shape: "call"; args: object; answer: Today };
  "members.search": { shape: "call"; args: MemberQuery; answer: MemberPage };
  "members.counts": { shape: "call"; args: object; answer: MemberCounts };
  "members.get": { shape: "call"; args: { id: string }; answer: PersonRecord };
  "members.save": { shape: "call"; args: PersonRecord; answer: { id: string } };
  "members.remove": { shape: "call"; args: { id: string }; answer: object };
  "members.preview": { shape: "job"; args: { file: FileHandle }; answer: ImportPreview };
  "members.import": {
    shape: "job";
    args: { file: FileHandle; decisions: ImportDecision[] };
    answer: Imported;
  };
  "negotiation.list": { shape: "call"; args: object; answer: NegotiationLine[] };
  "negotiation.start": { shape: "call"; args: StartNegotiation; answer: { id: string } };
  "negotiation.get": { shape: "call"; args: { id: string }; answer: Negotiation };
  "negotiation.saveOffer": { shape: "call"; args: SaveOffer; answer: object };
  "negotiation.recordReply": { shape: "call"; args: RecordReply; answer: object };
  "negotiation.saveRepresentatives": { shape: "call"; args: SaveRepresentatives; answer: object };
  "negotiation.saveMeeting": { shape: "call"; args: MeetingInput; answer: { id: string } };
  "negotiation.removeMeeting": { shape: "call"; args: { id: string }; answer: object };
  "negotiation.addEvent": { shape: "call"; args: AddEvent; answer: { id: string } };
  "negotiation.markUndertaking": { shape: "call"; args: MarkUndertaking; answer: object };
  "papers.list": { shape: "call"; args: object; answer: PaperLine[] };
  "papers.preview": {
    shape: "bytes";
    args: { kind: string; of: string; page1Only: boolean; draft?: MeetingInput };
    answer: ArrayBuffer;
  };
  "papers.print": { shape: "call"; args: { kind: string; of: string; to: FileHandle }; answer: PaperPrinted };
  "papers.issue": { shape: "call"; args: { kind: string; of: string }; answer: { number: string } };
};
