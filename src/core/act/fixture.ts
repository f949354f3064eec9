/** An invented campaign, for tests: its text, its table of states, and what is said of it. */
import type { CampaignEntry, CampaignText } from './campaign.ts'
import type { CampaignEntryBody } from './lines.ts'
import type { CampaignMove, CampaignMoveRule, CampaignMoves, CampaignNeed, CampaignState } from './state.ts'

const told = (en: string) => ({ en, ru: null, kk: null })

export const TEXT: CampaignText = {
  ...{ id: 'cam-aigul', country: 'kz', subject: { kind: 'person', person: 'aigul-serikova' } },
  ...{ title: told('She reported on a trial and was tried herself.'), demand: told('Drop the case.') },
  ...{ story: told('She stood at the door of the court.'), points: [told('Reporting is no crime.')] },
  targets: [{ authority: 'prosecutor-general', duty: told('Law on the prosecution'), hostile: true }],
  ...{ kinds: ['signature', 'letter', 'patch', 'lesson'], thresholds: [] },
  ...{ proposedBy: 'A local group', partner: 'group-one', incidents: [] },
  ...{ by: 'lena', at: '2026-10-01T09:00:00.000Z', why: null, event: 1 },
}

const move = (
  name: CampaignMove,
  from: readonly CampaignState[],
  to: CampaignState,
  more: Partial<CampaignMoveRule> = {},
): readonly [CampaignMove, CampaignMoveRule] => [
  name,
  {
    ...{ id: `campaign.${name}@1`, reason: told('why'), example: 'as here', label: told(name) },
    ...{ move: name, from, to, notByWriter: false, needsReason: false, needs: [] as readonly CampaignNeed[] },
    ...more,
  } as CampaignMoveRule,
]
export const MOVES: CampaignMoves = new Map([
  move('veto', ['proposed'], 'vetoed'),
  move('open', ['proposed', 'open', 'paused', 'reversed', 'closed'], 'open', {
    notByWriter: true,
    needs: ['partner', 'consent', 'risk', 'target'],
  }),
  move('pause', ['open'], 'paused'),
  move('win', ['open', 'paused'], 'won', { needs: ['outcome'] }),
  move('reverse', ['won'], 'reversed', { needs: ['turned'] }),
  move('close', ['open', 'paused', 'won', 'reversed'], 'closed'),
])

export const moved = (name: CampaignMove): CampaignEntryBody => ({ kind: 'move', move: name })

/** The partner and the person agreed, and the risks were looked at, on one day. */
export const agreed = (on: string): readonly CampaignEntryBody[] => [
  { kind: 'partner', word: 'agrees', on, how: 'by a call' },
  { kind: 'person', word: 'agrees', on, how: 'a signed paper' },
  {
    ...{ kind: 'risk', on, onlineInCountry: false, note: 'Nobody named but the person.' },
    levels: { person: 1, family: 1, inside: 3, outside: 0 },
  },
]

/** Each as an entry of its own, one after the other in the log. */
export const saidAll = (...all: readonly CampaignEntryBody[]): readonly Omit<CampaignEntry, 'first'>[] =>
  all.map((body, index) => ({
    ...{ entry: `e${index + 1}`, body, struck: false },
    ...{ by: 'lena', at: '2026-11-01T09:00:00.000Z', why: null, event: index + 2 },
  }))
