/** The import rule of the house. When this fails, the message says why the wall stands and what to do instead. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('../src', import.meta.url))
const STAGES = ['document', 'extract', 'review', 'link', 'measure', 'publish', 'act', 'teach']

type Wall = { readonly may: readonly string[]; readonly npm: RegExp | 'any'; readonly why: string }
const PURE =
  /^(zod|marked|parse5|franc-min|chardet|unpdf|postal-mime|fflate|saxes|docx|hono\/html|hono\/utils\/html|d3-.*)$/
const WALLS: Readonly<Record<string, Wall>> = {
  core: {
    may: [],
    npm: /^$/,
    why: 'core holds the nouns everything else speaks in; if it needs something, hand that in as a value',
  },
  ...Object.fromEntries(
    STAGES.map((stage) => [
      stage,
      {
        may: ['core'],
        npm: PURE,
        why: 'a stage is a pure function, so that it can be replaced whole; what passes between stages is a type of core, and use cases join them',
      },
    ]),
  ),
  'loop.ts': {
    may: ['core', ...STAGES],
    npm: /^$/,
    why: 'loop.ts is the table of contents: it names doors and does nothing',
  },
  store: {
    may: ['core'],
    npm: 'any',
    why: 'the store keeps what it is given; deciding what to keep is a use case',
  },
  adapters: {
    may: ['core'],
    npm: 'any',
    why: 'an adapter is one part of the outside; a use case decides what to do with it',
  },
  usecases: {
    may: ['core', ...STAGES, 'store', 'adapters', 'loop.ts'],
    npm: /^(zod|kysely)$/,
    why: 'a use case is the same from the desk, the command line and a test, so it knows no face',
  },
  'config.ts': {
    may: ['core'],
    npm: /^zod$/,
    why: 'config.ts is the only reader of the environment and knows nothing else',
  },
  app: {
    may: ['core', 'store', 'adapters', 'usecases', 'config.ts'],
    npm: /^$/,
    why: 'app joins the parts and knows no face',
  },
  web: {
    may: ['core', 'usecases', 'publish', 'act', 'teach', 'store', 'app', 'web/islands'],
    npm: /^(hono(\/.*)?|@hono\/node-server|rate-limiter-flexible)$/,
    why: 'a page asks a use case to write and a query to read',
  },
  'web/islands': {
    may: ['core', 'adapters'],
    npm: /^$/,
    why: 'an island runs in the browser of a reader: it may use what seals and opens, which runs there as it does here, and nothing of the server',
  },
  cli: {
    may: ['core', 'usecases', 'web', 'app', 'config.ts'],
    npm: /^(commander|cli-progress|hono|@hono\/node-server)$/,
    why: 'a verb calls use cases and prints what they return',
  },
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .sort()
const roomOf = (path: string): string =>
  path.startsWith('web/islands/') ? 'web/islands' : (path.split('/')[0] ?? path)
const importsOf = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^'"\n]*(?:\{[^}]*\}[^'"\n]*)?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? '')

const isTest = (path: string): boolean => /(\.test|fixture)\.ts$/.test(path)
const read = (path: string): string => readFileSync(join(SRC, path), 'utf8')

describe('the walls of the house', () => {
  it.each(files.filter((path) => !isTest(path)))('%s imports only what its room may', (path) => {
    const wall = WALLS[roomOf(path)]
    expect(
      wall,
      `src/${path} stands in no room of the house (DESIGN: folders follow the fact); move it into one`,
    ).toBeDefined()
    if (!wall) return
    const wrong = importsOf(read(path)).filter((name) => {
      if (name.startsWith('.')) {
        const target = relative(SRC, resolve(join(SRC, dirname(path)), name))
        return roomOf(target) !== roomOf(path) && !wall.may.includes(roomOf(target))
      }
      if (name.startsWith('node:')) return roomOf(path) === 'core' || STAGES.includes(roomOf(path))
      return wall.npm !== 'any' && !wall.npm.test(name)
    })
    expect(wrong, `src/${path}: ${wall.why}`).toEqual([])
  })

  it.each(files.filter((path) => ['core', ...STAGES].includes(roomOf(path)) && !isTest(path)))(
    '%s has no clock, no chance and no network',
    (path) => {
      const found =
        read(path).match(/\b(Date\.now|new Date\(\)|Math\.random|fetch\(|performance\.now|process\.)/g) ?? []
      expect(
        found,
        `src/${path}: time, chance and the outside are handed in, so that a stage run twice gives the same`,
      ).toEqual([])
    },
  )

  it('is read from the environment in one place only', () => {
    const readers = files.filter((path) => !isTest(path) && /process\.env\b/.test(read(path)))
    expect(readers, 'settings are declared in src/config.ts with a name, a default and a help line').toEqual([
      'config.ts',
    ])
  })

  it('makes a PublicRecord in one place only', () => {
    const makers = files.filter(
      (path) =>
        !isTest(path) &&
        /asPublic\(|as Public<|as unknown as Public|as PublicIncident|as PublicProceeding|as PublicCampaign/.test(
          read(path),
        ),
    )
    expect(
      makers,
      'what the public sees is made by core/withholding and read back by store/queries/public*.ts; nothing else may put the brand on',
    ).toEqual([
      'core/withholding/proceeding.ts',
      'core/withholding/project-analysis.ts',
      'core/withholding/project-campaign.ts',
      'core/withholding/project-publication.ts',
      'core/withholding/project-rating.ts',
      'core/withholding/project-recommendation.ts',
      'core/withholding/project-tactic.ts',
      'core/withholding/project-testimony.ts',
      'core/withholding/project.ts',
      'store/queries/public-campaigns.ts',
      'store/queries/public-proceedings.ts',
      'store/queries/public-publications.ts',
      'store/queries/public-state.ts',
      'store/queries/public.ts',
    ])
  })

  it('makes a PartnerIncident in one place only', () => {
    const makers = files.filter(
      (path) =>
        !isTest(path) &&
        /asPartner\(|as ForPartner<|as unknown as ForPartner|as PartnerIncident/.test(read(path)),
    )
    expect(
      makers,
      'what partners see is made by core/withholding and read back by store/queries/partner.ts; nothing else may put the brand on',
    ).toEqual([
      'core/withholding/project-testimony.ts',
      'core/withholding/project.ts',
      'store/queries/partner.ts',
    ])
  })

  it('shows no reader of the public site what is made for partners', () => {
    const pages = files.filter(
      (path) => /^(publish|web\/site|store\/queries\/public)/.test(path) && !isTest(path),
    )
    expect(
      pages.filter((path) => /Partner/.test(read(path))),
      'a page for any reader is given PublicIncident; what is made for partners has a way of its own',
    ).toEqual([])
  })

  it('shows the public site nothing but public tables', () => {
    const text = files
      .filter((path) => path.startsWith('web/site/'))
      .map(read)
      .join('\n')
    const queries = [...text.matchAll(/store\/queries\/([\w-]+)\.ts/g)].map((match) => match[1])
    expect(
      queries.filter((name) => !/^public(-\w+)*$/.test(name ?? '')),
      'a page that reads anything but store/queries/public*.ts can leak',
    ).toEqual([])
    const tables = files
      .filter((path) => /^store\/queries\/public/.test(path) && !isTest(path))
      .flatMap((path) =>
        // What stands in a comment is read from nowhere.
        [
          ...read(path)
            .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
            .matchAll(/(?:selectFrom\('|Join\('|\bfrom )(\w+)/g),
        ].map((match) => match[1] ?? ''),
      )
    expect(tables.length).toBeGreaterThan(5)
    expect(
      tables.filter((table) => !/^public_|^found$/.test(table)),
      'store/queries/public*.ts read public_ tables only',
    ).toEqual([])
  })

  it('lets renderers see public types alone', () => {
    const renderers = files.filter((path) => path.startsWith('publish/') && !isTest(path))
    const raw = renderers.filter((path) =>
      /\b(Incident|TextOfRecord|Claim|Person|Basis)\b[^'"\n]*from '[./]*core\/(record|claim|person)\.ts'/.test(
        read(path),
      ),
    )
    expect(raw, 'a renderer is given PublicIncident; a raw record in its hands is a leak waiting').toEqual([])
  })

  it('keeps files small enough to hold in mind', () => {
    const lengths = files
      .filter((path) => !isTest(path))
      .map((path) => read(path).split('\n').length)
      .sort((a, b) => a - b)
    expect(
      lengths[Math.floor(lengths.length / 2)],
      'the median file of src/ stays under 90 lines',
    ).toBeLessThan(90)
  })

  it.each(files.filter((path) => !isTest(path)))(
    '%s begins with the sentence that says what it is',
    (path) => {
      expect(read(path), 'the first line says what the file turns into what').toMatch(/^\/\*\*/)
    },
  )
})
