import type { StaffTenant } from '@sonaqor/contract/staff'
import type { Readable } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { StaffApi } from './staff-api.ts'

interface Found {
  readonly search: string
  readonly status: 'pending' | 'error' | 'success'
  readonly rows: readonly StaffTenant[] | undefined
  readonly next: string | null
  readonly error: unknown
}

const nothing: Found = { search: '', status: 'pending', rows: undefined, next: null, error: null }

/** Tenants by a part of their name, page by page. */
export function useTenants(api: StaffApi) {
  const [found, become] = useState(nothing)
  const [isFetchingNextPage, setFetching] = useState(false)
  // Of answers that overtake each other the last question's alone is shown.
  const asked = useRef(0)

  const read = (search: string, cursor?: string): Promise<void> => {
    const question = (asked.current += 1)
    const show = (next: Found) => {
      if (question === asked.current) become(next)
    }
    const query = { ...(search.trim() && { search: search.trim() }), ...(cursor && { cursor }) }
    const ask = async () => {
      try {
        const { data, page } = await api.staff.tenants({ query })
        const rows = [...(cursor ? (found.rows ?? []) : []), ...data]
        show({ search, status: 'success', rows, next: page.next, error: null })
      } catch (error) {
        show({ ...found, search, status: 'error', error })
      }
    }
    return ask()
  }

  const begin = useEffectEvent(() => void read(''))
  useEffect(() => begin(), [])

  const reading: Readable<readonly StaffTenant[]> = {
    status: found.status,
    data: found.rows,
    error: found.error,
    refetch: () => read(found.search),
  }
  return {
    ...reading,
    find: (search: string) => void read(search),
    hasNextPage: found.next !== null,
    isFetchingNextPage,
    fetchNextPage: async () => {
      if (found.next === null) return
      setFetching(true)
      await read(found.search, found.next)
      setFetching(false)
    },
  }
}
