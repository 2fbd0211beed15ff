import { ProblemError } from '@sonaqor/contract/client'
import { failureOf } from '@sonaqor/ui'
import type { Say, Text } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'

const words: Readonly<Record<string, Text>> = {
  'not-offered': texts.notOffered,
  over: texts.signInOver,
  'provider-failed': texts.providerFailed,
  'not-proved': texts.notProved,
  'email-unverified': texts.emailUnverified,
  'email-unusable': texts.emailUnusable,
  'other-domain': texts.otherDomain,
  'no-member': texts.noMember,
  'kept-out': texts.keptOut,
  'other-account': texts.otherAccount,
}

/** Why nobody came in with their company, and what to do. */
export function companyFault(error: unknown, say: Say): string {
  const reason = error instanceof ProblemError ? error.problem.reason : undefined
  const told = reason === undefined ? undefined : words[reason]
  return told ? say(told) : failureOf(error, say).reason
}
