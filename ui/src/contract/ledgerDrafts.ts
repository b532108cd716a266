// Drafts in the open ledger. Past the client on purpose: a draft is no step, and no page refreshes because one was kept.
import type { DraftPlace, DraftStore, KeptDraft } from "../drafts";
import { platform } from "../platform";

async function ask(name: "drafts.get" | "drafts.save" | "drafts.discard" | "drafts.list", args: object): Promise<unknown> {
  return (await platform().call(name, args)).value;
}

export const ledgerDrafts: DraftStore = {
  get: async (form, record) => (await ask("drafts.get", { form, record })) as KeptDraft | null,
  save: async (form, record, body) => void (await ask("drafts.save", { form, record, body })),
  discard: async (form, record) => void (await ask("drafts.discard", { form, record })),
  list: async () => (await ask("drafts.list", {})) as DraftPlace[],
};
