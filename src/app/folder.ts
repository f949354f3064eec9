/** Makes folders, for the command line, which asks no adapter itself. */
export { makeFolder } from '../adapters/folder.ts'
