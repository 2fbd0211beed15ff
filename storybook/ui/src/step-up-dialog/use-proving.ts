import { useRef, useState } from 'react'

/** What somebody shows; how a passkey is asked for is the caller's to know. */
export type FactorProof =
  | { readonly factor: 'totp' | 'recovery-code'; readonly code: string }
  | { readonly factor: 'passkey' }

/** How it was taken. `locked`: nothing is looked at for a while, not even what is right. */
export type FactorAnswer = 'proved' | 'wrong' | 'locked' | 'given-up'

interface Proving {
  readonly busy: boolean
  readonly fault: 'missing' | 'wrong' | 'given-up' | undefined
  readonly isLocked: boolean
  /** What was thrown instead of an answer. */
  readonly error: unknown
  prove(proof: FactorProof): void
  /** Somebody has sent nothing. */
  miss(): void
  forget(): void
}

type State =
  | { readonly name: 'asking' | 'busy' | 'missing' | 'wrong' | 'locked' | 'given-up' }
  | { readonly name: 'failed'; readonly error: unknown }

/**
 * Shows one factor at a time; a double press is faster than the next drawing, and each guess counts.
 * What was proved stays busy, for something else takes its place.
 */
export function useProving(
  onProve: (proof: FactorProof) => Promise<FactorAnswer>,
  onWrong: () => void,
): Proving {
  const [state, become] = useState<State>({ name: 'asking' })
  const underWay = useRef(false)
  const { name } = state

  async function look(proof: FactorProof) {
    try {
      const answer = await onProve(proof)
      if (answer === 'proved') return
      become({ name: answer })
      if (answer === 'wrong') onWrong()
    } catch (error) {
      become({ name: 'failed', error })
    }
    underWay.current = false
  }

  return {
    busy: name === 'busy',
    fault: name === 'missing' || name === 'wrong' || name === 'given-up' ? name : undefined,
    isLocked: name === 'locked',
    error: state.name === 'failed' ? state.error : undefined,
    prove(proof) {
      if (underWay.current) return
      underWay.current = true
      become({ name: 'busy' })
      void look(proof)
    },
    miss: () => become({ name: 'missing' }),
    forget: () => become({ name: 'asking' }),
  }
}
