/** Functions of the core as text that runs in a browser: the very sources that the program itself runs, without their types. */
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'

/** Each after those that it imports. */
const MODULES = ['names/fold', 'withholding/sound', 'sound-pattern', 'search', 'bases'] as const

/** How a reader's own words are compared with cases. */
const OF_EYES = ['eyes/terms', 'eyes/resembling'] as const

/** Names that a module gives stand before the next; each keeps its own to itself. */
export const foldingForBrowsers = (): string => MODULES.map(bundled).join('\n')
export const comparingForBrowsers = (): string => OF_EYES.map(bundled).join('\n')

function bundled(name: string): string {
  const source = readFileSync(new URL(`../../core/${name}.ts`, import.meta.url), 'utf8')
  const script = stripTypeScriptTypes(source)
  const given = [...script.matchAll(/^export (?:const|function) (\w+)/gm)].map((match) => match[1])
  const body = script.replace(/^import \{[^}]*\} from '[^']*'$/gm, '').replace(/^export /gm, '')
  return `const { ${given.join(', ')} } = (() => {\n${body
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n+/g, '\n')}\nreturn { ${given.join(', ')} }\n})()`
}
