// The words of filing an affair's papers together.
export const archive = {
  button: "归档包",
  title: (name: string) => `归档包：${name}`,
  lead: "按归档顺序装订成一份 PDF（带封面、卷内文件目录、书签和页号），原件另装一个压缩包，附 SHA-256 校验清单。缺的照实写明。",
  part: (number: number, name: string) => `${number} ${name}`,
  absent: (why: string) => `缺：${why}`,
  nothing: "还没有可以归档的文件和附件。",
  pick: "归档包放在哪个文件夹",
  make: "选文件夹，装订",
  making: "正在装订",
  made: (pieces: number, pages: number) => `已装订 ${pieces} 件 ${pages} 页。`,
  where: (folder: string) => `在“${folder}”。`,
  unbound: "下面这些没有装订，只放在原件包里：",
  loading: "正在整理……",
  close: "关闭",
};
