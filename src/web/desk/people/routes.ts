/** Routes to recorded people: who there is, taking somebody out at once, recording a ground anew. */
import type { Hono, Context as Request } from 'hono'
import { todayIs } from '../../../app/today.ts'
import { refuse } from '../../../core/faults.ts'
import { type PersonKnown, personsKnown } from '../../../store/queries/persons.ts'
import { readCourse } from '../../../usecases/cases/read-course.ts'
import { type Context, organisationOf } from '../../../usecases/context.ts'
import { parseDecided } from '../../../usecases/decided-schema.ts'
import { newPerson } from '../../../usecases/hand/new-person.ts'
import { permit } from '../../../usecases/permit.ts'
import { replayDecisions } from '../../../usecases/replay-decisions.ts'
import { withdrawPerson } from '../../../usecases/withdraw-person.ts'
import { faultLines } from '../../errors.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import { steppedUpFor } from '../../middleware/stepped-up.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { coursePage } from './course-page.ts'
import { peoplePage, personPage } from './page.ts'
import { NOBODY, PERSON_PARTS, type PersonForm } from './person-form.ts'

export function peopleRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const list = '/:language/desk/people'
  const now = (): string => todayIs(context.clock)
  const known = async (own: Context): Promise<readonly PersonKnown[]> => {
    permit(own, 'people')
    return personsKnown(own.store, organisationOf(own))
  }
  const one = async (own: Context, id: string): Promise<PersonKnown> => {
    const found = (await known(own)).find(({ person }) => person.id === id)
    if (!found) throw refuse('record.unknown', { id }, id)
    return found
  }
  const draw = async (c: Request<DeskEnv>, more: Partial<PersonForm> = {}): Promise<string> =>
    peoplePage(desktopOf(c, context), await known(behind(c)), now(), {
      ...{ typed: NOBODY, lines: [], namesakes: [] },
      ...more,
    })
  app.get(list, async (c) => c.html(await draw(c)))
  app.post(list, async (c) => {
    const typed = await formFields(c, PERSON_PARTS)
    const done = await newPerson(behind(c), typed, typed.another === 'yes')
    const { words } = desktopOf(c, context).face
    if (done.kind === 'recorded') return c.redirect(`/${words.language}/desk/people/${done.id}`, 303)
    const lines = done.kind === 'faults' ? faultLines(done.faults, words) : []
    const namesakes = done.kind === 'namesakes' ? done.people : []
    return c.html(await draw(c, { typed, lines, namesakes }), 422)
  })
  app.get(`${list}.json`, async (c) => c.json({ people: await known(behind(c)) }))
  app.get(`${list}/:id`, async (c) => {
    const { id, isJson } = withoutEnding(c.req.param('id'))
    const person = await one(behind(c), id)
    return isJson ? c.json(person) : c.html(personPage(desktopOf(c, context), person, now(), null))
  })
  app.get(`${list}/:id/course`, async (c) => {
    const [own, id] = [behind(c), c.req.param('id')]
    const person = await one(own, id)
    return c.html(coursePage(desktopOf(c, context), person, await readCourse(own, id, now()), now()))
  })
  app.get(`${list}/:id/course.json`, async (c) => {
    const [own, id] = [behind(c), c.req.param('id')]
    await one(own, id)
    const { cases, records, course } = await readCourse(own, id, now())
    return c.json({
      person: id,
      cases: cases.map(({ file }) => file),
      records: records.map((row) => row.id),
      computed: course,
    })
  })
  // No fresh proof is asked for: whoever is in danger does not wait while somebody looks for a key.
  app.post(`${list}/:id/withdraw`, async (c) => {
    const { why } = await formFields(c, ['why'])
    const [own, id] = [behind(c), c.req.param('id')]
    permit(own, 'withdraw-person')
    await one(own, id)
    if (why.trim() === '') throw refuse('input.value', { problem: 'why' })
    const done = await withdrawPerson(own, { person: id, by: c.get('actor').handle, why: why.trim() })
    return c.html(personPage(desktopOf(c, context), await one(own, id), now(), done.stillStands))
  })
  app.post(`${list}/:id/basis`, steppedUpFor(context, 'consent', 'people'), async (c) => {
    const given = await formFields(c, ['kind', 'level', 'to', 'beyond', 'reason', 'how', 'review'])
    const [own, id] = [behind(c), c.req.param('id')]
    permit(own, 'consent')
    const { person } = await one(own, id)
    const line = {
      record: 'person',
      id,
      names: person.names,
      variants: person.variants,
      ...(person.pseudonym !== null && { pseudonym: person.pseudonym }),
      basis: {
        kind: given.kind,
        level: given.level,
        to: given.to,
        beyond: given.beyond,
        reason: given.reason,
        ...(given.how.trim() !== '' && { givenHow: given.how.trim() }),
        reviewBy: given.review,
      },
      by: c.get('actor').handle,
      at: context.clock.now(),
    }
    await replayDecisions(own, [parseDecided(line, context.knowledge.codebook, now(), 'basis')])
    return c.redirect(`/${desktopOf(c, context).face.words.language}/desk/people/${id}`, 303)
  })
}
