// The words of copies and getting them back, of the check, of proof, and of attachments.
export const copies = {
  title: "备份",
  lead: "每天第一次改动时自动备份在账本文件夹里。电脑坏了、丢了，要靠 U 盘或别处的一份。",
  leadDemo: "示例工会不自动备份，随时可以重新建立；可以备份一份试试。",
  now: "立即备份",
  outside: "备份到 U 盘或文件夹",
  outsideTitle: "选择 U 盘或存放备份的文件夹",
  running: "正在备份",
  made: (steps: number, files: number) => `已备份：${steps} 步${files > 0 ? `，附件 ${files} 个` : ""}。`,
  outsideLast: (day: string, place: string) => `上次备份到电脑之外：${day}，${place}。`,
  outsideAhead: "这一天还没有到：备份时电脑的时钟快了，或者现在慢了，日期不准。",
  outsideNever: "还没有在电脑之外留过备份。",
  outsideDue: (day: string) => `最晚应于 ${day} 再备份一次。`,
  outsideOver: "该备份到 U 盘了。",
  none: "账本文件夹里还没有备份。",
  columns: { at: "时间", steps: "步数", last: "最后一步", size: "大小" },
  before: "整体变动前自动留存",
  ahead: "日期不准",
  aheadWhy: "这份备份写着以后的日期：备份时电脑的时钟快了，或者现在慢了。列表按账本的步数排先后，最上面的一份总是最新的。",
  bad: "打不开",
  opens: "能打开的备份，点“查看”时才逐页核对；“检查账本”会把每一份逐页核对一遍。",
  steps: (n: number) => `${n} 步`,
  look: "查看",
  looking: "正在核对备份",
  inside: "这份备份里有",
  lastStep: (when: string, label: string) => `最后一步：${when}　${label}`,
  counted: (name: string, n: number) => `${name} ${n}`,
  filesMissing: (missing: number, all: number) => `${all} 个附件文件里有 ${missing} 个不在备份旁边`,
  erased: (n: number) => `这份备份里有 ${n} 条记录后来已依法清除，恢复时会再次清除。`,
  altered: (what: string) => `这份备份的结构被改动过：${what}。上面的数目，恢复以后页面和文书上的名单、数字，都可能不真实。请另选一份改动以前的备份；只有这一份的，恢复以后马上检查账本。`,
  restore: "恢复到这一份",
  restoreTitle: "用这份备份替换现在的账本",
  restoreTo: (at: string, steps: number, last: string) => `恢复到 ${at} 的备份：${steps} 步，最后一步是“${last}”。`,
  restoreWhat: "恢复后，账本回到那时的样子；现在的账本会完整留存，可以再恢复回来。经办人和口令保持现在的样子。这一步记入流水，不能用“撤销”退回。",
  restoring: "正在恢复",
  restored: "已恢复。原来的账本留存在备份列表里；恢复错了，可以马上恢复回去。",
  back: "恢复错了，恢复回去",
  backTitle: "恢复回去：换回刚才恢复以前的账本",
  backTo: (at: string, steps: number, last: string) => `回到 ${at} 恢复以前的账本：${steps} 步，最后一步是“${last}”。`,
  backAct: "恢复回去",
  restoreAltered: "仍然恢复这一份",
  close: "收起",
};

export const bring = {
  title: "恢复备份",
  note: "换了电脑，或账本坏了：从 U 盘上的备份把账本取回来。",
  pick: "选择 U 盘或备份所在的文件夹",
  from: "备份在",
  another: "换一个文件夹",
  passphrase: "口令",
  passphraseHint: "备份时任何一位经办人的口令。",
  look: "查看备份",
  looking: "正在核对备份",
  found: "找到这份备份",
  passed: (n: number) => `较新的 ${n} 份已损坏，已跳过。`,
  erasedSince: "这份备份以后清除过的记录会跟着回来，程序无从知道是哪些。取回以后，请到“设置—回收站”里重新清除。",
  act: "取回并打开",
  actAltered: "仍然取回这一份",
  running: "正在取回账本",
};

/** What of a paper's step number and code to look at first. */
const mistyped = (wrong: number | null, fits: number | null) =>
  fits !== null
    ? `校验码是第 ${fits} 步的，请把步数照纸上再看一遍。`
    : wrong !== null
      ? `校验码只有第 ${wrong} 位不一样（不算空格），请照纸上再看一遍。`
      : "请先把步数和校验码照纸上再核对一遍。";

export const check = {
  severities: { error: "要处理", warning: "提醒" } as Record<string, string>,
  mend: { rebuild: "重新整理", settleLooks: "登记缺口" },
  mended: { rebuild: "已重新整理，请再检查一次。", settleLooks: "缺口已登记进流水，请再检查一次。" },
  settleTitle: "登记查阅记录的缺口？",
  settleWhat: "登记以后，检查不再报告这个缺口，以后的查阅记录从缺口之后接着核对；查阅记录的结构被改动过的，照原样重建；连表也被改动的，原来那一份改名留在账本文件夹里。这一步写进流水，不能撤销。",
  prove: "核对纸上的校验码",
  proveNote: "恢复单背面、移交清册和年度工作报告印有步数和校验码。照纸上的输入，就能核对账本的流水到那一步没有被改动过，现在的记录也没有绕过流水改动过。",
  seq: "第几步",
  digits: "校验码（至少前八位）",
  run: "核对",
  proving: "正在核对流水和记录",
  holds: (when: string, label: string) => `对得上：${when}，“${label}”。这一步和以前的流水都与打印时一样，现在的记录也和流水一致。`,
  broken: (found: string) => `对不上。步数和校验码还在，但它所证明的流水被改动过：${found}请换一份备份核对，并向上级工会报告。`,
  altered: (found: string) => `流水对得上，但不能照页面上的来看：${found}请检查账本，照检查的结果处理。`,
  /** Who mistyped is led to the place; only who did not is told what it would mean. */
  differs: (wrong: number | null, fits: number | null) =>
    `对不上。${mistyped(wrong, fits)}确实和纸上一样的，这张纸不是这本账本打印的，或账本被改动过：请换一份备份核对，并向上级工会报告。`,
  beyond: (newest: number, fits: number | null) =>
    `账本只有 ${newest} 步，没有纸上的这一步。${mistyped(null, fits)}确实和纸上一样的，可能恢复过较早的备份：请在备份列表里找更新的一份。`,
};

export const files = {
  title: "附件",
  hide: "收起附件",
  drop: "把文件拖到窗口里，或在这里粘贴截图",
  add: "添加附件",
  pick: "选择附件",
  all: { name: "所有文件", extensions: ["*"] },
  none: "还没有附件。",
  adding: (name: string) => `正在添加“${name}”`,
  added: (name: string) => `已添加“${name}”。可以撤销。`,
  open: "打开",
  save: "另存",
  saveTitle: "保存附件",
  saved: (name: string) => `已保存“${name}”。`,
  rename: "改名",
  renamed: "已改名。可以撤销。",
  name: "附件名称",
  remove: "移除",
  removed: (name: string) => `已移除“${name}”。可以撤销。`,
  /** Which of them a picture had is not known any more: the word is true of each. */
  place: { removed: "已去掉拍摄信息", kept: "可能含拍摄地点" } as Record<string, string>,
  placeHint: { removed: "拍摄地点、可能写着地点的说明文字、相机厂商的记录，照片里有哪样，去掉哪样。" } as Record<string, string>,
  keepPlace: "保留照片里的拍摄地点和其他拍摄信息",
  notice: (names: string[], words: string) => `${names.map((name) => `“${name}”`).join("、")}：${words}`,
  noSmall: "没有小图：图片太大，或者程序读不了；打开和另存不受影响。",
  notDrawn: "没有小图：文件可能已损坏，或者程序读不了；打开和另存不受影响。",
  size: (bytes: number) =>
    bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`,
  by: (when: string, who: string) => `${when}　${who}`,
  tooLarge: "附件每个不超过 200 MB。",
};
