import type { Client } from '@sonaqor/contract/client'
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
export const serverShelf = ({ drafts }: Pick<Client, 'drafts'>): DraftShelf => ({
  read: async (params) => (await drafts.show({ params })).draft ?? undefined,
  keep: async (params, content, seen) =>
    (await drafts.save({ params, body: { content }, ifMatch: seen })).revision,
  drop: (params) => drafts.drop({ params }),
})

const inMemory = new Map<string, KeptDraft>()

/** In the page, for who is a guest of a partner: it lasts as long as the page does. */
export const memoryShelf: DraftShelf = {
  read: async (place) => inMemory.get(nameOf(place)),
  async keep(place, content, seen) {
    const revision = seen + 1
    inMemory.set(nameOf(place), { content, revision, savedAt: new Date().toISOString() })
    return revision
  },
  drop: async (place) => void inMemory.delete(nameOf(place)),
}

const nameOf = ({ kind, key }: DraftPlace) => `${kind} ${key}`

/** Somebody else, another device mostly, has written since. */
export const isStale = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'precondition-failed'
