/** Letters of the week made and everything that waits handed over, once; `serve` does it by itself. */
import { openApp } from '../app/open-app.ts'
import { openPost } from '../app/post.ts'
import { noteMailings } from '../usecases/act/note-mailings.ts'
import { queueMailings } from '../usecases/act/queue-mailings.ts'
import { queueDigests } from '../usecases/letters/queue-digests.ts'
import { sendLetters } from '../usecases/letters/send-letters.ts'
import type { Verb } from './verb.ts'

export const lettersVerb: Verb = {
  name: 'letters',
  help: 'Make the letters of the week for whoever asked for them, and hand over all that wait.',
  run: async ({ config, terminal }) => {
    const app = await openApp(config)
    try {
      const carried = openPost(app)
      if (!carried) {
        terminal.say(terminal.words.t('cli.letters.none'))
        return 0
      }
      const made = await queueDigests(carried.post)
      await queueMailings(carried.post)
      const done = await sendLetters(carried.post, carried.mail)
      carried.mail.close()
      await noteMailings(app)
      terminal.say(terminal.words.t('cli.letters.done', { made, ...done }))
      terminal.data({ made, ...done })
      return 0
    } finally {
      await app.close()
    }
  },
}
