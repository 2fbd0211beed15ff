import type { App, AppChange } from '@sonaqor/contract/apps'
import { isRange } from '@sonaqor/contract/ip-range'
import type { Say } from '@sonaqor/ui/texts'
import { linesOf, originOf } from '../app/app-draft.ts'
import * as texts from '../texts/en.ts'

/** The settings of an app as they are written: lists a line each. */
export interface SettingsDraft {
  readonly name: string
  readonly origins: string
  readonly ranges: string
  /** Requests a minute; empty for as many as the plan allows. */
  readonly pace: string
}

export function draftOfApp({ name, origins, ipAllowlist, requestsPerMinute }: App): SettingsDraft {
  return {
    name,
    origins: origins.join('\n'),
    ranges: ipAllowlist.join('\n'),
    pace: requestsPerMinute === null ? '' : String(requestsPerMinute),
  }
}

/** A whole number above nought, or none at all. */
const isPace = (text: string) => /^(|[1-9]\d*)$/.test(text.trim())
const paceOf = (text: string) => (text.trim() === '' ? null : Number(text.trim()))

/** What is wrong, by field and in words, as far as it is known before the API is asked. */
export function faultsInSettings(draft: SettingsDraft, say: Say): Readonly<Record<string, string>> {
  const strange = linesOf(draft.origins).find((line) => originOf(line) === undefined)
  return {
    ...(draft.name.trim() === '' && { name: say(texts.appNeedsName) }),
    ...(strange && { origins: say(texts.noSuchOrigin, { text: strange }) }),
    ...faultInRanges(linesOf(draft.ranges), say),
    ...(!isPace(draft.pace) && { requestsPerMinute: say(texts.noSuchPace) }),
  }
}

/** What is wrong with the ranges that are written to their end, while the last one is still typed. */
export function faultsWhileTyped({ ranges }: SettingsDraft, say: Say) {
  const lines = linesOf(ranges)
  return faultInRanges(/\s$/.test(ranges) ? lines : lines.slice(0, -1), say)
}

function faultInRanges(lines: readonly string[], say: Say): Readonly<Record<string, string>> {
  const strange = lines.filter((line) => !isRange(line))
  if (strange.length === 0) return {}
  return { ipAllowlist: say(texts.noSuchRange, { text: strange.join(', ') }) }
}

/** Only what is another than it was: what is left out stays as it is. */
export function changeOf(draft: SettingsDraft, seen: App): AppChange {
  const before = draftOfApp(seen)
  const origins = linesOf(draft.origins).flatMap((line) => originOf(line) ?? [])
  return {
    ...(draft.name.trim() !== seen.name && { name: draft.name.trim() }),
    ...(draft.origins !== before.origins && { origins: [...new Set(origins)] }),
    ...(draft.ranges !== before.ranges && { ipAllowlist: [...linesOf(draft.ranges)] }),
    ...(draft.pace.trim() !== before.pace && { requestsPerMinute: paceOf(draft.pace) }),
  }
}

/** The lines that the API took for no range, each by the place that it pointed at. */
export function strangeRanges(error: unknown, sent: readonly string[]): readonly string[] {
  const { problem } = (error ?? {}) as {
    readonly problem?: { readonly errors?: readonly { readonly pointer: string }[] }
  }
  return (problem?.errors ?? []).flatMap(({ pointer }) => {
    const place = /^#\/ipAllowlist\/(\d+)/.exec(pointer)?.[1]
    return place === undefined ? [] : (sent[Number(place)] ?? [])
  })
}
