/** The grammar of Kazakh that cannot be lists of words: articles, terms, counts, who did and who told. */
import { kazakhDates } from './kazakh-dates.ts'
import type { Patterns } from './patterns.ts'

const NUMBER = '\\d+(?:[.-]\\d+)*'
const CODE =
  '(?:(?:ҚР\\s+)?(?:ҚК|ӘҚБтК|ҚПК)(?:-?\\p{Ll}{2,4})?(?!\\p{L})|(?:Қылмыстық|Әкімшілік(?:\\s+құқық\\s+бұзушылық\\s+туралы)?)\\s+кодекс\\p{L}*|Конституция\\p{L}*|\\p{Ll}+\\s+туралы\\s+заң\\p{L}*)'

export const KAZAKH: Patterns = {
  dateForms: kazakhDates,
  firstYear: /((?:19|20)\d\d)\s*жыл/iu,
  articles: new RegExp(
    `(?:(${CODE})\\s+)?()(${NUMBER}(?:(?:\\s*,\\s*|\\s+(?:және|мен|пен)\\s+)${NUMBER})*)-?\\s?ба[пб]\\p{Ll}*(?:\\s*,?\\s*(\\d+)-?\\s?бөлі[кг]\\p{Ll}*)?()`,
    'giu',
  ),
  ordinal: null,
  codes: [
    ['administrative', /ӘҚБтК|әкімшілік/iu],
    ['criminal', /ҚК|қылмыстық/iu],
    ['constitution', /конституция/iu],
    ['assembly_law', /жиналыс|жиын/iu],
    ['other', /заң|кодекс/iu],
  ],
  unit: '(тәулік\\p{Ll}*|күн\\p{Ll}*|ай(?:ға|дан|ы|дық)?|жыл(?:ға|дан|ы|дық)?)',
  unitOf: (word) => (/^жыл/i.test(word) ? 'years' : /^ай/i.test(word) ? 'months' : 'days'),
  qualifiers: [
    ['at_least', 'before', /(?:кемінде|кем\s+дегенде)\s*$/iu],
    ['at_least', 'after', /^-?(?:дан|ден|тан|тен|нан|нен)?\s+(?:астам|аса|көп)/iu],
    ['about', 'before', /(?:шамамен|жуық)\s*$/iu],
    [
      'about',
      'after',
      /^-?(?:ға|ге|қа|ке|дай|дей|тай|тей)?\s+(?:жуық|жуығы)|^-?(?:дай|дей|тай|тей)(?!\p{L})/iu,
    ],
    ['at_most', 'after', /^-?(?:ға|ге|қа|ке)?\s+дейін/iu],
  ],
  to: '(?:-|–|мен|пен)',
  collective: /^(?:ек|үш|төрт|бес|алт|жет|сегіз|тоғыз|он)(?:еу|ау)\p{Ll}*$/iu,
  struck: /^$/u,
  struckAfter: /^$/u,
  quality:
    /^(?:жас|белсенді|бейбіт|шетелдік|азаматтық|жергілікті|тәуелсіз|астам|аса|жуық|көп|дейін|\p{Ll}+дық|\p{Ll}+дік)$/iu,
  scales: '(мың|миллион|млн\\.?|млрд\\.?)',
  scaleOf: (word) =>
    /^мың/i.test(word) ? 1_000 : /^(?:млн|миллион)/i.test(word) ? 1_000_000 : 1_000_000_000,
  town: /(?<!\p{L})(\p{Lu}\p{L}+(?:-\p{L}+)*)\s+(?:қалас|ауыл|аудан|кент)\p{Ll}*/gu,
  where: /(?<!\p{L})(\p{Lu}\p{Ll}{2,}?)(?:да|де|та|те)(?!\p{L})/gu,
  seat: null,
  plural: /(?:лар|лер|дар|дер|тар|тер)\p{Ll}*$/iu,
  actor:
    /(?<!\p{L})(?:белгісіз(?:дер|\s+адамдар|\s+біреулер)|полиция|полицейлер|полиция\s+қызметкерлері|ҰҚК|әкімдік|әкімшілік(?!\s)|билік|прокуратура|(?:\p{Lu}\p{Ll}+\s+(?:\p{Ll}+\s+){0,3})?сот(?:ы)?)(?!\p{L})/giu,
  source:
    /(?<![\p{L}])(\p{Lu}[\p{L}.-]+)\s+(?:мәліметінше|деректерінше|хабарлауынша)|((?:[a-z0-9-]+\.)+(?:kz|org|com|net|info))/gu,
  offence: /(?<!\p{L})((?:жала\s+жап|бұзақылық|арандату|бағынба|қатыс)\p{Ll}*)\s+үшін/giu,
  says: /(?<!\p{L})(?:айт|мәлімде|хабарла|айтуынша|сөзінше)\p{Ll}*/iu,
}
