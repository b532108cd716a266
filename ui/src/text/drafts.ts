// The words about what was typed and not yet saved.
export const drafts = {
  title: "上次没有保存完的草稿",
  lead: (when: string) => `${when}填到一半，没有保存。可以接着填，也可以丢弃、按账本里的重新填。`,
  take: "继续填写",
  refuse: "丢弃草稿",
  refuseWhat: (what: string) => `“${what}”里填了还没有保存的内容都会丢掉，找不回来。已经保存过的不受影响。`,
  kept: "草稿随输随存，存在账本里；离开、锁定或断电后回来都还在。",
};
