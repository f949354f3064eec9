/** Something said of a campaign in, the line that tells it to colleagues out. */
import type { ActionKind } from '../../../core/act/actions.ts'
import type { CampaignEntryBody } from '../../../core/act/lines.ts'
import { labelIn } from '../../../core/language.ts'
import { toldIn } from '../../../publish/campaign/words.ts'
import { dayIn, localeOf } from '../../../publish/telling/when.ts'
import { dateIn } from '../cases/entry-text.ts'
import type { Desktop } from '../desktop.ts'
import { unitIn } from './unit-in.ts'

export function entryText(desktop: Desktop, body: CampaignEntryBody): string {
  const { face, codebook } = desktop
  const { t, language } = face.words
  const { moves, outcomes } = codebook.campaigns
  const unit = (kind: ActionKind): string => unitIn(desktop, kind)
  const number = (n: number): string => n.toLocaleString(localeOf(language))
  switch (body.kind) {
    case 'partner':
      return [t(`camp.partner.${body.word}`), dayIn(body.on, language), body.how].join(' · ')
    case 'person':
      return [
        ...[t(`camp.person.${body.word}`), dayIn(body.on, language), body.how],
        ...(body.until === undefined ? [] : [`→ ${dayIn(body.until, language)}`]),
      ].join(' · ')
    case 'risk':
      return [
        dayIn(body.on, language),
        ...Object.entries(body.levels).map(([of, level]) => `${t(`camp.f.risk-${of}`)}: ${level}`),
        `${t('camp.f.online')}: ${t(`camp.online.${body.onlineInCountry ? 'yes' : 'no'}`)}`,
        body.note,
      ].join(' · ')
    case 'move': {
      const rule = moves.get(body.move)
      return rule ? labelIn(rule.label, language).text : body.move
    }
    case 'outcome': {
      const rule = outcomes.get(body.outcome)
      return [
        rule ? labelIn(rule.label, language).text : body.outcome,
        ...[dateIn(desktop, body.on), toldIn(body.words, face.words)],
        body.source.kind === 'incident' ? body.source.incident : body.source.title,
      ].join(' · ')
    }
    case 'event':
      return [
        t(`act.event.${body.event}`),
        ...[
          dayIn(body.on, language),
          body.place ?? '',
          body.host,
          t(`camp.public.${body.isPublic ? 'yes' : 'no'}`),
        ],
      ]
        .filter((one) => one !== '')
        .join(' · ')
    case 'tally':
      return [
        `${number(body.best)} (${number(body.low)}–${body.high === null ? '?' : number(body.high)}) ${unit(body.of)}`,
        ...[t(`act.source.${body.source}`), t(`act.method.${body.method}`), dayIn(body.on, language)],
        ...[body.countedBy, body.sheet ?? ''],
      ]
        .filter((one) => one !== '')
        .join(' · ')
    case 'delivery':
      return [
        `${number(body.number)} ${unit(body.of)} → ${body.authority}`,
        ...[t(`act.way.${body.way}`), dayIn(body.on, language)],
        body.proof === undefined
          ? t('act.proof.none')
          : `${t(`camp.proof.${body.proof.kind}`)}: ${body.proof.words}`,
      ].join(' · ')
    case 'mailing':
      return [
        `${number(body.number)} ${unit(body.of)} → ${body.authority}`,
        ...[body.address, `${dayIn(body.from, language)} – ${dayIn(body.to, language)}`],
        ...[
          t('camp.mailing.per-hour', { n: body.perHour }),
          body.paused ? t('camp.mailing.halt.paused') : '',
        ],
      ]
        .filter((one) => one !== '')
        .join(' · ')
    case 'reply':
      return [t(`act.reply.${body.reply}`), dayIn(body.on, language), toldIn(body.words, face.words)].join(
        ' · ',
      )
    case 'patches':
      return [
        t('act.quilt.desc', { n: body.patches.length }).replace(/:$/, ''),
        dayIn(body.on, language),
      ].join(' · ')
  }
}
