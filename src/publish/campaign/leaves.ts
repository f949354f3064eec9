/** What is printed, leaf by leaf, as plain data: a typesetter sets it, and reads none of its words as markup. */
export type Block =
  | { readonly kind: 'para' | 'lead' | 'small' | 'sign' | 'code'; readonly text: string }
  | { readonly kind: 'points'; readonly items: readonly string[] }
  | { readonly kind: 'address'; readonly lines: readonly string[] }
  | { readonly kind: 'figure'; readonly svg: string; readonly alt: string; readonly height: string }
  /** A row each, with empty boxes to write in. */
  | { readonly kind: 'boxes'; readonly heads: readonly string[]; readonly rows: readonly string[] }
export type Leaf = {
  readonly label: string
  readonly heading: string
  readonly blocks: readonly Block[]
}
export type Leaves = {
  readonly language: string
  readonly title: string
  /** Empty: nothing stands under a letter that goes to an authority. */
  readonly foot: string
  readonly leaves: readonly Leaf[]
}
