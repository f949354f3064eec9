/** The source of the web → the fields that each route says it reads, for those whose form stands on no page that was walked: a script sends it, or a thing must be there that is not. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../world.ts'

const WEB = join(ROOT, 'src/web')
const CONSTANT = /const (\w+) = (['`])([^'`\n]*)\2/g
const LIST = /const (\w+) = (\[[^\]]*\])/g
const POST = /\bapp\.post\(\s*(?:(['`])([^'`\n]*)\1|(\w+))/g
const READS =
  /\b(?:formFields|formLists|jsonFields|textIn)\(\w+,\s*(\[[^\]]*\]|'[^']*'|[A-Z_]+\b)(?:,\s*(\[[^\]]*\]|[A-Z_]+\b))?/g

const namesIn = (list: string): readonly string[] =>
  [...list.matchAll(/'([^']+)'/g)].map(([, one = '']) => one)

function inFile(text: string): readonly (readonly [path: string, fields: readonly string[]])[] {
  const texts = new Map([...text.matchAll(CONSTANT)].map(([, name = '', , value = '']) => [name, value]))
  const lists = new Map([...text.matchAll(LIST)].map(([, name = '', value = '']) => [name, value]))
  const whole = (path: string): string =>
    path.replace(/\$\{(\w+)\}/g, (_, name) => whole(texts.get(name) ?? ''))
  const posts = [...text.matchAll(POST)]
  return posts.map(({ 2: path, 3: name = '', index = 0 }, at) => {
    const segment = text.slice(index, posts[at + 1]?.index ?? text.length).split(/\n {2}app\.get\(/)[0] ?? ''
    const fields = [...segment.matchAll(READS)].flatMap(([, one = '', other = '']) =>
      [one, other].flatMap((list) => namesIn(lists.get(list) ?? list)),
    )
    return [whole(path ?? texts.get(name) ?? ''), fields] as const
  })
}

/** By the path of a POST route, as it is given to the router. */
export const declaredFields = (): ReadonlyMap<string, readonly string[]> =>
  new Map(
    readdirSync(WEB, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .flatMap((name) => inFile(readFileSync(join(WEB, name), 'utf8'))),
  )
