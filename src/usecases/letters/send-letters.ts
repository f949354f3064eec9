/** Letters that wait in; each handed over once out, whatever kills the program between. */
import type { Mail } from '../../adapters/mail.ts'
import { later } from '../../core/account.ts'
import { type Handed, type Letter, MOST_TRIES, WAIT_MINUTES } from '../../core/letter.ts'
import {
  actionLetter,
  confirmLetter,
  digestLetter,
  subjectIn,
  type Written,
} from '../../publish/letters/write.ts'
import { servedAt } from '../../publish/links.ts'
import type { Face } from '../../publish/views.ts'
import type { LetterRow, SubscriptionRow } from '../../store/tables.ts'
import { mailingsThatGoOn, writtenOfMailing } from '../act/write-mailing.ts'
import { codeFor, openedWish } from '../actions/actions.ts'
import { switchesNow } from '../actions/rule-on-actions.ts'
import { newIn } from './new-in.ts'
import { codeOf, type Post } from './post.ts'

export type SentLetters = {
  readonly sent: number
  /** Tried again later, or given up. */
  readonly refused: number
  readonly unsure: number
  /** Of those refused: what could not even be written, as when an address does not open. */
  readonly unwritten: number
}

/**
 * Each letter is marked as being sent, and that is committed, before it is handed over. One that is found so marked when the
 * program begins was handed over or not: it is left alone, save where a letter handed over twice is still one.
 */
export async function sendLetters(post: Post, mail: Mail, hands = 1): Promise<SentLetters> {
  const each = await Promise.allSettled(Array.from({ length: hands }, () => sendInTurn(post, mail)))
  // A hand that fails lets the others finish what they hold, and is told then.
  const failed = each.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  const sum = (name: keyof SentLetters): number =>
    each.reduce((all, one) => all + (one.status === 'fulfilled' ? one.value[name] : 0), 0)
  return { sent: sum('sent'), refused: sum('refused'), unsure: sum('unsure'), unwritten: sum('unwritten') }
}

async function sendInTurn(post: Post, mail: Mail): Promise<SentLetters> {
  let [sent, refused, unsure, unwritten] = [0, 0, 0, 0]
  for (;;) {
    const row = await taken(post)
    if (!row) return { sent, refused, unsure, unwritten }
    // Nothing of a letter that cannot be written has left: it waits its turn again, and stops no other.
    const letter = await written(post, row).catch(() => 'unwritten' as const)
    if (letter === 'unwritten') unwritten += 1
    const handed: Handed =
      letter === null ? 'sent' : typeof letter === 'string' ? 'refused' : await handedTo(mail, letter)
    await noted(post, row, handed)
    if (handed === 'sent') sent += letter === null ? 0 : 1
    if (handed === 'refused' || handed === 'bounced') refused += 1
    if (handed === 'unsure') unsure += 1
  }
}

/** A carrier that fails in the middle may have taken it. */
const handedTo = (mail: Mail, letter: Letter): Promise<Handed> =>
  mail.hand(letter).catch(() => (mail.canRepeat ? 'refused' : 'unsure'))

/** At the beginning, before anything is sent by this process: what an earlier one held in its hands. */
export async function settleUnsure(
  { store }: Pick<Post, 'store'>,
  { canRepeat }: Pick<Mail, 'canRepeat'>,
): Promise<void> {
  // A mail to an authority says another number at another moment, and the next one tells of all before it: it is let be.
  await store
    .updateTable('letters')
    .set({ state: 'unsure' })
    .where('state', '=', 'sending')
    .where('mailing', 'is not', null)
    .execute()
  await store
    .updateTable('letters')
    .set({ state: canRepeat ? 'waiting' : 'unsure' })
    .where('state', '=', 'sending')
    .execute()
}

async function taken(post: Post): Promise<LetterRow | undefined> {
  const { store, clock, keys } = post
  const mails = await switchesNow(post)
  // A campaign whose key nobody has loaded, or whose letters were stopped: its letters wait.
  const open = mails.mail.on ? (keys?.all().map((one) => one.campaign) ?? []) : []
  // What an authority is told of is worked out when it leaves, and stands on the disk before it does.
  const tells = mails.mail.on ? await mailingsThatGoOn(post) : new Map<string, number>()
  return store.transaction().execute(async (trx) => {
    const next = await trx
      .selectFrom('letters')
      .select(['id', 'mailing'])
      .where('state', '=', 'waiting')
      .where('due', '<=', clock.now())
      .where(({ or, and, eb, selectFrom }) =>
        or([
          and([eb('ask', 'is', null), eb('mailing', 'is', null)]),
          ...(tells.size > 0 ? [eb('mailing', 'in', [...tells.keys()])] : []),
          ...(open.length > 0
            ? [eb('ask', 'in', selectFrom('action_asks').select('id').where('campaign', 'in', open))]
            : []),
        ]),
      )
      .orderBy('due')
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    return (
      next &&
      trx
        .updateTable('letters')
        .set({
          state: 'sending',
          // So that the next one keeps its distance from when this one left, and not from when it was due.
          ...(next.mailing !== null && { counted: tells.get(next.mailing) ?? null, due: clock.now() }),
        })
        .where('id', '=', next.id)
        .returningAll()
        .executeTakeFirst()
    )
  })
}

function noted({ store, clock }: Post, row: LetterRow, handed: Handed): Promise<unknown> {
  const tries = row.tries + 1
  const again = {
    state: tries < MOST_TRIES ? ('waiting' as const) : ('failed' as const),
    tries,
    due: later(clock.now(), WAIT_MINUTES * tries),
    counted: null,
  }
  // An authority that will not have it is not asked five times; a reader's server may change its mind (greylisting).
  const isOver = handed === 'bounced' && row.mailing !== null
  const isAgain = handed === 'refused' || handed === 'bounced'
  return store
    .updateTable('letters')
    .set(isOver ? { state: 'failed' as const, tries } : isAgain ? again : { state: handed })
    .where('id', '=', row.id)
    .execute()
}

/** Null: there is nothing to say any more, since what was new has been taken off, or its owner confirmed meanwhile. */
async function written(post: Post, row: LetterRow): Promise<Letter | 'later' | null> {
  if (row.ask !== null) return writtenOfAction(post, row.id, row.ask)
  // Stopped a moment ago: nothing left, and it waits.
  if (row.mailing !== null) return (await writtenOfMailing(post, row)) ?? 'later'
  const { store, knowledge, sealing, origin } = post
  const to: SubscriptionRow | undefined = await store
    .selectFrom('subscriptions')
    .selectAll()
    .where('id', '=', row.subscription)
    .executeTakeFirst()
  const pack = to && knowledge.packs.get(to.subject.split('/')[0] ?? '')
  if (!to || !pack || (row.kind === 'confirm') === to.confirmed) return null
  const { language } = to
  const face: Face = {
    site: servedAt(origin),
    words: knowledge.words[language],
    tell: knowledge.tells[language],
    codebook: knowledge.codebook,
  }
  const step = (which: 'confirm' | 'leave'): string =>
    `${origin}/${language}/letters/${which}/${codeOf(post, which, to.id)}`
  const what = subjectIn(to.subject, pack, face)
  const text = await textOf(post, row, to, { what, face, confirm: step('confirm'), leave: step('leave') })
  return (
    text && {
      ...text,
      id: row.id,
      to: sealing.open(to.address, to.id),
      leave: row.kind === 'digest' ? step('leave') : null,
    }
  )
}

/** It names neither the campaign nor the person, and leads to a page that does not either: others read mailboxes too. */
async function writtenOfAction(
  { store, keys, knowledge, origin }: Post,
  id: string,
  ask: string,
): Promise<Letter | 'later' | null> {
  const row = await store.selectFrom('action_asks').selectAll().where('id', '=', ask).executeTakeFirst()
  const key = row && keys?.of(row.campaign)
  if (!row) return null
  // It was let go of a moment ago, as when the house is shut.
  if (!key) return 'later'
  const { address, language } = openedWish(key, row.id, row.sealed)
  const to = `${origin}/${language}/confirm/${codeFor(key, row.id)}`
  return { id, to: address, ...actionLetter(to, knowledge.words[language]), leave: null }
}

type Parts = { readonly what: string; readonly face: Face; readonly confirm: string; readonly leave: string }

async function textOf(
  post: Post,
  row: LetterRow,
  to: SubscriptionRow,
  { what, face, confirm, leave }: Parts,
): Promise<Written | null> {
  if (row.kind === 'confirm') return confirmLetter(what, confirm, face)
  const found = await newIn(post, to.subject, row.of)
  return found.incidents.length + found.texts.length === 0 ? null : digestLetter(what, found, leave, face)
}
