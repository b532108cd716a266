// The contract between the pages and the core: every command with its shape, arguments and answer.
// This file is generated from the list of commands; change the list, not this file.

export type FileHandle = string;
export type Role = "chair" | "officer" | "auditor";
export type KnownLedger = { dir: string; name: string; demo: boolean; present: boolean };
export type DeskPerson = { id: string; name: string; role: Role };
export type OpenStatus = {
  dir: string;
  unionName: string;
  employer: string;
  person: DeskPerson;
  namedDay: string | null;
  today: string;
  undo: string | null;
  redo: string | null;
  stoppedBy: string | null;
  unionId: string;
};
export type Status = { known: KnownLedger[]; home: string; open: OpenStatus | null };
export type CreateLedger = {
  folder?: FileHandle;
  unionName: string;
  creditCode: string;
  employer?: string;
  province: string;
  city?: string;
  chairName: string;
  passphrase: string;
  namedDay?: string;
};
export type OpenLedger = { dir: FileHandle; passphrase: string };
export type OpenByRecovery = { dir: FileHandle; words: string };
export type OpenDemo = { folder?: FileHandle; anew?: boolean };
export type Typed = { text: string };
export type PassphraseStrength = { score: number; advice: string };
export type CheckedCode = { code: string | null; message: string | null; isUnion: boolean };
export type Moved = { label: string };
export type CheckFinding = { severity: string; message: string; wayOut: string };
export type Checked = { steps: number; head: string; findings: CheckFinding[] };
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

export type RosterSex = "male" | "female" | "unspecified";
export type RosterEmploymentForm =
  | "contract"
  | "dispatched"
  | "partTime"
  | "outsourced"
  | "intern"
  | "rehired"
  | "other";
export type MemberQuery = { text?: string; shop?: string; form?: RosterEmploymentForm; offset?: number; limit?: number };
export type MemberLine = {
  id: string;
  name: string;
  sex: RosterSex;
  shop: string | null;
  post: string | null;
  form: RosterEmploymentForm;
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
  sex: RosterSex;
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
  form: RosterEmploymentForm;
  memberSince?: string;
  note?: string;
};
export type Field =
  | "sequence"
  | "name"
  | "sex"
  | "birth"
  | "ethnicity"
  | "workStatus"
  | "idKind"
  | "idNumber"
  | "education"
  | "skillGrade"
  | "phone"
  | "household"
  | "householdPlace"
  | "nativePlace"
  | "migrant"
  | "political"
  | "employer"
  | "shop"
  | "team"
  | "post"
  | "staffNo"
  | "employment"
  | "employedOn"
  | "startedWorkOn"
  | "joinedOn"
  | "changeKind"
  | "changeOn"
  | "changeReason"
  | "unionCard"
  | "email"
  | "remark"
  | "importResult"
  | "importFault";
export type Severity = "note" | "ask" | "stop";
export type RosterProblemKind = string;
export type RosterDecision = "takeProposal" | "keepWritten" | "leaveEmpty" | "skipRow";
export type RosterRowStatus = "ready" | "ask" | "stop" | "skipped";
export type RosterPrecision = "day" | "month" | "year";
export type RosterDate = { date: string; precision: RosterPrecision };
export type CellProblem = {
  row: number;
  column: number;
  field: Field | null;
  severity: Severity;
  kind: RosterProblemKind;
  message: string;
  was: string;
  proposal: string | null;
};
export type PersonDraft = {
  name: string;
  nameKey: string;
  sex: RosterSex | null;
  birth: RosterDate | null;
  ethnicity: string | null;
  idKind: string | null;
  idNumber: string | null;
  phones: string[];
  education: string | null;
  skillGrade: string | null;
  workStatus: string | null;
  household: string | null;
  householdPlace: string | null;
  nativePlace: string | null;
  migrant: boolean | null;
  political: string | null;
  employer: string | null;
  shop: string | null;
  team: string | null;
  post: string | null;
  staffNo: string | null;
  employment: RosterEmploymentForm | null;
  employedOn: RosterDate | null;
  startedWorkOn: RosterDate | null;
  joinedOn: RosterDate | null;
  changeKind: string | null;
  changeOn: RosterDate | null;
  changeReason: string | null;
  unionCard: string | null;
  email: string | null;
  remark: string | null;
};
export type RosterRow = {
  page: number;
  row: number;
  status: RosterRowStatus;
  raw: string[];
  person: PersonDraft;
  problems: CellProblem[];
};
export type ColumnFound = { column: number; field: Field; heading: string };
export type UnknownColumn = { column: number; heading: string };
export type RosterHeader = { row: number; lastRow: number; columns: ColumnFound[]; unknown: UnknownColumn[] };
export type RosterPage = { name: string; header: RosterHeader; people: number };
export type RosterCounts = {
  total: number;
  ready: number;
  ask: number;
  stop: number;
  skipped: number;
  notes: number;
  blankRows: number;
  totalRows: number;
  noteRows: number;
  repeatedHeads: number;
};
export type RosterAskKind = {
  kind: RosterProblemKind;
  count: number;
  question: string;
  proposal: string;
  canKeep: boolean;
};
export type RosterReading = { field: Field; was: string; now: string; rows: number };
export type RosterPreview = {
  fileSha256: string;
  pages: RosterPage[];
  rows: RosterRow[];
  counts: RosterCounts;
  asks: RosterAskKind[];
  readings: RosterReading[];
  remarks: string[];
};
export type RosterOptions = {
  page?: string;
  columns: Record<number, Field | null>;
  decisions: Partial<Record<RosterProblemKind, RosterDecision>>;
  foundedOn?: string;
};
export type PreviewRoster = { file: FileHandle; options?: RosterOptions };
export type RosterSlice = { offset: number; limit: number; status?: RosterRowStatus };
export type ImportRoster = { file: FileHandle; options?: RosterOptions; sha256?: string };
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
  sex: RosterSex;
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
export type PaperRef = { kind: string; of: string; firstPage?: boolean };
export type PrintPaper = { kind: string; of: string; issued?: string; to: FileHandle };
export type IssuePaper = { kind: string; of: string };
export type IssuedRef = { id: string };
export type Printed = { path: string; pages: number; sha256: string };
export type Nothing = Record<string, never>;

/** Every command: its shape, what it asks for and what it answers. */
export type Contract = {
  "ledger.status": { shape: "call"; args: Nothing; answer: Status };
  "ledger.strength": { shape: "call"; args: Typed; answer: PassphraseStrength };
  "ledger.create": { shape: "call"; args: CreateLedger; answer: Status };
  "ledger.open": { shape: "call"; args: OpenLedger; answer: Status };
  "ledger.openRecovery": { shape: "call"; args: OpenByRecovery; answer: Status };
  "ledger.lock": { shape: "call"; args: Nothing; answer: Status };
  "ledger.undo": { shape: "call"; args: Nothing; answer: Moved };
  "ledger.redo": { shape: "call"; args: Nothing; answer: Moved };
  "ledger.check": { shape: "job"; args: Nothing; answer: Checked };
  "demo.open": { shape: "job"; args: OpenDemo; answer: Status };
  "law.places": { shape: "call"; args: Nothing; answer: Array<Province> };
  "union.checkCreditCode": { shape: "call"; args: Typed; answer: CheckedCode };
  "today.list": { shape: "call"; args: Nothing; answer: Today };
  "members.search": { shape: "call"; args: MemberQuery; answer: MemberPage };
  "members.counts": { shape: "call"; args: Nothing; answer: MemberCounts };
  "members.get": { shape: "call"; args: { id: string }; answer: PersonRecord };
  "members.save": { shape: "call"; args: PersonRecord; answer: string };
  "members.remove": { shape: "call"; args: { id: string }; answer: null };
  "members.preview": { shape: "job"; args: PreviewRoster; answer: RosterPreview };
  "members.previewRows": { shape: "call"; args: RosterSlice; answer: Array<RosterRow> };
  "members.import": { shape: "job"; args: ImportRoster; answer: Imported };
  "negotiation.list": { shape: "call"; args: Nothing; answer: Array<NegotiationLine> };
  "negotiation.get": { shape: "call"; args: { id: string }; answer: Negotiation };
  "negotiation.start": { shape: "call"; args: StartNegotiation; answer: string };
  "negotiation.saveOffer": { shape: "call"; args: SaveOffer; answer: null };
  "negotiation.recordReply": { shape: "call"; args: RecordReply; answer: null };
  "negotiation.saveRepresentatives": { shape: "call"; args: SaveRepresentatives; answer: null };
  "negotiation.saveMeeting": { shape: "call"; args: MeetingInput; answer: string };
  "negotiation.removeMeeting": { shape: "call"; args: { id: string }; answer: null };
  "negotiation.addEvent": { shape: "call"; args: AddEvent; answer: string };
  "negotiation.markUndertaking": { shape: "call"; args: MarkUndertaking; answer: null };
  "negotiation.previewMeeting": { shape: "bytes"; args: { meeting: MeetingInput }; answer: ArrayBuffer };
  "papers.list": { shape: "call"; args: Nothing; answer: Array<PaperLine> };
  "papers.preview": { shape: "bytes"; args: PaperRef; answer: ArrayBuffer };
  "papers.issued": { shape: "bytes"; args: IssuedRef; answer: ArrayBuffer };
  "papers.print": { shape: "call"; args: PrintPaper; answer: Printed };
  "papers.issue": { shape: "call"; args: IssuePaper; answer: string };
};
