/** Routes to the rooms in which publications are written: the list, a text, its review, its versions, its file. Each action is a plain form. */
import type { Hono, Context as Request } from 'hono'
import { type Refusal, refuse } from '../../../core/faults.ts'
import { isLanguage } from '../../../core/language.ts'
import { PUBLICATION_MOVES, type PublicationMove } from '../../../core/publication/state.ts'
import { standingIn } from '../../../core/publication/text.ts'
import { differencesOf } from '../../../publish/writing/compare.ts'
import { textAt } from '../../../store/queries/written-texts.ts'
import type { Context } from '../../../usecases/context.ts'
import { mayDo, permit } from '../../../usecases/permit.ts'
import { beginBeside, beginPublication } from '../../../usecases/writing/begin.ts'
import { bringBack, takeAway } from '../../../usecases/writing/bring-back.ts'
import { listPublications } from '../../../usecases/writing/list-publications.ts'
import { ACTION_OF, movePublication } from '../../../usecases/writing/move-publication.ts'
import { bringFromPartner, isPacked, takeForPartner } from '../../../usecases/writing/partner-file.ts'
import { hindrancesOf, readPublication } from '../../../usecases/writing/read-publication.ts'
import { endRemark, remarksOf, sayOfText } from '../../../usecases/writing/say-of-text.ts'
import { writeText } from '../../../usecases/writing/write-text.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import { proofFor } from '../../middleware/stepped-up.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields, formLists } from '../form-fields.ts'
import { formOf } from '../form-of.ts'
import { orShow } from '../or-show.ts'
import { type Back, filePage } from './file-page.ts'
import { listPage } from './list-page.ts'
import { readabilityOfText } from './readability.ts'
import { reviewPage } from './review-page.ts'
import { textPage } from './text-page.ts'
import { EDIT_FIELDS, placeAfter, typedEdit } from './typed-edit.ts'
import { versionsAsked, versionsPage } from './versions-page.ts'

type Asked = Request<DeskEnv>
type Typed = Readonly<Record<string, string>>
const isTold = ({ code }: Refusal): boolean =>
  code.startsWith('write.') || code.startsWith('input.') || code === 'record.unknown'
const numberIn = (text: string | undefined): number => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : 0)

/** `site`: where readers find the records; empty: nowhere that is known. */
export function writeRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind, site: string): void {
  const home = '/:language/desk/write'
  const pathOf = (c: Asked, id = '', more = ''): string =>
    `/${desktopOf(c, context).face.words.language}/desk/write${id && `/${id}`}${more}`
  const list = async (c: Asked, faults: readonly string[] = [], typed: Typed = {}): Promise<string> =>
    listPage(desktopOf(c, context), { ...(await listPublications(behind(c))), faults, typed })

  app.get(home, async (c) => c.html(await list(c)))
  app.get(`${home}.json`, async (c) => {
    const { publications, tasks } = await listPublications(behind(c))
    const shown = publications.map(({ row, title, status, last }) => ({
      ...{ id: row.id, request: row.request, language: row.language, title, state: status.state, last },
    }))
    return c.json({ publications: shown, tasks })
  })
  app.post(home, async (c) => {
    const own = behind(c)
    permit(own, 'write')
    const sent = await formFields(c, ['kind', 'country', 'period', 'of', 'form', 'to', 'language'])
    const work = async (): Promise<Response> => {
      const { language, ...request } = sent
      if (!isLanguage(language)) throw refuse('input.value', { problem: 'language' }, 'language')
      const id = await beginPublication(own, request, language)
      return wantsJson(c) ? c.json({ id }) : c.redirect(pathOf(c, id), 303)
    }
    return orShow(c, { context }, work, (lines) => list(c, lines, sent), isTold)
  })

  const one = async (
    c: Asked,
    id: string,
    faults: readonly string[] = [],
    typed: Typed = {},
    at = '',
  ): Promise<string> => {
    const own = behind(c)
    const read = await readPublication(own, id)
    const remarks = await remarksOf(own, id)
    return textPage(desktopOf(c, context), {
      read,
      remarks,
      at: at || (c.req.query('at') ?? ''),
      faults,
      typed,
    })
  }
  app.get(`${home}/:id`, async (c) => {
    const { id, isJson } = withoutEnding(c.req.param('id'))
    if (!isJson) return c.html(await one(c, id))
    const own = behind(c)
    const read = await readPublication(own, id)
    const { row, text, status, versions, flags } = read
    return c.json({
      ...{ id: row.id, request: row.request, language: row.language, state: status.state, seen: read.seen },
      sections: text.outline.map(({ id: section, title, isOut }) => ({ id: section, title, isOut })),
      sentences: standingIn(text).map((each) => ({ ...each, flags: flags.get(each.id) ?? [] })),
      ...{ versions, remarks: await remarksOf(own, id), ...hindrancesOf(read) },
      readability: readabilityOfText(text, row.language),
    })
  })
  app.post(`${home}/:id/text`, async (c) => {
    const [own, id] = [behind(c), c.req.param('id')]
    permit(own, 'write')
    const sent: Typed = await formLists(c, [], EDIT_FIELDS, ['words'])
    const edit = typedEdit(sent)
    const at = placeAfter(edit)
    const work = async (): Promise<Response> => {
      const changed = await writeText(own, id, { seen: numberIn(sent.seen), edits: [edit] })
      if (wantsJson(c)) return c.json({ id, changed })
      return c.redirect(`${pathOf(c, id)}${at && `?at=${encodeURIComponent(at)}#at`}`, 303)
    }
    const shown = edit.kind === 'add' ? (edit.after ?? `section:${edit.section}`) : at
    return orShow(c, { context }, work, (lines) => one(c, id, lines, sent, shown), isTold)
  })
  app.post(`${home}/:id/remarks`, async (c) => {
    const [own, id] = [behind(c), c.req.param('id')]
    permit(own, 'write')
    const sent = await formFields(c, ['sentence', 'words', 'to'])
    const kind = sent.to.trim() === '' ? 'comment' : 'task'
    const work = async (): Promise<Response> => {
      const remark = await sayOfText(own, id, { ...sent, kind })
      if (wantsJson(c)) return c.json({ id, remark })
      return c.redirect(`${pathOf(c, id)}?at=${encodeURIComponent(sent.sentence)}#at`, 303)
    }
    const typed = { ...sent, form: 'remark' }
    return orShow(c, { context }, work, (lines) => one(c, id, lines, typed, sent.sentence), isTold)
  })
  app.post(`${home}/:id/remarks/:remark`, async (c) => {
    const [own, id] = [behind(c), c.req.param('id')]
    permit(own, 'write')
    const { over, at } = await formFields(c, ['over', 'at'])
    await endRemark(own, id, c.req.param('remark'), over === 'yes')
    if (wantsJson(c)) return c.json({ id })
    return c.redirect(`${pathOf(c, id)}?at=${encodeURIComponent(at)}#at`, 303)
  })

  const review = async (
    c: Asked,
    id: string,
    faults: readonly string[] = [],
    typed: Typed = {},
  ): Promise<string> => {
    const own = behind(c)
    const may = (move: PublicationMove): boolean => mayDo(own, ACTION_OF[move], null)
    const read = await readPublication(own, id)
    return reviewPage(desktopOf(c, context), { read, may, handle: c.get('actor').handle, faults, typed })
  }
  app.get(`${home}/:id/review`, async (c) => c.html(await review(c, c.req.param('id'))))
  app.post(`${home}/:id/move`, async (c) => {
    const [own, id] = [behind(c), c.req.param('id')]
    const sent = await formFields(c, ['move', 'why', 'until', 'seen'])
    const move = PUBLICATION_MOVES.find((each) => each === sent.move)
    if (!move) throw refuse('input.value', { problem: 'move' }, 'move')
    permit(own, ACTION_OF[move])
    const proof = proofFor(c, context, ACTION_OF[move], `write/${id}/review`)
    if (proof) return proof
    const work = async (): Promise<Response> => {
      await movePublication(own, id, { ...sent, move, seen: numberIn(sent.seen) })
      return wantsJson(c) ? c.json({ id, move }) : c.redirect(pathOf(c, id, '/review'), 303)
    }
    return orShow(c, { context }, work, (lines) => review(c, id, lines, sent), isTold)
  })
  app.post(`${home}/:id/language`, async (c) => {
    const [own, id] = [behind(c), c.req.param('id')]
    permit(own, 'write')
    const { language } = await formFields(c, ['language'])
    if (!isLanguage(language)) throw refuse('input.value', { problem: 'language' }, 'language')
    const made = await beginBeside(own, id, language)
    return wantsJson(c) ? c.json({ id: made }) : c.redirect(pathOf(c, made), 303)
  })

  app.get(`${home}/:id/versions`, async (c) => {
    const read = await readPublication(behind(c), c.req.param('id'))
    const between = versionsAsked(read, { from: c.req.query('from') ?? '', to: c.req.query('to') ?? '' })
    return c.html(versionsPage(desktopOf(c, context), read, between))
  })
  app.get(`${home}/:id/versions.json`, async (c) => {
    const read = await readPublication(behind(c), c.req.param('id'))
    const { from, to } = versionsAsked(read, { from: c.req.query('from') ?? '', to: c.req.query('to') ?? '' })
    const found = differencesOf(textAt(read.rows, from), textAt(read.rows, to))
    return c.json({
      from,
      to,
      versions: read.versions,
      differences: found.filter((each) => !read.hidden.has(each.id)),
    })
  })

  app.get(`${home}/:id/file`, async (c) => {
    const read = await readPublication(behind(c), c.req.param('id'))
    return c.html(filePage(desktopOf(c, context), read, { back: null, faults: [] }))
  })
  app.get(`${home}/:id/text.md`, async (c) => {
    const { name, text } = await takeAway(behind(c), c.req.param('id'))
    return c.body(text, 200, {
      'Content-Type': 'text/markdown; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    })
  })
  app.get(`${home}/:id/text.docx`, async (c) => {
    const { name, type, bytes } = await takeForPartner(behind(c), c.req.param('id'), site)
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
    })
  })
  app.post(`${home}/:id/file`, async (c) => {
    const [own, id] = [behind(c), c.req.param('id')]
    permit(own, 'write')
    const sent = (await formOf(c)).get('file')
    const bytes =
      typeof sent === 'string'
        ? new TextEncoder().encode(sent)
        : new Uint8Array((await sent?.arrayBuffer()) ?? [])
    const page = async (faults: readonly string[], back: Back | null) =>
      filePage(desktopOf(c, context), await readPublication(own, id), { back, faults })
    const work = async (): Promise<Response> => {
      const back = isPacked(bytes)
        ? await bringFromPartner(own, id, bytes)
        : await bringBack(own, id, new TextDecoder().decode(bytes))
      return wantsJson(c) ? c.json({ id, ...back }) : c.html(await page([], back))
    }
    return orShow(c, { context }, work, (lines) => page(lines, null), isTold)
  })
}
