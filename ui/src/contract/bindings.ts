// Generated from the contract in src-tauri/crates/desk. Do not edit:
// `cargo test -p desk` says when it is stale, `UPDATE=1 cargo test -p desk` writes it anew.

/**
 * Another agreement for a round of talks.
 */
export type AddAgreement = { 
/**
 * The round of talks.
 */
negotiation: string, 
/**
 * Its kind; a round has one of each.
 */
kind: AgreementKind, };

/**
 * Something that happened, entered from paper.
 */
export type AddEvent = { 
/**
 * The negotiation.
 */
negotiation: string, 
/**
 * The agreement it happened to; absent for the talks as a whole, or where there is only one.
 */
agreement?: string, 
/**
 * What kind.
 */
kind: EventKind, 
/**
 * When.
 */
happenedOn: string, 
/**
 * What the paper says, in words.
 */
text?: string, 
/**
 * What it says in facts.
 */
facts?: EventFacts, 
/**
 * Why what comes before it is not recorded here (补录).
 */
lateEntry?: string, };

/**
 * A file to add: picked or dropped, or pasted.
 */
export type AddFile = { 
/**
 * The record it belongs to.
 */
of: FileOwner, 
/**
 * The file.
 */
file?: FileHandle, 
/**
 * Or its bytes, in base64: a pasted picture.
 */
pasted?: string, 
/**
 * Its name; the file's own when absent.
 */
name?: string, 
/**
 * Leaves in a photo where it was taken, and the free text that may tell it. Both are taken out when absent.
 */
keepPlace?: boolean, };

/**
 * A form to keep.
 */
export type AddForm = { 
/**
 * The file.
 */
file: FileHandle, 
/**
 * What it is called; the file's name when absent.
 */
name?: string, 
/**
 * What it is about; told by its marks when absent.
 */
about?: FormAbout, };

/**
 * A new person at the desk.
 */
export type AddPerson = { 
/**
 * Who it is and what they may do.
 */
person: DeskPersonInput, 
/**
 * Their first passphrase, typed by themselves.
 */
passphrase: string, };

/**
 * A file that was added.
 */
export type Added = { 
/**
 * The file.
 */
attachment: Attachment, 
/**
 * What a person should know of it, in a sentence: place data that was taken out or could not be.
 */
notice?: string, };

/**
 * An approval with who was approved by it.
 */
export type Admission = { 
/**
 * The approval.
 */
id: string, 
/**
 * 批准日期.
 */
approvedOn: string, 
/**
 * The decision it stands on.
 */
decision: DecisionLine | null, 
/**
 * Why it was entered late, where it stands on a paper.
 */
lateEntry: string | null, 
/**
 * 会员证发放日期.
 */
handedOn: string | null, 
/**
 * Who, by their numbers.
 */
people: Array<Admitted>, };

/**
 * One approval.
 */
export type AdmissionRef = { 
/**
 * The approval.
 */
id: string, };

/**
 * Applications to be approved, by a decision of the committee or, as a late entry, by a paper.
 */
export type Admit = { 
/**
 * Which.
 */
applications: Array<string>, 
/**
 * The decision; the day is the meeting's.
 */
decision?: string, 
/**
 * The day of a late entry.
 */
approvedOn?: string, 
/**
 * Why it is entered late, and by which paper.
 */
lateEntry?: string, 
/**
 * Whether the two firms have agreed on those of them who are dispatched, where it was asked only now.
 */
agreement?: DispatchAgreement, };

/**
 * One who was approved.
 */
export type Admitted = { 
/**
 * Who.
 */
person: string, 
/**
 * The application.
 */
application: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * 车间、部门.
 */
shop: string | null, 
/**
 * 会员号.
 */
number: string, };

/**
 * A text agreed upon in a meeting.
 */
export type AgreedText = { 
/**
 * The topic.
 */
topic: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The round.
 */
round: number, 
/**
 * The text.
 */
text: string, 
/**
 * It stands in this draft with these words.
 */
taken: boolean, };

/**
 * An agreement as the affair's page shows it.
 */
export type Agreement = { 
/**
 * Its id.
 */
id: string, 
/**
 * The round of talks.
 */
negotiation: string, 
/**
 * What it is about.
 */
kind: AgreementKind, 
/**
 * As the paper bears it.
 */
title: string, 
/**
 * First day of its term.
 */
termFrom: string | null, 
/**
 * Last day of its term.
 */
termTo: string | null, 
/**
 * How it stands.
 */
state: AgreementState, 
/**
 * Its term is over.
 */
expired: boolean, 
/**
 * The same in words: 执行中, 已期满 …
 */
stateWord: string, 
/**
 * Its ladder.
 */
rungs: Array<AgreementRung>, 
/**
 * The votes on it, the earliest first.
 */
votes: Array<AgreementVote>, 
/**
 * What is asked for its filing.
 */
checklist: FilingChecklist, 
/**
 * What happened to it.
 */
events: Array<Event>, 
/**
 * The checks on how it is kept, the earliest first.
 */
checks: Array<SaveAgreementCheck>, 
/**
 * What its filing tells; of one that has none yet, what the newest one before told, and where it was handed in.
 */
filing: AgreementFiling | null, 
/**
 * By which grounds it can be changed or rescinded, while it is in force.
 */
grounds: AmendmentGrounds | null, 
/**
 * The way to go where it is not kept, a sentence each, while something that a check found short is not mended.
 */
breach: Array<string>, 
/**
 * How many copies of it there are by its own text, where that says so.
 */
copies: number | null, };

/**
 * The votes on one agreement as the form of a session sends them.
 */
export type AgreementBallot = { 
/**
 * The agreement.
 */
agreement: string, 
/**
 * 赞成.
 */
votesFor: number, 
/**
 * 反对.
 */
votesAgainst: number, 
/**
 * 弃权.
 */
abstained: number, };

/**
 * One clause that was checked.
 */
export type AgreementCheckClause = { 
/**
 * 条款.
 */
clause: string, 
/**
 * 合同约定.
 */
target: string, 
/**
 * 实际履行.
 */
actual: string, 
/**
 * 差距; none where it is kept.
 */
gap?: string, 
/**
 * 原因.
 */
cause?: string, 
/**
 * 补救措施.
 */
remedy?: string, 
/**
 * 责任人.
 */
owner?: string, 
/**
 * By when it is to be mended.
 */
dueOn?: string, 
/**
 * When it was mended.
 */
doneOn?: string, 
/**
 * When the award of the arbitrators was received, where it came before them.
 */
awardOn?: string, 
/**
 * When a suit was brought against the award.
 */
suedOn?: string, };

/**
 * What the ledger proposes for a new check: nothing of it is kept before it is sent.
 */
export type AgreementCheckOffer = { 
/**
 * First day that no check has covered.
 */
fromOn: string | null, 
/**
 * 职工方.
 */
workers: Array<string>, 
/**
 * 企业方.
 */
employer: Array<string>, 
/**
 * Clauses whose target and state the ledger knows.
 */
known: Array<AgreementCheckClause>, 
/**
 * The clauses of the contract, to be picked.
 */
clauses: Array<AgreementCheckClause>, };

/**
 * A check on how an agreement is kept.
 */
export type AgreementCheckRef = { 
/**
 * Its id.
 */
id: string, };

/**
 * The facts of a filing that no other record knows.
 */
export type AgreementFiling = { 
/**
 * Of which agreement.
 */
agreement: string, 
/**
 * 报送的部门.
 */
department: string, 
/**
 * 经办人.
 */
filer: string, 
/**
 * 联系电话.
 */
phone?: string, 
/**
 * 企业类型.
 */
enterpriseKind?: string, 
/**
 * 所属行业.
 */
trade?: string, 
/**
 * 适用职工人数.
 */
covered?: number, 
/**
 * 企业基本情况: a sentence on what it makes and how the year went.
 */
business?: string, 
/**
 * 上一期合同的履行情况; none for a first one.
 */
previous?: string, 
/**
 * What stayed open and how it is dealt with.
 */
disputed?: string, };

/**
 * What an agreement is about: one collective contract and three special ones (“1＋3”).
 */
export type AgreementKind = "collective" | "wage" | "women" | "safety";

/**
 * What a kind of contract is called in a place.
 */
export type AgreementName = { 
/**
 * The kind.
 */
kind: AgreementKind, 
/**
 * 工资集体合同 in 江西.
 */
name: string, };

/**
 * A paper of a rung.
 */
export type AgreementPaper = { 
/**
 * What it is called.
 */
name: string, 
/**
 * Where it is printed.
 */
place: Place, };

/**
 * One agreement.
 */
export type AgreementRef = { 
/**
 * Its id.
 */
id: string, };

/**
 * A rung of an agreement's ladder: who acts, what lacks, by which article, by when.
 */
export type AgreementRung = { 
/**
 * Which.
 */
step: AgreementStep, 
/**
 * As what is to be done.
 */
title: string, 
/**
 * Whose move it is.
 */
whose: Whose, 
/**
 * How it stands.
 */
state: AgreementRungState, 
/**
 * When it was done.
 */
on: string | null, 
/**
 * What is known of it.
 */
detail: string | null, 
/**
 * What lacks before it can be done, and by which article.
 */
lacks: Array<UnionLack>, 
/**
 * Why it is to be done, in one sentence.
 */
origin: string, 
/**
 * The rule behind it, where no clock is.
 */
rule: RuleRef | null, 
/**
 * The clock behind it.
 */
deadline: Deadline | null, 
/**
 * The last day.
 */
due: string | null, 
/**
 * The first day, where a window opens.
 */
opens: string | null, 
/**
 * What the button says.
 */
button: string, 
/**
 * What it opens.
 */
place: Place, 
/**
 * Its papers that can be printed now.
 */
papers: Array<AgreementPaper>, };

/**
 * How a rung stands.
 */
export type AgreementRungState = "done" | "now" | "later" | "gap" | "notNeeded";

/**
 * How an agreement stands.
 */
export type AgreementState = "talks" | "drafted" | "rejected" | "passed" | "signed" | "filed" | "received" | "returned" | "inEffect" | "over";

/**
 * The steps of an agreement from the end of the talks.
 */
export type AgreementStep = "draft" | "vote" | "notice" | "signature" | "filing" | "effect" | "publication" | "sendUp" | "check" | "performance" | "rescission" | "renewal";

/**
 * A vote on an agreement, held against the lines of the place.
 */
export type AgreementVote = { 
/**
 * The vote, for its resolution.
 */
id: string, 
/**
 * The session, as its form holds it.
 */
session: CongressSessionInput, 
/**
 * The votes.
 */
ballot: AgreementBallot, 
/**
 * What had to be reached.
 */
lines: CongressLines, 
/**
 * Enough were there.
 */
attended: boolean, 
/**
 * Passed.
 */
passed: boolean, 
/**
 * How it was judged, in one sentence.
 */
verdict: string, };

/**
 * A session of the congress that voted on agreements.
 */
export type AgreementVoteRef = { 
/**
 * The session.
 */
id: string, };

/**
 * An amendment as the affair's page shows it: what it says, and the ladder it goes up like the agreement itself.
 */
export type Amendment = { 
/**
 * What it says.
 */
record: SaveAmendment, 
/**
 * The ground in the words it was chosen by.
 */
groundText: string | null, 
/**
 * Its ladder, votes and acts.
 */
course: Agreement, };

/**
 * What is done to an agreement in force.
 */
export type AmendmentAct = "change" | "rescind" | "end" | "renew";

/**
 * A clause that is changed.
 */
export type AmendmentChange = { 
/**
 * 条款.
 */
clause: string, 
/**
 * 原来的约定.
 */
was: string, 
/**
 * 变更后的约定.
 */
becomes: string, };

/**
 * A ground by which an agreement can be changed or rescinded, as the law of the place lists it.
 */
export type AmendmentGround = { 
/**
 * What it is known by.
 */
key: string, 
/**
 * The words of the law.
 */
text: string, };

/**
 * The grounds of a place and by which rule they are.
 */
export type AmendmentGrounds = { 
/**
 * In the order of the rule.
 */
grounds: Array<AmendmentGround>, 
/**
 * The rule.
 */
rule: RuleRef | null, };

/**
 * What the worker was told.
 */
export type AnswerAppeal = { 
/**
 * Which appeal.
 */
id: string, 
/**
 * 答复日期.
 */
answeredOn: string, 
/**
 * 答复的内容.
 */
answer: string, };

/**
 * The issued paper of ours that answered one.
 */
export type AnsweredBy = { 
/**
 * The issue.
 */
id: string, 
/**
 * Its number, 工协纪〔2026〕3号.
 */
number: string, 
/**
 * Its title.
 */
title: string, };

/**
 * The incoming paper that a letter answers.
 */
export type AnsweredIncoming = { 
/**
 * The paper.
 */
id: string, 
/**
 * The register's number, 收〔2026〕3号.
 */
number: string, 
/**
 * 发文单位.
 */
source: string, 
/**
 * 来文字号.
 */
theirNumber: string | null, 
/**
 * 标题.
 */
title: string, 
/**
 * Whether it was dealt with.
 */
done: boolean, 
/**
 * Whether it still stands in the register.
 */
stands: boolean, };

/**
 * That two are two people.
 */
export type ApartInput = { 
/**
 * One.
 */
one: string, 
/**
 * The other.
 */
other: string, 
/**
 * How one knows.
 */
reason: string, };

/**
 * An appeal as kept, seen from one day.
 */
export type Appeal = { 
/**
 * The appeal.
 */
id: string, 
/**
 * 诉〔2026〕1号.
 */
number: string, 
/**
 * As the form holds it; the person only where identity is shown in full.
 */
record: AppealInput, 
/**
 * Whether somebody is named as having brought it.
 */
named: boolean, 
/**
 * How identity is shown to whoever asks.
 */
shown: Shown, 
/**
 * 答复日期; absent while it is open.
 */
answeredOn: string | null, 
/**
 * Where it went on to.
 */
onward: AppealWentTo | null, 
/**
 * How near the promised day is; absent once it is answered.
 */
band: Band | null, 
/**
 * Days to it, negative when overdue.
 */
days: number | null, };

/**
 * How an appeal came.
 */
export type AppealChannel = "visit" | "phone" | "message" | "letter" | "group" | "meeting";

/**
 * How many appeals of a kind were raised in each month of a year.
 */
export type AppealCount = { 
/**
 * The kind.
 */
kind: AppealKind, 
/**
 * January to December.
 */
months: Array<number>, 
/**
 * All of them.
 */
total: number, };

/**
 * An appeal as its form sends it. Its number is given by the program.
 */
export type AppealInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * 什么人.
 */
worker: AppealWorker, 
/**
 * 类别.
 */
kind: AppealKind, 
/**
 * 怎样提出.
 */
channel: AppealChannel, 
/**
 * 提出日期.
 */
raisedOn: string, 
/**
 * 诉求, in one line.
 */
matter: string, 
/**
 * 具体情况.
 */
details?: string, 
/**
 * Absent leaves what is kept as it is.
 */
person?: AppealPerson, 
/**
 * 谁答复.
 */
handler?: string, 
/**
 * 答应哪天答复.
 */
promisedOn?: string, 
/**
 * 当场的答复, of a new one that ended at once; it is answered on the day it was raised.
 */
answer?: string, };

/**
 * What an appeal or a dispute is about.
 */
export type AppealKind = "wages" | "hours" | "insurance" | "safety" | "women" | "contract" | "discipline" | "welfare" | "other";

/**
 * Where an appeal went on to.
 */
export type AppealOnward = "supervision" | "mediation" | "committee" | "negotiation";

/**
 * A slice of the register.
 */
export type AppealPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The slice; nobody is named in it.
 */
rows: Array<Appeal>, 
/**
 * How many stand in the register at all.
 */
kept: number, 
/**
 * How many of them are open.
 */
open: number, 
/**
 * The years of the register, the newest first.
 */
years: Array<number>, };

/**
 * Whoever brought an appeal: protected, read with the right to identity alone.
 */
export type AppealPerson = { 
/**
 * The person on the roster, where picked from it.
 */
person?: string, 
/**
 * 姓名; empty for one whose name is not kept.
 */
name: string, 
/**
 * 联系方式.
 */
contact?: string, };

/**
 * What is asked of the register. Open ones stand first by their promised day, then the newest.
 */
export type AppealQuery = { 
/**
 * Open, answered, or all when absent.
 */
which?: AppealWhich, 
/**
 * The kind; all when absent.
 */
kind?: AppealKind, 
/**
 * The register's year.
 */
year?: number, 
/**
 * Words, pinyin or a number.
 */
text?: string, 
/**
 * By number instead: the oldest first, or the newest.
 */
byNumber?: boolean, 
/**
 * The other way round.
 */
descending?: boolean, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 500; 50 when absent.
 */
limit?: number, };

/**
 * One appeal.
 */
export type AppealRef = { 
/**
 * The appeal.
 */
id: string, };

/**
 * Where an appeal went on to, as its page shows it.
 */
export type AppealWentTo = { 
/**
 * Where.
 */
onward: AppealOnward, 
/**
 * In words.
 */
words: string | null, 
/**
 * When.
 */
on: string, 
/**
 * The number of the case or the meeting; absent where there is none, or it was removed.
 */
number: string | null, 
/**
 * What shows it.
 */
place: Place | null, };

/**
 * Which appeals of the register.
 */
export type AppealWhich = "all" | "open" | "answered";

/**
 * Who brought an appeal.
 */
export type AppealWorker = "member" | "nonMember" | "newForm" | "anonymous";

/**
 * The year whose appeals are counted.
 */
export type AppealYear = { 
/**
 * The year in which they were raised.
 */
year: number, };

/**
 * Who applies: picked from the roster, or typed.
 */
export type ApplicantInput = { 
/**
 * The person on the roster; absent for one who is to be added to it.
 */
person?: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * 证件号码 in full; of one on the roster only where the roster lacks it.
 */
idNumber?: string, 
/**
 * 手机; likewise.
 */
phone?: string, 
/**
 * 工作单位 where it is another than the union's own employer; likewise.
 */
employer?: string, };

/**
 * Lines as they were pasted or typed: 姓名 身份证号 手机, one person a line.
 */
export type ApplicantLines = { 
/**
 * The text.
 */
text: string, };

/**
 * What a line was read as.
 */
export type ApplicantRead = { 
/**
 * Who it is, ready to be sent.
 */
applicant: ApplicantInput, 
/**
 * The sex, by the number.
 */
sex: RosterSex | null, 
/**
 * What is to be known: whose line of the roster it is.
 */
note: string | null, 
/**
 * Why it cannot be sent so.
 */
trouble: string | null, 
/**
 * Whether the roster has them as dispatched.
 */
dispatched?: boolean, };

/**
 * An application as kept.
 */
export type Application = { 
/**
 * The application.
 */
id: string, 
/**
 * Whose.
 */
person: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * 车间、部门.
 */
shop: string | null, 
/**
 * 岗位.
 */
post: string | null, 
/**
 * 工作单位 where it is another than the union's own employer.
 */
employer: string | null, 
/**
 * Whether the roster has them as dispatched (劳务派遣).
 */
dispatched: boolean, 
/**
 * What is known of the two firms' agreement on one who is dispatched.
 */
agreement: DispatchAgreement | null, 
/**
 * 申请日期.
 */
appliedOn: string, 
/**
 * Whether it is signed by hand.
 */
signed: boolean, 
/**
 * What the group says.
 */
group: GroupOpinion | null, 
/**
 * What it waits for.
 */
stage: ApplicationStage, 
/**
 * What is missing before it can be approved, a phrase each.
 */
lacks: Array<string>, 
/**
 * The approval.
 */
admission: string | null, 
/**
 * 批准日期.
 */
approvedOn: string | null, 
/**
 * 会员号, once given.
 */
number: string | null, 
/**
 * When it was refused.
 */
refusedOn: string | null, 
/**
 * Why.
 */
refusedWhy: string | null, };

/**
 * A slice of the applications, the newest first.
 */
export type ApplicationPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * How many wait.
 */
waiting: number, 
/**
 * How many there are at all.
 */
kept: number, 
/**
 * The slice.
 */
rows: Array<Application>, 
/**
 * The approvals, the newest first.
 */
admissions: Array<Admission>, 
/**
 * What the rule of the place says when a dispatched worker joins.
 */
dispatch: DispatchJoining | null, };

/**
 * Which applications a list shows.
 */
export type ApplicationQuery = { 
/**
 * Only those that wait.
 */
waiting?: boolean, 
/**
 * Of one person.
 */
person?: string, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 500; 100 when absent.
 */
limit?: number, };

/**
 * One application.
 */
export type ApplicationRef = { 
/**
 * The application.
 */
id: string, };

/**
 * What an application waits for, or what became of it.
 */
export type ApplicationStage = "signature" | "approval" | "admitted" | "refused";

/**
 * Applications as a form sends them: one, or a whole joining day.
 */
export type ApplyInput = { 
/**
 * 申请日期.
 */
appliedOn: string, 
/**
 * Whether each has signed the application by hand.
 */
signed: boolean, 
/**
 * 车间、站点 of those who are new to the roster.
 */
shop?: string, 
/**
 * 岗位 of those who are new to the roster.
 */
post?: string, 
/**
 * 用工形式 of those who are new to the roster.
 */
form?: RosterEmploymentForm, 
/**
 * 工作单位 of those who are new to the roster and of whom no other is told.
 */
employer?: string, 
/**
 * Whether the two firms have agreed on those who are dispatched; absent where nobody has asked yet.
 */
agreement?: DispatchAgreement, 
/**
 * Who applies.
 */
people: Array<ApplicantInput>, };

/**
 * All that is filed together for one affair (卷).
 */
export type Archive = { 
/**
 * 案卷题名.
 */
title: string, 
/**
 * Its parts in order.
 */
parts: Array<ArchivePart>, };

/**
 * A filed piece (件).
 */
export type ArchiveItem = { 
/**
 * Where its bytes lie.
 */
source: ArchiveSource, 
/**
 * 责任者: who made it; absent for an attachment, of which that is not known.
 */
responsible: string | null, 
/**
 * 文号.
 */
number: string | null, 
/**
 * 题名.
 */
title: string, 
/**
 * 日期: of the paper itself, of issue where it bears none; the day the attachment was added.
 */
dated: string, 
/**
 * 备注.
 */
note: string | null, };

/**
 * A volume that was bound.
 */
export type ArchiveMade = { 
/**
 * Its folder.
 */
folder: string, 
/**
 * Bound pages.
 */
pages: number, 
/**
 * Pieces.
 */
pieces: number, 
/**
 * Pieces that are kept as originals alone, each with its reason.
 */
unbound: Array<string>, };

/**
 * The affair whose papers are asked for.
 */
export type ArchiveOf = { 
/**
 * A negotiation, an issued or incoming paper, a committee's record.
 */
of: FileOwner, };

/**
 * A part of the archive order (类).
 */
export type ArchivePart = { 
/**
 * Its place in the order, from 1.
 */
number: number, 
/**
 * 要约, 回复 …
 */
name: string, 
/**
 * What stands in it, in order.
 */
items: Array<ArchiveItem>, 
/**
 * What is wanting: why nothing stands in it, or which pieces do not although others do.
 */
absent: string | null, };

/**
 * Where the bytes of a filed piece lie.
 */
export type ArchiveSource = { "kind": "issue", 
/**
 * The issue.
 */
id: string, } | { "kind": "file", 
/**
 * The attachment.
 */
id: string, };

/**
 * A paper by its kind and record.
 */
export type AskedPaper = { 
/**
 * The kind, `members.dossier`.
 */
kind: string, 
/**
 * The record it is made from.
 */
of: string, };

/**
 * Who asked for talks.
 */
export type Askers = "workers" | "delegates";

/**
 * People put into a group, or with none out of theirs.
 */
export type AssignToGroup = { 
/**
 * The group; absent to take people out of theirs.
 */
group?: string, 
/**
 * Single people.
 */
people?: Array<string>, 
/**
 * Everyone of a shop who is in no group yet.
 */
shop?: string, };

/**
 * A file on a record.
 */
export type Attachment = { 
/**
 * The id.
 */
id: string, 
/**
 * The record it belongs to.
 */
of: FileOwner, 
/**
 * The file's name, as people call it.
 */
name: string, 
/**
 * Its size.
 */
bytes: number, 
/**
 * What it is, told by its content: `image/jpeg`, `application/pdf`.
 */
media: string, 
/**
 * The same in words: 照片, PDF 文件.
 */
sort: string, 
/**
 * Whether it says where it was taken.
 */
place: PlaceData, 
/**
 * When it was added, RFC 3339.
 */
addedAt: string, 
/**
 * By whom.
 */
addedBy: string, 
/**
 * Whether there is a small picture of it.
 */
thumbnail: boolean, };

/**
 * Who was there.
 */
export type Attendance = { 
/**
 * The representative.
 */
representative: string, 
/**
 * Present or absent.
 */
present: boolean, 
/**
 * Why absent.
 */
reason?: string, 
/**
 * Whether this one led the side at the meeting, whoever leads it since. Left out, it is as it was kept; of a new meeting, as
 * the list says.
 */
chief?: boolean, };

/**
 * A rule of the same subject that waits for another event.
 */
export type Awaiting = { 
/**
 * The rule.
 */
rule: RuleRef, 
/**
 * Code of its event.
 */
startEvent: string, 
/**
 * The event in Chinese.
 */
startLabel: string, };

/**
 * One copy in the list.
 */
export type Backup = { 
/**
 * The handle to look into it or restore it by.
 */
copy: FileHandle, 
/**
 * Its folder.
 */
dir: string, 
/**
 * When it was made, local time.
 */
at: string, 
/**
 * That moment has not come yet: the clock ran ahead when it was made, or is behind now.
 */
ahead: boolean, 
/**
 * Made before the ledger was changed as a whole.
 */
before: boolean, 
/**
 * Whether it opens by a key of this ledger and tells its newest step. Its pages are not read for it, which would take
 * minutes for a list: `ledger.lookInto`, `ledger.check` and a restore read every one.
 */
good: boolean, 
/**
 * Steps in it; 0 when it does not open.
 */
steps: number, 
/**
 * The newest step's label.
 */
lastStep: string | null, 
/**
 * Bytes, attachments apart.
 */
bytes: number, };

/**
 * A copy that was made.
 */
export type BackupMade = { 
/**
 * Its folder.
 */
dir: string, 
/**
 * Steps in it.
 */
steps: number, 
/**
 * Bytes, attachments apart.
 */
bytes: number, 
/**
 * Attachments copied with it.
 */
files: number, 
/**
 * Attachments that it lacks: their files are lost.
 */
missing: number, 
/**
 * Attachments that it lacks: their files are broken.
 */
damaged: number, 
/**
 * Which those are and what to do.
 */
trouble: string | null, 
/**
 * Older copies that were thinned out.
 */
thinned: number, };

/**
 * All copies that are known of.
 */
export type Backups = { 
/**
 * Those in the ledger's folder, the newest state first.
 */
own: Array<Backup>, 
/**
 * The last one outside.
 */
outside: Outside | null, 
/**
 * The day by which the next one outside is wished for.
 */
outsideDue: string, 
/**
 * Why the copy of today could not be made, when it could not.
 */
trouble: string | null, 
/**
 * The copy of which earlier day was not made in time and is made in this sitting instead, when there was such a
 * day: one sentence.
 */
late: string | null, };

/**
 * How near a duty is, seen from today.
 */
export type Band = "overdue" | "week" | "month" | "later" | "noDay";

/**
 * What a new letter begins from.
 */
export type BeginLetter = { 
/**
 * The incoming paper that it answers; absent for a letter of our own accord.
 */
answers?: string, };

/**
 * What a figure is known to lie between: one sum where the two are the same, and open where `to` is absent.
 */
export type Between = { 
/**
 * At least.
 */
from: number, 
/**
 * At most; none where nothing says.
 */
to: number | null, };

/**
 * What is filled into a blank.
 */
export type BlankKind = "sum" | "percent" | "day" | "date" | "count" | "choice" | "text";

/**
 * What the ledger or the law proposes for a blank.
 */
export type BlankProposal = { 
/**
 * The value as it is kept.
 */
value: string, 
/**
 * As it is read.
 */
shown: string, 
/**
 * Where it is from.
 */
from: string, };

/**
 * The same, and where to.
 */
export type Bring = { 
/**
 * A stick, a folder of copies, one copy, or a ledger's folder.
 */
from: FileHandle, 
/**
 * A new or empty folder; one in the home when absent.
 */
to?: FileHandle, 
/**
 * The passphrase of somebody at that desk.
 */
passphrase?: string, 
/**
 * Or the 24 characters of the recovery sheet.
 */
words?: string, 
/**
 * Whether it was shown that the structure of the copy was altered, and said to bring it nevertheless.
 */
altered?: boolean, };

/**
 * What became of a record that was brought back.
 */
export type BroughtBack = { 
/**
 * What was moved elsewhere since its removal and stays there, in a sentence; none where all of it came back.
 */
note: string | null, };

/**
 * What one thing to be changed is now, of how many.
 */
export type BulkChange = { 
/**
 * What.
 */
field: BulkField, 
/**
 * What is entered now; empty for nothing.
 */
from: string, 
/**
 * What will be.
 */
to: string, 
/**
 * Of how many.
 */
people: number, };

/**
 * What can be changed of many people at once.
 */
export type BulkField = "shop" | "post" | "form" | "group" | "skill" | "household" | "migrant" | "modelWorker" | "hardship";

/**
 * A change to many people.
 */
export type BulkInput = { 
/**
 * Everyone who matches; its slice is not heeded.
 */
query: MemberQuery, 
/**
 * Only these, whoever matches.
 */
only?: Array<string>, 
/**
 * What is changed, each thing once.
 */
set: Array<BulkSet>, };

/**
 * What a change to many people will do, or did.
 */
export type BulkOutcome = { 
/**
 * How many people are meant.
 */
people: number, 
/**
 * Of how many something changes.
 */
changed: number, 
/**
 * What changes into what.
 */
changes: Array<BulkChange>, };

/**
 * One thing to be changed.
 */
export type BulkSet = { 
/**
 * What.
 */
field: BulkField, 
/**
 * Into what: a text, a form's code as the contract has it, a group's id, `yes` or `no`. Absent: nothing entered.
 */
to?: string, };

/**
 * Bytes as a declared answer.
 */
export type Bytes = ArrayBuffer;

/**
 * A table to read.
 */
export type CalendarFile = { 
/**
 * The file.
 */
file: FileHandle, };

/**
 * What the form of a year asks, and what is known of it.
 */
export type CalendarForm = { 
/**
 * The holidays it must name; none for a year before the present regulation, whose notice cannot be entered.
 */
asked: Array<HolidayAsked>, 
/**
 * The notice as it stands, the union's own or the program's.
 */
notice: Notice | null, 
/**
 * Whether the union entered it.
 */
own: boolean, };

/**
 * A year that is there.
 */
export type CalendarLine = { 
/**
 * The year.
 */
year: number, 
/**
 * What it was taken from.
 */
basis: string, 
/**
 * Dates of statutory holidays.
 */
statutory: number, 
/**
 * Further days off.
 */
rest: number, 
/**
 * Weekend days that are worked.
 */
work: number, 
/**
 * Whether the union entered it; else the program brought it.
 */
own: boolean, 
/**
 * The union's notice; absent of a year that the program brought.
 */
id: string | null, 
/**
 * The program brings this year too, and reads it otherwise.
 */
differs: boolean, };

/**
 * A notice that is tried or kept.
 */
export type CalendarNotice = { 
/**
 * The notice.
 */
notice: Notice, };

/**
 * The years that are there, and those that are asked for.
 */
export type CalendarYears = { 
/**
 * The newest first.
 */
years: Array<CalendarLine>, 
/**
 * Years that open clocks run into and that nobody has entered yet.
 */
wanted: Array<number>, 
/**
 * The year to be entered next.
 */
next: number, };

/**
 * A supervision case that may have been opened from talks.
 */
export type CaseOfTalks = { 
/**
 * The case.
 */
case: string, };

/**
 * A sheet that can be printed on.
 */
export type CellSheetLine = { 
/**
 * How it is chosen.
 */
id: string, 
/**
 * What people call it.
 */
name: string, 
/**
 * Cells on a sheet.
 */
count: number, };

/**
 * A certificate. The grade of skill is kept as written and told on the scale of eight.
 */
export type Certificate = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * Whose.
 */
person: string, 
/**
 * What it proves.
 */
kind: CertificateKind, 
/**
 * 焊工, 低压电工作业.
 */
name: string, 
/**
 * 等级 as the certificate writes it: 三级, 高级工, 工程师.
 */
grade?: string, 
/**
 * 编号.
 */
number?: string, 
/**
 * 发证单位.
 */
issuer?: string, 
/**
 * 发证日期.
 */
issuedOn?: string, 
/**
 * 有效期至.
 */
validUntil?: string, };

/**
 * Certificates of a training ledger beside the roster.
 */
export type CertificateCounts = { 
/**
 * New ones of people who are known for certain.
 */
fits: number, 
/**
 * Those that people have already.
 */
held: number, 
/**
 * Of people whom the roster does not have.
 */
nobody: number, 
/**
 * Where several people fit.
 */
several: number, };

/**
 * What a certificate proves.
 */
export type CertificateKind = "skill" | "operation" | "title" | "other";

/**
 * A certificate and how it stands today.
 */
export type CertificateLine = { 
/**
 * The certificate.
 */
record: Certificate, 
/**
 * The grade on the scale of eight, where it is written by the old one.
 */
eight: string | null, 
/**
 * 有效, 还有12天到期, 已过期; empty where it has no end.
 */
state: string, 
/**
 * Whether its end is near or over.
 */
soon: boolean, };

/**
 * A certificate.
 */
export type CertificateRef = { 
/**
 * The id.
 */
id: string, };

/**
 * What an import of certificates did.
 */
export type CertificatesImported = { 
/**
 * Certificates added.
 */
added: number, 
/**
 * Those that people had already.
 */
held: number, 
/**
 * Lines whose person is not known for certain.
 */
unknown: number, };

/**
 * Something that was entered wrong, as it should stand.
 */
export type ChangeEvent = { 
/**
 * Which one.
 */
id: string, 
/**
 * What kind.
 */
kind: EventKind, 
/**
 * When.
 */
happenedOn: string, 
/**
 * What the paper says, in words.
 */
text?: string, 
/**
 * What it says in facts.
 */
facts?: EventFacts, 
/**
 * Why what comes before it is not recorded here (补录).
 */
lateEntry?: string, };

/**
 * Name and subject of a kept form, changed.
 */
export type ChangeForm = { 
/**
 * Which form.
 */
id: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * What it is about.
 */
about: FormAbout, };

/**
 * A person at the desk, changed.
 */
export type ChangePerson = { 
/**
 * Who.
 */
id: string, 
/**
 * What they are from now on.
 */
person: DeskPersonInput, };

/**
 * The five heads of the reform's yearly self-check (PR-08), and the union's own running.
 */
export type Chapter = "guidance" | "merit" | "quality" | "standing" | "growth" | "running";

/**
 * One finding of the check.
 */
export type CheckFinding = { 
/**
 * `warning` or `error`.
 */
severity: string, 
/**
 * What was found.
 */
message: string, 
/**
 * The one way out.
 */
wayOut: string, 
/**
 * What the program itself can put right.
 */
mend: Mend | null, };

/**
 * Who is held against which template.
 */
export type CheckUpload = { 
/**
 * The template.
 */
template: string, 
/**
 * A file that was filled in elsewhere; people of the ledger when absent.
 */
file?: FileHandle, 
/**
 * Which people of the ledger; all when absent.
 */
query?: MemberQuery, };

/**
 * What the check found.
 */
export type Checked = { 
/**
 * Steps in the journal.
 */
steps: number, 
/**
 * The journal's head, which a paper can name.
 */
head: string, 
/**
 * Everything found; empty when all is well.
 */
findings: Array<CheckFinding>, };

/**
 * A credit code as understood.
 */
export type CheckedCode = { 
/**
 * The code as it would be kept, when it is right.
 */
code: string | null, 
/**
 * What is wrong with it, when it is.
 */
message: string | null, 
/**
 * Whether it is a union's own code (81…).
 */
isUnion: boolean, };

/**
 * A choice. With neither a face nor a file the role goes back to what is found by itself.
 */
export type ChooseFace = { 
/**
 * The role.
 */
role: FaceRole, 
/**
 * A face of the machine, by its family.
 */
family?: string, 
/**
 * A font file.
 */
file?: FileHandle, };

/**
 * An act that is to stand on a decision.
 */
export type CiteDecision = { 
/**
 * The decision.
 */
decision: string, 
/**
 * The act.
 */
act: DecisionAct, 
/**
 * The paper or the negotiation.
 */
of: string, };

/**
 * A city.
 */
export type City = { 
/**
 * Four digits.
 */
code: string, 
/**
 * Its name.
 */
name: string, };

/**
 * One clause of two versions.
 */
export type ClauseComparison = { 
/**
 * The chapter.
 */
chapter: string, 
/**
 * 第几条 before; none where it is new.
 */
before: number | null, 
/**
 * 第几条 after; none where it was left out.
 */
after: number | null, 
/**
 * Word by word.
 */
parts: Array<WordingPart>, 
/**
 * The numbers that moved.
 */
moves: Array<NumberMove>, 
/**
 * It says something else.
 */
changed: boolean, };

/**
 * A column whose heading is known.
 */
export type ColumnFound = { 
/**
 * Column in the file, counted from 1.
 */
column: number, 
/**
 * What it holds.
 */
field: Field, 
/**
 * Its heading as in the file.
 */
heading: string, };

/**
 * Which body met.
 */
export type CommitteeBody = "committee" | "standing" | "audit" | "women" | "group";

/**
 * A record as a form sends it. Its number is given by the program.
 */
export type CommitteeInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The body that met. Body and year stay once a number is given.
 */
body: CommitteeBody, 
/**
 * 会议日期.
 */
heldOn: string, 
/**
 * When it began, `14:00`.
 */
begins?: string, 
/**
 * When it ended.
 */
ends?: string, 
/**
 * 地点.
 */
place: string, 
/**
 * 主持人: one of those present.
 */
chair: string, 
/**
 * 记录人.
 */
recorder: string, 
/**
 * 列席人员, who have no vote.
 */
observers?: string, 
/**
 * 备注.
 */
note?: string, 
/**
 * Every member of the body.
 */
members: Array<CommitteeMember>, 
/**
 * 议题, in order.
 */
topics: Array<CommitteeTopicInput>, 
/**
 * The signed record that this one corrects.
 */
corrects?: string, };

/**
 * A line of the register.
 */
export type CommitteeLine = { 
/**
 * The record.
 */
id: string, 
/**
 * 工会委员会〔2026〕第3次会议.
 */
number: string, 
/**
 * The body that met.
 */
body: CommitteeBody, 
/**
 * 会议日期.
 */
heldOn: string, 
/**
 * 地点.
 */
place: string, 
/**
 * 主持人.
 */
chair: string, 
/**
 * 记录人.
 */
recorder: string, 
/**
 * 应到.
 */
all: number, 
/**
 * 实到.
 */
present: number, 
/**
 * The titles of the topics.
 */
topics: Array<string>, 
/**
 * The decisions that stand, 决定一：……; none before it is signed.
 */
decisions: Array<string>, 
/**
 * 签字日期; absent for a draft.
 */
signedOn: string | null, 
/**
 * Whether a later record corrects it.
 */
corrected: boolean, 
/**
 * How many files are on it.
 */
files: number, };

/**
 * A member of the body, there or not.
 */
export type CommitteeMember = { 
/**
 * The person on the roster, where picked from it.
 */
person?: string, 
/**
 * The name.
 */
name: string, 
/**
 * What they are in the body or the firm.
 */
post?: string, 
/**
 * Present or absent.
 */
present: boolean, 
/**
 * Why absent.
 */
reason?: string, };

/**
 * A slice of the register.
 */
export type CommitteePage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The slice.
 */
rows: Array<CommitteeLine>, 
/**
 * How many stand in the register at all.
 */
kept: number, 
/**
 * How many of them are not signed.
 */
drafts: number, 
/**
 * The years of the register, the newest first.
 */
years: Array<number>, };

/**
 * What is asked of the register.
 */
export type CommitteeQuery = { 
/**
 * Signed or not; all when absent.
 */
state?: CommitteeState, 
/**
 * The body; all when absent.
 */
body?: CommitteeBody, 
/**
 * Words, pinyin or a number: of the record, a topic or a decision.
 */
text?: string, 
/**
 * The register's year.
 */
year?: number, 
/**
 * What the list is ordered by; the newest first when absent.
 */
sort?: CommitteeSort, 
/**
 * The other way round.
 */
descending?: boolean, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 500; 50 when absent.
 */
limit?: number, };

/**
 * How many of the body came, by the rule.
 */
export type CommitteeQuorum = { 
/**
 * 应到.
 */
all: number, 
/**
 * 实到.
 */
present: number, 
/**
 * The least that must come; absent where no rule is in force.
 */
needed: number | null, 
/**
 * Whether enough came; absent where no rule is in force that says how many.
 */
reached: boolean | null, 
/**
 * The rule about those who come.
 */
quorumRule: RuleRef | null, 
/**
 * The rule about the vote.
 */
voteRule: RuleRef | null, };

/**
 * A record as kept.
 */
export type CommitteeRecord = { 
/**
 * The record.
 */
id: string, 
/**
 * 工会委员会〔2026〕第3次会议.
 */
number: string, 
/**
 * As the form holds it.
 */
record: CommitteeInput, 
/**
 * The topics with their verdicts.
 */
topics: Array<CommitteeTopic>, 
/**
 * Whether enough came.
 */
quorum: CommitteeQuorum, 
/**
 * 签字日期; absent for a draft.
 */
signedOn: string | null, 
/**
 * What is missing before it can be signed, a phrase each.
 */
missing: Array<string>, 
/**
 * The record it corrects.
 */
corrects: OtherCommitteeRecord | null, 
/**
 * The record that corrects it.
 */
correctedBy: OtherCommitteeRecord | null, };

/**
 * One record.
 */
export type CommitteeRef = { 
/**
 * The record.
 */
id: string, };

/**
 * What the register can be ordered by.
 */
export type CommitteeSort = "heldOn" | "number";

/**
 * Which records of the register.
 */
export type CommitteeState = "all" | "draft" | "signed";

/**
 * A topic as kept, with what its votes come to.
 */
export type CommitteeTopic = { 
/**
 * The topic.
 */
id: string, 
/**
 * As the form holds it.
 */
record: CommitteeTopicInput, 
/**
 * How many votes in favour it needs; absent where none were cast or no rule is in force.
 */
needed: number | null, 
/**
 * Whether it passed.
 */
passed: boolean | null, 
/**
 * How many of those who came have no vote in the count; absent where all have, or nothing was put to the vote.
 */
unaccounted: number | null, 
/**
 * 决定一, once signed.
 */
decisionName: string | null, 
/**
 * The acts that stand on its decision.
 */
uses: Array<DecisionUse>, };

/**
 * A topic as a form sends it.
 */
export type CommitteeTopicInput = { 
/**
 * The standing topic; absent for a new one.
 */
id?: string, 
/**
 * 议题.
 */
title: string, 
/**
 * What was said, in short.
 */
said?: string, 
/**
 * 表决; absent where nothing was put to the vote.
 */
votes?: CommitteeVotes, 
/**
 * 决定.
 */
decision?: string, };

/**
 * How a topic was voted on.
 */
export type CommitteeVotes = { 
/**
 * 赞成.
 */
favour: number, 
/**
 * 反对.
 */
against: number, 
/**
 * 弃权.
 */
abstained: number, };

/**
 * Which two are compared; a side that is absent is the draft as it stands.
 */
export type CompareContracts = { 
/**
 * The agreement.
 */
agreement: string, 
/**
 * The earlier one.
 */
before: string, 
/**
 * The later one.
 */
after?: string, };

/**
 * How sure the pack is of a rule: high only where the text itself was read.
 */
export type Confidence = "low" | "medium" | "high";

/**
 * How it was voted.
 */
export type CongressBallot = "secret" | "open";

/**
 * A delegate as kept.
 */
export type CongressDelegate = { 
/**
 * The delegate.
 */
id: string, 
/**
 * As the form holds it.
 */
record: CongressDelegateInput, 
/**
 * Shop and post on the roster; empty of one who is not picked from it.
 */
work: string, };

/**
 * A delegate as the form sends them.
 */
export type CongressDelegateInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The term.
 */
term: string, 
/**
 * The person on the roster.
 */
person?: string, 
/**
 * The name; of one picked from the roster, the roster's.
 */
name: string, 
/**
 * Whether they are a woman; of one picked from the roster whose sex stands there, the roster's.
 */
woman: boolean, 
/**
 * 选区: the shop that elected them.
 */
unit: string, 
/**
 * What they are in the enterprise.
 */
rank: CongressRank, 
/**
 * Whether they are a dispatched worker.
 */
dispatched: boolean, 
/**
 * 当选日期.
 */
electedOn: string, 
/**
 * 选区职工人数.
 */
unitWorkers?: number, 
/**
 * 参加选举的人数.
 */
voters?: number, 
/**
 * 赞成票.
 */
votesFor?: number, 
/**
 * The day they ceased before the term's end.
 */
endedOn?: string, 
/**
 * Why.
 */
endedHow?: CongressEnding, 
/**
 * In words.
 */
endedWhy?: string, 
/**
 * Who took part in the vote of a recall.
 */
recallVoters?: number, 
/**
 * Votes for a recall.
 */
recallVotes?: number, 
/**
 * 补录的理由.
 */
lateEntry?: string, };

/**
 * One delegate.
 */
export type CongressDelegateRef = { 
/**
 * The delegate.
 */
id: string, };

/**
 * Why somebody ceased to be a delegate before the term's end.
 */
export type CongressEnding = "left" | "moved" | "resigned" | "recalled" | "other";

/**
 * What the proposer says of the answer.
 */
export type CongressFeedback = "satisfied" | "mostly" | "unsatisfied";

/**
 * Who met.
 */
export type CongressForm = "congress" | "general";

/**
 * The lines a vote is held against.
 */
export type CongressLines = { 
/**
 * How many must be there (三分之二以上).
 */
attendance: number, 
/**
 * 半数以上 of all.
 */
half: number, 
/**
 * 过半数 of all.
 */
overHalf: number, 
/**
 * How many votes the law of the place asks for: the highest where several rules hold.
 */
needed: number, 
/**
 * Each line in one sentence with its article.
 */
explained: Array<string>, 
/**
 * The rules.
 */
rules: Array<RuleRef>, };

/**
 * A matter of a session. Its votes are counted, or it was only heard.
 */
export type CongressMatter = { 
/**
 * The standing row; absent for a new one.
 */
id?: string, 
/**
 * 议题.
 */
title: string, 
/**
 * What is done with it.
 */
kind: CongressMatterKind, 
/**
 * Whether it is voted on by secret ballot.
 */
secret: boolean, 
/**
 * 赞成; absent where it was not voted on.
 */
votesFor?: number, 
/**
 * 反对.
 */
votesAgainst?: number, 
/**
 * 弃权.
 */
abstained?: number, 
/**
 * 决议.
 */
decision?: string, };

/**
 * What a session does with a matter.
 */
export type CongressMatterKind = "hear" | "pass" | "elect" | "assess";

/**
 * A session as its page shows it.
 */
export type CongressMeeting = { 
/**
 * The session.
 */
id: string, 
/**
 * 第三届职工代表大会.
 */
termName: string, 
/**
 * As the form holds it.
 */
record: CongressMeetingInput, 
/**
 * Its ladder.
 */
rungs: Array<CongressMeetingRung>, 
/**
 * What became of each matter, in their order.
 */
verdicts: Array<CongressVerdict>, 
/**
 * What lacks, and by which article.
 */
lacks: Array<UnionLack>, 
/**
 * What is to be done now.
 */
todos: Array<Duty>, 
/**
 * The rules it is judged by.
 */
rules: Array<RuleRef>, };

/**
 * A session as its form sends it.
 */
export type CongressMeetingInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The term.
 */
term: string, 
/**
 * 第三届职工代表大会第二次会议.
 */
name: string, 
/**
 * 开会日期.
 */
heldOn: string, 
/**
 * 地点.
 */
place: string, 
/**
 * 主持人.
 */
host?: string, 
/**
 * 与单位商定议题的日期.
 */
agreedOn?: string, 
/**
 * 会前报上级工会的日期.
 */
reportedOn?: string, 
/**
 * 通知日期.
 */
noticedOn?: string, 
/**
 * 材料送达代表的日期.
 */
papersOn?: string, 
/**
 * 应到代表.
 */
due: number, 
/**
 * 实到; absent while it is only called.
 */
present?: number, 
/**
 * 公布决议的日期.
 */
publishedOn?: string, 
/**
 * 会后报上级工会的日期.
 */
upperOn?: string, 
/**
 * 备注.
 */
note?: string, 
/**
 * 补录的理由.
 */
lateEntry?: string, 
/**
 * 议题, in order.
 */
matters: Array<CongressMatter>, };

/**
 * A line of the list of sessions.
 */
export type CongressMeetingLine = { 
/**
 * The session.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * 开会日期.
 */
heldOn: string, 
/**
 * 地点.
 */
place: string, 
/**
 * How many matters.
 */
matters: number, 
/**
 * Whether it was held.
 */
held: boolean, 
/**
 * What is to be done now.
 */
next: string | null, 
/**
 * Whose it is.
 */
whose: Whose | null, 
/**
 * By when.
 */
due: string | null, };

/**
 * One session.
 */
export type CongressMeetingRef = { 
/**
 * The session.
 */
id: string, };

/**
 * Where a rung stands.
 */
export type CongressMeetingRung = { 
/**
 * Which.
 */
step: CongressMeetingStep, 
/**
 * The day it was done.
 */
on: string | null, 
/**
 * The day by which it is due, where a rule or the session sets one.
 */
due: string | null, };

/**
 * A rung of a session's ladder.
 */
export type CongressMeetingStep = "agreed" | "reported" | "noticed" | "papers" | "held" | "published" | "upper";

/**
 * The sessions, and what a new one begins with.
 */
export type CongressMeetings = { 
/**
 * The newest first.
 */
meetings: Array<CongressMeetingLine>, 
/**
 * The terms, the newest first.
 */
terms: Array<CongressTermChoice>, 
/**
 * What the rules of the place want before the congress.
 */
musts: Array<CongressMust>, };

/**
 * A motion as its page shows it.
 */
export type CongressMotion = { 
/**
 * The motion.
 */
id: string, 
/**
 * 提〔2026〕1号.
 */
number: string, 
/**
 * 第三届职工代表大会.
 */
termName: string, 
/**
 * As the form holds it.
 */
record: CongressMotionInput, 
/**
 * How far it has come.
 */
state: CongressMotionState, 
/**
 * What is to be done now; none of one that is over.
 */
next: Duty | null, };

/**
 * A motion as its form sends it. Its number is given by the program.
 */
export type CongressMotionInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The term.
 */
term: string, 
/**
 * 案由, in one line.
 */
matter: string, 
/**
 * What it is about.
 */
kind: CongressMotionKind, 
/**
 * 提案人.
 */
proposer: string, 
/**
 * 附议人.
 */
seconders: Array<string>, 
/**
 * 理由.
 */
reasons?: string, 
/**
 * 建议和办法.
 */
advice: string, 
/**
 * 征集日期.
 */
collectedOn: string, 
/**
 * 审查结果.
 */
review?: CongressReview, 
/**
 * 审查日期.
 */
reviewedOn?: string, 
/**
 * Why, or with which motion it is led.
 */
reviewNote?: string, 
/**
 * 承办部门.
 */
department?: string, 
/**
 * 交办日期.
 */
handedOn?: string, 
/**
 * 商定的答复期限.
 */
dueOn?: string, 
/**
 * 答复日期.
 */
answeredOn?: string, 
/**
 * 答复和办理情况.
 */
answer?: string, 
/**
 * 提案人的意见.
 */
feedback?: CongressFeedback, 
/**
 * 反馈日期.
 */
feedbackOn?: string, 
/**
 * In words.
 */
feedbackNote?: string, 
/**
 * 补录的理由.
 */
lateEntry?: string, };

/**
 * What a motion is about.
 */
export type CongressMotionKind = "production" | "pay" | "hours" | "safety" | "welfare" | "training" | "rules" | "other";

/**
 * A line of the register.
 */
export type CongressMotionLine = { 
/**
 * The motion.
 */
id: string, 
/**
 * 提〔2026〕1号.
 */
number: string, 
/**
 * 案由.
 */
matter: string, 
/**
 * What it is about.
 */
kind: CongressMotionKind, 
/**
 * 提案人.
 */
proposer: string, 
/**
 * 征集日期.
 */
collectedOn: string, 
/**
 * 承办部门.
 */
department: string | null, 
/**
 * How far it has come.
 */
state: CongressMotionState, 
/**
 * What is to be done now.
 */
next: string | null, 
/**
 * Whose it is.
 */
whose: Whose | null, 
/**
 * By when.
 */
due: string | null, 
/**
 * Whether that day has passed.
 */
late: boolean, 
/**
 * What the proposer said of the answer.
 */
feedback: CongressFeedback | null, };

/**
 * A slice of the register.
 */
export type CongressMotionPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The slice.
 */
rows: Array<CongressMotionLine>, 
/**
 * How many stand in the register at all.
 */
kept: number, 
/**
 * The years of the register, the newest first.
 */
years: Array<number>, 
/**
 * How many are not over.
 */
open: number, 
/**
 * How many of them are late.
 */
late: number, 
/**
 * The terms, the newest first.
 */
terms: Array<CongressTermChoice>, };

/**
 * What is asked of the register. The newest stands first.
 */
export type CongressMotionQuery = { 
/**
 * The register's year.
 */
year?: number, 
/**
 * Those that have come so far.
 */
state?: CongressMotionState, 
/**
 * Words, pinyin or a number.
 */
text?: string, 
/**
 * The oldest first.
 */
ascending?: boolean, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 500; 50 when absent.
 */
limit?: number, };

/**
 * One motion.
 */
export type CongressMotionRef = { 
/**
 * The motion.
 */
id: string, };

/**
 * How far a motion has come. No column holds it: it follows from the days and words of the motion.
 */
export type CongressMotionState = "collected" | "reviewed" | "handed" | "answered" | "again" | "done";

/**
 * A matter that the rules of the place want before the congress.
 */
export type CongressMust = { 
/**
 * What is to be done with such matters, in the rule's words.
 */
title: string, 
/**
 * The matters.
 */
items: Array<string>, 
/**
 * The rule.
 */
rule: RuleRef, };

/**
 * What a delegate is in the enterprise.
 */
export type CongressRank = "front" | "staff" | "manager";

/**
 * What was decided when a motion was looked at.
 */
export type CongressReview = "filed" | "merged" | "opinion" | "returned";

/**
 * A session as its form sends it.
 */
export type CongressSessionInput = { 
/**
 * Present when it stands already.
 */
id?: string, 
/**
 * Who met.
 */
form: CongressForm, 
/**
 * 届次: 第三届职工代表大会第五次会议.
 */
name: string, 
/**
 * The day.
 */
heldOn: string, 
/**
 * 应到.
 */
due: number, 
/**
 * 实到.
 */
present: number, 
/**
 * How it was voted.
 */
way: CongressBallot, 
/**
 * 发出选票.
 */
given?: number, 
/**
 * 收回选票.
 */
returned?: number, 
/**
 * 主持人.
 */
chair: string, 
/**
 * Their post.
 */
chairPost?: string, 
/**
 * What was reported and discussed before the vote.
 */
heard?: string, 
/**
 * 计票人.
 */
tellers: Array<string>, 
/**
 * 监票人.
 */
scrutineers: Array<string>, 
/**
 * Why it is entered afterwards (补录), when it is.
 */
lateEntry?: string, };

/**
 * A term with its delegates as its page shows it.
 */
export type CongressTerm = { 
/**
 * The term.
 */
id: string, 
/**
 * As the form holds it.
 */
record: CongressTermInput, 
/**
 * The day on which it is over.
 */
until: string, 
/**
 * Whether no later term stands.
 */
newest: boolean, 
/**
 * How many delegates stand.
 */
standing: number, 
/**
 * How they are made up, a sentence each.
 */
facts: Array<string>, 
/**
 * What lacks, and by which article.
 */
lacks: Array<UnionLack>, 
/**
 * Unit by unit, those who ceased among them.
 */
delegates: Array<CongressDelegate>, 
/**
 * The rules they are held against.
 */
rules: Array<RuleRef>, };

/**
 * A term that a motion may be of.
 */
export type CongressTermChoice = { 
/**
 * The term.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The names of the delegates who stand.
 */
delegates: Array<string>, };

/**
 * A term as its form sends it.
 */
export type CongressTermInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * 第三届职工代表大会.
 */
name: string, 
/**
 * The day from which it stands.
 */
beganOn: string, 
/**
 * 任期, in years.
 */
years: number, 
/**
 * 代表名额.
 */
seats: number, 
/**
 * 职工人数 when the seats were set.
 */
workers: number, 
/**
 * Women among them.
 */
womenWorkers?: number, 
/**
 * Dispatched workers among them.
 */
dispatchedWorkers?: number, 
/**
 * The day on which the result of the election was posted.
 */
postedOn?: string, 
/**
 * 备注.
 */
note?: string, 
/**
 * 补录的理由.
 */
lateEntry?: string, };

/**
 * A line of the list of terms.
 */
export type CongressTermLine = { 
/**
 * The term.
 */
id: string, 
/**
 * 第三届职工代表大会.
 */
name: string, 
/**
 * From which day.
 */
beganOn: string, 
/**
 * Until which day.
 */
until: string, 
/**
 * 代表名额.
 */
seats: number, 
/**
 * How many delegates stand.
 */
standing: number, 
/**
 * How many things lack.
 */
lacks: number, };

/**
 * One term.
 */
export type CongressTermRef = { 
/**
 * The term.
 */
id: string, };

/**
 * The terms and how this year stands.
 */
export type CongressTerms = { 
/**
 * The newest first.
 */
terms: Array<CongressTermLine>, 
/**
 * 职工人数 that stands for a new term; absent where none was entered.
 */
workers: number | null, 
/**
 * Whether the congress met this year, in one sentence.
 */
year: string, 
/**
 * The rule of one a year.
 */
rule: RuleRef | null, };

/**
 * Whether a matter passed.
 */
export type CongressVerdict = { 
/**
 * Whether it passed; absent where it was not voted on.
 */
passed: boolean | null, 
/**
 * In one sentence.
 */
explained: string, };

/**
 * A consent as kept.
 */
export type Consent = { 
/**
 * The consent.
 */
id: string, 
/**
 * Whose.
 */
person: string, 
/**
 * Their name.
 */
name: string, 
/**
 * What for.
 */
purpose: ConsentPurpose, 
/**
 * Which data, and to what end.
 */
about: string, 
/**
 * To whom the data goes.
 */
recipient: string | null, 
/**
 * The day it was given.
 */
givenOn: string, 
/**
 * How it was given.
 */
givenHow: ConsentHow, 
/**
 * The day it was withdrawn.
 */
withdrawnOn: string | null, };

/**
 * How a consent was given.
 */
export type ConsentHow = "paper" | "message" | "meeting";

/**
 * A consent as a form sends it.
 */
export type ConsentInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * Whose.
 */
person: string, 
/**
 * What for.
 */
purpose: ConsentPurpose, 
/**
 * Which data, and to what end.
 */
about: string, 
/**
 * To whom the data goes; needed for 向他人提供.
 */
recipient?: string, 
/**
 * The day it was given.
 */
givenOn: string, 
/**
 * How it was given.
 */
givenHow: ConsentHow, 
/**
 * The day it was withdrawn (art. 15), if it was.
 */
withdrawnOn?: string, };

/**
 * What a separate consent is asked for (个人信息保护法 arts. 23, 25, 29, 39).
 */
export type ConsentPurpose = "sensitive" | "provide" | "publish" | "abroad";

/**
 * Whose consents; everyone's when no person is named.
 */
export type ConsentQuery = { 
/**
 * The person.
 */
person?: string, };

/**
 * One consent.
 */
export type ConsentRef = { 
/**
 * The id.
 */
id: string, };

/**
 * A blank of the draft.
 */
export type ContractBlank = { 
/**
 * Its name.
 */
name: string, 
/**
 * What is filled in.
 */
kind: BlankKind, 
/**
 * What may be chosen.
 */
choices: Array<string>, 
/**
 * As it is kept: fen, hundredths of a percent, an ISO date, words.
 */
value: string | null, 
/**
 * As it is read.
 */
shown: string | null, 
/**
 * What could be filled in.
 */
proposal: BlankProposal | null, 
/**
 * What stood there last year.
 */
last: LastYearValue | null, };

/**
 * One chapter: an item with its clauses.
 */
export type ContractChapter = { 
/**
 * The item's code.
 */
item: string, 
/**
 * Its title.
 */
title: string, 
/**
 * How badly it is needed.
 */
need: ContractNeed, 
/**
 * Its clauses in order.
 */
clauses: Array<ContractClauseShown>, };

/**
 * A clause of a draft.
 */
export type ContractClause = { 
/**
 * Its id.
 */
id: string, 
/**
 * The item it answers.
 */
item: string, 
/**
 * The group of workers it is for.
 */
group: string | null, 
/**
 * The library's clause it was made from.
 */
library: string | null, 
/**
 * Where its words are from.
 */
origin: ContractOrigin, 
/**
 * The round whose agreed text it is.
 */
round: number | null, 
/**
 * The topic whose agreed text it is.
 */
topic: string | null, 
/**
 * Its words, blanks as 【名称】.
 */
text: string, };

/**
 * A clause to remove.
 */
export type ContractClauseRef = { 
/**
 * Its id.
 */
id: string, };

/**
 * A clause as the page shows it.
 */
export type ContractClauseShown = { 
/**
 * The clause.
 */
clause: ContractClause, 
/**
 * 第几条.
 */
number: number, 
/**
 * Its words with what was filled in.
 */
filled: string, 
/**
 * The law behind it, as it is quoted.
 */
article: string | null, 
/**
 * The names of its blanks.
 */
blanks: Array<string>, };

/**
 * Two versions, clause by clause.
 */
export type ContractComparison = { 
/**
 * What the earlier one is called.
 */
before: string, 
/**
 * What the later one is called.
 */
after: string, 
/**
 * Every clause of both, in the order of the later one; those left out stand where they were.
 */
clauses: Array<ClauseComparison>, 
/**
 * How many are new.
 */
added: number, 
/**
 * How many were left out.
 */
removed: number, 
/**
 * How many say something else.
 */
changed: number, };

/**
 * The text of a contract as its page shows it.
 */
export type ContractDraft = { 
/**
 * The agreement it belongs to.
 */
agreement: string, 
/**
 * Its kind.
 */
kind: AgreementKind, 
/**
 * Its title.
 */
title: string, 
/**
 * The talks.
 */
negotiation: string, 
/**
 * Their title.
 */
affair: string, 
/**
 * The chapters in order; those without a clause too.
 */
chapters: Array<ContractChapter>, 
/**
 * The blanks of the clauses, in the order in which they stand.
 */
blanks: Array<ContractBlank>, 
/**
 * What was found, the gravest first.
 */
findings: Array<ContractFinding>, 
/**
 * What the meetings agreed upon.
 */
agreed: Array<AgreedText>, 
/**
 * What could be taken.
 */
library: Array<LibraryClauseLine>, 
/**
 * It was typed after the signature and is kept: what was typed wrong is mended from the paper, with its reason.
 */
copied: boolean, 
/**
 * Why it may not be changed any more, and what to do instead; none while it may.
 */
settled: string | null, 
/**
 * The affair is sealed: nothing of the text changes, not even what was typed wrong of a copy.
 */
sealed: boolean, 
/**
 * The versions kept, the newest first, then last year's.
 */
versions: Array<ContractVersionLine>, };

/**
 * One finding: what it is about, why, and one way out.
 */
export type ContractFinding = { 
/**
 * What was found.
 */
kind: ContractFindingKind, 
/**
 * How grave it is.
 */
severity: ContractSeverity, 
/**
 * The clause, where one is at fault.
 */
clause: string | null, 
/**
 * The number of that clause in the contract.
 */
number: number | null, 
/**
 * What is wrong.
 */
message: string, 
/**
 * What to do about it.
 */
wayOut: string, 
/**
 * The law behind it, as it is quoted.
 */
article: string | null, 
/**
 * What one click does about it.
 */
remedy: ContractRemedy | null, };

/**
 * What was found.
 */
export type ContractFindingKind = "missingItem" | "missingGroup" | "noBreach" | "underMinimum" | "minimumUnknown" | "minimumOutdated" | "termOutOfRange" | "vague" | "blankOpen" | "contradiction" | "agreedLeftOut" | "underLaw" | "tooFewCopies" | "gradeBelowLower" | "attachment" | "saidTwice";

/**
 * A contract and how it stands today.
 */
export type ContractLine = { 
/**
 * The contract.
 */
record: LabourContract, 
/**
 * 履行中, 还有12天到期, 已到期 …
 */
state: string, 
/**
 * Whether its end is near or over and nothing follows it.
 */
soon: boolean, 
/**
 * What the law says of it.
 */
notes: Array<DossierNote>, };

/**
 * How badly an item is needed.
 */
export type ContractNeed = "must" | "should" | "may";

/**
 * Where the words of a clause are from.
 */
export type ContractOrigin = "library" | "agreed" | "lastYear" | "typed";

/**
 * One contract.
 */
export type ContractRef = { 
/**
 * The agreement whose text it is.
 */
agreement: string, };

/**
 * What one click does about a finding.
 */
export type ContractRemedy = { "what": "take", 
/**
 * Its code.
 */
library: string, } | { "what": "takeAgreed", 
/**
 * The topic.
 */
topic: string, } | { "what": "fill", 
/**
 * Its name.
 */
blank: string, } | { "what": "edit" };

/**
 * How grave a finding is.
 */
export type ContractSeverity = "must" | "should" | "hint";

/**
 * 劳动合同期限 (劳动合同法第十二条).
 */
export type ContractTerm = "fixed" | "open" | "task";

/**
 * A kept version.
 */
export type ContractVersionLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its number among the drafts of this contract; 0 for a pasted one.
 */
number: number, 
/**
 * What it is.
 */
source: ContractVersionSource, 
/**
 * The day it was kept.
 */
keptOn: string, 
/**
 * What it is called.
 */
note: string, 
/**
 * How many clauses.
 */
clauses: number, 
/**
 * The contract's title, where it is an earlier year's.
 */
ofYear: string | null, };

/**
 * A pasted contract to remove.
 */
export type ContractVersionRef = { 
/**
 * Its id.
 */
id: string, };

/**
 * What a version is.
 */
export type ContractVersionSource = "draft" | "pasted";

/**
 * A copy of the open ledger.
 */
export type CopyRef = { 
/**
 * The copy's folder; or a stick or a folder of copies, of which the newest whole one is meant.
 */
copy: FileHandle, };

/**
 * The order of the county government or its department to correct a refusal (责令改正).
 */
export type CorrectionOrder = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The talks that are refused.
 */
negotiation: string, 
/**
 * 提请的部门.
 */
department: string, 
/**
 * 提请日期.
 */
askedOn: string, 
/**
 * 责令改正的日期, once it was ordered.
 */
orderedOn?: string, 
/**
 * 文号.
 */
number?: string, 
/**
 * 限期改正到哪一天.
 */
correctBy?: string, 
/**
 * 说明.
 */
note?: string, 
/**
 * Why it is entered afterwards (补录), when it is.
 */
lateEntry?: string, };

/**
 * An order to correct a refusal.
 */
export type CorrectionOrderRef = { 
/**
 * Its id.
 */
id: string, };

/**
 * How many of each kind.
 */
export type CountMembers = { 
/**
 * Of whom; its order and slice are not heeded.
 */
query: MemberQuery, 
/**
 * By what.
 */
by: MemberField, };

/**
 * How many of one kind of record there are.
 */
export type Counted = { 
/**
 * the word of the schema, 会员
 */
name: string, 
/**
 * how many
 */
count: number, };

/**
 * Courses of a sheet beside the roster.
 */
export type CourseCounts = { 
/**
 * New ones of people who are known for certain.
 */
fits: number, 
/**
 * Those that people have already.
 */
held: number, 
/**
 * Those that cannot be entered as they are.
 */
wrong: number, };

/**
 * What founding asks for.
 */
export type CreateLedger = { 
/**
 * An empty or new folder; one in the home when absent.
 */
folder?: FileHandle, 
/**
 * 工会名称.
 */
unionName: string, 
/**
 * 统一社会信用代码.
 */
creditCode: string, 
/**
 * 用人单位名称; read from the union's name when absent.
 */
employer?: string, 
/**
 * Two-digit province code.
 */
province: string, 
/**
 * Four-digit city code.
 */
city?: string, 
/**
 * The chair's own name.
 */
chairName: string, 
/**
 * The passphrase.
 */
passphrase: string, 
/**
 * The day a demo ledger lives on.
 */
namedDay?: string, };

/**
 * A kept thing as a form sends it.
 */
export type CustodyInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * What kind.
 */
kind: CustodyKind, 
/**
 * 名称.
 */
name: string, 
/**
 * 编号, account number.
 */
number?: string, 
/**
 * 保管人.
 */
holder: string, 
/**
 * 说明.
 */
note?: string, };

/**
 * A kept thing.
 */
export type CustodyItem = { 
/**
 * The thing.
 */
id: string, 
/**
 * What kind.
 */
kind: CustodyKind, 
/**
 * 名称.
 */
name: string, 
/**
 * 编号.
 */
number: string | null, 
/**
 * 保管人.
 */
holder: string, 
/**
 * 说明.
 */
note: string | null, };

/**
 * What kind of thing it is.
 */
export type CustodyKind = "seal" | "account" | "certificate" | "archive" | "key" | "other";

/**
 * One kept thing.
 */
export type CustodyRef = { 
/**
 * The id.
 */
id: string, };

/**
 * When something is due, by which rule, and how that was found.
 */
export type Deadline = { 
/**
 * The earliest mandatory day.
 */
due: string, 
/**
 * The rule that sets it.
 */
rule: RuleRef, 
/**
 * Other dates of the same subject, earliest first.
 */
others: Array<OtherDate>, 
/**
 * Rules of the same subject that start from another event and so could not be counted.
 */
awaiting: Array<Awaiting>, 
/**
 * When the last day is a weekend or moved rest day: the next working day (both are shown).
 */
weekendDue: string | null, 
/**
 * False when a year's calendar was missing and weekdays were assumed.
 */
certain: boolean, 
/**
 * Where `due` is assumed: the last day that is in time whatever the year's notice will say. None where `due`
 * is certain, or where not even the regulation of the year's holidays is loaded.
 */
certainDue: string | null, 
/**
 * The sentence and its parts.
 */
explanation: Explanation, 
/**
 * Version of the packs, to be stored with the verdict.
 */
pack: string, };

/**
 * An act, by the record it is kept in.
 */
export type DecidedAct = { 
/**
 * Which act.
 */
act: DecisionAct, 
/**
 * The paper or the negotiation.
 */
of: string, };

/**
 * The acts that can stand on a decision. A module whose acts do adds its own here and in `ACTS`.
 */
export type DecisionAct = "paper" | "representatives" | "offer" | "admission" | "expulsion";

/**
 * A decision that can be picked, or that an act stands on.
 */
export type DecisionLine = { 
/**
 * The decision.
 */
id: string, 
/**
 * 工会委员会〔2026〕第3次会议 决定二.
 */
reference: string, 
/**
 * What was decided.
 */
text: string, 
/**
 * 会议日期.
 */
heldOn: string, 
/**
 * The record it stands in.
 */
meeting: string, 
/**
 * The record that corrected the one it stands in: the chair looks whether the decision still stands.
 */
correctedBy: string | null, 
/**
 * The link, where it is listed for an act.
 */
cited: string | null, };

/**
 * An act that stands on a decision, as the record tells it.
 */
export type DecisionUse = { 
/**
 * The link.
 */
id: string, 
/**
 * Which act.
 */
act: DecisionAct, 
/**
 * What it is: 工协纪〔2026〕3号《……》, 2026年度工资集体协商的协商代表.
 */
title: string, 
/**
 * The page that shows it.
 */
place: Place, };

/**
 * That an act stands on a decision.
 */
export type DecisionUseRef = { 
/**
 * The link.
 */
id: string, };

/**
 * How many of the workers are members (入会率).
 */
export type Density = { 
/**
 * Members, those whose membership is kept left out.
 */
members: number, 
/**
 * Workers; none where nobody is known.
 */
workers: number | null, 
/**
 * `96.4%`, or `—`.
 */
rate: string, 
/**
 * How the workers were counted, or why there is no rate.
 */
counted: string, 
/**
 * The number of employees that is kept, if any.
 */
told: Workforce | null, };

/**
 * A person at the desk.
 */
export type DeskPerson = { 
/**
 * The id, also that of the key slot.
 */
id: string, 
/**
 * The name.
 */
name: string, 
/**
 * The role.
 */
role: Role, 
/**
 * The parts an officer may write in; the chair may write in all.
 */
parts: Array<Part>, 
/**
 * The guarded data the person may read; the chair may read all.
 */
reads: Array<Guarded>, };

/**
 * A person at the desk as the chair sets them up.
 */
export type DeskPersonInput = { 
/**
 * The name, as it will stand in the journal.
 */
name: string, 
/**
 * 工会干部 or 经审人员; the chair changes by a hand-over only.
 */
role: Role, 
/**
 * The parts an officer may write in.
 */
parts: Array<Part>, 
/**
 * The guarded data the person may read.
 */
reads: Array<Guarded>, };

/**
 * A person at the desk in the list.
 */
export type DeskPersonLine = { 
/**
 * Who it is and what they may do.
 */
person: DeskPerson, 
/**
 * Whether they have a passphrase.
 */
hasPassphrase: boolean, 
/**
 * Whether it is the one who sits here now.
 */
isMe: boolean, 
/**
 * How many forms they are still filling in; told to the chair alone, and absent where there is none.
 */
drafts?: number, };

/**
 * A notice as kept, seen from one day.
 */
export type Dismissal = { 
/**
 * The notice.
 */
id: string, 
/**
 * 解〔2026〕1号.
 */
number: string, 
/**
 * As the form holds it; without reasons and grounds where they are kept from whoever asks.
 */
record: DismissalInput, 
/**
 * Whether reasons and grounds may tell of health and are kept from whoever asks, who may not read it.
 */
reasonsCovered: boolean, 
/**
 * How far it has come.
 */
state: DismissalState, 
/**
 * Whether the union was told beforehand.
 */
beforehand: DismissalBeforehand, 
/**
 * What is looked into.
 */
looks: Array<DismissalLook>, 
/**
 * The union's opinion.
 */
opinion: DismissalOpinion | null, 
/**
 * Whether the opinion tells of health and its words are kept from whoever asks, who may not read it.
 */
covered: boolean, 
/**
 * The newest issue of its letter.
 */
issue: string | null, 
/**
 * The number of that issue.
 */
issueNumber: string | null, 
/**
 * When the employer received it.
 */
deliveredOn: string | null, 
/**
 * By when an answer is due.
 */
answerDue: string | null, 
/**
 * 单位答复日期.
 */
answeredOn: string | null, 
/**
 * 单位的答复.
 */
answer: string | null, 
/**
 * 处理结果.
 */
result: DismissalResult | null, 
/**
 * Whether the answer came after its day.
 */
late: boolean, 
/**
 * What the worker wants help for.
 */
help: DismissalHelp | null, 
/**
 * 职工知道的日期.
 */
knownOn: string | null, 
/**
 * The mediation case that it became.
 */
mediation: string | null, 
/**
 * That case's number.
 */
mediationNumber: string | null, 
/**
 * The limits of mediation and arbitration, in sentences.
 */
limits: Array<string>, 
/**
 * 办结日期.
 */
closedOn: string | null, 
/**
 * 最后的结果.
 */
outcome: string | null, 
/**
 * What is to be done, the first the next step.
 */
todos: Array<RightsTodo>, };

/**
 * One answer of the list.
 */
export type DismissalAnswerItem = { 
/**
 * What.
 */
item: DismissalItem, 
/**
 * 是; absent while it was not looked into.
 */
yes?: boolean, 
/**
 * 说明.
 */
note?: string, };

/**
 * The employer's written answer.
 */
export type DismissalAnswered = { 
/**
 * Which notice.
 */
id: string, 
/**
 * 答复日期.
 */
answeredOn: string, 
/**
 * 答复的内容.
 */
answer: string, 
/**
 * 处理结果.
 */
result: DismissalResult, };

/**
 * Whether the union was told beforehand.
 */
export type DismissalBeforehand = { 
/**
 * In one sentence.
 */
text: string, 
/**
 * Whether it was in time; absent where the planned day is not known.
 */
inTime: boolean | null, 
/**
 * The rule.
 */
rule: RuleRef | null, };

/**
 * What was looked into, as its form sends it.
 */
export type DismissalChecks = { 
/**
 * Which notice.
 */
id: string, 
/**
 * The answers.
 */
answers: Array<DismissalAnswerItem>, };

/**
 * How it ended.
 */
export type DismissalClosed = { 
/**
 * Which notice.
 */
id: string, 
/**
 * 办结日期.
 */
closedOn: string, 
/**
 * 最后的结果.
 */
outcome: string, };

/**
 * That an opinion was handed over on paper that was not issued here.
 */
export type DismissalDelivered = { 
/**
 * Which notice.
 */
id: string, 
/**
 * 单位收到的日期.
 */
deliveredOn: string, 
/**
 * 签收人.
 */
deliveredTo: string, };

/**
 * What the worker wants the union's help for.
 */
export type DismissalHelp = "notWanted" | "mediation" | "arbitration";

/**
 * What the worker wants help for.
 */
export type DismissalHelped = { 
/**
 * Which notice.
 */
id: string, 
/**
 * What.
 */
help: DismissalHelp, 
/**
 * 职工知道的日期: the limit of arbitration runs from it.
 */
knownOn?: string, };

/**
 * A notice as its form sends it. Its number is given by the program.
 */
export type DismissalInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * 类别.
 */
kind: DismissalKind, 
/**
 * The person on the roster, where picked from it.
 */
person?: string, 
/**
 * 姓名; of one picked from the roster, the roster's.
 */
name: string, 
/**
 * 用人单位; the union's own employer when absent.
 */
employer?: string, 
/**
 * 收到日期.
 */
receivedOn: string, 
/**
 * Whether the notice came in writing.
 */
written: boolean, 
/**
 * 单位说的理由.
 */
reasons: string, 
/**
 * 依据的规章制度, such as 《员工手册》第九条.
 */
grounds?: string, 
/**
 * 打算哪天解除或处分.
 */
plannedOn?: string, };

/**
 * What is looked into: first the grounds, then whom the law protects.
 */
export type DismissalItem = "facts" | "rules" | "exposure" | "injured" | "medical" | "women" | "senior" | "officer" | "representative" | "activity";

/**
 * What the employer means to do.
 */
export type DismissalKind = "fault" | "noFault" | "layoff" | "discipline";

/**
 * A line of the register.
 */
export type DismissalLine = { 
/**
 * The notice.
 */
id: string, 
/**
 * 解〔2026〕1号.
 */
number: string, 
/**
 * 类别.
 */
kind: DismissalKind, 
/**
 * 姓名.
 */
name: string, 
/**
 * 收到日期.
 */
receivedOn: string, 
/**
 * 打算哪天.
 */
plannedOn: string | null, 
/**
 * Whether the union was told beforehand.
 */
inTime: boolean | null, 
/**
 * 理由; absent where it may tell of health and whoever asks may not read it.
 */
reasons: string | null, 
/**
 * How far it has come.
 */
state: DismissalState, 
/**
 * What is to be done first.
 */
next: string | null, 
/**
 * Whose move that is.
 */
whose: Whose | null, 
/**
 * By when.
 */
due: string | null, 
/**
 * How near that is.
 */
band: Band | null, 
/**
 * Days to it, negative when overdue.
 */
days: number | null, 
/**
 * The union's opinion.
 */
stance: DismissalStance | null, 
/**
 * 处理结果.
 */
result: DismissalResult | null, 
/**
 * 最后的结果.
 */
outcome: string | null, };

/**
 * A line of the list of what is looked into.
 */
export type DismissalLook = { 
/**
 * What, with its answer.
 */
answer: DismissalAnswerItem, 
/**
 * The question in words.
 */
label: string, 
/**
 * The rule behind it.
 */
rule: RuleRef | null, 
/**
 * What the law says of it here.
 */
says: string | null, 
/**
 * What the ledger knows of this person.
 */
known: string | null, 
/**
 * That the ledger answers it: nobody is asked.
 */
settled: boolean, 
/**
 * What the answer means for this notice; absent where it raises nothing.
 */
warning: string | null, 
/**
 * Whether the answer is kept from whoever asks, who may not read health.
 */
covered: boolean, };

/**
 * The union's opinion, as its form sends it; without objection the rest is left out.
 */
export type DismissalOpinion = { 
/**
 * Which notice.
 */
id: string, 
/**
 * 没有意见, or an objection.
 */
stance: DismissalStance, 
/**
 * That the union has no objection although whom the law protects was not looked into: asked for, and not kept.
 */
unchecked?: boolean, 
/**
 * 研究日期, the date of the letter.
 */
opinedOn: string, 
/**
 * 查明的事实, one a line.
 */
findings?: string, 
/**
 * 依据的条文, one a line.
 */
articles?: string, 
/**
 * 要求, one a line.
 */
request?: string, 
/**
 * 请答复的最后一天, where no rule of the place sets a term.
 */
answerBy?: string, 
/**
 * 联系人和电话.
 */
contact?: string, };

/**
 * The form of an opinion as it begins: as one that is sent, but nobody has yet said whether to object.
 */
export type DismissalOpinionDraft = { 
/**
 * Which notice.
 */
id: string, 
/**
 * What was decided, or what the answers speak for; absent while nothing speaks for either.
 */
stance: DismissalStance | null, 
/**
 * 研究日期.
 */
opinedOn: string, 
/**
 * 查明的事实, one a line.
 */
findings: string | null, 
/**
 * 依据的条文, one a line.
 */
articles: string | null, 
/**
 * 要求, one a line.
 */
request: string | null, 
/**
 * 请答复的最后一天.
 */
answerBy: string | null, 
/**
 * 联系人和电话.
 */
contact: string | null, };

/**
 * The standing opinion, or what a new one begins with; and what the law of the place says of it.
 */
export type DismissalOpinionStart = { 
/**
 * The form.
 */
opinion: DismissalOpinionDraft, 
/**
 * What was looked into since and the standing opinion does not say, one line each: findings.
 */
moreFindings: Array<string>, 
/**
 * The articles behind those.
 */
moreArticles: Array<string>, 
/**
 * Whom the law protects and nobody has looked into, in words.
 */
unchecked: Array<string>, 
/**
 * Until when an opinion may be given and answered, in sentences.
 */
limits: Array<string>, 
/**
 * Whether a rule of the place sets the term for the answer.
 */
termByLaw: boolean, };

/**
 * A slice of the register.
 */
export type DismissalPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The slice.
 */
rows: Array<DismissalLine>, 
/**
 * How many stand in the register at all.
 */
kept: number, 
/**
 * How many of them are open.
 */
open: number, 
/**
 * The years of the register, the newest first.
 */
years: Array<number>, };

/**
 * What is asked of the register. The newest stands first.
 */
export type DismissalQuery = { 
/**
 * Open, closed, or all when absent.
 */
which?: DismissalWhich, 
/**
 * The kind; all when absent.
 */
kind?: DismissalKind, 
/**
 * The register's year.
 */
year?: number, 
/**
 * Words, pinyin or a number.
 */
text?: string, 
/**
 * The oldest first.
 */
ascending?: boolean, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 500; 50 when absent.
 */
limit?: number, };

/**
 * One notice.
 */
export type DismissalRef = { 
/**
 * The notice.
 */
id: string, };

/**
 * What the employer did after the opinion.
 */
export type DismissalResult = "withdrawn" | "changed" | "kept";

/**
 * What the union thinks of it.
 */
export type DismissalStance = "none" | "object";

/**
 * How far a notice has come.
 */
export type DismissalState = "received" | "noObjection" | "opined" | "delivered" | "answered" | "closed";

/**
 * Which notices of the register.
 */
export type DismissalWhich = "all" | "open" | "closed";

/**
 * Whether the two firms have agreed that a dispatched worker joins the union of the firm where they work.
 */
export type DispatchAgreement = "agreed" | "notAgreed";

/**
 * What is to be known and asked when a dispatched worker joins.
 */
export type DispatchJoining = { 
/**
 * What the rule of the place says, and the question.
 */
text: string, 
/**
 * The rule.
 */
rule: RuleRef, };

/**
 * Nothing to answer but that it is done.
 */
export type Done = null;

/**
 * A person's file, each part as the person at the desk may see it.
 */
export type Dossier = { 
/**
 * Affairs that the person is a party of; what they brought to the union only once identity is revealed.
 */
cases: Array<DossierCase>, 
/**
 * How what they brought to the union is shown.
 */
appeals: Shown, 
/**
 * Offices held.
 */
offices: Array<PersonMention>, 
/**
 * Work at platforms and referrals.
 */
platform: Array<PersonMention>, 
/**
 * Help after accidents, to whoever may read health.
 */
injuries: Array<PersonMention>, 
/**
 * The person.
 */
id: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * 会员, 保留会籍, 已退会 …
 */
standing: string, 
/**
 * 会员号.
 */
number: string | null, 
/**
 * What the roster says, identity as it may be seen.
 */
facts: Array<DossierFact>, 
/**
 * Employments, the newest first.
 */
jobs: Array<Employment>, 
/**
 * Contracts, the newest first.
 */
contracts: Array<ContractLine>, 
/**
 * Events of the membership, the first first.
 */
events: Array<PersonEvent>, 
/**
 * The grade of skill of the roster.
 */
skill: DossierSkill | null, 
/**
 * Certificates, the newest first.
 */
certificates: Array<CertificateLine>, 
/**
 * Courses, the newest first.
 */
trainings: Array<Training>, 
/**
 * Hours of courses of this year.
 */
hoursThisYear: number, 
/**
 * Occupational health.
 */
health: DossierHealth, 
/**
 * Annual leave.
 */
leave: DossierLeave | null, 
/**
 * Honours, the newest first.
 */
honours: Array<Honour>, 
/**
 * The dues of the year; none where no month of it is theirs to pay.
 */
dues: DossierDues | null, };

/**
 * An affair that a person is a party of.
 */
export type DossierCase = { 
/**
 * The page it stands on.
 */
place: Place, 
/**
 * Its number.
 */
number: string, 
/**
 * What it is about.
 */
what: string, 
/**
 * The day it began.
 */
on: string | null, 
/**
 * How it stands, in one phrase.
 */
state: string, };

/**
 * How the dues of the year stand, without a sum.
 */
export type DossierDues = { 
/**
 * 2026.
 */
year: number, 
/**
 * One sentence.
 */
text: string, 
/**
 * Whether something is owed.
 */
owes: boolean, };

/**
 * A fact of the roster.
 */
export type DossierFact = { 
/**
 * 学历.
 */
name: string, 
/**
 * 大专.
 */
value: string, };

/**
 * Occupational health as it may be seen; to one without the right there is none, and nothing tells whether there is any.
 */
export type DossierHealth = { 
/**
 * How it is shown.
 */
shown: Shown, 
/**
 * The exams, the newest first.
 */
exams: Array<ExamLine>, 
/**
 * The next one.
 */
next: NextExam | null, };

/**
 * Annual leave as far as the roster tells it.
 */
export type DossierLeave = { 
/**
 * At least so many working days a year; none before the first year, and where the day of hiring is not known.
 */
days: number | null, 
/**
 * How it is reckoned.
 */
why: DossierNote, };

/**
 * What a rule says of a record, in a sentence that ends with its article.
 */
export type DossierNote = { 
/**
 * The sentence.
 */
text: string, 
/**
 * The rule behind it.
 */
rule: RuleRef | null, };

/**
 * The grade of skill as entered and on the scale of eight.
 */
export type DossierSkill = { 
/**
 * As entered.
 */
written: string, 
/**
 * On the scale of eight, where it is written by the old one.
 */
eight: string | null, };

/**
 * Why what was typed is not told: guarded data may stand in it that is not shown in full now.
 */
export type DraftCover = "reveal" | "taken";

/**
 * A draft in the list: where it belongs, without what was typed.
 */
export type DraftLine = { 
/**
 * The form's name.
 */
form: string, 
/**
 * The record that the form is about.
 */
record: string | null, 
/**
 * When it was kept, at +08:00.
 */
savedAt: string, };

/**
 * Which draft: one a form and, where the form has one, a record.
 */
export type DraftRef = { 
/**
 * The form's name, as the page has it.
 */
form: string, 
/**
 * The record that the form is about; absent for a new one.
 */
record?: string, };

/**
 * A reworded paragraph to be taken back.
 */
export type DropText = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The record it is made from.
 */
of: string, 
/**
 * The block's id.
 */
block: string, };

/**
 * What taking old copies away did.
 */
export type Dropped = { 
/**
 * How many copies went.
 */
copies: number, 
/**
 * The folder of the fresh one that was made first.
 */
fresh: string, };

/**
 * Everybody's arrears, by group; the month of today is not overdue yet.
 */
export type DuesArrears = { 
/**
 * Members who owe something.
 */
people: number, 
/**
 * Months owed, of all together.
 */
months: number, 
/**
 * What they owe together.
 */
sum: number | null, 
/**
 * By group; at most 500 members are named in all.
 */
groups: Array<DuesArrearsGroup>, };

/**
 * Arrears of a group.
 */
export type DuesArrearsGroup = { 
/**
 * The group; empty for those in none.
 */
group: string, 
/**
 * Members who owe something.
 */
people: number, 
/**
 * Months owed, of all together.
 */
months: number, 
/**
 * What they owe; absent where it may not be seen or is told by too few.
 */
sum: number | null, 
/**
 * The members, each with the months owed.
 */
members: Array<DuesPerson>, };

/**
 * The wage a person's dues are reckoned from.
 */
export type DuesBaseInput = { 
/**
 * Whose.
 */
person: string, 
/**
 * A month's wage.
 */
base: number, };

/**
 * Wages that hold from a month on.
 */
export type DuesBases = { 
/**
 * The first month.
 */
from: string, 
/**
 * Whose.
 */
bases: Array<DuesBaseInput>, };

/**
 * A basis as its form sends it.
 */
export type DuesBasisInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The first month it holds.
 */
from: string, 
/**
 * By what.
 */
kind: DuesKind, 
/**
 * The union's own rate, in ten-thousandths: 50 is 千分之五.
 */
rate?: number, 
/**
 * The sum of a month.
 */
flat?: number, 
/**
 * 依据: which decision or rule it stands on.
 */
ground?: string, };

/**
 * One basis.
 */
export type DuesBasisRef = { 
/**
 * The basis.
 */
id: string, };

/**
 * One taking, or the counter-entry to one.
 */
export type DuesEntry = { 
/**
 * The entry.
 */
id: string, 
/**
 * The day.
 */
paidOn: string, 
/**
 * Who handed it over for others.
 */
payer: string | null, 
/**
 * 备注, of a counter-entry why it was made.
 */
note: string | null, 
/**
 * How many members.
 */
people: number, 
/**
 * The months.
 */
months: Array<string>, 
/**
 * The sum; absent where it tells a single wage that may not be seen.
 */
amount: number | null, 
/**
 * The entry that it answers.
 */
reverses: string | null, 
/**
 * Whether all of it was answered by counter-entries.
 */
reversed: boolean, 
/**
 * The members; at most 500 are named.
 */
members: Array<DuesEntryPerson>, 
/**
 * Its receipts, the newest first.
 */
receipts: Array<IssuedPaper>, };

/**
 * A slice of the entries, the newest first.
 */
export type DuesEntryPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The slice.
 */
rows: Array<DuesEntry>, };

/**
 * A member's part of an entry.
 */
export type DuesEntryPerson = { 
/**
 * Who; absent once erased by law.
 */
person: string | null, 
/**
 * 姓名.
 */
name: string, 
/**
 * For which months.
 */
months: Array<string>, 
/**
 * How much; absent where it may not be seen.
 */
amount: number | null, };

/**
 * Which entries a list shows.
 */
export type DuesEntryQuery = { 
/**
 * Of which year; of all when absent.
 */
year?: number, 
/**
 * Of one member.
 */
person?: string, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 200; 50 when absent.
 */
limit?: number, };

/**
 * One entry.
 */
export type DuesEntryRef = { 
/**
 * The entry.
 */
id: string, };

/**
 * By what dues are reckoned.
 */
export type DuesKind = "lawful" | "rate" | "flat";

/**
 * One member who has neither paid nor taken part for the months of the rule: a proposal to talk, never a verdict.
 */
export type DuesLapse = { 
/**
 * Who.
 */
person: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * 车间、部门.
 */
shop: string | null, 
/**
 * Their group.
 */
group: string | null, 
/**
 * The first month of the row of months without dues.
 */
since: string, 
/**
 * How many months.
 */
months: number, 
/**
 * The last time the ledger knows of their taking part.
 */
seenOn: string | null, 
/**
 * The talks, the newest first.
 */
talks: Array<DuesTalkInput>, 
/**
 * Whether the program may register that they count as having left: talked with in vain.
 */
mayEnd: boolean, };

/**
 * The proposals, with what they stand on.
 */
export type DuesLapses = { 
/**
 * How many months the rule asks for.
 */
months: number, 
/**
 * The rule.
 */
rule: RuleRef, 
/**
 * Whom it is about.
 */
people: Array<DuesLapse>, };

/**
 * The lawful rate as the window shows it.
 */
export type DuesLaw = { 
/**
 * The rate in ten-thousandths.
 */
rate: number, 
/**
 * The part of the wage under this is not counted.
 */
step: number, 
/**
 * What is no wage for this.
 */
exempt: Array<string>, 
/**
 * The rule.
 */
rule: RuleRef, };

/**
 * What a line was read as.
 */
export type DuesLineRead = { 
/**
 * The number of the line in the text, from 1.
 */
line: number, 
/**
 * Who, where it is sure.
 */
person: string | null, 
/**
 * 姓名, by the roster where it is sure.
 */
name: string, 
/**
 * The months.
 */
months: Array<string>, 
/**
 * The money, or the wage.
 */
amount: number | null, 
/**
 * What is to be looked at before it is kept.
 */
doubt: string | null, 
/**
 * Why it cannot be kept.
 */
trouble: string | null, };

/**
 * Lines as they were pasted from a sheet, one member a line.
 */
export type DuesLines = { 
/**
 * What they are about.
 */
of: DuesLinesOf, 
/**
 * The text.
 */
text: string, 
/**
 * The month of lines that name none.
 */
month?: string, };

/**
 * What pasted lines are about.
 */
export type DuesLinesOf = "payments" | "bases";

/**
 * One month of one member.
 */
export type DuesMonth = { 
/**
 * The month.
 */
month: string, 
/**
 * How it stands.
 */
state: DuesState, 
/**
 * What is owed for it; absent where it is not known or may not be seen.
 */
due: number | null, 
/**
 * What was paid; absent where it may not be seen.
 */
paid: number | null, };

/**
 * A month of all members.
 */
export type DuesMonthPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * How many of the scope owe something.
 */
open: number, 
/**
 * How many of the scope have paid.
 */
paid: number, 
/**
 * How many of the scope are free of dues.
 */
exempt: number, 
/**
 * How many of the scope have no wage base where one is needed.
 */
withoutBase: number, 
/**
 * What the scope owes; absent where it may not be seen.
 */
dueSum: number | null, 
/**
 * What the scope has paid.
 */
paidSum: number | null, 
/**
 * The slice.
 */
rows: Array<DuesPerson>, };

/**
 * Which members a month's list shows.
 */
export type DuesMonthQuery = { 
/**
 * The month.
 */
month: string, 
/**
 * Whose.
 */
scope?: DuesScope, 
/**
 * Only who still owes it.
 */
open?: boolean, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 500; 200 when absent.
 */
limit?: number, };

/**
 * What came of a talk.
 */
export type DuesOutcome = "promised" | "excused" | "active" | "refused";

/**
 * The dues as a whole.
 */
export type DuesOverview = { 
/**
 * The month of today.
 */
month: string, 
/**
 * By what dues are reckoned, the newest first.
 */
bases: Array<DuesBasisInput>, 
/**
 * The lawful rate, where the packs have one.
 */
law: DuesLaw | null, 
/**
 * Whether single sums are shown.
 */
seen: boolean, 
/**
 * Whether sums of several are told: without the right to single wages those by a rate are not.
 */
sums: boolean, 
/**
 * The years that have months of dues, the newest first.
 */
years: Array<number>, };

/**
 * Money of one member.
 */
export type DuesPaid = { 
/**
 * Whose.
 */
person: string, 
/**
 * For which months.
 */
months: Array<string>, 
/**
 * How much for all of them; what is owed where absent.
 */
amount?: number, };

/**
 * A member with months.
 */
export type DuesPerson = { 
/**
 * The person.
 */
id: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * 车间、部门.
 */
shop: string | null, 
/**
 * Their group.
 */
group: string | null, 
/**
 * What they are to the union now.
 */
state: MembershipState, 
/**
 * The wage base that holds in the last of the months; absent where it is not entered or may not be seen.
 */
base: number | null, 
/**
 * The months, in order.
 */
months: Array<DuesMonth>, };

/**
 * A year of one member.
 */
export type DuesPersonQuery = { 
/**
 * Who.
 */
person: string, 
/**
 * Which year.
 */
year: number, };

/**
 * Whose dues: everyone's where nothing is said.
 */
export type DuesScope = { 
/**
 * Those of a branch or group and of all under it.
 */
group?: string, 
/**
 * Those in no group.
 */
ungrouped?: boolean, 
/**
 * Those of a shop.
 */
shop?: string, };

/**
 * How a month of a member stands.
 */
export type DuesState = "paid" | "partly" | "open" | "unknown" | "exempt" | "none";

/**
 * What a taking came to.
 */
export type DuesTaken = { 
/**
 * The entry.
 */
entry: string, 
/**
 * How many members.
 */
people: number, 
/**
 * Members who were left out because their wage base is missing.
 */
withoutBase: Array<string>, };

/**
 * A talk as its form sends it.
 */
export type DuesTalkInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * With whom.
 */
person: string, 
/**
 * The day.
 */
talkedOn: string, 
/**
 * Who talked with them.
 */
talkedBy: string, 
/**
 * What was said; of a good reason which one.
 */
said: string, 
/**
 * What came of it.
 */
outcome: DuesOutcome, 
/**
 * By when it is looked at again, of a promise.
 */
until?: string, };

/**
 * One talk.
 */
export type DuesTalkRef = { 
/**
 * The talk.
 */
id: string, };

/**
 * What two records have in common.
 */
export type DuplicateGround = "number" | "card" | "name" | "variant" | "sound" | "phone" | "staffNumber" | "birth" | "shop";

/**
 * Two who may be one.
 */
export type DuplicatePair = { 
/**
 * The record entered first.
 */
one: DuplicatePerson, 
/**
 * The other.
 */
other: DuplicatePerson, 
/**
 * What they have in common.
 */
grounds: Array<DuplicateGround>, 
/**
 * How much it says.
 */
strength: DuplicateStrength, 
/**
 * What speaks against it, in a sentence.
 */
against: string | null, };

/**
 * One of two people, identity as the person at the desk may see it.
 */
export type DuplicatePerson = { 
/**
 * The person.
 */
id: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * 性别.
 */
sex: RosterSex, 
/**
 * 出生日期, as exactly as it is known; the year alone `1990-**-**` unless revealed.
 */
birth: string | null, 
/**
 * 车间.
 */
shop: string | null, 
/**
 * 岗位.
 */
post: string | null, 
/**
 * 证件号码, masked unless revealed.
 */
idNumber: string | null, 
/**
 * 电话, masked unless revealed.
 */
phone: string | null, 
/**
 * What they are to the union.
 */
state: MembershipState, 
/**
 * 已转出, 已退会 … of one who has left.
 */
left: string | null, };

/**
 * How much speaks for one person.
 */
export type DuplicateStrength = "certain" | "likely" | "possible";

/**
 * What the search found.
 */
export type DuplicatesFound = { 
/**
 * How many pairs there are.
 */
total: number, 
/**
 * The pairs that most speaks for, at most 500.
 */
pairs: Array<DuplicatePair>, 
/**
 * Names that several people bear whose documents are all different; none for one who may not read identity.
 */
sameName: number | null, 
/**
 * Names that so many of one shop bear without a document that they are not told pair by pair.
 */
crowded: number, 
/**
 * Pairs that were found to be two people.
 */
apart: Array<PersonApart>, };

/**
 * One thing that is due.
 */
export type Duty = { 
/**
 * Stable while the duty stands: its kind's look with the record in it.
 */
id: string, 
/**
 * The module that computed it.
 */
module: string, 
/**
 * Whose move it is.
 */
whose: Whose, 
/**
 * What is to be done, as one phrase.
 */
title: string, 
/**
 * Where it comes from, as one sentence (no law: an undertaking given in a meeting).
 */
origin: string, 
/**
 * The last day; absent where neither law nor promise sets one.
 */
due?: string, 
/**
 * Days from today: negative when overdue.
 */
days?: number, 
/**
 * How near it is.
 */
band: Band, 
/**
 * The computed clock behind it, when a law sets the day.
 */
deadline?: Deadline, 
/**
 * The rule behind it, when a law asks for it and sets no day.
 */
rule?: RuleRef, 
/**
 * What the button says.
 */
button: string, 
/**
 * What the button opens.
 */
place: Place, };

/**
 * How an agreement took effect.
 */
export type EffectHow = "silence" | "opinion";

/**
 * A re-election, seen from one day.
 */
export type Election = { 
/**
 * The re-election.
 */
id: string, 
/**
 * 第四届工会委员会换届选举.
 */
name: string, 
/**
 * As the form holds it.
 */
record: ElectionInput, 
/**
 * Where it stands.
 */
state: ElectionState, 
/**
 * The ladder, from the ground floor.
 */
rungs: Array<ElectionRung>, 
/**
 * The candidates, post by post.
 */
slates: Array<ElectionSlate>, 
/**
 * The ballots, in the order of posts and rounds.
 */
ballots: Array<ElectionBallot>, 
/**
 * What came of them.
 */
results: Array<ElectionResult>, 
/**
 * 应到 of the meeting.
 */
due: number, 
/**
 * Members' delegates of this session.
 */
delegates: number, 
/**
 * What the seats are bound by.
 */
bounds: ElectionBounds, };

/**
 * A ballot with what it brought.
 */
export type ElectionBallot = { 
/**
 * The ballot.
 */
id: string, 
/**
 * 第几轮, from 1.
 */
round: number, 
/**
 * As the form holds it.
 */
record: ElectionBallotInput, 
/**
 * 无效票.
 */
void: number, 
/**
 * Seats to be filled in this round.
 */
seats: number, 
/**
 * Votes needed.
 */
needed: number, 
/**
 * What each got.
 */
tallies: Array<ElectionTally>, 
/**
 * How it was judged, in sentences.
 */
explained: Array<string>, 
/**
 * The rules it was judged by.
 */
rules: Array<RuleRef>, 
/**
 * The newest issue of its count report.
 */
issue: string | null, };

/**
 * A count of votes as its form sends it. The void ballots are what was returned and is not valid.
 */
export type ElectionBallotInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * Which re-election.
 */
election: string, 
/**
 * For what.
 */
post: ElectionPost, 
/**
 * When.
 */
heldOn: string, 
/**
 * 应到.
 */
due: number, 
/**
 * 实到.
 */
present: number, 
/**
 * 发出选票.
 */
given: number, 
/**
 * 收回选票.
 */
returned: number, 
/**
 * 有效票.
 */
valid: number, 
/**
 * 计票人.
 */
tellers?: string, 
/**
 * 监票人.
 */
scrutineers?: string, 
/**
 * The votes.
 */
votes: Array<ElectionVote>, 
/**
 * Why it is entered late.
 */
lateEntry?: string, };

/**
 * One count of votes.
 */
export type ElectionBallotRef = { 
/**
 * The id.
 */
id: string, };

/**
 * What the next ballot for a post begins with.
 */
export type ElectionBallotStart = { 
/**
 * The form, its candidates listed.
 */
record: ElectionBallotInput, 
/**
 * 第几轮.
 */
round: number, 
/**
 * Seats to be filled.
 */
seats: number, 
/**
 * Least present, votes needed and other lines, in sentences.
 */
explained: Array<string>, };

/**
 * A ground on which nobody may stand.
 */
export type ElectionBarChoice = { 
/**
 * The key of the rule's item.
 */
key: string, 
/**
 * In words.
 */
text: string, 
/**
 * The rule.
 */
rule: RuleRef, };

/**
 * What the seats are bound by at a number of members.
 */
export type ElectionBounds = { 
/**
 * Members who vote.
 */
members: number, 
/**
 * Whether the members must meet as a whole.
 */
whole: boolean, 
/**
 * 委员名额, least and most; absent beyond the table.
 */
seats: [number, number] | null, 
/**
 * 会员代表名额, least and most; absent outside the table.
 */
delegates: [number, number] | null, 
/**
 * Least candidates for so many seats, committee and standing.
 */
leastCandidates: [number, number], 
/**
 * How it comes, in sentences with their articles.
 */
explained: Array<string>, 
/**
 * The rules.
 */
rules: Array<RuleRef>, };

/**
 * Someone who stands, as the form sends them.
 */
export type ElectionCandidate = { 
/**
 * The standing row; absent for someone new.
 */
id?: string, 
/**
 * The person on the roster.
 */
person?: string, 
/**
 * The name; of one picked from the roster, the roster's.
 */
name: string, 
/**
 * 所在部门和岗位.
 */
work?: string, 
/**
 * That the grounds on which nobody may stand were looked into and none is met.
 */
cleared: boolean, 
/**
 * The ground that is met: the key of a rule's item. Then the candidate is refused.
 */
bar?: string, };

/**
 * All candidates for one post.
 */
export type ElectionCandidates = { 
/**
 * Which re-election.
 */
election: string, 
/**
 * For what.
 */
post: ElectionPost, 
/**
 * In order.
 */
candidates: Array<ElectionCandidate>, 
/**
 * Why they are entered late, where a paper decided them already.
 */
lateEntry?: string, };

/**
 * Something that happened, as its form sends it.
 */
export type ElectionEventInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * Which re-election.
 */
election: string, 
/**
 * What.
 */
kind: ElectionEventKind, 
/**
 * When; of a posting its first day.
 */
happenedOn: string, 
/**
 * The last day of a posting.
 */
untilOn?: string, 
/**
 * 文号 of what the upper union wrote.
 */
number?: string, 
/**
 * 说明.
 */
text?: string, 
/**
 * Why it is entered late, where a paper decided it already.
 */
lateEntry?: string, };

/**
 * What happens in a re-election besides its ballots, in the order in which it does.
 */
export type ElectionEventKind = "requested" | "approved" | "delegates" | "qualified" | "proposed" | "consented" | "posted" | "reported" | "confirmed" | "registered" | "audited" | "handedOver";

/**
 * Something that happened in a re-election.
 */
export type ElectionEventRef = { 
/**
 * The id.
 */
id: string, };

/**
 * A re-election as its form sends it.
 */
export type ElectionInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * 第几届 is elected.
 */
session: number, 
/**
 * How many years it will last.
 */
years: number, 
/**
 * 会员大会 or 会员代表大会.
 */
form: MembersForm, 
/**
 * Whether the meeting itself elects the chair and the vice-chairs.
 */
direct: boolean, 
/**
 * 会员人数; counted from the roster when absent.
 */
members?: number, 
/**
 * 委员名额.
 */
committeeSeats: number, 
/**
 * 常务委员名额; 0 without a standing committee.
 */
standingSeats: number, 
/**
 * 副主席名额.
 */
viceSeats: number, 
/**
 * 经审委员名额.
 */
auditSeats: number, 
/**
 * 女职委委员名额; 0 where none is elected.
 */
womenSeats: number, 
/**
 * How they are chosen; by the meeting where it is left out.
 */
womenWay?: ElectionWomenWay, 
/**
 * 大会预定的日期.
 */
plannedOn: string, 
/**
 * 地点.
 */
place?: string, 
/**
 * 备注.
 */
note?: string, };

/**
 * A line of the list.
 */
export type ElectionLine = { 
/**
 * The re-election.
 */
id: string, 
/**
 * 第四届工会委员会换届选举.
 */
name: string, 
/**
 * Where it stands.
 */
state: ElectionState, 
/**
 * The meeting's day: held, else planned.
 */
on: string, 
/**
 * What is to be done first.
 */
next: string | null, 
/**
 * Whose move that is.
 */
whose: Whose | null, 
/**
 * By when.
 */
due: string | null, };

/**
 * What is elected.
 */
export type ElectionPost = "committee" | "audit" | "women" | "standing" | "chair" | "vice" | "auditChair" | "womenChair";

/**
 * One post of one re-election.
 */
export type ElectionPostRef = { 
/**
 * Which re-election.
 */
election: string, 
/**
 * For what.
 */
post: ElectionPost, };

/**
 * One re-election.
 */
export type ElectionRef = { 
/**
 * The id.
 */
id: string, };

/**
 * Who was elected to a post over all its rounds.
 */
export type ElectionResult = { 
/**
 * For what.
 */
post: ElectionPost, 
/**
 * 应选名额.
 */
seats: number, 
/**
 * Elected, those with most votes first within each round.
 */
elected: Array<ElectionTally>, 
/**
 * Seats still empty.
 */
short: number, 
/**
 * Whether equal votes ask for another ballot.
 */
tied: boolean, 
/**
 * What is to be done for the empty seats, in one sentence.
 */
next: string | null, };

/**
 * A rung of the ladder: who acts, what lacks, by which article, what its button opens.
 */
export type ElectionRung = { 
/**
 * Which.
 */
step: ElectionStep, 
/**
 * As one phrase.
 */
title: string, 
/**
 * Whose move it is.
 */
whose: Whose, 
/**
 * How it stands.
 */
state: ElectionRungState, 
/**
 * When it was done.
 */
on: string | null, 
/**
 * 文号, or the days of a posting.
 */
detail: string | null, 
/**
 * The event behind it, which can be corrected or taken back.
 */
event: ElectionEventInput | null, 
/**
 * What lacks before it can be done, and by which article.
 */
lacks: Array<UnionLack>, 
/**
 * Why it is to be done, in one sentence.
 */
origin: string, 
/**
 * The rule behind it, where no clock is.
 */
rule: RuleRef | null, 
/**
 * The clock behind it.
 */
deadline: Deadline | null, 
/**
 * The last day.
 */
due: string | null, 
/**
 * What the button says.
 */
button: string, 
/**
 * What it opens.
 */
place: Place, 
/**
 * The paper of this rung, where it has one and it is not its button.
 */
paper: Place | null, };

/**
 * How a rung stands.
 */
export type ElectionRungState = "done" | "now" | "later" | "notNeeded";

/**
 * The candidates for a post.
 */
export type ElectionSlate = { 
/**
 * For what.
 */
post: ElectionPost, 
/**
 * 应选名额.
 */
seats: number, 
/**
 * Who votes: 会员大会, 会员代表大会, 工会委员会全体会议 …
 */
hall: string, 
/**
 * Whether the meeting of the members votes.
 */
byMeeting: boolean, 
/**
 * Whether nobody votes on it: the committee names the people and they are agreed on.
 */
agreed: boolean, 
/**
 * In order.
 */
candidates: Array<ElectionCandidate>, 
/**
 * What lacks, and by which article.
 */
lacks: Array<UnionLack>, 
/**
 * Who may not stand for it, as the rules list them.
 */
bars: Array<ElectionBarChoice>, 
/**
 * The ballot paper, once there are candidates.
 */
paper: Place | null, };

/**
 * What a new one begins with.
 */
export type ElectionStart = { 
/**
 * The form, filled from the ledger and the rules.
 */
record: ElectionInput, 
/**
 * What the seats are bound by.
 */
bounds: ElectionBounds, 
/**
 * How many years a term may last.
 */
years: Array<number>, };

/**
 * Where a re-election stands.
 */
export type ElectionState = "preparing" | "requested" | "approved" | "posted" | "voting" | "elected" | "reported" | "confirmed" | "finished";

/**
 * A step of the ladder.
 */
export type ElectionStep = "request" | "approval" | "delegates" | "qualification" | "proposal" | "consent" | "posting" | "ballots" | "plenums" | "report" | "confirmation" | "registration" | "leavingAudit" | "handOver";

/**
 * What one person got in a ballot.
 */
export type ElectionTally = { 
/**
 * The person on the roster.
 */
person: string | null, 
/**
 * The name.
 */
name: string, 
/**
 * Whether nobody had put them up.
 */
writeIn: boolean, 
/**
 * 赞成.
 */
votesFor: number, 
/**
 * 不赞成.
 */
votesAgainst: number, 
/**
 * 弃权.
 */
abstained: number, 
/**
 * Whether elected.
 */
elected: boolean, 
/**
 * Whether their votes are equal and decide nothing.
 */
tied: boolean, };

/**
 * The votes for one person.
 */
export type ElectionVote = { 
/**
 * The candidate; absent for a write-in.
 */
candidate?: string, 
/**
 * The person on the roster, of a write-in.
 */
person?: string, 
/**
 * The name.
 */
name: string, 
/**
 * 赞成.
 */
votesFor: number, 
/**
 * 不赞成.
 */
votesAgainst: number, 
/**
 * 弃权.
 */
abstained: number, };

/**
 * How the members of the women's committee are chosen.
 */
export type ElectionWomenWay = "meeting" | "women" | "agreed";

/**
 * An employment as its form holds it and as the file of a person lists it.
 */
export type Employment = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * Whose.
 */
person: string, 
/**
 * 入职日期 as exactly as it is known: `2024-07-15`, `2024-07` or `2024`.
 */
hiredOn?: string, 
/**
 * 离职日期, the last day; absent while they work there.
 */
leftOn?: string, 
/**
 * 用工形式.
 */
form: RosterEmploymentForm, 
/**
 * 工作单位 where it is another than the union's own employer.
 */
employer?: string, 
/**
 * 统一社会信用代码 of that employer.
 */
employerCode?: string, 
/**
 * 车间、部门.
 */
shop?: string, 
/**
 * 班组.
 */
team?: string, 
/**
 * 岗位、工种.
 */
post?: string, 
/**
 * 工号.
 */
workNumber?: string, 
/**
 * 就业状况.
 */
status?: string, };

/**
 * A new employment, and the end of the one that it follows.
 */
export type EmploymentBegin = { 
/**
 * The new one; with a day of leaving it is an earlier one that is entered late.
 */
job: Employment, 
/**
 * The last day of the one that has not ended yet. Absent where there is none, and beside an earlier one.
 */
previousUntil?: string, };

/**
 * An employment.
 */
export type EmploymentRef = { 
/**
 * The id.
 */
id: string, };

/**
 * That someone counts as having left.
 */
export type EndForDues = { 
/**
 * Who.
 */
person: string, 
/**
 * The day.
 */
on: string, 
/**
 * Why, as it will stand with the event.
 */
note: string, };

/**
 * Something that happened, as it stands.
 */
export type Event = { 
/**
 * Its id.
 */
id: string, 
/**
 * The agreement it happened to, where it was one.
 */
agreement: string | null, 
/**
 * What kind.
 */
kind: EventKind, 
/**
 * When.
 */
happenedOn: string, 
/**
 * What, in words.
 */
text: string, 
/**
 * What, in facts.
 */
facts: EventFacts, 
/**
 * Entered afterwards, why.
 */
lateEntry: string | null, };

/**
 * What a paper says of something that happened; each kind has its own part of it.
 */
export type EventFacts = { 
/**
 * Who signed for the workers' side: of a draft, of the contract. The chief of that side where it is left out.
 */
workersChief?: string, 
/**
 * Who signed for the employer's side.
 */
employerChief?: string, 
/**
 * To whom it went: the department, the upper union, where it was posted.
 */
receiver?: string, 
/**
 * The number of a paper that came: 受理编号, 审查意见书文号.
 */
number?: string, 
/**
 * Originals signed, copies handed in.
 */
copies?: number, 
/**
 * How many people: those who asked for talks.
 */
people?: number, 
/**
 * Of how many in all.
 */
whole?: number, 
/**
 * Who asked for talks.
 */
askedBy?: Askers, 
/**
 * The employer is of the size for which the law of the place has a line of its own.
 */
larger?: boolean, 
/**
 * How it took effect.
 */
how?: EffectHow, 
/**
 * Last day of a posting, the day a suspension ends, the day from which a change holds.
 */
untilOn?: string, 
/**
 * Whose seat fell vacant, or who filled it.
 */
representative?: string, 
/**
 * Whose representatives were made known; the workers' where it is left out.
 */
side?: Side, 
/**
 * First day of the agreement's term, with a signing, an effect or a renewal. It is kept with the agreement.
 */
termFrom?: string, 
/**
 * Last day of the agreement's term (期满日).
 */
termTo?: string, };

/**
 * What happened outside the forms, to the affair or to one of its agreements, as labels name it.
 */
export type EventKind = "petitioned" | "posted" | "vacated" | "replaced" | "promised" | "suspended" | "resumed" | "reminded" | "warned" | "reported" | "applied" | "accepted" | "extended" | "coordinated" | "drafted" | "notified" | "signed" | "filed" | "received" | "returned" | "inEffect" | "published" | "sentUp" | "explained" | "changed" | "renewed" | "rescinded" | "rescissionFiled" | "ended" | "noted";

/**
 * 职业健康检查结论.
 */
export type ExamConclusion = "normal" | "recheck" | "suspected" | "contraindication" | "other";

/**
 * Exams of a report beside the roster and what is kept already.
 */
export type ExamCounts = { 
/**
 * New ones of people who are known for certain.
 */
fits: number, 
/**
 * Those that people have already: of the same day and kind.
 */
held: number, 
/**
 * Those that cannot be entered as they are.
 */
wrong: number, 
/**
 * Of these the first, each with its row and why, in whole sentences.
 */
told: Array<string>, };

/**
 * When in an employment an exam is taken.
 */
export type ExamKind = "before" | "during" | "leaving" | "emergency";

/**
 * An exam as it may be seen.
 */
export type ExamLine = { 
/**
 * The id.
 */
id: string, 
/**
 * When in the employment.
 */
kind: ExamKind, 
/**
 * The day.
 */
examinedOn: string, 
/**
 * The whole record; only once it is revealed with a purpose.
 */
record: HealthExam | null, 
/**
 * What the law says of the conclusion; alike.
 */
notes: Array<DossierNote>, };

/**
 * An expulsion as its form sends it.
 */
export type ExpelInput = { 
/**
 * Who.
 */
person: string, 
/**
 * What the group said after it had discussed it.
 */
group?: GroupOpinion, 
/**
 * 作出判决的法院.
 */
court: string, 
/**
 * 判决书案号.
 */
judgement: string, 
/**
 * 判决生效日期.
 */
judgedOn?: string, 
/**
 * 上一级工会, to whom it is reported for the record.
 */
upper: string, 
/**
 * The committee's decision; the day is the meeting's.
 */
decision?: string, 
/**
 * The day of a late entry.
 */
approvedOn?: string, 
/**
 * Why it is entered late, and by which paper.
 */
lateEntry?: string, };

/**
 * How a date came about.
 */
export type Explanation = { 
/**
 * One Chinese sentence for window and paper.
 */
sentence: string, 
/**
 * Day of the start event.
 */
start: string, 
/**
 * The number counted.
 */
quantity: number, 
/**
 * What was counted.
 */
unit: Unit, 
/**
 * Where the bare count ended, before holidays moved it.
 */
nominal: string, 
/**
 * The result.
 */
end: string, 
/**
 * Days passed over: inside a count of working days, or at its end.
 */
skipped: Array<Skipped>, 
/**
 * Every day from the one after the start to the end, in runs.
 */
runs: Array<Run>, 
/**
 * Years of the State Council's calendar that were used.
 */
calendar: Array<number>, 
/**
 * The rule.
 */
rule: RuleRef, };

/**
 * The register of what was given to be saved as a workbook.
 */
export type ExportAids = { 
/**
 * Which entries, in which order. Its slice is not heeded: the workbook holds all that match.
 */
query: MemberAidQuery, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * The register of appeals to be saved as a workbook.
 */
export type ExportAppeals = { 
/**
 * Which appeals, in which order. Its slice is not heeded: the file holds all that match.
 */
query: AppealQuery, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * The arrears to be saved as a workbook.
 */
export type ExportArrears = { 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * A year to save as a table.
 */
export type ExportCalendar = { 
/**
 * The year; one that is not there gives an empty table.
 */
year: number, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * The register of the committees' records to be saved as a workbook.
 */
export type ExportCommittee = { 
/**
 * Which records, in which order. Its slice is not heeded: the file holds all that match.
 */
query: CommitteeQuery, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * The register of motions to be saved as a workbook.
 */
export type ExportCongressMotions = { 
/**
 * Which motions, in which order. Its slice is not heeded: the file holds all that match.
 */
query: CongressMotionQuery, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * The register of dismissals to be saved as a workbook.
 */
export type ExportDismissals = { 
/**
 * Which notices, in which order. Its slice is not heeded: the file holds all that match.
 */
query: DismissalQuery, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * The register to be saved as a workbook.
 */
export type ExportHardship = { 
/**
 * Which files, in which order. Its slice is not heeded: the workbook holds all that match.
 */
query: HardshipQuery, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * The ledger of hazards to be saved as a workbook.
 */
export type ExportHazards = { 
/**
 * Which hazards, in which order. Its slice is not heeded: the file holds all that match.
 */
query: HazardQuery, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * A journal to be saved as a workbook.
 */
export type ExportHistory = { 
/**
 * Which steps. Its slice is not heeded: the file holds all that match.
 */
query: HistoryQuery, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * The register of incoming papers to be saved as a workbook.
 */
export type ExportIncoming = { 
/**
 * Which papers, in which order. Its slice is not heeded: the file holds all that match.
 */
query: IncomingQuery, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * A year's leave to be saved as a workbook.
 */
export type ExportLeave = { 
/**
 * Which people, in which order. Its slice is not heeded: the file holds all that match.
 */
query: LeaveQuery, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * The register of mediation cases to be saved as a workbook.
 */
export type ExportMediation = { 
/**
 * Which cases, in which order. Its slice is not heeded: the file holds all that match.
 */
query: MediationQuery, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * A list to be saved as a workbook.
 */
export type ExportMembers = { 
/**
 * Which people, in which order. Its slice is not heeded: the file holds all that match.
 */
query: MemberQuery, 
/**
 * Some of them; all when absent.
 */
only?: Array<string>, 
/**
 * The columns, in their order.
 */
columns: Array<MemberColumn>, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * A year to be saved as a workbook.
 */
export type ExportMoneyYear = { 
/**
 * The year.
 */
year: number, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * The register of outgoing papers to be saved as a workbook.
 */
export type ExportOutgoing = { 
/**
 * Which papers, in which order. Its slice is not heeded: the file holds all that match.
 */
query: OutgoingQuery, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * The register of firms to be saved as a workbook.
 */
export type ExportPlatform = { 
/**
 * Which firms.
 */
query: PlatformQuery, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * The measures to be saved as a workbook.
 */
export type ExportReform = { 
/**
 * Which measures, in which order. Its slice is not heeded: the file holds all that match.
 */
query: ReformQuery, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * The register of inspections to be saved as a workbook.
 */
export type ExportSafetyVisits = { 
/**
 * Which visits, in which order. Its slice is not heeded: the file holds all that match.
 */
query: SafetyVisitQuery, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * Statistics to be saved as a workbook.
 */
export type ExportStatistics = { 
/**
 * Which.
 */
input: StatisticsInput, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * The register of supervision cases to be saved as a workbook.
 */
export type ExportSupervision = { 
/**
 * Which cases, in which order. Its slice is not heeded: the file holds all that match.
 */
query: SupervisionQuery, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * A paper to be saved as a Word file.
 */
export type ExportWord = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The record it is made from.
 */
of: string, 
/**
 * The issue that it shall agree with; absent: as it would be made now.
 */
issued?: string, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * A workbook that was saved.
 */
export type Exported = { 
/**
 * Rows in it.
 */
rows: number, };

/**
 * A Word file that was saved.
 */
export type ExportedWord = { 
/**
 * Where it stands.
 */
path: string, 
/**
 * SHA-256 of the file, hex.
 */
sha256: string, };

/**
 * A role a face can be chosen for.
 */
export type FaceRole = "title" | "fangsong" | "kai" | "hei" | "rare";

/**
 * Why a role has its face.
 */
export type FaceWhy = "chosen" | "found" | "bundled";

/**
 * A letter as kept.
 */
export type FeeDemand = { 
/**
 * As it was typed.
 */
letter: FeeDemandInput, 
/**
 * The day it was begun.
 */
writtenOn: string, 
/**
 * Its issues, the newest first.
 */
issued: Array<IssuedPaper>, };

/**
 * A letter that asks for the contribution, as its form sends it.
 */
export type FeeDemandInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The first month it asks for.
 */
from: string, 
/**
 * The last.
 */
to: string, 
/**
 * 主送: the employer.
 */
addressee: string, 
/**
 * 请于哪天以前拨缴.
 */
payBy?: string, 
/**
 * 拨缴到哪里.
 */
payTo?: string, 
/**
 * 联系人和电话.
 */
contact?: string, };

/**
 * One letter.
 */
export type FeeDemandRef = { 
/**
 * The letter.
 */
id: string, };

/**
 * A month of the contribution.
 */
export type FeeMonth = { 
/**
 * The month.
 */
month: string, 
/**
 * Whether the sums are kept from the reader: none of them is there then.
 */
hidden: boolean, 
/**
 * The entry of its payroll; absent while there is none.
 */
payrollId: string | null, 
/**
 * The payroll; absent while the employer has not given it.
 */
payroll: number | null, 
/**
 * Who gave it.
 */
source: string | null, 
/**
 * What is due of it.
 */
due: number | null, 
/**
 * The last day for it; absent where no rule sets one.
 */
dueOn: string | null, 
/**
 * What the employer has paid; absent only where it is kept from the reader.
 */
paid: number | null, 
/**
 * What is still missing; absent while the payroll is not known.
 */
missing: number | null, 
/**
 * This union's share of what was paid; absent where no share is settled.
 */
share: number | null, 
/**
 * What has come back; absent only where it is kept from the reader.
 */
returned: number | null, 
/**
 * What has yet to come back; under zero where more came.
 */
outstanding: number | null, 
/**
 * The single sums, by day.
 */
payments: Array<FeePaymentInput>, };

/**
 * Money of a month.
 */
export type FeePaymentInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The month it is for.
 */
month: string, 
/**
 * Which way it went.
 */
way: FeeWay, 
/**
 * The day.
 */
paidOn: string, 
/**
 * How much.
 */
amount: number, 
/**
 * 备注.
 */
note?: string, };

/**
 * One sum.
 */
export type FeePaymentRef = { 
/**
 * The sum.
 */
id: string, };

/**
 * The payroll of a month, as the employer gave it.
 */
export type FeePayrollInput = { 
/**
 * The month.
 */
month: string, 
/**
 * 全部职工工资总额; absent to take it back.
 */
payroll?: number, 
/**
 * Who gave it, from which sheet.
 */
source?: string, };

/**
 * From which month the contribution is followed, and the share of it that is this union's.
 */
export type FeeShareInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The first month it holds.
 */
from: string, 
/**
 * The share in ten-thousandths: 6000 is 60%. Absent where it is not settled.
 */
share?: number, 
/**
 * 依据: the upper union's paper.
 */
ground?: string, };

/**
 * One share.
 */
export type FeeShareRef = { 
/**
 * The share.
 */
id: string, };

/**
 * The sums of a year, of the months that have a value which the reader is told.
 */
export type FeeSums = { 
/**
 * Payroll.
 */
payroll: number, 
/**
 * Due.
 */
due: number, 
/**
 * Paid.
 */
paid: number, 
/**
 * Missing.
 */
missing: number, 
/**
 * This union's share.
 */
share: number, 
/**
 * Come back.
 */
returned: number, 
/**
 * Yet to come back.
 */
outstanding: number, };

/**
 * Which way money went.
 */
export type FeeWay = "paid" | "returned";

/**
 * A year of the contribution.
 */
export type FeeYear = { 
/**
 * The year.
 */
year: number, 
/**
 * The years that can be shown, the newest first.
 */
years: Array<number>, 
/**
 * From which months on the contribution is followed, and with which share, the newest first.
 */
shares: Array<FeeShareInput>, 
/**
 * The lawful rate in ten-thousandths.
 */
rate: number, 
/**
 * The rule.
 */
rule: RuleRef, 
/**
 * The rule that sets the day, where there is one.
 */
dayRule: RuleRef | null, 
/**
 * The months that are followed and have begun, or have money.
 */
months: Array<FeeMonth>, 
/**
 * Their sums.
 */
sums: FeeSums, 
/**
 * The letters, the newest first.
 */
demands: Array<FeeDemand>, };

/**
 * Which year.
 */
export type FeeYearQuery = { 
/**
 * The year; that of today when absent.
 */
year?: number, };

/**
 * What a column holds.
 */
export type Field = "sequence" | "name" | "sex" | "birth" | "ethnicity" | "workStatus" | "idKind" | "idNumber" | "education" | "skillGrade" | "title" | "phone" | "household" | "householdPlace" | "nativePlace" | "migrant" | "political" | "employer" | "shop" | "team" | "post" | "staffNo" | "employment" | "employedOn" | "startedWorkOn" | "joinedOn" | "changeKind" | "changeOn" | "changeReason" | "unionCard" | "email" | "remark" | "employerCode" | "unionCode" | "importResult" | "importFault";

/**
 * One field that was changed.
 */
export type FieldChange = { 
/**
 * The field.
 */
field: string, 
/**
 * What it was.
 */
before: string | null, 
/**
 * What it became.
 */
after: string | null, };

/**
 * The value of a figure in one year.
 */
export type FigureValue = { 
/**
 * As it is written: `1,204`, `12.5%`, or `—`.
 */
text: string, 
/**
 * The whole number behind it; none for a share and for `—`.
 */
count: number | null, 
/**
 * Why there is no value; present exactly where the text is `—`.
 */
why: string | null, };

/**
 * A file or folder that the person chose.
 */
export type FileHandle = string;

/**
 * A file.
 */
export type FileOf = { 
/**
 * The id.
 */
id: string, };

/**
 * The record that a file belongs to.
 */
export type FileOwner = { 
/**
 * What kind of record.
 */
kind: RecordKind, 
/**
 * Its id.
 */
id: string, };

/**
 * That a paper was filed (归档).
 */
export type FilePaper = { 
/**
 * Which issue.
 */
id: string, 
/**
 * 归档日期.
 */
filedOn: string, 
/**
 * 档号.
 */
number?: string, 
/**
 * 存放地点.
 */
place?: string, };

/**
 * What a pasted sheet lists.
 */
export type FileRecordKind = "certificate" | "training" | "honour";

/**
 * How a paper was filed.
 */
export type FiledPaper = { 
/**
 * 归档日期.
 */
on: string, 
/**
 * 档号.
 */
number: string | null, 
/**
 * 存放地点.
 */
place: string | null, };

/**
 * A record whose files are asked for.
 */
export type FilesOf = { 
/**
 * The record.
 */
of: FileOwner, };

/**
 * What lies ready of all that is asked.
 */
export type FilingChecklist = { 
/**
 * In the order of the rule; those of custom last.
 */
materials: Array<FilingMaterial>, 
/**
 * How many lie ready, those of custom not counted.
 */
ready: number, 
/**
 * How many originals or copies are handed in, where the law says.
 */
copies: number | null, 
/**
 * By which rule the list is.
 */
rule: RuleRef | null, 
/**
 * What is to be known of the list.
 */
note: string | null, 
/**
 * What those of custom are, where the list is open to them.
 */
usual: string | null, };

/**
 * Something that must lie ready for the filing.
 */
export type FilingMaterial = { 
/**
 * The key of the list's item.
 */
item: string, 
/**
 * In words.
 */
name: string, 
/**
 * It lies ready.
 */
ready: boolean, 
/**
 * How the ledger knows: a paper's number, the day it was ticked.
 */
known: string | null, 
/**
 * The ledger's own paper of it.
 */
paper: Place | null, 
/**
 * It is asked by custom where papers are handed in, and by no text.
 */
usual: boolean, };

/**
 * What is filled into a blank.
 */
export type FillContractBlank = { 
/**
 * The agreement.
 */
agreement: string, 
/**
 * The blank's name.
 */
name: string, 
/**
 * As a person types it; absent empties it.
 */
value?: string, 
/**
 * What was typed wrong, where a text is corrected that was typed after the signature and is kept.
 */
correction?: string, };

/**
 * A form to fill and save.
 */
export type FillForm = { 
/**
 * What is filled with what.
 */
form: FormOf, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * Someone who fills a vacant seat.
 */
export type FillSeat = { 
/**
 * The negotiation.
 */
negotiation: string, 
/**
 * The vacancy, by its event.
 */
vacancy: string, 
/**
 * Who fills it, chosen how and when.
 */
person: RepresentativeInput, 
/**
 * Why it is entered afterwards (补录), when it is.
 */
lateEntry?: string, };

/**
 * A form that was filled and saved.
 */
export type FilledFormFile = { 
/**
 * Where it stands.
 */
path: string, 
/**
 * What came of it.
 */
outcome: FormOutcome, };

/**
 * Which pairs are asked for.
 */
export type FindDuplicates = { 
/**
 * Only those with this person.
 */
person?: string, };

/**
 * That an incoming paper was dealt with.
 */
export type FinishIncoming = { 
/**
 * Which paper.
 */
id: string, 
/**
 * 办结日期.
 */
doneOn: string, 
/**
 * How, as a sentence.
 */
how?: string, 
/**
 * The issued paper of ours that answered it.
 */
paper?: string, };

/**
 * How a paper was dealt with.
 */
export type Finished = { 
/**
 * 办结日期.
 */
on: string, 
/**
 * How, as a sentence.
 */
how: string | null, 
/**
 * The paper of ours that answered it.
 */
paper: AnsweredBy | null, };

/**
 * A flag that a person has, and why.
 */
export type FlagSaid = { 
/**
 * Which.
 */
flag: MemberFlag, 
/**
 * 2027年3月15日到法定退休年龄（《…》第一条、附表一）; the day only where identity is shown in full.
 */
why: string, };

/**
 * What a form is about, and so which marks it may bear beside those of the union.
 */
export type FormAbout = "union" | "person" | "roster" | "negotiation" | "supervision";

/**
 * A kept form with its marks and what became of it.
 */
export type FormDetail = { 
/**
 * The form.
 */
form: KeptForm, 
/**
 * The marks in it, each once.
 */
marks: Array<FormMark>, 
/**
 * Why it cannot be looked into, in a sentence.
 */
trouble?: string, 
/**
 * Its fillings, the newest first.
 */
fillings: Array<FormFilling>, };

/**
 * One filling of a form.
 */
export type FormFilling = { 
/**
 * The filling.
 */
id: string, 
/**
 * About whom or what, in words; the union itself when absent.
 */
title: string | null, 
/**
 * For whom.
 */
purpose: FormPurpose, 
/**
 * Whether identity stands in it in full.
 */
inFull: boolean, 
/**
 * Lines of lists in it.
 */
lines: number, 
/**
 * The day.
 */
filledOn: string, 
/**
 * By whom.
 */
filledBy: string, 
/**
 * The file as it was given out, among the attachments; absent once that was removed.
 */
file: string | null, };

/**
 * A mark as a form bears it.
 */
export type FormMark = { 
/**
 * What stands between the brackets.
 */
mark: string, 
/**
 * Where, as a person finds it: 表格1第2行第3格, 名单!C5.
 */
places: Array<string>, 
/**
 * Whether it is known for a form of this subject.
 */
known: boolean, 
/**
 * Whether it belongs to a list.
 */
repeats: boolean, 
/**
 * The known mark that is most like an unknown one.
 */
nearest?: string, };

/**
 * A form and what it is to be filled with.
 */
export type FormOf = { 
/**
 * The form.
 */
id: string, 
/**
 * The person, the negotiation or the supervision case that it is about.
 */
of?: string, 
/**
 * Which members, for a list; all of them when absent.
 */
members?: MemberQuery, 
/**
 * For whom.
 */
purpose: FormPurpose, };

/**
 * What a filling would bring, or brought.
 */
export type FormOutcome = { 
/**
 * How many places are filled.
 */
filled: number, 
/**
 * How many lines of lists are written.
 */
lines: number, 
/**
 * Known marks without a value; their places are blank.
 */
blank: Array<OpenMark>, 
/**
 * Marks that nobody knows; they stand as they were.
 */
unknown: Array<OpenMark>, };

/**
 * Which program opens a form.
 */
export type FormProgram = "docx" | "xlsx";

/**
 * For whom a form is filled, which decides what is masked.
 */
export type FormPurpose = "submit" | "notice";

/**
 * A kept form.
 */
export type FormRef = { 
/**
 * The id.
 */
id: string, };

/**
 * That an appeal goes on to a meeting of the committee or to the next negotiation.
 */
export type ForwardAppeal = { 
/**
 * Which appeal.
 */
id: string, 
/**
 * Where: the committee or a negotiation; cases are opened by commands of their own.
 */
onward: AppealOnward, 
/**
 * The meeting of the committee.
 */
meeting?: string, 
/**
 * As which topic, in words.
 */
words: string, };

/**
 * The newest good copy of a place.
 */
export type FoundCopy = { 
/**
 * What stands in it.
 */
inside: Inside, 
/**
 * Newer ones that are damaged or do not open, and were passed over.
 */
passed: number, };

/**
 * A folder for the ledger to be.
 */
export type FoundingFolder = { 
/**
 * The handle.
 */
handle: FileHandle, 
/**
 * How it is shown.
 */
name: string, };

/**
 * What is kept of the form; a text that was not typed is empty.
 */
export type FoundingNotes = { 
/**
 * The union's name.
 */
unionName: string, 
/**
 * Its credit code, as it was typed.
 */
creditCode: string, 
/**
 * The employer's name.
 */
employer: string, 
/**
 * The province, two digits.
 */
province: string, 
/**
 * The city, four digits.
 */
city: string, 
/**
 * The folder that was picked, if one was.
 */
folder?: FoundingFolder, };

/**
 * What the group says of applications.
 */
export type GroupOpinion = { 
/**
 * When.
 */
on: string, 
/**
 * Which group, or who speaks for it.
 */
by: string, 
/**
 * 意见.
 */
text: string, };

/**
 * Someone of a group.
 */
export type GroupedPerson = { 
/**
 * The person.
 */
id: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * 车间.
 */
shop: string | null, 
/**
 * 岗位.
 */
post: string | null, };

/**
 * A kind of data, personal but for the union's account, that is masked unless the person at the desk may read it (PIPL art. 28, 51).
 */
export type Guarded = "identity" | "wages" | "health" | "account";

/**
 * That the cards of an approval were handed out.
 */
export type HandCards = { 
/**
 * The approval.
 */
id: string, 
/**
 * When.
 */
on: string, };

/**
 * The chair handed over, and where the pack goes.
 */
export type HandOver = { 
/**
 * The person at the desk who becomes chair, with a passphrase of their own.
 */
to: string, 
/**
 * Whether the chair of today stays as an officer; else they leave the desk.
 */
beforeStays: boolean, 
/**
 * The successor's stick or folder.
 */
place: FileHandle, 
/**
 * What becomes of the forms that the chair of today was still filling in; asked for where there are some and they leave.
 */
drafts?: LeftBehind, };

/**
 * The chair was handed over, the ledger has a new key and is locked.
 */
export type HandedOver = { 
/**
 * Names of people who need a new passphrase from the new chair.
 */
dropped: Array<string>, 
/**
 * The pack; null when it is still to be made.
 */
pack: Pack | null, 
/**
 * Why it is still to be made, or what it lacks; and what to do.
 */
trouble: string | null, };

/**
 * The main reason for which somebody is in need.
 */
export type HardshipCause = "ownIllness" | "familyIllness" | "disability" | "schooling" | "accident" | "lowIncome" | "other";

/**
 * Why a file was closed.
 */
export type HardshipEnd = "lifted" | "left" | "other";

/**
 * A file as it is shown.
 */
export type HardshipFile = { 
/**
 * The file.
 */
id: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * 车间.
 */
shop: string | null, 
/**
 * As the form holds it; without what may not be told.
 */
record: HardshipFileInput, 
/**
 * What this person was given, the newest first.
 */
aids: Array<MemberAid>, 
/**
 * The sum of it.
 */
given: number, 
/**
 * How health is shown here.
 */
health: Shown, };

/**
 * A file as its form sends it. A person has one that is open.
 */
export type HardshipFileInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * Whose.
 */
person: string, 
/**
 * 建档日期.
 */
openedOn: string, 
/**
 * As what they were recognised.
 */
level: HardshipLevel, 
/**
 * The main reason; health.
 */
cause?: HardshipCause, 
/**
 * 困难情况; health.
 */
details?: string, 
/**
 * How many live in the household; told with health.
 */
household?: number, 
/**
 * 家庭人均月收入; told with health.
 */
income?: number, 
/**
 * 认定依据: 本人申请、班组评议; health, as of the mark.
 */
source?: string, 
/**
 * The day on which the committee agreed.
 */
decidedOn?: string, 
/**
 * 下次回访.
 */
visitOn?: string, 
/**
 * 结束日期.
 */
closedOn?: string, 
/**
 * Why it was closed.
 */
ended?: HardshipEnd, 
/**
 * Whether the form showed why they are in need; of a standing file what it did not show stays as it is.
 */
told?: boolean, };

/**
 * A file.
 */
export type HardshipFileRef = { 
/**
 * The file.
 */
id: string, };

/**
 * As what somebody was recognised.
 */
export type HardshipLevel = "deep" | "relative" | "sudden" | "own";

/**
 * A line of the register.
 */
export type HardshipLine = { 
/**
 * The file.
 */
id: string, 
/**
 * Whose.
 */
person: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * 车间.
 */
shop: string | null, 
/**
 * As what they were recognised.
 */
level: HardshipLevel, 
/**
 * 建档日期.
 */
openedOn: string, 
/**
 * The day on which the committee agreed.
 */
decidedOn: string | null, 
/**
 * How often they were helped.
 */
aids: number, 
/**
 * The sum of it.
 */
given: number, 
/**
 * The last time.
 */
lastOn: string | null, 
/**
 * 下次回访.
 */
visitOn: string | null, 
/**
 * 结束日期.
 */
closedOn: string | null, 
/**
 * Why it was closed.
 */
ended: HardshipEnd | null, };

/**
 * A slice of the register.
 */
export type HardshipPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The slice.
 */
rows: Array<HardshipLine>, 
/**
 * How many stand in the register at all.
 */
kept: number, 
/**
 * The years of the register, the newest first.
 */
years: Array<number>, 
/**
 * How many are open.
 */
open: number, 
/**
 * What was given this year to those in the register.
 */
given: number, 
/**
 * Who is flagged as in hardship and has no file.
 */
unfiled: Array<HardshipUnfiled>, 
/**
 * The rule that asks for the register here; none where none does.
 */
rule: HardshipRule | null, };

/**
 * What is asked of the register. The newest stands first.
 */
export type HardshipQuery = { 
/**
 * The year in which a file was opened.
 */
year?: number, 
/**
 * A name, pinyin, or a shop.
 */
text?: string, 
/**
 * Which.
 */
which?: HardshipWhich, 
/**
 * The oldest first.
 */
ascending?: boolean, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 500; 50 when absent.
 */
limit?: number, };

/**
 * A rule with what it says.
 */
export type HardshipRule = { 
/**
 * The rule.
 */
rule: RuleRef, 
/**
 * Its one line.
 */
title: string, };

/**
 * Somebody flagged as in hardship who has no file.
 */
export type HardshipUnfiled = { 
/**
 * Who.
 */
person: string, 
/**
 * 姓名.
 */
name: string, };

/**
 * Which files are asked for.
 */
export type HardshipWhich = "all" | "open" | "due" | "closed";

/**
 * What someone is exposed to, with its measure: decibels of noise, the grade of dust and of toxic work from 0 to 4.
 */
export type Hazard = { 
/**
 * Which.
 */
kind: HazardKind, 
/**
 * Its measure, where it has one.
 */
level?: number, };

/**
 * What the employer answered to a proposal.
 */
export type HazardAnswer = "agreed" | "partly" | "refused";

/**
 * The five assurances (五落实) as the employer gave them. One that is not settled yet stands empty.
 */
export type HazardAssurances = { 
/**
 * The hazard.
 */
id: string, 
/**
 * 责任: who answers for it.
 */
assuredBy?: string, 
/**
 * 措施.
 */
measures?: string, 
/**
 * 资金: how much and from where, or that none is needed.
 */
funds?: string, 
/**
 * 时限.
 */
dueOn?: string, 
/**
 * 预案: what keeps people safe until it is done.
 */
plan?: string, };

/**
 * What a hazard is of.
 */
export type HazardCategory = "machine" | "electric" | "fire" | "height" | "lifting" | "chemical" | "space" | "dust" | "gear" | "site" | "rules" | "other";

/**
 * Something that happened, as kept.
 */
export type HazardEvent = { 
/**
 * The id.
 */
id: string, 
/**
 * As the form holds it.
 */
record: HazardEventInput, 
/**
 * By when it was to happen.
 */
dueOn: string | null, 
/**
 * Whether it came after that.
 */
late: boolean, 
/**
 * How many files lie on it: photos after the rectification.
 */
files: number, };

/**
 * Something that happened to a hazard, as its form sends it.
 */
export type HazardEventInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The hazard.
 */
hazard: string, 
/**
 * What.
 */
kind: HazardEventKind, 
/**
 * When.
 */
happenedOn: string, 
/**
 * The time of the day, 14:20, of an evacuation and what was decided on it.
 */
happenedAt?: string, 
/**
 * 情况.
 */
text: string, 
/**
 * 签收人, 复查人, 处理的负责人.
 */
who?: string, 
/**
 * What the employer answered.
 */
answer?: HazardAnswer, 
/**
 * Where an escalation goes.
 */
level?: HazardLevel, 
/**
 * The day that an extension, a failed check, a return or an escalation sets.
 */
untilOn?: string, 
/**
 * 补录的理由: a paper decided it already, in another order.
 */
lateEntry?: string, };

/**
 * What happened to a hazard.
 */
export type HazardEventKind = "evacuation" | "decided" | "proposed" | "replied" | "extended" | "escalated" | "rectified" | "passed" | "failed" | "closed" | "reopened" | "posted" | "reported" | "congress";

/**
 * Something that happened to a hazard.
 */
export type HazardEventRef = { 
/**
 * The event.
 */
id: string, };

/**
 * How a hazard came to be known.
 */
export type HazardFound = "snapshot" | "inspection" | "report" | "employer" | "other";

/**
 * How grave a hazard is.
 */
export type HazardGrade = "general" | "major";

/**
 * What a file would bring.
 */
export type HazardImport = { 
/**
 * The hash of the file, so that what is taken is what was shown.
 */
sha256: string, 
/**
 * The page.
 */
page: string, 
/**
 * Row by row.
 */
rows: Array<HazardImportRow>, 
/**
 * How many can be registered.
 */
fits: number, 
/**
 * How many stand already.
 */
held: number, 
/**
 * How many cannot be registered as they are.
 */
wrong: number, 
/**
 * Pictures that lie over the cells and are not read.
 */
pictures: number, 
/**
 * Totals, notes and repeated headers that were passed over.
 */
passed: number, 
/**
 * What is the matter with single cells.
 */
problems: Array<SheetProblem>, };

/**
 * A hazard of the file. A cell that holds several gives one each.
 */
export type HazardImportRow = { 
/**
 * Row in the file, counted from 1.
 */
row: number, 
/**
 * 隐患.
 */
matter: string, 
/**
 * 地点.
 */
place: string | null, 
/**
 * 发现日期.
 */
foundOn: string | null, 
/**
 * 类别, as it would be registered.
 */
kind: HazardCategory, 
/**
 * 分级.
 */
grade: HazardGrade | null, 
/**
 * 责任人.
 */
assuredBy: string | null, 
/**
 * 整改期限.
 */
dueOn: string | null, 
/**
 * How far it would come: 已销号, 待验收, 整改中 …
 */
state: string, 
/**
 * Whether it stands in the ledger already.
 */
held: boolean, 
/**
 * Why it cannot be registered as it is.
 */
wrong: string | null, 
/**
 * What the file says and the loop does not take as said.
 */
note: string | null, };

/**
 * A hazard as its form sends it. Its number is given by the program.
 */
export type HazardInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * 发现日期.
 */
foundOn: string, 
/**
 * 发现时间, 14:20.
 */
foundAt?: string, 
/**
 * 发现人, by name.
 */
finder?: string, 
/**
 * 怎样发现.
 */
foundHow: HazardFound, 
/**
 * 责任部门: shop, team or department.
 */
unit?: string, 
/**
 * 地点.
 */
place: string, 
/**
 * 类别.
 */
kind: HazardCategory, 
/**
 * 隐患, in one line.
 */
matter: string, 
/**
 * 具体情况.
 */
details?: string, 
/**
 * 依据的条文或者标准.
 */
basis?: string, 
/**
 * 分级; absent until somebody graded it.
 */
grade?: HazardGrade, 
/**
 * 判定的理由: the criterion of the trade that it meets.
 */
gradeReason?: string, 
/**
 * 直接危及生命: people are to leave.
 */
danger: boolean, 
/**
 * 撤离的范围和人员, where lives are in danger.
 */
evacuees?: string, 
/**
 * 补录的理由: it was found, and led on paper, before.
 */
lateEntry?: string, };

/**
 * 职业病危害因素, by the cycles that the law sets for them.
 */
export type HazardKind = "noise" | "heat" | "dust" | "leadAndKin" | "methanolAndKin" | "carbonTetrachloride" | "toxic" | "other";

/**
 * Where an escalation goes, from the nearest up.
 */
export type HazardLevel = "team" | "shop" | "employer" | "upper" | "authority";

/**
 * A line of the ledger of hazards.
 */
export type HazardLine = { 
/**
 * The hazard.
 */
id: string, 
/**
 * 隐〔2026〕1号.
 */
number: string, 
/**
 * 隐患.
 */
matter: string, 
/**
 * 地点.
 */
place: string, 
/**
 * 责任部门.
 */
unit: string | null, 
/**
 * 类别.
 */
kind: HazardCategory, 
/**
 * 分级.
 */
grade: HazardGrade | null, 
/**
 * 直接危及生命.
 */
danger: boolean, 
/**
 * 发现日期.
 */
foundOn: string, 
/**
 * How many photos lie on it.
 */
photos: number, 
/**
 * How far it has come.
 */
state: HazardState, 
/**
 * Whether the employer owes an answer to the proposal.
 */
unanswered: boolean, 
/**
 * The day it is to be rectified by.
 */
dueOn: string | null, 
/**
 * Whether it is over that day and not rectified.
 */
late: boolean, 
/**
 * 责任人.
 */
assuredBy: string | null, 
/**
 * 销号日期.
 */
closedOn: string | null, 
/**
 * What is to be done first.
 */
next: string | null, 
/**
 * Whose move that is.
 */
whose: Whose | null, 
/**
 * By when.
 */
due: string | null, 
/**
 * How near that is.
 */
band: Band | null, 
/**
 * Days to it, negative when overdue.
 */
days: number | null, };

/**
 * What the list is sorted by.
 */
export type HazardOrder = "number" | "due" | "place";

/**
 * A slice of the ledger of hazards.
 */
export type HazardPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The slice.
 */
rows: Array<HazardLine>, 
/**
 * How many stand in the ledger at all.
 */
kept: number, 
/**
 * How many of them are not closed.
 */
open: number, 
/**
 * How many are over their day.
 */
late: number, 
/**
 * How many proposals wait for an answer.
 */
unanswered: number, 
/**
 * How many major ones are not closed.
 */
major: number, 
/**
 * The years of the register, the newest first.
 */
years: Array<number>, 
/**
 * Places and departments that were named before, for the form to offer.
 */
places: Array<string>, };

/**
 * A paper that was handed to the employer: issued, sent, received.
 */
export type HazardPaper = { 
/**
 * The newest issue; absent where it was led on another paper.
 */
issue: string | null, 
/**
 * Its number.
 */
number: string | null, 
/**
 * When it was received: by the receipt of a sending, or as entered.
 */
receivedOn: string | null, };

/**
 * What the union asks the employer to do (整改建议), as its form sends it.
 */
export type HazardProposal = { 
/**
 * The hazard.
 */
id: string, 
/**
 * 建议采取的措施, one a line.
 */
advice: string, 
/**
 * 建议整改完成的日期.
 */
advisedBy?: string, 
/**
 * 联系人和电话.
 */
contact?: string, };

/**
 * What is asked of the ledger of hazards. The newest stands first.
 */
export type HazardQuery = { 
/**
 * Which; all when absent.
 */
which?: HazardWhich, 
/**
 * The kind; all when absent.
 */
kind?: HazardCategory, 
/**
 * The register's year.
 */
year?: number, 
/**
 * Words, pinyin or a number.
 */
text?: string, 
/**
 * By what; the number when absent.
 */
order?: HazardOrder, 
/**
 * The last first.
 */
descending?: boolean, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 500; 50 when absent.
 */
limit?: number, };

/**
 * One hazard.
 */
export type HazardRef = { 
/**
 * The hazard.
 */
id: string, };

/**
 * A law that stands behind the loop, as the page shows it.
 */
export type HazardRule = { 
/**
 * The rule.
 */
rule: RuleRef, 
/**
 * What it says.
 */
title: string, 
/**
 * What to know of it.
 */
note: string | null, };

/**
 * A rung of the ladder.
 */
export type HazardRung = { 
/**
 * Which step.
 */
step: HazardStep, 
/**
 * How it stands.
 */
state: HazardRungState, 
/**
 * The day it was done, or is due.
 */
on: string | null, };

/**
 * How a step of the loop stands.
 */
export type HazardRungState = "done" | "now" | "late" | "next" | "gap";

/**
 * How far a hazard has come.
 */
export type HazardState = "registered" | "graded" | "proposed" | "replied" | "rectifying" | "rectified" | "passed" | "closed" | "posted" | "done";

/**
 * A step of the closed loop, in its order.
 */
export type HazardStep = "registered" | "graded" | "evacuated" | "proposed" | "replied" | "assured" | "rectified" | "passed" | "closed" | "posted" | "reported";

/**
 * The inspection on which a hazard was found.
 */
export type HazardVisit = { 
/**
 * The visit.
 */
id: string, 
/**
 * 检〔2026〕1号.
 */
number: string, };

/**
 * Which hazards of the ledger.
 */
export type HazardWhich = "all" | "open" | "late" | "unanswered" | "major" | "closed";

/**
 * What was taken.
 */
export type HazardsTaken = { 
/**
 * Registered.
 */
added: number, 
/**
 * Standing already.
 */
held: number, 
/**
 * Not registered.
 */
wrong: number, };

/**
 * The newest step of the chain.
 */
export type Head = { 
/**
 * its number, 0 before the first
 */
seq: number, 
/**
 * its hash, 64 hex digits
 */
hash: string, };

/**
 * An occupational health exam.
 */
export type HealthExam = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * Whose.
 */
person: string, 
/**
 * When in the employment.
 */
kind: ExamKind, 
/**
 * The day.
 */
examinedOn: string, 
/**
 * 检查机构.
 */
institution?: string, 
/**
 * What the person is exposed to; one at least.
 */
hazards: Array<Hazard>, 
/**
 * The conclusion; absent while the report has not come.
 */
conclusion?: ExamConclusion, 
/**
 * The day of the next one as the report says it.
 */
nextOn?: string, 
/**
 * 说明.
 */
note?: string, };

/**
 * An exam.
 */
export type HealthExamRef = { 
/**
 * The id.
 */
id: string, };

/**
 * What copies in the ledger's own folder still hold.
 */
export type Held = { 
/**
 * How many copies.
 */
copies: number, 
/**
 * The latest day on which one can still be there, with a copy made at least once a month; none when one never goes by
 * itself.
 */
until: string | null, };

/**
 * Somebody who made a step of the journal, whether they still sit at the desk or not.
 */
export type HistoryActor = { 
/**
 * The id, by which the journal is searched.
 */
id: string, 
/**
 * The name, as it is or was last.
 */
name: string, 
/**
 * Whether they have left the desk.
 */
left: boolean, };

/**
 * A step of the journal.
 */
export type HistoryLine = { 
/**
 * Its number.
 */
seq: number, 
/**
 * When, at +08:00.
 */
at: string, 
/**
 * Who.
 */
actor: string, 
/**
 * The command.
 */
op: string, 
/**
 * What was done; an undo or redo says so.
 */
label: string, 
/**
 * What it was about: a person's name, a meeting's round and day.
 */
subject: string | null, 
/**
 * Whether it is final.
 */
isFinal: boolean, 
/**
 * The step that took it back.
 */
undoneBy: number | null, 
/**
 * The step that an undo or redo turns round.
 */
target: number | null, 
/**
 * Whether taking it back is worth asking for: not final, no final one later, not taken back. What else stands in the way,
 * `history.mayTakeBack` says.
 */
canTakeBack: boolean, };

/**
 * A page of the journal, newest first.
 */
export type HistoryPage = { 
/**
 * The steps.
 */
lines: Array<HistoryLine>, 
/**
 * Whether older ones match too.
 */
more: boolean, };

/**
 * Which steps; what is absent does not matter.
 */
export type HistoryQuery = { 
/**
 * Id of the person who acted.
 */
person?: string, 
/**
 * First day.
 */
from?: string, 
/**
 * Last day.
 */
to?: string, 
/**
 * A module, as commands are named: `members`, `negotiation`, `papers`, `ledger` …
 */
module?: string, 
/**
 * Part of the label, or the name of somebody whom the steps are about.
 */
text?: string, 
/**
 * Steps before this one: the page that follows.
 */
before?: number, 
/**
 * At most so many, 50 when absent and 500 at the most.
 */
limit?: number, };

/**
 * One record found, as the search shows it.
 */
export type Hit = { 
/**
 * What it is.
 */
kind: HitKind, 
/**
 * The record.
 */
id: string, 
/**
 * Its name.
 */
title: string, 
/**
 * What tells it from others of the name: shop and post, the affair, the number.
 */
detail: string, 
/**
 * The page that shows it.
 */
place: Place, };

/**
 * What kind of record a hit is, in the order the window shows them.
 */
export type HitKind = "person" | "negotiation" | "topic" | "meeting" | "undertaking" | "supervision" | "appeal" | "dismissal" | "mediation" | "platform" | "recuperation" | "hazard" | "safetyVisit" | "congressTerm" | "congressMotion" | "congressMeeting" | "reformMeasure" | "paper" | "incoming" | "committee" | "decision" | "unionTerm" | "unionGroup" | "election" | "membersMeeting";

/**
 * A holiday as a form asks for it.
 */
export type HolidayAsked = { 
/**
 * 元旦, 春节, ….
 */
name: string, 
/**
 * How many statutory days in a row.
 */
days: number, 
/**
 * What the first of them is, where its date moves: 农历除夕.
 */
firstIs: string | null, 
/**
 * The first statutory day, where its date is fixed.
 */
first: string | null, };

/**
 * An honour.
 */
export type Honour = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * Whose.
 */
person: string, 
/**
 * 类别.
 */
kind: HonourKind, 
/**
 * 级别.
 */
level: HonourLevel, 
/**
 * 江西省劳动模范.
 */
name: string, 
/**
 * 年度.
 */
year: number, 
/**
 * 授予单位.
 */
issuer?: string, };

/**
 * 荣誉类别.
 */
export type HonourKind = "modelWorker" | "mayDayMedal" | "craftsman" | "unionActivist" | "other";

/**
 * Who gave an honour.
 */
export type HonourLevel = "national" | "province" | "city" | "county" | "unit";

/**
 * An honour.
 */
export type HonourRef = { 
/**
 * The id.
 */
id: string, };

/**
 * A training ledger whose certificates, a sheet of training whose courses or a health report whose exams are to be taken.
 */
export type ImportCertificates = { 
/**
 * The file; absent for a paste.
 */
file?: FileHandle, 
/**
 * What was pasted.
 */
pasted?: string, 
/**
 * The hash of the file that was previewed: another file under the same name is refused.
 */
sha256?: string, };

/**
 * A ledger of hazards to be looked at or taken.
 */
export type ImportHazards = { 
/**
 * The file; absent for a paste.
 */
file?: FileHandle, 
/**
 * What was pasted.
 */
pasted?: string, 
/**
 * The hash of the file that was looked at: another file under the same name is refused.
 */
sha256?: string, };

/**
 * A payroll to be taken in.
 */
export type ImportPay = { 
/**
 * The file, read again; absent for a paste.
 */
file?: FileHandle, 
/**
 * What was pasted.
 */
pasted?: string, 
/**
 * What the person has decided.
 */
options?: PayOptions, 
/**
 * The hash of the file that was previewed: another file under the same name is refused.
 */
sha256?: string, 
/**
 * The table of the period that goes to the trash for it.
 */
replaces?: string, };

/**
 * A roster to import.
 */
export type ImportRoster = { 
/**
 * The file, read again; absent for a paste.
 */
file?: FileHandle, 
/**
 * What was pasted.
 */
pasted?: string, 
/**
 * What the person has decided. Rows that still wait for a decision are left out.
 */
options?: RosterOptions, 
/**
 * The hash of the file that was previewed: another file under the same name is refused.
 */
sha256?: string, 
/**
 * What became of people whom the file no longer lists; nobody is deleted.
 */
leavers?: Array<RosterLeaver>, };

/**
 * What an import did.
 */
export type Imported = { 
/**
 * People added.
 */
added: number, 
/**
 * People of the ledger of whom something was changed.
 */
changed: number, 
/**
 * People whom the file no longer lists and whose membership was entered as kept or moved.
 */
left: number, 
/**
 * Rows that the ledger already held (same ID number), left as they are.
 */
alreadyThere: number, 
/**
 * Rows left out because something stands against them.
 */
leftOut: number, };

/**
 * An incoming paper as kept, seen from one day.
 */
export type Incoming = { 
/**
 * The paper.
 */
id: string, 
/**
 * The register's number, 收〔2026〕1号.
 */
number: string, 
/**
 * 文种.
 */
kind: IncomingKind, 
/**
 * 发文单位.
 */
source: string, 
/**
 * 来文字号.
 */
theirNumber: string | null, 
/**
 * 标题.
 */
title: string, 
/**
 * 收到日期.
 */
receivedOn: string, 
/**
 * 要求办什么.
 */
asked: string, 
/**
 * 办结期限.
 */
dueOn: string | null, 
/**
 * The time of that day.
 */
dueTime: string | null, 
/**
 * Whether an answer or a report is asked for.
 */
wantsAnswer: boolean, 
/**
 * 经办人.
 */
handler: string | null, 
/**
 * 备注.
 */
note: string | null, 
/**
 * How it was dealt with; absent while it is open.
 */
done: Finished | null, 
/**
 * How near its due day is; absent once it is done.
 */
band?: Band, 
/**
 * Days from today to the due day, negative when overdue; absent without one and once it is done.
 */
days?: number, 
/**
 * How many files are on it.
 */
files: number, };

/**
 * An incoming paper as a form sends it. The register's number is given by the program.
 */
export type IncomingInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * 文种.
 */
kind: IncomingKind, 
/**
 * 发文单位.
 */
source: string, 
/**
 * 来文字号, as printed on it; many letters have none.
 */
theirNumber?: string, 
/**
 * 标题.
 */
title: string, 
/**
 * 收到日期.
 */
receivedOn: string, 
/**
 * 要求办什么.
 */
asked: string, 
/**
 * 办结期限.
 */
dueOn?: string, 
/**
 * The time of that day, `16:00`, where the paper names one.
 */
dueTime?: string, 
/**
 * Says that a due day before the day of receipt stands so in the paper.
 */
dueAsWritten?: boolean, 
/**
 * Whether an answer or a report is asked for (要求答复或报送).
 */
wantsAnswer: boolean, 
/**
 * 经办人: somebody at the desk or anybody else, by name.
 */
handler?: string, 
/**
 * 备注.
 */
note?: string, };

/**
 * What kind of paper came (文种).
 */
export type IncomingKind = "notice" | "letter" | "circular" | "decision" | "opinion" | "reply" | "minutes" | "other";

/**
 * A slice of the register.
 */
export type IncomingPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The slice.
 */
rows: Array<Incoming>, 
/**
 * How many stand in the register at all.
 */
kept: number, 
/**
 * How many of them are open, and of these, how many overdue.
 */
open: number, 
/**
 * Open and overdue.
 */
overdue: number, 
/**
 * The years of the register, the newest first.
 */
years: Array<number>, };

/**
 * What is asked of the register.
 */
export type IncomingQuery = { 
/**
 * Done or not; all when absent.
 */
state?: IncomingState, 
/**
 * Words, pinyin or a number.
 */
text?: string, 
/**
 * The register's year.
 */
year?: number, 
/**
 * What the list is ordered by; the due day when absent.
 */
sort?: IncomingSort, 
/**
 * The other way round.
 */
descending?: boolean, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 500; 50 when absent.
 */
limit?: number, };

/**
 * One incoming paper.
 */
export type IncomingRef = { 
/**
 * The id.
 */
id: string, };

/**
 * What the register can be ordered by.
 */
export type IncomingSort = "due" | "number" | "receivedOn" | "source";

/**
 * Which papers of the register.
 */
export type IncomingState = "all" | "open" | "done";

/**
 * The information of the talks, as the page shows it.
 */
export type Information = { 
/**
 * The items in order.
 */
items: Array<InformationItem>, 
/**
 * What a new list may begin with: what the offer asked for, what the law of the place names, what is usual.
 */
proposal: Array<string>, 
/**
 * By when it is due, once the day of the first meeting is known.
 */
deadline: Deadline | null, 
/**
 * The article on it, quoted with what it says.
 */
ground: string, 
/**
 * What is not there yet, as a sentence for the minutes; empty when all is.
 */
incomplete: string, 
/**
 * Who signed to keep secrets.
 */
secrecy: Array<SecrecyLine>, 
/**
 * The article on secrets, quoted with what it says.
 */
secrecyGround: string, };

/**
 * One item as its form holds it.
 */
export type InformationItem = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The side that is asked for it.
 */
of: Side, 
/**
 * 资料名称.
 */
name: string, 
/**
 * 所属期间.
 */
period?: string, 
/**
 * 涉密.
 */
secret: boolean, 
/**
 * 要求提供的日期.
 */
askedOn: string, 
/**
 * 由谁要求的.
 */
askedBy: string, 
/**
 * 收到日期.
 */
receivedOn?: string, 
/**
 * 由谁提供的.
 */
receivedFrom?: string, 
/**
 * 形式: 复印件, 电子表格 …
 */
form?: string, 
/**
 * 页数.
 */
pages?: number, 
/**
 * 答复不提供的日期.
 */
refusedOn?: string, 
/**
 * 不提供的理由.
 */
refusedReason?: string, 
/**
 * 备注.
 */
note?: string, };

/**
 * Help of a worker after an accident.
 */
export type InjuryHelp = { 
/**
 * The help.
 */
id: string, 
/**
 * 伤〔2026〕1号.
 */
number: string, 
/**
 * What its form holds.
 */
record: InjuryHelpInput, 
/**
 * Who was hurt.
 */
person: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * The firm.
 */
firm: string, 
/**
 * Whether its orders are covered, as the register has it.
 */
injury: PlatformInjury, 
/**
 * The papers of the application.
 */
papers: Array<InjuryPaper>, 
/**
 * The limits.
 */
limits: Array<InjuryLimit>, 
/**
 * The rules of injury protection.
 */
rules: Array<PlatformRule>, 
/**
 * What is to be done.
 */
todos: Array<Duty>, };

/**
 * Help of one worker after an accident as its form holds it.
 */
export type InjuryHelpInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * Who was hurt, at which firm.
 */
work: string, 
/**
 * 事故日期.
 */
accidentOn: string, 
/**
 * 事故地点.
 */
place?: string, 
/**
 * 订单号.
 */
orderNumber?: string, 
/**
 * 求助的事项.
 */
asked: string, 
/**
 * 求助日期.
 */
askedOn: string, 
/**
 * Codes of the papers at hand, of the rule that lists them.
 */
papers: Array<string>, 
/**
 * 向平台报告事故的日期.
 */
reportedOn?: string, 
/**
 * 申请日期.
 */
appliedOn?: string, 
/**
 * 经办机构受理的日期.
 */
acceptedOn?: string, 
/**
 * 结论的日期.
 */
concludedOn?: string, 
/**
 * What the agency concluded.
 */
outcome?: InjuryOutcome, 
/**
 * 结果.
 */
result?: string, };

/**
 * Help in the register. It is counted for good, and its number is given once: also that of whoever was removed from the roster since,
 * or erased by law.
 */
export type InjuryHelpLine = { 
/**
 * The help.
 */
id: string, 
/**
 * 伤〔2026〕1号.
 */
number: string, 
/**
 * Who was hurt; absent once erased by law.
 */
person: string | null, 
/**
 * Whether they were removed from the roster.
 */
removed: boolean, 
/**
 * 姓名.
 */
name: string, 
/**
 * The firm; absent once erased by law.
 */
firm: string | null, 
/**
 * 事故日期.
 */
accidentOn: string, 
/**
 * 申请日期.
 */
appliedOn: string | null, 
/**
 * What the agency concluded.
 */
outcome: InjuryOutcome | null, 
/**
 * How many papers are at hand, of how many; absent once erased by law.
 */
papers: [number, number] | null, };

/**
 * One help after an accident.
 */
export type InjuryHelpRef = { 
/**
 * The help.
 */
id: string, };

/**
 * A limit of the application.
 */
export type InjuryLimit = { 
/**
 * Whose it is, and what is done.
 */
title: string, 
/**
 * The day, with how it was found; none until the event it counts from is entered.
 */
deadline: Deadline | null, 
/**
 * What it waits for, where it has no day yet.
 */
waitsFor: string | null, 
/**
 * What a reader should know of the rule.
 */
note: string | null, 
/**
 * The day on which it was done.
 */
doneOn: string | null, };

/**
 * What the agency concluded on an application for injury protection.
 */
export type InjuryOutcome = "confirmed" | "refused" | "withdrawn";

/**
 * A paper of the application for injury protection.
 */
export type InjuryPaper = { 
/**
 * Its code.
 */
code: string, 
/**
 * What it is called.
 */
text: string, 
/**
 * Whether it is at hand.
 */
atHand: boolean, };

/**
 * What stands in a copy, for a person to decide by.
 */
export type Inside = { 
/**
 * the copy's folder
 */
dir: string, 
/**
 * id of the ledger that it is a copy of
 */
ledger: string, 
/**
 * the newest step
 */
head: Head, 
/**
 * its label
 */
lastStep: string, 
/**
 * its time, RFC 3339
 */
lastAt: string, 
/**
 * records by kind
 */
counts: Array<Counted>, 
/**
 * attachments that rows name
 */
files: number, 
/**
 * those of them that do not lie beside the copy
 */
filesMissing: number, 
/**
 * records that were erased by law since, as far as is known, and will be erased again
 */
erased: number, 
/**
 * what of its structure was altered, 改了视图 live_person: the counts, and what pages would show of it, are not to be relied on
 */
altered: string | null, };

/**
 * A paper to be issued.
 */
export type IssuePaper = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The record it is made from.
 */
of: string, };

/**
 * One issue of a paper. Its bytes are kept; a correction is a new issue that names the old.
 */
export type IssuedPaper = { 
/**
 * The issue.
 */
id: string, 
/**
 * 工协纪〔2026〕3号.
 */
number: string, 
/**
 * The number of the issue it corrects.
 */
corrects: string | null, 
/**
 * When, local time.
 */
issuedAt: string, 
/**
 * Pages.
 */
pages: number, 
/**
 * SHA-256 of the bytes, hex; empty where they were erased.
 */
sha256: string, 
/**
 * Whether it can be set again as it was issued, for a Word copy that agrees with it.
 */
hasSource: boolean, 
/**
 * The union's own template by which it was made; none for the program's.
 */
madeBy?: MadeBy, };

/**
 * An issued paper.
 */
export type IssuedRef = { 
/**
 * The issue.
 */
id: string, };

/**
 * An election held against the lines of the place.
 */
export type JudgedElection = { 
/**
 * All that was entered.
 */
record: RepresentativeElection, 
/**
 * Each line with its article, and what it comes to here.
 */
lines: Array<string>, 
/**
 * What does not hold against a line, a sentence each; empty when all does.
 */
doubts: Array<string>, };

/**
 * Keeps the draft as a version.
 */
export type KeepContractVersion = { 
/**
 * The agreement.
 */
agreement: string, 
/**
 * What it is called: 第二轮后、送职代会.
 */
note: string, };

/**
 * A draft as it was kept.
 */
export type KeptDraft = { 
/**
 * The form's values as typed; empty where they are covered.
 */
body: object, 
/**
 * When it was kept, at +08:00.
 */
savedAt: string, 
/**
 * Why what was typed is not told now. It lies in the ledger all the same.
 */
covered?: DraftCover, };

/**
 * A kept form.
 */
export type KeptForm = { 
/**
 * The form.
 */
id: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * Which program opens it.
 */
program: FormProgram, 
/**
 * What it is about.
 */
about: FormAbout, 
/**
 * The blank, among the attachments.
 */
file: string, 
/**
 * When it was added.
 */
addedOn: string, 
/**
 * How often it was filled.
 */
fillings: number, 
/**
 * The newest filling.
 */
filledOn: string | null, };

/**
 * A scenario that was kept, with what it came to.
 */
export type KeptPayScenario = { 
/**
 * Which.
 */
id: string, 
/**
 * The wage data it was tried on.
 */
sheet: string, 
/**
 * For which year is talked about.
 */
year: number, 
/**
 * Whose it is.
 */
side: PaySide, 
/**
 * Its name.
 */
name: string, 
/**
 * The scenario; none where a later program wrote what this one cannot read.
 */
scenario: PayScenario | null, 
/**
 * The same in words.
 */
said: string, 
/**
 * How many months of the year it holds.
 */
months: number, 
/**
 * Who was counted.
 */
people: number, 
/**
 * The average before; none where it was not known exactly.
 */
beforeAverage: number | null, 
/**
 * The average after.
 */
targetAverage: number | null, 
/**
 * The floor that the scenario sets.
 */
targetFloor: number | null, 
/**
 * What the wages cost in all the months.
 */
wages: number | null, 
/**
 * The insurance.
 */
insurance: number | null, 
/**
 * The contribution.
 */
fee: number | null, 
/**
 * Together.
 */
total: number | null, 
/**
 * What all these lie between; none where each is known exactly, and where nothing was reckoned.
 */
bounds: PayBounds | null, 
/**
 * Whether what it came to is kept from its reader, who may not read single wages or has not revealed them.
 */
covered: boolean, 
/**
 * Whether it is the one that the offer and the plan go by.
 */
chosen: boolean, 
/**
 * The day it was kept.
 */
keptOn: string, 
/**
 * Whether the wage data it was tried on was replaced or removed since: what it came to is of the older data.
 */
replaced: boolean, };

/**
 * A ledger that was opened on this desk.
 */
export type KnownLedger = { 
/**
 * Its folder.
 */
dir: string, 
/**
 * The union's name.
 */
name: string, 
/**
 * The demo union.
 */
demo: boolean, 
/**
 * Whether the folder is still there.
 */
present: boolean, };

/**
 * A labour contract. `ended_on` is the day on which it ended in fact, by whatever way.
 */
export type LabourContract = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * Whose.
 */
person: string, 
/**
 * 期限.
 */
term: ContractTerm, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day of a fixed term.
 */
until?: string, 
/**
 * The last day of the probation.
 */
probationUntil?: string, 
/**
 * The day it ended in fact.
 */
endedOn?: string, 
/**
 * 说明.
 */
note?: string, };

/**
 * A contract.
 */
export type LabourContractRef = { 
/**
 * The id.
 */
id: string, };

/**
 * How papers were last printed.
 */
export type LastPrinting = { 
/**
 * The printer's name; none before the first.
 */
printer?: string, 
/**
 * On both sides of the sheet.
 */
bothSides: boolean, };

/**
 * What an earlier contract said where this one has a blank.
 */
export type LastYearValue = { 
/**
 * As it was read.
 */
shown: string, 
/**
 * The contract that says so.
 */
from: string, };

/**
 * What was taken, and whom one trusts.
 */
export type LawPacks = { 
/**
 * Version of the law book as it stands.
 */
version: string, 
/**
 * The packs taken from files.
 */
taken: Array<TakenLine>, 
/**
 * Trusted publishers.
 */
publishers: Array<PublisherLine>, 
/**
 * What the law book could not take, a sentence each.
 */
leftOut: Array<string>, };

/**
 * Which layer a pack belongs to, from general to special.
 */
export type Layer = "national" | "province" | "city" | "own";

/**
 * A reason of 条例第四条.
 */
export type LeaveBar = { 
/**
 * The reason.
 */
id: string, 
/**
 * What its form holds.
 */
record: LeaveBarInput, 
/**
 * What comes of it, in one sentence.
 */
verdict: string, 
/**
 * Its rule.
 */
rule: RuleRef | null, };

/**
 * A reason of 条例第四条.
 */
export type LeaveBarInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * Whose.
 */
person: string, 
/**
 * 年度.
 */
year: number, 
/**
 * Which.
 */
kind: LeaveBarKind, 
/**
 * Days of the year, whole months of sick leave.
 */
amount: number, 
/**
 * 备注.
 */
note?: string, };

/**
 * Why someone may have no leave in a year (条例第四条, 办法第七条、第十四条).
 */
export type LeaveBarKind = "school" | "personal" | "sick" | "idle";

/**
 * A reason of 条例第四条.
 */
export type LeaveBarRef = { 
/**
 * The reason.
 */
id: string, };

/**
 * How a year is counted in which someone reaches ten or twenty years of work: no article says it, so the firm does.
 */
export type LeaveCrossing = "year" | "ratio";

/**
 * Which people a list of leave shows.
 */
export type LeaveFilter = "unarranged" | "underHalf" | "unused" | "missing" | "exchanged" | "carried" | "leaving";

/**
 * Whether a period was taken.
 */
export type LeaveKind = "planned" | "taken";

/**
 * What keeps the days due from being certain.
 */
export type LeaveLack = "started" | "hired" | "exchanged" | "precise" | "before" | "crossing";

/**
 * One person in the list of a year.
 */
export type LeaveLine = { 
/**
 * The person.
 */
id: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * 车间、部门.
 */
shop: string | null, 
/**
 * 工号.
 */
workNumber: string | null, 
/**
 * 参加工作时间 as exactly as it is known: `2008-07`.
 */
startedOn: string | null, 
/**
 * 入职日期, likewise.
 */
hiredOn: string | null, 
/**
 * Days due in the year, where they are certain.
 */
due: number | null, 
/**
 * The least that is due, where they are not.
 */
least: number | null, 
/**
 * What keeps them from being certain.
 */
lacks: Array<LeaveLack>, 
/**
 * Half days taken of this year's leave.
 */
taken: number, 
/**
 * Half days planned.
 */
planned: number, 
/**
 * Half days of the last year that may be taken in this one.
 */
brought: number, 
/**
 * Half days carried over to the next year.
 */
carried: number, 
/**
 * Half days given up in writing.
 */
waived: number, 
/**
 * Half days that were paid for.
 */
paid: number, 
/**
 * Half days neither taken nor settled; under nothing where more was taken than was due. None while the days due are not
 * certain.
 */
left: number | null, };

/**
 * One person's year.
 */
export type LeaveOf = { 
/**
 * Who.
 */
person: string, 
/**
 * 年度.
 */
year: number, };

/**
 * One person's leave of a year.
 */
export type LeaveOfPerson = { 
/**
 * 年度.
 */
year: number, 
/**
 * As the list shows it.
 */
line: LeaveLine, 
/**
 * 用工形式.
 */
form: RosterEmploymentForm, 
/**
 * How the days were found, a sentence each.
 */
sentences: Array<string>, 
/**
 * The days under either way of counting a year in which the next band is reached, where that is the question.
 */
both: [number, number] | null, 
/**
 * The rules behind them.
 */
rules: Array<RuleRef>, 
/**
 * What decides the year beside the dates.
 */
record: LeaveYearInput | null, 
/**
 * The record of it, for its files.
 */
recordId: string | null, 
/**
 * Taken and planned, in order.
 */
periods: Array<LeavePeriod>, 
/**
 * How the reasons of 条例第四条 are shown.
 */
barsShown: Shown, 
/**
 * The reasons, once health is revealed.
 */
bars: Array<LeaveBar> | null, 
/**
 * How the pay is shown.
 */
payShown: Shown, 
/**
 * The pay of days that were not taken, to one who reads wages.
 */
pay: LeavePay | null, 
/**
 * Whether it was entered that they were paid.
 */
payDone: boolean, };

/**
 * A slice of the list.
 */
export type LeavePage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The slice.
 */
rows: Array<LeaveLine>, };

/**
 * The pay of days that were not taken, as it was reckoned.
 */
export type LeavePay = { 
/**
 * The pay.
 */
id: string, 
/**
 * What its form holds.
 */
record: LeavePayInput, 
/**
 * 日工资, typed or from the average.
 */
daily: number | null, 
/**
 * What is due for the days, what was paid as ordinary wages included.
 */
due: number | null, 
/**
 * What is still to be paid on top of the ordinary wages.
 */
extra: number | null, 
/**
 * How it was reckoned, in one sentence.
 */
sentence: string, };

/**
 * The pay of days that were not taken.
 */
export type LeavePayInput = { 
/**
 * Whose.
 */
person: string, 
/**
 * 年度.
 */
year: number, 
/**
 * Half days it is for.
 */
halves: number, 
/**
 * 前十二个月剔除加班工资后的月平均工资.
 */
average?: number, 
/**
 * 日工资, where it is told instead.
 */
daily?: number, 
/**
 * 实际支付的报酬.
 */
paid?: number, 
/**
 * 支付日期.
 */
paidOn?: string, 
/**
 * 备注.
 */
note?: string, };

/**
 * The pay of days that were not taken.
 */
export type LeavePayRef = { 
/**
 * The pay.
 */
id: string, };

/**
 * A period of leave with the days that count.
 */
export type LeavePeriod = { 
/**
 * The period.
 */
id: string, 
/**
 * What its form holds.
 */
record: LeavePeriodInput, 
/**
 * Half days that count.
 */
halves: number, 
/**
 * How they were counted, in one sentence.
 */
counted: string, };

/**
 * A period of leave.
 */
export type LeavePeriodInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * Whose.
 */
person: string, 
/**
 * The year whose leave it is.
 */
year: number, 
/**
 * Taken or planned.
 */
kind: LeaveKind, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day, itself counted.
 */
to: string, 
/**
 * Half days that count, where the calendar does not say it: half a day, or people who work in shifts.
 */
halves?: number, 
/**
 * 备注.
 */
note?: string, };

/**
 * A period of leave.
 */
export type LeavePeriodRef = { 
/**
 * The period.
 */
id: string, };

/**
 * One period for many people: a shop that stands still.
 */
export type LeavePeriodsInput = { 
/**
 * The year whose leave it is.
 */
year: number, 
/**
 * Everyone of a shop; an empty text means those without one.
 */
shop: string, 
/**
 * Taken or planned.
 */
kind: LeaveKind, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day, itself counted.
 */
to: string, 
/**
 * 备注.
 */
note?: string, };

/**
 * Whose leave a list shows.
 */
export type LeaveQuery = { 
/**
 * 年度; the present one when absent.
 */
year?: number, 
/**
 * Characters or pinyin of the name, the last four of the number.
 */
text?: string, 
/**
 * One shop; an empty text asks for those without one.
 */
shop?: string, 
/**
 * Only those.
 */
filter?: LeaveFilter, 
/**
 * The order; by name when absent.
 */
sort?: LeaveSort, 
/**
 * Turned round.
 */
descending?: boolean, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 500; 50 when absent.
 */
limit?: number, };

/**
 * A rule with what it says.
 */
export type LeaveRule = { 
/**
 * The rule.
 */
rule: RuleRef, 
/**
 * Its one line.
 */
title: string, 
/**
 * What a reader should know.
 */
note: string | null, };

/**
 * The schedule of a year.
 */
export type LeaveSchedule = { 
/**
 * The schedule.
 */
id: string, 
/**
 * What its form holds.
 */
record: LeaveScheduleInput, 
/**
 * The number of the printed schedule, once issued.
 */
paper: string | null, };

/**
 * The schedule of a year, and what this firm settled for it.
 */
export type LeaveScheduleInput = { 
/**
 * 年度.
 */
year: number, 
/**
 * How a year is counted in which the next band is reached.
 */
crossing?: LeaveCrossing, 
/**
 * Days that a contract adds for everybody.
 */
extraDays?: number, 
/**
 * Where they are agreed.
 */
extraSource?: string, 
/**
 * The day on which people were asked for their wishes.
 */
askedOn?: string, 
/**
 * 计划定下的日期.
 */
madeOn?: string, 
/**
 * 公布日期.
 */
postedOn?: string, 
/**
 * 备注.
 */
note?: string, };

/**
 * A sheet of leave.
 */
export type LeaveSheetFile = { 
/**
 * The file.
 */
file: FileHandle, 
/**
 * The year that it is of.
 */
year: number, 
/**
 * The hash of the file that was read before: another file under the same name is refused.
 */
sha256?: string, };

/**
 * What an import of a sheet did.
 */
export type LeaveSheetKept = { 
/**
 * People of whom something was entered.
 */
people: number, 
/**
 * Planned periods entered.
 */
planned: number, 
/**
 * People whose days taken were entered.
 */
taken: number, 
/**
 * People whose days of the last year were entered.
 */
carried: number, 
/**
 * Lines whose person is not known for certain.
 */
unknown: number, };

/**
 * A sheet of leave as it stands to the ledger.
 */
export type LeaveSheetRead = { 
/**
 * The page.
 */
page: string, 
/**
 * Its lines of people.
 */
rows: number, 
/**
 * Whose person is known.
 */
fits: number, 
/**
 * Of people whom the roster does not have.
 */
nobody: number, 
/**
 * Where several people fit.
 */
several: number, 
/**
 * Planned periods that would be entered.
 */
planned: number, 
/**
 * People whose days taken would be entered.
 */
taken: number, 
/**
 * People whose days of the last year would be entered.
 */
carried: number, 
/**
 * Where the sheet's days due differ from those that are reckoned, a sentence each.
 */
differences: Array<string>, 
/**
 * How many differ.
 */
different: number, 
/**
 * How many problems the reading found.
 */
problemCount: number, 
/**
 * The first of them.
 */
problems: Array<SheetProblem>, 
/**
 * The hash of the file: another under the same name is refused.
 */
sha256: string, };

/**
 * By what a list of leave is ordered.
 */
export type LeaveSort = "name" | "shop" | "started" | "due" | "taken" | "left";

/**
 * A year as a whole.
 */
export type LeaveSummary = { 
/**
 * 年度.
 */
year: number, 
/**
 * The years to choose from, the newest first.
 */
years: Array<number>, 
/**
 * Who are told in the list.
 */
people: number, 
/**
 * Who have days due, as far as is certain.
 */
entitled: number, 
/**
 * Who have neither taken nor planned a day.
 */
unarranged: number, 
/**
 * Who have taken less than half.
 */
underHalf: number, 
/**
 * Who have days that are not settled.
 */
unused: number, 
/**
 * Half days that are not settled, of all of them.
 */
unusedHalves: number, 
/**
 * Of whom something is missing.
 */
missing: number, 
/**
 * Of whom the beginning of work stands after the day of hiring.
 */
exchanged: number, 
/**
 * Whether the days off of the year are known; else weekdays are counted.
 */
calendar: boolean, 
/**
 * Every shop, by name.
 */
shops: Array<string>, 
/**
 * The schedule of the year, once it was begun.
 */
schedule: LeaveSchedule | null, 
/**
 * How a year is counted in which someone passes into the next band; none while this firm did not say.
 */
crossing: LeaveCrossing | null, 
/**
 * How many pass into the next band in the year and wait for it.
 */
crossingPeople: number, 
/**
 * The rules of annual leave.
 */
rules: Array<LeaveRule>, 
/**
 * What is to be done.
 */
todos: Array<Duty>, };

/**
 * What decides a person's leave of a year beside the dates.
 */
export type LeaveYearInput = { 
/**
 * Whose.
 */
person: string, 
/**
 * 年度.
 */
year: number, 
/**
 * 约定的全年天数, where it is better than the law's.
 */
ownDays?: number, 
/**
 * Where that is agreed.
 */
ownSource?: string, 
/**
 * Whether they had worked twelve months in a row before they came here.
 */
workedBefore?: boolean, 
/**
 * Half days taken before leave was kept here, of which only the number is known.
 */
opening?: number, 
/**
 * Half days carried over to the next year.
 */
carried?: number, 
/**
 * 本人同意跨年度安排的日期.
 */
carryConsentOn?: string, 
/**
 * 本人同意单位不安排的日期.
 */
unarrangedOn?: string, 
/**
 * Half days that the person gave up in writing for reasons of their own.
 */
waived?: number, 
/**
 * 书面提出的日期.
 */
waivedOn?: string, 
/**
 * 本人的原因.
 */
waivedReason?: string, 
/**
 * 备注.
 */
note?: string, };

/**
 * Which year is asked for.
 */
export type LeaveYearQuery = { 
/**
 * 年度; the present one when absent.
 */
year?: number, };

/**
 * What becomes of the forms that somebody who leaves the desk was still filling in.
 */
export type LeftBehind = "keep" | "discard";

/**
 * A draft that somebody left behind: where it belongs, without what was typed.
 */
export type LeftDraft = { 
/**
 * The draft.
 */
id: string, 
/**
 * The form's name.
 */
form: string, 
/**
 * The record that the form is about.
 */
record: string | null, 
/**
 * Who typed it.
 */
owner: string, 
/**
 * When it was kept, at +08:00.
 */
savedAt: string, };

/**
 * Which draft that was left behind.
 */
export type LeftDraftRef = { 
/**
 * The draft.
 */
id: string, };

/**
 * A private copy to be opened by another program. It goes at lock and at the end.
 */
export type Lent = { 
/**
 * The handle of the copy.
 */
file: FileHandle, 
/**
 * Where it lies.
 */
path: string, };

/**
 * A clause that could be taken.
 */
export type LibraryClauseLine = { 
/**
 * Its code.
 */
library: string, 
/**
 * The item it answers.
 */
item: string, 
/**
 * The name of the group it is for.
 */
group: string | null, 
/**
 * Its words.
 */
text: string, 
/**
 * The law behind it, as it is quoted.
 */
article: string | null, 
/**
 * It stands in the draft.
 */
taken: boolean, };

/**
 * One event in the life of a record.
 */
export type LifeEvent = { 
/**
 * The step.
 */
line: HistoryLine, 
/**
 * What it changed.
 */
record: TouchedRecord, };

/**
 * One look.
 */
export type Look = { 
/**
 * number in the chain
 */
seq: number, 
/**
 * time at +08:00
 */
at: string, 
/**
 * name of who looked, as it stood then
 */
actorName: string, 
/**
 * what was done: the command, `members.get`
 */
kind: string, 
/**
 * why, in the person's own words; empty once erased
 */
purpose: string, 
/**
 * ids of the records that were shown in full; empty for the unlocking itself
 */
subjects: Array<string>, 
/**
 * the purge that erased the purpose, as the present chain numbers it
 */
erasedBy: number | null, };

/**
 * A place with copies, and a way in.
 */
export type LookAt = { 
/**
 * A stick, a folder of copies, one copy, or a ledger's folder.
 */
from: FileHandle, 
/**
 * The passphrase of somebody at that desk.
 */
passphrase?: string, 
/**
 * Or the 24 characters of the recovery sheet.
 */
words?: string, };

/**
 * A page of the access log.
 */
export type LookQuery = { 
/**
 * Only looks before this number.
 */
before: number, 
/**
 * Only looks at this record.
 */
subject?: string, 
/**
 * Lines wanted, at most 500; 100 when absent.
 */
limit?: number, };

/**
 * A face of this machine that holds Chinese.
 */
export type MachineFace = { 
/**
 * Its family; also how it is chosen.
 */
family: string, 
/**
 * Why it cannot be chosen, in Chinese.
 */
refused: string | null, 
/**
 * How many common characters it lacks.
 */
lacks: number, 
/**
 * Whether text can be set in it; a face for rare characters alone holds too few others.
 */
text: boolean, 
/**
 * How many rare characters it has, such as 𠮷.
 */
rare: number, };

/**
 * By which template of the union's own a paper is made.
 */
export type MadeBy = { 
/**
 * What the union calls it.
 */
title: string, 
/**
 * The day it was taken.
 */
takenOn: string, };

/**
 * A volume to be bound.
 */
export type MakeArchive = { 
/**
 * Of which affair.
 */
of: FileOwner, 
/**
 * The folder in which the volume gets a folder of its own.
 */
to: FileHandle, };

/**
 * Where a copy goes.
 */
export type MakeBackup = { 
/**
 * A folder or stick; the ledger's own folder when absent.
 */
to?: FileHandle, };

/**
 * Where the pack goes.
 */
export type MakePack = { 
/**
 * A folder or stick.
 */
to: FileHandle, };

/**
 * A written mandate, as its form sends it and the page shows it.
 */
export type Mandate = { 
/**
 * Present when it stands already.
 */
id?: string, 
/**
 * The negotiation.
 */
negotiation: string, 
/**
 * To what.
 */
kind: MandateKind, 
/**
 * For which side.
 */
side: Side, 
/**
 * Who acts: the chief representative, or an outsider who stands on the list.
 */
representative?: string, 
/**
 * 姓名; of a representative the one on the list.
 */
name: string, 
/**
 * 性别.
 */
sex: RosterSex, 
/**
 * 所在单位 of an adviser, 职务 of a chief's agent.
 */
unit?: string, 
/**
 * 专业.
 */
profession?: string, 
/**
 * 执业证书.
 */
certificate?: string, 
/**
 * The last four characters of the identity number, and no more.
 */
idLast4?: string, 
/**
 * Who signs for the body that empowers.
 */
principal: string, 
/**
 * Their post.
 */
principalPost?: string, 
/**
 * Why the principal does not lead.
 */
reason?: string, 
/**
 * What the agent may do, what is asked of the adviser.
 */
scope: Array<string>, 
/**
 * Dated.
 */
givenOn: string, 
/**
 * First day.
 */
fromOn: string, 
/**
 * Last day; absent: until the talks end.
 */
untilOn?: string, 
/**
 * Why it is entered afterwards (补录), when it is.
 */
lateEntry?: string, };

/**
 * What a mandate empowers to.
 */
export type MandateKind = "chief" | "adviser";

/**
 * A written mandate.
 */
export type MandateRef = { 
/**
 * Its id.
 */
id: string, };

/**
 * Marks that belong together, for the list that a chair copies them from.
 */
export type MarkGroup = { 
/**
 * What forms about may bear them; the union's may stand in any.
 */
about: FormAbout, 
/**
 * What they tell of: 本会, 会员名单.
 */
title: string, 
/**
 * Whether a table row with them comes once for each line.
 */
repeats: boolean, 
/**
 * The marks, without their brackets.
 */
marks: Array<string>, };

/**
 * What came of one item: received, refused, or neither again.
 */
export type MarkInformation = { 
/**
 * Which.
 */
item: string, 
/**
 * 收到日期.
 */
receivedOn?: string, 
/**
 * 由谁提供的.
 */
receivedFrom?: string, 
/**
 * 形式.
 */
form?: string, 
/**
 * 页数.
 */
pages?: number, 
/**
 * 答复不提供的日期.
 */
refusedOn?: string, 
/**
 * 不提供的理由.
 */
refusedReason?: string, };

/**
 * Something of the filing that lies ready, or no longer.
 */
export type MarkMaterial = { 
/**
 * Which agreement.
 */
agreement: string, 
/**
 * The key of the list's item.
 */
item: string, 
/**
 * Whether it lies ready.
 */
ready: boolean, };

/**
 * An undertaking kept or opened again.
 */
export type MarkUndertaking = { 
/**
 * Which one.
 */
undertaking: string, 
/**
 * The day it was done; absent opens it again.
 */
doneOn?: string, };

/**
 * Whose a line is.
 */
export type MatchPayLine = { 
/**
 * The line.
 */
id: string, 
/**
 * The person; absent for nobody of the roster.
 */
person?: string, };

/**
 * A case as kept, seen from one day.
 */
export type MediationCase = { 
/**
 * The case.
 */
id: string, 
/**
 * 调〔2026〕1号.
 */
number: string, 
/**
 * As the form holds it.
 */
record: MediationInput, 
/**
 * 调解员, by name.
 */
mediatorName: string | null, 
/**
 * How far it has come.
 */
state: MediationState, 
/**
 * What it came from.
 */
origin: MediationOrigin | null, 
/**
 * What happened, in order.
 */
events: Array<MediationEvent>, 
/**
 * What can be entered now.
 */
may: Array<MediationEventKind>, 
/**
 * What can be entered with the reason of a late entry alone.
 */
mayLate: Array<MediationEventKind>, 
/**
 * The limits of mediation and arbitration, in sentences.
 */
limits: Array<string>, 
/**
 * What is to be done, the first the next step.
 */
todos: Array<RightsTodo>, };

/**
 * The committee.
 */
export type MediationCommittee = { 
/**
 * Its people, the chair first.
 */
mediators: Array<Mediator>, 
/**
 * What it lacks; nothing where it is not recorded at all.
 */
lacks: Array<MediationLack>, 
/**
 * What the law says of it, in sentences.
 */
says: Array<string>, };

/**
 * Something that happened, as kept.
 */
export type MediationEvent = { 
/**
 * The id.
 */
id: string, 
/**
 * As the form holds it.
 */
record: MediationEventInput, 
/**
 * By when it was to happen.
 */
dueOn: string | null, 
/**
 * Whether it came after that.
 */
late: boolean, };

/**
 * Something that happened, as its form sends it.
 */
export type MediationEventInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The case.
 */
case: string, 
/**
 * What.
 */
kind: MediationEventKind, 
/**
 * When.
 */
happenedOn: string, 
/**
 * 情况: the reason of a refusal, what was agreed, one a line.
 */
text: string, 
/**
 * The day a longer term ends by, or the last day for what was agreed.
 */
untilOn?: string, 
/**
 * 履行方式 of what was agreed.
 */
manner?: string, 
/**
 * 补录的理由: a paper decided it already, in another order.
 */
lateEntry?: string, };

/**
 * What happened in a case.
 */
export type MediationEventKind = "answered" | "settled" | "givenUp" | "accepted" | "refused" | "met" | "extended" | "agreed" | "signed" | "failed" | "withdrawn" | "reviewed" | "performed" | "unperformed" | "told";

/**
 * One event of a case.
 */
export type MediationEventRef = { 
/**
 * The event.
 */
id: string, };

/**
 * A case as its form sends it. Its number is given by the program.
 */
export type MediationInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * 争议类别.
 */
topic: AppealKind, 
/**
 * The worker on the roster, where picked from it.
 */
person?: string, 
/**
 * 职工; of one picked from the roster, the roster's name.
 */
worker: string, 
/**
 * 用人单位; the union's own employer when absent.
 */
employer?: string, 
/**
 * 哪一方申请.
 */
applicant: MediationParty, 
/**
 * Whether it was asked for orally and written down here.
 */
oral: boolean, 
/**
 * The day one side asked the other for talks, where they try that first.
 */
talksOn?: string, 
/**
 * 收到申请的日期; absent while they talk.
 */
appliedOn?: string, 
/**
 * 知道或者应当知道权利被侵害的日期: the limit of arbitration runs from it.
 */
knownOn?: string, 
/**
 * 事实和理由.
 */
facts: string, 
/**
 * 请求, one a line.
 */
claims: string, 
/**
 * 调解员.
 */
mediator?: string, };

/**
 * What the committee lacks, and by which article.
 */
export type MediationLack = { 
/**
 * In one sentence.
 */
text: string, 
/**
 * The rule; absent for what the record itself lacks.
 */
rule: RuleRef | null, };

/**
 * A line of the register.
 */
export type MediationLine = { 
/**
 * The case.
 */
id: string, 
/**
 * 调〔2026〕1号.
 */
number: string, 
/**
 * 争议类别.
 */
topic: AppealKind, 
/**
 * 职工.
 */
worker: string, 
/**
 * 用人单位.
 */
employer: string, 
/**
 * 请求.
 */
claims: string, 
/**
 * 收到申请的日期.
 */
appliedOn: string | null, 
/**
 * 受理日期.
 */
acceptedOn: string | null, 
/**
 * The day it ended, and how.
 */
endedOn: string | null, 
/**
 * How it ended, in words.
 */
ended: string | null, 
/**
 * 调解员.
 */
mediator: string | null, 
/**
 * How far it has come.
 */
state: MediationState, 
/**
 * What is to be done first.
 */
next: string | null, 
/**
 * Whose move that is.
 */
whose: Whose | null, 
/**
 * By when.
 */
due: string | null, 
/**
 * How near that is.
 */
band: Band | null, 
/**
 * Days to it, negative when overdue.
 */
days: number | null, };

/**
 * What a case came from: an appeal or a notice of dismissal.
 */
export type MediationOrigin = { 
/**
 * 诉〔2026〕1号.
 */
number: string, 
/**
 * What shows it.
 */
place: Place, };

/**
 * A slice of the register.
 */
export type MediationPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The slice.
 */
rows: Array<MediationLine>, 
/**
 * How many stand in the register at all.
 */
kept: number, 
/**
 * How many of them are open.
 */
open: number, 
/**
 * The years of the register, the newest first.
 */
years: Array<number>, };

/**
 * One of the parties.
 */
export type MediationParty = "worker" | "employer";

/**
 * What is asked of the register. The newest stands first.
 */
export type MediationQuery = { 
/**
 * Open, ended, or all when absent.
 */
which?: MediationWhich, 
/**
 * The kind of dispute; all when absent.
 */
topic?: AppealKind, 
/**
 * The register's year.
 */
year?: number, 
/**
 * Words, pinyin or a number.
 */
text?: string, 
/**
 * The oldest first.
 */
ascending?: boolean, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 500; 50 when absent.
 */
limit?: number, };

/**
 * One case.
 */
export type MediationRef = { 
/**
 * The case.
 */
id: string, };

/**
 * How far a case has come.
 */
export type MediationState = "talking" | "applied" | "refused" | "accepted" | "agreed" | "signed" | "failed" | "withdrawn" | "closed";

/**
 * Which cases of the register.
 */
export type MediationWhich = "all" | "open" | "ended";

/**
 * Someone of the committee as kept.
 */
export type Mediator = { 
/**
 * The id.
 */
id: string, 
/**
 * As the form holds them.
 */
record: MediatorInput, 
/**
 * Whether the term has run out on the day asked.
 */
expired: boolean, };

/**
 * How someone came to be in the committee.
 */
export type MediatorChosen = "union" | "elected" | "named" | "jointly";

/**
 * Someone of the committee, as the form sends them.
 */
export type MediatorInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The person on the roster, where picked from it.
 */
person?: string, 
/**
 * 姓名; of one picked from the roster, the roster's.
 */
name: string, 
/**
 * 哪一方.
 */
side: MediatorSide, 
/**
 * 职务.
 */
office: MediatorOffice, 
/**
 * 怎样产生.
 */
chosen: MediatorChosen, 
/**
 * 聘期开始.
 */
fromOn: string, 
/**
 * 聘期到.
 */
untilOn?: string, };

/**
 * What someone is in the committee.
 */
export type MediatorOffice = "chair" | "vice" | "member";

/**
 * Someone of the committee.
 */
export type MediatorRef = { 
/**
 * The mediator.
 */
id: string, };

/**
 * Whom a member of the committee stands for.
 */
export type MediatorSide = "workers" | "employer";

/**
 * A meeting as a page shows it.
 */
export type Meeting = { 
/**
 * Its id.
 */
id: string, 
/**
 * 第几轮.
 */
round: number, 
/**
 * All that was recorded.
 */
record: MeetingInput, };

/**
 * A meeting as a form sends it and a page shows it.
 */
export type MeetingInput = { 
/**
 * Present when the meeting stands already.
 */
id?: string, 
/**
 * The negotiation.
 */
negotiation: string, 
/**
 * The day.
 */
heldOn: string, 
/**
 * `HH:MM`.
 */
begins: string, 
/**
 * `HH:MM`; earlier than the beginning, it is of the day after.
 */
ends?: string, 
/**
 * 地点.
 */
place: string, 
/**
 * 本轮主持人: a chief representative, the two in turn.
 */
chair: string, 
/**
 * 记录员: neutral, no representative.
 */
recorder: string, 
/**
 * The recorder's post.
 */
recorderPost: string, 
/**
 * 议程.
 */
agenda: string, 
/**
 * Everyone of both sides.
 */
attendance: Array<Attendance>, 
/**
 * Topic by topic.
 */
topics: Array<MeetingTopic>, 
/**
 * What was promised.
 */
undertakings: Array<Undertaking>, 
/**
 * What else the minutes tell as a fact: information that was not provided.
 */
noted?: string, 
/**
 * The next meeting's day.
 */
nextOn?: string, 
/**
 * The next meeting's place.
 */
nextPlace?: string, 
/**
 * Why it is entered afterwards (补录), when it is.
 */
lateEntry?: string, };

/**
 * How one topic went in a meeting.
 */
export type MeetingTopic = { 
/**
 * The topic.
 */
topic: string, 
/**
 * What the workers' side said.
 */
workersPosition: string, 
/**
 * What the employer's side said.
 */
employerPosition: string, 
/**
 * What was laid on the table.
 */
evidence: string, 
/**
 * How it stands.
 */
result: TopicResult, 
/**
 * The text agreed upon; needed when agreed.
 */
agreedText?: string, };

/**
 * Something given, as it is shown.
 */
export type MemberAid = { 
/**
 * The entry.
 */
id: string, 
/**
 * 日期.
 */
givenOn: string, 
/**
 * 金额.
 */
amount: number | null, 
/**
 * Whose money it was.
 */
source: MemberAidSource, 
/**
 * 经办人.
 */
who: string | null, 
/**
 * How they were helped, where health is revealed.
 */
kind: MemberAidKind | null, 
/**
 * What was given or done, where health is revealed.
 */
what: string | null, };

/**
 * Something given, as its form sends it.
 */
export type MemberAidInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * To whom.
 */
person: string, 
/**
 * 日期.
 */
givenOn: string, 
/**
 * How they were helped.
 */
kind: MemberAidKind, 
/**
 * 金额, or what it was worth.
 */
amount?: number, 
/**
 * Whose money it was.
 */
source: MemberAidSource, 
/**
 * What was given or done.
 */
what?: string, 
/**
 * 经办人.
 */
who?: string, 
/**
 * Whether a new entry is the visit that was promised to somebody with a file.
 */
visited?: boolean, 
/**
 * The day of the next visit, which then takes the place of the one that was promised.
 */
nextVisit?: string, };

/**
 * How somebody was helped.
 */
export type MemberAidKind = "visit" | "living" | "medical" | "schooling" | "job" | "legal" | "festival" | "wedding" | "birth" | "hospital" | "funeral" | "retiring" | "other";

/**
 * Something given, as the register of all of it shows it.
 */
export type MemberAidLine = { 
/**
 * The entry.
 */
id: string, 
/**
 * To whom; absent once erased by law.
 */
person: string | null, 
/**
 * Whether they were removed from the roster.
 */
removed: boolean, 
/**
 * 姓名.
 */
name: string, 
/**
 * 车间.
 */
shop: string | null, 
/**
 * 日期.
 */
givenOn: string, 
/**
 * 金额.
 */
amount: number | null, 
/**
 * Whose money it was.
 */
source: MemberAidSource, 
/**
 * 经办人.
 */
who: string | null, 
/**
 * How they were helped, where health is revealed.
 */
kind: MemberAidKind | null, 
/**
 * What was given or done, where health is revealed.
 */
what: string | null, };

/**
 * A slice of the register of what was given.
 */
export type MemberAidPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The slice.
 */
rows: Array<MemberAidLine>, 
/**
 * How many stand in the register at all.
 */
kept: number, 
/**
 * The years of the register, the newest first.
 */
years: Array<number>, 
/**
 * The sum of those that match.
 */
sum: number, 
/**
 * How health is shown here.
 */
health: Shown, };

/**
 * What is asked of the register of what was given. The newest stands first.
 */
export type MemberAidQuery = { 
/**
 * The year in which it was given.
 */
year?: number, 
/**
 * A name, pinyin, or a shop.
 */
text?: string, 
/**
 * Whose money it was.
 */
source?: MemberAidSource, 
/**
 * The oldest first.
 */
ascending?: boolean, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 500; 50 when absent.
 */
limit?: number, };

/**
 * Something given.
 */
export type MemberAidRef = { 
/**
 * The entry.
 */
id: string, };

/**
 * Whose money it was.
 */
export type MemberAidSource = "union" | "upper" | "employer" | "donated" | "none";

/**
 * A column of the list.
 */
export type MemberColumn = "name" | "sex" | "birth" | "age" | "shop" | "post" | "workNumber" | "form" | "group" | "education" | "political" | "skill" | "household" | "phone" | "idNumber" | "memberSince" | "state" | "flags";

/**
 * Counts for the head of the list and for papers.
 */
export type MemberCounts = { 
/**
 * Everyone whose membership has not ended.
 */
total: number, 
/**
 * Everyone on the roster, by what they are to the union.
 */
states: StateCounts, 
/**
 * 女.
 */
women: number, 
/**
 * 农民工.
 */
migrant: number, 
/**
 * 合同制.
 */
contract: number, 
/**
 * 劳务派遣.
 */
dispatched: number, 
/**
 * By shop, the largest first.
 */
shops: Array<ShopCount>, 
/**
 * A sentence when the dispatched are over the lawful share.
 */
dispatchWarning: string | null, };

/**
 * What people are counted by.
 */
export type MemberField = "shop" | "post" | "group" | "sex" | "ageBand" | "form" | "skill" | "education" | "political" | "state" | "joinedYear" | "flag";

/**
 * What a person is flagged as, on a day.
 */
export type MemberFlag = "women" | "migrant" | "modelWorker" | "hardship" | "nearRetirement" | "overAge" | "minor" | "underAge";

/**
 * How members came and went in a month, or in all of them: what stands at the beginning, and all that came, less all that
 * went, make what stands at the end.
 */
export type MemberFlow = { 
/**
 * 1 to 12; 0 for all.
 */
month: number, 
/**
 * 月初会员.
 */
start: number, 
/**
 * 入会.
 */
joined: number, 
/**
 * 转入.
 */
movedIn: number, 
/**
 * 恢复会籍.
 */
resumed: number, 
/**
 * 转出.
 */
movedOut: number, 
/**
 * 退会.
 */
withdrawn: number, 
/**
 * 开除会籍.
 */
expelled: number, 
/**
 * 去世.
 */
died: number, 
/**
 * 月末会员.
 */
end: number, };

/**
 * How many of the people asked for are alike in something.
 */
export type MemberGroup = { 
/**
 * What a query asks for to find them: a shop, the id of a group, `female`, `26-35`; empty where nothing is entered.
 */
key: string, 
/**
 * As it is called; empty where nothing is entered.
 */
label: string, 
/**
 * How many.
 */
people: number, };

/**
 * One line of the list, identity as the person at the desk may see it.
 */
export type MemberLine = { 
/**
 * The person.
 */
id: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * 性别.
 */
sex: RosterSex, 
/**
 * 车间、部门.
 */
shop: string | null, 
/**
 * 岗位、工种.
 */
post: string | null, 
/**
 * 用工形式.
 */
form: RosterEmploymentForm, 
/**
 * 手机, masked `138****8000` unless revealed.
 */
phone: string | null, 
/**
 * 证件号码, masked `110101********0011` unless revealed.
 */
idNumber: string | null, 
/**
 * 入会日期, with the precision the source had.
 */
memberSince: string | null, 
/**
 * What they are to the union, by the events of their membership.
 */
state: MembershipState, 
/**
 * That the membership has ended, and how: 已转出, 已开除会籍, 已退会, 已去世.
 */
left: string | null, 
/**
 * 出生日期, with the precision the source had; the year alone `1990-**-**` unless revealed.
 */
birth: string | null, 
/**
 * Full years today; none where the birth is not known.
 */
age: number | null, 
/**
 * 学历.
 */
education: string | null, 
/**
 * 政治面貌.
 */
political: string | null, 
/**
 * 技能等级 as it is entered.
 */
skill: string | null, 
/**
 * 户籍类型.
 */
household: string | null, 
/**
 * 分会、小组.
 */
group: string | null, 
/**
 * 工号.
 */
workNumber: string | null, 
/**
 * What they are flagged as today.
 */
flags: Array<MemberFlag>, };

/**
 * A list kept by name (常用查询).
 */
export type MemberList = { 
/**
 * Absent for a new one; a name that is taken is written over.
 */
id?: string, 
/**
 * 名称.
 */
name: string, 
/**
 * What it shows.
 */
view: MemberListView, };

/**
 * One list kept by name.
 */
export type MemberListRef = { 
/**
 * The id.
 */
id: string, };

/**
 * How a list is looked at.
 */
export type MemberListView = { 
/**
 * Which people, in which order.
 */
query: MemberQuery, 
/**
 * Which columns, in their order.
 */
columns: Array<MemberColumn>, 
/**
 * What they are counted by.
 */
by?: MemberField, };

/**
 * A slice of the list and what it is a slice of.
 */
export type MemberPage = { 
/**
 * How many people match.
 */
total: number, 
/**
 * The slice.
 */
rows: Array<MemberLine>, };

/**
 * Which people a list shows. All that is asked must hold. Of a shop, post, group, grade, education or political status the
 * empty text asks for those of whom none is entered.
 */
export type MemberQuery = { 
/**
 * Characters, pinyin, initials or the last four of the ID number.
 */
text?: string, 
/**
 * 性别.
 */
sex?: RosterSex, 
/**
 * One shop.
 */
shop?: string, 
/**
 * One post.
 */
post?: string, 
/**
 * One branch or group by its id, with all under it.
 */
group?: string, 
/**
 * One form of employment.
 */
form?: RosterEmploymentForm, 
/**
 * What they are to the union.
 */
state?: MembershipState, 
/**
 * Flagged so today: all of these.
 */
flags?: Array<MemberFlag>, 
/**
 * At least so many years old today.
 */
ageFrom?: number, 
/**
 * At most so many years old today.
 */
ageTo?: number, 
/**
 * Joined on this day or later.
 */
joinedFrom?: string, 
/**
 * Joined on this day or earlier.
 */
joinedTo?: string, 
/**
 * 学历.
 */
education?: string, 
/**
 * 政治面貌.
 */
political?: string, 
/**
 * 技能等级, in whichever of the scales.
 */
skill?: string, 
/**
 * What the list is ordered by; the name's pinyin when absent.
 */
sort?: MemberSort, 
/**
 * The other way round.
 */
descending?: boolean, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 500; 50 when absent.
 */
limit?: number, };

/**
 * One person.
 */
export type MemberRef = { 
/**
 * The id.
 */
id: string, };

/**
 * What the list can be ordered by. Identity is not among it: an order would tell what the mask hides.
 */
export type MemberSort = "name" | "sex" | "shop" | "post" | "form" | "memberSince" | "birth" | "skill" | "education" | "political" | "group" | "state";

/**
 * The statistics.
 */
export type MemberStatistics = { 
/**
 * 截止日期.
 */
asOf: string, 
/**
 * Of a day in the past: what is of that day and what is as it stands now. Of any: that of births the year alone counted.
 */
says: string | null, 
/**
 * Of the flows.
 */
year: number, 
/**
 * Everyone whose membership has not ended.
 */
people: number, 
/**
 * Of them those whose membership is kept (保留会籍).
 */
retained: number, 
/**
 * Members by this and that.
 */
tables: Array<StatTable>, 
/**
 * Of them those flagged so; one may stand in several.
 */
flags: Array<MemberGroup>, 
/**
 * Month by month, as far as the year has come.
 */
flows: Array<MemberFlow>, 
/**
 * All months.
 */
flow: MemberFlow, 
/**
 * How many of the workers they are.
 */
density: Density, 
/**
 * Who chairs the union on the day: what 负责人 begins with.
 */
chair: string | null, };

/**
 * The meetings and what stands for this year.
 */
export type MembersCongress = { 
/**
 * Every meeting, the newest first.
 */
meetings: Array<MembersMeeting>, 
/**
 * What a new one begins with.
 */
start: MembersMeetingInput, 
/**
 * Sessions that have delegates or a committee, the newest first.
 */
sessions: Array<number>, 
/**
 * Whether the year has had its meeting, in one sentence.
 */
year: string, 
/**
 * The rule of one a year.
 */
rule: RuleRef | null, };

/**
 * A members' delegate, as the form sends them.
 */
export type MembersDelegate = { 
/**
 * The standing row; absent for someone new.
 */
id?: string, 
/**
 * The person on the roster.
 */
person?: string, 
/**
 * The name; of one picked from the roster, the roster's.
 */
name: string, 
/**
 * 选举单位: the branch or group that elected them.
 */
unit?: string, 
/**
 * Whether they are of the middle or upper management.
 */
manager: boolean, 
/**
 * 代表证号.
 */
certificate?: string, 
/**
 * 当选日期.
 */
electedOn?: string, 
/**
 * The day they ceased to be one before the session's end.
 */
endedOn?: string, };

/**
 * The delegates of a session as its page shows them.
 */
export type MembersDelegateList = { 
/**
 * 第几届.
 */
session: number, 
/**
 * In order, those who ceased among them.
 */
delegates: Array<MembersDelegate>, 
/**
 * How many stand.
 */
standing: number, 
/**
 * How long they stand, in one sentence.
 */
term: string, 
/**
 * What lacks, and by which article.
 */
lacks: Array<UnionLack>, };

/**
 * All delegates of a session.
 */
export type MembersDelegates = { 
/**
 * 第几届.
 */
session: number, 
/**
 * In order.
 */
delegates: Array<MembersDelegate>, };

/**
 * Who meets.
 */
export type MembersForm = "whole" | "delegates";

/**
 * A meeting as its page shows it.
 */
export type MembersMeeting = { 
/**
 * The meeting.
 */
id: string, 
/**
 * 第三届会员代表大会第二次会议.
 */
name: string, 
/**
 * As the form holds it.
 */
record: MembersMeetingInput, 
/**
 * What became of each topic, in their order.
 */
verdicts: Array<MembersVerdict>, 
/**
 * What lacks, and by which article.
 */
lacks: Array<UnionLack>, 
/**
 * The rules it is judged by.
 */
rules: Array<RuleRef>, };

/**
 * A meeting as its form sends it.
 */
export type MembersMeetingInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * 第几届.
 */
session: number, 
/**
 * 第几次 of that session; absent takes the number after the last.
 */
round?: number, 
/**
 * Who meets.
 */
form: MembersForm, 
/**
 * 通知日期.
 */
noticedOn?: string, 
/**
 * 开会日期.
 */
heldOn: string, 
/**
 * 地点.
 */
place: string, 
/**
 * 主持人.
 */
host?: string, 
/**
 * 记录人.
 */
recorder?: string, 
/**
 * 应到.
 */
due: number, 
/**
 * 实到; absent while it is only convened.
 */
present?: number, 
/**
 * 提议的会员人数, of a meeting that members asked for.
 */
askers?: number, 
/**
 * 会议经过.
 */
course?: string, 
/**
 * Why it is entered late.
 */
lateEntry?: string, 
/**
 * 议程.
 */
topics: Array<MembersTopic>, };

/**
 * One meeting of the members or of their delegates.
 */
export type MembersMeetingRef = { 
/**
 * The id.
 */
id: string, };

/**
 * A session of delegates.
 */
export type MembersSessionRef = { 
/**
 * 第几届.
 */
session: number, };

/**
 * A topic of a meeting. Its votes are counted, or the topic was only heard.
 */
export type MembersTopic = { 
/**
 * The standing row; absent for a new one.
 */
id?: string, 
/**
 * 议题.
 */
title: string, 
/**
 * 决议.
 */
decision?: string, 
/**
 * 赞成; absent where it was not voted on.
 */
votesFor?: number, 
/**
 * 反对.
 */
votesAgainst?: number, 
/**
 * 弃权.
 */
abstained?: number, };

/**
 * Whether a topic passed.
 */
export type MembersVerdict = { 
/**
 * Whether it passed; absent where it was not voted on.
 */
passed: boolean | null, 
/**
 * In one sentence.
 */
explained: string, };

/**
 * A kind of event as a form offers it.
 */
export type MembershipChoice = { 
/**
 * What happens.
 */
kind: MembershipKind, 
/**
 * The reasons of the code list that go with it.
 */
reasons: Array<RosterChangeReason>, 
/**
 * Whether it can happen to the person next.
 */
next: boolean, };

/**
 * One event.
 */
export type MembershipEventRef = { 
/**
 * The event.
 */
id: string, };

/**
 * An event as a form sends it.
 */
export type MembershipInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * Whose.
 */
person: string, 
/**
 * What happened.
 */
kind: MembershipKind, 
/**
 * When, as exactly as it is known: `2019-07-15`, `2019-07`, `2019`; absent when it is not known.
 */
on?: string, 
/**
 * Why, by the code list.
 */
reason?: RosterChangeReason, 
/**
 * 说明.
 */
note?: string, 
/**
 * 转往 or 转自 which union.
 */
otherUnion?: string, 
/**
 * 保留到: the day on which a retention is looked at again.
 */
until?: string, };

/**
 * What happened to a membership. 恢复 and 去世 are in no code list of the real-name system, and happen all the same.
 */
export type MembershipKind = "joined" | "movedIn" | "resumed" | "retained" | "movedOut" | "withdrawn" | "expelled" | "died";

/**
 * A person's life in the union, the first event first.
 */
export type MembershipLife = { 
/**
 * What the person is now.
 */
state: MembershipState, 
/**
 * 已转出, 已退会 …, of one who has left.
 */
left: string | null, 
/**
 * Whether the ledger knows how the membership began.
 */
begun: boolean, 
/**
 * The events.
 */
rungs: Array<MembershipRung>, 
/**
 * Every kind of event, with the reasons it can have.
 */
choices: Array<MembershipChoice>, };

/**
 * One rung of a person's life in the union.
 */
export type MembershipRung = { 
/**
 * The event.
 */
id: string, 
/**
 * What happened.
 */
kind: MembershipKind, 
/**
 * When, as exactly as it is known.
 */
on: string | null, 
/**
 * Why, by the code list.
 */
reason: RosterChangeReason | null, 
/**
 * Why, as it was written where the code list has no such reason.
 */
reasonText: string | null, 
/**
 * 说明.
 */
note: string | null, 
/**
 * 转往 or 转自 which union.
 */
otherUnion: string | null, 
/**
 * 保留到.
 */
until: string | null, 
/**
 * What the person was afterwards.
 */
state: MembershipState, };

/**
 * What a person is to the union, by the events.
 */
export type MembershipState = "notYet" | "member" | "retained" | "left";

/**
 * What the program can put right when a person says so.
 */
export type Mend = "rebuild" | "settleLooks";

/**
 * A field that is chosen from one of two records.
 */
export type MergeField = "name" | "sex" | "birth" | "idNumber" | "phone" | "otherPhones" | "ethnicity" | "education" | "political" | "skillGrade" | "title" | "email" | "household" | "householdPlace" | "nativePlace" | "migrant" | "startedOn" | "cardNumber" | "note" | "employer" | "shop" | "team" | "post" | "workNumber" | "form" | "status" | "hiredOn" | "group" | "memberSince";

/**
 * Which of the other's fields are taken. A field that only one of the two has is always kept.
 */
export type MergeInput = { 
/**
 * Whose record stays.
 */
kept: string, 
/**
 * Whose goes into it.
 */
gone: string, 
/**
 * The fields taken from the one that goes.
 */
take: Array<MergeField>, };

/**
 * How many rows of a kind go over to the record that stays.
 */
export type MergeMove = { 
/**
 * What they are.
 */
label: string, 
/**
 * How many.
 */
rows: number, };

/**
 * One field of both, identity as it may be seen.
 */
export type MergeRow = { 
/**
 * The field.
 */
field: MergeField, 
/**
 * What it is called.
 */
label: string, 
/**
 * Of the record that stays.
 */
kept: string | null, 
/**
 * Of the one that goes.
 */
gone: string | null, 
/**
 * Whether both have one and they are not the same.
 */
differs: boolean, 
/**
 * Whether the other's is taken unless the chair says otherwise: theirs alone is there.
 */
take: boolean, };

/**
 * Two people side by side, and what merging them would do.
 */
export type MergeView = { 
/**
 * Whose record stays.
 */
kept: DuplicatePerson, 
/**
 * Whose goes into it.
 */
gone: DuplicatePerson, 
/**
 * What they have in common.
 */
grounds: Array<DuplicateGround>, 
/**
 * How much it says; none when they are no pair.
 */
strength: DuplicateStrength | null, 
/**
 * What speaks against it, or why they are no pair.
 */
against: string | null, 
/**
 * Their fields.
 */
rows: Array<MergeRow>, 
/**
 * What goes over.
 */
moves: Array<MergeMove>, 
/**
 * What would meet and how it is settled.
 */
notes: Array<string>, 
/**
 * Why they cannot be merged as they are, each with what to do.
 */
refused: Array<string>, };

/**
 * A step taken back or brought again.
 */
export type Moved = { 
/**
 * Its label.
 */
label: string, };

/**
 * A duty whose day moves.
 */
export type MovedDuty = { 
/**
 * What is to be done.
 */
title: string, 
/**
 * Whose move it is.
 */
whose: Whose, 
/**
 * Its last day so far; none where the duty is new.
 */
before: string | null, 
/**
 * Its last day with the change; none where the duty goes.
 */
after: string | null, };

/**
 * What moves with a change.
 */
export type Moves = { 
/**
 * The duties whose day differs, in the order of their new days.
 */
moved: Array<MovedDuty>, 
/**
 * How many dates were assumed so far and are certain with it.
 */
settled: number, };

/**
 * A negotiation as its page shows it.
 */
export type Negotiation = { 
/**
 * Its id.
 */
id: string, 
/**
 * The year.
 */
year: number, 
/**
 * Its title.
 */
title: string, 
/**
 * The day it was started.
 */
startedOn: string, 
/**
 * Entered afterwards, why.
 */
lateEntry: string | null, 
/**
 * What the opening paper is called here.
 */
offerName: string, 
/**
 * The ladder.
 */
steps: Array<Step>, 
/**
 * The day of the whole talk, where a clock runs.
 */
day: number | null, 
/**
 * The length of that clock.
 */
ofDays: number | null, 
/**
 * The clock of the whole talk, where the place has one and it runs.
 */
clock: TalksClock | null, 
/**
 * The suspensions by day.
 */
suspensions: Array<Suspension>, 
/**
 * What was asked for before the talks, and what came of it.
 */
information: Information, 
/**
 * What the law of the place says of suspensions.
 */
suspensionTerms: SuspensionTerms, 
/**
 * The offer.
 */
offer: Offer | null, 
/**
 * The reply: the last answer, which is the one that counts.
 */
reply: Reply | null, 
/**
 * The answers before it, by day: a refusal, say, after which the other side agreed.
 */
earlierReplies: Array<Reply>, 
/**
 * The event to record next, when the other side refused or did not answer in time.
 */
remedy: EventKind | null, 
/**
 * What is done about it, when it did.
 */
refusal: Refusal | null, 
/**
 * What is to be done now about talks that came to nothing in their time, or for which coordination was asked; as 今日 says it.
 */
dispute?: Duty, 
/**
 * Everyone who stands, workers' side first.
 */
representatives: Array<Representative>, 
/**
 * Who stood before and is named by a meeting, or whose seat fell vacant.
 */
earlier: Array<Representative>, 
/**
 * The earliest vacancy that nobody has filled, by its event.
 */
vacancy: string | null, 
/**
 * Whether an upheld objection undid the election of the workers' side, and nobody was chosen anew.
 */
electionUndone: boolean, 
/**
 * The topics in order.
 */
topics: Array<Topic>, 
/**
 * The meetings by round.
 */
meetings: Array<Meeting>, 
/**
 * The agenda of the next meeting as it follows from what stayed open, line by line; a proposal.
 */
nextAgenda: Array<string>, 
/**
 * Whose chief chairs the next meeting, where the law of the place says so.
 */
nextChair: NextChair | null, 
/**
 * What else happened.
 */
events: Array<Event>, 
/**
 * What the talks come to, each with its own ladder.
 */
agreements: Array<Agreement>, 
/**
 * What each kind of contract is called in the place.
 */
kindNames: Array<AgreementName>, 
/**
 * What changes, rescinds, ends or renews them, each with its own ladder.
 */
amendments: Array<Amendment>, 
/**
 * Whether it is sealed, what is open before, and what continues it.
 */
closing: NegotiationClosing, 
/**
 * Advice that stands in no one's way: women, front line, maximum.
 */
advice: Array<string>, };

/**
 * How far an affair is from being sealed, and what it goes on in.
 */
export type NegotiationClosing = { 
/**
 * The seal, where it is sealed.
 */
seal: NegotiationSeal | null, 
/**
 * What stands against sealing it without a reason, each in a sentence.
 */
open: Array<string>, 
/**
 * What does not stand against it and cannot be entered any more afterwards.
 */
told: Array<string>, 
/**
 * The sealed affair that this one continues.
 */
continues: NegotiationMention | null, 
/**
 * The affair that continues this one.
 */
continuedBy: NegotiationMention | null, };

/**
 * One line of the list of negotiations.
 */
export type NegotiationLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * The year.
 */
year: number, 
/**
 * Its title.
 */
title: string, 
/**
 * The step it stands at, in words.
 */
state: string, 
/**
 * It is sealed.
 */
sealed: boolean, 
/**
 * It continues a sealed one.
 */
continuing: boolean, 
/**
 * The day of the whole talk, where a clock runs.
 */
day: number | null, 
/**
 * The length of that clock.
 */
ofDays: number | null, 
/**
 * Both are counted in working days.
 */
workingDays: boolean, };

/**
 * A round of talks by its name.
 */
export type NegotiationMention = { 
/**
 * Which.
 */
id: string, 
/**
 * Its title.
 */
title: string, };

/**
 * How the representatives of a negotiation come and go, as its page shows it.
 */
export type NegotiationPeople = { 
/**
 * The seats that fell vacant, the earliest first.
 */
vacancies: Array<Vacancy>, 
/**
 * How they are made known.
 */
posting: SeatPosting, 
/**
 * How the employer's side makes its own known; none where no text of the place asks it to.
 */
employerPosting: SeatPosting | null, 
/**
 * What protects them.
 */
law: Array<ProtectionLaw>, 
/**
 * Each representative of the workers' side.
 */
protection: Array<SeatProtection>, 
/**
 * The meetings that chose them.
 */
elections: Array<JudgedElection>, 
/**
 * The written mandates.
 */
mandates: Array<Mandate>, 
/**
 * Who left, in the order of their seats.
 */
earlier: Array<Representative>, 
/**
 * What need not be asked.
 */
known: SeatKnown, };

/**
 * One negotiation.
 */
export type NegotiationRef = { 
/**
 * Its id.
 */
id: string, };

/**
 * The seal as it stands.
 */
export type NegotiationSeal = { 
/**
 * The day.
 */
sealedOn: string, 
/**
 * How it stood.
 */
outcome: NegotiationSealOutcome, 
/**
 * Why it was sealed with something open.
 */
reason: string | null, };

/**
 * How an affair stood when it was sealed.
 */
export type NegotiationSealOutcome = "done" | "abandoned";

/**
 * A passphrase for somebody who forgot theirs.
 */
export type NewPassphrase = { 
/**
 * Who.
 */
id: string, 
/**
 * The new one, typed by themselves.
 */
passphrase: string, };

/**
 * Whose chief chairs the next meeting.
 */
export type NextChair = { 
/**
 * The side.
 */
side: Side, 
/**
 * The article, quoted with what it says.
 */
says: string, };

/**
 * When the next exam is due.
 */
export type NextExam = { 
/**
 * The day.
 */
due: string, 
/**
 * Why that day, without naming a hazard to one who may not see it.
 */
why: DossierNote, };

/**
 * No arguments.
 */
export type Nothing = Record<string, never>;

/**
 * A year's notice.
 */
export type Notice = { 
/**
 * The year.
 */
year: number, 
/**
 * The notice's name and number, as the explanation names it.
 */
basis: string, 
/**
 * The holidays, each once.
 */
holidays: Array<NoticeHoliday>, };

/**
 * One holiday of a notice.
 */
export type NoticeHoliday = { 
/**
 * 元旦, 春节, …, each once.
 */
name: string, 
/**
 * First day off.
 */
from: string, 
/**
 * Last day off.
 */
to: string, 
/**
 * The first statutory day: 除夕 of 春节, the festival's own day of the others.
 */
first: string, 
/**
 * Weekend days that are worked in exchange, as the notice names them with the holiday.
 */
work: string[], };

/**
 * A number that is another than before: 5% → 6.5%.
 */
export type NumberMove = { 
/**
 * As it was written.
 */
from: string, 
/**
 * As it is written now.
 */
to: string, 
/**
 * By how much, as a person says it: 提高1.5个百分点.
 */
by: string, };

/**
 * The offer as it stands.
 */
export type Offer = { 
/**
 * The record, for its papers.
 */
id: string, 
/**
 * The side that opened.
 */
by: Side, 
/**
 * To whom.
 */
addressee: string, 
/**
 * Why.
 */
reasons: string, 
/**
 * Dated.
 */
issuedOn: string, 
/**
 * Received.
 */
receivedOn: string | null, 
/**
 * By whom.
 */
receivedBy: string | null, 
/**
 * First meeting proposed for.
 */
proposedOn: string | null, 
/**
 * At.
 */
proposedPlace: string | null, 
/**
 * Contact.
 */
contact: string, 
/**
 * Information asked for.
 */
information: string, 
/**
 * The reply clock, when the offer has been received.
 */
replyDeadline: Deadline | null, 
/**
 * Entered afterwards, why.
 */
lateEntry: string | null, };

/**
 * A file that is older than what it would replace.
 */
export type Older = { 
/**
 * The latest day one of its rules was checked.
 */
checked: string, 
/**
 * The same of the rules that hold now.
 */
now: string, };

/**
 * A ledger and the characters of its recovery sheet.
 */
export type OpenByRecovery = { 
/**
 * The folder.
 */
dir: FileHandle, 
/**
 * The 24 characters; spaces and line breaks do not matter.
 */
words: string, };

/**
 * How the demo union is opened.
 */
export type OpenDemo = { 
/**
 * The folder to build it in; one in the home when absent.
 */
folder?: FileHandle, 
/**
 * Put the old one aside and build it anew.
 */
anew?: boolean, };

/**
 * A ledger and its passphrase.
 */
export type OpenLedger = { 
/**
 * The folder.
 */
dir: FileHandle, 
/**
 * The passphrase.
 */
passphrase: string, };

/**
 * A place of a form that is not filled.
 */
export type OpenMark = { 
/**
 * What stands between the brackets.
 */
mark: string, 
/**
 * Where.
 */
place: string, 
/**
 * In how many lines of a list; once elsewhere.
 */
times: number, };

/**
 * The open ledger as the frame shows it.
 */
export type OpenStatus = { 
/**
 * Its folder.
 */
dir: string, 
/**
 * The union.
 */
unionName: string, 
/**
 * The employer.
 */
employer: string, 
/**
 * Who sits at the desk.
 */
person: DeskPerson, 
/**
 * The day a demo ledger lives on.
 */
namedDay: string | null, 
/**
 * Today, as this ledger sees it.
 */
today: string, 
/**
 * The step that undo would take back, by its label.
 */
undo: string | null, 
/**
 * The step that redo would bring again, by its label.
 */
redo: string | null, 
/**
 * The final step that undo stops at, by its label.
 */
stoppedBy: string | null, 
/**
 * Number, day and doer of that step, in words.
 */
stoppedHow?: string, 
/**
 * The record that the recovery sheet is printed from.
 */
unionId: string, 
/**
 * How guarded data is shown to the person now.
 */
sight: Sight, 
/**
 * Minutes without a touch after which the window locks the ledger.
 */
idleMinutes: number, 
/**
 * Whether the recovery sheet opened it and no new passphrase was set since: then one's own is set without the old one.
 */
bySheet: boolean, };

/**
 * The workers' opinions as collected, as the form sends them and the page shows them.
 */
export type OpinionSurvey = { 
/**
 * The negotiation; it has one collection.
 */
negotiation: string, 
/**
 * First day.
 */
fromOn: string, 
/**
 * Last day.
 */
toOn: string, 
/**
 * How: 发放征集表, 座谈.
 */
how?: string, 
/**
 * Sheets handed out.
 */
handedOut: number, 
/**
 * Sheets that came back.
 */
returned: number, 
/**
 * Topic by topic.
 */
topics: Array<OpinionTopic>, 
/**
 * Why it is entered afterwards (补录), when it is.
 */
lateEntry?: string, };

/**
 * What was said of one topic.
 */
export type OpinionTopic = { 
/**
 * 议题.
 */
title: string, 
/**
 * How many sheets spoke of it.
 */
people: number, 
/**
 * What they wish, in short.
 */
gist: string, 
/**
 * The topic of the talks that grew from it; what a form sends here is not read.
 */
topic?: string, };

/**
 * The order of the clauses of one item.
 */
export type OrderContractClauses = { 
/**
 * The agreement.
 */
agreement: string, 
/**
 * Its clauses in the order they shall have; those not named keep theirs behind them.
 */
clauses: Array<string>, };

/**
 * Another record that this one corrects, or is corrected by.
 */
export type OtherCommitteeRecord = { 
/**
 * The record.
 */
id: string, 
/**
 * 工会委员会〔2026〕第3次会议.
 */
number: string, };

/**
 * Another date for the same thing.
 */
export type OtherDate = { 
/**
 * The day.
 */
due: string, 
/**
 * The rule that sets it.
 */
rule: RuleRef, 
/**
 * Whether it binds.
 */
mandatory: boolean, 
/**
 * Its own sentence.
 */
sentence: string, };

/**
 * Another issue that this one corrects, or is corrected by.
 */
export type OtherIssue = { 
/**
 * The issue.
 */
id: string, 
/**
 * 工协纪〔2026〕3号.
 */
number: string, };

/**
 * What a file is that is no roster, or not only one.
 */
export type OtherSheet = { 
/**
 * What it is.
 */
kind: SheetKind, 
/**
 * What people call it.
 */
name: string, 
/**
 * The page that was read.
 */
page: string, 
/**
 * Rows with data on it.
 */
rows: number, 
/**
 * Totals, notes and repeated headers that were passed over.
 */
passed: number, 
/**
 * What can be taken from it now, in whole sentences.
 */
takes: Array<string>, 
/**
 * What can not be kept yet, in whole sentences.
 */
notYet: Array<string>, 
/**
 * What is the matter with its cells, the first of it.
 */
problems: Array<SheetProblem>, 
/**
 * How much there is.
 */
problemCount: number, 
/**
 * How its certificates stand to the roster; of a training ledger only.
 */
certificates: CertificateCounts | null, 
/**
 * How its rows stand to the roster; of a sheet of courses only.
 */
courses: CourseCounts | null, 
/**
 * How its exams stand to the roster; of a report of health exams only, and only to whoever may read health.
 */
exams: ExamCounts | null, };

/**
 * An issued paper with its life.
 */
export type Outgoing = { 
/**
 * The issue.
 */
id: string, 
/**
 * 工协纪〔2026〕3号.
 */
number: string, 
/**
 * The kind, `negotiation.minutes`.
 */
kind: string, 
/**
 * The kind in words.
 */
kindLabel: string, 
/**
 * The record it was made from.
 */
of: string, 
/**
 * 标题.
 */
title: string, 
/**
 * 主送, as it was printed; absent where the paper has none, and in a list.
 */
addressee: string | null, 
/**
 * 印发日期.
 */
issuedOn: string, 
/**
 * Pages.
 */
pages: number, 
/**
 * Where its life has come to.
 */
state: OutgoingState, 
/**
 * The issue it corrects.
 */
corrects: OtherIssue | null, 
/**
 * The issue that corrects it.
 */
correctedBy: OtherIssue | null, 
/**
 * To whom it was sent, in order.
 */
sendings: Array<Sending>, 
/**
 * How it was filed; absent while it is not.
 */
filed: FiledPaper | null, 
/**
 * Whether it can be set again as it was issued, for a Word copy that agrees with it.
 */
hasSource: boolean, 
/**
 * How many files are on it.
 */
files: number, 
/**
 * The step that erased what it said and left its number; none where it stands whole.
 */
erasedBy?: number, };

/**
 * A kind of paper of which one was issued.
 */
export type OutgoingKind = { 
/**
 * The kind, `negotiation.minutes`.
 */
kind: string, 
/**
 * In words.
 */
label: string, };

/**
 * A slice of the register.
 */
export type OutgoingPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The slice.
 */
rows: Array<Outgoing>, 
/**
 * How many stand in the register at all.
 */
kept: number, 
/**
 * How many were sent and lack a receipt.
 */
unsigned: number, 
/**
 * The years of the register, the newest first.
 */
years: Array<number>, 
/**
 * The kinds of the register.
 */
kinds: Array<OutgoingKind>, };

/**
 * What is asked of the register.
 */
export type OutgoingQuery = { 
/**
 * Where its life has come to; all when absent.
 */
state?: OutgoingState, 
/**
 * The kind; all when absent.
 */
kind?: string, 
/**
 * The year of issue.
 */
year?: number, 
/**
 * Words of the title, a number, or a receiver.
 */
text?: string, 
/**
 * What the list is ordered by; the newest first when absent.
 */
sort?: OutgoingSort, 
/**
 * The other way round.
 */
descending?: boolean, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 500; 50 when absent.
 */
limit?: number, };

/**
 * One issued paper.
 */
export type OutgoingRef = { 
/**
 * The issue.
 */
id: string, };

/**
 * What the register can be ordered by.
 */
export type OutgoingSort = "issuedOn" | "number" | "title";

/**
 * Where a paper's life has come to.
 */
export type OutgoingState = "issued" | "sent" | "signed" | "filed";

/**
 * The last copy outside of this computer.
 */
export type Outside = { 
/**
 * The day.
 */
on: string, 
/**
 * Steps in it.
 */
steps: number, 
/**
 * Where.
 */
place: string, };

/**
 * A change of one's own passphrase.
 */
export type OwnPassphrase = { 
/**
 * The one that holds now.
 */
old: string, 
/**
 * The one that is to hold.
 */
new: string, };

/**
 * An agreed number as a form sends it.
 */
export type OwnRuleInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * Id of the rule whose number it replaces.
 */
of: string, 
/**
 * The number, in that rule's unit.
 */
quantity: number, 
/**
 * 写在哪份合同.
 */
contract: string, 
/**
 * 第…条.
 */
article: string, 
/**
 * First day it holds.
 */
from: string, 
/**
 * Last day it holds, where the contract sets one.
 */
to?: string, 
/**
 * 说明.
 */
note?: string, };

/**
 * One agreed number.
 */
export type OwnRuleRef = { 
/**
 * Its id.
 */
id: string, };

/**
 * A file to look at.
 */
export type OwnTemplateFile = { 
/**
 * The file.
 */
file: FileHandle, };

/**
 * A template of the union's own, as a list shows it.
 */
export type OwnTemplateLine = { 
/**
 * Which.
 */
id: string, 
/**
 * What the union calls it: the name of its file.
 */
title: string, 
/**
 * The day it was taken.
 */
takenOn: string, 
/**
 * Why the program as it is now cannot use it; it prints by its own then.
 */
trouble: string | null, };

/**
 * A template of the union's own.
 */
export type OwnTemplateRef = { 
/**
 * Which.
 */
id: string, };

/**
 * The pack that was made.
 */
export type Pack = { 
/**
 * The folder of the checked copy.
 */
copy: string, 
/**
 * The hand-over book.
 */
book: string, 
/**
 * Attachments that the copy lacks, and what to do.
 */
trouble: string | null, };

/**
 * What a pack does to the rules of its file, each rule by its title and article.
 */
export type PackChange = { 
/**
 * Rules that were not there.
 */
added: Array<string>, 
/**
 * Rules that say something else.
 */
changed: Array<string>, 
/**
 * Rules that are gone.
 */
dropped: Array<string>, 
/**
 * Where the file was last checked against the law before the one it would replace.
 */
older: Older | null, };

/**
 * A file to look at.
 */
export type PackFile = { 
/**
 * The file; its signature is looked for beside it, as `NAME.minisig`.
 */
file: FileHandle, };

/**
 * A pack that was looked at.
 */
export type PackLooked = { 
/**
 * Its file name.
 */
name: string, 
/**
 * SHA-256 of its bytes.
 */
sha256: string, 
/**
 * Who signed it.
 */
signedBy: SignedBy, 
/**
 * What it does to the rules.
 */
change: PackChange, 
/**
 * What of the things due moves.
 */
moves: Moves, };

/**
 * A step as a paper names it.
 */
export type PaperHead = { 
/**
 * Its number.
 */
seq: number, 
/**
 * The first digits of its hash, at least eight; blanks do not matter.
 */
digits: string, };

/**
 * A paper that can be printed now, or one that was issued.
 */
export type PaperLine = { 
/**
 * The kind, `negotiation.minutes`.
 */
kind: string, 
/**
 * The record it is made from.
 */
of: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What it belongs to, in words.
 */
affair: string, 
/**
 * The day of the record it is made from.
 */
dated?: string, 
/**
 * What is missing before it can be issued, one phrase each.
 */
missing: Array<string>, 
/**
 * The issues of it, the newest first.
 */
issued: Array<IssuedPaper>, 
/**
 * The union's own template by which it would be made now; none for the program's.
 */
madeBy?: MadeBy, };

/**
 * A paper that can be made now.
 */
export type PaperRef = { 
/**
 * The kind, `negotiation.minutes`.
 */
kind: string, 
/**
 * The record it is made from.
 */
of: string, 
/**
 * Page 1 alone, for a preview that is there at once.
 */
firstPage?: boolean, };

/**
 * A paragraph of a paper.
 */
export type PaperText = { 
/**
 * The block's id.
 */
block: string, 
/**
 * What it is called: 标题, 正文, or its own label.
 */
name: string, 
/**
 * The text that the facts give; absent when the paper has no such paragraph any more.
 */
filled: string | null, 
/**
 * How it was reworded, if it was.
 */
changed: Reworded | null, };

/**
 * Which papers are listed.
 */
export type PapersAsked = { 
/**
 * A paper that somebody wants to see. One of a kind that there is of everybody, a person's file, is listed only so.
 */
asked?: AskedPaper, };

/**
 * A part of the work that an officer can be given.
 */
export type Part = "members" | "negotiation" | "office" | "letters" | "platform" | "leave" | "safety" | "congress" | "reform";

/**
 * How hard a passphrase is to guess.
 */
export type PassphraseStrength = { 
/**
 * 0 to 4.
 */
score: number, 
/**
 * What would make it better.
 */
advice: string, };

/**
 * An earlier year's contract, pasted.
 */
export type PasteContract = { 
/**
 * The agreement it is to be compared with.
 */
agreement: string, 
/**
 * What it is called: 2025年度工资专项集体合同.
 */
note: string, 
/**
 * Its whole text.
 */
text: string, };

/**
 * A pasted table.
 */
export type PastedPay = { 
/**
 * The text: cells divided by tabs.
 */
text: string, };

/**
 * A band as it is typed.
 */
export type PayBandInput = { 
/**
 * What a pay scale calls it.
 */
name?: string, 
/**
 * From this sum.
 */
from: number, 
/**
 * To below this sum; absent for the last, open band.
 */
to?: number, 
/**
 * The middle of a pay scale's band.
 */
middle?: number, 
/**
 * How many were paid so.
 */
headcount: number, 
/**
 * What they were paid in all.
 */
sum?: number, };

/**
 * A band as it is told. Headcount and sum are not told where they would tell a single wage.
 */
export type PayBandLine = { 
/**
 * What a pay scale calls it.
 */
name: string | null, 
/**
 * From this sum.
 */
from: number, 
/**
 * To below this sum; none for an open band.
 */
to: number | null, 
/**
 * The middle of a pay scale's band.
 */
middle: number | null, 
/**
 * How many were paid so; none where it is covered.
 */
headcount: number | null, 
/**
 * What they were paid in all.
 */
sum: number | null, };

/**
 * Bands read from a paste, to be looked at before they are kept.
 */
export type PayBandsRead = { 
/**
 * The bands.
 */
bands: Array<PayBandInput>, 
/**
 * Whether their sums are a year's, by their headings: the period is a year then.
 */
yearly: boolean, 
/**
 * What is the matter.
 */
problems: Array<SheetProblem>, };

/**
 * A figure that the wages and their growth are laid beside.
 */
export type PayBeside = { 
/**
 * 居民消费价格涨幅; 当地平均工资.
 */
name: string, 
/**
 * Hundredths of a percent, or fen.
 */
value: number, 
/**
 * In what it counts.
 */
unit: PayUnit, 
/**
 * Of when, for where, and where it stands.
 */
source: string, };

/**
 * What the figures of a kept scenario lie between: exact on single wages, else as far as totals and bands tell.
 */
export type PayBounds = { 
/**
 * The average before.
 */
before: Between | null, 
/**
 * After.
 */
after: Between | null, 
/**
 * The growth of the average, in hundredths of a percent.
 */
growth: Between | null, 
/**
 * What the wages cost in all the months.
 */
wages: Between | null, 
/**
 * The insurance.
 */
insurance: Between | null, 
/**
 * The contribution.
 */
fee: Between | null, 
/**
 * Together.
 */
total: Between | null, };

/**
 * Somebody whose row it may be.
 */
export type PayCandidate = { 
/**
 * The person.
 */
id: string, 
/**
 * The name.
 */
name: string, 
/**
 * The shop.
 */
shop: string | null, 
/**
 * The post.
 */
post: string | null, 
/**
 * 工号.
 */
workNumber: string | null, };

/**
 * A cell that a line came from.
 */
export type PayCell = { 
/**
 * The column's letters and the row: E7.
 */
cell: string, 
/**
 * The heading.
 */
heading: string, 
/**
 * What it was taken for; none for one that was left out.
 */
field: string | null, 
/**
 * As it stands in the file.
 */
value: string, };

/**
 * What the holder of a certificate gets more.
 */
export type PayCertificateRise = { 
/**
 * 焊接与热切割作业.
 */
name: string, 
/**
 * 定额.
 */
fixed: number, };

/**
 * What may be decided about a kind of doubt.
 */
export type PayChoice = { 
/**
 * The decision.
 */
decision: PayDecision, 
/**
 * What it means here.
 */
words: string, };

/**
 * What a column of a payroll holds.
 */
export type PayColumn = "name" | "workNumber" | "id" | "shop" | "post" | "form" | "sex" | "skill" | "frontLine" | "base" | "postPay" | "performance" | "overtime" | "allowance" | "bonus" | "backPay" | "absence" | "gross" | "social" | "fund" | "tax" | "deducted" | "net" | "days";

/**
 * A column of the file.
 */
export type PayColumnRead = { 
/**
 * Its number, from 1.
 */
place: number, 
/**
 * Its letters, as a sheet shows them.
 */
letters: string, 
/**
 * Its heading.
 */
heading: string, 
/**
 * What it is taken for; none for one that is left out.
 */
field: PayColumn | null, };

/**
 * A column of the file and what it was taken for.
 */
export type PayColumnTaken = { 
/**
 * The column's letters, as a sheet shows them.
 */
column: string, 
/**
 * Its heading.
 */
heading: string, 
/**
 * What it was taken for, in words; none for one that was left out.
 */
field: string | null, };

/**
 * What a rise costs. Sums of all the months it holds, but for the first.
 */
export type PayCost = { 
/**
 * 工资 of one month.
 */
monthly: Between, 
/**
 * 工资.
 */
wages: Between, 
/**
 * 单位缴纳的社会保险费.
 */
insurance: Between, 
/**
 * 工会经费.
 */
fee: Between, 
/**
 * Together.
 */
total: Between, 
/**
 * Together, against the payroll of as many months, in hundredths of a percent.
 */
ofPayroll: Between | null, 
/**
 * The growth of productivity at which the labour cost of a unit stays the same, in hundredths of a percent.
 */
breakEven: Between | null, };

/**
 * Wages by one thing.
 */
export type PayCut = { 
/**
 * By what.
 */
by: WageCut, 
/**
 * 按性别.
 */
title: string, 
/**
 * The groups.
 */
groups: Array<PayGroup>, };

/**
 * Groups by one thing.
 */
export type PayCutEffect = { 
/**
 * By what.
 */
by: WageCut, 
/**
 * 按性别.
 */
title: string, 
/**
 * The groups.
 */
groups: Array<PayGroupEffect>, };

/**
 * A point of the order of wages: so many tenths earn no more.
 */
export type PayDecile = { 
/**
 * 1 to 9; 5 is the median.
 */
tenth: number, 
/**
 * In fen.
 */
value: Between, };

/**
 * What becomes of a row in doubt.
 */
export type PayDecision = "asRead" | "proposed" | "leaveOut";

/**
 * How much a table tells.
 */
export type PayDepth = "total" | "bands" | "single";

/**
 * A doubt about a row.
 */
export type PayDoubt = { 
/**
 * The row in the file; 0 for the table as a whole.
 */
row: number, 
/**
 * Whose row it is, as the file has it; none for the table as a whole.
 */
who: string | null, 
/**
 * What the row says was paid.
 */
gross: number | null, 
/**
 * 第7行「应发」：…
 */
message: string, 
/**
 * The cell as it stands in the file.
 */
was: string, 
/**
 * What is proposed.
 */
proposal: string | null, 
/**
 * What was decided; none while it is open.
 */
decision: PayDecision | null, 
/**
 * Who may be meant.
 */
candidates: Array<PayCandidate>, };

/**
 * The doubts of a kind.
 */
export type PayDoubts = { 
/**
 * Of what kind.
 */
kind: SheetProblemKind, 
/**
 * What it is called.
 */
label: string, 
/**
 * How many there are.
 */
count: number, 
/**
 * How many are open.
 */
open: number, 
/**
 * What may be decided.
 */
choices: Array<PayChoice>, 
/**
 * The first of them.
 */
first: Array<PayDoubt>, };

/**
 * A taking as its form sends it.
 */
export type PayDues = { 
/**
 * The day.
 */
paidOn: string, 
/**
 * Who handed it over for others: the group's collector, the payroll office.
 */
payer?: string, 
/**
 * 备注.
 */
note?: string, 
/**
 * Of whom.
 */
lines: Array<DuesPaid>, };

/**
 * Everyone of a scope who owes a month, in one step.
 */
export type PayDuesOf = { 
/**
 * The month.
 */
month: string, 
/**
 * Whose.
 */
scope?: DuesScope, 
/**
 * But not these.
 */
except?: Array<string>, 
/**
 * The day.
 */
paidOn: string, 
/**
 * Who handed it over.
 */
payer?: string, 
/**
 * 备注.
 */
note?: string, };

/**
 * What the wages of a period come to.
 */
export type PayFigures = { 
/**
 * The wage data.
 */
sheet: string, 
/**
 * The period.
 */
period: string, 
/**
 * Whether the sums are a month's; else a year's.
 */
monthly: boolean, 
/**
 * How much the data tells.
 */
depth: PayDepth, 
/**
 * Whether single wages were read, so that nothing is left out.
 */
inFull: boolean, 
/**
 * How many are counted.
 */
people: number, 
/**
 * How many of them with a part of the month, reckoned to the whole by days.
 */
partMonth: number, 
/**
 * Who was paid nothing, or less, and is in no figure.
 */
unpaid: number, 
/**
 * What those counted come to for the whole period.
 */
payroll: Between | null, 
/**
 * Their average.
 */
average: Between | null, 
/**
 * The nine points that part the order in ten.
 */
deciles: Array<PayDecile>, 
/**
 * P90 to P10, in hundredths: 250 is two and a half times.
 */
spread: Between | null, 
/**
 * The Gini coefficient, in ten-thousandths.
 */
gini: Between | null, 
/**
 * The order of wages in groups.
 */
heaps: Array<PayHeap>, 
/**
 * By sex, by shop ….
 */
cuts: Array<PayCut>, 
/**
 * The lowest and the minimum.
 */
lowest: PayLowest, 
/**
 * A year before.
 */
before: PayYearBefore | null, 
/**
 * What the growth is laid beside.
 */
beside: Array<PayBeside>, 
/**
 * How the figures were made and what is left out, a sentence each.
 */
notes: Array<string>, };

/**
 * Which figures.
 */
export type PayFiguresQuery = { 
/**
 * The wage data; the newest when absent.
 */
sheet?: string, };

/**
 * The rise of a skill grade.
 */
export type PayGradeRise = { 
/**
 * 高级工.
 */
grade: string, 
/**
 * Their rise.
 */
rise: PayRise, };

/**
 * A group of a comparison.
 */
export type PayGroup = { 
/**
 * 女.
 */
name: string, 
/**
 * How many; none where the group is not told of.
 */
people: number | null, 
/**
 * Their average.
 */
average: number | null, 
/**
 * Their median, to whoever may read single wages.
 */
median: number | null, 
/**
 * Their average against that of all, in hundredths of a percent: 10000 is the same.
 */
toAll: number | null, 
/**
 * Why nothing is told.
 */
hidden: string | null, };

/**
 * A group before and after, to whoever may read single wages.
 */
export type PayGroupEffect = { 
/**
 * 焊接车间.
 */
name: string, 
/**
 * How many.
 */
people: number, 
/**
 * Their average before.
 */
before: number, 
/**
 * After.
 */
after: number, 
/**
 * The growth, in hundredths of a percent.
 */
growth: number | null, };

/**
 * People who lie together in the order of wages.
 */
export type PayHeap = { 
/**
 * 第1组（最低）; 2000–3000元.
 */
name: string, 
/**
 * How many.
 */
people: number, 
/**
 * Their average in fen; none where their sum is not told.
 */
average: number | null, };

/**
 * People who lie together in the order of wages, before and after.
 */
export type PayHeapEffect = { 
/**
 * 第1组（最低）.
 */
name: string, 
/**
 * How many.
 */
people: number, 
/**
 * Their average before.
 */
before: number | null, 
/**
 * After.
 */
after: Between | null, };

/**
 * What was taken in.
 */
export type PayImported = { 
/**
 * The table.
 */
id: string, 
/**
 * Its rows.
 */
rows: number, 
/**
 * The people they are.
 */
headcount: number, 
/**
 * Of people whom the roster has.
 */
matched: number, 
/**
 * Rows left out.
 */
leftOut: number, 
/**
 * Whether an older table was put into the trash.
 */
replaced: boolean, };

/**
 * What the employer pays of every wage to a fund (单位缴纳部分).
 */
export type PayInsurance = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * 基本养老保险.
 */
name: string, 
/**
 * 1600 is 16 %.
 */
rate: number, 
/**
 * 缴费基数下限.
 */
floor?: number, 
/**
 * 缴费基数上限.
 */
ceiling?: number, 
/**
 * From when these numbers hold.
 */
from: string, 
/**
 * Where they stand.
 */
source: string, };

/**
 * One rate.
 */
export type PayInsuranceRef = { 
/**
 * The rate.
 */
id: string, };

/**
 * Where a line came from.
 */
export type PayLineOrigin = { 
/**
 * The line.
 */
line: PayLineShown, 
/**
 * The month or the year.
 */
period: string, 
/**
 * The file.
 */
source: PaySource, 
/**
 * Its cells; none while they are covered.
 */
cells: Array<PayCell>, };

/**
 * A slice of the lines. To one who may not read single wages nobody is named.
 */
export type PayLinePage = { 
/**
 * How many lines match.
 */
total: number, 
/**
 * The slice.
 */
rows: Array<PayLineShown>, 
/**
 * How sums are shown.
 */
shown: Shown, };

/**
 * Which lines of a table.
 */
export type PayLineQuery = { 
/**
 * The table.
 */
sheet: string, 
/**
 * Only names and work numbers with this in them.
 */
text?: string, 
/**
 * Only lines of nobody on the roster.
 */
unmatched?: boolean, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 500; 50 when absent.
 */
limit?: number, };

/**
 * One line.
 */
export type PayLineRef = { 
/**
 * The line.
 */
id: string, };

/**
 * What one was paid, as a page shows it. Sums are told to whoever may read wages and revealed them.
 */
export type PayLineShown = { 
/**
 * The line.
 */
id: string, 
/**
 * The row in the file.
 */
row: number, 
/**
 * Who of the roster it is.
 */
person: string | null, 
/**
 * The name, as the file has it.
 */
name: string, 
/**
 * 工号.
 */
workNumber: string | null, 
/**
 * 部门.
 */
shop: string | null, 
/**
 * 岗位.
 */
post: string | null, 
/**
 * 用工形式.
 */
form: RosterEmploymentForm | null, 
/**
 * 一线; none where it is not known.
 */
frontLine: boolean | null, 
/**
 * 技能等级.
 */
skill: string | null, 
/**
 * 性别.
 */
sex: RosterSex, 
/**
 * 15/31: the days that count, of the days of the period; none for all of them.
 */
share: PayShare | null, 
/**
 * The sums; none where they are covered.
 */
sums: PaySums | null, 
/**
 * Whether its person was erased by law: the line is a figure, and nobody's.
 */
erased: boolean, };

/**
 * The lowest wage beside the local minimum.
 */
export type PayLowest = { 
/**
 * The lowest, to whoever may read single wages.
 */
lowest: number | null, 
/**
 * The lowest as it is laid beside the minimum: without overtime and special allowances, as far as the data tells them.
 */
compared: number | null, 
/**
 * The headings of what was taken off for it.
 */
without: Array<string>, 
/**
 * 月最低工资标准.
 */
minimum: number | null, 
/**
 * Where it holds, from when, and where it stands.
 */
source: string | null, 
/**
 * What the two come to, in words.
 */
words: string, 
/**
 * On which basis they were compared, and what of it is to be looked into; empty where nothing was compared.
 */
basis: string, 
/**
 * Whether somebody earns less than the minimum.
 */
under: boolean, };

/**
 * A scenario between ours and theirs.
 */
export type PayMiddle = { 
/**
 * The scenario, to be taken over.
 */
scenario: PayScenario, 
/**
 * How it was found.
 */
found: string, 
/**
 * What it comes to.
 */
result: PaySimulated, };

/**
 * Someone of the roster who is not in the table.
 */
export type PayMissing = { 
/**
 * The person.
 */
id: string, 
/**
 * The name.
 */
name: string, 
/**
 * The shop.
 */
shop: string | null, 
/**
 * Whether somebody else pays them: dispatched, outsourced.
 */
elsewhere: boolean, };

/**
 * What was read without a question, and is told.
 */
export type PayNotes = { 
/**
 * Of what kind.
 */
kind: SheetProblemKind, 
/**
 * What it is called.
 */
label: string, 
/**
 * How many there are.
 */
count: number, 
/**
 * The first of them.
 */
first: Array<string>, };

/**
 * What the person at the desk has chosen.
 */
export type PayOptions = { 
/**
 * The page of the file; the one with the most headings that are known when absent.
 */
page?: string, 
/**
 * The month or the year; what the file's title names when absent.
 */
period?: string, 
/**
 * Whether a year's sums count as twelve equal months; they do not unless it is said.
 */
divided?: boolean, 
/**
 * Column number (from 1) to what it holds, over what the headings say; nothing leaves the column out.
 */
columns?: Record<number, PayColumn | null>, 
/**
 * What to do about all doubts of a kind.
 */
kinds?: Partial<Record<SheetProblemKind, PayDecision>>, 
/**
 * What to do about single rows, over the decisions of their kinds.
 */
rows?: Array<PayRowDecision>, 
/**
 * Whose rows are, over what they say.
 */
people?: Array<PayRowPerson>, 
/**
 * By what a part of the period is reckoned; by calendar days when absent.
 */
shareBy?: PayShareBy, 
/**
 * The half days of whoever was never away; the commonest of the file when absent.
 */
fullHalfDays?: number, 
/**
 * The shops that are offices; all other shops are front line then. Those of the last table when absent.
 */
officeShops?: Array<string>, 
/**
 * Who gave it.
 */
givenBy?: string, 
/**
 * 说明.
 */
note?: string, };

/**
 * What can be said of the people of a table without telling anybody's wage.
 */
export type PayPeople = { 
/**
 * Rows.
 */
rows: number, 
/**
 * Of people whom the roster has.
 */
matched: number, 
/**
 * Of people whom it does not have.
 */
unmatched: number, 
/**
 * Who entered or left during the period, and count in part.
 */
inPart: number, 
/**
 * Settlements of people who had left before, which no average counts.
 */
settled: number, 
/**
 * Rows of nothing or less.
 */
notPaid: number, 
/**
 * People of the roster who are not in the table, without those whom others pay.
 */
missing: Array<PayMissing>, 
/**
 * How many these are.
 */
missingCount: number, };

/**
 * What taking a payroll in would bring.
 */
export type PayPreview = { 
/**
 * The file's name; what a paste is called.
 */
file: string, 
/**
 * SHA-256 of its bytes.
 */
sha256: string, 
/**
 * The page.
 */
page: string, 
/**
 * Every page that can be read.
 */
pages: Array<string>, 
/**
 * The month or the year.
 */
period: string, 
/**
 * Whether the file or the person at the desk named it; else it is only the last month.
 */
periodNamed: boolean, 
/**
 * Whether the file writes a year's sums.
 */
yearly: boolean, 
/**
 * Its columns.
 */
columns: Array<PayColumnRead>, 
/**
 * That columns are read as the last time; none where they are read by their headings.
 */
remembered: string | null, 
/**
 * Rows with data.
 */
rows: number, 
/**
 * Totals, notes and repeated headers that were passed over.
 */
passed: number, 
/**
 * Rows that would be kept.
 */
ready: number, 
/**
 * Rows that were left out by a decision, or because nobody knows whose they are.
 */
leftOut: number, 
/**
 * People that they are.
 */
headcount: number, 
/**
 * What these were paid.
 */
sum: number, 
/**
 * What is asked.
 */
doubts: Array<PayDoubts>, 
/**
 * How many doubts are open.
 */
open: number, 
/**
 * What is told.
 */
notes: Array<PayNotes>, 
/**
 * People of the roster who are not in the table, the first of them.
 */
missing: Array<PayMissing>, 
/**
 * How many these are, without those whom others pay.
 */
missingCount: number, 
/**
 * The shops of the rows.
 */
shops: Array<string>, 
/**
 * Those that are taken for offices; none where nothing is said of it.
 */
officeShops: Array<string> | null, 
/**
 * Whether the file has attended days.
 */
attended: boolean, 
/**
 * The half days of whoever was never away.
 */
fullHalfDays: number | null, 
/**
 * The table of the period that stands.
 */
standing: PayStanding | null, };

/**
 * A figure that wages are laid beside.
 */
export type PayReference = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * What it is.
 */
kind: PayReferenceKind, 
/**
 * For where: 南昌市青山湖区.
 */
region: string, 
/**
 * `2026-04-01`, the day from which a minimum wage holds; `2025` or `2025-10` for others.
 */
period: string, 
/**
 * Fen, or hundredths of a percent.
 */
value: number, 
/**
 * In what it counts.
 */
unit: PayUnit, 
/**
 * Where it stands: the paper with its number, the yearbook, the finance office.
 */
source: string, };

/**
 * A figure that wages are laid beside.
 */
export type PayReferenceKind = "minimum" | "minimumHour" | "cpi" | "productivity" | "lineBase" | "lineUpper" | "lineLower" | "average";

/**
 * One figure.
 */
export type PayReferenceRef = { 
/**
 * The figure.
 */
id: string, };

/**
 * Figures to keep.
 */
export type PayReferences = { 
/**
 * The figures.
 */
figures: Array<PayReference>, };

/**
 * Figures read from a paste, to be looked at before they are kept.
 */
export type PayReferencesRead = { 
/**
 * The figures.
 */
figures: Array<PayReference>, 
/**
 * What is the matter.
 */
problems: Array<SheetProblem>, };

/**
 * So much more: a share of the wage and a fixed sum.
 */
export type PayRise = { 
/**
 * 500 is 5 %.
 */
percent: number, 
/**
 * 定额.
 */
fixed: number, };

/**
 * To what the new wage of a month is rounded, a half upwards.
 */
export type PayRound = "fen" | "yuan";

/**
 * A decision about one row.
 */
export type PayRowDecision = { 
/**
 * The row in the file.
 */
row: number, 
/**
 * About what.
 */
kind: SheetProblemKind, 
/**
 * What becomes of it.
 */
decision: PayDecision, };

/**
 * Whose a row is, by hand.
 */
export type PayRowPerson = { 
/**
 * The row in the file.
 */
row: number, 
/**
 * The person; absent for nobody of the roster.
 */
person?: string, };

/**
 * A scenario: steps in their order, each on what the one before left, each rounded to the fen.
 */
export type PayScenario = { 
/**
 * The steps.
 */
steps: Array<PayStep>, 
/**
 * To what the end is rounded.
 */
round: PayRound, };

/**
 * One scenario.
 */
export type PayScenarioRef = { 
/**
 * The scenario.
 */
id: string, };

/**
 * So many days of so many.
 */
export type PayShare = { 
/**
 * Those that count; none for a settlement.
 */
days: number, 
/**
 * Of these.
 */
of: number, };

/**
 * By what a part of the period is reckoned.
 */
export type PayShareBy = "calendar" | "attended";

/**
 * The table of a period.
 */
export type PaySheet = { 
/**
 * The head.
 */
line: PaySheetLine, 
/**
 * By shop; of single wages only as far as no single one is told.
 */
shops: Array<PayShopTotal>, 
/**
 * The bands.
 */
bands: Array<PayBandLine>, 
/**
 * The people; of single wages only.
 */
people: PayPeople | null, 
/**
 * How the file's columns were read.
 */
columns: Array<PayColumnTaken>, 
/**
 * How single wages are shown to the person at the desk.
 */
shown: Shown, };

/**
 * A table that is typed.
 */
export type PaySheetInput = { 
/**
 * The month or the year.
 */
period: string, 
/**
 * Whether a year's sums count as twelve equal months.
 */
divided?: boolean, 
/**
 * How many were paid; of bands it is their sum, and must be where it is told.
 */
headcount?: number, 
/**
 * What was paid in all; of bands, where it is known, else theirs where each tells it.
 */
sum?: number, 
/**
 * By shop, where it is known.
 */
shops?: Array<PayShopInput>, 
/**
 * Bands from low to high; none for totals.
 */
bands?: Array<PayBandInput>, 
/**
 * Who gave it.
 */
givenBy?: string, 
/**
 * 说明.
 */
note?: string, 
/**
 * The table of the period that goes to the trash for it.
 */
replaces?: string, 
/**
 * Whether sums that can hardly be those of the period were looked at, and are right.
 */
certain?: boolean, };

/**
 * One period in the list.
 */
export type PaySheetLine = { 
/**
 * The table.
 */
id: string, 
/**
 * The month or the year.
 */
period: string, 
/**
 * How much it tells.
 */
depth: PayDepth, 
/**
 * Whether a year's sums count as twelve equal months.
 */
divided: boolean, 
/**
 * How many were paid.
 */
headcount: number, 
/**
 * What was paid in all; none where the bands do not tell, or where too few were paid for it to be shown.
 */
sum: number | null, 
/**
 * Where it came from.
 */
source: PaySource, 
/**
 * 说明.
 */
note: string | null, };

/**
 * One table.
 */
export type PaySheetRef = { 
/**
 * The table.
 */
id: string, };

/**
 * The sum of a shop as it is typed.
 */
export type PayShopInput = { 
/**
 * 车间、部门.
 */
shop: string, 
/**
 * How many were paid.
 */
headcount: number, 
/**
 * What they were paid.
 */
sum: number, };

/**
 * The sum of a shop. It is not told where it would tell a single wage.
 */
export type PayShopTotal = { 
/**
 * 车间、部门.
 */
shop: string, 
/**
 * How many were paid.
 */
headcount: number, 
/**
 * What was paid; none where it is covered.
 */
sum: number | null, };

/**
 * Whose scenario it is.
 */
export type PaySide = "workers" | "employer";

/**
 * What a scenario comes to.
 */
export type PaySimulated = { 
/**
 * The scenario in words.
 */
words: string, 
/**
 * Who gets more; none where that is not known.
 */
raised: number | null, 
/**
 * The average before.
 */
before: Between | null, 
/**
 * After.
 */
after: Between | null, 
/**
 * The growth of the average, in hundredths of a percent.
 */
growth: Between | null, 
/**
 * What it costs.
 */
cost: PayCost | null, 
/**
 * The order of wages.
 */
heaps: Array<PayHeapEffect>, 
/**
 * By shop ….
 */
cuts: Array<PayCutEffect>, 
/**
 * P90 to P10 before, in hundredths.
 */
spreadBefore: Between | null, 
/**
 * After.
 */
spreadAfter: Between | null, 
/**
 * Gini before, in ten-thousandths.
 */
giniBefore: Between | null, 
/**
 * After.
 */
giniAfter: Between | null, 
/**
 * The lowest after, to whoever may read single wages.
 */
lowest: number | null, };

/**
 * What was tried.
 */
export type PaySimulation = { 
/**
 * On which wage data.
 */
sheet: string, 
/**
 * Of which period.
 */
period: string, 
/**
 * How much it tells.
 */
depth: PayDepth, 
/**
 * Whether single wages were read.
 */
inFull: boolean, 
/**
 * Who is counted.
 */
people: number, 
/**
 * How many of them with a part of the month, reckoned to the whole by days.
 */
partMonth: number, 
/**
 * The scenarios.
 */
results: Array<PaySimulated>, 
/**
 * Where two were given: the one in the middle.
 */
middle: PayMiddle | null, 
/**
 * How it was reckoned, for page and paper.
 */
method: string, 
/**
 * What is uncertain and why.
 */
notes: Array<string>, };

/**
 * What the page of the simulator begins with.
 */
export type PaySimulator = { 
/**
 * The wage data; the newest when none was asked for. None where there is none.
 */
sheet: PaySimulatorSheet | null, 
/**
 * Kept scenarios, the newest year first.
 */
kept: Array<KeptPayScenario>, 
/**
 * What the employer pays to the funds.
 */
insurance: Array<PayInsurance>, 
/**
 * 2%.
 */
fee: string, 
/**
 * The rule of the contribution, as it is cited.
 */
feeRule: string, };

/**
 * The words that steps may use on some wage data.
 */
export type PaySimulatorSheet = { 
/**
 * Which.
 */
id: string, 
/**
 * Of which period.
 */
period: string, 
/**
 * How much it tells.
 */
depth: PayDepth, 
/**
 * Who is counted.
 */
people: number, 
/**
 * 车间.
 */
shops: Array<string>, 
/**
 * 用工形式.
 */
forms: Array<string>, 
/**
 * 技能等级.
 */
grades: Array<string>, 
/**
 * 证书.
 */
certificates: Array<string>, };

/**
 * Where a table came from.
 */
export type PaySource = { 
/**
 * 工资表.xlsx, 粘贴的表格; none for a table that was typed.
 */
file: string | null, 
/**
 * SHA-256 of its bytes.
 */
sha256: string | null, 
/**
 * The page.
 */
page: string | null, 
/**
 * Whether it was pasted.
 */
pasted: boolean, 
/**
 * When it was taken, at +08:00.
 */
takenAt: string, 
/**
 * Who took it.
 */
takenBy: string, 
/**
 * Who gave it: 公司财务部.
 */
givenBy: string | null, };

/**
 * The table of the period that stands.
 */
export type PayStanding = { 
/**
 * The table.
 */
line: PaySheetLine, 
/**
 * Whether it came from this very file, read in this very way.
 */
same: boolean, };

/**
 * A step of a scenario.
 */
export type PayStep = { 
/**
 * What it does.
 */
what: PayStepKind, 
/**
 * For whom.
 */
only: PayStepOnly, };

/**
 * What a step does to a wage.
 */
export type PayStepKind = { "kind": "rise", 
/**
 * How much.
 */
rise: PayRise, } | { "kind": "tiers", 
/**
 * In rising order.
 */
tiers: Array<PayTier>, } | { "kind": "floor", 
/**
 * So much.
 */
fen: number, } | { "kind": "cap", 
/**
 * So much.
 */
fen: number, } | { "kind": "grades", 
/**
 * Grade by grade.
 */
grades: Array<PayGradeRise>, } | { "kind": "certificates", 
/**
 * One by one.
 */
certificates: Array<PayCertificateRise>, };

/**
 * For whom a step is; what is empty lets everybody pass.
 */
export type PayStepOnly = { 
/**
 * 车间.
 */
shops: Array<string>, 
/**
 * 用工形式.
 */
forms: Array<string>, 
/**
 * 技能等级.
 */
grades: Array<string>, 
/**
 * 一线, or not.
 */
frontLine?: boolean, };

/**
 * What one was paid, in its parts.
 */
export type PaySums = { 
/**
 * 应发.
 */
gross: number, 
/**
 * 基本工资.
 */
base: number | null, 
/**
 * 岗位工资.
 */
postPay: number | null, 
/**
 * 绩效.
 */
performance: number | null, 
/**
 * 加班.
 */
overtime: number | null, 
/**
 * 津补贴.
 */
allowance: number | null, 
/**
 * 十三薪、年终奖: what is paid once a year.
 */
bonus: number | null, 
/**
 * 补发、补扣 of earlier months and 十三薪、年终奖, which the minimum wage is not held against; none where all of 应发 counts.
 */
backPay: number | null, };

/**
 * Whoever earns at least so much, and less than the next tier begins with.
 */
export type PayTier = { 
/**
 * At least.
 */
from: number, 
/**
 * Their rise.
 */
rise: PayRise, };

/**
 * In what a figure counts.
 */
export type PayUnit = "yuanMonth" | "yuanYear" | "yuanHour" | "percent";

/**
 * The same figures a year before: of the same month, else of the whole year, whose average of a month is told.
 */
export type PayYearBefore = { 
/**
 * The period.
 */
period: string, 
/**
 * How many were counted.
 */
people: number, 
/**
 * Their average.
 */
average: number, 
/**
 * The growth since, in hundredths of a percent.
 */
growth: number, };

/**
 * Two who were found to be two people.
 */
export type PersonApart = { 
/**
 * The entry.
 */
id: string, 
/**
 * One.
 */
one: string, 
/**
 * The other.
 */
other: string, 
/**
 * Why.
 */
reason: string, 
/**
 * When.
 */
decidedOn: string, 
/**
 * Whether one of them has changed since, so that they are looked at anew.
 */
outdated: boolean, };

/**
 * Two who were found to be two people.
 */
export type PersonApartRef = { 
/**
 * The entry.
 */
id: string, };

/**
 * A person as the roster tells of them. Everything but the name may be missing.
 */
export type PersonDraft = { 
/**
 * The name as written, without white space around it.
 */
name: string, 
/**
 * The name for comparing: NFKC, no white space, one kind of dot.
 */
nameKey: string, 
/**
 * 性别.
 */
sex: RosterSex | null, 
/**
 * 出生日期.
 */
birth: RosterDate | null, 
/**
 * 民族, by its standard name; names outside GB/T 3304 (穿青人) as written.
 */
ethnicity: string | null, 
/**
 * 证件类别.
 */
idKind: RosterIdKind | null, 
/**
 * 证件号码, cleaned and checked.
 */
idNumber: string | null, 
/**
 * 电话, mobiles as 11 digits, landlines as `0791-88123456`.
 */
phones: Array<string>, 
/**
 * 学历, by its name in GB/T 4658.
 */
education: string | null, 
/**
 * 技能等级.
 */
skillGrade: RosterSkillGrade | null, 
/**
 * 职称.
 */
title: string | null, 
/**
 * 就业状况.
 */
workStatus: RosterWorkStatus | null, 
/**
 * 户籍类型.
 */
household: string | null, 
/**
 * 户籍所在地.
 */
householdPlace: string | null, 
/**
 * 籍贯.
 */
nativePlace: string | null, 
/**
 * 是否农民工.
 */
migrant: boolean | null, 
/**
 * 政治面貌, by its name in GB/T 4762.
 */
political: string | null, 
/**
 * 工作单位.
 */
employer: string | null, 
/**
 * 部门, 车间.
 */
shop: string | null, 
/**
 * 班组.
 */
team: string | null, 
/**
 * 岗位, 工种.
 */
post: string | null, 
/**
 * 工号.
 */
staffNo: string | null, 
/**
 * 用工形式.
 */
employment: RosterEmploymentForm | null, 
/**
 * 入职日期.
 */
employedOn: RosterDate | null, 
/**
 * 参加工作时间.
 */
startedWorkOn: RosterDate | null, 
/**
 * 入会日期.
 */
joinedOn: RosterDate | null, 
/**
 * 会籍变化类型.
 */
changeKind: RosterChangeKind | null, 
/**
 * 会籍变化日期.
 */
changeOn: RosterDate | null, 
/**
 * 会籍变化原因.
 */
changeReason: RosterChangeReason | null, 
/**
 * 会员证号.
 */
unionCard: string | null, 
/**
 * 邮箱.
 */
email: string | null, 
/**
 * 备注.
 */
remark: string | null, 
/**
 * 统一社会信用代码 of the employer.
 */
employerCode: string | null, };

/**
 * One event of a membership.
 */
export type PersonEvent = { 
/**
 * 入会, 会籍转入 …
 */
what: string, 
/**
 * When.
 */
on: string | null, 
/**
 * Why.
 */
reason: string | null, };

/**
 * What stands out about a person today, and what was entered.
 */
export type PersonFlags = { 
/**
 * The flags of today.
 */
flags: Array<FlagSaid>, 
/**
 * What was entered, what has ended too.
 */
tags: Array<PersonTagInput>, };

/**
 * What an affair says of the person.
 */
export type PersonMention = { 
/**
 * 2026年度工资集体协商.
 */
affair: string, 
/**
 * 职工方协商代表.
 */
what: string, 
/**
 * The day, `2026-09-15`, where there is one.
 */
on: string | null, };

/**
 * Two people that are looked at together.
 */
export type PersonPair = { 
/**
 * Whose record is to stay.
 */
kept: string, 
/**
 * Whose record goes into it.
 */
gone: string, 
/**
 * The fields taken from it so far: what is told of groups and of joining hangs on them.
 */
take?: Array<MergeField>, };

/**
 * A person as the side panel edits it. Dates are text as entered: `1990-03-07`, `1990-03` or `1990`.
 */
export type PersonRecord = { 
/**
 * Absent for a new person.
 */
id?: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * 性别.
 */
sex: RosterSex, 
/**
 * 出生日期. Shown masked but for the year, `1990-**-**`; sent back masked means unchanged.
 */
birth?: string, 
/**
 * 证件号码. Shown masked; sent back masked means unchanged.
 */
idNumber?: string, 
/**
 * 手机. Shown masked; sent back masked means unchanged.
 */
phone?: string, 
/**
 * 邮箱. Shown masked; sent back masked means unchanged.
 */
email?: string, 
/**
 * 民族.
 */
ethnicity?: string, 
/**
 * 学历.
 */
education?: string, 
/**
 * 政治面貌.
 */
political?: string, 
/**
 * 技能等级.
 */
skillGrade?: string, 
/**
 * 职称.
 */
title?: string, 
/**
 * 证件类别. Told by the number for a document whose numbers tell it; for others it is chosen.
 */
idKind?: string, 
/**
 * 户籍类型.
 */
household?: string, 
/**
 * 户籍所在地.
 */
householdPlace?: string, 
/**
 * 籍贯.
 */
nativePlace?: string, 
/**
 * 就业状况.
 */
status?: string, 
/**
 * 工作单位 where it is another than the union's own employer.
 */
employer?: string, 
/**
 * 是否农民工.
 */
migrant?: boolean, 
/**
 * 参加工作时间, whenever and wherever that was.
 */
startedOn?: string, 
/**
 * 车间、部门.
 */
shop?: string, 
/**
 * 班组.
 */
team?: string, 
/**
 * 岗位、工种.
 */
post?: string, 
/**
 * 工号.
 */
workNumber?: string, 
/**
 * 用工形式.
 */
form: RosterEmploymentForm, 
/**
 * 入职日期.
 */
hiredOn?: string, 
/**
 * 离职日期; the last job of someone who works here no more is shown with it, and taking it away makes them work here again.
 */
leftOn?: string, 
/**
 * 入会日期.
 */
memberSince?: string, 
/**
 * 会员证号 of a card that another union or an earlier register gave.
 */
cardNumber?: string, 
/**
 * 备注.
 */
note?: string, };

/**
 * Something entered of a person, as a form sends it. A person has one of a kind.
 */
export type PersonTagInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * Of whom.
 */
person: string, 
/**
 * What.
 */
kind: PersonTagKind, 
/**
 * From when.
 */
since?: string, 
/**
 * Until when, the day included.
 */
until?: string, 
/**
 * 认定依据: 赣总工发〔2024〕3号.
 */
source?: string, 
/**
 * 备注.
 */
note?: string, };

/**
 * What only people know of someone.
 */
export type PersonTagKind = "modelWorker" | "hardship" | "staffPost";

/**
 * Something entered of a person.
 */
export type PersonTagRef = { 
/**
 * The id.
 */
id: string, };

/**
 * Those who asked for talks, held against the line.
 */
export type Petition = { 
/**
 * The event.
 */
event: string, 
/**
 * When.
 */
askedOn: string, 
/**
 * Whether the line is reached; none where the place has no line or the numbers are not recorded.
 */
reached: boolean | null, 
/**
 * What it comes to, as one sentence.
 */
sentence: string, 
/**
 * The rule it was held against.
 */
rule: RuleRef | null, };

/**
 * A line of the law of the place: so many who ask oblige the union to open talks.
 */
export type PetitionLine = { 
/**
 * Who asks.
 */
askedBy: Askers, 
/**
 * It holds for employers of a size, in the words of the rule; none where it holds for all others.
 */
larger: string | null, 
/**
 * What it says.
 */
title: string, 
/**
 * 《…》第…条.
 */
article: string, 
/**
 * So many, where it is known how many there are in all.
 */
needed: number | null, 
/**
 * The rule.
 */
rule: RuleRef, };

/**
 * The page that a duty's button opens.
 */
export type Place = { 
/**
 * The page's name: `negotiation`, `members` …
 */
page: string, 
/**
 * The record on it.
 */
id?: string, 
/**
 * The part of the page to open (`reply`, `meeting` …).
 */
part?: string, };

/**
 * Whether a photo says where it was taken.
 */
export type PlaceData = "none" | "removed" | "kept";

/**
 * A cap of working time as it stands.
 */
export type PlatformCap = { 
/**
 * The cap.
 */
id: string, 
/**
 * What its form holds.
 */
record: PlatformCapInput, 
/**
 * 4小时, 20分钟.
 */
length: string, 
/**
 * Whether it holds on the day asked.
 */
holds: boolean, };

/**
 * A cap of working time as its form holds it.
 */
export type PlatformCapInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * Of which firm.
 */
firm: string, 
/**
 * The talks that set it, where it was these.
 */
talk?: string, 
/**
 * Which.
 */
kind: PlatformCapKind, 
/**
 * How long, in minutes.
 */
minutes: number, 
/**
 * 来源: the agreement or rules it stands in.
 */
source?: string, 
/**
 * 从哪天起.
 */
since: string, 
/**
 * 到哪天止.
 */
until?: string, };

/**
 * A cap of working time that was agreed.
 */
export type PlatformCapKind = "continuous" | "daily" | "pause" | "remind";

/**
 * One cap of working time.
 */
export type PlatformCapRef = { 
/**
 * The cap.
 */
id: string, };

/**
 * What binds a worker to the firm (L, N, I): which rules hold for them.
 */
export type PlatformClass = "labour" | "partial" | "civil";

/**
 * What a class changes: the rules that hold for its workers.
 */
export type PlatformClassRules = { 
/**
 * The class.
 */
class: PlatformClass, 
/**
 * What it means, in one sentence.
 */
meaning: string, 
/**
 * The rules.
 */
rules: Array<PlatformRule>, };

/**
 * That the members of a firm are enough for a committee of their own.
 */
export type PlatformCommittee = { 
/**
 * Whether they are enough.
 */
required: boolean, 
/**
 * How many members were counted.
 */
members: number, 
/**
 * The verdict in one sentence.
 */
sentence: string, 
/**
 * The rule.
 */
rule: RuleRef, };

/**
 * The people of a firm on our roster.
 */
export type PlatformCounts = { 
/**
 * Who work there now.
 */
people: number, 
/**
 * Our members among them.
 */
members: number, 
/**
 * Referred to another union, not members of ours.
 */
referred: number, 
/**
 * In a labour relation (L).
 */
labour: number, 
/**
 * Not fully (N).
 */
partial: number, 
/**
 * On their own account (I).
 */
civil: number, };

/**
 * One firm as its page shows it.
 */
export type PlatformFirm = { 
/**
 * The firm.
 */
id: string, 
/**
 * What its form holds.
 */
record: PlatformFirmInput, 
/**
 * The platform it works for.
 */
partnerOf: string | null, 
/**
 * The firms that work for it.
 */
partners: Array<PlatformFirmLine>, 
/**
 * Its people on our roster.
 */
counts: PlatformCounts, 
/**
 * Whether its members should have a committee of their own.
 */
committee: PlatformCommittee | null, 
/**
 * That its orders are to be covered by injury protection, of a trade that is.
 */
insured: PlatformRule | null, 
/**
 * The talks with it, the newest first.
 */
talks: Array<PlatformTalkLine>, 
/**
 * The caps agreed with it.
 */
caps: Array<PlatformCap>, 
/**
 * The rules that a platform and its rules stand under.
 */
rules: Array<PlatformRule>, 
/**
 * What is to be done.
 */
todos: Array<Duty>, };

/**
 * A platform or partner firm as its form holds it.
 */
export type PlatformFirmInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * What it is.
 */
kind: PlatformKind, 
/**
 * 名称.
 */
name: string, 
/**
 * 统一社会信用代码, checked by GB 32100—2015.
 */
creditCode?: string, 
/**
 * 行业.
 */
trade: PlatformTrade, 
/**
 * 所在城市, four digits.
 */
city?: string, 
/**
 * 合作的平台, of a partner firm.
 */
partnerOf?: string, 
/**
 * 用工人数, as the firm tells.
 */
headcount?: number, 
/**
 * 会员人数 of whichever union, as the firm or its union tells.
 */
unionMembers?: number, 
/**
 * 本企业工会, where it has one.
 */
ownUnion?: string, 
/**
 * 行业工会联合会 that takes its workers.
 */
tradeUnion?: string, 
/**
 * 乡镇街道、村社区工会 that takes its workers.
 */
localUnion?: string, 
/**
 * 职业伤害保障.
 */
injury: PlatformInjury, 
/**
 * From which day it is covered.
 */
injurySince?: string, 
/**
 * Who says so: the list or notice it stands on.
 */
injurySource?: string, 
/**
 * 社会保险 of its workers.
 */
insurance: PlatformInsurance, 
/**
 * 联系人和电话.
 */
contact?: string, 
/**
 * 不再来往的日期.
 */
endedOn?: string, 
/**
 * 备注.
 */
note?: string, };

/**
 * One firm in the list.
 */
export type PlatformFirmLine = { 
/**
 * The firm.
 */
id: string, 
/**
 * What it is.
 */
kind: PlatformKind, 
/**
 * 名称.
 */
name: string, 
/**
 * 行业.
 */
trade: PlatformTrade, 
/**
 * The platform it works for.
 */
partnerOf: string | null, 
/**
 * 用工人数, as told.
 */
headcount: number | null, 
/**
 * How many on our roster work there now.
 */
people: number, 
/**
 * How many of them are our members.
 */
members: number, 
/**
 * 职业伤害保障.
 */
injury: PlatformInjury, 
/**
 * Since when.
 */
injurySince: string | null, 
/**
 * The last day on which talks were held with it.
 */
talkedOn: string | null, 
/**
 * Whether dealings with it have ended.
 */
ended: boolean, };

/**
 * One firm.
 */
export type PlatformFirmRef = { 
/**
 * The firm.
 */
id: string, };

/**
 * Whether the orders of a platform are covered by injury protection (职业伤害保障).
 */
export type PlatformInjury = "covered" | "notCovered" | "unknown";

/**
 * The social insurance of those who work there.
 */
export type PlatformInsurance = "employee" | "flexible" | "mixed" | "nothing" | "unknown";

/**
 * What a firm is to the workers.
 */
export type PlatformKind = "platform" | "partner";

/**
 * The register of firms, and how the people stand as a whole.
 */
export type PlatformList = { 
/**
 * The firms.
 */
firms: Array<PlatformFirmLine>, 
/**
 * How many there are under no filter.
 */
kept: number, 
/**
 * Everyone on our roster who works at one, each once.
 */
counts: PlatformCounts, 
/**
 * What each class changes.
 */
classes: Array<PlatformClassRules>, };

/**
 * A meeting of the talks.
 */
export type PlatformMeeting = { 
/**
 * The meeting.
 */
id: string, 
/**
 * What its form holds.
 */
record: PlatformMeetingInput, 
/**
 * The how-manieth of these talks.
 */
nth: number, 
/**
 * What is odd about it, against the numbers agreed or against good order: one sentence each.
 */
warnings: Array<string>, 
/**
 * The number of its minutes, once issued.
 */
minutes: string | null, };

/**
 * A meeting of the talks as its form holds it.
 */
export type PlatformMeetingInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The talks.
 */
talk: string, 
/**
 * 日期.
 */
heldOn: string, 
/**
 * 地点.
 */
place: string, 
/**
 * 主持人.
 */
chair?: string, 
/**
 * 记录人.
 */
recorder?: string, 
/**
 * 劳动者方出席, each with post or trade as one writes them.
 */
workers: Array<string>, 
/**
 * 平台方出席.
 */
employers: Array<string>, 
/**
 * The topics, in order.
 */
positions: Array<PlatformPosition>, 
/**
 * Why it is entered late.
 */
lateEntry?: string, };

/**
 * One meeting of the talks.
 */
export type PlatformMeetingRef = { 
/**
 * The meeting.
 */
id: string, };

/**
 * What was said on one topic in one meeting.
 */
export type PlatformPosition = { 
/**
 * The topic.
 */
topic: PlatformTopic, 
/**
 * Its own title, of another topic than the core ones.
 */
title?: string, 
/**
 * 劳动者方意见.
 */
workers?: string, 
/**
 * 平台方意见.
 */
employers?: string, 
/**
 * What came of it.
 */
result: PlatformTopicResult, 
/**
 * 一致的内容, or what is disputed.
 */
agreed?: string, };

/**
 * By when the agreed rules are posted.
 */
export type PlatformPosting = { 
/**
 * The last day, and how it was found.
 */
deadline: Deadline, 
/**
 * Whether they were posted after it.
 */
late: boolean, };

/**
 * Which firms a list shows.
 */
export type PlatformQuery = { 
/**
 * Characters or pinyin of the name, the credit code.
 */
text?: string, 
/**
 * One trade.
 */
trade?: PlatformTrade, 
/**
 * One kind.
 */
kind?: PlatformKind, };

/**
 * A referral as it stands.
 */
export type PlatformReferral = { 
/**
 * The referral.
 */
id: string, 
/**
 * What its form holds.
 */
record: PlatformReferralInput, 
/**
 * Who was referred.
 */
person: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * The firm.
 */
firm: string, 
/**
 * 回复日期.
 */
repliedOn: string | null, 
/**
 * What became of it.
 */
outcome: PlatformReferralOutcome | null, 
/**
 * 回复内容.
 */
reply: string | null, 
/**
 * The number of its letter, once issued.
 */
letter: string | null, };

/**
 * A referral as its form holds it.
 */
export type PlatformReferralInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The work that decides where they belong.
 */
work: string, 
/**
 * What kind of union.
 */
toKind: PlatformReferralTo, 
/**
 * Which union.
 */
toUnion: string, 
/**
 * 转介日期.
 */
referredOn: string, 
/**
 * The day on which the worker agreed that their name and number go to that union.
 */
consentOn?: string, 
/**
 * By when we ask for a reply.
 */
replyBy?: string, 
/**
 * 说明.
 */
note?: string, 
/**
 * Why it is entered late, where a paper already did it.
 */
lateEntry?: string, };

/**
 * A referral as the register shows it. It is counted for good: also that of whoever was removed from the roster since, or erased by
 * law.
 */
export type PlatformReferralLine = { 
/**
 * The referral.
 */
id: string, 
/**
 * Who was referred; absent once erased by law.
 */
person: string | null, 
/**
 * Whether they were removed from the roster.
 */
removed: boolean, 
/**
 * 姓名.
 */
name: string, 
/**
 * The firm; absent once erased by law.
 */
firm: string | null, 
/**
 * What kind of union.
 */
toKind: PlatformReferralTo, 
/**
 * Which union.
 */
toUnion: string, 
/**
 * 转介日期.
 */
referredOn: string, 
/**
 * 回复日期.
 */
repliedOn: string | null, 
/**
 * What became of it.
 */
outcome: PlatformReferralOutcome | null, 
/**
 * 回复内容.
 */
reply: string | null, 
/**
 * The number of its letter, once issued.
 */
letter: string | null, 
/**
 * The referral itself, while who was referred stands on the roster: nothing is done with another any more.
 */
standing: PlatformReferral | null, };

/**
 * What became of a referral.
 */
export type PlatformReferralOutcome = "accepted" | "declined" | "unwilling";

/**
 * One referral.
 */
export type PlatformReferralRef = { 
/**
 * The referral.
 */
id: string, };

/**
 * The reply to a referral.
 */
export type PlatformReferralReply = { 
/**
 * The referral.
 */
id: string, 
/**
 * 回复日期.
 */
repliedOn: string, 
/**
 * What became of it.
 */
outcome: PlatformReferralOutcome, 
/**
 * 回复内容.
 */
reply?: string, };

/**
 * Which union a worker is referred to (转介).
 */
export type PlatformReferralTo = "employer" | "platform" | "trade" | "township";

/**
 * Where a worker belongs, and why.
 */
export type PlatformRoute = { 
/**
 * Whether it is our own union: nobody is referred then.
 */
ours: boolean, 
/**
 * Which kind of union otherwise; absent where none is known.
 */
to: PlatformReferralTo | null, 
/**
 * Its name.
 */
union: string | null, 
/**
 * Why, in Chinese sentences.
 */
sentence: string, 
/**
 * The rule behind it.
 */
rule: RuleRef | null, 
/**
 * That the members there should have a committee of their own, with its rule.
 */
committee: PlatformCommittee | null, };

/**
 * A rule with what it says, as a verdict shows it.
 */
export type PlatformRule = { 
/**
 * The rule.
 */
rule: RuleRef, 
/**
 * Its one line.
 */
title: string, 
/**
 * Whether it binds, or advises.
 */
mandatory: boolean, 
/**
 * What a reader should know.
 */
note: string | null, };

/**
 * The talks of a year with a platform.
 */
export type PlatformTalk = { 
/**
 * The talks.
 */
id: string, 
/**
 * What their form holds.
 */
record: PlatformTalkInput, 
/**
 * The platform.
 */
firm: string, 
/**
 * The meetings, in order.
 */
meetings: Array<PlatformMeeting>, 
/**
 * The core topics of the guideline.
 */
topics: Array<PlatformTopicAsked>, 
/**
 * The rules that the talks stand on.
 */
rules: Array<PlatformRule>, 
/**
 * What the meetings agreed on, one a line: what the result of the talks begins with.
 */
agreedSoFar: string | null, 
/**
 * When the agreed rules are to be posted, once a day of effect is entered.
 */
posting: PlatformPosting | null, 
/**
 * The caps that these talks set.
 */
caps: Array<PlatformCap>, 
/**
 * What is to be done.
 */
todos: Array<Duty>, };

/**
 * The talks of a year as their form holds them.
 */
export type PlatformTalkInput = { 
/**
 * Absent for new talks.
 */
id?: string, 
/**
 * With which platform.
 */
firm: string, 
/**
 * 年度.
 */
year: number, 
/**
 * 提出协商的日期.
 */
askedOn?: string, 
/**
 * By when the platform is asked to answer.
 */
replyBy?: string, 
/**
 * 答复日期.
 */
repliedOn?: string, 
/**
 * 覆盖劳动者人数.
 */
covers?: number, 
/**
 * 劳动者方代表人数; no text at hand sets it.
 */
workersSeats?: number, 
/**
 * 平台方代表人数; no text at hand sets it.
 */
employersSeats?: number, 
/**
 * 达成一致的日期.
 */
agreedOn?: string, 
/**
 * 协商一致的内容.
 */
agreed?: string, 
/**
 * 施行日期.
 */
effectiveOn?: string, 
/**
 * 公示日期.
 */
postedOn?: string, 
/**
 * 公示的位置.
 */
postedWhere?: string, 
/**
 * 约定的反馈日期.
 */
feedbackBy?: string, 
/**
 * 反馈日期.
 */
feedbackOn?: string, 
/**
 * 反馈的执行情况.
 */
feedback?: string, 
/**
 * Why they are entered late.
 */
lateEntry?: string, };

/**
 * The talks of a year in a list.
 */
export type PlatformTalkLine = { 
/**
 * The talks.
 */
id: string, 
/**
 * 年度.
 */
year: number, 
/**
 * How many meetings.
 */
meetings: number, 
/**
 * The last meeting.
 */
talkedOn: string | null, 
/**
 * 达成一致的日期.
 */
agreedOn: string | null, 
/**
 * 公示日期.
 */
postedOn: string | null, 
/**
 * 反馈日期.
 */
feedbackOn: string | null, };

/**
 * The talks of a year.
 */
export type PlatformTalkRef = { 
/**
 * The talks.
 */
id: string, };

/**
 * A topic of the talks about rules and algorithms; the codes are the keys of the rule that lists them.
 */
export type PlatformTopic = "orders" | "pay" | "hours" | "routes" | "rewards" | "other";

/**
 * A topic that the guideline names.
 */
export type PlatformTopicAsked = { 
/**
 * The topic.
 */
topic: PlatformTopic, 
/**
 * In the guideline's words.
 */
text: string, 
/**
 * Whether it was talked over in these talks.
 */
talked: boolean, };

/**
 * What came of a topic in one meeting.
 */
export type PlatformTopicResult = "agreed" | "disputed" | "deferred";

/**
 * The trade of a platform. The first three are those whose orders are covered by injury protection as a whole.
 */
export type PlatformTrade = "ride" | "delivery" | "freight" | "express" | "domestic" | "truck" | "other";

/**
 * Someone's work at a firm.
 */
export type PlatformWork = { 
/**
 * The work.
 */
id: string, 
/**
 * What its form holds.
 */
record: PlatformWorkInput, 
/**
 * 姓名.
 */
name: string, 
/**
 * The firm.
 */
firm: string, 
/**
 * What they are to our union.
 */
state: MembershipState, 
/**
 * Where they belong.
 */
route: PlatformRoute, 
/**
 * The newest referral.
 */
referral: PlatformReferral | null, };

/**
 * Work of a person at a firm as its form holds it.
 */
export type PlatformWorkInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * Who.
 */
person: string, 
/**
 * Where.
 */
firm: string, 
/**
 * What binds them.
 */
class: PlatformClass, 
/**
 * What the class is read off: the contract, the agreement.
 */
basis?: string, 
/**
 * 站点、车队.
 */
station?: string, 
/**
 * 入会渠道.
 */
channel?: string, 
/**
 * Since when.
 */
since?: string, 
/**
 * Until when; absent while they work there.
 */
until?: string, };

/**
 * A slice of the work of many people.
 */
export type PlatformWorkPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The slice.
 */
rows: Array<PlatformWork>, };

/**
 * Whose work a list shows.
 */
export type PlatformWorkQuery = { 
/**
 * At one firm.
 */
firm?: string, 
/**
 * Of one person.
 */
person?: string, 
/**
 * In one class.
 */
class?: PlatformClass, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 500; 50 when absent.
 */
limit?: number, };

/**
 * Someone's work at a firm.
 */
export type PlatformWorkRef = { 
/**
 * The work.
 */
id: string, };

/**
 * One round of a topic; round 0 is the paper that opened the talks.
 */
export type PositionRound = { 
/**
 * 第几轮.
 */
round: number, 
/**
 * The day.
 */
on: string, 
/**
 * 职工方.
 */
workers: Said, 
/**
 * 企业方.
 */
employer: Said, 
/**
 * What was laid on the table.
 */
evidence: string, 
/**
 * How it stood after the round; none for the paper that opened the talks.
 */
result: TopicResult | null, 
/**
 * The text agreed upon.
 */
agreedText: string | null, };

/**
 * What came of the time in which the names hung.
 */
export type PostingOutcome = "noneRaised" | "settled" | "upheld";

/**
 * What comes before the offer, as the page shows it.
 */
export type Preparation = { 
/**
 * The opinions.
 */
opinions: OpinionSurvey | null, 
/**
 * The record of the opinions, which bears their files: the filled sheets, the notes of a talk.
 */
survey: string | null, 
/**
 * Share of the sheets that came back, in words; none where nothing was handed out.
 */
share: string | null, 
/**
 * What the law of the place asks for before an offer, as one sentence.
 */
asked: string, 
/**
 * The rule behind it, where there is one.
 */
rule: RuleRef | null, 
/**
 * How many collected topics are not in the offer yet.
 */
waiting: number, 
/**
 * The lines of the place; empty where it has none.
 */
lines: Array<PetitionLine>, 
/**
 * What the lines come to, or that the place has none, as one sentence.
 */
lineWords: string, 
/**
 * Those who asked.
 */
petitions: Array<Petition>, 
/**
 * Workers in all, as the ledger knows them; none of a sealed affair.
 */
workers: number | null, };

/**
 * A meeting as it is being typed, to be seen as it will print. Nothing is kept.
 */
export type PreviewMeeting = { 
/**
 * The form.
 */
meeting: MeetingInput, };

/**
 * A payroll to be looked at.
 */
export type PreviewPay = { 
/**
 * The file; absent for a paste.
 */
file?: FileHandle, 
/**
 * What was pasted.
 */
pasted?: string, 
/**
 * What the person has chosen so far.
 */
options?: PayOptions, };

/**
 * A file, or a table from the clipboard, to read as a roster.
 */
export type PreviewRoster = { 
/**
 * The file; absent for a paste.
 */
file?: FileHandle, 
/**
 * What was pasted: cells divided by tabs, or the table of a web page as a sheet program lays it on the clipboard.
 */
pasted?: string, 
/**
 * What the person has chosen so far.
 */
options?: RosterOptions, };

/**
 * Labels or cards to be printed.
 */
export type PrintCells = { 
/**
 * Which people, in which order. Its slice is not heeded.
 */
query: MemberQuery, 
/**
 * Some of them; all when absent. An empty choice is refused.
 */
only?: Array<string>, 
/**
 * The sheet.
 */
sheet: string, 
/**
 * The first cell to print, from 1: of a sheet used before the rest. 1 when absent.
 */
first?: number, 
/**
 * How far the print is moved to the right, millimetres.
 */
right?: number, 
/**
 * How far the print is moved down, millimetres.
 */
down?: number, 
/**
 * Shows the border of every cell, for the eye alone; none is printed when absent.
 */
borders?: boolean, };

/**
 * A list to be printed.
 */
export type PrintMembers = { 
/**
 * Which people, in which order. Its slice is not heeded.
 */
query: MemberQuery, 
/**
 * Some of them; all when absent.
 */
only?: Array<string>, 
/**
 * The columns, in their order.
 */
columns: Array<MemberColumn>, 
/**
 * What stands above it; 会员花名册 when absent.
 */
title?: string, 
/**
 * For the notice board: identity is masked whatever is revealed, and what people are flagged as stays away.
 */
posted: boolean, };

/**
 * A paper to be saved as a file.
 */
export type PrintPaper = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The record it is made from.
 */
of: string, 
/**
 * The issue whose kept bytes are wanted; absent: as it would be made now.
 */
issued?: string, 
/**
 * Where to.
 */
to: FileHandle, 
/**
 * Whether its Word copy is to stand beside it.
 */
word?: boolean, };

/**
 * A paper that was saved.
 */
export type Printed = { 
/**
 * Where it stands.
 */
path: string, 
/**
 * Pages.
 */
pages: number, 
/**
 * SHA-256 of the file, hex.
 */
sha256: string, 
/**
 * Where its Word copy stands, if one was asked for.
 */
word: string | null, };

/**
 * What the chain says of a step that stands on a paper.
 */
export type Proof = { "kind": "holds", 
/**
 * time of the step, RFC 3339
 */
at: string, 
/**
 * its label
 */
label: string, } | { "kind": "differs", 
/**
 * the place, counted from 1 without blanks, of the one digit that is another; none where more are
 */
wrong: number | null, 
/**
 * the newest step whose hash begins with these digits
 */
fits: number | null, } | { "kind": "broken", 
/**
 * where, in words
 */
found: string, } | { "kind": "altered", 
/**
 * what, in words
 */
found: string, } | { "kind": "beyond", 
/**
 * the newest step that is there
 */
newest: number, 
/**
 * the newest step whose hash begins with these digits
 */
fits: number | null, };

/**
 * What the law says of the protection, once for all.
 */
export type ProtectionLaw = { 
/**
 * 《…》第…条.
 */
article: string, 
/**
 * What it says.
 */
title: string, 
/**
 * Item by item: what is guaranteed, what is excepted.
 */
items: Array<string>, 
/**
 * The rule.
 */
rule: RuleRef, };

/**
 * A province with its cities (GB/T 2260).
 */
export type Province = { 
/**
 * Two digits.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its cities.
 */
cities: Array<City>, };

/**
 * A publisher as a form sends it.
 */
export type PublisherInput = { 
/**
 * 某某总工会.
 */
name: string, 
/**
 * The minisign public key, with or without its line of comment.
 */
key: string, };

/**
 * A trusted publisher.
 */
export type PublisherLine = { 
/**
 * Which.
 */
id: string, 
/**
 * 某某总工会.
 */
name: string, 
/**
 * The minisign public key.
 */
key: string, };

/**
 * A publisher.
 */
export type PublisherRef = { 
/**
 * Which.
 */
id: string, };

/**
 * One purge.
 */
export type PurgeLine = { 
/**
 * Number of its step.
 */
seq: number, 
/**
 * When, at +08:00.
 */
at: string, 
/**
 * What was erased, and why.
 */
label: string, 
/**
 * What copies still hold of it.
 */
held: Held, };

/**
 * A removed record to be erased for good.
 */
export type PurgeRecord = { 
/**
 * Why; it stays in the journal for ever and names nobody.
 */
reason: string, 
/**
 * What it is.
 */
kind: TrashKind, 
/**
 * The record.
 */
id: string, };

/**
 * A step that was taken back, of which everything it left is to be erased for good.
 */
export type PurgeStep = { 
/**
 * Number of the step that took it back.
 */
seq: number, 
/**
 * Why; it stays in the journal for ever and names nobody.
 */
reason: string, };

/**
 * What a purge did.
 */
export type Purged = { 
/**
 * Number of the final step that erased.
 */
seq: number, 
/**
 * What the ledger's own copies still hold of it.
 */
held: Held, 
/**
 * What to know about copies, here and outside, in a sentence or two.
 */
copies: string, 
/**
 * Where a person's name stays in other affairs, in one sentence.
 */
stays: string | null, 
/**
 * What became of forms that were being filled in, in a sentence or two; none when none was touched and none
 * holds the name.
 */
drafts: string | null, };

/**
 * The purges, newest first, and where their records still stand.
 */
export type Purges = { 
/**
 * The newest purges.
 */
lines: Array<PurgeLine>, 
/**
 * What to know about copies outside, in one sentence.
 */
outside: string, };

/**
 * Kinds of records that bear files.
 */
export type RecordKind = "person" | "negotiation" | "meeting" | "event" | "information" | "paper" | "incoming" | "committee" | "union" | "form" | "report" | "supervision" | "appeal" | "dismissal" | "mediation" | "platformTalk" | "election" | "membersMeeting" | "consent" | "custody" | "letter" | "agreement" | "agreementCheck" | "mandate" | "opinionSurvey" | "representativeElection" | "labourContract" | "certificate" | "training" | "honour" | "healthExam" | "unionTerm" | "feePayment" | "platformWork" | "platformReferral" | "injuryHelp" | "application" | "membershipEvent" | "duesEntry" | "paySheet" | "payReference" | "supervisionEvent" | "supervisionLetter" | "workforce" | "leaveYear" | "leaveSchedule" | "recuperationBatch" | "hazard" | "hazardEvent" | "safetyVisit" | "congressTerm" | "congressDelegate" | "congressMotion" | "congressMeeting" | "reformMeasure" | "hardshipFile" | "memberAid" | "sending" | "platformMeeting" | "platformFirm" | "duesTalk" | "feeDemand" | "mediationEvent" | "electionEvent" | "electionBallot" | "correctionOrder" | "suspension" | "congressSession" | "unionGroup" | "inspector" | "mediator" | "calendarNotice" | "ownRule" | "recuperationPlan" | "dueBasis" | "personTag";

/**
 * A row as it was read.
 */
export type RecordLine = { 
/**
 * Row in the paste, counted from 1.
 */
row: number, 
/**
 * The name as written, or the number where there is no name.
 */
name: string, 
/**
 * Where the person works, to tell people of one name apart.
 */
place: string | null, 
/**
 * The record in one line.
 */
said: string, 
/**
 * How it stands.
 */
state: RecordState, 
/**
 * What is the matter, and what to do.
 */
trouble: string | null, };

/**
 * A record whose life is asked for.
 */
export type RecordRef = { 
/**
 * Its table: `person`, `negotiation`, `meeting` … What belongs to the record is told with it.
 */
table: string, 
/**
 * Its id.
 */
id: string, };

/**
 * The reply as a form sends it.
 */
export type RecordReply = { 
/**
 * The negotiation it answers.
 */
negotiation: string, 
/**
 * The answer that is corrected. Without it, what comes on a later day and says something else, or refuses, is another answer
 * beside the last one; all else corrects that.
 */
id?: string, 
/**
 * What it says.
 */
kind: ReplyKind, 
/**
 * The day it was given.
 */
repliedOn: string, 
/**
 * Who gave it.
 */
repliedBy: string, 
/**
 * Its text.
 */
text: string, 
/**
 * The day agreed for the first meeting.
 */
meetsOn?: string, 
/**
 * The place agreed.
 */
meetsPlace?: string, 
/**
 * Why it is entered afterwards (补录), when it is.
 */
lateEntry?: string, };

/**
 * A pasted sheet of records. What the sheet has no column for, or leaves empty, is what is said here for all of them.
 */
export type RecordSheet = { 
/**
 * What it lists.
 */
kind: FileRecordKind, 
/**
 * The cells as they were pasted, the headings among them.
 */
text: string, 
/**
 * What kind of certificates they are.
 */
certificate?: CertificateKind, 
/**
 * What kind of honours they are.
 */
honour?: HonourKind, 
/**
 * Who gave them.
 */
level?: HonourLevel, };

/**
 * How a row stands.
 */
export type RecordState = "fits" | "held" | "wrong";

/**
 * What was kept of a pasted sheet.
 */
export type RecordsKept = { 
/**
 * Records added.
 */
added: number, 
/**
 * Those that people had already.
 */
held: number, 
/**
 * Rows that were left out.
 */
wrong: number, };

/**
 * What a pasted sheet was read as; nothing is kept.
 */
export type RecordsRead = { 
/**
 * The rows in their order.
 */
lines: Array<RecordLine>, 
/**
 * Rows that can be entered.
 */
fits: number, 
/**
 * Rows that people have already.
 */
held: number, 
/**
 * Rows that cannot be entered as they are.
 */
wrong: number, 
/**
 * Totals and notes that were passed over.
 */
passed: number, 
/**
 * Headings that say nothing of such a record.
 */
unused: Array<string>, };

/**
 * One batch.
 */
export type RecuperationBatch = { 
/**
 * The batch.
 */
line: RecuperationBatchLine, 
/**
 * 年度.
 */
year: number, 
/**
 * Who goes, by name.
 */
people: Array<RecuperationPlace>, 
/**
 * How many more went who were erased by law.
 */
erased: number, 
/**
 * How identity is shown.
 */
identity: Shown, 
/**
 * The number of its public notice, once issued.
 */
notice: string | null, };

/**
 * A batch.
 */
export type RecuperationBatchInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The plan.
 */
plan: string, 
/**
 * 第一批.
 */
name: string, 
/**
 * 基地.
 */
base: string, 
/**
 * Whether it lies out of the province.
 */
outside: boolean, 
/**
 * The day on which they leave.
 */
from: string, 
/**
 * The day on which they are back.
 */
to: string, 
/**
 * 名额.
 */
quota?: number, 
/**
 * 人均费用.
 */
personCost?: number, 
/**
 * How the base was chosen and bought.
 */
bought?: string, 
/**
 * 保险.
 */
insurer?: string, 
/**
 * 公示的第一天.
 */
postedFrom?: string, 
/**
 * 公示的最后一天.
 */
postedUntil?: string, 
/**
 * 决算.
 */
spent?: number, 
/**
 * 决算日期.
 */
settledOn?: string, 
/**
 * 备注.
 */
note?: string, };

/**
 * A batch in the list of a year.
 */
export type RecuperationBatchLine = { 
/**
 * The batch.
 */
id: string, 
/**
 * What its form holds.
 */
record: RecuperationBatchInput, 
/**
 * How many go.
 */
people: number, 
/**
 * Front-line workers among them.
 */
frontLine: number, 
/**
 * What it is to cost: so much a person for those who go.
 */
planned: number | null, 
/**
 * What stands against the policy or good order, a sentence each.
 */
warnings: Array<string>, };

/**
 * A batch.
 */
export type RecuperationBatchRef = { 
/**
 * The batch.
 */
id: string, };

/**
 * Whether recuperation counts as annual leave: local papers differ.
 */
export type RecuperationCounts = "no" | "yes" | "unsettled";

/**
 * Money of a year: planned beside spent.
 */
export type RecuperationMoney = { 
/**
 * All sources.
 */
budget: number, 
/**
 * What the batches are to cost.
 */
planned: number, 
/**
 * What was settled.
 */
spent: number, 
/**
 * What is left of the budget; under nothing where more was spent.
 */
left: number, };

/**
 * Someone who goes.
 */
export type RecuperationPlace = { 
/**
 * The place.
 */
id: string, 
/**
 * What its form holds; what they eat and who is called stand in it once identity is revealed.
 */
record: RecuperationPlaceInput, 
/**
 * 姓名.
 */
name: string, 
/**
 * 性别.
 */
sex: RosterSex, 
/**
 * 车间.
 */
shop: string | null, 
/**
 * When they went last, before this batch: 2023年第一批.
 */
last: string | null, 
/**
 * What stands against it, a sentence each.
 */
warnings: Array<string>, };

/**
 * Someone's place in a batch.
 */
export type RecuperationPlaceInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The batch.
 */
batch: string, 
/**
 * Who.
 */
person: string, 
/**
 * 一线职工.
 */
frontLine: boolean, 
/**
 * Why they go first.
 */
reasons: Array<RecuperationReason>, 
/**
 * 房型.
 */
room?: string, 
/**
 * 用餐要求. Absent leaves what is kept as it is.
 */
meals?: string, 
/**
 * 紧急联系人和电话. Absent leaves what is kept as it is.
 */
emergency?: string, 
/**
 * 备注.
 */
note?: string, };

/**
 * Someone's place.
 */
export type RecuperationPlaceRef = { 
/**
 * The place.
 */
id: string, };

/**
 * The plan as it stands.
 */
export type RecuperationPlan = { 
/**
 * The plan.
 */
id: string, 
/**
 * What its form holds.
 */
record: RecuperationPlanInput, };

/**
 * The plan of a year.
 */
export type RecuperationPlanInput = { 
/**
 * 年度.
 */
year: number, 
/**
 * 依据的文件: which policy holds here.
 */
policy: string, 
/**
 * The most days inside the province.
 */
daysInside?: number, 
/**
 * The most days outside of it.
 */
daysOutside?: number, 
/**
 * The most money a person and day.
 */
dayCap?: number, 
/**
 * The most money a person and year.
 */
yearCap?: number, 
/**
 * The least share of front-line workers, in percent.
 */
frontShare?: number, 
/**
 * After how many years someone may go again.
 */
gapYears?: number, 
/**
 * Whether that holds for trips out of the province alone.
 */
gapOutOnly: boolean, 
/**
 * Whether it counts as annual leave.
 */
countsLeave: RecuperationCounts, 
/**
 * 行政福利费.
 */
welfareBudget?: number, 
/**
 * 工会经费.
 */
unionBudget?: number, 
/**
 * 自费.
 */
ownBudget?: number, 
/**
 * 职代会或者委员会通过的日期.
 */
decidedOn?: string, 
/**
 * Which meeting.
 */
decidedBy?: string, 
/**
 * 备注.
 */
note?: string, };

/**
 * Why someone goes first.
 */
export type RecuperationReason = "hazard" | "honour" | "injury" | "retiring" | "skilled" | "hardship";

/**
 * A year's recuperation.
 */
export type RecuperationYear = { 
/**
 * 年度.
 */
year: number, 
/**
 * The years to choose from, the newest first.
 */
years: Array<number>, 
/**
 * The plan; none until it is begun.
 */
plan: RecuperationPlan | null, 
/**
 * The plan of the year before, whose policy a new one may take over.
 */
before: RecuperationPlanInput | null, 
/**
 * The batches, by day.
 */
batches: Array<RecuperationBatchLine>, 
/**
 * How many go in all.
 */
people: number, 
/**
 * Front-line workers among them.
 */
frontLine: number, 
/**
 * The money.
 */
money: RecuperationMoney, 
/**
 * What stands against the policy, a sentence each.
 */
warnings: Array<string>, 
/**
 * What the law says of it.
 */
rules: Array<LeaveRule>, 
/**
 * What is to be done.
 */
todos: Array<Duty>, };

/**
 * One article, and what is done for it in a year.
 */
export type ReformArticle = { 
/**
 * The year.
 */
year: number, 
/**
 * The article.
 */
line: ReformArticleLine, 
/**
 * Its measures of the year, the oldest first.
 */
measures: Array<ReformLine>, 
/**
 * What the ledger itself counts for it in the year.
 */
figures: Array<ReformFigures>, };

/**
 * What the union writes of an article.
 */
export type ReformArticleInput = { 
/**
 * 第几条.
 */
article: number, 
/**
 * The year that the note is of.
 */
year: number, 
/**
 * 原文.
 */
words?: string, 
/**
 * 牵头的人.
 */
handler?: string, 
/**
 * 当年的情况.
 */
note?: string, };

/**
 * An article as the page of all shows it.
 */
export type ReformArticleLine = { 
/**
 * 第几条.
 */
article: number, 
/**
 * （十八）.
 */
number: string, 
/**
 * Its head; empty where its text is not at hand.
 */
title: string, 
/**
 * What it asks; empty where its text is not at hand.
 */
asks: string, 
/**
 * Its text, pasted by the union.
 */
words: string | null, 
/**
 * Whoever leads it.
 */
handler: string | null, 
/**
 * How it stands in the year, in the union's words.
 */
note: string | null, 
/**
 * Measures of the year.
 */
measures: number, 
/**
 * Of them those that run.
 */
open: number, 
/**
 * Of these those that are late.
 */
late: number, 
/**
 * Of all those that are done.
 */
done: number, };

/**
 * One article in a year.
 */
export type ReformArticleRef = { 
/**
 * 第几条.
 */
article: number, 
/**
 * The year.
 */
year: number, };

/**
 * What came of a measure. Without an outcome it runs again.
 */
export type ReformEnding = { 
/**
 * The measure.
 */
id: string, 
/**
 * 完成还是不再办.
 */
outcome?: ReformOutcome, 
/**
 * 哪天.
 */
endedOn?: string, 
/**
 * 做到了什么; of one that is given up, why.
 */
result?: string, };

/**
 * A figure that the ledger has.
 */
export type ReformFigure = { 
/**
 * 参加培训.
 */
name: string, 
/**
 * 人, 件, 次; empty for a share.
 */
unit: string, 
/**
 * As it is written: `1,204`, `12.5%`, or `—`.
 */
value: string, 
/**
 * Why there is no value; present exactly where it is `—`.
 */
why: string | null, };

/**
 * Figures that belong together.
 */
export type ReformFigures = { 
/**
 * 职工培训.
 */
title: string, 
/**
 * How they are counted.
 */
counted: string, 
/**
 * The figures.
 */
figures: Array<ReformFigure>, };

/**
 * A line of the list of measures.
 */
export type ReformLine = { 
/**
 * The measure.
 */
id: string, 
/**
 * 产〔2026〕1号.
 */
number: string, 
/**
 * 第几条.
 */
article: number, 
/**
 * （十八）开展劳动和技能竞赛.
 */
articleWords: string, 
/**
 * 做什么.
 */
measure: string, 
/**
 * 做到什么程度.
 */
target: string | null, 
/**
 * 谁办.
 */
side: ReformSide, 
/**
 * 责任部门.
 */
unit: string | null, 
/**
 * 责任人.
 */
handler: string | null, 
/**
 * 哪天以前完成.
 */
dueOn: string | null, 
/**
 * How far it has come.
 */
state: ReformState, 
/**
 * How near its day is; absent once it ended or where no day was set.
 */
band: Band | null, 
/**
 * 哪天办完.
 */
endedOn: string | null, 
/**
 * 做到了什么.
 */
result: string | null, 
/**
 * How many files prove it.
 */
files: number, };

/**
 * A measure as kept.
 */
export type ReformMeasure = { 
/**
 * The measure.
 */
id: string, 
/**
 * 产〔2026〕1号.
 */
number: string, 
/**
 * （十八）开展劳动和技能竞赛.
 */
article: string, 
/**
 * As the form holds it.
 */
record: ReformMeasureInput, 
/**
 * What came of it.
 */
ending: ReformEnding, 
/**
 * How far it has come.
 */
state: ReformState, };

/**
 * A measure as its form sends it. Its number is given by the program, of the year it is planned for.
 */
export type ReformMeasureInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * 哪一年的工作; fixed once it has its number.
 */
year: number, 
/**
 * 第几条, 1 to 27.
 */
article: number, 
/**
 * 做什么.
 */
measure: string, 
/**
 * 做到什么程度.
 */
target?: string, 
/**
 * 谁办.
 */
side: ReformSide, 
/**
 * 责任部门.
 */
unit?: string, 
/**
 * 责任人.
 */
handler?: string, 
/**
 * 哪天以前完成.
 */
dueOn?: string, 
/**
 * 补录的理由.
 */
lateEntry?: string, };

/**
 * One measure.
 */
export type ReformMeasureRef = { 
/**
 * The measure.
 */
id: string, };

/**
 * How a measure ended.
 */
export type ReformOutcome = "done" | "stopped";

/**
 * The articles, and what is done for each in a year.
 */
export type ReformOverview = { 
/**
 * The year.
 */
year: number, 
/**
 * The years of the ledger and this one, the newest first.
 */
years: Array<number>, 
/**
 * The 27 articles.
 */
articles: Array<ReformArticleLine>, 
/**
 * How many of them have a measure in the year.
 */
covered: number, };

/**
 * A slice of the list of measures.
 */
export type ReformPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The slice.
 */
rows: Array<ReformLine>, 
/**
 * How many stand in the ledger at all.
 */
kept: number, 
/**
 * How many run.
 */
open: number, 
/**
 * How many of them are late.
 */
late: number, 
/**
 * The years of the ledger, the newest first.
 */
years: Array<number>, };

/**
 * What is asked of the list of measures. The newest number stands first.
 */
export type ReformQuery = { 
/**
 * The year of the work.
 */
year?: number, 
/**
 * 第几条.
 */
article?: number, 
/**
 * Which of them.
 */
which?: ReformWhich, 
/**
 * Words, pinyin or a number.
 */
text?: string, 
/**
 * The oldest first.
 */
ascending?: boolean, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 500; 50 when absent.
 */
limit?: number, };

/**
 * Who does it.
 */
export type ReformSide = "union" | "employer" | "both" | "upper";

/**
 * How far a measure has come.
 */
export type ReformState = "open" | "late" | "done" | "stopped";

/**
 * Which measures.
 */
export type ReformWhich = "all" | "open" | "late" | "done" | "stopped";

/**
 * A year of the ledger.
 */
export type ReformYearQuery = { 
/**
 * The year; this one when absent.
 */
year?: number, };

/**
 * Talks that the other side keeps from beginning, and what is done about it.
 */
export type Refusal = { 
/**
 * Refused in words; else the reply lapsed.
 */
refused: boolean, 
/**
 * The day of the refusal, or the first day after the reply was due.
 */
since: string, 
/**
 * The rungs in order.
 */
rungs: Array<RefusalRung>, 
/**
 * What is to be done now, the first the one filled button; as 今日 says it.
 */
todos: Array<Duty>, 
/**
 * The case of the letter of reminder, where it was written here.
 */
case: RefusalCase | null, 
/**
 * The order, asked for or made.
 */
order: CorrectionOrder | null, };

/**
 * The supervision case in which the letter of reminder stands.
 */
export type RefusalCase = { 
/**
 * The case.
 */
id: string, 
/**
 * 监〔2026〕1号.
 */
number: string, };

/**
 * One rung.
 */
export type RefusalRung = { 
/**
 * Which.
 */
kind: RefusalRungKind, 
/**
 * How it stands.
 */
state: RefusalRungState, 
/**
 * The day it was done.
 */
on: string | null, 
/**
 * The last day for what it asks of the other side or of an authority.
 */
until: string | null, 
/**
 * The article behind it, quoted with what it says; empty where the place has none.
 */
ground: string, };

/**
 * A rung of what is done about a refusal, in its order.
 */
export type RefusalRungKind = "demand" | "warning" | "report" | "order" | "coordination";

/**
 * How a rung stands.
 */
export type RefusalRungState = "done" | "waiting" | "now" | "passed" | "next";

/**
 * That an application is refused.
 */
export type RefuseApplication = { 
/**
 * Which.
 */
id: string, 
/**
 * When.
 */
on: string, 
/**
 * Why.
 */
reason: string, };

/**
 * Something that happened, to remove.
 */
export type RemoveEvent = { 
/**
 * Its id.
 */
id: string, };

/**
 * A meeting to remove.
 */
export type RemoveMeeting = { 
/**
 * Its id.
 */
id: string, };

/**
 * A person who leaves the desk.
 */
export type RemovePerson = { 
/**
 * Who.
 */
id: string, 
/**
 * What becomes of the forms that they were still filling in; asked for where there are some.
 */
drafts?: LeftBehind, };

/**
 * Another name for a file.
 */
export type RenameFile = { 
/**
 * The id.
 */
id: string, 
/**
 * The name; the end stays when none is typed.
 */
name: string, };

/**
 * The ledger has a new key and a new recovery sheet.
 */
export type RenewedKey = { 
/**
 * Names of people who need a new passphrase from the chair.
 */
dropped: Array<string>, };

/**
 * An answer to the offer as it stands.
 */
export type Reply = { 
/**
 * The record, for its paper.
 */
id: string, 
/**
 * What it says.
 */
kind: ReplyKind, 
/**
 * Given on.
 */
repliedOn: string, 
/**
 * By.
 */
repliedBy: string, 
/**
 * Text.
 */
text: string, 
/**
 * Meets on.
 */
meetsOn: string | null, 
/**
 * Meets at.
 */
meetsPlace: string | null, 
/**
 * Days after the deadline, where it is the first answer and was late.
 */
daysLate: number | null, 
/**
 * Entered afterwards, why.
 */
lateEntry: string | null, };

/**
 * What the other side answered: 同意协商 / 部分同意 / 拒绝协商.
 */
export type ReplyKind = "agreed" | "partly" | "refused";

/**
 * A photo as it is chosen.
 */
export type ReportPhotoInput = { 
/**
 * The picture, a file of the report.
 */
file: string, 
/**
 * 说明: what it shows.
 */
caption: string, };

/**
 * One calendar year.
 */
export type ReportYear = { 
/**
 * The year; this year or an earlier one.
 */
year: number, };

/**
 * A representative as a page shows it.
 */
export type Representative = { 
/**
 * The id.
 */
id: string, 
/**
 * The side.
 */
side: Side, 
/**
 * All that was entered.
 */
record: RepresentativeInput, 
/**
 * Whose seat this one fills.
 */
replaces?: string, 
/**
 * The day on which the seat fell vacant.
 */
until?: string, 
/**
 * Why it did.
 */
leftWhy?: string, };

/**
 * A meeting that chose representatives of the workers' side, and how the result is posted; as its form sends it and the
 * page shows it.
 */
export type RepresentativeElection = { 
/**
 * Present when it stands already.
 */
id?: string, 
/**
 * The negotiation.
 */
negotiation: string, 
/**
 * 会议名称.
 */
meeting: string, 
/**
 * The day.
 */
heldOn: string, 
/**
 * `HH:MM`.
 */
begins?: string, 
/**
 * 地点.
 */
place?: string, 
/**
 * 主持人.
 */
chair?: string, 
/**
 * Their post.
 */
chairPost?: string, 
/**
 * 记录人.
 */
recorder?: string, 
/**
 * Their post.
 */
recorderPost?: string, 
/**
 * 应到.
 */
due: number, 
/**
 * 实到.
 */
present: number, 
/**
 * How it was voted.
 */
way: CongressBallot, 
/**
 * Who proposed the candidates, and how.
 */
proposedBy?: string, 
/**
 * 发出选票.
 */
given?: number, 
/**
 * 收回选票.
 */
returned?: number, 
/**
 * 有效票.
 */
valid?: number, 
/**
 * Who stood.
 */
candidates: Array<SeatCandidate>, 
/**
 * 计票人.
 */
tellers: Array<string>, 
/**
 * 监票人.
 */
scrutineers: Array<string>, 
/**
 * 备注.
 */
remarks?: string, 
/**
 * 公示起.
 */
postFrom?: string, 
/**
 * 公示止.
 */
postTo?: string, 
/**
 * Where it hangs.
 */
postPlaces?: string, 
/**
 * Who hears objections.
 */
objectionsWho?: string, 
/**
 * In which office.
 */
objectionsOffice?: string, 
/**
 * By which office telephone.
 */
objectionsPhone?: string, 
/**
 * What came of the posting.
 */
objections?: PostingOutcome, 
/**
 * What was objected; by whom only where they want it said.
 */
objectionsSaid?: string, 
/**
 * How it was looked into and settled.
 */
objectionsSettled?: string, 
/**
 * Why it is entered afterwards (补录), when it is.
 */
lateEntry?: string, };

/**
 * A meeting that chose representatives.
 */
export type RepresentativeElectionRef = { 
/**
 * Its id.
 */
id: string, };

/**
 * One representative as a form sends it.
 */
export type RepresentativeInput = { 
/**
 * Present when the representative stands already.
 */
id?: string, 
/**
 * The person on the roster, when there is one; the name is then taken from the roster.
 */
person?: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * 性别.
 */
sex: RosterSex, 
/**
 * 职务或岗位.
 */
post: string, 
/**
 * 首席代表.
 */
chief: boolean, 
/**
 * An expert from outside the firm.
 */
outside: boolean, 
/**
 * A front-line worker.
 */
frontLine: boolean, 
/**
 * Heads the firm's personnel work.
 */
personnelManager: boolean, 
/**
 * How chosen: 选举、民主推荐、法定代表人委派 …
 */
chosenHow: string, 
/**
 * When chosen.
 */
chosenOn?: string, };

/**
 * A copy to be put in the place of the open ledger.
 */
export type RestoreCopy = { 
/**
 * The copy's folder; or a stick or a folder of copies, of which the newest whole one is meant.
 */
copy: FileHandle, 
/**
 * Whether it was shown that the structure of the copy was altered, and said to restore it nevertheless.
 */
altered?: boolean, };

/**
 * A ledger that was put back.
 */
export type RestoredLedger = { 
/**
 * The ledger as it is open now.
 */
status: Status, 
/**
 * The ledger as it was: restoring this takes the restore back.
 */
kept: FileHandle, 
/**
 * Its folder.
 */
dir: string, };

/**
 * That the talks went on, or that it was entered by mistake.
 */
export type ResumeTalks = { 
/**
 * Which suspension.
 */
suspension: string, 
/**
 * The day; absent takes it back.
 */
resumedOn?: string, 
/**
 * 说明.
 */
note?: string, };

/**
 * How long the removed records of a kind are kept.
 */
export type Retention = { 
/**
 * Which records.
 */
kind: TrashKind, 
/**
 * Which, in words.
 */
kindLabel: string, 
/**
 * Months after the removal, of a paper after its issue: what is set, and never less than the law's.
 */
months: number, 
/**
 * What a text of law says; none where the law gives no time.
 */
law: RetentionLaw | null, };

/**
 * A time that a text of law gives.
 */
export type RetentionLaw = { 
/**
 * 中华人民共和国劳动合同法第五十条.
 */
rule: string, 
/**
 * Months.
 */
months: number, 
/**
 * Whether nothing shorter may be set; else it is a standard of others, told for comparison.
 */
binding: boolean, 
/**
 * How sure the pack is of it.
 */
confidence: Confidence, 
/**
 * What to know of it.
 */
note: string | null, };

/**
 * Why guarded data is looked at.
 */
export type Reveal = { 
/**
 * The purpose, in the person's own words; at least four characters.
 */
purpose: string, };

/**
 * An entry answered by its opposite, whole or for some of its members.
 */
export type ReverseDues = { 
/**
 * Which entry.
 */
entry: string, 
/**
 * For whom; all where empty.
 */
people?: Array<string>, 
/**
 * The day.
 */
on: string, 
/**
 * Why.
 */
reason: string, };

/**
 * A paragraph as it was reworded.
 */
export type Reworded = { 
/**
 * The text in place of the facts' own.
 */
text: string, 
/**
 * What the facts gave when it was changed.
 */
replaced: string, 
/**
 * Whether the facts give another text now.
 */
moved: boolean, };

/**
 * Something that is to be done in a record.
 */
export type RightsTodo = { 
/**
 * Whose move it is.
 */
whose: Whose, 
/**
 * What is to be done, as one phrase.
 */
title: string, 
/**
 * Why, as one sentence.
 */
origin: string, 
/**
 * The last day; absent where neither law nor a promise sets one.
 */
due: string | null, 
/**
 * The clock behind it, where a law sets the day.
 */
deadline: Deadline | null, 
/**
 * The rule behind it, where a law asks for it and sets no day.
 */
rule: RuleRef | null, 
/**
 * What the button says.
 */
button: string, 
/**
 * What the button opens.
 */
place: Place, };

/**
 * 主席 / 工会干部 / 经审人员.
 */
export type Role = "chair" | "officer" | "auditor";

/**
 * The face a role is printed with.
 */
export type RoleFace = { 
/**
 * The role.
 */
role: FaceRole, 
/**
 * The face's family.
 */
family: string, 
/**
 * Why it is this one.
 */
why: FaceWhy, 
/**
 * Whether a face was chosen, even if it cannot be used now.
 */
chosen: boolean, 
/**
 * Why the chosen one is not used, in Chinese.
 */
refused: string | null, };

/**
 * Someone on the ledger's roster, or the file's, by name and place.
 */
export type RosterAbsent = { 
/**
 * The person.
 */
id: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * 车间、部门.
 */
shop: string | null, 
/**
 * 用工形式.
 */
form: RosterEmploymentForm, };

/**
 * All asks of one kind, to be decided in one act.
 */
export type RosterAskKind = { 
/**
 * The kind.
 */
kind: RosterProblemKind, 
/**
 * How many cells.
 */
count: number, 
/**
 * The question in one sentence.
 */
question: string, 
/**
 * What [`Decision::TakeProposal`] does, in one sentence.
 */
proposal: string, 
/**
 * Whether [`Decision::KeepWritten`] makes sense.
 */
canKeep: boolean, };

/**
 * One remark on one cell.
 */
export type RosterCellProblem = { 
/**
 * Row in the file, counted from 1.
 */
row: number, 
/**
 * Column in the file, counted from 1; 0 for the row as a whole.
 */
column: number, 
/**
 * The field the column holds.
 */
field: Field | null, 
/**
 * How much it weighs.
 */
severity: RosterSeverity, 
/**
 * The stable code.
 */
kind: RosterProblemKind, 
/**
 * 「第7行「证件号码」：…」 — cause and what to do; never with the ID number or name in it.
 */
message: string, 
/**
 * The cell as it stands in the file.
 */
was: string, 
/**
 * For a note: what is stored. For an ask: what is stored when the proposal is taken
 * (nothing: the field stays empty).
 */
proposal: string | null, };

/**
 * 会籍变化类型.
 */
export type RosterChangeKind = "joined" | "transferredIn" | "retained" | "transferredOut" | "expelled" | "withdrawn";

/**
 * 会籍变化原因.
 */
export type RosterChangeReason = "employment" | "laidOff" | "unemployed" | "bankrupt" | "ownWish" | "crime";

/**
 * How many rows of each sort.
 */
export type RosterCounts = { 
/**
 * People's rows.
 */
total: number, 
/**
 * Can be imported.
 */
ready: number, 
/**
 * Of these, people whom the ledger holds and of whom something is changed.
 */
changed: number, 
/**
 * Wait for a decision.
 */
ask: number, 
/**
 * Cannot be imported.
 */
stop: number, 
/**
 * Left out by decision.
 */
skipped: number, 
/**
 * Notes on single cells.
 */
notes: number, 
/**
 * Blank rows between the header and the last row.
 */
blankRows: number, 
/**
 * 合计, 小计 rows.
 */
totalRows: number, 
/**
 * 填表说明, signature and sample rows.
 */
noteRows: number, 
/**
 * Header rows that come again.
 */
repeatedHeads: number, };

/**
 * A day, and how much of it the source told.
 */
export type RosterDate = { 
/**
 * The day; the first of the month or year when less is known.
 */
date: string, 
/**
 * How much is known.
 */
precision: RosterPrecision, };

/**
 * What to do about all asks of one kind.
 */
export type RosterDecision = "takeProposal" | "keepWritten" | "leaveEmpty" | "skipRow";

/**
 * 用工形式.
 */
export type RosterEmploymentForm = "contract" | "dispatched" | "partTime" | "outsourced" | "intern" | "rehired" | "other";

/**
 * A field that a column can hold, by name.
 */
export type RosterFieldName = { 
/**
 * The field.
 */
field: Field, 
/**
 * Its heading in the provincial template.
 */
name: string, };

/**
 * Where the header of a page stands.
 */
export type RosterHeader = { 
/**
 * First row of the header, counted from 1.
 */
row: number, 
/**
 * Last row of the header: the same, or the next one when it is split in two.
 */
lastRow: number, 
/**
 * Known columns in the order of the file.
 */
columns: Array<ColumnFound>, 
/**
 * Unknown columns in the order of the file.
 */
unknown: Array<UnknownColumn>, };

/**
 * 有效证件类别. The data standard codes the first three; the others are in use.
 */
export type RosterIdKind = "residentId" | "passport" | "military" | "hkMoPass" | "taiwanPass" | "hkMoTwResidence" | "foreignPermanent" | "other";

/**
 * What became of someone whom a newer file no longer lists, as the person at the desk has decided. Nobody is deleted.
 */
export type RosterLeaver = { 
/**
 * The person.
 */
person: string, 
/**
 * 保留会籍 or 会籍转出.
 */
kind: MembershipKind, 
/**
 * When, as exactly as it is known.
 */
on?: string, };

/**
 * What the person at the desk has chosen.
 */
export type RosterOptions = { 
/**
 * Read only this page.
 */
page?: string, 
/**
 * Column number (from 1) to field, over what the headings say; no field leaves the column out.
 */
columns: Record<number, Field | null>, 
/**
 * What to do about all asks of a kind.
 */
decisions: Partial<Record<RosterProblemKind, RosterDecision>>, 
/**
 * What to do about single cells, over the decisions of their kinds.
 */
single?: Array<RosterSingleDecision>, 
/**
 * The day this union was founded, when known.
 */
foundedOn?: string, };

/**
 * A page that was read as a roster.
 */
export type RosterPage = { 
/**
 * The name on its tab.
 */
name: string, 
/**
 * Its header.
 */
header: RosterHeader, 
/**
 * People's rows on it.
 */
people: number, };

/**
 * How much of a date is known.
 */
export type RosterPrecision = "day" | "month" | "year";

/**
 * A read roster, nothing stored yet.
 */
export type RosterPreview = { 
/**
 * SHA-256 of the file, hexadecimal.
 */
fileSha256: string, 
/**
 * The pages read as rosters; more than one when each workshop has its own.
 */
pages: Array<RosterPage>, 
/**
 * All people's rows in the order of the file.
 */
rows: Array<RosterRow>, 
/**
 * How many rows of each sort.
 */
counts: RosterCounts, 
/**
 * What must be decided, by kind.
 */
asks: Array<RosterAskKind>, 
/**
 * Words read as standard ones.
 */
readings: Array<RosterReading>, 
/**
 * What is worth knowing about the file as a whole, in whole sentences.
 */
remarks: Array<string>, 
/**
 * Members of the ledger whom the file does not list, the first [`ABSENT`] of them: told only of a file that lists at
 * least half of the people of its shops.
 */
absent: Array<RosterAbsent>, 
/**
 * How many there are.
 */
absentTotal: number, 
/**
 * What a column can be said to hold.
 */
fields: Array<RosterFieldName>, 
/**
 * What the file is besides, or instead of, a roster.
 */
other: OtherSheet | null, };

/**
 * What is the matter with a cell. The names are stable codes.
 */
export type RosterProblemKind = "nameMissing" | "nameLost" | "nameImpossible" | "nameTrimmed" | "nameSpaces" | "nameDot" | "nameTwoLines" | "nameRemark" | "namePrivate" | "idMissing" | "idAsNumber" | "idCleaned" | "id15Digits" | "idLength" | "idCharacters" | "idRegion" | "idDate" | "idChecksum" | "idKindSet" | "idKindDiffers" | "idShared" | "personTwice" | "personMaybeTwice" | "personKnown" | "numberKnown" | "personMaybeKnown" | "nameChanged" | "sameName" | "sexDiffers" | "sexCode" | "sexFromId" | "birthDiffers" | "birthFromId" | "dateSerial" | "datePrecision" | "dateDot" | "dateShortYear" | "dateOrder" | "dateLunar" | "dateOpen" | "dateZero" | "dateImpossible" | "joinedUnderAge" | "joinedBeforeFounding" | "changeBeforeJoining" | "dateFuture" | "workAfterHire" | "phoneCleaned" | "phoneSeveral" | "phoneImpossible" | "phoneNoArea" | "phoneShared" | "unknownValue" | "twoReadings" | "leaguePastAge" | "migrantHousehold" | "cellFault" | "mergedFilled" | "shopFromPage" | "shopVariant" | "valueChanged" | "membershipDiffers" | "leftListed" | "underAge" | "minor" | "overAge" | "deceased" | "cardShared" | "codeCleaned" | "codeRepair" | "codeOld" | "codeWrong" | "codeExchanged" | "codeSeveral" | "unionCodeOther";

/**
 * A word of the file that stands for a standard one, in so many rows.
 */
export type RosterReading = { 
/**
 * The field.
 */
field: Field, 
/**
 * The word in the file.
 */
was: string, 
/**
 * What is stored.
 */
now: string, 
/**
 * In how many rows.
 */
rows: number, };

/**
 * One person's row.
 */
export type RosterRow = { 
/**
 * Index into [`Preview::pages`].
 */
page: number, 
/**
 * Row in the file, counted from 1.
 */
row: number, 
/**
 * Whether it goes in.
 */
status: RosterRowStatus, 
/**
 * The cells as in the file, from the first column to the last with anything in it.
 */
raw: Array<string>, 
/**
 * What would be stored.
 */
person: PersonDraft, 
/**
 * What was changed, is doubtful or impossible.
 */
problems: Array<RosterCellProblem>, 
/**
 * Whom of the ledger the row is about; none for someone new.
 */
of: string | null, 
/**
 * What of theirs is changed when the row goes in.
 */
changes: Array<Field>, };

/**
 * Whether a row goes in.
 */
export type RosterRowStatus = "ready" | "ask" | "stop" | "skipped";

/**
 * How much a problem weighs.
 */
export type RosterSeverity = "note" | "ask" | "stop";

/**
 * 性别 (GB/T 2261.1). The code 0 (未知) is asked, since other systems write 0 for 女.
 */
export type RosterSex = "male" | "female" | "unspecified";

/**
 * What to do about one cell, over what was decided about all of its kind.
 */
export type RosterSingleDecision = { 
/**
 * Index into the preview's pages.
 */
page: number, 
/**
 * Row in the file, counted from 1.
 */
row: number, 
/**
 * Column in the file, counted from 1; 0 for the row as a whole.
 */
column: number, 
/**
 * The kind of the ask.
 */
kind: RosterProblemKind, 
/**
 * What to do.
 */
decision: RosterDecision, };

/**
 * 技能等级, by the names of the eight grades of 2022; the codes are those of the five-grade scale.
 */
export type RosterSkillGrade = "apprentice" | "junior" | "intermediate" | "senior" | "technician" | "seniorTechnician" | "specialTechnician" | "chiefTechnician" | "noGrade";

/**
 * Rows of the last preview.
 */
export type RosterSlice = { 
/**
 * First row of the slice, from 0.
 */
offset: number, 
/**
 * Rows wanted, at most 500.
 */
limit: number, 
/**
 * Only rows of this status.
 */
status?: RosterRowStatus, };

/**
 * 就业状况.
 */
export type RosterWorkStatus = "onPost" | "waiting" | "unemployed" | "retired" | "veteranRetired" | "resigned" | "earlyRetired" | "sickLeave" | "other";

/**
 * A row of a file that brought or changed a person.
 */
export type RowOrigin = { 
/**
 * 花名册.xlsx, or 粘贴的表格; numbers within it as identity may be seen.
 */
file: string, 
/**
 * Whether it was pasted.
 */
pasted: boolean, 
/**
 * SHA-256 of the file's bytes.
 */
sha256: string, 
/**
 * The page.
 */
page: string, 
/**
 * The row, counted from 1.
 */
row: number, 
/**
 * The day on which it was imported.
 */
on: string, 
/**
 * Its values, in the order of the file.
 */
values: Array<ValueOrigin>, 
/**
 * The headings of cells that were left out.
 */
leftOut: Array<string>, };

/**
 * A rule whose subject is asked for.
 */
export type RuleAsked = { 
/**
 * The rule's id.
 */
id: string, };

/**
 * A rule with everything a reader may ask of it.
 */
export type RuleFull = { 
/**
 * As it stands in the list.
 */
line: RuleLine, 
/**
 * The instrument's number, or the body and date that made it.
 */
number: string, 
/**
 * Who owes or holds it, as 今日 names it.
 */
actor: string, 
/**
 * Whether it binds.
 */
mandatory: boolean, 
/**
 * What follows when it is broken.
 */
consequence: string | null, 
/**
 * What a reader should know.
 */
note: string | null, 
/**
 * Enumerated contents.
 */
items: Array<string>, 
/**
 * First day in force.
 */
effectiveFrom: string, 
/**
 * Last day in force, when it has ended.
 */
effectiveTo: string | null, 
/**
 * Official address of the text.
 */
source: string, 
/**
 * Day on which it was last checked.
 */
verifiedOn: string, 
/**
 * Worked examples, a sentence each.
 */
cases: Array<string>, 
/**
 * The agreed number behind it, to be corrected.
 */
own: OwnRuleInput | null, 
/**
 * The unit of its number as it is written after it; empty where there is none.
 */
unit: string, 
/**
 * Whether another number may be agreed in the place of its own.
 */
takesOwn: boolean, };

/**
 * A rule in the list.
 */
export type RuleLine = { 
/**
 * The rule's id.
 */
id: string, 
/**
 * Name of its theme.
 */
theme: string, 
/**
 * What it says, in one line.
 */
title: string, 
/**
 * Its number in words, where it has one.
 */
quantity: string | null, 
/**
 * Name of the law or regulation.
 */
instrument: string, 
/**
 * 第…条.
 */
article: string, 
/**
 * Its layer.
 */
layer: Layer, 
/**
 * The layer's name: 国家, 江西省, …
 */
layerName: string, 
/**
 * How sure the pack is of it.
 */
confidence: Confidence, 
/**
 * How it stands among those of its subject.
 */
standing: Standing, 
/**
 * Why it is not the one that holds.
 */
why: string | null, 
/**
 * Another binding rule of the same subject says otherwise.
 */
conflict: boolean, 
/**
 * What of it changes this year.
 */
change: string | null, };

/**
 * A rule as it is quoted.
 */
export type RuleRef = { 
/**
 * The rule's id.
 */
id: string, 
/**
 * Name of the instrument.
 */
instrument: string, 
/**
 * Its number.
 */
number: string, 
/**
 * 第…条.
 */
article: string, 
/**
 * Day on which it was last checked.
 */
verifiedOn: string, 
/**
 * Layer.
 */
layer: Layer, 
/**
 * The layer's name (江西省, 国家, …).
 */
layerName: string, 
/**
 * How sure the pack is.
 */
confidence: Confidence, 
/**
 * 江西省企业工资集体协商条例第十九条.
 */
short: string, };

/**
 * All rules of one subject as they stand here, the one that holds first.
 */
export type RuleSubject = { 
/**
 * The rules.
 */
rules: Array<RuleFull>, 
/**
 * For a clock: what it would give if its event were today, the earliest binding day first.
 */
example: Deadline | null, };

/**
 * The rules found, and how many each theme has of what text and change leave.
 */
export type Rules = { 
/**
 * Name of the ledger's place.
 */
place: string, 
/**
 * Whether the place's own rules were checked as a whole.
 */
localChecked: boolean, 
/**
 * The day they are judged by.
 */
day: string, 
/**
 * Version of the packs.
 */
pack: string, 
/**
 * Themes in their order, those without a hit too.
 */
themes: Array<ThemeCount>, 
/**
 * By theme, then subject; within a subject the one that holds first.
 */
lines: Array<RuleLine>, };

/**
 * Which rules are looked for.
 */
export type RulesQuery = { 
/**
 * Words of the title, note, instrument or contents; an article as 第十九条 or 第19条.
 */
text?: string, 
/**
 * Only this theme, by its code.
 */
theme?: string, 
/**
 * Only what came or went this year.
 */
changed?: boolean, };

/**
 * Days in a row that were treated alike, in the order of the count: what the small drawing shows.
 */
export type Run = { 
/**
 * How they were treated.
 */
kind: RunKind, 
/**
 * The first of them met; a clock before an event meets the later day first.
 */
from: string, 
/**
 * The last of them met.
 */
to: string, 
/**
 * How many calendar days.
 */
days: number, 
/**
 * Why they were passed over or moved across.
 */
why: string | null, };

/**
 * What happened to the days of a run.
 */
export type RunKind = "counted" | "skipped" | "moved";

/**
 * How many hazards of a kind, or of a department.
 */
export type SafetyCount = { 
/**
 * Which.
 */
name: string, 
/**
 * All.
 */
all: number, 
/**
 * Major ones.
 */
major: number, 
/**
 * Closed.
 */
closed: number, };

/**
 * A figure: its name and value; `—` with the reason where there is nothing to count from.
 */
export type SafetyFigure = { 
/**
 * What is counted.
 */
name: string, 
/**
 * 12件, 92.3%, or —.
 */
value: string, 
/**
 * Why there is none, or how it was counted.
 */
note: string | null, };

/**
 * The figures of a period.
 */
export type SafetyFigures = { 
/**
 * The period, as it was asked for.
 */
period: string, 
/**
 * 2026年第三季度.
 */
words: string, 
/**
 * The day up to which is counted.
 */
asOf: string, 
/**
 * The figures.
 */
figures: Array<SafetyFigure>, 
/**
 * By kind of hazard, those that occur.
 */
kinds: Array<SafetyCount>, 
/**
 * By department.
 */
units: Array<SafetyCount>, 
/**
 * When the employer sent the statistics of the period to the authority.
 */
filedOn: string | null, 
/**
 * By when it was to, and why; absent while the period runs.
 */
filing: Deadline | null, 
/**
 * What to know of that rule.
 */
filingNote: string | null, 
/**
 * What the union wrote for the report of the year; absent of a quarter.
 */
report: SafetyReportInput | null, 
/**
 * The periods that can be asked for, the newest first.
 */
periods: Array<string>, };

/**
 * That the employer sent the statistics of a period to the authority.
 */
export type SafetyFiling = { 
/**
 * The period.
 */
period: string, 
/**
 * When; absent takes the entry back.
 */
filedOn?: string, };

/**
 * A hazard as kept, seen from one day.
 */
export type SafetyHazard = { 
/**
 * The hazard.
 */
id: string, 
/**
 * 隐〔2026〕1号.
 */
number: string, 
/**
 * As the form holds it.
 */
record: HazardInput, 
/**
 * What the union asks; absent until it was written.
 */
proposal: HazardProposal | null, 
/**
 * The five assurances, as far as they were given.
 */
assurances: HazardAssurances, 
/**
 * What of the five is missing, in words.
 */
lacking: Array<string>, 
/**
 * The rectification proposal as it went out.
 */
proposed: HazardPaper, 
/**
 * The evacuation proposal as it went out.
 */
evacuation: HazardPaper, 
/**
 * The inspection on which it was found.
 */
visit: HazardVisit | null, 
/**
 * How far it has come.
 */
state: HazardState, 
/**
 * The ladder.
 */
rungs: Array<HazardRung>, 
/**
 * The day it is to be rectified by, extensions counted.
 */
dueOn: string | null, 
/**
 * What happened, in order.
 */
events: Array<HazardEvent>, 
/**
 * What can be entered now.
 */
may: Array<HazardEventKind>, 
/**
 * What can be entered with the reason of a late entry alone.
 */
mayLate: Array<HazardEventKind>, 
/**
 * The law behind it.
 */
rules: Array<HazardRule>, 
/**
 * What is to be done, the first the next step.
 */
todos: Array<RightsTodo>, };

/**
 * Which period: a year `2026` or a quarter `2026-Q3`.
 */
export type SafetyPeriodRef = { 
/**
 * The period.
 */
period: string, };

/**
 * What the union writes in the report of a year, beside the figures.
 */
export type SafetyReportInput = { 
/**
 * The year.
 */
year: number, 
/**
 * 安全培训: people and hours, as the employer told them.
 */
training?: string, 
/**
 * 安全投入, as the employer told it.
 */
funds?: string, 
/**
 * 存在的问题, one a line.
 */
problems: string, 
/**
 * 建议, one a line.
 */
plans: string, };

/**
 * A visit as kept.
 */
export type SafetyVisit = { 
/**
 * The visit.
 */
id: string, 
/**
 * 检〔2026〕1号.
 */
number: string, 
/**
 * As the form holds it; its list of new hazards is empty.
 */
record: SafetyVisitInput, 
/**
 * The hazards that were found on it.
 */
found: Array<VisitFound>, };

/**
 * A visit as its form sends it. Its number is given by the program.
 */
export type SafetyVisitInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * 检查日期.
 */
visitedOn: string, 
/**
 * 检查内容: 冬季防火.
 */
topic: string, 
/**
 * 检查的地方.
 */
places: Array<string>, 
/**
 * 检查的人.
 */
people: Array<string>, 
/**
 * 单位陪同的人.
 */
accompanied: Array<string>, 
/**
 * What was looked at, in order.
 */
items: Array<VisitItem>, 
/**
 * 检查的情况.
 */
summary?: string, 
/**
 * 补录的理由.
 */
lateEntry?: string, 
/**
 * Hazards that were found, to be registered now; those registered before stay as they are.
 */
hazards: Array<VisitHazard>, };

/**
 * A line of the register of visits.
 */
export type SafetyVisitLine = { 
/**
 * The visit.
 */
id: string, 
/**
 * 检〔2026〕1号.
 */
number: string, 
/**
 * 检查日期.
 */
visitedOn: string, 
/**
 * 检查内容.
 */
topic: string, 
/**
 * 检查的地方.
 */
places: Array<string>, 
/**
 * 检查的人.
 */
people: Array<string>, 
/**
 * How many hazards were found.
 */
found: number, 
/**
 * How many of them are closed.
 */
closed: number, };

/**
 * A slice of the register of visits.
 */
export type SafetyVisitPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The slice.
 */
rows: Array<SafetyVisitLine>, 
/**
 * How many stand in the register at all.
 */
kept: number, 
/**
 * The years of the register, the newest first.
 */
years: Array<number>, 
/**
 * Items that earlier checklists looked at, for the next one to offer.
 */
items: Array<string>, };

/**
 * What is asked of the register of visits. The newest stands first.
 */
export type SafetyVisitQuery = { 
/**
 * The register's year.
 */
year?: number, 
/**
 * Words, pinyin or a number.
 */
text?: string, 
/**
 * The oldest first.
 */
ascending?: boolean, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 500; 50 when absent.
 */
limit?: number, };

/**
 * One inspection.
 */
export type SafetyVisitRef = { 
/**
 * The visit.
 */
id: string, };

/**
 * What one side said of a topic in a round, held against what it said last.
 */
export type Said = { 
/**
 * Its words; empty where it had not spoken.
 */
text: string, 
/**
 * The round of its last word before; none where this is the first.
 */
since: number | null, 
/**
 * Its last words and these, piece by piece; empty where this is the first.
 */
parts: Array<WordingPart>, 
/**
 * The numbers that moved.
 */
moves: Array<NumberMove>, 
/**
 * It says something else than before.
 */
changed: boolean, };

/**
 * An agreement's head as its form sends it.
 */
export type SaveAgreement = { 
/**
 * Which.
 */
id: string, 
/**
 * Its title as the paper bears it.
 */
title: string, 
/**
 * First day of its term.
 */
termFrom?: string, 
/**
 * Last day of its term (期满日).
 */
termTo?: string, };

/**
 * A check, as its form sends and the page shows it.
 */
export type SaveAgreementCheck = { 
/**
 * None for a new one.
 */
id?: string, 
/**
 * Of which agreement.
 */
agreement: string, 
/**
 * First day of what was checked.
 */
fromOn: string, 
/**
 * Last day of what was checked.
 */
toOn: string, 
/**
 * The day of the check.
 */
checkedOn: string, 
/**
 * 检查方法.
 */
method: string, 
/**
 * 职工意见.
 */
opinions?: string, 
/**
 * 结论.
 */
conclusion: string, 
/**
 * 职工方检查人员.
 */
workers: Array<string>, 
/**
 * 企业方检查人员.
 */
employer: Array<string>, 
/**
 * Why it is entered afterwards.
 */
lateEntry?: string, 
/**
 * At least one.
 */
clauses: Array<AgreementCheckClause>, };

/**
 * A session that voted on agreements of one round of talks, each with a vote of its own.
 */
export type SaveAgreementVote = { 
/**
 * The round of talks.
 */
negotiation: string, 
/**
 * The session.
 */
session: CongressSessionInput, 
/**
 * At least one.
 */
votes: Array<AgreementBallot>, };

/**
 * An amendment as its form sends it.
 */
export type SaveAmendment = { 
/**
 * None for a new one.
 */
id?: string, 
/**
 * The agreement in force.
 */
amends: string, 
/**
 * What is done to it.
 */
act: AmendmentAct, 
/**
 * Who proposed it.
 */
proposedBy: Side, 
/**
 * When.
 */
proposedOn: string, 
/**
 * The key of the ground of the law; none for an ending or a renewal where the law lists none.
 */
ground?: string, 
/**
 * 理由.
 */
reason: string, 
/**
 * From when it holds.
 */
effectiveOn: string, 
/**
 * First day of the new term, of a renewal.
 */
termFrom?: string, 
/**
 * Last day of the new term, of a renewal.
 */
termTo?: string, 
/**
 * What else is agreed.
 */
terms: Array<string>, 
/**
 * The clauses that are changed, of a change.
 */
changes: Array<AmendmentChange>, };

/**
 * A clause as the page sends it.
 */
export type SaveContractClause = { 
/**
 * The agreement.
 */
agreement: string, 
/**
 * Present when the clause stands already.
 */
id?: string, 
/**
 * The item it answers.
 */
item: string, 
/**
 * The group of workers it is for.
 */
group?: string, 
/**
 * Its words.
 */
text: string, 
/**
 * What was typed wrong, where a text is corrected that was typed after the signature and is kept.
 */
correction?: string, };

/**
 * A draft to keep.
 */
export type SaveDraft = { 
/**
 * The form's name.
 */
form: string, 
/**
 * The record that the form is about; absent for a new one.
 */
record?: string, 
/**
 * The form's values as typed.
 */
body: object, };

/**
 * A file to save elsewhere.
 */
export type SaveFile = { 
/**
 * The id.
 */
id: string, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * The whole list of one side's or both sides' items; those left out are removed.
 */
export type SaveInformation = { 
/**
 * The talks.
 */
negotiation: string, 
/**
 * Every item in order.
 */
items: Array<InformationItem>, };

/**
 * The offer (要约书; 江西: 协商意向书) as a form sends it.
 */
export type SaveOffer = { 
/**
 * The negotiation it opens.
 */
negotiation: string, 
/**
 * The side that opens.
 */
by: Side, 
/**
 * To whom it is addressed.
 */
addressee: string, 
/**
 * Why talks are asked for.
 */
reasons: string, 
/**
 * The day it is dated.
 */
issuedOn: string, 
/**
 * The day the other side received it; the reply clock starts here.
 */
receivedOn?: string, 
/**
 * Who signed for it.
 */
receivedBy?: string, 
/**
 * The proposed day of the first meeting.
 */
proposedOn?: string, 
/**
 * The proposed place.
 */
proposedPlace?: string, 
/**
 * Whom to reach about it.
 */
contact: string, 
/**
 * The information asked for before the talks.
 */
information: string, 
/**
 * What is to be talked about, at least one.
 */
topics: Array<TopicInput>, 
/**
 * Why it is entered afterwards (补录), when it is.
 */
lateEntry?: string, };

/**
 * A scenario to be kept.
 */
export type SavePayScenario = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The wage data it was tried on.
 */
sheet: string, 
/**
 * For which year is talked about.
 */
year: number, 
/**
 * Whose it is.
 */
side: PaySide, 
/**
 * 争取方案.
 */
name: string, 
/**
 * The scenario.
 */
scenario: PayScenario, 
/**
 * How many months of the year it holds.
 */
months: number, };

/**
 * The photos of a report, in place of those before.
 */
export type SaveReportPhotos = { 
/**
 * Of which year.
 */
year: number, 
/**
 * In the order of the paper; empty for none.
 */
photos: Array<ReportPhotoInput>, };

/**
 * The representatives of one side or of both. Both can be sent at once, because their numbers must be
 * equal and could not be changed one after the other.
 */
export type SaveRepresentatives = { 
/**
 * The negotiation.
 */
negotiation: string, 
/**
 * Everyone of the workers' side; those left out are removed. Absent: unchanged.
 */
workers?: Array<RepresentativeInput>, 
/**
 * Everyone of the employer's side; those left out are removed. Absent: unchanged.
 */
employer?: Array<RepresentativeInput>, 
/**
 * 更正的理由: whoever stands under another name on their own row was typed wrong and is the same person. Absent: another name is
 * another person.
 */
correction?: string, };

/**
 * Levels and forms of a round of talks as the form sends them; what is left out is removed.
 */
export type SaveSkillPay = { 
/**
 * The talks.
 */
negotiation: string, 
/**
 * The levels in order.
 */
levels: Array<SkillPayLevel>, 
/**
 * The special forms in order.
 */
forms: Array<SkillPayForm>, 
/**
 * 补录的理由: what lay with a signed contract and was not entered.
 */
lateEntry?: string, 
/**
 * 更正的理由: what was typed wrong under a signed contract.
 */
correction?: string, 
/**
 * The signed amendment by which both sides changed the table.
 */
amendment?: string, };

/**
 * A paragraph to be reworded.
 */
export type SaveText = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The record it is made from.
 */
of: string, 
/**
 * The block's id.
 */
block: string, 
/**
 * The text of the facts that the person had before them.
 */
replaced: string, 
/**
 * The text in its place.
 */
text: string, };

/**
 * Where a topic belongs and whether the talks go on without it, as the topic's own form sends it.
 */
export type SaveTopic = { 
/**
 * Which.
 */
topic: string, 
/**
 * The kinds of the agreements that it belongs to, several only where it is meant for several; unchanged when absent.
 */
agreements?: Array<AgreementKind>, 
/**
 * How the talks go on without it; absent where they talk about it.
 */
aside?: TopicAside, 
/**
 * What both sides said of that.
 */
asideWhy?: string, };

/**
 * One of the two workbooks, to be saved.
 */
export type SaveUpload = { 
/**
 * The template.
 */
template: string, 
/**
 * A file that was filled in elsewhere; people of the ledger when absent.
 */
file?: FileHandle, 
/**
 * Which people of the ledger; all when absent.
 */
query?: MemberQuery, 
/**
 * Which of the two.
 */
which: UploadBook, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * The group's opinion on some applications.
 */
export type SayOpinion = { 
/**
 * Of which.
 */
applications: Array<string>, 
/**
 * What it says.
 */
opinion: GroupOpinion, };

/**
 * An affair to be sealed.
 */
export type SealNegotiation = { 
/**
 * Which.
 */
id: string, 
/**
 * Why it is sealed so, where something of it is still open.
 */
reason?: string, };

/**
 * What is looked for.
 */
export type Search = { 
/**
 * Characters, pinyin, initials, the last four of an ID number, a paper's number.
 */
text: string, };

/**
 * Who stood for a seat, with the votes.
 */
export type SeatCandidate = { 
/**
 * The representative, where this one was chosen.
 */
representative?: string, 
/**
 * 姓名.
 */
name: string, 
/**
 * 性别.
 */
sex: RosterSex, 
/**
 * 职务或岗位.
 */
post: string, 
/**
 * 一线职工.
 */
frontLine: boolean, 
/**
 * 赞成.
 */
votesFor: number, 
/**
 * 反对.
 */
votesAgainst: number, 
/**
 * 弃权.
 */
abstained: number, };

/**
 * What the ledger knows and a form need not ask.
 */
export type SeatKnown = { 
/**
 * The union's chair.
 */
chair: string, 
/**
 * Delegates of the congress or workers, as the last session of this ledger counted them.
 */
due: number | null, 
/**
 * The last four characters of the identity number of representatives on the roster.
 */
lastFour: Array<[string, string]>, 
/**
 * Outsiders advise here and do not represent.
 */
outsideAdvise: boolean, 
/**
 * 《…》第…条 by which the workers' side is chosen.
 */
chosenBy: string | null, 
/**
 * The shops that the newest wage table counts as offices, all others as front-line; empty where no table says so.
 */
officeShops: Array<string>, };

/**
 * How the representatives are made known.
 */
export type SeatPosting = { 
/**
 * Who was chosen and not made known yet.
 */
waiting: Array<string>, 
/**
 * By when, where the law of the place sets a day.
 */
deadline: Deadline | null, 
/**
 * What the law of the place asks for, as one sentence; that it asks for nothing is said too.
 */
sentence: string, 
/**
 * The rule behind it.
 */
rule: RuleRef | null, };

/**
 * How the law protects a representative of the workers' side.
 */
export type SeatProtection = { 
/**
 * Who.
 */
representative: string, 
/**
 * The name.
 */
name: string, 
/**
 * When the labour contract ends, where it is recorded and has an end.
 */
contractUntil: string | null, 
/**
 * It ends while the mandate runs: the law extends it.
 */
extended: boolean, 
/**
 * What that means, as one sentence.
 */
sentence: string, };

/**
 * A representative of either side or an adviser, and whether the promise was signed.
 */
export type SecrecyLine = { 
/**
 * The representative; none for an adviser.
 */
representative: string | null, 
/**
 * The mandate of an adviser who stands on no list.
 */
adviser: string | null, 
/**
 * 姓名.
 */
name: string, 
/**
 * The side.
 */
side: Side, 
/**
 * 签署日期.
 */
signedOn: string | null, };

/**
 * A sending as kept.
 */
export type Sending = { 
/**
 * The sending.
 */
id: string, 
/**
 * 受送达单位或个人.
 */
receiver: string, 
/**
 * 送达方式.
 */
manner: SendingManner, 
/**
 * 发出日期.
 */
sentOn: string, 
/**
 * 签收人.
 */
signedBy: string | null, 
/**
 * 签收日期.
 */
signedOn: string | null, 
/**
 * 备注.
 */
note: string | null, };

/**
 * A sending as a form sends it.
 */
export type SendingInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The issue that was sent.
 */
paper: string, 
/**
 * 受送达单位或个人.
 */
receiver: string, 
/**
 * 送达方式.
 */
manner: SendingManner, 
/**
 * 发出日期.
 */
sentOn: string, 
/**
 * 签收人; with the day, or neither.
 */
signedBy?: string, 
/**
 * 签收日期.
 */
signedOn?: string, 
/**
 * 备注: the number of a letter, an address.
 */
note?: string, };

/**
 * How a paper was sent (送达方式).
 */
export type SendingManner = "handed" | "posted" | "electronic";

/**
 * One sending.
 */
export type SendingRef = { 
/**
 * The sending.
 */
id: string, };

/**
 * How long to keep the removed records of a kind.
 */
export type SetRetention = { 
/**
 * Which records.
 */
kind: TrashKind, 
/**
 * Months after the removal, of a paper after its issue, from the law's time (else 0) to 1200.
 */
months: number, };

/**
 * The settings as the window shows and keeps them.
 */
export type Settings = { 
/**
 * Minutes without a touch after which the ledger locks itself, 1 to 120.
 */
idleMinutes: number, 
/**
 * Days after which 今日 reminds of a copy outside the laptop, 1 to 90.
 */
outsideCopyDays: number, 
/**
 * Days before a term or certificate ends from which 今日 reminds of it, 0 to 365; 0 is the day itself.
 */
expiryDays: number, };

/**
 * A kind of sheet other than a roster.
 */
export type SheetKind = "payroll" | "leave" | "exams" | "hazards" | "training" | "courses" | "recuperation" | "orders" | "references";

/**
 * One remark on one cell.
 */
export type SheetProblem = { 
/**
 * Row in the file, counted from 1; 0 for the sheet as a whole.
 */
row: number, 
/**
 * Column in the file, counted from 1; 0 for the row as a whole.
 */
column: number, 
/**
 * How much it weighs.
 */
severity: RosterSeverity, 
/**
 * The stable code.
 */
kind: SheetProblemKind, 
/**
 * 「第7行「应发」：…」 — cause and what to do.
 */
message: string, 
/**
 * The cell as it stands in the file.
 */
was: string, 
/**
 * For a note: how it was read. For an ask: what is proposed.
 */
proposal: string | null, };

/**
 * What is the matter. The names are stable codes.
 */
export type SheetProblemKind = "nobody" | "noGrossColumn" | "hiddenGross" | "secondGross" | "unsureGross" | "fault" | "notMoney" | "notHeads" | "moneyRead" | "zero" | "negative" | "outlier" | "farOff" | "totalDiffers" | "scale" | "scaleOdd" | "unitDiffers" | "pages" | "pagesApart" | "pagesUnread" | "hiddenRows" | "yearly" | "monthUnsure" | "hiddenColumn" | "notDays" | "notHalfDays" | "overdrawn" | "overNewYear" | "daysExchanged" | "notADay" | "dayRead" | "noDay" | "conclusion" | "strictestCycle" | "noCycle" | "several" | "state" | "placeVariant" | "runOut" | "notPaid" | "notOnRoster" | "paidAfterLeaving" | "joinedMidMonth" | "leftMidMonth" | "ambiguous" | "whoDiffers" | "numberZeros" | "twice" | "noGross" | "grossBelow" | "backPay" | "yearEnd" | "secondColumn" | "newColumn";

/**
 * How many people a shop has.
 */
export type ShopCount = { 
/**
 * The shop; empty when none is entered.
 */
shop: string, 
/**
 * Its people.
 */
people: number, };

/**
 * How a kind of guarded data is shown to the person at the desk now.
 */
export type Shown = "never" | "masked" | "full";

/**
 * 职工方 / 企业方.
 */
export type Side = "workers" | "employer";

/**
 * What the person at the desk sees of each kind of guarded data.
 */
export type Sight = { 
/**
 * 证件号码与电话.
 */
identity: Shown, 
/**
 * 个人工资.
 */
wages: Shown, 
/**
 * 健康检查结果.
 */
health: Shown, 
/**
 * 工会的银行账号.
 */
account: Shown, };

/**
 * That a record was signed by its chair and recorder: from then on it stays as it is.
 */
export type SignCommittee = { 
/**
 * Which record.
 */
id: string, 
/**
 * 签字日期.
 */
signedOn: string, };

/**
 * Who signed the promise to keep secrets.
 */
export type SignSecrecy = { 
/**
 * The talks.
 */
negotiation: string, 
/**
 * The representatives who signed.
 */
representatives: Array<string>, 
/**
 * The advisers who signed, by their mandates.
 */
advisers?: Array<string>, 
/**
 * The day; absent takes it back.
 */
signedOn?: string, };

/**
 * Who signed a file.
 */
export type SignedBy = { "kind": "nobody" } | { "kind": "unknown" } | { "kind": "publisher", 
/**
 * As the list of publishers names them.
 */
name: string, };

/**
 * What is to be tried.
 */
export type SimulatePay = { 
/**
 * On which wage data.
 */
sheet: string, 
/**
 * One scenario, or ours and theirs.
 */
scenarios: Array<PayScenario>, 
/**
 * How many months of the year it holds.
 */
months: number, };

/**
 * Levels and forms as their page shows them.
 */
export type SkillPay = { 
/**
 * The talks.
 */
negotiation: string, 
/**
 * Their title.
 */
affair: string, 
/**
 * The wage contract once it is signed: a change of the table then says why.
 */
signed: SkillPaySigned | null, 
/**
 * The levels in order.
 */
levels: Array<SkillPayLevel>, 
/**
 * The special forms in order.
 */
forms: Array<SkillPayForm>, 
/**
 * What does not fit together, a sentence each; it hinders nothing.
 */
advice: Array<string>, 
/**
 * Of fewer people than these a level or a form tells what they are paid.
 */
few: number, 
/**
 * How many work here.
 */
employees: number, 
/**
 * Those of them whose grade is registered.
 */
roster: Array<SkillPayPeople>, };

/**
 * A signed amendment of the wage contract.
 */
export type SkillPayAmendment = { 
/**
 * Which.
 */
id: string, 
/**
 * 2026年度工资专项集体合同变更协议.
 */
title: string, };

/**
 * One special form of pay.
 */
export type SkillPayForm = { 
/**
 * Present when it stands already.
 */
id?: string, 
/**
 * Which form.
 */
kind: SkillPayKind, 
/**
 * For whom: trades and grades, no names.
 */
who: string, 
/**
 * How many have it.
 */
people: number, 
/**
 * What was agreed.
 */
terms: string, 
/**
 * Since when.
 */
since?: string, };

/**
 * How a craftsman is paid otherwise than by the month (《意见》（十四）).
 */
export type SkillPayKind = "yearly" | "agreed" | "equity" | "dividend" | "project" | "other";

/**
 * One level: a trade at a grade.
 */
export type SkillPayLevel = { 
/**
 * Present when it stands already.
 */
id?: string, 
/**
 * 工种.
 */
trade: string, 
/**
 * One of the eight grades.
 */
grade: RosterSkillGrade, 
/**
 * The lowest monthly pay.
 */
from: number, 
/**
 * The highest; the same where the standard is one sum.
 */
to: number, 
/**
 * 技能津贴 a month.
 */
allowance?: number, 
/**
 * How many work at it.
 */
people?: number, 
/**
 * 说明.
 */
note?: string, };

/**
 * How many of the roster have a grade at a post.
 */
export type SkillPayPeople = { 
/**
 * 岗位, as the roster has it; may be empty.
 */
post: string, 
/**
 * One of the eight grades.
 */
grade: RosterSkillGrade, 
/**
 * How many.
 */
people: number, };

/**
 * The signed wage contract whose table it is.
 */
export type SkillPaySigned = { 
/**
 * Its title.
 */
title: string, 
/**
 * The signed amendments by which the table may change.
 */
amendments: Array<SkillPayAmendment>, };

/**
 * A day that a count passed over.
 */
export type Skipped = { 
/**
 * The day.
 */
date: string, 
/**
 * 周末, 国庆节(法定休假日), 国庆节放假调休, …
 */
why: string, };

/**
 * Some applications.
 */
export type SomeApplications = { 
/**
 * Which.
 */
applications: Array<string>, };

/**
 * How a rule stands among those of its subject.
 */
export type Standing = "holds" | "beside" | "beaten" | "conditional" | "coming" | "ended";

/**
 * Begins a draft.
 */
export type StartContract = { 
/**
 * The agreement.
 */
agreement: string, 
/**
 * The version to begin with; without it the clauses of the library that any contract has.
 */
from?: string, };

/**
 * A letter that is about to be written.
 */
export type StartLetter = { 
/**
 * The case.
 */
case: string, 
/**
 * Which letter.
 */
kind: SupervisionLetterKind, };

/**
 * Start of a negotiation: 启动协商.
 */
export type StartNegotiation = { 
/**
 * The year whose wages are talked about.
 */
year: number, 
/**
 * The day it was started; today when absent.
 */
startedOn?: string, 
/**
 * The agreements it is to come to; the wage agreement when absent.
 */
agreements?: Array<AgreementKind>, 
/**
 * The sealed affair that it continues; its agreements that both sides signed and that are not over are carried on.
 */
continues?: string, 
/**
 * Why it is entered afterwards (补录), when it is.
 */
lateEntry?: string, };

/**
 * Members by one thing; the rows add up to all of them.
 */
export type StatTable = { 
/**
 * By what.
 */
by: MemberField, 
/**
 * 按性别.
 */
title: string, 
/**
 * The rows.
 */
rows: Array<MemberGroup>, 
/**
 * Their sum.
 */
total: number, };

/**
 * Everyone on the roster by their state.
 */
export type StateCounts = { 
/**
 * 会员.
 */
member: number, 
/**
 * 保留会籍.
 */
retained: number, 
/**
 * 已离开.
 */
left: number, 
/**
 * 未入会.
 */
notYet: number, };

/**
 * Which statistics, and what the upper union's sheet says beside them.
 */
export type StatisticsInput = { 
/**
 * The year of the flows; the present one when absent.
 */
year?: number, 
/**
 * 截止日期, a day of that year; when absent the last day of the year, or today where the year is not over.
 */
asOf?: string, 
/**
 * 填报人.
 */
filledBy?: string, 
/**
 * 负责人.
 */
responsible?: string, };

/**
 * What is open and what could be.
 */
export type Status = { 
/**
 * Ledgers opened before on this desk.
 */
known: Array<KnownLedger>, 
/**
 * Where new ledgers go.
 */
home: string, 
/**
 * The open one.
 */
open: OpenStatus | null, 
/**
 * What the person should look at again, though it was done.
 */
notice?: string, };

/**
 * One rung of the ladder.
 */
export type Step = { 
/**
 * Which.
 */
kind: StepKind, 
/**
 * Its name in this place (江西: 协商意向书).
 */
name: string, 
/**
 * Finished.
 */
done: boolean, 
/**
 * The one that comes now.
 */
current: boolean, 
/**
 * The affair is over and this was never entered; it can be entered late (补录).
 */
unrecorded: boolean, 
/**
 * Whose move it is, in words.
 */
whose: string, 
/**
 * What is missing, one phrase each; empty when nothing is. What is still owed of a finished step stands here too.
 */
missing: Array<string>, 
/**
 * By which article it is done, in one sentence; empty where no text of the place speaks of it.
 */
origin: string, 
/**
 * The rule behind it.
 */
rule: RuleRef | null, 
/**
 * Its last day, where a clock runs.
 */
due: string | null, };

/**
 * What a step changed.
 */
export type StepDetail = { 
/**
 * The step.
 */
line: HistoryLine, 
/**
 * The first records it touched.
 */
records: Array<TouchedRecord>, 
/**
 * How many there are.
 */
total: number, };

/**
 * The states of the ladder, in the field's words. Those of the vote and the filing follow with the
 * congress.
 */
export type StepKind = "preparation" | "representatives" | "offer" | "reply" | "meetings" | "conclusion";

/**
 * A step.
 */
export type StepRef = { 
/**
 * Its number.
 */
seq: number, };

/**
 * What a figure has to do with the sum of its table: all that add, less all that take, make the total.
 */
export type Sum = "total" | "adds" | "takes" | "beside";

/**
 * What can be done next in a case, as the page words it and opens it.
 */
export type SupervisionAct = "decide" | "tellRefusal" | "inquire" | "signInquiry" | "talk" | "writeReminder" | "issueReminder" | "serveReminder" | "answerReminder" | "writeOpinion" | "issueOpinion" | "serveOpinion" | "answerOpinion" | "writeRequest" | "issueRequest" | "serveRequest" | "recommend" | "file" | "finish" | "settle" | "close" | "tellInformer";

/**
 * A case with everything of it, seen from one day.
 */
export type SupervisionCase = { 
/**
 * The case.
 */
id: string, 
/**
 * 监〔2026〕1号.
 */
number: string, 
/**
 * As the form holds it; without the informer.
 */
record: SupervisionInput, 
/**
 * Whether somebody is named as the informer (实名).
 */
named: boolean, 
/**
 * The informer, only to one who revealed identity with a purpose.
 */
informer: SupervisionInformer | null, 
/**
 * How the informer is shown now.
 */
shown: Shown, 
/**
 * 主管部门 as this case named it last, else as any did: what the next paper of a department begins with.
 */
department: string | null, 
/**
 * How far it has come.
 */
state: SupervisionState, 
/**
 * The ladder.
 */
steps: Array<SupervisionStep>, 
/**
 * What is to be done now, the first the one filled button.
 */
todos: Array<SupervisionNext>, 
/**
 * What happened, in order.
 */
events: Array<SupervisionEvent>, 
/**
 * The letters.
 */
letters: Array<SupervisionLetter>, };

/**
 * Something that happened, as kept.
 */
export type SupervisionEvent = { 
/**
 * The event.
 */
id: string, 
/**
 * As the form holds it.
 */
record: SupervisionEventInput, 
/**
 * The inspectors of an inquiry, 王伟（赣监0001）.
 */
inspectors: Array<string>, 
/**
 * The day an answer was due by.
 */
dueOn: string | null, 
/**
 * Whether the answer came after it.
 */
late: boolean, };

/**
 * Something that happened, as its form sends it. Which fields count depends on the kind.
 */
export type SupervisionEventInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The case.
 */
case: string, 
/**
 * What.
 */
kind: SupervisionEventKind, 
/**
 * When.
 */
happenedOn: string, 
/**
 * 情况: the reason of a refusal, what an inquiry recorded, what an answer says, how a case ended.
 */
text: string, 
/**
 * 调查地点.
 */
place?: string, 
/**
 * 被调查人, with their post.
 */
asked?: string, 
/**
 * 监督员, of an inquiry.
 */
inspectors: Array<string>, 
/**
 * 调查结论.
 */
finding?: SupervisionFinding, 
/**
 * 笔录双方签字日期.
 */
signedOn?: string, 
/**
 * 结果, of talks and answers.
 */
outcome?: SupervisionOutcome, 
/**
 * 文号, of the recommendation and of what the department did.
 */
number?: string, 
/**
 * 主管部门.
 */
department?: string, 
/**
 * 补录的理由: a paper already decided it.
 */
lateEntry?: string, };

/**
 * What happened in a case.
 */
export type SupervisionEventKind = "accepted" | "refused" | "inquired" | "talked" | "reminderAnswered" | "opinionAnswered" | "recommended" | "filed" | "decided" | "closed" | "told";

/**
 * One event of a case.
 */
export type SupervisionEventRef = { 
/**
 * The event.
 */
id: string, };

/**
 * What an inquiry found.
 */
export type SupervisionFinding = "violation" | "none";

/**
 * Whoever reported it (反映人): protected, read with the right to identity alone.
 */
export type SupervisionInformer = { 
/**
 * 姓名; empty for one who gives none (匿名).
 */
name: string, 
/**
 * 联系方式.
 */
contact?: string, };

/**
 * A case as its form sends it. Its number is given by the program.
 */
export type SupervisionInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * 线索来源.
 */
source: SupervisionSource, 
/**
 * 事项类别.
 */
topic: SupervisionTopic, 
/**
 * 接到日期.
 */
receivedOn: string, 
/**
 * 被监督的单位; the union's own employer when absent.
 */
employer?: string, 
/**
 * 反映的问题, in one line.
 */
matter: string, 
/**
 * 具体情况.
 */
details?: string, 
/**
 * Absent leaves what is kept as it is.
 */
informer?: SupervisionInformer, };

/**
 * Someone who holds a 工会劳动法律监督员证.
 */
export type SupervisionInspector = { 
/**
 * The id.
 */
id: string, 
/**
 * The person on the roster, where picked from it.
 */
person: string | null, 
/**
 * 姓名.
 */
name: string, 
/**
 * 证号.
 */
certificate: string, 
/**
 * 有效期至; many certificates name none.
 */
validUntil: string | null, 
/**
 * Whether it has run out on the day asked.
 */
expired: boolean, 
/**
 * Whether the certificate is kept with a seat of the supervision committee, and changed there.
 */
seated: boolean, };

/**
 * A certificate holder as the form sends them.
 */
export type SupervisionInspectorInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The person on the roster.
 */
person?: string, 
/**
 * 姓名; of one picked from the roster, the roster's.
 */
name: string, 
/**
 * 证号.
 */
certificate: string, 
/**
 * 有效期至.
 */
validUntil?: string, };

/**
 * One certificate holder.
 */
export type SupervisionInspectorRef = { 
/**
 * The holder.
 */
id: string, };

/**
 * A letter as kept, with how it went out.
 */
export type SupervisionLetter = { 
/**
 * The letter.
 */
id: string, 
/**
 * As the form holds it.
 */
record: SupervisionLetterInput, 
/**
 * The number it was issued under, or that of the form it was written on.
 */
number: string | null, 
/**
 * The newest issue.
 */
issue: string | null, 
/**
 * When it was received: by the receipt of a sending, or as entered.
 */
receivedOn: string | null, 
/**
 * When an answer is due, once it was received.
 */
answer: Deadline | null, 
/**
 * The same day, also where the letter itself set it.
 */
answerDue: string | null, 
/**
 * The rule that fixes its form (统一格式), where there is one: it is not issued here.
 */
fixedForm: RuleRef | null, };

/**
 * A letter as its form sends it.
 */
export type SupervisionLetterInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The case.
 */
case: string, 
/**
 * Which letter.
 */
kind: SupervisionLetterKind, 
/**
 * 成文日期.
 */
datedOn: string, 
/**
 * 发给谁; the employer of the case when absent, but for a request.
 */
addressee?: string, 
/**
 * 查明的事实.
 */
facts?: string, 
/**
 * 证据, one a line.
 */
evidence?: string, 
/**
 * 依据的条文, one a line.
 */
articles?: string, 
/**
 * 要求, one a line.
 */
request?: string, 
/**
 * 请答复的最后一天, where no rule of the place sets a term.
 */
answerBy?: string, 
/**
 * 联系人和电话.
 */
contact?: string, 
/**
 * 补录的理由: the letter was sent before it was entered.
 */
lateEntry?: string, };

/**
 * The letters of supervision (一函两书), and the request that a grassroots union sends in the place of the last.
 */
export type SupervisionLetterKind = "reminder" | "opinion" | "request" | "recommendation";

/**
 * One letter of a case.
 */
export type SupervisionLetterRef = { 
/**
 * The letter.
 */
id: string, };

/**
 * What a new letter begins with, and what the place's law says of it.
 */
export type SupervisionLetterStart = { 
/**
 * The letter, filled with what the ledger knows.
 */
letter: SupervisionLetterInput, 
/**
 * What the law of the place says of the answer's term, a sentence a rule; the first one holds.
 */
limits: Array<string>, 
/**
 * What is to be known of a term that no rule of the place sets: it is a suggestion.
 */
suggestion: string | null, 
/**
 * The rule that fixes the form of this letter.
 */
fixedForm: RuleRef | null, };

/**
 * A line of the register.
 */
export type SupervisionLine = { 
/**
 * The case.
 */
id: string, 
/**
 * 监〔2026〕1号.
 */
number: string, 
/**
 * 来源.
 */
source: SupervisionSource, 
/**
 * 事项类别.
 */
topic: SupervisionTopic, 
/**
 * 接到日期.
 */
receivedOn: string, 
/**
 * 被监督的单位.
 */
employer: string, 
/**
 * 反映的问题.
 */
matter: string, 
/**
 * Whether the informer is named.
 */
named: boolean, 
/**
 * How far it has come.
 */
state: SupervisionState, 
/**
 * What is to be done first; absent once it is over.
 */
next: string | null, 
/**
 * Whose move that is.
 */
whose: Whose | null, 
/**
 * By when.
 */
due: string | null, 
/**
 * How near that is.
 */
band: Band | null, 
/**
 * Days to it, negative when overdue.
 */
days: number | null, 
/**
 * 提示函, with its number.
 */
reminder: string | null, 
/**
 * 意见书, with its number.
 */
opinion: string | null, 
/**
 * 结案日期.
 */
closedOn: string | null, };

/**
 * The same with what its button opens: a form of the case's page, or the filled paper on another.
 */
export type SupervisionNext = { 
/**
 * What the button opens.
 */
place: Place, 
/**
 * What it says.
 */
button: string, 
/**
 * What.
 */
act: SupervisionAct, 
/**
 * Whose move it is.
 */
whose: Whose, 
/**
 * The same as one phrase.
 */
title: string, 
/**
 * Where it comes from, in a sentence or two.
 */
origin: string, 
/**
 * The last day; absent where neither law nor letter sets one.
 */
due: string | null, 
/**
 * The clock behind it.
 */
deadline: Deadline | null, 
/**
 * The rule behind it, where it sets no day.
 */
rule: RuleRef | null, };

/**
 * What came of talks or of an answer.
 */
export type SupervisionOutcome = "mended" | "partly" | "refused";

/**
 * A slice of the register.
 */
export type SupervisionPage = { 
/**
 * How many match.
 */
total: number, 
/**
 * The slice.
 */
rows: Array<SupervisionLine>, 
/**
 * How many stand in the register at all.
 */
kept: number, 
/**
 * How many of them are open.
 */
open: number, 
/**
 * The years of the register, the newest first.
 */
years: Array<number>, };

/**
 * What is asked of the register. The newest stands first.
 */
export type SupervisionQuery = { 
/**
 * Open, over, or all when absent.
 */
which?: SupervisionWhich, 
/**
 * The kind of matter; all when absent.
 */
topic?: SupervisionTopic, 
/**
 * The register's year.
 */
year?: number, 
/**
 * Words, pinyin or a number.
 */
text?: string, 
/**
 * The oldest first.
 */
ascending?: boolean, 
/**
 * First line, from 0.
 */
offset?: number, 
/**
 * Lines wanted, at most 500; 50 when absent.
 */
limit?: number, };

/**
 * One case.
 */
export type SupervisionRef = { 
/**
 * The case.
 */
id: string, };

/**
 * That a letter was handed over on a paper that was not issued here: on the fixed form of the province, or before it was
 * entered.
 */
export type SupervisionServed = { 
/**
 * Which letter.
 */
letter: string, 
/**
 * 文号 on that paper.
 */
number?: string, 
/**
 * 对方收到的日期.
 */
receivedOn: string, 
/**
 * 签收人.
 */
receivedBy: string, };

/**
 * Where a clue came from (线索来源).
 */
export type SupervisionSource = "complaint" | "inspection" | "warning";

/**
 * How far a case has come; exactly one of a case at any time.
 */
export type SupervisionState = "clue" | "refused" | "accepted" | "inquired" | "talked" | "reminded" | "opined" | "requested" | "recommended" | "filed" | "decided" | "closed";

/**
 * A rung of the ladder.
 */
export type SupervisionStep = { 
/**
 * 受理, 调查 …
 */
name: string, 
/**
 * Done.
 */
done: boolean, 
/**
 * Where the case stands.
 */
current: boolean, 
/**
 * Passed over, as the law allows.
 */
passed: boolean, 
/**
 * The day it was done.
 */
on: string | null, };

/**
 * What a case is about: the kinds that 工会法第二十三条 lists.
 */
export type SupervisionTopic = "wages" | "safety" | "hours" | "women" | "other";

/**
 * Which cases of the register.
 */
export type SupervisionWhich = "all" | "open" | "over";

/**
 * A suspension as it stands on a day.
 */
export type Suspension = { 
/**
 * The id.
 */
id: string, 
/**
 * As the form holds it.
 */
record: SuspensionInput, 
/**
 * The round in which it was agreed.
 */
round: number | null, 
/**
 * The day the talks went on: as recorded, or that of the next meeting.
 */
resumedOn: string | null, 
/**
 * Whether that was recorded, and not read off a meeting.
 */
recorded: boolean, 
/**
 * 说明.
 */
resumedNote: string | null, 
/**
 * How many days it lasted, or is to last.
 */
days: number, };

/**
 * A suspension as its form sends it.
 */
export type SuspensionInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The talks.
 */
negotiation: string, 
/**
 * The meeting in which it was agreed, where it was one.
 */
meeting?: string, 
/**
 * 中止的原因.
 */
reason: string, 
/**
 * 不可抗力: where the law says so, its days are not counted.
 */
forceMajeure: boolean, 
/**
 * 从哪一天起中止.
 */
fromOn: string, 
/**
 * 下次协商的日期.
 */
resumeOn: string, 
/**
 * 下次协商的地点.
 */
resumePlace: string, 
/**
 * 下次协商的内容, one a line.
 */
resumeSubject: string, 
/**
 * Who agreed for the workers' side.
 */
workersAgreed: string, 
/**
 * Who agreed for the employer's side.
 */
employerAgreed: string, 
/**
 * Why it is entered afterwards (补录), when it is.
 */
lateEntry?: string, };

/**
 * A suspension of talks.
 */
export type SuspensionRef = { 
/**
 * Its id.
 */
id: string, };

/**
 * What the law of the place says of suspensions.
 */
export type SuspensionTerms = { 
/**
 * The article that allows it, with what it says; empty where the place has none.
 */
ground: string, 
/**
 * The longest it may last, in days; none where the place sets none.
 */
maximum: number | null, 
/**
 * Whether all suspensions count together.
 */
together: boolean, 
/**
 * Whether the maximum binds, or is usual.
 */
binding: boolean, 
/**
 * The same as a sentence, also where there is no maximum.
 */
says: string, };

/**
 * The agreed text of a topic to put in.
 */
export type TakeAgreedText = { 
/**
 * The agreement.
 */
agreement: string, 
/**
 * The topic.
 */
topic: string, 
/**
 * The item it answers; by the topic's words when absent.
 */
item?: string, };

/**
 * A clause of the library to put in.
 */
export type TakeLibraryClause = { 
/**
 * The agreement.
 */
agreement: string, 
/**
 * The clause's code.
 */
library: string, };

/**
 * A template to be written as a file.
 */
export type TakeOutTemplate = { 
/**
 * The key of the paper's template.
 */
paper: string, 
/**
 * Whether the union's own is wanted, as it was taken.
 */
own: boolean, 
/**
 * Where to.
 */
to: FileHandle, };

/**
 * A file to take.
 */
export type TakePack = { 
/**
 * The file.
 */
file: FileHandle, 
/**
 * What was looked at, so that nothing else is taken.
 */
sha256: string, };

/**
 * A file to take.
 */
export type TakeTemplate = { 
/**
 * The file.
 */
file: FileHandle, 
/**
 * What was looked at, so that nothing else is taken.
 */
sha256: string, };

/**
 * A pack taken from a file, as a list shows it.
 */
export type TakenLine = { 
/**
 * Which.
 */
id: string, 
/**
 * Its file name.
 */
name: string, 
/**
 * The publisher whose signature it bore when it was taken.
 */
signer: string | null, 
/**
 * The day it was taken.
 */
takenOn: string, };

/**
 * A taken pack.
 */
export type TakenPackRef = { 
/**
 * Which.
 */
id: string, };

/**
 * The clock of the whole talk, with the days that do not count.
 */
export type TalksClock = { 
/**
 * By the law, from its start event.
 */
deadline: Deadline, 
/**
 * The last day, moved by the days that do not count.
 */
due: string, 
/**
 * Which day of it today is, without the days that do not count.
 */
day: number, 
/**
 * How many days it has.
 */
ofDays: number, 
/**
 * Both are counted in working days.
 */
working: boolean, 
/**
 * Days of suspension that do not count.
 */
paused: number, 
/**
 * What suspensions do to it, as a sentence; empty without any.
 */
says: string, };

/**
 * The talks from which a supervision case was opened.
 */
export type TalksOfCase = { 
/**
 * The talks.
 */
id: string, 
/**
 * Their title.
 */
title: string, };

/**
 * What a template does otherwise than the program's, a phrase each.
 */
export type TemplateChanged = { 
/**
 * Parts that the program's has not.
 */
added: Array<string>, 
/**
 * Parts of the program's that are left out.
 */
dropped: Array<string>, 
/**
 * Parts that say something else.
 */
changed: Array<string>, 
/**
 * Figures of its own, such as the number of copies.
 */
figures: Array<string>, 
/**
 * Whether parts stand in another order.
 */
moved: boolean, };

/**
 * A file that was looked at.
 */
export type TemplateLooked = { 
/**
 * What the paper is called.
 */
name: string, 
/**
 * Whether a page of the program makes it by now.
 */
made: boolean, 
/**
 * What the union would call it.
 */
title: string, 
/**
 * SHA-256 of its text.
 */
sha256: string, 
/**
 * What stands against it, a sentence each; it may be taken when nothing does.
 */
faults: Array<string>, 
/**
 * What it does otherwise than the program's.
 */
change: TemplateChanged, 
/**
 * The union's own that stands for the paper now, and would go out of sight.
 */
replaces: MadeBy | null, };

/**
 * A paper whose template may be the union's own.
 */
export type TemplatePaper = { 
/**
 * The key of its template.
 */
paper: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * Whether a page of the program makes it by now.
 */
made: boolean, 
/**
 * The union's own.
 */
own: OwnTemplateLine | null, };

/**
 * A template that was written as a file.
 */
export type TemplateTakenOut = { 
/**
 * Where it stands.
 */
path: string, 
/**
 * The name of the file.
 */
name: string, };

/**
 * A paper whose paragraphs are asked for.
 */
export type TextsOf = { 
/**
 * The kind.
 */
kind: string, 
/**
 * The record it is made from.
 */
of: string, };

/**
 * How many rules of a theme were found.
 */
export type ThemeCount = { 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Rules found.
 */
rules: number, };

/**
 * What is due, seen from one day.
 */
export type Today = { 
/**
 * The day.
 */
day: string, 
/**
 * What to say when a step of the ledger bears a time to come, with both times.
 */
clockWarning?: string, 
/**
 * Everything due: by band, within it by day, and what no day is set for last.
 */
duties: Array<Duty>, };

/**
 * A topic with what each meeting made of it.
 */
export type Topic = { 
/**
 * Its id.
 */
id: string, 
/**
 * 议题.
 */
title: string, 
/**
 * What was proposed when it was put.
 */
proposal: string, 
/**
 * The kinds of the agreements of the round that it belongs to.
 */
agreements: Array<AgreementKind>, 
/**
 * How the talks go on without it, where they do.
 */
aside: TopicAside | null, 
/**
 * What both sides said of that.
 */
asideWhy: string | null, 
/**
 * The last position of the workers' side.
 */
workersPosition: string, 
/**
 * The last position of the employer's side.
 */
employerPosition: string, 
/**
 * How it stands after the last meeting that talked about it.
 */
result: TopicResult | null, 
/**
 * The agreed text.
 */
agreedText: string | null, 
/**
 * The round in which it was last talked about.
 */
round: number | null, 
/**
 * Round by round, the paper that opened the talks first.
 */
rounds: Array<PositionRound>, };

/**
 * How the talks go on without a topic.
 */
export type TopicAside = "withdrawn" | "carried";

/**
 * One topic as a form sends it.
 */
export type TopicInput = { 
/**
 * Present when the topic stands already.
 */
id?: string, 
/**
 * 议题.
 */
title: string, 
/**
 * What the side that opens proposes.
 */
proposal: string, 
/**
 * The kinds of the agreements of the round that it belongs to; by its words where nobody says.
 */
agreements?: Array<AgreementKind>, };

/**
 * How a topic stands after a meeting: 达成一致 / 有争议 / 待续议.
 */
export type TopicResult = "agreed" | "disputed" | "deferred";

/**
 * One record that a step touched, and what copies of the ledger still hold of what was erased of it.
 */
export type TouchedRecord = { 
/**
 * None where nothing was erased, or nothing of it is left.
 */
held: Held | null, 
/**
 * What it is, in words.
 */
record: string, 
/**
 * Which one it is: a person's name, a meeting's round and day.
 */
title: string, 
/**
 * Its table.
 */
table: string, 
/**
 * Its id.
 */
id: string, 
/**
 * 新增, 修改, 删除, 恢复, 移除 or 清除.
 */
act: string, 
/**
 * Its fields.
 */
fields: Array<FieldChange>, 
/**
 * The step that erased them by law.
 */
erasedBy: number | null, };

/**
 * A course that someone took.
 */
export type Training = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * Whose.
 */
person: string, 
/**
 * 培训内容.
 */
course: string, 
/**
 * The last day of it.
 */
trainedOn: string, 
/**
 * 学时.
 */
hours?: number, 
/**
 * 培训单位.
 */
provider?: string, };

/**
 * A course.
 */
export type TrainingRef = { 
/**
 * The id.
 */
id: string, };

/**
 * What a removed record is.
 */
export type TrashKind = "person" | "negotiation" | "suspension" | "correctionOrder" | "information" | "meeting" | "event" | "contractClause" | "contractVersion" | "agreement" | "congressSession" | "agreementCheck" | "representativeElection" | "mandate" | "opinionSurvey" | "attachment" | "consent" | "custody" | "incoming" | "calendar" | "ownRule" | "lawPack" | "publisher" | "sending" | "form" | "committee" | "ownTemplate" | "letter" | "supervision" | "appeal" | "dismissal" | "mediation" | "application" | "unionTerm" | "unionGroup" | "election" | "membersMeeting" | "duesTalk" | "feePayment" | "feeDemand" | "platformFirm" | "platformWork" | "platformReferral" | "platformTalk" | "injuryHelp" | "hazard" | "hazardEvent" | "safetyVisit" | "congressTerm" | "congressDelegate" | "congressMotion" | "congressMeeting" | "reformMeasure" | "employment" | "labourContract" | "certificate" | "training" | "honour" | "healthExam" | "paySheet" | "payReference" | "membershipEvent" | "memberList" | "personTag" | "personApart" | "duesBasis" | "workforce" | "feeShare" | "electionEvent" | "electionBallot" | "supervisionEvent" | "supervisionLetter" | "supervisionInspector" | "mediationEvent" | "mediator" | "platformCap" | "platformMeeting" | "payScenario" | "payInsurance" | "decisionUse" | "hardshipFile" | "memberAid" | "leavePeriod" | "leaveBar" | "leavePay" | "recuperationBatch" | "recuperationPlace" | "paper";

/**
 * A record in the trash.
 */
export type TrashLine = { 
/**
 * What it is.
 */
kind: TrashKind, 
/**
 * What it is, in words.
 */
kindLabel: string, 
/**
 * The record.
 */
id: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * When it was removed or taken back, at +08:00.
 */
removedAt: string, 
/**
 * Who removed it or took it back.
 */
removedBy: string | null, 
/**
 * The first day on which it may be erased; none as long as its time has not begun: the labour contract has no end yet.
 */
purgeFrom: string | null, 
/**
 * Whether that day has come.
 */
mayPurge: boolean, 
/**
 * How the day is reckoned, in one sentence.
 */
reckoned: string, 
/**
 * What of it keeps the whole until that day, in words: 劳动合同; none where it is kept for itself.
 */
heldBy: string | null, 
/**
 * Where a person's name would stay in other affairs, in one sentence; told to whoever may erase.
 */
stays: string | null, };

/**
 * A record in the trash.
 */
export type TrashRef = { 
/**
 * What it is.
 */
kind: TrashKind, 
/**
 * The record.
 */
id: string, };

/**
 * What a notice would do.
 */
export type TriedCalendar = { 
/**
 * What should be read again before it is kept.
 */
doubt: string | null, 
/**
 * The duties whose day differs, in the order of their new days.
 */
moved: Array<MovedDuty>, 
/**
 * How many dates were assumed so far and are certain with it.
 */
settled: number, };

/**
 * A text as it is being typed.
 */
export type Typed = { 
/**
 * The text.
 */
text: string, };

/**
 * Something promised in a meeting.
 */
export type Undertaking = { 
/**
 * Present when it stands already.
 */
id?: string, 
/**
 * What.
 */
what: string, 
/**
 * Whose side.
 */
side: Side, 
/**
 * Who answers for it.
 */
owner: string, 
/**
 * By when.
 */
dueOn?: string, 
/**
 * The day it was done.
 */
doneOn?: string, };

/**
 * A step that was taken back and left records of which the journal alone still knows.
 */
export type UndoneStep = { 
/**
 * Number of the step that took it back.
 */
seq: number, 
/**
 * What had been done, in words.
 */
label: string, 
/**
 * When it was taken back, at +08:00.
 */
at: string, 
/**
 * Who took it back.
 */
by: string, 
/**
 * How many records it left.
 */
count: number, 
/**
 * The first of them.
 */
lines: Array<TrashLine>, 
/**
 * The first day on which all of it may be erased at once.
 */
purgeFrom: string, 
/**
 * Whether that day has come.
 */
mayPurge: boolean, 
/**
 * How the day is reckoned, in one sentence.
 */
reckoned: string, };

/**
 * A shop of the roster and how many of it are in no group.
 */
export type UngroupedShop = { 
/**
 * The shop.
 */
shop: string, 
/**
 * Those of it in no group.
 */
ungrouped: number, 
/**
 * Everyone of it.
 */
people: number, };

/**
 * Who may not stand, as a statement that the chair confirms.
 */
export type UnionBar = { 
/**
 * What the rule says, with those it lists.
 */
text: string, 
/**
 * The rule.
 */
rule: RuleRef, };

/**
 * All bodies, seen from today.
 */
export type UnionBodies = { 
/**
 * Members on the roster.
 */
members: number, 
/**
 * Women among them.
 */
women: number, 
/**
 * Every body, in order.
 */
bodies: Array<UnionBodyState>, 
/**
 * How many years a term may last; none where no rule says.
 */
years: Array<number>, 
/**
 * Who may not stand for the committee.
 */
bars: Array<UnionBar>, };

/**
 * A body of the union whose members are elected or named for a term.
 */
export type UnionBody = "committee" | "audit" | "women" | "supervision";

/**
 * A body as its page shows it.
 */
export type UnionBodyState = { 
/**
 * Which.
 */
body: UnionBody, 
/**
 * Why there must be one, or that there need not be, in one sentence.
 */
why: string, 
/**
 * The rule that asks for it here and now.
 */
rule: RuleRef | null, 
/**
 * The term that runs, or ran out with none after it.
 */
current: UnionTerm | null, 
/**
 * The terms before, the newest first.
 */
past: Array<UnionTerm>, 
/**
 * What it lacks.
 */
lacks: Array<UnionLack>, };

/**
 * The union's record as a form holds it.
 */
export type UnionDetails = { 
/**
 * 工会名称, where it is corrected; shown on the sheet, and as it stands when absent.
 */
name?: string, 
/**
 * 统一社会信用代码, where it is corrected or given at last; shown on the sheet, and as it stands when absent or empty.
 */
creditCode?: string, 
/**
 * 工会组织类型.
 */
kind?: UnionKind, 
/**
 * 工会组织形式.
 */
form?: UnionForm, 
/**
 * The employer, and further ones where several found one union.
 */
enterprises: Array<UnionEnterprise>, 
/**
 * 建会日期.
 */
establishedOn?: string, 
/**
 * 批复文号.
 */
approvalNumber?: string, 
/**
 * 上级工会.
 */
upperUnion?: string, 
/**
 * 开户银行.
 */
bank?: string, 
/**
 * 银行账号. Shown masked; sent back masked means unchanged.
 */
bankAccount?: string, 
/**
 * 工会法人资格证书号.
 */
certificateNumber?: string, 
/**
 * The certificate's last day.
 */
certificateUntil?: string, 
/**
 * Whether the union has its seal.
 */
seal?: boolean, 
/**
 * 办公地点: where members find the union; printed on what is posted.
 */
office?: string, 
/**
 * 联系电话 of the union, not of a person; printed on what is posted.
 */
phone?: string, };

/**
 * An enterprise whose workers the union joins.
 */
export type UnionEnterprise = { 
/**
 * 单位名称.
 */
name: string, 
/**
 * 统一社会信用代码.
 */
creditCode?: string, 
/**
 * 法定代表人 or 主要负责人, with the post where it is written: who signs for it.
 */
representative?: string, };

/**
 * 工会组织形式, by the code list of the federation's data standard.
 */
export type UnionForm = "federation" | "union" | "association" | "committee" | "jointCommittee" | "branch" | "group";

/**
 * A branch or group in the tree.
 */
export type UnionGroup = { 
/**
 * It.
 */
id: string, 
/**
 * As the form holds it.
 */
record: UnionGroupInput, 
/**
 * How many stand above it.
 */
depth: number, 
/**
 * Its own people.
 */
people: number, 
/**
 * Its people and those of all under it.
 */
all: number, };

/**
 * A branch or group as a form sends it.
 */
export type UnionGroupInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The one it stands under; absent at the top.
 */
parent?: string, 
/**
 * 分会 or 小组.
 */
kind: UnionGroupKind, 
/**
 * 名称.
 */
name: string, 
/**
 * Its leader on the roster, where picked from it.
 */
leader?: string, 
/**
 * 分会主席, 组长.
 */
leaderName?: string, };

/**
 * What a part of the union is.
 */
export type UnionGroupKind = "branch" | "group";

/**
 * One branch or group.
 */
export type UnionGroupRef = { 
/**
 * The id.
 */
id: string, };

/**
 * The tree, each one before those under it.
 */
export type UnionGroups = { 
/**
 * The branches and groups.
 */
groups: Array<UnionGroup>, 
/**
 * Members in none.
 */
ungrouped: number, 
/**
 * The shops of the roster.
 */
shops: Array<UngroupedShop>, };

/**
 * 工会组织类型, by the code list of the federation's data standard.
 */
export type UnionKind = "independent" | "joint" | "street" | "park" | "trade" | "corporate" | "system" | "branch";

/**
 * What a body lacks, and by which article.
 */
export type UnionLack = { 
/**
 * In one sentence.
 */
text: string, 
/**
 * The rule; absent for what the record itself lacks.
 */
rule: RuleRef | null, 
/**
 * Whose move it is.
 */
whose: Whose, };

/**
 * A letter as kept.
 */
export type UnionLetter = { 
/**
 * The letter as it was typed.
 */
letter: UnionLetterInput, 
/**
 * The day it was begun.
 */
writtenOn: string, 
/**
 * The paper it answers; absent for a letter of our own accord, and where the law erased that paper.
 */
answered: AnsweredIncoming | null, 
/**
 * What is missing before it can be issued, one phrase each.
 */
missing: Array<string>, 
/**
 * Its issues, the newest first.
 */
issued: Array<IssuedPaper>, 
/**
 * The entries that say something else than the newest issue, as the form calls them.
 */
changed: Array<string>, };

/**
 * A letter as a form sends it, and as one begins.
 */
export type UnionLetterInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * The incoming paper that it answers; absent for a letter of our own accord.
 */
answers?: string, 
/**
 * 主送机关.
 */
addressee: string, 
/**
 * 标题, 关于……的函 or 关于……的复函.
 */
title: string, 
/**
 * 正文, a paragraph a line; absent while nothing is written yet.
 */
body?: string, 
/**
 * 附件名称, a name a line, without numbers.
 */
enclosures?: string, 
/**
 * 抄送.
 */
copies?: string, 
/**
 * 联系人和电话.
 */
contact?: string, };

/**
 * A letter in a list.
 */
export type UnionLetterLine = { 
/**
 * The letter.
 */
id: string, 
/**
 * 主送机关.
 */
addressee: string, 
/**
 * 标题.
 */
title: string, 
/**
 * The day it was begun.
 */
writtenOn: string, 
/**
 * The number of its newest issue; absent for a draft.
 */
number: string | null, };

/**
 * Which letters.
 */
export type UnionLetterQuery = { 
/**
 * Those that answer this incoming paper; all when absent.
 */
answers?: string, 
/**
 * Only those that were never issued.
 */
drafts?: boolean, };

/**
 * One letter.
 */
export type UnionLetterRef = { 
/**
 * The letter.
 */
id: string, };

/**
 * What someone is in a body; the chair of the bodies beside the committee is called 主任.
 */
export type UnionOffice = "chair" | "vice" | "standing" | "women" | "member";

/**
 * Someone in a body.
 */
export type UnionSeat = { 
/**
 * The standing row; absent for someone new.
 */
id?: string, 
/**
 * The person on the roster, where picked from it.
 */
person?: string, 
/**
 * The name.
 */
name: string, 
/**
 * What they are.
 */
office: UnionOffice, 
/**
 * 分工, such as 组织.
 */
duty?: string, 
/**
 * Since when; the first day of the term when absent.
 */
fromOn?: string, 
/**
 * The day they left; absent while they serve.
 */
toOn?: string, 
/**
 * 劳动法律监督员证号, of the supervision committee.
 */
certificateNumber?: string, 
/**
 * The certificate's last day.
 */
certificateUntil?: string, };

/**
 * The union's record as its page shows it.
 */
export type UnionSheet = { 
/**
 * The record, for its history.
 */
id: string, 
/**
 * 工会名称.
 */
name: string, 
/**
 * 统一社会信用代码; empty while the union has none yet.
 */
creditCode: string, 
/**
 * As the form holds it.
 */
details: UnionDetails, };

/**
 * A term as kept.
 */
export type UnionTerm = { 
/**
 * The term.
 */
id: string, 
/**
 * 第三届工会委员会.
 */
name: string, 
/**
 * As the form holds it.
 */
record: UnionTermInput, 
/**
 * Its last day.
 */
endsOn: string, 
/**
 * How its last day came about, in one sentence.
 */
explained: string, 
/**
 * The rule about how long it lasts.
 */
rule: RuleRef | null, 
/**
 * How many serve in it on the day asked.
 */
serving: number, };

/**
 * A term of a body as a form sends it.
 */
export type UnionTermInput = { 
/**
 * Absent for a new one.
 */
id?: string, 
/**
 * Which body; stays once it is kept.
 */
body: UnionBody, 
/**
 * 第几届.
 */
session: number, 
/**
 * The day it was elected or approved.
 */
startedOn: string, 
/**
 * How many years it lasts.
 */
years: number, 
/**
 * 批复文号.
 */
approvalNumber?: string, 
/**
 * The day it ended before its time.
 */
endedOn?: string, 
/**
 * That nobody in it is among those who may not stand.
 */
cleared: boolean, 
/**
 * 备注.
 */
note?: string, 
/**
 * Everyone who was in it, those who left among them.
 */
members: Array<UnionSeat>, };

/**
 * One term of a body.
 */
export type UnionTermRef = { 
/**
 * The id.
 */
id: string, };

/**
 * What a rule's number counts.
 */
export type Unit = "calendar_day" | "working_day" | "month" | "year" | "hour" | "minute" | "count" | "ratio" | "degree" | "decibel" | "kilogram" | "fen" | "none";

/**
 * A column whose heading is not known; its cells stay in [`RosterRow::raw`] and nowhere else.
 */
export type UnknownColumn = { 
/**
 * Column in the file, counted from 1.
 */
column: number, 
/**
 * Its heading as in the file.
 */
heading: string, };

/**
 * Members without a number.
 */
export type UnnumberedMembers = { 
/**
 * Who would be given one.
 */
people: number, 
/**
 * Who keeps the number of the card that they brought.
 */
withCard: number, };

/**
 * Which of the two workbooks.
 */
export type UploadBook = "clean" | "errors";

/**
 * How people stand to a template, for the page.
 */
export type UploadChecked = { 
/**
 * Everyone.
 */
people: number, 
/**
 * Whoever passes.
 */
good: number, 
/**
 * Whoever does not.
 */
bad: number, 
/**
 * Everything that is wrong.
 */
faults: number, 
/**
 * What is wrong by its heading and its reason, the commonest first: so many cells, and the first few names.
 */
kinds: Array<UploadFaultKind>, };

/**
 * One reason and how often.
 */
export type UploadFaultKind = { 
/**
 * The heading.
 */
heading: string, 
/**
 * The reason.
 */
message: string, 
/**
 * How many cells.
 */
cells: number, 
/**
 * The first few people.
 */
names: Array<string>, };

/**
 * A template that can be chosen.
 */
export type UploadTemplateLine = { 
/**
 * How it is chosen.
 */
id: string, 
/**
 * What people call it.
 */
name: string, 
/**
 * Its headings in their order.
 */
headings: Array<string>, };

/**
 * A seat that fell vacant.
 */
export type Vacancy = { 
/**
 * The event.
 */
event: string, 
/**
 * Whose seat.
 */
representative: string, 
/**
 * Their name.
 */
name: string, 
/**
 * The side.
 */
side: Side, 
/**
 * It was the chief representative's.
 */
chief: boolean, 
/**
 * Since when.
 */
vacatedOn: string, 
/**
 * Why.
 */
why: string, 
/**
 * By when it is to be filled.
 */
deadline: Deadline | null, 
/**
 * What the law says of how, and of a vacant chief, a sentence each.
 */
notes: Array<string>, 
/**
 * Who filled it.
 */
filledBy: string | null, 
/**
 * When.
 */
filledOn: string | null, };

/**
 * One value of a person and the cell it came from.
 */
export type ValueOrigin = { 
/**
 * What it is: 移动电话.
 */
field: string, 
/**
 * The cell as it stood in the file; identity as it may be seen.
 */
value: string, 
/**
 * The column's letters, as a sheet shows them.
 */
column: string, 
/**
 * The row of the cell, where it is another than the person's: a merged cell above.
 */
row: number | null, 
/**
 * The column's heading.
 */
heading: string, };

/**
 * A hazard that was found on a visit, as it stands.
 */
export type VisitFound = { 
/**
 * The hazard.
 */
id: string, 
/**
 * 隐〔2026〕1号.
 */
number: string, 
/**
 * 隐患.
 */
matter: string, 
/**
 * 地点.
 */
place: string, 
/**
 * How far it has come.
 */
state: HazardState, };

/**
 * A hazard that was found on a visit; it is registered in the same step.
 */
export type VisitHazard = { 
/**
 * 隐患, in one line.
 */
matter: string, 
/**
 * 地点.
 */
place: string, 
/**
 * 责任部门.
 */
unit?: string, 
/**
 * 类别.
 */
kind: HazardCategory, 
/**
 * 分级; absent until somebody graded it.
 */
grade?: HazardGrade, 
/**
 * 依据的条文或者标准.
 */
basis?: string, };

/**
 * An item of the checklist.
 */
export type VisitItem = { 
/**
 * 检查什么.
 */
item: string, 
/**
 * 结果.
 */
result: VisitResult, 
/**
 * 说明.
 */
note?: string, };

/**
 * What came of an item that was looked at.
 */
export type VisitResult = "right" | "wrong" | "skipped";

/**
 * By what wages are compared.
 */
export type WageCut = "sex" | "line" | "form" | "grade" | "shop";

/**
 * Whose move it is: 我办 / 企业办 / 上级办.
 */
export type Whose = "union" | "employer" | "upper";

/**
 * What became of a piece of text.
 */
export type WordingChange = "kept" | "added" | "removed";

/**
 * A piece of text and what became of it.
 */
export type WordingPart = { 
/**
 * What became of it.
 */
change: WordingChange, 
/**
 * The text.
 */
text: string, };

/**
 * A number of employees.
 */
export type Workforce = { 
/**
 * The entry.
 */
id: string, 
/**
 * 截止日期.
 */
asOf: string, 
/**
 * 职工人数.
 */
workers: number, 
/**
 * 来源.
 */
source: string, };

/**
 * A number of employees as a form sends it.
 */
export type WorkforceInput = { 
/**
 * Absent for a new one; a new one of a day that has one takes its place.
 */
id?: string, 
/**
 * 截止日期.
 */
asOf: string, 
/**
 * 职工人数.
 */
workers: number, 
/**
 * 来源: 企业报表, 人力资源部.
 */
source: string, };

/**
 * One entry.
 */
export type WorkforceRef = { 
/**
 * The entry.
 */
id: string, };

/**
 * A year.
 */
export type YearAsked = { 
/**
 * The year.
 */
year: number, };

/**
 * One figure with the year before beside it.
 */
export type YearFigure = { 
/**
 * `members.end`.
 */
id: string, 
/**
 * 年末会员.
 */
name: string, 
/**
 * 人, 件, 次; empty for a share.
 */
unit: string, 
/**
 * What it has to do with the table's sum.
 */
sum: Sum, 
/**
 * In the year.
 */
now: FigureValue, 
/**
 * In the year before.
 */
before: FigureValue, };

/**
 * The report of a year as it stands on a day.
 */
export type YearReport = { 
/**
 * The calendar year.
 */
year: number, 
/**
 * 截止日期: the year's last day, or today while it runs.
 */
asOf: string, 
/**
 * Whether the year is over.
 */
over: boolean, 
/**
 * The years that can be chosen, the newest first.
 */
years: Array<number>, 
/**
 * Whether the ledger holds nothing to report on: no people, no talks, no paper in or out.
 */
empty: boolean, 
/**
 * The figures, by head in the report's order.
 */
tables: Array<YearTable>, 
/**
 * What is missing before the report can be issued, one phrase each.
 */
missing: Array<string>, 
/**
 * The chair's words as they are kept.
 */
texts: YearTexts, 
/**
 * Whether any were kept: photos are added to a report that was saved.
 */
saved: boolean, 
/**
 * The photos at its end, in order.
 */
photos: Array<ReportPhotoInput>, 
/**
 * Who chairs the committee on the report's last day, by the union's record: whom the form begins with as responsible.
 */
chair: string | null, };

/**
 * Figures that belong together.
 */
export type YearTable = { 
/**
 * `members`.
 */
id: string, 
/**
 * Under which head.
 */
chapter: Chapter, 
/**
 * 会员增减.
 */
title: string, 
/**
 * How it was counted (数据说明).
 */
counted: string, 
/**
 * Whether the ledger has any figure of the year before.
 */
compared: boolean, 
/**
 * The figures, the total where it is read best.
 */
figures: Array<YearFigure>, };

/**
 * What the chair writes into the report of a year. A text that is absent leaves its paragraph out.
 */
export type YearTexts = { 
/**
 * Of which year.
 */
year: number, 
/**
 * 思想引领.
 */
guidance?: string, 
/**
 * 建功立业.
 */
merit?: string, 
/**
 * 素质提升.
 */
quality?: string, 
/**
 * 地位提高.
 */
standing?: string, 
/**
 * 队伍壮大.
 */
growth?: string, 
/**
 * 存在的问题.
 */
problems?: string, 
/**
 * 下一年打算.
 */
plans?: string, 
/**
 * 填报人.
 */
filledBy?: string, 
/**
 * 负责人.
 */
responsible?: string, 
/**
 * 主送机关.
 */
addressee?: string, };

/** Every command: its shape, what it asks for and what it answers. */
export type Contract = {
  "ledger.status": { shape: "call"; args: Nothing; answer: Status };
  "ledger.strength": { shape: "call"; args: Typed; answer: PassphraseStrength };
  "ledger.founding": { shape: "call"; args: Nothing; answer: FoundingNotes };
  "ledger.keepFounding": { shape: "call"; args: FoundingNotes; answer: Done };
  "ledger.create": { shape: "call"; args: CreateLedger; answer: Status };
  "ledger.open": { shape: "call"; args: OpenLedger; answer: Status };
  "ledger.openRecovery": { shape: "call"; args: OpenByRecovery; answer: Status };
  "ledger.lock": { shape: "call"; args: Nothing; answer: Status };
  "ledger.undo": { shape: "call"; args: Nothing; answer: Moved };
  "ledger.redo": { shape: "call"; args: Nothing; answer: Moved };
  "ledger.sheetKept": { shape: "call"; args: Nothing; answer: Done };
  "ledger.renewKey": { shape: "job"; args: Nothing; answer: RenewedKey };
  "ledger.check": { shape: "job"; args: Nothing; answer: Checked };
  "ledger.backup": { shape: "job"; args: MakeBackup; answer: BackupMade };
  "ledger.backups": { shape: "call"; args: Nothing; answer: Backups };
  "ledger.lookInto": { shape: "job"; args: CopyRef; answer: Inside };
  "ledger.lookAt": { shape: "job"; args: LookAt; answer: FoundCopy };
  "ledger.restore": { shape: "job"; args: RestoreCopy; answer: RestoredLedger };
  "ledger.bring": { shape: "job"; args: Bring; answer: Status };
  "ledger.dropOldCopies": { shape: "job"; args: Nothing; answer: Dropped };
  "ledger.head": { shape: "call"; args: Nothing; answer: Head };
  "ledger.prove": { shape: "job"; args: PaperHead; answer: Proof };
  "ledger.rebuild": { shape: "call"; args: Nothing; answer: Done };
  "demo.open": { shape: "job"; args: OpenDemo; answer: Status };
  "people.list": { shape: "call"; args: Nothing; answer: Array<DeskPersonLine> };
  "people.add": { shape: "call"; args: AddPerson; answer: string };
  "people.change": { shape: "call"; args: ChangePerson; answer: Done };
  "people.remove": { shape: "call"; args: RemovePerson; answer: Done };
  "people.setPassphrase": { shape: "call"; args: NewPassphrase; answer: Done };
  "people.changePassphrase": { shape: "call"; args: OwnPassphrase; answer: Done };
  "sight.reveal": { shape: "call"; args: Reveal; answer: Done };
  "sight.cover": { shape: "call"; args: Nothing; answer: Done };
  "sight.settle": { shape: "call"; args: Nothing; answer: Done };
  "sight.log": { shape: "call"; args: LookQuery; answer: Array<Look> };
  "custody.list": { shape: "call"; args: Nothing; answer: Array<CustodyItem> };
  "custody.save": { shape: "call"; args: CustodyInput; answer: string };
  "custody.remove": { shape: "call"; args: CustodyRef; answer: Done };
  "succession.handOver": { shape: "job"; args: HandOver; answer: HandedOver };
  "succession.pack": { shape: "job"; args: MakePack; answer: Pack };
  "settings.get": { shape: "call"; args: Nothing; answer: Settings };
  "settings.save": { shape: "call"; args: Settings; answer: Done };
  "law.places": { shape: "call"; args: Nothing; answer: Array<Province> };
  "law.rules": { shape: "call"; args: RulesQuery; answer: Rules };
  "law.rule": { shape: "call"; args: RuleAsked; answer: RuleSubject };
  "law.tryOwn": { shape: "call"; args: OwnRuleInput; answer: Moves };
  "law.saveOwn": { shape: "call"; args: OwnRuleInput; answer: string };
  "law.removeOwn": { shape: "call"; args: OwnRuleRef; answer: Done };
  "law.packs": { shape: "call"; args: Nothing; answer: LawPacks };
  "law.readPack": { shape: "call"; args: PackFile; answer: PackLooked };
  "law.takePack": { shape: "call"; args: TakePack; answer: string };
  "law.tryDropPack": { shape: "call"; args: TakenPackRef; answer: Moves };
  "law.dropPack": { shape: "call"; args: TakenPackRef; answer: Done };
  "law.trust": { shape: "call"; args: PublisherInput; answer: string };
  "law.distrust": { shape: "call"; args: PublisherRef; answer: Done };
  "calendar.years": { shape: "call"; args: Nothing; answer: CalendarYears };
  "calendar.form": { shape: "call"; args: YearAsked; answer: CalendarForm };
  "calendar.try": { shape: "call"; args: CalendarNotice; answer: TriedCalendar };
  "calendar.save": { shape: "call"; args: CalendarNotice; answer: Done };
  "calendar.remove": { shape: "call"; args: YearAsked; answer: Done };
  "calendar.read": { shape: "call"; args: CalendarFile; answer: Notice };
  "calendar.export": { shape: "call"; args: ExportCalendar; answer: Done };
  "union.checkCreditCode": { shape: "call"; args: Typed; answer: CheckedCode };
  "union.get": { shape: "call"; args: Nothing; answer: UnionSheet };
  "union.save": { shape: "call"; args: UnionDetails; answer: Done };
  "union.bodies": { shape: "call"; args: Nothing; answer: UnionBodies };
  "union.saveTerm": { shape: "call"; args: UnionTermInput; answer: string };
  "union.removeTerm": { shape: "call"; args: UnionTermRef; answer: Done };
  "union.groups": { shape: "call"; args: Nothing; answer: UnionGroups };
  "union.groupPeople": { shape: "call"; args: UnionGroupRef; answer: Array<GroupedPerson> };
  "union.saveGroup": { shape: "call"; args: UnionGroupInput; answer: string };
  "union.removeGroup": { shape: "call"; args: UnionGroupRef; answer: Done };
  "union.assignGroup": { shape: "call"; args: AssignToGroup; answer: number };
  "union.workforce": { shape: "call"; args: Nothing; answer: Array<Workforce> };
  "union.saveWorkforce": { shape: "call"; args: WorkforceInput; answer: string };
  "union.removeWorkforce": { shape: "call"; args: WorkforceRef; answer: Done };
  "union.fee": { shape: "call"; args: FeeYearQuery; answer: FeeYear };
  "union.saveFeeShare": { shape: "call"; args: FeeShareInput; answer: string };
  "union.removeFeeShare": { shape: "call"; args: FeeShareRef; answer: Done };
  "union.saveFeePayroll": { shape: "call"; args: FeePayrollInput; answer: Done };
  "union.saveFeePayment": { shape: "call"; args: FeePaymentInput; answer: string };
  "union.removeFeePayment": { shape: "call"; args: FeePaymentRef; answer: Done };
  "union.saveFeeDemand": { shape: "call"; args: FeeDemandInput; answer: string };
  "union.removeFeeDemand": { shape: "call"; args: FeeDemandRef; answer: Done };
  "election.list": { shape: "call"; args: Nothing; answer: Array<ElectionLine> };
  "election.start": { shape: "call"; args: Nothing; answer: ElectionStart };
  "election.get": { shape: "call"; args: ElectionRef; answer: Election };
  "election.save": { shape: "call"; args: ElectionInput; answer: string };
  "election.remove": { shape: "call"; args: ElectionRef; answer: Done };
  "election.saveEvent": { shape: "call"; args: ElectionEventInput; answer: string };
  "election.removeEvent": { shape: "call"; args: ElectionEventRef; answer: Done };
  "election.saveCandidates": { shape: "call"; args: ElectionCandidates; answer: Done };
  "election.ballotStart": { shape: "call"; args: ElectionPostRef; answer: ElectionBallotStart };
  "election.saveBallot": { shape: "call"; args: ElectionBallotInput; answer: string };
  "election.removeBallot": { shape: "call"; args: ElectionBallotRef; answer: Done };
  "membersCongress.list": { shape: "call"; args: Nothing; answer: MembersCongress };
  "membersCongress.get": { shape: "call"; args: MembersMeetingRef; answer: MembersMeeting };
  "membersCongress.save": { shape: "call"; args: MembersMeetingInput; answer: string };
  "membersCongress.remove": { shape: "call"; args: MembersMeetingRef; answer: Done };
  "membersCongress.delegates": { shape: "call"; args: MembersSessionRef; answer: MembersDelegateList };
  "membersCongress.saveDelegates": { shape: "call"; args: MembersDelegates; answer: Done };
  "union.exportFee": { shape: "job"; args: ExportMoneyYear; answer: Exported };
  "today.list": { shape: "call"; args: Nothing; answer: Today };
  "search.all": { shape: "call"; args: Search; answer: Array<Hit> };
  "members.search": { shape: "call"; args: MemberQuery; answer: MemberPage };
  "members.counts": { shape: "call"; args: Nothing; answer: MemberCounts };
  "members.get": { shape: "call"; args: MemberRef; answer: PersonRecord };
  "members.save": { shape: "call"; args: PersonRecord; answer: string };
  "consents.list": { shape: "call"; args: ConsentQuery; answer: Array<Consent> };
  "consents.save": { shape: "call"; args: ConsentInput; answer: string };
  "consents.remove": { shape: "call"; args: ConsentRef; answer: Done };
  "members.groups": { shape: "call"; args: CountMembers; answer: Array<MemberGroup> };
  "members.statistics": { shape: "call"; args: StatisticsInput; answer: MemberStatistics };
  "members.exportStatistics": { shape: "job"; args: ExportStatistics; answer: Exported };
  "members.printStatistics": { shape: "bytes"; args: StatisticsInput; answer: Bytes };
  "members.lists": { shape: "call"; args: Nothing; answer: Array<MemberList> };
  "members.saveList": { shape: "call"; args: MemberList; answer: string };
  "members.removeList": { shape: "call"; args: MemberListRef; answer: Done };
  "members.previewBulk": { shape: "call"; args: BulkInput; answer: BulkOutcome };
  "members.setBulk": { shape: "call"; args: BulkInput; answer: BulkOutcome };
  "members.flags": { shape: "call"; args: MemberRef; answer: PersonFlags };
  "members.saveTag": { shape: "call"; args: PersonTagInput; answer: string };
  "members.removeTag": { shape: "call"; args: PersonTagRef; answer: Done };
  "members.duplicates": { shape: "job"; args: FindDuplicates; answer: DuplicatesFound };
  "members.compare": { shape: "call"; args: PersonPair; answer: MergeView };
  "members.merge": { shape: "call"; args: MergeInput; answer: string };
  "members.setApart": { shape: "call"; args: ApartInput; answer: string };
  "members.liftApart": { shape: "call"; args: PersonApartRef; answer: Done };
  "dossier.get": { shape: "call"; args: MemberRef; answer: Dossier };
  "dossier.beginEmployment": { shape: "call"; args: EmploymentBegin; answer: string };
  "dossier.correctEmployment": { shape: "call"; args: Employment; answer: string };
  "dossier.removeEmployment": { shape: "call"; args: EmploymentRef; answer: Done };
  "dossier.saveContract": { shape: "call"; args: LabourContract; answer: string };
  "dossier.removeContract": { shape: "call"; args: LabourContractRef; answer: Done };
  "dossier.saveCertificate": { shape: "call"; args: Certificate; answer: string };
  "dossier.removeCertificate": { shape: "call"; args: CertificateRef; answer: Done };
  "dossier.saveTraining": { shape: "call"; args: Training; answer: string };
  "dossier.removeTraining": { shape: "call"; args: TrainingRef; answer: Done };
  "dossier.saveHonour": { shape: "call"; args: Honour; answer: string };
  "dossier.removeHonour": { shape: "call"; args: HonourRef; answer: Done };
  "dossier.saveExam": { shape: "call"; args: HealthExam; answer: string };
  "dossier.readRecords": { shape: "call"; args: RecordSheet; answer: RecordsRead };
  "dossier.keepRecords": { shape: "call"; args: RecordSheet; answer: RecordsKept };
  "dossier.removeExam": { shape: "call"; args: HealthExamRef; answer: Done };
  "members.remove": { shape: "call"; args: MemberRef; answer: Done };
  "members.life": { shape: "call"; args: MemberRef; answer: MembershipLife };
  "members.saveEvent": { shape: "call"; args: MembershipInput; answer: string };
  "members.removeEvent": { shape: "call"; args: MembershipEventRef; answer: Done };
  "members.applications": { shape: "call"; args: ApplicationQuery; answer: ApplicationPage };
  "members.readApplicants": { shape: "call"; args: ApplicantLines; answer: Array<ApplicantRead> };
  "members.apply": { shape: "call"; args: ApplyInput; answer: Array<string> };
  "members.signApplications": { shape: "call"; args: SomeApplications; answer: Done };
  "members.sayOpinion": { shape: "call"; args: SayOpinion; answer: Done };
  "members.refuseApplication": { shape: "call"; args: RefuseApplication; answer: Done };
  "members.removeApplication": { shape: "call"; args: ApplicationRef; answer: Done };
  "members.admit": { shape: "call"; args: Admit; answer: string };
  "members.admission": { shape: "call"; args: AdmissionRef; answer: Admission };
  "members.unnumbered": { shape: "call"; args: Nothing; answer: UnnumberedMembers };
  "members.giveNumbers": { shape: "call"; args: Nothing; answer: number };
  "members.handCards": { shape: "call"; args: HandCards; answer: Done };
  "members.expel": { shape: "call"; args: ExpelInput; answer: string };
  "members.dues": { shape: "call"; args: Nothing; answer: DuesOverview };
  "members.duesMonth": { shape: "call"; args: DuesMonthQuery; answer: DuesMonthPage };
  "members.duesPerson": { shape: "call"; args: DuesPersonQuery; answer: DuesPerson };
  "members.duesArrears": { shape: "call"; args: Nothing; answer: DuesArrears };
  "members.duesEntries": { shape: "call"; args: DuesEntryQuery; answer: DuesEntryPage };
  "members.duesEntry": { shape: "call"; args: DuesEntryRef; answer: DuesEntry };
  "members.readDues": { shape: "call"; args: DuesLines; answer: Array<DuesLineRead> };
  "members.duesLapses": { shape: "call"; args: Nothing; answer: DuesLapses };
  "members.saveDuesBasis": { shape: "call"; args: DuesBasisInput; answer: string };
  "members.removeDuesBasis": { shape: "call"; args: DuesBasisRef; answer: Done };
  "members.saveDuesBases": { shape: "call"; args: DuesBases; answer: number };
  "members.payDues": { shape: "call"; args: PayDues; answer: string };
  "members.payDuesOf": { shape: "call"; args: PayDuesOf; answer: DuesTaken };
  "members.reverseDues": { shape: "call"; args: ReverseDues; answer: string };
  "members.saveDuesTalk": { shape: "call"; args: DuesTalkInput; answer: string };
  "members.removeDuesTalk": { shape: "call"; args: DuesTalkRef; answer: Done };
  "members.endForDues": { shape: "call"; args: EndForDues; answer: string };
  "members.exportDues": { shape: "job"; args: ExportMoneyYear; answer: Exported };
  "members.exportArrears": { shape: "job"; args: ExportArrears; answer: Exported };
  "members.origins": { shape: "call"; args: MemberRef; answer: Array<RowOrigin> };
  "members.importCertificates": { shape: "job"; args: ImportCertificates; answer: CertificatesImported };
  "members.importTrainings": { shape: "job"; args: ImportCertificates; answer: RecordsKept };
  "members.importExams": { shape: "job"; args: ImportCertificates; answer: RecordsKept };
  "members.uploadTemplates": { shape: "call"; args: Nothing; answer: Array<UploadTemplateLine> };
  "members.checkUpload": { shape: "job"; args: CheckUpload; answer: UploadChecked };
  "members.saveUpload": { shape: "job"; args: SaveUpload; answer: Exported };
  "members.preview": { shape: "job"; args: PreviewRoster; answer: RosterPreview };
  "members.previewRows": { shape: "call"; args: RosterSlice; answer: Array<RosterRow> };
  "members.export": { shape: "job"; args: ExportMembers; answer: Exported };
  "members.sheets": { shape: "call"; args: Nothing; answer: Array<CellSheetLine> };
  "members.printList": { shape: "bytes"; args: PrintMembers; answer: Bytes };
  "members.printSheet": { shape: "bytes"; args: PrintCells; answer: Bytes };
  "members.import": { shape: "job"; args: ImportRoster; answer: Imported };
  "files.list": { shape: "call"; args: FilesOf; answer: Array<Attachment> };
  "files.thumbnail": { shape: "bytes"; args: FileOf; answer: Bytes };
  "files.drawn": { shape: "bytes"; args: FileOf; answer: Bytes };
  "files.add": { shape: "job"; args: AddFile; answer: Added };
  "files.open": { shape: "job"; args: FileOf; answer: Lent };
  "files.save": { shape: "job"; args: SaveFile; answer: Done };
  "files.rename": { shape: "call"; args: RenameFile; answer: Done };
  "files.remove": { shape: "call"; args: FileOf; answer: Done };
  "negotiation.list": { shape: "call"; args: Nothing; answer: Array<NegotiationLine> };
  "negotiation.get": { shape: "call"; args: NegotiationRef; answer: Negotiation };
  "negotiation.start": { shape: "call"; args: StartNegotiation; answer: string };
  "negotiation.remove": { shape: "call"; args: NegotiationRef; answer: Done };
  "negotiation.saveOffer": { shape: "call"; args: SaveOffer; answer: Done };
  "negotiation.recordReply": { shape: "call"; args: RecordReply; answer: Done };
  "negotiation.saveRepresentatives": { shape: "call"; args: SaveRepresentatives; answer: Done };
  "negotiation.people": { shape: "call"; args: NegotiationRef; answer: NegotiationPeople };
  "negotiation.fillSeat": { shape: "call"; args: FillSeat; answer: string };
  "negotiation.saveElection": { shape: "call"; args: RepresentativeElection; answer: string };
  "negotiation.removeElection": { shape: "call"; args: RepresentativeElectionRef; answer: Done };
  "negotiation.saveMandate": { shape: "call"; args: Mandate; answer: string };
  "negotiation.removeMandate": { shape: "call"; args: MandateRef; answer: Done };
  "negotiation.preparation": { shape: "call"; args: NegotiationRef; answer: Preparation };
  "negotiation.saveOpinions": { shape: "call"; args: OpinionSurvey; answer: Done };
  "negotiation.removeOpinions": { shape: "call"; args: NegotiationRef; answer: Done };
  "negotiation.takeOpinions": { shape: "call"; args: NegotiationRef; answer: Done };
  "negotiation.saveTopic": { shape: "call"; args: SaveTopic; answer: Done };
  "negotiation.saveMeeting": { shape: "call"; args: MeetingInput; answer: string };
  "negotiation.removeMeeting": { shape: "call"; args: RemoveMeeting; answer: Done };
  "negotiation.addEvent": { shape: "call"; args: AddEvent; answer: string };
  "negotiation.changeEvent": { shape: "call"; args: ChangeEvent; answer: Done };
  "negotiation.removeEvent": { shape: "call"; args: RemoveEvent; answer: Done };
  "negotiation.openWarning": { shape: "call"; args: NegotiationRef; answer: string };
  "negotiation.ofCase": { shape: "call"; args: CaseOfTalks; answer: TalksOfCase | null };
  "negotiation.saveOrder": { shape: "call"; args: CorrectionOrder; answer: string };
  "negotiation.removeOrder": { shape: "call"; args: CorrectionOrderRef; answer: Done };
  "negotiation.saveSuspension": { shape: "call"; args: SuspensionInput; answer: string };
  "negotiation.resume": { shape: "call"; args: ResumeTalks; answer: Done };
  "negotiation.removeSuspension": { shape: "call"; args: SuspensionRef; answer: Done };
  "negotiation.saveInformation": { shape: "call"; args: SaveInformation; answer: Done };
  "negotiation.markInformation": { shape: "call"; args: MarkInformation; answer: Done };
  "negotiation.signSecrecy": { shape: "call"; args: SignSecrecy; answer: Done };
  "negotiation.addAgreement": { shape: "call"; args: AddAgreement; answer: string };
  "negotiation.saveAgreement": { shape: "call"; args: SaveAgreement; answer: Done };
  "negotiation.removeAgreement": { shape: "call"; args: AgreementRef; answer: Done };
  "negotiation.judgeVote": { shape: "call"; args: SaveAgreementVote; answer: Array<AgreementVote> };
  "negotiation.saveVote": { shape: "call"; args: SaveAgreementVote; answer: string };
  "negotiation.removeVote": { shape: "call"; args: AgreementVoteRef; answer: Done };
  "negotiation.markMaterial": { shape: "call"; args: MarkMaterial; answer: Done };
  "negotiation.checkOffer": { shape: "call"; args: AgreementRef; answer: AgreementCheckOffer };
  "negotiation.saveCheck": { shape: "call"; args: SaveAgreementCheck; answer: string };
  "negotiation.removeCheck": { shape: "call"; args: AgreementCheckRef; answer: Done };
  "negotiation.saveAmendment": { shape: "call"; args: SaveAmendment; answer: string };
  "negotiation.saveFiling": { shape: "call"; args: AgreementFiling; answer: Done };
  "negotiation.seal": { shape: "call"; args: SealNegotiation; answer: Done };
  "negotiation.markUndertaking": { shape: "call"; args: MarkUndertaking; answer: Done };
  "pay.figures": { shape: "call"; args: PayFiguresQuery; answer: PayFigures | null };
  "pay.printFigures": { shape: "bytes"; args: PayFiguresQuery; answer: Bytes };
  "pay.simulator": { shape: "call"; args: PayFiguresQuery; answer: PaySimulator };
  "pay.simulate": { shape: "call"; args: SimulatePay; answer: PaySimulation };
  "pay.saveScenario": { shape: "call"; args: SavePayScenario; answer: string };
  "pay.chooseScenario": { shape: "call"; args: PayScenarioRef; answer: Done };
  "pay.removeScenario": { shape: "call"; args: PayScenarioRef; answer: Done };
  "pay.saveInsurance": { shape: "call"; args: PayInsurance; answer: string };
  "pay.removeInsurance": { shape: "call"; args: PayInsuranceRef; answer: Done };
  "negotiation.takeScenario": { shape: "call"; args: NegotiationRef; answer: Done };
  "contract.get": { shape: "call"; args: ContractRef; answer: ContractDraft };
  "contract.compare": { shape: "call"; args: CompareContracts; answer: ContractComparison };
  "contract.start": { shape: "call"; args: StartContract; answer: Done };
  "contract.saveClause": { shape: "call"; args: SaveContractClause; answer: string };
  "contract.takeLibrary": { shape: "call"; args: TakeLibraryClause; answer: string };
  "contract.takeAgreed": { shape: "call"; args: TakeAgreedText; answer: string };
  "contract.order": { shape: "call"; args: OrderContractClauses; answer: Done };
  "contract.removeClause": { shape: "call"; args: ContractClauseRef; answer: Done };
  "contract.fill": { shape: "call"; args: FillContractBlank; answer: Done };
  "contract.keep": { shape: "call"; args: KeepContractVersion; answer: string };
  "contract.paste": { shape: "call"; args: PasteContract; answer: string };
  "contract.removeVersion": { shape: "call"; args: ContractVersionRef; answer: Done };
  "skillPay.get": { shape: "call"; args: NegotiationRef; answer: SkillPay };
  "skillPay.save": { shape: "call"; args: SaveSkillPay; answer: Done };
  "negotiation.previewMeeting": { shape: "bytes"; args: PreviewMeeting; answer: Bytes };
  "pay.list": { shape: "call"; args: Nothing; answer: Array<PaySheetLine> };
  "pay.get": { shape: "call"; args: PaySheetRef; answer: PaySheet };
  "pay.lines": { shape: "call"; args: PayLineQuery; answer: PayLinePage };
  "pay.origin": { shape: "call"; args: PayLineRef; answer: PayLineOrigin };
  "pay.preview": { shape: "job"; args: PreviewPay; answer: PayPreview };
  "pay.import": { shape: "job"; args: ImportPay; answer: PayImported };
  "pay.readBands": { shape: "call"; args: PastedPay; answer: PayBandsRead };
  "pay.save": { shape: "call"; args: PaySheetInput; answer: string };
  "pay.remove": { shape: "call"; args: PaySheetRef; answer: Done };
  "pay.matchLine": { shape: "call"; args: MatchPayLine; answer: Done };
  "pay.references": { shape: "call"; args: Nothing; answer: Array<PayReference> };
  "pay.readReferences": { shape: "call"; args: PastedPay; answer: PayReferencesRead };
  "pay.saveReference": { shape: "call"; args: PayReference; answer: string };
  "pay.saveReferences": { shape: "call"; args: PayReferences; answer: number };
  "pay.removeReference": { shape: "call"; args: PayReferenceRef; answer: Done };
  "history.list": { shape: "call"; args: HistoryQuery; answer: HistoryPage };
  "history.actors": { shape: "call"; args: Nothing; answer: Array<HistoryActor> };
  "history.step": { shape: "call"; args: StepRef; answer: StepDetail };
  "history.of": { shape: "call"; args: RecordRef; answer: Array<LifeEvent> };
  "history.mayTakeBack": { shape: "call"; args: StepRef; answer: Done };
  "history.takeBack": { shape: "call"; args: StepRef; answer: Moved };
  "history.export": { shape: "job"; args: ExportHistory; answer: Exported };
  "trash.list": { shape: "call"; args: Nothing; answer: Array<TrashLine> };
  "trash.takenBack": { shape: "call"; args: Nothing; answer: Array<UndoneStep> };
  "trash.retentions": { shape: "call"; args: Nothing; answer: Array<Retention> };
  "trash.setRetention": { shape: "call"; args: SetRetention; answer: Done };
  "trash.restore": { shape: "call"; args: TrashRef; answer: BroughtBack };
  "trash.purge": { shape: "call"; args: PurgeRecord; answer: Purged };
  "trash.purgeStep": { shape: "job"; args: PurgeStep; answer: Purged };
  "trash.purged": { shape: "call"; args: Nothing; answer: Purges };
  "drafts.list": { shape: "call"; args: Nothing; answer: Array<DraftLine> };
  "drafts.get": { shape: "call"; args: DraftRef; answer: KeptDraft | null };
  "drafts.save": { shape: "call"; args: SaveDraft; answer: Done };
  "drafts.discard": { shape: "call"; args: DraftRef; answer: Done };
  "drafts.left": { shape: "call"; args: Nothing; answer: Array<LeftDraft> };
  "drafts.takeOver": { shape: "call"; args: LeftDraftRef; answer: Done };
  "drafts.discardLeft": { shape: "call"; args: LeftDraftRef; answer: Done };
  "incoming.list": { shape: "call"; args: IncomingQuery; answer: IncomingPage };
  "incoming.get": { shape: "call"; args: IncomingRef; answer: Incoming };
  "incoming.save": { shape: "call"; args: IncomingInput; answer: string };
  "incoming.finish": { shape: "call"; args: FinishIncoming; answer: Done };
  "incoming.reopen": { shape: "call"; args: IncomingRef; answer: Done };
  "incoming.export": { shape: "job"; args: ExportIncoming; answer: Exported };
  "incoming.remove": { shape: "call"; args: IncomingRef; answer: Done };
  "forms.list": { shape: "call"; args: Nothing; answer: Array<KeptForm> };
  "forms.marks": { shape: "call"; args: Nothing; answer: Array<MarkGroup> };
  "forms.get": { shape: "call"; args: FormRef; answer: FormDetail };
  "forms.try": { shape: "call"; args: FormOf; answer: FormOutcome };
  "forms.add": { shape: "job"; args: AddForm; answer: string };
  "forms.change": { shape: "call"; args: ChangeForm; answer: Done };
  "forms.remove": { shape: "call"; args: FormRef; answer: Done };
  "forms.fill": { shape: "job"; args: FillForm; answer: FilledFormFile };
  "committee.list": { shape: "call"; args: CommitteeQuery; answer: CommitteePage };
  "committee.get": { shape: "call"; args: CommitteeRef; answer: CommitteeRecord };
  "committee.save": { shape: "call"; args: CommitteeInput; answer: string };
  "committee.sign": { shape: "call"; args: SignCommittee; answer: Done };
  "committee.remove": { shape: "call"; args: CommitteeRef; answer: Done };
  "committee.export": { shape: "job"; args: ExportCommittee; answer: Exported };
  "decisions.list": { shape: "call"; args: Nothing; answer: Array<DecisionLine> };
  "decisions.of": { shape: "call"; args: DecidedAct; answer: Array<DecisionLine> };
  "decisions.cite": { shape: "call"; args: CiteDecision; answer: string };
  "decisions.uncite": { shape: "call"; args: DecisionUseRef; answer: Done };
  "correspondence.list": { shape: "call"; args: UnionLetterQuery; answer: Array<UnionLetterLine> };
  "correspondence.get": { shape: "call"; args: UnionLetterRef; answer: UnionLetter };
  "correspondence.begin": { shape: "call"; args: BeginLetter; answer: UnionLetterInput };
  "correspondence.save": { shape: "call"; args: UnionLetterInput; answer: string };
  "correspondence.remove": { shape: "call"; args: UnionLetterRef; answer: Done };
  "letters.list": { shape: "call"; args: SupervisionQuery; answer: SupervisionPage };
  "letters.get": { shape: "call"; args: SupervisionRef; answer: SupervisionCase };
  "letters.save": { shape: "call"; args: SupervisionInput; answer: string };
  "letters.remove": { shape: "call"; args: SupervisionRef; answer: Done };
  "letters.saveEvent": { shape: "call"; args: SupervisionEventInput; answer: string };
  "letters.removeEvent": { shape: "call"; args: SupervisionEventRef; answer: Done };
  "letters.start": { shape: "call"; args: StartLetter; answer: SupervisionLetterStart };
  "letters.saveLetter": { shape: "call"; args: SupervisionLetterInput; answer: string };
  "letters.serveLetter": { shape: "call"; args: SupervisionServed; answer: Done };
  "letters.removeLetter": { shape: "call"; args: SupervisionLetterRef; answer: Done };
  "letters.inspectors": { shape: "call"; args: Nothing; answer: Array<SupervisionInspector> };
  "letters.saveInspector": { shape: "call"; args: SupervisionInspectorInput; answer: string };
  "letters.removeInspector": { shape: "call"; args: SupervisionInspectorRef; answer: Done };
  "letters.export": { shape: "job"; args: ExportSupervision; answer: Exported };
  "appeals.list": { shape: "call"; args: AppealQuery; answer: AppealPage };
  "appeals.counts": { shape: "call"; args: AppealYear; answer: Array<AppealCount> };
  "appeals.get": { shape: "call"; args: AppealRef; answer: Appeal };
  "appeals.save": { shape: "call"; args: AppealInput; answer: string };
  "appeals.answer": { shape: "call"; args: AnswerAppeal; answer: Done };
  "appeals.reopen": { shape: "call"; args: AppealRef; answer: Done };
  "appeals.forward": { shape: "call"; args: ForwardAppeal; answer: Done };
  "appeals.toCase": { shape: "call"; args: AppealRef; answer: string };
  "appeals.toMediation": { shape: "call"; args: AppealRef; answer: string };
  "appeals.remove": { shape: "call"; args: AppealRef; answer: Done };
  "appeals.export": { shape: "job"; args: ExportAppeals; answer: Exported };
  "dismissals.list": { shape: "call"; args: DismissalQuery; answer: DismissalPage };
  "dismissals.get": { shape: "call"; args: DismissalRef; answer: Dismissal };
  "dismissals.save": { shape: "call"; args: DismissalInput; answer: string };
  "dismissals.remove": { shape: "call"; args: DismissalRef; answer: Done };
  "dismissals.saveChecks": { shape: "call"; args: DismissalChecks; answer: Done };
  "dismissals.start": { shape: "call"; args: DismissalRef; answer: DismissalOpinionStart };
  "dismissals.saveOpinion": { shape: "call"; args: DismissalOpinion; answer: Done };
  "dismissals.deliver": { shape: "call"; args: DismissalDelivered; answer: Done };
  "dismissals.saveAnswer": { shape: "call"; args: DismissalAnswered; answer: Done };
  "dismissals.saveHelp": { shape: "call"; args: DismissalHelped; answer: Done };
  "dismissals.toMediation": { shape: "call"; args: DismissalRef; answer: string };
  "dismissals.close": { shape: "call"; args: DismissalClosed; answer: Done };
  "dismissals.export": { shape: "job"; args: ExportDismissals; answer: Exported };
  "mediation.list": { shape: "call"; args: MediationQuery; answer: MediationPage };
  "mediation.get": { shape: "call"; args: MediationRef; answer: MediationCase };
  "mediation.save": { shape: "call"; args: MediationInput; answer: string };
  "mediation.remove": { shape: "call"; args: MediationRef; answer: Done };
  "mediation.saveEvent": { shape: "call"; args: MediationEventInput; answer: string };
  "mediation.removeEvent": { shape: "call"; args: MediationEventRef; answer: Done };
  "mediation.committee": { shape: "call"; args: Nothing; answer: MediationCommittee };
  "mediation.saveMediator": { shape: "call"; args: MediatorInput; answer: string };
  "mediation.removeMediator": { shape: "call"; args: MediatorRef; answer: Done };
  "mediation.export": { shape: "job"; args: ExportMediation; answer: Exported };
  "platform.list": { shape: "call"; args: PlatformQuery; answer: PlatformList };
  "platform.export": { shape: "job"; args: ExportPlatform; answer: Exported };
  "platform.firm": { shape: "call"; args: PlatformFirmRef; answer: PlatformFirm };
  "platform.saveFirm": { shape: "call"; args: PlatformFirmInput; answer: string };
  "platform.removeFirm": { shape: "call"; args: PlatformFirmRef; answer: Done };
  "platform.works": { shape: "call"; args: PlatformWorkQuery; answer: PlatformWorkPage };
  "platform.saveWork": { shape: "call"; args: PlatformWorkInput; answer: string };
  "platform.removeWork": { shape: "call"; args: PlatformWorkRef; answer: Done };
  "platform.referrals": { shape: "call"; args: Nothing; answer: Array<PlatformReferralLine> };
  "platform.saveReferral": { shape: "call"; args: PlatformReferralInput; answer: string };
  "platform.replyReferral": { shape: "call"; args: PlatformReferralReply; answer: Done };
  "platform.removeReferral": { shape: "call"; args: PlatformReferralRef; answer: Done };
  "platform.talk": { shape: "call"; args: PlatformTalkRef; answer: PlatformTalk };
  "platform.saveTalk": { shape: "call"; args: PlatformTalkInput; answer: string };
  "platform.removeTalk": { shape: "call"; args: PlatformTalkRef; answer: Done };
  "platform.saveMeeting": { shape: "call"; args: PlatformMeetingInput; answer: string };
  "platform.removeMeeting": { shape: "call"; args: PlatformMeetingRef; answer: Done };
  "platform.saveCap": { shape: "call"; args: PlatformCapInput; answer: string };
  "platform.removeCap": { shape: "call"; args: PlatformCapRef; answer: Done };
  "platform.helps": { shape: "call"; args: Nothing; answer: Array<InjuryHelpLine> };
  "platform.help": { shape: "call"; args: InjuryHelpRef; answer: InjuryHelp };
  "platform.saveHelp": { shape: "call"; args: InjuryHelpInput; answer: string };
  "platform.removeHelp": { shape: "call"; args: InjuryHelpRef; answer: Done };
  "leave.list": { shape: "call"; args: LeaveQuery; answer: LeavePage };
  "leave.summary": { shape: "call"; args: LeaveYearQuery; answer: LeaveSummary };
  "leave.export": { shape: "job"; args: ExportLeave; answer: Exported };
  "leave.readSheet": { shape: "job"; args: LeaveSheetFile; answer: LeaveSheetRead };
  "leave.importSheet": { shape: "job"; args: LeaveSheetFile; answer: LeaveSheetKept };
  "leave.person": { shape: "call"; args: LeaveOf; answer: LeaveOfPerson };
  "leave.savePeriod": { shape: "call"; args: LeavePeriodInput; answer: string };
  "leave.savePeriods": { shape: "call"; args: LeavePeriodsInput; answer: number };
  "leave.takePeriod": { shape: "call"; args: LeavePeriodRef; answer: Done };
  "leave.removePeriod": { shape: "call"; args: LeavePeriodRef; answer: Done };
  "leave.saveYear": { shape: "call"; args: LeaveYearInput; answer: string };
  "leave.saveBar": { shape: "call"; args: LeaveBarInput; answer: string };
  "leave.removeBar": { shape: "call"; args: LeaveBarRef; answer: Done };
  "leave.savePay": { shape: "call"; args: LeavePayInput; answer: string };
  "leave.removePay": { shape: "call"; args: LeavePayRef; answer: Done };
  "leave.saveSchedule": { shape: "call"; args: LeaveScheduleInput; answer: string };
  "recuperation.year": { shape: "call"; args: LeaveYearQuery; answer: RecuperationYear };
  "recuperation.batch": { shape: "call"; args: RecuperationBatchRef; answer: RecuperationBatch };
  "recuperation.savePlan": { shape: "call"; args: RecuperationPlanInput; answer: string };
  "recuperation.saveBatch": { shape: "call"; args: RecuperationBatchInput; answer: string };
  "recuperation.removeBatch": { shape: "call"; args: RecuperationBatchRef; answer: Done };
  "recuperation.savePlace": { shape: "call"; args: RecuperationPlaceInput; answer: string };
  "recuperation.removePlace": { shape: "call"; args: RecuperationPlaceRef; answer: Done };
  "safety.list": { shape: "call"; args: HazardQuery; answer: HazardPage };
  "safety.export": { shape: "job"; args: ExportHazards; answer: Exported };
  "safety.readLedger": { shape: "job"; args: ImportHazards; answer: HazardImport };
  "safety.importLedger": { shape: "job"; args: ImportHazards; answer: HazardsTaken };
  "safety.get": { shape: "call"; args: HazardRef; answer: SafetyHazard };
  "safety.save": { shape: "call"; args: HazardInput; answer: string };
  "safety.remove": { shape: "call"; args: HazardRef; answer: Done };
  "safety.saveProposal": { shape: "call"; args: HazardProposal; answer: Done };
  "safety.saveAssurances": { shape: "call"; args: HazardAssurances; answer: Done };
  "safety.saveEvent": { shape: "call"; args: HazardEventInput; answer: string };
  "safety.removeEvent": { shape: "call"; args: HazardEventRef; answer: Done };
  "safety.figures": { shape: "call"; args: SafetyPeriodRef; answer: SafetyFigures };
  "safety.saveReport": { shape: "call"; args: SafetyReportInput; answer: Done };
  "safety.saveFiling": { shape: "call"; args: SafetyFiling; answer: Done };
  "safety.visits": { shape: "call"; args: SafetyVisitQuery; answer: SafetyVisitPage };
  "safety.exportVisits": { shape: "job"; args: ExportSafetyVisits; answer: Exported };
  "safety.visit": { shape: "call"; args: SafetyVisitRef; answer: SafetyVisit };
  "safety.saveVisit": { shape: "call"; args: SafetyVisitInput; answer: string };
  "safety.removeVisit": { shape: "call"; args: SafetyVisitRef; answer: Done };
  "congress.list": { shape: "call"; args: Nothing; answer: CongressTerms };
  "congress.get": { shape: "call"; args: CongressTermRef; answer: CongressTerm };
  "congress.saveTerm": { shape: "call"; args: CongressTermInput; answer: string };
  "congress.removeTerm": { shape: "call"; args: CongressTermRef; answer: Done };
  "congress.saveDelegate": { shape: "call"; args: CongressDelegateInput; answer: string };
  "congress.removeDelegate": { shape: "call"; args: CongressDelegateRef; answer: Done };
  "congress.motions": { shape: "call"; args: CongressMotionQuery; answer: CongressMotionPage };
  "congress.exportMotions": { shape: "job"; args: ExportCongressMotions; answer: Exported };
  "congress.motion": { shape: "call"; args: CongressMotionRef; answer: CongressMotion };
  "congress.saveMotion": { shape: "call"; args: CongressMotionInput; answer: string };
  "congress.removeMotion": { shape: "call"; args: CongressMotionRef; answer: Done };
  "congress.meetings": { shape: "call"; args: Nothing; answer: CongressMeetings };
  "congress.meeting": { shape: "call"; args: CongressMeetingRef; answer: CongressMeeting };
  "congress.saveMeeting": { shape: "call"; args: CongressMeetingInput; answer: string };
  "congress.removeMeeting": { shape: "call"; args: CongressMeetingRef; answer: Done };
  "reform.articles": { shape: "call"; args: ReformYearQuery; answer: ReformOverview };
  "reform.article": { shape: "call"; args: ReformArticleRef; answer: ReformArticle };
  "reform.saveArticle": { shape: "call"; args: ReformArticleInput; answer: Done };
  "reform.list": { shape: "call"; args: ReformQuery; answer: ReformPage };
  "reform.export": { shape: "job"; args: ExportReform; answer: Exported };
  "reform.get": { shape: "call"; args: ReformMeasureRef; answer: ReformMeasure };
  "reform.save": { shape: "call"; args: ReformMeasureInput; answer: string };
  "reform.finish": { shape: "call"; args: ReformEnding; answer: Done };
  "reform.remove": { shape: "call"; args: ReformMeasureRef; answer: Done };
  "hardship.list": { shape: "call"; args: HardshipQuery; answer: HardshipPage };
  "hardship.export": { shape: "job"; args: ExportHardship; answer: Exported };
  "hardship.get": { shape: "call"; args: HardshipFileRef; answer: HardshipFile };
  "hardship.save": { shape: "call"; args: HardshipFileInput; answer: string };
  "hardship.remove": { shape: "call"; args: HardshipFileRef; answer: Done };
  "hardship.aids": { shape: "call"; args: MemberAidQuery; answer: MemberAidPage };
  "hardship.exportAids": { shape: "job"; args: ExportAids; answer: Exported };
  "hardship.aid": { shape: "call"; args: MemberAidRef; answer: MemberAidLine };
  "hardship.saveAid": { shape: "call"; args: MemberAidInput; answer: string };
  "hardship.removeAid": { shape: "call"; args: MemberAidRef; answer: Done };
  "archive.list": { shape: "call"; args: ArchiveOf; answer: Archive };
  "archive.make": { shape: "job"; args: MakeArchive; answer: ArchiveMade };
  "report.year": { shape: "call"; args: ReportYear; answer: YearReport };
  "report.savePhotos": { shape: "call"; args: SaveReportPhotos; answer: Done };
  "report.saveTexts": { shape: "call"; args: YearTexts; answer: Done };
  "papers.list": { shape: "call"; args: PapersAsked; answer: Array<PaperLine> };
  "outgoing.list": { shape: "call"; args: OutgoingQuery; answer: OutgoingPage };
  "outgoing.get": { shape: "call"; args: OutgoingRef; answer: Outgoing };
  "outgoing.export": { shape: "job"; args: ExportOutgoing; answer: Exported };
  "outgoing.saveSending": { shape: "call"; args: SendingInput; answer: string };
  "outgoing.removeSending": { shape: "call"; args: SendingRef; answer: Done };
  "outgoing.file": { shape: "call"; args: FilePaper; answer: Done };
  "outgoing.unfile": { shape: "call"; args: OutgoingRef; answer: Done };
  "papers.texts": { shape: "call"; args: TextsOf; answer: Array<PaperText> };
  "papers.saveText": { shape: "call"; args: SaveText; answer: Done };
  "papers.dropText": { shape: "call"; args: DropText; answer: Done };
  "papers.preview": { shape: "bytes"; args: PaperRef; answer: Bytes };
  "papers.issued": { shape: "bytes"; args: IssuedRef; answer: Bytes };
  "papers.print": { shape: "call"; args: PrintPaper; answer: Printed };
  "papers.exportWord": { shape: "call"; args: ExportWord; answer: ExportedWord };
  "templates.list": { shape: "call"; args: Nothing; answer: Array<TemplatePaper> };
  "templates.takeOut": { shape: "call"; args: TakeOutTemplate; answer: TemplateTakenOut };
  "templates.read": { shape: "call"; args: OwnTemplateFile; answer: TemplateLooked };
  "templates.sample": { shape: "bytes"; args: OwnTemplateFile; answer: Bytes };
  "templates.take": { shape: "call"; args: TakeTemplate; answer: string };
  "templates.drop": { shape: "call"; args: OwnTemplateRef; answer: Done };
  "faces.list": { shape: "call"; args: Nothing; answer: Array<RoleFace> };
  "faces.machine": { shape: "job"; args: Nothing; answer: Array<MachineFace> };
  "faces.choose": { shape: "call"; args: ChooseFace; answer: Done };
  "faces.sample": { shape: "bytes"; args: Nothing; answer: Bytes };
  "papers.lastPrinting": { shape: "call"; args: Nothing; answer: LastPrinting };
  "papers.keepPrinting": { shape: "call"; args: LastPrinting; answer: Done };
  "papers.issue": { shape: "call"; args: IssuePaper; answer: string };
};

/** The right each command needs. */
export type Right = "anyone" | "reader" | "chair" | { writer: string };

/** Who may give which command, for buttons that say beforehand what would be refused. */
export const rights: Record<keyof Contract, Right> = {
  "ledger.status": "anyone",
  "ledger.strength": "anyone",
  "ledger.founding": "anyone",
  "ledger.keepFounding": "anyone",
  "ledger.create": "anyone",
  "ledger.open": "anyone",
  "ledger.openRecovery": "anyone",
  "ledger.lock": "anyone",
  "ledger.undo": {"writer":"desk"},
  "ledger.redo": {"writer":"desk"},
  "ledger.sheetKept": "chair",
  "ledger.renewKey": "chair",
  "ledger.check": "reader",
  "ledger.backup": {"writer":"desk"},
  "ledger.backups": "reader",
  "ledger.lookInto": "chair",
  "ledger.lookAt": "anyone",
  "ledger.restore": "chair",
  "ledger.bring": "anyone",
  "ledger.dropOldCopies": "chair",
  "ledger.head": "reader",
  "ledger.prove": "reader",
  "ledger.rebuild": "chair",
  "demo.open": "anyone",
  "people.list": "reader",
  "people.add": "chair",
  "people.change": "chair",
  "people.remove": "chair",
  "people.setPassphrase": "chair",
  "people.changePassphrase": "reader",
  "sight.reveal": "reader",
  "sight.cover": "reader",
  "sight.settle": "chair",
  "sight.log": "chair",
  "custody.list": "reader",
  "custody.save": "chair",
  "custody.remove": "chair",
  "succession.handOver": "chair",
  "succession.pack": "chair",
  "settings.get": "reader",
  "settings.save": "chair",
  "law.places": "anyone",
  "law.rules": "reader",
  "law.rule": "reader",
  "law.tryOwn": "reader",
  "law.saveOwn": "chair",
  "law.removeOwn": "chair",
  "law.packs": "reader",
  "law.readPack": "reader",
  "law.takePack": "chair",
  "law.tryDropPack": "reader",
  "law.dropPack": "chair",
  "law.trust": "chair",
  "law.distrust": "chair",
  "calendar.years": "reader",
  "calendar.form": "reader",
  "calendar.try": "reader",
  "calendar.save": "chair",
  "calendar.remove": "chair",
  "calendar.read": "reader",
  "calendar.export": "reader",
  "union.checkCreditCode": "anyone",
  "union.get": "reader",
  "union.save": "chair",
  "union.bodies": "reader",
  "union.saveTerm": {"writer":"members"},
  "union.removeTerm": {"writer":"members"},
  "union.groups": "reader",
  "union.groupPeople": "reader",
  "union.saveGroup": {"writer":"members"},
  "union.removeGroup": {"writer":"members"},
  "union.assignGroup": {"writer":"members"},
  "union.workforce": "reader",
  "union.saveWorkforce": {"writer":"members"},
  "union.removeWorkforce": {"writer":"members"},
  "union.fee": "reader",
  "union.saveFeeShare": {"writer":"members"},
  "union.removeFeeShare": {"writer":"members"},
  "union.saveFeePayroll": {"writer":"members"},
  "union.saveFeePayment": {"writer":"members"},
  "union.removeFeePayment": {"writer":"members"},
  "union.saveFeeDemand": {"writer":"members"},
  "union.removeFeeDemand": {"writer":"members"},
  "election.list": "reader",
  "election.start": "reader",
  "election.get": "reader",
  "election.save": {"writer":"members"},
  "election.remove": {"writer":"members"},
  "election.saveEvent": {"writer":"members"},
  "election.removeEvent": {"writer":"members"},
  "election.saveCandidates": {"writer":"members"},
  "election.ballotStart": "reader",
  "election.saveBallot": {"writer":"members"},
  "election.removeBallot": {"writer":"members"},
  "membersCongress.list": "reader",
  "membersCongress.get": "reader",
  "membersCongress.save": {"writer":"members"},
  "membersCongress.remove": {"writer":"members"},
  "membersCongress.delegates": "reader",
  "membersCongress.saveDelegates": {"writer":"members"},
  "union.exportFee": "reader",
  "today.list": "reader",
  "search.all": "reader",
  "members.search": "reader",
  "members.counts": "reader",
  "members.get": "reader",
  "members.save": {"writer":"members"},
  "consents.list": "reader",
  "consents.save": {"writer":"members"},
  "consents.remove": {"writer":"members"},
  "members.groups": "reader",
  "members.statistics": "reader",
  "members.exportStatistics": "reader",
  "members.printStatistics": "reader",
  "members.lists": "reader",
  "members.saveList": {"writer":"members"},
  "members.removeList": {"writer":"members"},
  "members.previewBulk": {"writer":"members"},
  "members.setBulk": {"writer":"members"},
  "members.flags": "reader",
  "members.saveTag": {"writer":"members"},
  "members.removeTag": {"writer":"members"},
  "members.duplicates": "reader",
  "members.compare": "reader",
  "members.merge": {"writer":"members"},
  "members.setApart": {"writer":"members"},
  "members.liftApart": {"writer":"members"},
  "dossier.get": "reader",
  "dossier.beginEmployment": {"writer":"members"},
  "dossier.correctEmployment": {"writer":"members"},
  "dossier.removeEmployment": {"writer":"members"},
  "dossier.saveContract": {"writer":"members"},
  "dossier.removeContract": {"writer":"members"},
  "dossier.saveCertificate": {"writer":"members"},
  "dossier.removeCertificate": {"writer":"members"},
  "dossier.saveTraining": {"writer":"members"},
  "dossier.removeTraining": {"writer":"members"},
  "dossier.saveHonour": {"writer":"members"},
  "dossier.removeHonour": {"writer":"members"},
  "dossier.saveExam": {"writer":"members"},
  "dossier.readRecords": {"writer":"members"},
  "dossier.keepRecords": {"writer":"members"},
  "dossier.removeExam": {"writer":"members"},
  "members.remove": {"writer":"members"},
  "members.life": "reader",
  "members.saveEvent": {"writer":"members"},
  "members.removeEvent": {"writer":"members"},
  "members.applications": "reader",
  "members.readApplicants": {"writer":"members"},
  "members.apply": {"writer":"members"},
  "members.signApplications": {"writer":"members"},
  "members.sayOpinion": {"writer":"members"},
  "members.refuseApplication": {"writer":"members"},
  "members.removeApplication": {"writer":"members"},
  "members.admit": {"writer":"members"},
  "members.admission": "reader",
  "members.unnumbered": "reader",
  "members.giveNumbers": {"writer":"members"},
  "members.handCards": {"writer":"members"},
  "members.expel": {"writer":"members"},
  "members.dues": "reader",
  "members.duesMonth": "reader",
  "members.duesPerson": "reader",
  "members.duesArrears": "reader",
  "members.duesEntries": "reader",
  "members.duesEntry": "reader",
  "members.readDues": {"writer":"members"},
  "members.duesLapses": "reader",
  "members.saveDuesBasis": {"writer":"members"},
  "members.removeDuesBasis": {"writer":"members"},
  "members.saveDuesBases": {"writer":"members"},
  "members.payDues": {"writer":"members"},
  "members.payDuesOf": {"writer":"members"},
  "members.reverseDues": {"writer":"members"},
  "members.saveDuesTalk": {"writer":"members"},
  "members.removeDuesTalk": {"writer":"members"},
  "members.endForDues": {"writer":"members"},
  "members.exportDues": "reader",
  "members.exportArrears": "reader",
  "members.origins": "reader",
  "members.importCertificates": {"writer":"members"},
  "members.importTrainings": {"writer":"members"},
  "members.importExams": {"writer":"members"},
  "members.uploadTemplates": "reader",
  "members.checkUpload": {"writer":"members"},
  "members.saveUpload": {"writer":"members"},
  "members.preview": {"writer":"members"},
  "members.previewRows": {"writer":"members"},
  "members.export": "reader",
  "members.sheets": "reader",
  "members.printList": "reader",
  "members.printSheet": "reader",
  "members.import": {"writer":"members"},
  "files.list": "reader",
  "files.thumbnail": "reader",
  "files.drawn": "reader",
  "files.add": {"writer":"desk"},
  "files.open": "reader",
  "files.save": "reader",
  "files.rename": {"writer":"desk"},
  "files.remove": {"writer":"desk"},
  "negotiation.list": "reader",
  "negotiation.get": "reader",
  "negotiation.start": {"writer":"negotiation"},
  "negotiation.remove": {"writer":"negotiation"},
  "negotiation.saveOffer": {"writer":"negotiation"},
  "negotiation.recordReply": {"writer":"negotiation"},
  "negotiation.saveRepresentatives": {"writer":"negotiation"},
  "negotiation.people": "reader",
  "negotiation.fillSeat": {"writer":"negotiation"},
  "negotiation.saveElection": {"writer":"negotiation"},
  "negotiation.removeElection": {"writer":"negotiation"},
  "negotiation.saveMandate": {"writer":"negotiation"},
  "negotiation.removeMandate": {"writer":"negotiation"},
  "negotiation.preparation": "reader",
  "negotiation.saveOpinions": {"writer":"negotiation"},
  "negotiation.removeOpinions": {"writer":"negotiation"},
  "negotiation.takeOpinions": {"writer":"negotiation"},
  "negotiation.saveTopic": {"writer":"negotiation"},
  "negotiation.saveMeeting": {"writer":"negotiation"},
  "negotiation.removeMeeting": {"writer":"negotiation"},
  "negotiation.addEvent": {"writer":"negotiation"},
  "negotiation.changeEvent": {"writer":"negotiation"},
  "negotiation.removeEvent": {"writer":"negotiation"},
  "negotiation.openWarning": {"writer":"negotiation"},
  "negotiation.ofCase": "reader",
  "negotiation.saveOrder": {"writer":"negotiation"},
  "negotiation.removeOrder": {"writer":"negotiation"},
  "negotiation.saveSuspension": {"writer":"negotiation"},
  "negotiation.resume": {"writer":"negotiation"},
  "negotiation.removeSuspension": {"writer":"negotiation"},
  "negotiation.saveInformation": {"writer":"negotiation"},
  "negotiation.markInformation": {"writer":"negotiation"},
  "negotiation.signSecrecy": {"writer":"negotiation"},
  "negotiation.addAgreement": {"writer":"negotiation"},
  "negotiation.saveAgreement": {"writer":"negotiation"},
  "negotiation.removeAgreement": {"writer":"negotiation"},
  "negotiation.judgeVote": "reader",
  "negotiation.saveVote": {"writer":"negotiation"},
  "negotiation.removeVote": {"writer":"negotiation"},
  "negotiation.markMaterial": {"writer":"negotiation"},
  "negotiation.checkOffer": "reader",
  "negotiation.saveCheck": {"writer":"negotiation"},
  "negotiation.removeCheck": {"writer":"negotiation"},
  "negotiation.saveAmendment": {"writer":"negotiation"},
  "negotiation.saveFiling": {"writer":"negotiation"},
  "negotiation.seal": "chair",
  "negotiation.markUndertaking": {"writer":"negotiation"},
  "pay.figures": "reader",
  "pay.printFigures": "reader",
  "pay.simulator": "reader",
  "pay.simulate": "reader",
  "pay.saveScenario": {"writer":"negotiation"},
  "pay.chooseScenario": {"writer":"negotiation"},
  "pay.removeScenario": {"writer":"negotiation"},
  "pay.saveInsurance": {"writer":"negotiation"},
  "pay.removeInsurance": {"writer":"negotiation"},
  "negotiation.takeScenario": {"writer":"negotiation"},
  "contract.get": "reader",
  "contract.compare": "reader",
  "contract.start": {"writer":"negotiation"},
  "contract.saveClause": {"writer":"negotiation"},
  "contract.takeLibrary": {"writer":"negotiation"},
  "contract.takeAgreed": {"writer":"negotiation"},
  "contract.order": {"writer":"negotiation"},
  "contract.removeClause": {"writer":"negotiation"},
  "contract.fill": {"writer":"negotiation"},
  "contract.keep": {"writer":"negotiation"},
  "contract.paste": {"writer":"negotiation"},
  "contract.removeVersion": {"writer":"negotiation"},
  "skillPay.get": "reader",
  "skillPay.save": {"writer":"negotiation"},
  "negotiation.previewMeeting": "reader",
  "pay.list": "reader",
  "pay.get": "reader",
  "pay.lines": "reader",
  "pay.origin": "reader",
  "pay.preview": {"writer":"negotiation"},
  "pay.import": {"writer":"negotiation"},
  "pay.readBands": {"writer":"negotiation"},
  "pay.save": {"writer":"negotiation"},
  "pay.remove": {"writer":"negotiation"},
  "pay.matchLine": {"writer":"negotiation"},
  "pay.references": "reader",
  "pay.readReferences": {"writer":"negotiation"},
  "pay.saveReference": {"writer":"negotiation"},
  "pay.saveReferences": {"writer":"negotiation"},
  "pay.removeReference": {"writer":"negotiation"},
  "history.list": "reader",
  "history.actors": "reader",
  "history.step": "reader",
  "history.of": "reader",
  "history.mayTakeBack": {"writer":"desk"},
  "history.takeBack": {"writer":"desk"},
  "history.export": "reader",
  "trash.list": "reader",
  "trash.takenBack": "chair",
  "trash.retentions": "reader",
  "trash.setRetention": "chair",
  "trash.restore": {"writer":"desk"},
  "trash.purge": "chair",
  "trash.purgeStep": "chair",
  "trash.purged": "reader",
  "drafts.list": "reader",
  "drafts.get": "reader",
  "drafts.save": {"writer":"desk"},
  "drafts.discard": {"writer":"desk"},
  "drafts.left": "chair",
  "drafts.takeOver": "chair",
  "drafts.discardLeft": "chair",
  "incoming.list": "reader",
  "incoming.get": "reader",
  "incoming.save": {"writer":"office"},
  "incoming.finish": {"writer":"office"},
  "incoming.reopen": {"writer":"office"},
  "incoming.export": "reader",
  "incoming.remove": {"writer":"office"},
  "forms.list": "reader",
  "forms.marks": "reader",
  "forms.get": "reader",
  "forms.try": "reader",
  "forms.add": {"writer":"office"},
  "forms.change": {"writer":"office"},
  "forms.remove": {"writer":"office"},
  "forms.fill": {"writer":"office"},
  "committee.list": "reader",
  "committee.get": "reader",
  "committee.save": {"writer":"office"},
  "committee.sign": {"writer":"office"},
  "committee.remove": {"writer":"office"},
  "committee.export": "reader",
  "decisions.list": "reader",
  "decisions.of": "reader",
  "decisions.cite": {"writer":"desk"},
  "decisions.uncite": {"writer":"desk"},
  "correspondence.list": "reader",
  "correspondence.get": "reader",
  "correspondence.begin": "reader",
  "correspondence.save": {"writer":"office"},
  "correspondence.remove": {"writer":"office"},
  "letters.list": "reader",
  "letters.get": "reader",
  "letters.save": {"writer":"letters"},
  "letters.remove": {"writer":"letters"},
  "letters.saveEvent": {"writer":"letters"},
  "letters.removeEvent": {"writer":"letters"},
  "letters.start": "reader",
  "letters.saveLetter": {"writer":"letters"},
  "letters.serveLetter": {"writer":"letters"},
  "letters.removeLetter": {"writer":"letters"},
  "letters.inspectors": "reader",
  "letters.saveInspector": {"writer":"letters"},
  "letters.removeInspector": {"writer":"letters"},
  "letters.export": "reader",
  "appeals.list": "reader",
  "appeals.counts": "reader",
  "appeals.get": "reader",
  "appeals.save": {"writer":"letters"},
  "appeals.answer": {"writer":"letters"},
  "appeals.reopen": {"writer":"letters"},
  "appeals.forward": {"writer":"letters"},
  "appeals.toCase": {"writer":"letters"},
  "appeals.toMediation": {"writer":"letters"},
  "appeals.remove": {"writer":"letters"},
  "appeals.export": "reader",
  "dismissals.list": "reader",
  "dismissals.get": "reader",
  "dismissals.save": {"writer":"letters"},
  "dismissals.remove": {"writer":"letters"},
  "dismissals.saveChecks": {"writer":"letters"},
  "dismissals.start": "reader",
  "dismissals.saveOpinion": {"writer":"letters"},
  "dismissals.deliver": {"writer":"letters"},
  "dismissals.saveAnswer": {"writer":"letters"},
  "dismissals.saveHelp": {"writer":"letters"},
  "dismissals.toMediation": {"writer":"letters"},
  "dismissals.close": {"writer":"letters"},
  "dismissals.export": "reader",
  "mediation.list": "reader",
  "mediation.get": "reader",
  "mediation.save": {"writer":"letters"},
  "mediation.remove": {"writer":"letters"},
  "mediation.saveEvent": {"writer":"letters"},
  "mediation.removeEvent": {"writer":"letters"},
  "mediation.committee": "reader",
  "mediation.saveMediator": {"writer":"letters"},
  "mediation.removeMediator": {"writer":"letters"},
  "mediation.export": "reader",
  "platform.list": "reader",
  "platform.export": "reader",
  "platform.firm": "reader",
  "platform.saveFirm": {"writer":"platform"},
  "platform.removeFirm": {"writer":"platform"},
  "platform.works": "reader",
  "platform.saveWork": {"writer":"platform"},
  "platform.removeWork": {"writer":"platform"},
  "platform.referrals": "reader",
  "platform.saveReferral": {"writer":"platform"},
  "platform.replyReferral": {"writer":"platform"},
  "platform.removeReferral": {"writer":"platform"},
  "platform.talk": "reader",
  "platform.saveTalk": {"writer":"platform"},
  "platform.removeTalk": {"writer":"platform"},
  "platform.saveMeeting": {"writer":"platform"},
  "platform.removeMeeting": {"writer":"platform"},
  "platform.saveCap": {"writer":"platform"},
  "platform.removeCap": {"writer":"platform"},
  "platform.helps": "reader",
  "platform.help": "reader",
  "platform.saveHelp": {"writer":"platform"},
  "platform.removeHelp": {"writer":"platform"},
  "leave.list": "reader",
  "leave.summary": "reader",
  "leave.export": "reader",
  "leave.readSheet": "reader",
  "leave.importSheet": {"writer":"leave"},
  "leave.person": "reader",
  "leave.savePeriod": {"writer":"leave"},
  "leave.savePeriods": {"writer":"leave"},
  "leave.takePeriod": {"writer":"leave"},
  "leave.removePeriod": {"writer":"leave"},
  "leave.saveYear": {"writer":"leave"},
  "leave.saveBar": {"writer":"leave"},
  "leave.removeBar": {"writer":"leave"},
  "leave.savePay": {"writer":"leave"},
  "leave.removePay": {"writer":"leave"},
  "leave.saveSchedule": {"writer":"leave"},
  "recuperation.year": "reader",
  "recuperation.batch": "reader",
  "recuperation.savePlan": {"writer":"leave"},
  "recuperation.saveBatch": {"writer":"leave"},
  "recuperation.removeBatch": {"writer":"leave"},
  "recuperation.savePlace": {"writer":"leave"},
  "recuperation.removePlace": {"writer":"leave"},
  "safety.list": "reader",
  "safety.export": "reader",
  "safety.readLedger": "reader",
  "safety.importLedger": {"writer":"safety"},
  "safety.get": "reader",
  "safety.save": {"writer":"safety"},
  "safety.remove": {"writer":"safety"},
  "safety.saveProposal": {"writer":"safety"},
  "safety.saveAssurances": {"writer":"safety"},
  "safety.saveEvent": {"writer":"safety"},
  "safety.removeEvent": {"writer":"safety"},
  "safety.figures": "reader",
  "safety.saveReport": {"writer":"safety"},
  "safety.saveFiling": {"writer":"safety"},
  "safety.visits": "reader",
  "safety.exportVisits": "reader",
  "safety.visit": "reader",
  "safety.saveVisit": {"writer":"safety"},
  "safety.removeVisit": {"writer":"safety"},
  "congress.list": "reader",
  "congress.get": "reader",
  "congress.saveTerm": {"writer":"congress"},
  "congress.removeTerm": {"writer":"congress"},
  "congress.saveDelegate": {"writer":"congress"},
  "congress.removeDelegate": {"writer":"congress"},
  "congress.motions": "reader",
  "congress.exportMotions": "reader",
  "congress.motion": "reader",
  "congress.saveMotion": {"writer":"congress"},
  "congress.removeMotion": {"writer":"congress"},
  "congress.meetings": "reader",
  "congress.meeting": "reader",
  "congress.saveMeeting": {"writer":"congress"},
  "congress.removeMeeting": {"writer":"congress"},
  "reform.articles": "reader",
  "reform.article": "reader",
  "reform.saveArticle": {"writer":"reform"},
  "reform.list": "reader",
  "reform.export": "reader",
  "reform.get": "reader",
  "reform.save": {"writer":"reform"},
  "reform.finish": {"writer":"reform"},
  "reform.remove": {"writer":"reform"},
  "hardship.list": "reader",
  "hardship.export": "reader",
  "hardship.get": "reader",
  "hardship.save": {"writer":"members"},
  "hardship.remove": {"writer":"members"},
  "hardship.aids": "reader",
  "hardship.exportAids": "reader",
  "hardship.aid": "reader",
  "hardship.saveAid": {"writer":"members"},
  "hardship.removeAid": {"writer":"members"},
  "archive.list": "reader",
  "archive.make": "reader",
  "report.year": "reader",
  "report.savePhotos": {"writer":"office"},
  "report.saveTexts": {"writer":"office"},
  "papers.list": "reader",
  "outgoing.list": "reader",
  "outgoing.get": "reader",
  "outgoing.export": "reader",
  "outgoing.saveSending": {"writer":"office"},
  "outgoing.removeSending": {"writer":"office"},
  "outgoing.file": {"writer":"office"},
  "outgoing.unfile": {"writer":"office"},
  "papers.texts": "reader",
  "papers.saveText": {"writer":"office"},
  "papers.dropText": {"writer":"office"},
  "papers.preview": "reader",
  "papers.issued": "reader",
  "papers.print": "reader",
  "papers.exportWord": "reader",
  "templates.list": "reader",
  "templates.takeOut": "reader",
  "templates.read": "reader",
  "templates.sample": "reader",
  "templates.take": "chair",
  "templates.drop": "chair",
  "faces.list": "reader",
  "faces.machine": "chair",
  "faces.choose": "chair",
  "faces.sample": "reader",
  "papers.lastPrinting": "reader",
  "papers.keepPrinting": "reader",
  "papers.issue": {"writer":"office"},
};
