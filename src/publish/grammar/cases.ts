/** The cases that sentences of any of our languages ask for; a language that lacks one never asks for it. */
export const CASES = ['nom', 'gen', 'dat', 'acc', 'ins', 'loc', 'abl'] as const
export type Case = (typeof CASES)[number]

/** English keeps no case; Russian has no ablative and Kazakh all seven. */
export const isCase = (text: string): text is Case => CASES.some((one) => one === text)
