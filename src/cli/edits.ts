/** A word processor's file that came back, beside the file that was sent, in; what somebody changed, sentence by sentence, out. */
import { refuse } from '../core/faults.ts'
import { editsTold, readEdits } from '../usecases/read-edits.ts'
import { readFile } from './read-file.ts'
import { textOption, type Verb } from './verb.ts'

export const editsVerb: Verb = {
  name: 'edits',
  help: 'Tell what somebody changed in a word processor’s file that was sent to them: words, moves, notes, comments.',
  arguments: [{ name: '<file>', help: 'the DOCX that came back' }],
  options: [
    { flags: '--of <file>', help: 'the DOCX as it was sent' },
    { flags: '--authors', help: 'name whoever changed or commented, as the file does' },
  ],
  run: async (given) => {
    const { terminal, config, options } = given
    const [file = ''] = given.arguments
    const of = textOption(given, 'of')
    if (of === undefined) throw refuse('usage', { problem: 'edits <file.docx> --of <file.docx>' })
    const [back, sent] = [readFile(file, config.maxBytes), readFile(of, config.maxBytes)]
    const edits = await readEdits(back, sent, { authors: options.authors === true })
    terminal.say(editsTold(edits, terminal.words))
    terminal.data(edits)
    return 0
  },
}
