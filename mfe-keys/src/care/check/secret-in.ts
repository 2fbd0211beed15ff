import { environmentOf, holdsChecksum } from '@sonaqor/contract/key-format'
import type { KeyCheck } from '@sonaqor/contract/keys'

const wholeLength = 44

export type Read =
  /** It can be a key: whose it is, the API alone can say. */
  | { readonly is: 'whole'; readonly secret: string }
  | { readonly is: 'no-key' }
  | { readonly is: 'several' }
  | {
      readonly is: 'damaged'
      readonly environment: KeyCheck['environment']
      readonly length: number
    }

/**
 * What a pasted text is, as far as it says so itself: around a key there may be a line of a configuration,
 * a header or a whole command. What cannot be a key is told right here, and sent nowhere.
 */
export function secretIn(text: string): Read {
  const found = [...new Set(text.match(/sq_(?:live|test)_\w*/g))]
  const [secret] = found
  if (!secret) return { is: 'no-key' }
  if (found.length > 1) return { is: 'several' }
  if (holdsChecksum(secret)) return { is: 'whole', secret }
  return { is: 'damaged', environment: environmentOf(secret), length: secret.length }
}

export const missingIn = (length: number) => wholeLength - length
