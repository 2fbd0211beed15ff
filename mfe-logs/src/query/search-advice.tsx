import { Said, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'

/** In small letters, what joins terms elsewhere is a text like any other here, and so is a sign that denies. */
const joining = /(?:^|\s)(?:(?:or|and|not)(?:\s|$)|!)/

/** How a search that found nothing is found by, and what it does not look at. */
export function SearchAdvice({ of }: { readonly of: string }) {
  const say = useText()
  return (
    <p>
      {joining.test(of) ? (
        say(texts.byCommas)
      ) : (
        <>
          <Said of={texts.byBeginning} with={{ example: <code>/v1/customers</code> }} />{' '}
          {say(texts.notSearched)}
        </>
      )}
    </p>
  )
}
