/** A comment or a task on a text, or the end of one, in; recorded for colleagues, and every remark as it stands out. */
import { refuse } from '../../core/faults.ts'
import { may } from '../../core/policy.ts'
import { accountByHandle } from '../../store/queries/accounts.ts'
import { remarkRows } from '../../store/queries/written-texts.ts'
import { type Context, organisationOf } from '../context.ts'
import { newMark, writeLine } from './line.ts'
import { readPublication } from './read-publication.ts'

export type Remark = {
  readonly remark: string
  readonly kind: 'comment' | 'task'
  readonly sentence: string | null
  readonly to: string | null
  readonly words: string
  readonly by: string
  readonly at: string
  readonly isOver: boolean
}

export async function remarksOf({ store }: Pick<Context, 'store'>, id: string): Promise<readonly Remark[]> {
  const rows = await remarkRows(store, id)
  const byRemark = Map.groupBy(rows, (one) => one.remark)
  return [...byRemark.values()].flatMap(([first, ...more]): readonly Remark[] => {
    if (first === undefined || first.words === null || (first.kind !== 'comment' && first.kind !== 'task'))
      return []
    const { remark, kind, sentence, to_handle: to, words, by, at } = first
    return [{ remark, kind, sentence, to, words, by, at, isOver: more.at(-1)?.kind === 'over' }]
  })
}

export async function sayOfText(
  context: Context,
  id: string,
  said: {
    readonly kind: 'comment' | 'task'
    readonly sentence: string
    readonly to: string
    readonly words: string
  },
): Promise<string> {
  const read = await readPublication(context, id)
  const { kind, sentence } = said
  const [words, to] = [said.words.trim(), said.to.trim().toLowerCase()]
  if (words === '') throw refuse('write.words', {}, 'words')
  if (sentence !== '' && !read.text.sentences.has(sentence))
    throw refuse('record.unknown', { id: sentence }, sentence)
  if ((kind === 'task' || to !== '') && !(await canWrite(context, to)))
    throw refuse('write.reader', { handle: to.slice(0, 40) }, 'to')
  const remark = newMark('r')
  await writeLine(context, 'write', {
    ...{ record: 'remark', id, remark, kind, words },
    ...(sentence !== '' && { sentence }),
    ...(to !== '' && { to }),
  })
  return remark
}

export async function endRemark(
  context: Context,
  id: string,
  remark: string,
  isOver: boolean,
): Promise<void> {
  await readPublication(context, id)
  await writeLine(context, 'write', { record: 'remark-end', id, remark, isOver })
}

/** A pseudonym that nobody has, one of another organisation and one who may not write are answered alike. */
async function canWrite(context: Context, handle: string): Promise<boolean> {
  const account = handle === '' ? null : await accountByHandle(context.house, handle)
  if (account?.state !== 'active' || account.organisation !== organisationOf(context)) return false
  const actor = { account: account.id, handle, organisation: account.organisation, role: account.role }
  return may(context.knowledge.codebook.policy, actor, 'write', null)
}
