import type { NewApp } from '@sonaqor/contract/apps'
import type { Say } from '@sonaqor/ui/texts'
import * as texts from '../texts/en.ts'

/** What has been filled in so far; origins as they are typed, one a line. */
export interface AppDraft {
  readonly name: string
  readonly environment: NewApp['environment']
  readonly origins: string
}

export const emptyDraft: AppDraft = { name: '', environment: 'sandbox', origins: '' }

/** Whether there is anything in it that somebody wrote. */
export function isFilledIn({ name, origins }: AppDraft): boolean {
  return name.trim() !== '' || origins.trim() !== ''
}

/** What is wrong, by field and in words; nothing is wrong when it is empty. */
export function faultsInDraft(draft: AppDraft, say: Say): Readonly<Record<string, string>> {
  const strange = linesOf(draft.origins).find((line) => originOf(line) === undefined)
  return {
    ...(draft.name.trim() === '' && { name: say(texts.appNeedsName) }),
    ...(strange && { origins: say(texts.noSuchOrigin, { text: strange }) }),
  }
}

/** The request that a draft without faults stands for. */
export function newAppOf(draft: AppDraft, projectId: string): NewApp {
  const origins = linesOf(draft.origins).flatMap((line) => originOf(line) ?? [])
  return {
    projectId,
    name: draft.name.trim(),
    environment: draft.environment,
    origins: [...new Set(origins)],
  }
}

export function linesOf(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean)
}

/** An address that was copied whole is cut down to its origin; nobody should have to do that. */
export function originOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, origin } = new URL(text)
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined
}
