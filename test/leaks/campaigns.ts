/** Protected people in; an open campaign whose every field that holds words names one of them out, in texts and in all that was said of it since. */
import { fullName, type Invented } from './people.ts'

type Line = Readonly<Record<string, unknown>>
const signed = { by: 'case-writer', at: '2026-11-20T09:00:00Z' }
const on = '2026-11-19'

/** Only what it asks names nobody: that is what readers find. */
export const ASKED = 'Let nobody be held for a word.'

/** `subject`: somebody who is shown, or a law. `incident`: a public record that its story rests on; null: none. */
export function campaignThatNames(
  id: string,
  subject: object,
  hidden: readonly Invented[],
  incident: string | null,
): readonly Line[] {
  const at = (index: number): Invented => hidden[index % hidden.length] as Invented
  const all = (index: number) => ({
    en: `${fullName(at(index), 'en')} was held.`,
    ru: `${fullName(at(index + 1), 'ru')} говорит.`,
    kk: `${fullName(at(index + 2), 'kk')} ұсталды.`,
  })
  const words = (index: number): string => `told by ${fullName(at(index), 'en')}`
  const free = { en: ASKED, ru: null, kk: null }
  const source = {
    ...{ kind: 'elsewhere', title: words(3) },
    url: `https://example.org/${at(4).surname.en.toLowerCase()}`,
  }
  const tally = {
    kind: 'tally',
    of: 'letter',
    low: 1,
    best: 2,
    high: 3,
    method: 'counted',
    source: 'partner',
    on,
  }
  const delivery = { kind: 'delivery', authority: 'ombudsman', way: 'post', of: 'letter', number: 2, on }
  const event = { kind: 'event', event: 'vigil', on: '2026-12-19', briefed: true }
  const said: readonly Line[] = [
    { kind: 'partner', word: 'agrees', on, how: words(0) },
    { kind: 'person', word: 'agrees', on, how: words(1) },
    {
      ...{ kind: 'risk', on, onlineInCountry: false, note: words(2) },
      levels: { person: 1, family: 1, inside: 3, outside: 0 },
    },
    { kind: 'outcome', outcome: 'replied', on, words: all(3), source, contribution: 'none' },
    { ...event, place: words(4), host: words(5), isPublic: true },
    { ...event, event: 'hearing', place: words(6), host: at(6).email, isPublic: true },
    { ...tally, countedBy: words(7) },
    { ...delivery, manifest: '0'.repeat(64), proof: { kind: 'stamp', words: words(8) }, due: '2026-12-20' },
    { kind: 'reply', delivery: 'e-l007', on, reply: 'formal', words: all(9) },
    {
      kind: 'patches',
      on,
      patches: [{ motif: 'good', cloth: 1, words: fullName(at(10), 'ru'), language: 'ru' }],
    },
    {
      ...{ kind: 'mailing', authority: 'ombudsman', address: at(10).email, of: 'letter', number: 2 },
      ...{ from: '2026-12-01', to: '2026-12-02', perHour: 1, paused: false },
    },
  ]
  return [
    {
      ...{ record: 'campaign', id, country: 'kz', subject, title: free, demand: free, story: all(11) },
      ...{ points: [all(12)], targets: [{ authority: 'ombudsman', duty: all(13), hostile: false }] },
      ...{ kinds: ['letter', 'card'], thresholds: [{ kind: 'letter', number: 2, brings: all(14) }] },
      ...{
        proposedBy: words(15),
        partner: words(16),
        incidents: incident === null ? [] : [incident],
        ...signed,
      },
    },
    ...said.map((body, index) => ({ record: 'campaign-entry', id, entry: `e-l00${index}`, body, ...signed })),
    {
      ...{ record: 'campaign-entry', id, entry: 'e-lopen', body: { kind: 'move', move: 'open' } },
      ...{ why: words(17), by: 'second-reader', at: '2026-11-20T10:00:00Z' },
    },
  ]
}

/** Every address that somebody may guess about it. */
export const campaignAddresses: readonly string[] = [
  ...['campaigns', 'campaigns.json', 'campaigns/new'],
  ...['', '.json', '/edit', '/say/event', '/kit.pdf'].map((one) => `campaigns/cam-leaks00${one}`),
]
