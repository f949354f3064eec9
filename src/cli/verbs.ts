/** The verbs by name, each read when it is asked for: reading all of the program takes half a second. */
import type { Verb } from './verb.ts'

export const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  demo: async () => (await import('./demo.ts')).demoVerb,
  serve: async () => (await import('./serve.ts')).serveVerb,
  import: async () => (await import('./import.ts')).importVerb,
  extract: async () => (await import('./extract.ts')).extractVerb,
  decide: async () => (await import('./decide.ts')).decideVerb,
  move: async () => (await import('./move.ts')).moveVerb,
  rebuild: async () => (await import('./rebuild.ts')).rebuildVerb,
  margins: async () => (await import('./margins.ts')).marginsVerb,
  mirror: async () => (await import('./mirror.ts')).mirrorVerb,
  verify: async () => (await import('./verify.ts')).verifyVerb,
  doctor: async () => (await import('./doctor.ts')).doctorVerb,
  admin: async () => (await import('./admin.ts')).adminVerb,
  invite: async () => (await import('./invite.ts')).inviteVerb,
  due: async () => (await import('./due.ts')).dueVerb,
  count: async () => (await import('./count.ts')).countVerb,
  names: async () => (await import('./names.ts')).namesVerb,
  link: async () => (await import('./link.ts')).linkVerb,
  list: async () => (await import('./list.ts')).listVerb,
  estimate: async () => (await import('./estimate.ts')).estimateVerb,
  index: async () => (await import('./indices.ts')).indexVerb,
  rate: async () => (await import('./rate.ts')).rateVerb,
  watchlist: async () => (await import('./watchlist.ts')).watchlistVerb,
  withdraw: async () => (await import('./withdraw.ts')).withdrawVerb,
  forget: async () => (await import('./forget.ts')).forgetVerb,
}
