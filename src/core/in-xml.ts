/** Words in, the same without the signs that no XML can hold out (XML 1.0, 2.2): one of them, and a whole drawing, feed or file would not open. */
export const inXml = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
