/** A country is a folder: with a few files of Kyrgyzstan beside Kazakhstan, its towns and its code are read, and no code was touched. */
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadPack } from '../src/adapters/load-pack.ts'
import { ROOT } from '../src/config.ts'
import { type Fault, Refusal } from '../src/core/faults.ts'
import { NO_PACK } from '../src/core/pack.ts'
import { recordsIn, russian } from '../src/extract/cyrillic/fixture.ts'

const NOBODY = '{ en: null, ru: null, kk: null }'
const FILES = {
  'pack.yaml': `id: kg
version: '1'
country: KG
name: { en: Kyrgyzstan, ru: Кыргызстан, kk: Қырғызстан }
nameIn: { en: Kyrgyzstan, ru: в Кыргызстане, kk: Қырғызстанда }
currency: KGS
currencyNames: [KGS, som, сом]
indexName: { en: unit, ru: показатель, kk: көрсеткіш }
reviewedBy: ${NOBODY}
attribution: []
`,
  'laws.yaml': `version: '1'
reviewedBy: ${NOBODY}
acts:
  - id: OC
    code: administrative
    title: { en: Code of Offences, ru: Кодекс о правонарушениях, kk: null }
    aliases: []
    inForce: { from: '2021-12-01', to: null }
    certainty: recalled
provisions:
  - id: OC-128
    act: OC
    article: '128'
    part: null
    title: { en: Disobeying the police, ru: null, kk: null }
    subject: assembly
    penalties: []
    changes: []
    wordings: []
    note: null
    certainty: { provision: recalled, titles: recalled, penalties: null }
`,
  'mci.yaml': `version: '1'
reviewedBy: ${NOBODY}
values: []
`,
  'organisations.yaml': `version: '1'
reviewedBy: ${NOBODY}
organisations: []
`,
  'places.yaml': `version: '1'
reviewedBy: ${NOBODY}
regions: []
places:
  - id: naryn
    kind: town
    name: { en: Naryn, ru: Нарын, kk: Нарын }
    inside: null
    region: null
    variants: []
    lat: null
    lon: null
    note: null
    certainty: recalled
`,
}
const TEXT =
  'В Нарыне 3 мая 2031 года задержали активиста Асана Усенова. Суд оштрафовал его на 3000 сомов по статье 128.'

test('its town, its article and its money are known', () => {
  const root = mkdtempSync(join(tmpdir(), 'aigaq-'))
  mkdirSync(join(root, 'packs', 'kg'), { recursive: true })
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(root, 'packs', 'kg', name), text)
  // The languages are there already; a country brings none.
  cpSync(join(ROOT, 'packs', 'lang'), join(root, 'packs', 'lang'), { recursive: true })
  const faults: Fault[] = []
  const kg = loadPack(root, 'kg', faults)
  if (!kg) throw new Refusal(faults)
  const [told] = recordsIn(russian, TEXT, null, kg)
  expect([kg.bills.size, kg.billPath]).toEqual([0, []])
  expect(told?.places).toEqual([{ name: 'Нарыне', canonical: 'Naryn' }])
  expect(told?.people.map((one) => one.name)).toEqual(['Асан Усенов'])
  expect(told?.penalties[0]).toMatchObject({ type: 'fine', amount: 3000, currency: 'KGS' })
})

test('without any country the language alone knows the town and not the article', () => {
  const [told] = recordsIn(russian, TEXT, null, NO_PACK)
  expect(told?.places[0]?.canonical).toBe('Naryn')
  expect(told?.penalties[0]).toMatchObject({ type: 'fine', amount: 3000 })
})
