/** A letter in, handed to a mail server or put into a folder out. The one way by which anything is sent. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createTransport } from 'nodemailer'
import type { Handed, Letter } from '../core/letter.ts'
import { makeFolder } from './folder.ts'
import { writeWhole } from './whole-file.ts'

export type Mail = {
  readonly hand: (letter: Letter) => Promise<Handed>
  /** True where the same letter handed over again is still one letter. */
  readonly canRepeat: boolean
  readonly close: () => void
}

/** Of the sender, as in AIGAQ_MAIL_FROM: the part of the Message-ID that says whose number it is. */
const hostOf = (from: string): string => /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost'

const written = (letter: Letter, from: string) => ({
  from,
  to: letter.to,
  subject: letter.subject,
  text: letter.text,
  messageId: `<${letter.id}@${hostOf(from)}>`,
  ...(letter.leave !== null && {
    headers: {
      'List-Unsubscribe': `<${letter.leave}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }),
})

const MOST_MS = 30_000
const THIS_MACHINE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])
/** What the server said was of this letter: logging in and TLS fail with 5xx too. */
const OF_THE_LETTER = new Set(['EENVELOPE', 'EMESSAGE'])
/** Before any of the letter was sent. A connection that breaks later has the same code whether the text was taken or not. */
const NOT_BEGUN = new Set(['EAUTH', 'EDNS', 'ETLS', 'EENVELOPE'])

/** `smtp://`, `smtps://`, or `file:///folder` for an outbox that another program empties. */
export function openMail(url: string, from: string): Mail {
  return url.startsWith('file:') ? folderMail(fileURLToPath(url), from) : serverMail(url, from)
}

type Failed = { readonly code?: string; readonly responseCode?: number; readonly syscall?: string }

function serverMail(url: string, from: string): Mail {
  // Letters are never sent in the open: a server that offers no TLS is not used, unless it is this machine.
  const isHere = THIS_MACHINE.has(new URL(url).hostname)
  const transport = createTransport({
    url,
    requireTLS: !isHere,
    connectionTimeout: MOST_MS,
    socketTimeout: MOST_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    canRepeat: false,
    close: () => transport.close(),
    hand: async (letter) => {
      try {
        await transport.sendMail(written(letter, from))
        return 'sent'
      } catch (error) {
        const { code, responseCode, syscall } = error as Failed
        if ((responseCode ?? 0) >= 500 && OF_THE_LETTER.has(code ?? '')) return 'bounced'
        const isRefused = (responseCode ?? 0) >= 400 || NOT_BEGUN.has(code ?? '') || syscall === 'connect'
        return isRefused ? 'refused' : 'unsure'
      }
    },
  }
}

/** One file a letter, named by it: put there twice, it is there once. */
function folderMail(folder: string, from: string): Mail {
  const maker = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'unix',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    canRepeat: true,
    close: () => maker.close(),
    hand: async (letter) => {
      const path = join(folder, `${letter.id}.eml`)
      if (existsSync(path)) return 'sent'
      const made = await maker.sendMail(written(letter, from))
      makeFolder(folder, 0o700)
      writeWhole(path, String(made.message))
      return 'sent'
    },
  }
}
