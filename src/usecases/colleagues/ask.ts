/** Who is signed in and a question (or what is said to one) in; it is recorded where colleagues who may read the matter find it. */
import { randomBytes } from 'node:crypto'
import { today } from '../../adapters/clock.ts'
import type { About, AnswerColleague } from '../../core/decided.ts'
import { type Fault, Refusal, refuse } from '../../core/faults.ts'
import { mayReadAs, type Target } from '../../core/policy.ts'
import { FIELDS } from '../../core/values.ts'
import { accountByHandle } from '../../store/queries/accounts.ts'
import { type Question, questionRow } from '../../store/queries/questions.ts'
import { type Context, organisationOf } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { permit } from '../permit.ts'
import { replayDecisions } from '../replay-decisions.ts'
import { aboutOf, type Matter, mattersOf, seenAmong } from './matters.ts'

export type Asking = {
  readonly about: About
  readonly field: string
  /** Handle of a colleague; empty: whoever of the organisation knows. */
  readonly to: string
  readonly words: string
}

export async function askColleague(context: Context, asking: Asking): Promise<string> {
  const matter = (await mattersOf(context, [asking.about])).get(keyOf(asking.about)) ?? null
  permit(context, 'ask', { id: keyOf(asking.about), target: matter?.target ?? null })
  const words = asking.words.trim()
  const to = asking.to.trim().toLowerCase()
  const field = FIELDS.find((one) => one === asking.field)
  const faults: Fault[] = []
  if (words === '') faults.push({ code: 'ask.words', params: {}, where: 'words' })
  if (to !== '' && !(await canRead(context, to, matter)))
    faults.push({ code: 'ask.reader', params: { handle: to.slice(0, 40) }, where: 'to' })
  if (asking.field !== '' && !field)
    faults.push({ code: 'input.value', params: { problem: 'field' }, where: 'field' })
  if (faults.length > 0) throw new Refusal(faults)
  const id = `q-${randomBytes(8).toString('hex')}`
  const question = { record: 'question', id, about: asking.about, words, ...signed(context) }
  await write(context, { ...question, ...(field && { field }), ...(to !== '' && { to }) })
  return id
}

export async function answerQuestion(
  context: Context,
  id: string,
  said: { readonly verdict: AnswerColleague['verdict']; readonly words: string },
): Promise<Question> {
  const found = await questionRow(context.store, id)
  const [question] = found ? await seenAmong(context, [found]) : []
  const about = question && aboutOf(question)
  const matter = about ? (await mattersOf(context, [about])).get(keyOf(about)) : undefined
  permit(context, 'ask', { id, target: matter?.target ?? null })
  if (!question) throw refuse('record.unknown', { id }, id)
  const words = said.words.trim()
  if (said.verdict === 'answered' && words === '') throw refuse('ask.words', {}, 'words')
  if ((said.verdict === 'reopened') !== question.isClosed) throw refuse('ask.closed', { id }, id)
  const answer = { record: 'answer', id, verdict: said.verdict, ...signed(context) }
  await write(context, { ...answer, ...(words !== '' && { words }) })
  return question
}

export const keyOf = (about: About): string => ('incident' in about ? about.incident : about.draft)

const signed = (context: Context) => ({
  by: context.actor?.handle ?? 'operator',
  at: context.clock.now(),
})

const write = (context: Context, line: object) =>
  replayDecisions(context, [parseDecided(line, context.knowledge.codebook, today(context.clock), 'form')])

/**
 * Asking hands nothing over: whoever is asked must be able to read it already. A pseudonym that nobody has, one of another
 * organisation and one who may not read this are answered alike.
 */
async function canRead(context: Context, handle: string, matter: Matter | null): Promise<boolean> {
  const account = await accountByHandle(context.house, handle)
  if (!matter || !account || account.state !== 'active') return false
  if (account.organisation !== organisationOf(context)) return false
  const actor = { account: account.id, handle, organisation: account.organisation, role: account.role }
  const may = (target: Target): boolean => mayReadAs(context.knowledge.codebook.policy, actor, 'team', target)
  return may(matter.target) && matter.became.every(may)
}
