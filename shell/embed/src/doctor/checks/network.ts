import type { Text } from '@sonaqor/module/texts'
import { good, type Finding } from './finding.ts'
import * as texts from './texts/en.ts'

/** What the browser has refused since the doctor looks, by one of the page's policies. */
export interface Violation {
  readonly directive: string
  /** Without what follows the path. */
  readonly blocked: string
}

export interface NetworkFacts {
  readonly sonaqor: string
  readonly isPageSecure: boolean
  /** Whether a live connection can be opened; nothing where that was not tried. */
  readonly socket: 'open' | 'failed' | undefined
  /** Whether a frame of ours answers; nothing where no session has let us try. */
  readonly frame: 'here' | 'silent' | undefined
  /** The script of a service worker that may answer in place of the network. */
  readonly worker: string | undefined
  /** Whether somebody has put a `fetch` of their own in the place of the browser's. */
  readonly isFetchReplaced: boolean
  readonly violations: readonly Violation[]
}

/** Whether what we send arrives, and nobody answers in our place. */
export function checkNetwork(facts: NetworkFacts): readonly Finding[] {
  const { sonaqor, isPageSecure, socket, frame } = facts
  const mixed: readonly Finding[] =
    isPageSecure && sonaqor.startsWith('http:')
      ? [problem('mixed', texts.mixedContent, texts.loadByHttps)]
      : []
  return [...mixed, ...checkSocket(socket), ...checkFrame(frame), ...checkBetween(facts)]
}

function problem(
  name: string,
  says: Text,
  change: Text,
  state: Finding['state'] = 'wrong',
): Finding {
  return { id: `network.${name}`, state, says: (say) => say(says), change: (say) => say(change) }
}

function checkSocket(socket: NetworkFacts['socket']): readonly Finding[] {
  if (!socket) return []
  if (socket === 'open') return [good('network.live', (say) => say(texts.liveWorks))]
  return [problem('live', texts.liveFails, texts.allowLive, 'warning')]
}

function checkFrame(frame: NetworkFacts['frame']): readonly Finding[] {
  if (!frame) return []
  if (frame === 'here') return [good('network.frame', (say) => say(texts.frameAnswers))]
  return [problem('frame', texts.frameSilent, texts.allowFrame, 'warning')]
}

function checkBetween({ worker, isFetchReplaced, violations }: NetworkFacts): readonly Finding[] {
  return [
    ...(worker === undefined
      ? []
      : [
          {
            id: 'network.worker',
            state: 'warning',
            says: (say) => say(texts.workerBetween, { worker }),
            change: (say) => say(texts.keepWorkerOut),
          } satisfies Finding,
        ]),
    ...(isFetchReplaced ? [problem('fetch', texts.fetchReplaced, texts.ownFetch, 'warning')] : []),
    ...violations.map(({ directive, blocked }, at): Finding => ({
      id: `network.violation:${at + 1}`,
      state: 'wrong',
      says: (say) => say(texts.browserRefused, { directive, blocked }),
      change: (say) => say(texts.seePolicy, { directive }),
    })),
  ]
}
