/** How far a long piece of work has come: told while it goes on, to whoever waits for it. */
export type Tell = (done: number, all: number) => void
