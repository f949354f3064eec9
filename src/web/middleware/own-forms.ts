/** Refuses what a page of another site has a reader's browser send here: they would act, or give an address in, from their own network and not know of it. */
import type { MiddlewareHandler } from 'hono'
import { refuse } from '../../core/faults.ts'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])
const OWN = new Set(['same-origin', 'none'])

/**
 * Browsers say themselves where a request was made (Sec-Fetch-Site), and no page can say it for them. The site has no cookie to
 * steal: it is about numbers and about who is seen to come here. `Origin` is not asked: pages that send no referrer have none.
 * Who sends without a browser says nothing, as mail programs that end letters do.
 */
export const ownForms: MiddlewareHandler = async (c, next) => {
  const made = c.req.header('Sec-Fetch-Site')
  if (!READS.has(c.req.method) && made !== undefined && !OWN.has(made)) throw refuse('request.forged')
  await next()
}
