/** The house in; what letters need, with whoever carries them, out. */
import { type Mail, openMail } from '../adapters/mail.ts'
import { openSealing } from '../adapters/sealing.ts'
import type { ActionKeys } from '../usecases/actions/keys.ts'
import type { Post } from '../usecases/letters/post.ts'
import type { App } from './open-app.ts'

/** What letters need, and whoever carries them; null where no mail server is set. */
export function openPost(app: App, keys?: ActionKeys): { readonly post: Post; readonly mail: Mail } | null {
  const { mail, site } = app.config
  if (mail === null) return null
  const { house: store, clock, knowledge } = app
  return {
    post: {
      store,
      clock,
      knowledge,
      sealing: openSealing(mail.key, app.data),
      origin: site,
      ...(keys && { keys }),
    },
    mail: openMail(mail.url, mail.from),
  }
}
