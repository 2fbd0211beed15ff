import { keyMarks } from '@sonaqor/contract/key-format'
import type { Key, KeyCheck } from '@sonaqor/contract/keys'
import { useModule } from '@sonaqor/module'
import { useRef, useState } from 'react'
import { secretIn, type Read } from './secret-in.ts'

export type Verdict =
  | Exclude<Read, { readonly is: 'whole' }>
  | ({ readonly is: 'unknown' | 'known' } & Omit<KeyCheck, 'is'> & {
        /** What of the pasted secret may be shown: it need not be the newest of its key. */
        readonly checked: Pick<Key, 'prefix' | 'lastFour'>
      })

type Checking =
  | { readonly state: 'idle' | 'asking' }
  | { readonly state: 'told'; readonly verdict: Verdict }
  | { readonly state: 'failed'; readonly error: unknown }

/**
 * Tells what a pasted text is. The text is an argument and nothing else: it stands in no state, in no
 * query's key and in no mutation's variables, all of which outlive the answer; what is kept is the answer,
 * which has no secret in it.
 */
export function useChecking() {
  const { api } = useModule()
  const [checking, become] = useState<Checking>({ state: 'idle' })
  const turn = useRef(0)

  async function check(text: string): Promise<void> {
    turn.current += 1
    const mine = turn.current
    const read = secretIn(text)
    if (read.is !== 'whole') return become({ state: 'told', verdict: read })
    become({ state: 'asking' })
    let outcome: Checking
    try {
      const told = await api.keys.check({ body: { key: read.secret } })
      const { is } = told
      outcome = {
        state: 'told',
        verdict:
          is === 'known' || is === 'unknown'
            ? { ...told, is, checked: endsOf(read.secret) }
            : { is: 'damaged', environment: told.environment, length: read.secret.length },
      }
    } catch (error) {
      outcome = { state: 'failed', error }
    }
    if (mine === turn.current) become(outcome)
  }
  /** What was told of another paste is not left standing. */
  function forget(): void {
    turn.current += 1
    become({ state: 'idle' })
  }
  return { checking, check, forget }
}

const endsOf = (secret: string) => ({
  prefix: secret.slice(0, keyMarks.production.length + 4),
  lastFour: secret.slice(-4),
})
