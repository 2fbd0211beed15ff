/** One request of the docs, before it is written down in any language. */
export interface Call {
  readonly method: string
  /** The whole address, with examples in place of its parameters. */
  readonly url: string
  /** What stands behind `Bearer`; nothing where anybody may ask. */
  readonly credential?: string
  readonly body?: unknown
  /** Whether a fresh `Idempotency-Key` makes a retry safe. */
  readonly idempotent?: boolean
  readonly answer: 'json' | 'file' | 'nothing'
}

/**
 * Stands in a sample where the secret of an API key belongs. The page puts the reader's own in its
 * place; who copies it as it is hears that it is no key.
 */
export const keyPlaceholder = 'sq_test_your_key'

/** Where a shell, our client and what copies a request from the logs look for the key. */
export const keyVariable = 'SONAQOR_API_KEY'

/** What a shell is told once, for all commands after it. */
export const exportedKey = `export ${keyVariable}=${keyPlaceholder}`

/** The headers whose values are known before anything runs. */
export function fixedHeaders({ credential, body }: Call): readonly (readonly [string, string])[] {
  return [
    ...(credential ? [['Authorization', `Bearer ${credential}`] as const] : []),
    ...(body === undefined ? [] : [['Content-Type', 'application/json'] as const]),
  ]
}

/** The body as it travels, indented for people. */
export const jsonOf = (body: unknown): string => JSON.stringify(body, null, 2)

/** The second and all further lines moved to the right, as what they stand in is. */
export const indented = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`)
