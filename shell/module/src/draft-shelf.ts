import type { Client, Transport } from '@sonaqor/contract/client'
import { ProblemError } from '@sonaqor/contract/client'

/** What is written, field by field. */
export type Fields = Readonly<Record<string, string>>

export interface DraftPlace {
  readonly kind: string
  readonly key: string
}

export interface KeptDraft {
  readonly content: Readonly<Record<string, unknown>>
  readonly revision: number
  readonly savedAt: string
}

/** Where drafts are kept. */
export interface DraftShelf {
  read(place: DraftPlace): Promise<KeptDraft | undefined>
  /** Returns the revision that it has from then on; rejects as stale where `seen` is not the last one. */
  keep(place: DraftPlace, content: Fields, seen: number): Promise<number>
  drop(place: DraftPlace): Promise<void>
}

/** With the server, for a member on any device. */
export const serverShelf = (api: Pick<Client, 'drafts'>): DraftShelf => ({
  read: async (params) => (await api.drafts.show({ params })).draft ?? undefined,
  keep: async (params, content, seen) =>
    (await api.drafts.save({ params, body: { content }, ifMatch: seen })).revision,
  drop: (params) => api.drafts.drop({ params }),
})

const inMemory = new WeakMap<Transport, Map<string, KeptDraft>>()
const outrun = new Error('It was written since.')

/**
 * In the page, for who is a guest of a partner: it lasts as long as the session does, whose transport
 * stays the same all along and is nobody else's. Two sessions of one page share nothing.
 */
export function memoryShelf(session: Transport): DraftShelf {
  const drafts = inMemory.get(session) ?? new Map<string, KeptDraft>()
  inMemory.set(session, drafts)
  return {
    read: async (place) => drafts.get(nameOf(place)),
    async keep(place, content, seen) {
      if ((drafts.get(nameOf(place))?.revision ?? 0) !== seen) throw outrun
      const revision = seen + 1
      drafts.set(nameOf(place), { content, revision, savedAt: new Date().toISOString() })
      return revision
    },
    drop: async (place) => void drafts.delete(nameOf(place)),
  }
}

const nameOf = ({ kind, key }: DraftPlace) => `${kind} ${key}`

/** Somebody else, another device mostly, has written since. */
export const isStale = (error: unknown): boolean =>
  error === outrun ||
  (error instanceof ProblemError && error.problem.code === 'precondition-failed')
