// The words about what was typed and not yet saved.
export const drafts = {
  title: "上次没有保存完的草稿",
  lead: (when: string) => `${when}填到一半，没有保存。可以接着填，也可以丢弃、按账本里的重新填。`,
  /** Of one that could not be kept in the ledger yet. */
  leadNow: "刚才填到一半，没有保存。可以接着填，也可以丢弃、按账本里的重新填。",
  covered: {
    reveal: "里面可能有完整的号码、工资或健康情况，现在不显示。请先写明用途，显示以后接着填；草稿都在。",
    taken: "里面可能有您现在没有权限查看的内容，所以不显示；草稿还在。请主席授权后再接着填；不等的，可以丢弃。",
  },
  take: "继续填写",
  refuse: "丢弃草稿",
  refuseWhat: (what: string) => `“${what}”里填了还没有保存的内容都会丢掉，找不回来。已经保存过的不受影响。`,
  kept: "草稿随输随存，存在账本里；离开、锁定或断电后回来都还在。",
  /** Whoever leaves the desk with forms half filled in. */
  leaving: (name: string, n: number) => `${name}还有${n}份没填完的草稿：`,
  leavingKeep: "留下来，由主席接着办或者丢弃",
  leavingDiscard: "一起丢弃，找不回来",
  left: "离任人员留下的草稿",
  leftLead: "离任的经办人没填完的表单。接过来以后，打开那张表单会提示接着填；不用的可以丢弃。里面可能有个人信息，要先写明用途，会记入查阅记录。",
  leftLine: (owner: string, when: string) => `${owner || "离任的经办人"}，${when}`,
  takeOver: "接过来",
  taken: (where: string) => `已接过来。打开“${where}”里的这张表单，会提示接着填。`,
  discard: "丢弃",
  discardWhat: (owner: string) => `${owner || "离任的经办人"}填了还没有保存的内容都会丢掉，找不回来。已经保存过的不受影响。`,
  discarded: "已丢弃。",
  otherForm: "其他表单",
};
