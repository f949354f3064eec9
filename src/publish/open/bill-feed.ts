/** A bill in, its feed out: each step and objection with its day, and what public records tell of it. */
import type { Bill } from '../../core/bill.ts'
import { labelIn } from '../../core/language.ts'
import { nameUuid } from '../../core/name-uuid.ts'
import type { Pack } from '../../core/pack.ts'
import { parsePartialDate } from '../../core/partial-date.ts'
import { href, type Page } from '../links.ts'
import { billStanding } from '../sections/bill-standing.ts'
import type { BillView } from '../views.ts'
import { entryOf, type Feed, type FeedEntry, type FeedGiven, feedWith } from './feed.ts'

/** What has no day cannot be new. A month or a year counts from its first day. */
const dated = (date: string | null, entry: Omit<FeedEntry, 'updated'>): readonly FeedEntry[] => {
  const from = date === null ? null : (parsePartialDate(date)?.from ?? null)
  return from === null ? [] : [{ ...entry, updated: `${from}T00:00:00Z` }]
}

const namesOf = (ids: readonly string[], pack: Pack, language: BillView['words']['language']): string =>
  ids
    .map((id) => {
      const body = pack.organisations.get(id)
      return body ? labelIn(body.name, language).text : id
    })
    .join(', ')

export function billEntries(bill: Bill, view: BillView): readonly FeedEntry[] {
  const { pack, words, site, members } = view
  const { language } = words
  const title = labelIn(bill.title, language).text
  const page: Page = { kind: 'bill', country: pack.id, id: bill.id }
  const url = href(site, language, page)
  const { ahead } = billStanding(bill, pack, view)
  const steps = bill.steps.flatMap((one, at) =>
    dated(one.date, {
      ...{ id: nameUuid(`bill/${pack.id}/${bill.id}/${one.stage}/${at}`), url },
      title: `${title}: ${words.t(`bill.stage.${one.stage}`)}`,
      summary: [
        one.by === null ? '' : namesOf([one.by], pack, language),
        at === bill.steps.length - 1 ? ahead : '',
      ]
        .filter((part) => part !== '')
        .join('. '),
    }),
  )
  const objections = bill.objections.flatMap((one, at) =>
    dated(one.date, {
      ...{ id: nameUuid(`bill/${pack.id}/${bill.id}/objection/${at}`), url },
      title: `${title}: ${words.t('bill.objections')}, ${namesOf(one.by, pack, language)}`,
      summary: labelIn(one.text, language).text,
    }),
  )
  return [...steps, ...objections, ...members.map(({ incident }) => entryOf(incident, view))].sort(
    (a, b) => b.updated.localeCompare(a.updated) || a.id.localeCompare(b.id),
  )
}

export const billFeed = (view: BillView, given: Omit<FeedGiven, 'title' | 'about'>): Feed =>
  feedWith(
    view,
    {
      ...given,
      title: labelIn(view.bill.title, view.words.language).text,
      about: { kind: 'bill', country: view.pack.id, id: view.bill.id },
    },
    billEntries(view.bill, view),
  )
