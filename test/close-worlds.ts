/** Tells a test file where its databases are, and closes what it opened: the next one runs in the same process. */
import { afterAll, inject } from 'vitest'
import { closeTestStores, useServer } from '../src/store/test-stores.ts'
import { closeStores } from './stores.ts'

useServer(inject('server'))
afterAll(closeStores)
afterAll(closeTestStores)
