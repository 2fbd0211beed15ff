import { createClient, type Client } from '@sonaqor/contract/client'
import type { Host } from '@sonaqor/embed/host'
import type { ProjectRef } from '@sonaqor/module'
import { useCallback, useEffect, useState } from 'react'

/** The projects among which one can choose. */
export interface KnownProjects {
  readonly state: 'waiting' | 'known' | 'failed'
  readonly all: readonly ProjectRef[]
  /** Whether there are no further ones. */
  readonly isWhole: boolean
  /** Whether it could be asked for again; what is new is in `all` then. */
  readonly readAgain: () => Promise<boolean>
}

type Known = Omit<KnownProjects, 'readAgain'>

const waiting: Known = { state: 'waiting', all: [], isWhole: false }

/** The tenant's projects for the frame's own use, read again whenever one comes. */
export function useKnownProjects(host: Host | undefined, mayRead: boolean): KnownProjects {
  const [known, setKnown] = useState(waiting)

  const readAgain = useCallback(async () => {
    if (!host || !mayRead) return false
    try {
      const read = await readAll(createClient(host.request))
      setKnown({ state: 'known', ...read })
      return true
    } catch {
      // Those that were known once are worth more than that they cannot be read again just now.
      setKnown((last) => (last.state === 'known' ? last : { ...last, state: 'failed' }))
      return false
    }
  }, [host, mayRead])

  useEffect(() => {
    const again = async () => void (await readAgain())
    void again()
    return host?.live.subscribe('projects', () => void again())
  }, [host, readAgain])

  return { ...known, readAgain }
}

const limit = 200
/** Nobody looks through more than a thousand of them. */
const mostPages = 5

async function readAll(api: Pick<Client, 'projects'>): Promise<Omit<Known, 'state'>> {
  const all: ProjectRef[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    // Each page names the next one, so they cannot be asked for at once.
    const answer = await api.projects.list({ query: { limit, cursor } })
    all.push(...answer.data.map(({ id, name }) => ({ id, name })))
    cursor = answer.page.next ?? undefined
    if (!cursor) return { all, isWhole: true }
  }
  return { all, isWhole: false }
}
