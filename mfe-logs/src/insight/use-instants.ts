import type { Range } from '@sonaqor/ui'
import { useState } from 'react'
import { readFrom } from '../logs/use-logs.ts'

/** Which instants a range means since it was chosen; the list begins at the same one. */
export function useInstants(range: Range) {
  const [taken, setTaken] = useState(() => ({ range, instants: readFrom(range, Date.now()) }))
  if (taken.range === range) return taken.instants
  // Read once for each range, which is then kept with it.
  // oxlint-disable-next-line react/purity
  const instants = readFrom(range, Date.now())
  setTaken({ range, instants })
  return instants
}
