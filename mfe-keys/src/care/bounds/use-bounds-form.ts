import type { Key } from '@sonaqor/contract/keys'
import { faultsOf, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { useFactor } from '../../factor/use-factor.ts'
import { changeIn, faultsInBounds, shutOutBy, type BoundsDraft } from './bounds-draft.ts'
import type { useChanging } from './use-changing.ts'

export interface BoundsForm {
  readonly of: Key
  readonly draft: BoundsDraft
  readonly error: unknown
  readonly onChange: ReturnType<typeof useChanging>['change']
  readonly onClose: () => void
}

/** What is wrong with the bounds that are written, what is still owed before they are sent, and how they are. */
export function useBoundsForm({ of: key, draft, error, onChange, onClose }: BoundsForm) {
  const say = useText()
  const [asked, setAsked] = useState(false)
  // Which address is known to be shut out; another one is asked about anew.
  const [meant, setMeant] = useState<string>()

  const refused = faultsOf(error, say)
  const faults = faultsInBounds(draft, say)
  // The API says it of one's own address, which it knows better than a page.
  const isOwnRefused = isConflict(error) && refused['ipAllowlist'] !== undefined
  const owed = shutOutBy(key, draft) ?? (isOwnRefused ? 'own' : undefined)
  const isMeant = owed !== undefined && meant === owed
  const change = changeIn(key, draft)
  const factor = useFactor(key)
  // A label alone opens nothing, so that it takes none.
  const isHeldBack = factor.isMissing && Object.keys(change).some((field) => field !== 'label')
  const isAtFields = Object.keys(refused).some((name) => fields.has(name))

  return {
    faultOf: (field: string): string | undefined =>
      asked ? (faults[field] ?? (isOwnRefused ? undefined : refused[field])) : undefined,
    /** Whom the list shuts out, once that is asked about. */
    shutOut: asked ? owed : undefined,
    isMeant,
    mean: (isSure: boolean) => setMeant(isSure ? owed : undefined),
    /** What is told at no field. */
    refusal: isAtFields ? undefined : error,
    factor,
    isHeldBack,
    submit: () => {
      if (isHeldBack) return
      setAsked(true)
      if (Object.keys(faults).length > 0 || (owed !== undefined && !isMeant)) return
      if (Object.keys(change).length === 0) onClose()
      else onChange({ before: key, change, ...(isMeant && { confirm: true }) })
    },
  }
}

const fields = new Set(['label', 'ipAllowlist', 'requestsPerMinute', 'scopes', 'expiresAt'])

const isConflict = (error: unknown) =>
  (error as { problem?: { code?: string } } | null)?.problem?.code === 'conflict'
