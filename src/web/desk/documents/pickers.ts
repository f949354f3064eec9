/** The codebook, a country and its recorded people in, lists to pick from out: typing in any of three languages finds an entry. */
import { LANGUAGES, type Labels, labelIn } from '../../../core/language.ts'
import { canonicalName } from '../../../core/pack.ts'
import type { Field } from '../../../core/values.ts'
import { html, type Markup } from '../../../publish/markup.ts'
import type { Foreseeable } from '../../../usecases/review/foresee.ts'
import type { Desktop } from '../desktop.ts'

/** Field or part → id of its list; what is not here is free text. */
export const LIST_OF: Readonly<Partial<Record<Field | 'role' | 'known', string>>> = {
  freedom: 'pick-freedom',
  act: 'pick-act',
  place: 'pick-place',
  law: 'pick-law',
  organisation: 'pick-organisation',
  actor: 'pick-organisation',
  penalty: 'pick-penalty',
  role: 'pick-role',
  known: 'pick-known',
}

type Option = { readonly value: string; readonly also: readonly (string | null)[] }

/** The words of the page's language go into the field; the others are what a browser searches too. */
export function pickers(
  { codebook, face }: Desktop,
  { pack, people }: Pick<Foreseeable, 'pack' | 'people'>,
): readonly Markup[] {
  const { language } = face.words
  const term = ({ id, label }: { readonly id: string; readonly label: Labels }): Option => ({
    value: labelIn(label, language).text,
    also: [...LANGUAGES.map((one) => label[one]), id],
  })
  const { freedoms, penalties, roles, law_codes } = codebook.vocabularies
  const lists: Readonly<Record<string, readonly Option[]>> = {
    'pick-freedom': [...freedoms.values()].map(term),
    'pick-act': [...codebook.acts.values()].map(term),
    'pick-penalty': [...penalties.values()].map(term),
    'pick-role': [...roles.values()].map(term),
    'pick-place': [...pack.places.values()].map((place) => ({
      value: canonicalName(pack, place),
      also: [place.name.ru, place.name.kk, ...place.variants.slice(0, 4)],
    })),
    'pick-law': [...pack.provisions.values()].map(({ act, article, part, title }) => {
      const code = law_codes.get(pack.acts.get(act)?.code ?? '')
      const name = code ? labelIn(code.label, language).text : act
      return {
        value: `${name} ${article}${part === null ? '' : ` (${part})`}`,
        also: LANGUAGES.map((one) => title[one]),
      }
    }),
    'pick-organisation': [...pack.organisations.values()].map(({ name }) => ({
      value: name.en,
      also: [name.ru, name.kk],
    })),
    'pick-known': people.map(({ person: { id, names, variants } }) => ({
      value: `${names.en} (${id})`,
      also: [names.ru, names.kk, ...variants],
    })),
  }
  return Object.entries(lists).map(
    ([id, options]) =>
      html`<datalist id="${id}">${options.map(({ value, also }) => {
        const others = [...new Set(also)].filter((one) => one !== null && one !== value)
        return html`<option value="${value}"${others.length > 0 && html` label="${others.join(' · ')}"`}></option>`
      })}</datalist>
`,
  )
}
