/** By whose id something is known as one's own. */
interface Maker {
  readonly id: string
  /** Of a partner's page: what opened its session, and may see all that the page may. */
  readonly keyId?: string
}

/** Whose acts are one's own: a page's are its key's too, for it was opened to speak for that one. */
export const ownIds = ({ id, keyId }: Maker): readonly string[] =>
  keyId === undefined ? [id] : [id, keyId]
