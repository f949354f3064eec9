/** T8 (Bayanat 023: a PDF drawn past its limit): files made to keep the reader busy are read or refused within seconds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '../../src/core/faults.ts'
import type { Context } from '../../src/usecases/context.ts'
import { parseDecided, parseJsonLines } from '../../src/usecases/decided-schema.ts'
import { importReport } from '../../src/usecases/import-report.ts'
import { contentOf } from '../../src/usecases/replay.ts'
import { aDecision, aSource, emptyWorld } from '../world.ts'

/** Of the processor, so that a machine busy with other things does not make a bomb of a report. */
const MOST_MS = 5_000
const spent = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const MOST_BYTES = 300_000_000
const SIZE = 100_000

let world: Context
beforeAll(async () => {
  world = await emptyWorld()
})
afterAll(() => world.store.destroy())

const fill = (text: string, size = SIZE): string => text.repeat(Math.ceil(size / text.length))
const steps = (n: number, line: (at: number) => string): string =>
  Array.from({ length: n }, (_, at) => line(at)).join('')

const BOMBS: Readonly<Record<string, string>> = {
  'quotes in quotes.md': fill('>'),
  'lists in lists.md': fill('- '),
  'lists in lists before words.md': `${fill('- ', 20_000)}${fill('Held.', 20_000)}`,
  'numbers in numbers.md': fill('1. '),
  'ever deeper lists.md': steps(440, (at) => `${' '.repeat(at)}- a\n`),
  'lists that change.md': fill('* a\n+ b\n'),
  'open brackets.md': fill('['),
  'open links.md': fill('[a]('),
  'open pictures.md': fill('!['),
  'titles of links.md': fill('[a](b "'),
  'names of links.md': fill('[a]: b\n'),
  'emphasis without end.md': fill('_a'),
  'emphasis in dots.md': fill('a.a_'),
  'stars.md': fill('**a '),
  'ever longer fences.md': steps(440, (at) => `${'`'.repeat(at)}a`),
  'a table a thousand wide.md': `|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n${fill('|a\n')}`,
  'a table of many rows.md': `|a|\n|-|\n${fill('|a|\n')}`,
  'tags in marks.md': fill('<a href="'),
  'comments in marks.md': fill('<!--'),
  'addresses.md': fill('http://a.'),
  'accounts.md': fill('a@a.'),
  'notes of notes.md': fill('[^a]: b\n  c\n'),
  'escapes.md': fill('\\'),
  'tags in tags.html': fill('<div>'),
  'bold in bold.html': fill('<b>'),
  'bold in paragraphs.html': fill('<b><p>'),
  'tables in tables.html': fill('<table><tr><td>'),
  'lists without lists.html': fill('<li>'),
  'crossed tags.html': `${fill('<b><i><u><a>')}${fill('</a></u></i></b>')}`,
  'drawings in drawings.html': fill('<svg>'),
  'templates in templates.html': fill('<template>'),
  'attributes.html': `<a ${steps(9_000, (at) => `a${at}=1 `)}>a`,
  'entities.html': fill('&amp;'),
  'broken entities.html': fill('&#xfffffff;'),
  'entities that would grow.html': `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>${fill('&b;')}`,
  'comments.html': fill('<!--'),
  'one letter.txt': fill('a'),
  'one capital letter.txt': fill('A'),
  'one name in a chain.txt': fill('Asan-'),
  'apostrophes.txt': fill("a'"),
  'quotes.txt': fill('a`'),
  'dashes.txt': fill('—'),
  'long words.txt': fill(`${'a'.repeat(999)} `),
  'long names.txt': fill(`${'A'.repeat(999)} `),
  'line ends.txt': `a${fill('\n')}`,
  'a line.txt': fill('word '),
  'a sentence without end.txt': fill('On 7 May 2024 police in Almaty detained an activist ', SIZE / 2),
  'thousands of incidents.txt': fill('On 7 May 2024 police in Almaty detained an activist.\n\n', SIZE / 2),
  'names.txt': fill('Asan Usenov '),
  'articles.txt': fill('articles 174, '),
  'sums.txt': fill('fined 132,550 tenge '),
  'numbers.txt': fill('12 '),
  'pages.txt': fill('a\f'),
}

describe('a file that is made to keep us busy', () => {
  it.each(Object.entries(BOMBS))('%s is answered in time and in bounds', async (name, text) => {
    const bytes = new TextEncoder().encode(text)
    const [before, started] = [process.memoryUsage().rss, spent()]
    let refused: unknown
    try {
      await importReport(world, {
        bytes,
        name,
        country: 'kz',
        source: aSource(),
        asOf: null,
        language: 'en',
        by: 'marat',
      })
    } catch (error) {
      refused = error
    }
    expect(spent() - started).toBeLessThan(MOST_MS)
    expect(process.memoryUsage().rss - before).toBeLessThan(MOST_BYTES)
    if (refused !== undefined) expect(refused).toBeInstanceOf(Refusal)
  })

  it('is either stored whole or not at all', async () => {
    const [files, documents, readings] = await Promise.all(
      (['files', 'documents', 'readings'] as const).map((table) => contentOf(world.store, table)),
    )
    expect(documents).toHaveLength(files?.length ?? -1)
    expect(readings).toHaveLength(files?.length ?? -1)
    expect(documents?.length).toBeGreaterThan(5)
  })
})

describe('a report of an honest size', () => {
  it.each(['md', 'html', 'txt'])(
    'of half a megabyte is read as %s, emphasis, tables and long words and all',
    async (ending) => {
      const paragraph = `On *7 May 2024* the police of the ${'v'.repeat(60)} district wrote a __long__ report, and ${'nobody can say what of it was true. '.repeat(20)}\n\n`
      const table = `| day | place |\n|---|---|\n${'| 7 May | Almaty |\n'.repeat(300)}\n`
      const bytes = new TextEncoder().encode(
        `${ending === 'html' ? '<p>' : ''}As ${ending}: ${paragraph.repeat(600)}${table}`,
      )
      expect(bytes.length).toBeGreaterThan(500_000)
      const started = spent()
      const read = await importReport(world, {
        bytes,
        name: `honest.${ending}`,
        country: 'kz',
        source: aSource(),
        asOf: null,
        language: 'kk',
        by: 'marat',
      })
      expect(read.name).toBe('honest')
      expect(spent() - started).toBeLessThan(MOST_MS)
    },
  )
})

describe('lines of decisions that are made to keep us busy', () => {
  it.each([
    ['arrays in arrays', fill('[')],
    ['closed arrays in arrays', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['objects in objects', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['a long text', JSON.stringify(aDecision({ from: 'a', to: fill('b', 2_000_000) }))],
    [
      'a list of acts',
      JSON.stringify(aDecision({ from: 'a', to: 'b', acts: Array(20_000).fill('no-such-act') })),
    ],
    ['a number nobody can hold', `{"record":"incident","min":${'9'.repeat(100_000)}}`],
    ['a key that is the prototype', '{"__proto__":{"record":"incident"},"constructor":{"prototype":{}}}'],
  ])('%s', (_what, line) => {
    const started = spent()
    let refused: unknown = null
    try {
      for (const { value, where } of parseJsonLines(line, 'lines.jsonl'))
        parseDecided(value, world.knowledge.codebook, '2026-11-23', where)
    } catch (error) {
      refused = error
    }
    expect(spent() - started).toBeLessThan(MOST_MS)
    if (refused !== null) expect(refused).toBeInstanceOf(Refusal)
  })
})
