/** A name as a source wrote it in, the same as it stands in a sentence of one language out: one in another script is quoted. */
import type { Tell } from '../../core/tell.ts'

/** Nobody wrote it in this language, and a reader must see that it is no word of the text. */
export const asWritten = (name: string, { language }: Pick<Tell, 'language'>): string =>
  language === 'en' || /\p{Script=Cyrillic}/u.test(name) || !/\p{Script=Latin}/u.test(name)
    ? name
    : `«${name}»`
