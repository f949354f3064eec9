/** The house in; what taking part in campaigns needs, with their keys, out. */
import { keyFilesIn } from '../adapters/campaign-key.ts'
import type { Actions } from '../usecases/actions/actions.ts'
import { doorsOf, endedOf } from '../usecases/actions/doors.ts'
import { loadActionKey, openActionKeys } from '../usecases/actions/keys.ts'
import { sealingNews } from '../usecases/actions/seal-news.ts'
import { heldNames } from '../usecases/writing/held-names.ts'
import type { App } from './open-app.ts'

/** What taking part needs, with the keys that lie in the folder which somebody named for the start; a wrong one stops it. */
export async function openActions(app: App): Promise<Actions> {
  const { house: store, clock, knowledge, config } = app
  const keys = openActionKeys()
  for (const file of keyFilesIn(config.campaignKeys)) await loadActionKey({ store, keys }, file)
  return {
    ...{ store, clock, keys, mailboxes: knowledge.codebook.mailboxes, mails: config.mail !== null },
    door: doorsOf({ store, clock, moves: knowledge.codebook.campaigns.moves }),
    hasEnded: endedOf({ store, clock, moves: knowledge.codebook.campaigns.moves }),
    names: (from) => heldNames({ knowledge }, from),
    sealNews: sealingNews(app),
  }
}
