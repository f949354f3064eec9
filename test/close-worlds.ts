/** Closes the databases in memory that a test file opened: the next one runs in the same process. */
import { afterAll } from 'vitest'
import { closeMemoryStores } from '../src/store/memory.ts'
import { closeStores } from './stores.ts'

afterAll(closeStores)
afterAll(closeMemoryStores)
