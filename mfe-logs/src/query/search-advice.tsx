import type { LogSearch } from '@sonaqor/contract/logs'
import { useModule } from '@sonaqor/module'
import { Said, useText } from '@sonaqor/ui'
import * as common from '../texts/en.ts'
import { piecesOf } from './pieces-of.ts'
import { termOf } from './pieces.ts'
import * as texts from './texts/en.ts'

export interface SearchAdviceProps {
  /** As it was typed. */
  readonly of: string
  readonly search: LogSearch
}

/** In small letters, what joins terms elsewhere is a text like any other here, and so is a sign that denies. */
const joining = /(?:^|\s)(?:(?:or|and|not)(?:\s|$)|!)/

/** In hexadecimal, and not the whole of it, which would ask for the request. */
const partOfId = /^(?=.*[a-f-])[\da-f]{8}(?:-[\da-f-]*)?$/i

/** How a search that found nothing is found by, and what it does not look at. */
export function SearchAdvice({ of, search }: SearchAdviceProps) {
  const say = useText()
  const { app } = useModule()
  const { status, method, keyId } = search
  // The view of one app is no choice of who looks.
  const appId = app ? undefined : search.appId
  const pieces = piecesOf(of).map(({ text }) => text)
  // Who asks for one thing alone cannot ask for fewer.
  const areSeveral = [...pieces, status, method, appId, keyId].filter(Boolean).length > 1
  return (
    <>
      {areSeveral && <p>{say(common.widerFilters)}</p>}
      {pieces.some((text) => partOfId.test(text) && termOf(text) === text) && (
        <p>{say(texts.wholeId)}</p>
      )}
      {joining.test(of) ? (
        <p>{say(texts.byCommas)}</p>
      ) : (
        <>
          <p>{say(texts.notSearched)}</p>
          <p>
            <Said of={texts.byBeginning} with={{ example: <code>/v1/customers</code> }} />
          </p>
        </>
      )}
    </>
  )
}
