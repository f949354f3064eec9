/** A request as data and a world in, the answer of its site or workspace out. */
import type { Good } from './harvest.ts'
import { type Asked, requestOf } from './mutate.ts'
import { type Fuzzed, ONION, type Who } from './world.ts'

export type App = 'desk' | 'site'
const ORIGIN = 'http://127.0.0.1'
/** In minutes. */
const A_MILLISECOND = 1 / 60_000

/** A good request, sent as it is. */
export const asIs = ({ who, method, path, fields }: Omit<Good<Who>, 'empty'>): Asked<Who> => ({
  ...{ who, method, path, headers: {}, isOwn: true },
  body: method === 'GET' ? { kind: 'none' } : { kind: 'form', fields, files: [] },
})

export const told = async (answer: Response) => ({
  ...{ status: answer.status, headers: answer.headers },
  text: await unpacked(answer).text(),
})

/** What a request asked to be packed is read as a browser reads it. */
function unpacked(answer: Response): Response {
  const packed = answer.headers.get('Content-Encoding')
  if (answer.body === null || (packed !== 'gzip' && packed !== 'deflate')) return answer
  return new Response(answer.body.pipeThrough(new DecompressionStream(packed)))
}

/** Null: no client can send it. */
export async function ask(
  world: Fuzzed,
  asked: Asked<Who>,
  app: App = asked.who === 'reader' ? 'site' : 'desk',
): Promise<Response | null> {
  const { who } = asked
  // No two requests come in the same moment; what is written twice at once would be one thing to the log.
  world.served.later(A_MILLISECOND)
  const entered = who === 'reader' ? null : await world.entered(who)
  const own = entered && { Cookie: entered.cookie, Origin: ORIGIN, 'X-Form-Token': entered.formToken }
  const request = requestOf(asked, /\/tell\/.*plain/.test(asked.path) ? ONION : ORIGIN, own ?? {})
  if (!request) return null
  return app === 'site' ? world.front.fetch(request) : world.workspace.fetch(request)
}
