/** A Russian name of a place in, the same in a case out; a name whose ending tells nothing stays as it is. */
import type { Case } from './cases.ts'

type Forms = Readonly<Partial<Record<Case, string>>>
/** By the ending of a name: what is taken off, and what each case puts there. The first that fits holds. */
const RULES: readonly (readonly [RegExp, Forms])[] = [
  // Names that do not bend: Актобе, Атырау, Актау, Шу, Сарыарка stays below as it ends in а.
  [/(?:[еёиоуыэю]|ау)$/u, {}],
  [/ия$/u, { gen: 'ии', dat: 'ии', acc: 'ию', ins: 'ией', loc: 'ии' }],
  [/([гкхжчшщ])а$/u, { gen: '$1и', dat: '$1е', acc: '$1у', ins: '$1ой', loc: '$1е' }],
  [/а$/u, { gen: 'ы', dat: 'е', acc: 'у', ins: 'ой', loc: 'е' }],
  [/я$/u, { gen: 'и', dat: 'е', acc: 'ю', ins: 'ей', loc: 'е' }],
  [/(?:ый|ой)$/u, { gen: 'ого', dat: 'ому', ins: 'ым', loc: 'ом' }],
  [/(к|г|х)ий$/u, { gen: '$1ого', dat: '$1ому', ins: '$1им', loc: '$1ом' }],
  [/й$/u, { gen: 'я', dat: 'ю', ins: 'ем', loc: 'е' }],
  [/ь$/u, { gen: 'я', dat: 'ю', ins: 'ем', loc: 'е' }],
  [/([бвгджзклмнпрстфхцчшщ])$/u, { gen: '$1а', dat: '$1у', ins: '$1ом', loc: '$1е' }],
]
/** A word that says what a place is, before or behind its name: it alone bends, or bends with an adjective. */
const HEADS: Readonly<Record<string, Forms>> = {
  область: { gen: 'области', dat: 'области', ins: 'областью', loc: 'области' },
  район: { gen: 'района', dat: 'району', ins: 'районом', loc: 'районе' },
  площадь: { gen: 'площади', dat: 'площади', ins: 'площадью', loc: 'площади' },
  проспект: { gen: 'проспекта', dat: 'проспекту', ins: 'проспектом', loc: 'проспекте' },
  парк: { gen: 'парка', dat: 'парку', ins: 'парком', loc: 'парке' },
  памятник: { gen: 'памятника', dat: 'памятнику', ins: 'памятником', loc: 'памятнике' },
  офис: { gen: 'офиса', dat: 'офису', ins: 'офисом', loc: 'офисе' },
  урочище: { gen: 'урочища', dat: 'урочищу', ins: 'урочищем', loc: 'урочище' },
  акимат: { gen: 'акимата', dat: 'акимату', ins: 'акиматом', loc: 'акимате' },
}
const FEMININE = new Set(['область', 'площадь'])
const ADJECTIVES: readonly (readonly [RegExp, Forms])[] = [
  [/ая$/u, { gen: 'ой', dat: 'ой', acc: 'ую', ins: 'ой', loc: 'ой' }],
  [/(?:ый|ой)$/u, { gen: 'ого', dat: 'ому', ins: 'ым', loc: 'ом' }],
  [/ий$/u, { gen: 'ого', dat: 'ому', ins: 'им', loc: 'ом' }],
]

function bent(word: string, to: Case, rules: readonly (readonly [RegExp, Forms])[]): string {
  const rule = rules.find(([ending]) => ending.test(word))
  const form = rule?.[1][to]
  return rule && form !== undefined ? word.replace(rule[0], form) : word
}

/** `Мангистауская область` → `Мангистауской области`; `Усть-Каменогорск` → `Усть-Каменогорске`. */
export function placeInRussian(name: string, to: Case): string {
  if (to === 'nom') return name
  const [first = '', ...rest] = name.split(' ')
  const head = HEADS[first]
  if (head) return [head[to] ?? first, ...rest].join(' ')
  const last = rest.at(-1)
  if (last !== undefined && HEADS[last])
    return [
      FEMININE.has(last) || to !== 'acc' ? bent(first, to, ADJECTIVES) : first,
      ...rest.slice(0, -1),
      HEADS[last][to] ?? last,
    ].join(' ')
  // Of two words of which neither is known, which one bends is not known either.
  return rest.length > 0 ? name : bent(name, to, RULES)
}

/** `в Алматы`, `во Владимире`, `на площади Астана`, `у памятника Абаю`. */
export function whereInRussian(name: string): string {
  if (/^памятник /iu.test(name)) return `у\u00a0${placeInRussian(name, 'gen')}`
  const isOpen = /^(?:площадь|проспект)(?: |$)| площадь$/iu.test(name)
  const meets = /^[вф][бвгджзклмнпрстфхцчшщ]/iu.test(name)
  return `${isOpen ? 'на' : meets ? 'во' : 'в'}\u00a0${placeInRussian(name, 'loc')}`
}
