import { useText } from '@sonaqor/ui'
import * as care from '../texts/en.ts'
import { Calls } from './calls.tsx'
import { callsOf, revealingOf } from './reach-of.ts'

/**
 * What a key with these scopes will be able to call: a scope is a word, and this is what it means. It is
 * closed at first, for its number alone says whether it is more than was meant.
 */
export function Reach({ scopes }: { readonly scopes: readonly string[] }) {
  const say = useText()
  const calls = callsOf(scopes)
  const revealing = revealingOf(scopes)
  if (scopes.length === 0) return null
  return (
    <details className="sq-reach">
      <summary>{say(care.canCall, { count: calls.length })}</summary>
      <div>
        <Calls of={calls} />
        {revealing.length > 0 && (
          <>
            <p>{say(care.revealsCustomers)}</p>
            <Calls of={revealing} />
          </>
        )}
        {scopes.includes('embeds:create') && <p>{say(care.lendsScopes)}</p>}
      </div>
    </details>
  )
}
