/** The word lists of a language → the forms of a month, a year or a part of either. */
import { month, year } from '../core/partial-date.ts'
import { absolute, type DateForm, type DateKit, stretch, TO } from './date-form.ts'

/** In order of preference where two match the same words. */
export const periodForms = (kit: DateKit): readonly DateForm[] => [
  absolute(
    'date-months@1',
    'A stretch over two months without days.',
    'from January to March 2031',
    `(?:\\b(?:[Ii]n|[Bb]etween|[Dd]uring|[Ff]rom)\\s+)?(?:\\b(?:early|late|mid)[\\s-]+)?${kit.M}${kit.Y}${TO}(?:(?:early|late|mid)[\\s-]+)?${kit.M}${kit.Y}`,
    (m, c) => stretch(kit.inMonth(m[1], m[2] ?? m[4], c), kit.inMonth(m[3], m[4], c)),
  ),
  absolute(
    'date-month@1',
    'A month, or part of one, is coded as the month.',
    'in late May 2031',
    `(?:\\b(?:early|late|mid(?:\\s+to\\s+late)?|(?:the\\s+)?(?:end|beginning|start|middle) of)[\\s-]+)?${kit.M},?\\s+(?:of\\s+)?((?:19|20)\\d{2})\\b`,
    (m, c) => kit.inMonth(m[1], m[2], c),
  ),
  absolute(
    'date-bare-month@2',
    'A month without a year takes the year named before.',
    'in early March',
    `\\b(?:[Ii]n|[Dd]uring|[Ss]ince|[Bb]y|[Ll]ast|[Tt]his|[Ee]nd of|[Bb]eginning of)\\s+(?:early\\s+|late\\s+|mid-?\\s*)?${kit.M}(?!\\s+\\d)`,
    (m, c) => kit.notAfter(m[1], c),
  ),
  absolute(
    'date-events@1',
    'Events that are called by their month happened in it.',
    'during the January events',
    `\\b[Tt]he\\s+(?:['"]?Bloody\\s+)?${kit.M}(?:'?\\s+((?:19|20)\\d{2}))?['"]?\\s+(?:events|protests|unrest|uprising|massacre|crackdown|demonstrations|riots)\\b`,
    (m, c) => kit.inMonth(m[1], m[2], c),
  ),
  absolute(
    'date-season@1',
    'A season is its three months.',
    'in spring 2031',
    '\\b(?:[Ii]n|[Dd]uring|[Ss]ince|[Tt]hroughout)\\s+(?:the\\s+)?(?:(?:early|late)\\s+)?(spring|summer|autumn|fall)\\s+(?:of\\s+)?((?:19|20)\\d{2})\\b',
    (m) => {
      const first = { spring: 3, summer: 6, autumn: 9, fall: 9 }[m[1] ?? ''] ?? 3
      return stretch(month(Number(m[2]), first), month(Number(m[2]), first + 2))
    },
  ),
  absolute(
    'date-year-part@1',
    'Late and early in a year are its last and first quarter.',
    'in late 2031',
    '\\b(late|end of|early|(?:beginning|start) of)[\\s-]+((?:19|20)\\d{2})\\b',
    (m) =>
      /late|end/.test(m[1] ?? '')
        ? stretch(month(Number(m[2]), 10), month(Number(m[2]), 12))
        : stretch(month(Number(m[2]), 1), month(Number(m[2]), 3)),
  ),
  absolute(
    'date-year@1',
    'A year after a word of time.',
    'since 2031',
    '\\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Oo]f|[Ff]rom|[Uu]ntil|[Bb]y|[Ee]arly|[Tt]hroughout|[Yy]ear)\\s+((?:19|20)\\d{2})\\b(?!\\s*(?:people|cases|activists|protesters))',
    (m) => year(Number(m[1])),
  ),
]
