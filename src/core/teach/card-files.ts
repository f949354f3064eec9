/** The forms that a law card is had in beside its page, by the ending of their address. */
export const CARD_FILES = ['a5.pdf', 'wallet.pdf', 'poster-a4.pdf', 'poster-a3.pdf', 'listen.txt'] as const
export type CardFile = (typeof CARD_FILES)[number]

/** What is carried about needs a review that holds. */
export const isCarried = (file: CardFile): boolean => file === 'wallet.pdf'
