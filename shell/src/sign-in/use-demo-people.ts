import type { Client } from '@sonaqor/contract/client'
import type { DemoPerson } from '@sonaqor/contract/demo'
import { useEffect, useState } from 'react'

/** The people of the demo by tenant; there are none where the demo is off. */
export function useDemoPeople(
  api: Pick<Client, 'demo'>,
): ReadonlyMap<string, readonly DemoPerson[]> {
  const [people, setPeople] = useState<readonly DemoPerson[]>([])
  useEffect(() => {
    // Without the demo the address answers 404, and signing in needs nothing of it.
    api.demo.people().then(
      ({ data }) => setPeople(data),
      () => undefined,
    )
  }, [api])
  return Map.groupBy(people, ({ tenant }) => tenant)
}
