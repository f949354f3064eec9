/** The workspace as somebody signed in meets it: every address they find or guess, every form sent wrong, and what the process wrote meanwhile. */
import type { Hono } from 'hono'
import { vi } from 'vitest'
import type { DeskEnv } from '../../src/web/middleware/signed-in.ts'
import { type Answer, read, walk } from '../crawl.ts'
import type { Entered } from '../world.ts'
import { campaignAddresses } from './campaigns.ts'
import { caseAddresses } from './cases.ts'
import { demandAddresses } from './demands.ts'
import { voiceAddresses } from './voices.ts'

export const ORIGIN = 'http://localhost'
export const NONSENSE = 'qqqq-nobody'
/** Any app that answers like the workspace: the real one, or answers of it played again. */
export type Desk = Pick<Hono<DeskEnv>, 'request'>

export type Guesses = {
  /** Every record there is, and one that is not. */
  readonly records: readonly string[]
  /** Those of them whose trails are asked for too. */
  readonly trails: readonly string[]
  readonly documents: readonly string[]
  readonly people: readonly string[]
  readonly questions?: readonly string[]
  /** Numbers of copies that they asked for. */
  readonly copies?: readonly string[]
  /** Words that nobody here may read: sought for, put where ids stand, sent in forms. */
  readonly secrets: readonly string[]
}

/** Everything else than what somebody looks for leads away from the pages; so does the same blank form for each record, and every further pair of long queues. Of counts the
 * questions that tell most are asked below: every number leads to one more. */
const AWAY =
  /^\/(?!en\/desk\/)|\/sign-out|\/new\?(?:incident|person)|\/cases\?about=|\/(?:twice|links)[^?]*\?at=\d+&blind=1|\/twice\/people\?at=(?:[2-9]|1\d)|\/measure\/(?:training\/|[a-z]+(?:\/rows)?(?:\.\w+)?\?)/

const addresses = ({
  records,
  trails,
  documents,
  people,
  questions = [],
  secrets,
}: Guesses): readonly string[] => {
  const words = [...secrets, NONSENSE].map((one) => encodeURIComponent(one))
  return [
    ...['', 'records', 'records.json', 'records.atom', 'records?page=2', 'records.json?page=2'],
    ...[
      'sealed',
      'sealed.json',
      ...['field', 'field.json', 'field?decided=1', `field/${'0'.repeat(64)}.age`],
      'house',
      'people',
      'people.json',
      'links',
      'links.json',
      'links?at=2',
      ...['', '.json', '.csv'].flatMap((ending) =>
        ['persons', 'incidents'].map(
          (unit) => `measure/unseen${ending}?unit=${unit}&country=kz&from=2000&to=2030&unverified=yes`,
        ),
      ),
      'measure/unseen/absent',
      'twice',
      'twice.json',
      'twice?blind=1',
      'links?blind=1',
      'twice/people',
      'twice/people.json',
      'documents',
      'documents.json',
      'exports',
      'exports.json',
      'access',
    ],
    ...[
      'actions',
      'actions.json',
      'actions/cam-absent0',
      'actions/cam-absent0.json',
      'actions/cam-absent0/foresee',
    ],
    ...['access.json', 'log', 'log.json', 'log?before=20', 'log.json?before=x', 'me', 'accounts', 'away'],
    ...[
      'today.json',
      'questions',
      'questions.json',
      'questions/q-0000000000000000',
      'second',
      'second.json',
      'search',
    ],
    ...['', '/counts', '/laws', '/coverage', '/agreement', '/training', '/mappings'].flatMap((one) => [
      `measure${one}`,
      `measure${one}.json?unverified=on`,
    ]),
    ...['civicus', 'acled'].map((as) => `measure/mappings.json?unverified=on&as=${as}`),
    ...['counts.json', 'counts.csv', 'counts.svg', 'counts/rows', 'counts/rows.json'].map(
      (one) => `measure/${one}?unverified=on&unit=persons${one.includes('rows') ? '' : '&rows=region'}`,
    ),
    ...[...words.slice(0, 2), ...words.slice(-1)].map((word) => `measure/counts?rows=${word}`),
    ...['confirm', 'sign-in', 'absent', 'records.json?q=%00', 'records?state=absent&page=-1'],
    ...['coded', 'published', 'withdrawn'].map((state) => `records.json?state=${state}`),
    ...records.flatMap((id) => [`records/${id}`, `records/${id}.json`]),
    ...trails.flatMap((id) => [`second/${id}`, `second/${id}.json`]),
    ...trails.flatMap((id) => ['source', 'sayings.json'].map((one) => `records/${id}/${one}`)),
    ...documents.flatMap((id) =>
      ['new', 'changes', 'custody', 'custody.json', 'measurements', 'model', 'list', 'list.json'].map(
        (one) => `documents/${id}/${one}`,
      ),
    ),
    ...['records/new', 'inbox/j-absent', 'inbox/j-absent.json'],
    ...['rating', 'rating.json', 'rating/form', 'rating/absent', 'rating/absent.json'].map(
      (one) => `measure/${one}`,
    ),
    ...['write', 'write.json', 'write/pub-absent00', 'write/pub-absent00.json', 'write/pub-absent00/review'],
    ...['analyses', 'analyses.json', 'analyses/new', 'analyses/absent', 'analyses/absent.json'],
    ...['versions', 'versions.json', 'file', 'text.md', 'text.docx', 'sign', 'sign.json'].map(
      (one) => `write/pub-absent00/${one}`,
    ),
    ...['plans', 'plans.json', 'plans/absent', 'plans/absent.json', 'plans/absent/versions'],
    ...['plans/absent/parts/goal', 'plans/absent/plan.jsonl'],
    ...['cards', 'cards.json', 'cards/kz/CC-274/ru', 'cards/kz/CC-274/ru.json', 'cards/kz/absent/ru'],
    ...['measure/watchlist', 'measure/watchlist.json', 'measure/watchlist?as-of=2024-07-01'],
    ...trails.flatMap((id) =>
      ['history', 'history.json', 'relations', 'relations.json', 'absent'].map(
        (one) => `records/${id}/${one}`,
      ),
    ),
    ...records.slice(1).map((id, at) => `twice?left=${records[at]}&right=${id}`),
    ...people.slice(1, 4).map((id, at) => `twice/people?left=${people[at]}&right=${id}`),
    ...documents.flatMap((id) => [`documents/${id}`, `documents/${id}.json`, `documents/${id}/file`]),
    ...people.flatMap((id) => ['', '.json', '/course', '/course.json'].map((one) => `people/${id}${one}`)),
    ...questions.flatMap((id) => [`questions/${id}`, `questions/${id}.json`]),
    ...caseAddresses(words),
    ...voiceAddresses(words),
    ...demandAddresses(words),
    ...campaignAddresses,
    ...words.flatMap((word) => [
      ...['records', 'records.json', 'records.atom'].map((list) => `${list}?q=${word}`),
      ...['records', 'people', 'documents', 'exports'].map((where) => `${where}/${word}`),
    ]),
  ].map((one) => `/en/desk/${one}`)
}

type Form = readonly [path: string, fields: Readonly<Record<string, string>>]
const forms = ({ records, people, secrets, copies = [] }: Guesses): readonly Form[] => {
  const [word = '', id = '', person = ''] = [secrets[0], records[0], people[0]]
  return [
    ['moves', { ids: word, move: 'verify' }],
    ['moves', { ids: id, move: 'absent', why: word }],
    ['moves', { ids: id, move: 'publish', why: word, [word]: 'x' }],
    [`records/${id}/share`, { kind: 'organisation', whom: 'Not A Handle', why: 'x' }],
    [`records/${word}/share`, { kind: 'account', whom: 'nobody', why: 'x' }],
    ['actions/switch', { name: 'absent', on: 'no', why: word }],
    ['actions/cam-absent0/load', { key: word }],
    ['actions/cam-absent0/rule', { kind: 'invalid', cohorts: word, why: word }],
    [`people/${person}/withdraw`, {}],
    [`people/${word}/withdraw`, { why: 'x' }],
    [`people/${person}/basis`, { level: 'absent' }],
    ['cases', { title: word, 'person-1': word }],
    ['observations', { sheet: 'custody', case: 'case-l2' }],
    ['cases/case-l2/entries', { kind: 'stage', stage: 'absent' }],
    ['cases/case-l2/share', { whom: 'nobody', why: word }],
    [
      'voices',
      { country: 'kz', who: word, interviewer: word, spoken: 'ru', tier: 'team', incidents: 'kz-2024-z99' },
    ],
    ['campaigns', { country: 'kz', about: 'person', subject: person, 'title-en': word, 'demand-en': word }],
    ['campaigns', { country: 'kz', about: 'incident', subject: id, 'title-en': word, 'demand-en': word }],
    ['campaigns/cam-absent0/say', { kind: 'partner', how: word }],
    ['campaigns/cam-absent0/mailing', { step: 'begin', address: word }],
    ['recommendations', { body: word, 'ask-en': word, words: word, title: word, spoken: 'en', to: 'absent' }],
    ['tactics', { id: word, 'name-en': word, cost: 'absent' }],
    ['tactics/absent/end', {}],
    ['plans', { title: '' }],
    ['plans/absent/parts/goal/goal', { 'f-text': word }],
    ['plans/absent/comment', { line: 'goal', words: word }],
    ['plans/absent/strike', { line: word, saw: word }],
    ['plans/absent/versions', { name: word }],
    ['recommendations/own', { id: word }],
    ['recommendations/rec-l1', { body: word }],
    ['recommendations/rec-l1/grades', { grader: 'us', of: 'absent', incidents: word }],
    ['recommendations/rec-l1/same', { with: word, verdict: 'same', why: word }],
    ['recommendations/rec-l1/drop', { why: '' }],
    ['voices/tes-00000l2', { who: word }],
    ['voices/tes-00000l2/quotations', { quotation: 'q9', said: word }],
    ['voices/tes-00000l2/withdraw', { on: 'absent', why: word }],
    ['cards/kz/CC-274/ru/review', { print: word, on: word, until: word, role: word, verdict: word }],
    ['cards/kz/CC-274/ru/test', { print: word, tested: word, readers: word }],
    ['cards/kz/CC-274/ru/try', { words: 'x' }],
    ['exports', { ids: 'case-l1', audience: 'team', reason: 'x' }],
    ['exports', { ids: id, audience: 'team', reason: '' }],
    ['exports', { ids: word, audience: 'public', reason: 'x' }],
    ['exports', { ids: id, audience: 'absent', reason: 'x' }],
    ...copies.flatMap((copy): readonly Form[] =>
      ['csv', 'json'].map((format) => [`exports/${copy}/take`, { format }]),
    ),
    ['exports/x-absent/take', { format: 'csv' }],
    ['exports/x-absent/agree', {}],
    ...secrets.slice(0, 4).map((words): Form => ['search', { words }]),
    ...secrets.slice(0, 2).flatMap((q): readonly Form[] => [
      ['seek/records', { q }],
      ['seek/cases', { q }],
    ]),
    ['search', { state: 'published', tier: 'sealed', from: '2000-01-01' }],
    ['questions', { kind: 'incident', about: id, to: 'nobody', words: word }],
    ['measure/watchlist', { country: 'kz', verdict: 'absent', words: word }],
    ['measure/rating/absent/panel', { kind: 'comment', words: word }],
    ['write', { kind: 'case', of: word, language: 'en' }],
    ['write', { kind: 'case', of: person, language: 'en' }],
    ['write/pub-absent00/text', { do: 'words', id: word, words: word }],
    ['write/pub-absent00/remarks', { words: word, to: 'nobody' }],
    ['write/pub-absent00/move', { move: 'withdraw', why: word }],
    [
      'analyses',
      { country: 'kz', law: word, standard: 'ICCPR-19', finding: 'unclear', public: 'yes', author: word },
    ],
    [
      'analyses/absent',
      { country: 'kz', incident: word, standard: 'ICCPR-19', finding: 'unclear', public: 'no' },
    ],
    ['write/pub-absent00/sign/invite', { label: word, days: '' }],
    ['write/pub-absent00/sign/settle', { signatory: word, act: 'confirm', why: word }],
    ['questions', { kind: 'incident', about: 'kz-2024-z99', to: '', words: '' }],
    ['questions/q-0000000000000000', { verdict: 'answered', words: word }],
    [`second/${id}`, { [word]: 'x' }],
    [`second/${id}/settle`, { why: '' }],
    ['records/new', { words: word, way: 'absent' }],
    [`records/${id}/ruling`, { field: 'outcome', why: word }],
    [`records/${id}/tier`, { tier: 'public', why: '' }],
    [`records/${id}/source`, { words: word }],
    ['moves', { ids: '\0', move: 'verify' }],
    [`people/${person}/withdraw`, { why: `${word}\0` }],
    ['exports', { ids: `${id}\0`, audience: 'public', reason: '\0' }],
    ['documents', { pack: word, title: word }],
  ]
}

export async function sent(
  app: Desk,
  { cookie, formToken }: Entered,
  path: string,
  fields: Readonly<Record<string, string>> | [string, string][],
  accept = 'application/json',
): Promise<Answer> {
  const body = new URLSearchParams(fields).toString()
  const response = await app.request(`${ORIGIN}/en/desk/${encodeURI(path)}`, {
    method: 'POST',
    headers: {
      ...{ Cookie: cookie, Origin: ORIGIN, Accept: accept, 'X-Form-Token': formToken },
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body,
  })
  return read(`POST /en/desk/${encodeURI(path)} ${body}`, response)
}

/** What the process writes while it answers is one more answer. */
export async function heard<T>(work: () => Promise<T>): Promise<readonly [T, Answer]> {
  const lines: string[] = []
  const listen = (text: unknown): boolean => {
    lines.push(typeof text === 'string' ? text : Buffer.from(text as Uint8Array).toString('utf8'))
    return true
  }
  const spies = [process.stderr, process.stdout].map((one) =>
    vi.spyOn(one, 'write').mockImplementation(listen),
  )
  try {
    const done = await work()
    return [done, { url: 'log', status: 200, headers: new Headers(), text: lines.join('') }]
  } finally {
    for (const one of spies) one.mockRestore()
  }
}

export async function deskAnswers(app: Desk, entered: Entered, guesses: Guesses): Promise<readonly Answer[]> {
  const [answers, log] = await heard(async () => {
    const ask = async (url: string): Promise<Response> =>
      app.request(`${ORIGIN}${url}`, { headers: { Cookie: entered.cookie } })
    const found = [...(await walk(ask, addresses(guesses), AWAY))]
    for (const [path, fields] of forms(guesses))
      for (const accept of ['application/json', 'text/html'])
        found.push(await sent(app, entered, path, fields, accept))
    return found
  })
  return [...answers, log]
}

/** As written in a page, in data, in an address or in a form. */
const spelt = (word: string): readonly string[] => [
  word,
  encodeURIComponent(word),
  encodeURI(word),
  new URLSearchParams({ q: word }).toString().slice(2),
]

/** Without the word that was asked for itself: an answer may say it again, and nothing else. */
export const unechoed = (answers: readonly Answer[], secrets: readonly string[]): readonly Answer[] =>
  answers.map((one) => {
    const asked = secrets.filter((word) => spelt(word).some((form) => one.url.includes(form)))
    const text = asked.flatMap(spelt).reduce((left, form) => left.replaceAll(form, ''), one.text)
    return { ...one, text }
  })

/** Ids of records, told where they were not asked for, that whoever asked cannot open: a record is there, and its day. */
export function strays(answers: readonly Answer[], records: readonly string[]): readonly string[] {
  const open = (id: string): boolean =>
    answers.some((one) => one.status === 200 && one.url === `/en/desk/records/${id}.json`)
  const closed = records.filter((id) => !open(id))
  return closed.filter((id) => answers.some(({ url, text }) => !url.includes(id) && text.includes(id)))
}

/** Answers that differ from what a word that stands nowhere is answered: they tell that the secret is there. */
export function oracles(answers: readonly Answer[], secrets: readonly string[]): readonly string[] {
  const plain = (one: Answer, word: string): string =>
    spelt(word).reduce(
      (left, form) => left.replaceAll(form, ''),
      one.text.replace(/^content-length.*$/gim, ''),
    )
  const byUrl = new Map(answers.map((one) => [one.url, one]))
  return secrets.flatMap((word) =>
    answers.flatMap((one) => {
      if (!one.url.includes(encodeURIComponent(word)) || one.url.startsWith('POST')) return []
      const nowhere = byUrl.get(one.url.replaceAll(encodeURIComponent(word), NONSENSE))
      const same = nowhere && nowhere.status === one.status && plain(nowhere, NONSENSE) === plain(one, word)
      return same ? [] : [one.url]
    }),
  )
}
