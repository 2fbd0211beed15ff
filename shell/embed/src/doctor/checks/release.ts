import type { Text } from '@sonaqor/module/texts'
import { good, type Finding } from './finding.ts'
import * as texts from './texts/en.ts'

/** How the page loads us. */
export interface LoaderFacts {
  /** The tags of the loader that stand in the page. */
  readonly tags: readonly {
    readonly src: string
    readonly hasCrossOrigin: boolean
    readonly hasIntegrity: boolean
    readonly isBlocking: boolean
  }[]
  /** Whether the loader that the server hands out now asks for the host script that runs here. */
  readonly isCurrent: boolean | undefined
}

export interface ShownFacts {
  readonly element: string
  /** Such as `keys@0.1.0-1a2b3c4d`. */
  readonly release: string | undefined
  /** The release of the same view that the registry names now. */
  readonly current: string | undefined
  readonly error: string | undefined
}

export interface ReleaseFacts {
  /** Whether the registry answered. */
  readonly isReachable: boolean
  readonly loader: LoaderFacts
  readonly shown: readonly ShownFacts[]
  /** What modules are drawn with: the host brings it. */
  readonly react: string
}

/** Which code runs in the page, and whether it is that of today. */
export function checkRelease(facts: ReleaseFacts): readonly Finding[] {
  const { isReachable, loader, shown, react } = facts
  return [
    isReachable
      ? good('release.registry', (say) => say(texts.registryReached))
      : {
          id: 'release.registry',
          state: 'wrong',
          says: (say) => say(texts.registryUnreached),
          change: (say) => say(texts.lookAtNetwork),
        },
    ...checkLoader(loader),
    ...shown.map((one, at) => checkShown(one, at)),
    good('release.react', (say) => say(texts.ownReact, { version: react })),
  ]
}

function checkLoader({ tags, isCurrent }: LoaderFacts): readonly Finding[] {
  const [first] = tags
  const says: readonly (readonly [boolean, Finding])[] = [
    [tags.length > 1, hint('twice', texts.loaderTwice, texts.loadOnce)],
    [
      first?.hasCrossOrigin === false,
      hint('crossorigin', texts.loaderNoCors, texts.addCrossOrigin, tagOf(first?.src)),
    ],
    // Its hash changes with each release, and a page that names one stops with the next.
    [
      first?.hasIntegrity === true,
      hint('integrity', texts.loaderPinned, texts.dropIntegrity, tagOf(first?.src)),
    ],
    [
      first?.isBlocking === true,
      hint('blocking', texts.loaderBlocks, texts.addAsync, tagOf(first?.src)),
    ],
    [isCurrent === false, hint('outdated', texts.loaderOld, texts.loadAnew)],
  ]
  const found = says.filter(([applies]) => applies).map(([, finding]) => finding)
  if (found.length > 0) return found
  return [good('release.loader', (say) => say(texts.loaderRight))]
}

const tagOf = (src = '') => `<script src="${src}" nonce="…" crossorigin async></script>`

function hint(name: string, says: Text, change: Text, snippet?: string): Finding {
  return {
    id: `release.${name}`,
    state: 'warning',
    says: (say) => say(says),
    change: (say) => say(change),
    snippet,
  }
}

function checkShown({ element, release, current, error }: ShownFacts, at: number): Finding {
  const id: Finding['id'] = `release.${element}:${at + 1}`
  if (error !== undefined) {
    return {
      id,
      state: 'wrong',
      says: (say) => say(texts.elementFailed, { element, error }),
      change: (say) => say(texts.seeOthersFirst),
    }
  }
  if (release === undefined) {
    return { id, state: 'unknown', says: (say) => say(texts.releaseUnknown, { element }) }
  }
  if (current === undefined || current === release) {
    return good(id, (say) => say(texts.releaseCurrent, { element, release }))
  }
  return {
    id,
    state: 'warning',
    says: (say) => say(texts.releaseOld, { element, release, current }),
    change: (say) => say(texts.loadAnew),
  }
}
