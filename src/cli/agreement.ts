/** A country in; how far two people who read the same words agree, field by field and quarter by quarter, out. */
import { openApp } from '../app/open-app.ts'
import { type AgreementRead, readAgreement } from '../usecases/measure/read-agreement.ts'
import type { Terminal } from './terminal.ts'
import { textOption, type Verb } from './verb.ts'

export const agreementVerb: Verb = {
  name: 'agreement',
  help: 'Say how far two coders of the same words agree: Krippendorff’s alpha with its interval, by field and by quarter.',
  options: [{ flags: '--country <id>', help: 'country pack', default: 'kz' }],
  run: async (given) => {
    const app = await openApp(given.config)
    try {
      tell(given.terminal, await readAgreement(app, textOption(given, 'country') ?? 'kz'))
      return 0
    } finally {
      await app.close()
    }
  },
}

type Alpha = AgreementRead['fields'][number]['all']
const digits = (value: number): string => value.toFixed(3)

function tell(terminal: Terminal, read: AgreementRead): void {
  const { t } = terminal.words
  const told = ({ alpha, interval }: Alpha): string =>
    alpha === null
      ? t('measure.agreement.no-alpha')
      : interval === null
        ? digits(alpha)
        : t('measure.agreement.interval', {
            ...{ alpha: digits(alpha), low: digits(interval[0]), high: digits(interval[1]) },
          })
  const lines = read.fields.flatMap(({ field, all, same, quarters }) => [
    [field, told(all), `${same}/${all.units}`].join('\t'),
    ...quarters.map(({ quarter, alpha }) => ['', quarter, told(alpha), String(alpha.units)].join('\t')),
  ])
  terminal.say(read.records === 0 ? t('measure.agreement.none') : lines.join('\n'))
  terminal.data(read)
}
