/** An assistance and a day in, whether anybody answered, in words, out. */
import type { Assistance } from '../../../core/cases/case.ts'
import { silenceOf } from '../../../core/cases/due.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { Desktop } from '../desktop.ts'
import { termText } from './entry-text.ts'

export function silenceText(desktop: Desktop, file: Assistance, today: string): string {
  const { t, language } = desktop.face.words
  const silence = silenceOf(file, today)
  switch (silence.kind) {
    case 'none-set':
      return t('case.silence.none-set')
    case 'waiting':
      return t('case.silence.waiting', { day: dayIn(silence.until, language) })
    case 'silence':
      return t(silence.receipt ? 'case.silence.receipt' : 'case.silence.silence', {
        day: dayIn(silence.since, language),
      })
    case 'answered': {
      const { body } = silence.entry
      if (body.kind !== 'answer') return ''
      const answer = termText(desktop, desktop.codebook.cases.answers, body.answer)
      return t('case.silence.answered', { answer, day: dayIn(body.date, language) })
    }
  }
}
