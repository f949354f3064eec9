/** A house in, an open campaign on a law in it out: agreed to, reviewed, opened by a second person. */

import { today } from '../src/adapters/clock.ts'
import type { Context } from '../src/usecases/context.ts'
import { parseDecided } from '../src/usecases/decided-schema.ts'
import { replayDecisions } from '../src/usecases/replay-decisions.ts'

const en = (words: string) => ({ en: words, ru: null, kk: null })

export async function openCampaign(
  app: Context,
  id: string,
  more: { readonly closes?: string } = {},
): Promise<void> {
  const day = today(app.clock)
  const pack = app.knowledge.packs.get('kz')
  const law = pack && [...pack.provisions.keys()][0]
  const text = {
    ...{
      record: 'campaign',
      id,
      country: 'kz',
      subject: { kind: 'law', law },
      incidents: [],
      thresholds: [],
    },
    ...{
      title: en('A law is used against those who speak.'),
      demand: en('Repeal it.'),
      story: en('What it is used for.'),
    },
    ...{
      points: [],
      kinds: ['signature', 'letter', 'patch'],
      proposedBy: 'A local group',
      partner: 'group-one',
    },
    targets: [{ authority: 'prosecutor-general', duty: en('Their duty.'), hostile: true }],
    ...more,
  }
  const entries = [
    { kind: 'partner', word: 'agrees', on: day, how: 'a call' },
    {
      ...{ kind: 'risk', on: day, onlineInCountry: false, note: 'as the lawyer says' },
      levels: { person: 0, family: 0, inside: 3, outside: 0 },
    },
    { kind: 'move', move: 'open' },
  ]
  const lines = [
    { ...text, by: 'writer', at: app.clock.now() },
    ...entries.map((body, at) => ({
      ...{ record: 'campaign-entry', id, entry: `e-100${at}`, body, by: 'opener', at: app.clock.now() },
    })),
  ]
  const { codebook } = app.knowledge
  await replayDecisions(
    app,
    lines.map((line) => parseDecided(line, codebook, day, 'bench')),
  )
}
