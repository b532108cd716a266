// What the forms of new employment forms begin with and send, and where a place of the core leads. Pure.
import type {
  InjuryHelp,
  InjuryHelpInput,
  InjuryOutcome,
  PlatformCap,
  PlatformCapInput,
  PlatformCapKind,
  PlatformFirm,
  PlatformFirmInput,
  PlatformMeeting,
  PlatformMeetingInput,
  PlatformPosition,
  PlatformReferral,
  PlatformReferralInput,
  PlatformTalkInput,
  PlatformTopicAsked,
  PlatformWork,
  PlatformWorkInput,
  Place,
  Province,
} from "../../contract/bindings";

/** The module's own tables, and what its verdicts and papers hang on. */
export const listened = [
  "platform_firm",
  "platform_work",
  "platform_referral",
  "platform_talk",
  "platform_meeting",
  "platform_position",
  "platform_cap",
  "injury_help",
  "person",
  "membership_event",
  "union_record",
  "paper",
];

export const tabs = ["firms", "referrals", "helps", "classes"] as const;
export type Tab = (typeof tabs)[number];

/** What is open: a record with the form that a duty points at, or a part of the page. */
export type Opened = { kind: "firm" | "talk" | "help" | "referral"; id: string; form: string } | { kind: Tab };

/** Where a place leads: `firm`, `firm:talk`, `talk:meeting`, `help:edit`, `referral` with the record's id; a tab without. */
export function opened(place: Place): Opened {
  const [what, ...rest] = place.part?.split(":") ?? [];
  const kind = (["firm", "talk", "help", "referral"] as const).find((one) => one === what);
  if (place.id && (kind || !what)) return { kind: kind ?? "firm", id: place.id, form: rest.join(":") };
  return { kind: tabs.find((tab) => tab === what) ?? "firms" };
}

/** The tab above what is open. */
export function tabOf(open: Opened): Tab {
  if (open.kind === "help") return "helps";
  if (open.kind === "referral") return "referrals";
  return open.kind === "firm" || open.kind === "talk" ? "firms" : open.kind;
}

const some = (words: string | null | undefined) => words?.trim() || undefined;
const shown = (number: number | null | undefined) => (number == null ? "" : String(number));

/** A whole number as typed: nothing for an empty field, null for what is no number. */
export function whole(typed: string): number | undefined | null {
  const text = typed.trim();
  if (text === "") return undefined;
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
const sent = (typed: string) => whole(typed) ?? undefined;

export function firmOf(one: PlatformFirm | null) {
  const r = one?.record;
  return {
    id: r?.id,
    kind: r?.kind ?? ("platform" as const),
    name: r?.name ?? "",
    creditCode: r?.creditCode ?? "",
    trade: r?.trade ?? ("delivery" as const),
    city: r?.city ?? "",
    partnerOf: r?.partnerOf ?? "",
    headcount: shown(r?.headcount),
    unionMembers: shown(r?.unionMembers),
    ownUnion: r?.ownUnion ?? "",
    tradeUnion: r?.tradeUnion ?? "",
    localUnion: r?.localUnion ?? "",
    injury: r?.injury ?? ("unknown" as const),
    injurySince: r?.injurySince ?? "",
    injurySource: r?.injurySource ?? "",
    insurance: r?.insurance ?? ("unknown" as const),
    contact: r?.contact ?? "",
    endedOn: r?.endedOn ?? "",
    note: r?.note ?? "",
  };
}

export function sentFirm(form: ReturnType<typeof firmOf>): PlatformFirmInput {
  const covered = form.injury === "covered";
  return {
    id: form.id,
    kind: form.kind,
    name: form.name,
    creditCode: some(form.creditCode),
    trade: form.trade,
    city: some(form.city),
    partnerOf: form.kind === "partner" ? some(form.partnerOf) : undefined,
    headcount: sent(form.headcount),
    unionMembers: sent(form.unionMembers),
    ownUnion: some(form.ownUnion),
    tradeUnion: some(form.tradeUnion),
    localUnion: some(form.localUnion),
    injury: form.injury,
    injurySince: covered ? some(form.injurySince) : undefined,
    injurySource: some(form.injurySource),
    insurance: form.insurance,
    contact: some(form.contact),
    endedOn: some(form.endedOn),
    note: some(form.note),
  };
}

export function workOf(firm: string, one: PlatformWork | null) {
  const r = one?.record;
  return {
    id: r?.id,
    person: r?.person ?? "",
    name: one?.name ?? "",
    firm,
    class: r?.class ?? ("partial" as const),
    basis: r?.basis ?? "",
    station: r?.station ?? "",
    channel: r?.channel ?? "",
    since: r?.since ?? "",
    until: r?.until ?? "",
  };
}

export function sentWork(form: ReturnType<typeof workOf>): PlatformWorkInput {
  return { id: form.id, person: form.person, firm: form.firm, class: form.class, basis: some(form.basis), station: some(form.station), channel: some(form.channel), since: some(form.since), until: some(form.until) };
}

/** A standing referral, or a new one today to the union that the verdict names. */
export function referralOf(work: PlatformWork | null, standing: PlatformReferral | null, today: string) {
  const r = standing?.record;
  return {
    id: r?.id,
    work: r?.work ?? work?.id ?? "",
    toKind: r?.toKind ?? work?.route.to ?? ("trade" as const),
    toUnion: r?.toUnion ?? work?.route.union ?? "",
    referredOn: r?.referredOn ?? today,
    consentOn: r?.consentOn ?? "",
    replyBy: r?.replyBy ?? "",
    note: r?.note ?? "",
    lateEntry: r?.lateEntry ?? "",
  };
}

export function sentReferral(form: ReturnType<typeof referralOf>): PlatformReferralInput {
  return { ...form, consentOn: some(form.consentOn), replyBy: some(form.replyBy), note: some(form.note), lateEntry: some(form.lateEntry) };
}

/** Whether its letter went out, or what became of it is entered from paper: till then nobody can have answered. */
export const issued = (one: PlatformReferral) => Boolean(one.letter || one.record.lateEntry);

/** The name of a city by its code, with its province; the code where neither is known. */
export function cityName(provinces: Province[], code: string): string {
  for (const province of provinces) {
    const city = province.cities.find((one) => one.code === code);
    if (city) return city.name.startsWith(province.name) ? city.name : province.name + city.name;
  }
  return code;
}

/** The form of talks, new today or standing; the result begins with what the meetings agreed on. New ones cover the people whom the
 * firm's record counts. */
export function talkOf(firm: string, standing: PlatformTalkInput | null, today: string, agreedSoFar?: string | null, headcount?: number | null) {
  const r = standing;
  return {
    id: r?.id,
    firm,
    year: String(r?.year ?? today.slice(0, 4)),
    askedOn: r?.askedOn ?? (r ? "" : today),
    replyBy: r?.replyBy ?? "",
    repliedOn: r?.repliedOn ?? "",
    covers: shown(r ? r.covers : headcount),
    workersSeats: shown(r?.workersSeats),
    employersSeats: shown(r?.employersSeats),
    agreedOn: r?.agreedOn ?? "",
    agreed: r?.agreed ?? agreedSoFar ?? "",
    /** What was offered and is nothing entered until there is a result. */
    offered: agreedSoFar ?? "",
    effectiveOn: r?.effectiveOn ?? "",
    postedOn: r?.postedOn ?? "",
    postedWhere: r?.postedWhere ?? "",
    feedbackBy: r?.feedbackBy ?? "",
    feedbackOn: r?.feedbackOn ?? "",
    feedback: r?.feedback ?? "",
    lateEntry: r?.lateEntry ?? "",
  };
}

export function sentTalk(form: ReturnType<typeof talkOf>): PlatformTalkInput {
  return {
    id: form.id,
    firm: form.firm,
    year: sent(form.year) ?? 0,
    askedOn: some(form.askedOn),
    replyBy: some(form.replyBy),
    repliedOn: some(form.repliedOn),
    covers: sent(form.covers),
    workersSeats: sent(form.workersSeats),
    employersSeats: sent(form.employersSeats),
    agreedOn: some(form.agreedOn),
    agreed: form.agreedOn || form.agreed !== form.offered ? some(form.agreed) : undefined,
    effectiveOn: some(form.effectiveOn),
    postedOn: some(form.postedOn),
    postedWhere: some(form.postedWhere),
    feedbackBy: some(form.feedbackBy),
    feedbackOn: some(form.feedbackOn),
    feedback: some(form.feedback),
    lateEntry: some(form.lateEntry),
  };
}

export type Position = { topic: PlatformPosition["topic"]; title: string; workers: string; employers: string; result: PlatformPosition["result"]; agreed: string };
export const position = (topic: Position["topic"]): Position => ({ topic, title: "", workers: "", employers: "", result: "deferred", agreed: "" });

/** A standing meeting, or a new one today: with the core topics that were not talked over yet, and the people of the last. */
export function meetingOf(talk: string, topics: PlatformTopicAsked[], last: PlatformMeeting | undefined, standing: PlatformMeeting | null, today: string) {
  const r = standing?.record;
  const open = topics.filter((one) => !one.talked).map((one) => position(one.topic));
  return {
    id: r?.id,
    talk,
    heldOn: r?.heldOn ?? today,
    place: r?.place ?? last?.record.place ?? "",
    chair: r?.chair ?? last?.record.chair ?? "",
    recorder: r?.recorder ?? last?.record.recorder ?? "",
    workers: (r ?? last?.record)?.workers.join("\n") ?? "",
    employers: (r ?? last?.record)?.employers.join("\n") ?? "",
    positions: r
      ? r.positions.map((one): Position => ({ topic: one.topic, title: one.title ?? "", workers: one.workers ?? "", employers: one.employers ?? "", result: one.result, agreed: one.agreed ?? "" }))
      : open.length > 0
        ? open
        : [position("other")],
    lateEntry: r?.lateEntry ?? "",
  };
}

const lines = (text: string) => text.split("\n").map((line) => line.trim()).filter((line) => line !== "");

/** What is sent: of the core topics only those on which something was said. */
export function sentMeeting(form: ReturnType<typeof meetingOf>): PlatformMeetingInput {
  const said = form.positions.filter((one) => one.topic === "other" || [one.workers, one.employers, one.agreed].some((text) => text.trim() !== ""));
  return {
    id: form.id,
    talk: form.talk,
    heldOn: form.heldOn,
    place: form.place,
    chair: some(form.chair),
    recorder: some(form.recorder),
    workers: lines(form.workers),
    employers: lines(form.employers),
    positions: said.map((one) => ({ topic: one.topic, title: some(one.title), workers: some(one.workers), employers: some(one.employers), result: one.result, agreed: some(one.agreed) })),
    lateEntry: some(form.lateEntry),
  };
}

export function capOf(firm: string, talk: string, standing: PlatformCap | null, today: string) {
  const r = standing?.record;
  return {
    id: r?.id,
    firm,
    talk: r ? (r.talk ?? "") : talk,
    kind: r?.kind ?? ("continuous" as PlatformCapKind),
    hours: r ? shown(Math.floor(r.minutes / 60)) : "",
    minutes: r ? shown(r.minutes % 60) : "",
    source: r?.source ?? "",
    since: r?.since ?? today,
    until: r?.until ?? "",
  };
}

export function sentCap(form: ReturnType<typeof capOf>): PlatformCapInput {
  return { id: form.id, firm: form.firm, talk: some(form.talk), kind: form.kind, minutes: (sent(form.hours) ?? 0) * 60 + (sent(form.minutes) ?? 0), source: some(form.source), since: form.since, until: some(form.until) };
}

export function helpOf(standing: InjuryHelp | null, today: string) {
  const r = standing?.record;
  return {
    id: r?.id,
    work: r?.work ?? "",
    accidentOn: r?.accidentOn ?? "",
    place: r?.place ?? "",
    orderNumber: r?.orderNumber ?? "",
    asked: r?.asked ?? "",
    askedOn: r?.askedOn ?? today,
    papers: [...(r?.papers ?? [])],
    reportedOn: r?.reportedOn ?? "",
    appliedOn: r?.appliedOn ?? "",
    acceptedOn: r?.acceptedOn ?? "",
    concludedOn: r?.concludedOn ?? "",
    outcome: r?.outcome ?? ("" as InjuryOutcome | ""),
    result: r?.result ?? "",
  };
}

export function sentHelp(form: ReturnType<typeof helpOf>): InjuryHelpInput {
  return {
    id: form.id,
    work: form.work,
    accidentOn: form.accidentOn,
    place: some(form.place),
    orderNumber: some(form.orderNumber),
    asked: form.asked,
    askedOn: form.askedOn,
    papers: form.papers,
    reportedOn: some(form.reportedOn),
    appliedOn: some(form.appliedOn),
    acceptedOn: some(form.acceptedOn),
    concludedOn: some(form.concludedOn),
    outcome: form.outcome || undefined,
    result: some(form.result),
  };
}
