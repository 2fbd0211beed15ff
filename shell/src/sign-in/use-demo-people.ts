import type { Client } from '@sonaqor/contract/client'
import type { DemoPerson } from '@sonaqor/contract/demo'
import { useEffect, useState } from 'react'

/** The people of the demo by tenant; there are none where the demo is off. */
export function useDemoPeople(
  api: Pick<Client, 'demo'>,
  isDemo: boolean,
): ReadonlyMap<string, readonly DemoPerson[]> {
  const [people, setPeople] = useState<readonly DemoPerson[]>([])
  useEffect(() => {
    if (!isDemo) return
    // Signing in needs nothing of it, should it fail.
    api.demo.people().then(
      ({ data }) => setPeople(data),
      () => undefined,
    )
  }, [api, isDemo])
  return Map.groupBy(people, ({ tenant }) => tenant)
}
