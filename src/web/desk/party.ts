/** A request and the address people type in, the name that passkeys belong to out; null where a number stands for a name. */
import type { Context as Request } from 'hono'

/** Browsers bind a passkey to a name and ask for TLS, except on localhost. */
export function partyOf(c: Request, origin: string): { readonly id: string; readonly origin: string } | null {
  if (origin !== '') return { id: new URL(origin).hostname, origin }
  const asked = new URL(c.req.url)
  return asked.hostname === 'localhost' ? { id: 'localhost', origin: asked.origin } : null
}
