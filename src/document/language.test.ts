/** Which language a text is in, and whose it is not. */
import { expect, test } from 'vitest'
import { refusalOf } from './fixture.ts'
import { languageOf } from './language.ts'

test.each([
  ['en', 'Police detained three activists near the central square on Monday and fined them the next day.'],
  ['en', 'Asan Usenov was detained in Almaty on 3 May 2020.'],
  [
    'en',
    'Asan Usenov, Aigul Serikova, Bolat Nurmagambetov and Daniyar Seitkali were summoned to the Oskemen police.',
  ],
  [
    'en',
    'The outlet wrote «суд огласил решение» and the activists said that the hearing had been closed to them.',
  ],
  ['ru', 'Полиция задержала трёх активистов на центральной площади в понедельник.'],
  ['ru', 'Асан Усенов задержан в Алматы 3 мая.'],
  [
    'ru',
    'В Құрманғазы и Өскемене полиция разогнала митинг, троих участников оштрафовали, ещё двоих отпустили без протокола.',
  ],
  [
    'ru',
    // Read by a machine: ш for щ, е for ё, ь for ъ.
    '7 мая 2024 года в Алматы полиция задержала Асана Усенова и Айгуль Серикову возле плошади на три часа. Суд оштрафовал каждого на 15 месячных расчетных показателей по статье 488 Кодекса об административных правонарушениях. Адвоката не пускали до вечера; заседание длилось одиннадцать минут. Обьявление об этом появилось на сайте суда.',
  ],
  ['kk', 'Полиция дүйсенбі күні орталық алаңда үш белсендіні ұстады. Сот оларға айыппұл салды.'],
  ['kk', 'Асан Үсеновті Қарағандыда ұстады.'],
])('%s: %s', (language, text) => {
  expect(languageOf(text)).toBe(language)
})

test.each([
  [
    'deu',
    'Die Polizei nahm am Montag drei Aktivisten auf dem zentralen Platz fest und verhängte eine Geldstrafe.',
  ],
  ['fra', 'La police a arrêté trois militants sur la place centrale lundi et leur a infligé une amende.'],
  [
    'ukr',
    'Поліція затримала трьох активістів на центральній площі в понеділок і оштрафувала їх наступного дня, її звільнили.',
  ],
  ['arb', 'اعتقلت الشرطة ثلاثة ناشطين في الساحة المركزية يوم الاثنين'],
  [
    'tur',
    'Polis pazartesi günü merkez meydanda üç aktivisti gözaltına aldı ve ertesi gün para cezası verdi.',
  ],
])('refused, with the guess %s: %s', async (guess, text) => {
  expect(await refusalOf(() => languageOf(text))).toEqual({
    code: 'input.language',
    params: { language: guess },
  })
})

test('Kyrgyz shares letters with Kazakh and is neither Kazakh nor Russian', async () => {
  const text =
    'Полиция дүйшөмбү күнү борбордук аянтта үч активистти кармап, эртеси күнү аларга айып пул салды деп билдирди.'
  expect((await refusalOf(() => languageOf(text)))?.code).toBe('input.language')
})
