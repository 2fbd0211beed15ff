import { isMissingFile } from '../host/failure.ts'
import { inTime, stepMs } from '../host/in-time.ts'
import type { FoundView, Registry } from '../releases/registry.ts'
import { releaseOf } from '../releases/release-of.ts'

/** The view that a place asks for: as it was found last, and as it is to be had now. */
export interface WantedView {
  /** As its module names it, once that is known. */
  name(): string
  /** The release that was found last. */
  release(): string | undefined
  found(): FoundView | undefined
  find(): Promise<FoundView>
  /** It could not be shown: its release may have been taken back since, so the next `find` asks anew. */
  failed(): void
  /** It stands there. */
  shown(): void
  /** In its current release, if it is in any. */
  current(): Promise<FoundView | undefined>
  /**
   * Files of a release that is not current any more may be gone: then it is found in the current one.
   * Nothing, where `cause` is another.
   */
  inPlaceOfMissing(cause: unknown): Promise<FoundView | undefined>
}

export function wantedView(registry: Registry, asked: string): WantedView {
  let found: FoundView | undefined
  let hasFailed = false

  async function lookUp() {
    if (hasFailed) await registry.refresh().catch(() => undefined)
    return registry.find(asked)
  }

  const current = () => registry.find(asked).catch(() => undefined)

  return {
    name: () => found?.view.name ?? asked,
    release: () => found && releaseOf(found.module),
    found: () => found,
    async find() {
      found = await inTime(lookUp(), stepMs)
      return found
    },
    failed() {
      hasFailed = true
    },
    shown() {
      hasFailed = false
    },
    current,
    async inPlaceOfMissing(cause) {
      const tried = found && releaseOf(found.module)
      if (!tried || !isMissingFile(cause)) return undefined
      await registry.refresh().catch(() => undefined)
      const now = await current()
      if (!now || releaseOf(now.module) === tried) return undefined
      found = now
      return now
    },
  }
}
